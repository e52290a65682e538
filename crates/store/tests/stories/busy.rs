//! Whoever waits in vain for what another command holds hears "busy", as of a queue that is full.

use crate::world::World;
use kernel::{Kind, Result};
use std::sync::mpsc;
use store::Command;
use testkit::{Engine, Ground, Setting};
use tokio::sync::mpsc::unbounded_channel;

/// Both want this row.
fn hold(cx: &mut Command) -> Result<()> {
    cx.execute("UPDATE throttle SET count = count + 1 WHERE key = 'row'", &[]).map(|_| ())
}

/// SQLite has one writer, who waits for nobody.
#[tokio::test(flavor = "multi_thread")]
async fn a_lock_that_does_not_come_free_is_a_busy_server_and_no_fault() {
    let world = World::on(Ground::new(Engine::Postgres)).await;
    let insert = "INSERT INTO throttle (key, count, window_end) VALUES ('row', 0, 0)";
    world.try_to(move |cx| cx.execute(insert, &[])).await.unwrap();

    let ((say, mut holds), (let_go, told)) = (unbounded_channel(), mpsc::channel::<()>());
    let first = async {
        let verb = move |cx: &mut Command| {
            hold(cx)?;
            let _ = say.send(());
            let _ = told.recv();
            Ok(())
        };
        world.try_to(verb).await
    };
    let second = async {
        holds.recv().await.unwrap();
        let impatient = |cx: &mut Command| {
            cx.execute("SET LOCAL lock_timeout = '50ms'", &[])?;
            hold(cx)
        };
        let refused = world.try_to(impatient).await.unwrap_err();
        let_go.send(()).unwrap();
        refused
    };
    let (first, refused) = tokio::join!(first, second);
    assert_eq!((refused.kind(), refused.code()), (Kind::Busy, "busy"));
    first.unwrap();
    world.try_to(hold).await.unwrap();
    assert_eq!(world.count("SELECT count FROM throttle").await, 2, "it is free for the next one");
}
