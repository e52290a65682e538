//! The attribute against a testkit of twenty lines that writes down what it was asked to run.

extern crate self as testkit;

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use testkit_macros::both_engines;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub struct TestApp(Engine);

thread_local! {
    static RAN_ON: Cell<Option<Engine>> = const { Cell::new(None) };
}

pub fn run<F: Future<Output = ()>>(engine: Engine, story: impl FnOnce(TestApp) -> F) {
    let mut story = pin!(story(TestApp(engine)));
    assert_eq!(story.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
    assert_eq!(RAN_ON.take(), Some(engine));
}

/// A doc comment is an attribute, and stays with the function.
#[both_engines]
async fn runs_on_each_engine(app: TestApp) {
    RAN_ON.set(Some(app.0));
}

#[both_engines]
#[should_panic = "as told"]
pub(crate) async fn a_panic_can_be_expected(_app: TestApp) {
    panic!("as told");
}

#[both_engines]
#[cfg(any())]
async fn a_story_that_is_configured_away(_app: NoSuchType) {}
