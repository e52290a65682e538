//! Rule 5: a change, its line in the log and the work it leaves are one: all of them, or none.

use crate::world::World;
use kernel::{Actor, Error, PersonId, Result};
use store::Command;
use testkit::both_engines;

async fn outcome(
    world: &World,
    verb: impl Fn(&mut Command) -> Result<u64> + Send + 'static,
) -> (Result<u64>, bool) {
    let before = world.written_rows().await;
    let outcome = world.app.db.command(&Actor::system("test"), verb).await;
    (outcome, before != world.written_rows().await)
}

fn new_name(cx: &mut Command) -> Result<u64> {
    cx.execute("UPDATE people SET first_name = first_name || '!'", &[])
}

#[both_engines]
async fn what_wrote_and_recorded_nothing_does_not_commit(world: World) {
    let (refused, changed) = outcome(&world, new_name).await;
    assert!(refused.is_err_and(|error| error.inner_message().is_some()) && !changed);
    let quiet = |cx: &mut Command| {
        cx.quiet();
        new_name(cx)
    };
    let (done, changed) = outcome(&world, quiet).await;
    assert!(done.is_ok() && changed);
}

#[both_engines]
async fn what_was_recorded_goes_with_the_change(world: World) {
    let ada: PersonId = world.id("person").parse().expect("a User ID");
    let fails = move |cx: &mut Command| {
        cx.record(accounts::PasswordSet {
            person: ada,
            email: "ada@bygg.example".into(),
            how: "test".into(),
        });
        new_name(cx)?;
        Err(Error::not_found())
    };
    let (refused, changed) = outcome(&world, fails).await;
    assert!(refused.is_err() && !changed);
}
