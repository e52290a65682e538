//! Who downloaded what is kept for as long as somebody may want to look back on it.

use crate::TestApp;
use kernel::clock::days;
use testkit::both_engines;

async fn a_day_later(app: &TestApp, after: u64) -> usize {
    app.wait(days(after));
    app.jobs.run_all_due(&app.db).await.expect("jobs to run");
    app.texts("SELECT id FROM downloads").await.len()
}

#[both_engines]
async fn a_download_is_forgotten_a_term_and_a_month_later(app: TestApp) {
    app.jobs.schedule(&app.db).await.expect("regular jobs");
    app.ritbord().await;
    let build = app.built("0123456789").await;
    app.fetch(&app.offer(build).await, &[]).await;
    assert_eq!(a_day_later(&app, 399).await, 1);
    app.fetch(&app.offer(build).await, &[]).await;
    assert_eq!(a_day_later(&app, 2).await, 1, "the newer one stays");
    assert_eq!(a_day_later(&app, 1).await, 1, "once more does no harm");
    assert_eq!(app.downloaders().await.len(), 2, "the audit log keeps both");
}
