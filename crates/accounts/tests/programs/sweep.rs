//! Codes and tokens leave a day after their end.

use crate::TestApp;
use kernel::clock::days;
use testkit::both_engines;

#[both_engines]
async fn what_a_program_held_is_forgotten_a_day_after_its_end(app: TestApp) {
    app.jobs.schedule(&app.db).await.expect("regular jobs");
    let code = app.code().await;
    app.exchange(&code).await.tokens();
    let left = "SELECT code_hash FROM authorization_codes UNION ALL SELECT token_hash FROM access_tokens
        UNION ALL SELECT token_hash FROM refresh_tokens";
    assert_eq!(app.texts(left).await.len(), 3);
    for (after, stay) in [(2, 1), (88, 1), (2, 0), (1, 0)] {
        app.wait(days(after));
        app.jobs.run_all_due(&app.db).await.expect("jobs to run");
        assert_eq!(app.texts(left).await.len(), stay, "after {after} days more");
    }
    assert_eq!(app.texts("SELECT id FROM program_grants").await.len(), 1, "who allowed what is still known");
}
