//! Leases that are long over leave; the numbers of the next ones go on.

use crate::TestApp;
use kernel::clock::days;
use testkit::both_engines;

const LEASES: &str = "SELECT COUNT(*) FROM leases";

async fn days_later(app: &TestApp, n: u64) -> i64 {
    app.wait(days(n));
    app.jobs.run_all_due(&app.db).await.expect("jobs to run");
    app.count(LEASES).await
}

#[both_engines]
async fn the_newest_of_a_device_stays_so_that_no_number_comes_twice(app: TestApp) {
    app.jobs.schedule(&app.db).await.expect("regular jobs");
    let (_, program) = app.ada_with_seat().await;
    for _ in 0..3 {
        let lease = app.verified(&app.ask(&program, 1).await);
        assert!(app.delete_lease(&program, &lease.jti).await.status < 300);
    }
    // Nobody gave this one back; it ran out.
    app.ask(&program, 2).await;
    assert_eq!(days_later(&app, 429).await, 4, "each has been over for less than a term and a month");
    assert_eq!(days_later(&app, 2).await, 2, "the newest of each device");
    assert_eq!(days_later(&app, 1).await, 2, "once more does no harm");

    let program = app.program(&app.ada, "openid license").await;
    assert_eq!(app.verified(&app.ask(&program, 1).await).seq, 4);
}
