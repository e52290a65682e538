//! Whatever is done in whatever order, a pool counts right.

use crate::TestApp;
use kernel::{Kind, PersonId, PoolId, clock::minutes};
use proptest::prelude::*;
use testkit::{Engine, run};

#[derive(Debug, Clone)]
enum Act {
    Assign(Vec<usize>),
    Release(Vec<usize>),
    Undo,
    Capacity(i64),
}

fn act() -> impl Strategy<Value = Act> {
    let people = || proptest::collection::vec(0..6usize, 1..4);
    prop_oneof![
        4 => people().prop_map(Act::Assign),
        3 => people().prop_map(Act::Release),
        2 => Just(Act::Undo),
        2 => (0..6i64).prop_map(Act::Capacity),
    ]
}

/// What is true after every act.
async fn check(app: &TestApp, pool: PoolId) {
    let (seen, (active, waiting)) = (app.see(pool).await, app.holders(pool).await);
    assert_eq!((active.len() as i64, waiting.len() as i64), (seen.assigned, seen.suspended));
    assert!(seen.assigned <= seen.capacity, "{seen:?}");
    assert!(waiting.is_empty() || seen.free() == 0, "nobody waits beside a free seat: {seen:?}");
}

async fn play(app: TestApp, acts: Vec<Act>) {
    let (pool, people) = (app.pool(app.ritbord, 3).await, app.users::<6>().await);
    let some = |chosen: &[usize]| -> Vec<PersonId> { chosen.iter().map(|at| people[*at]).collect() };
    let mut release = None;
    for act in acts {
        app.wait(minutes(1));
        let outcome = match &act {
            Act::Assign(chosen) => app.assign(pool, &some(chosen)).await.map(|_| ()),
            Act::Release(chosen) => {
                app.release(pool, &some(chosen)).await.map(|released| release = Some(released.release))
            }
            Act::Undo => match release {
                Some(id) => {
                    let undo = move |cx: &mut store::Command| seats::restore_seats(cx, pool, id).map(|_| ());
                    app.db.command_on(pool, &app.maja, undo).await
                }
                None => Ok(()),
            },
            Act::Capacity(capacity) => {
                app.pool(app.ritbord, *capacity).await;
                Ok(())
            }
        };
        let fault = outcome.err().filter(|error| !matches!(error.kind(), Kind::Conflict | Kind::NotFound));
        assert!(fault.is_none(), "{act:?}: {fault:?}");
        check(&app, pool).await;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pool_counts_right_on_sqlite(acts in proptest::collection::vec(act(), 1..30)) {
        run(Engine::Sqlite, |app| play(app, acts));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pool_counts_right_on_postgres(acts in proptest::collection::vec(act(), 1..40)) {
        run(Engine::Postgres, |app| play(app, acts));
    }
}
