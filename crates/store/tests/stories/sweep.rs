//! What nobody needs any more leaves by itself, a few rows at a time.

use crate::world::World as TestApp;
use kernel::{clock::days, id::JobKind};
use testkit::both_engines;

const DEAD: &str = "SELECT COUNT(*) FROM jobs WHERE dead_at IS NOT NULL";

#[both_engines]
async fn jobs_that_were_given_up_stay_for_a_quarter(app: TestApp) {
    let insert = |cx: &mut store::Command| {
        for n in 0..450 {
            let (id, now) = (cx.id::<JobKind>(), cx.now());
            let dead = (n > 0).then_some(now);
            cx.execute(
                "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts, dead_at)
                 VALUES ($1, 'greet', 'null', $2, $3, 42, $4)",
                &[&id, &now, &now.plus(days(1000)), &dead],
            )?;
        }
        Ok(())
    };
    app.try_to(insert).await.unwrap();
    app.wait(days(89)).await;
    assert_eq!(app.count(DEAD).await, 449, "somebody may still look into it");
    app.wait(days(2)).await;
    assert_eq!(app.count(DEAD).await, 0);
    let others = "SELECT COUNT(*) FROM jobs WHERE kind IN ('greet', 'every>store.sweep-jobs')";
    assert_eq!(app.count(others).await, 2, "what waits for its day stays, and so does the sweep");
    app.wait(days(1)).await;
    assert_eq!(app.count(others).await, 2, "once more does no harm");
}

#[both_engines]
async fn a_regular_job_that_was_given_up_begins_anew_with_the_next_start(app: TestApp) {
    let give_up = |cx: &mut store::Command| {
        let now = cx.now();
        cx.execute("UPDATE jobs SET dead_at = $1, attempts = 42, last_error = 'no disk'", &[&now])
    };
    app.try_to(give_up).await.unwrap();
    app.wait(days(1)).await;
    assert_eq!(app.count(DEAD).await, 1);
    app.start().await;
    assert_eq!(app.count(DEAD).await, 0);
    app.wait(days(0)).await;
    let well = "SELECT COUNT(*) FROM jobs WHERE attempts = 0 AND last_error IS NULL";
    assert_eq!(app.count(well).await, 1, "it ran");
}
