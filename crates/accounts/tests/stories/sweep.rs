//! Sessions and links that are over leave by themselves, when nobody can want to know of them any more.

use crate::{TestApp, world::PASSWORD};
use accounts::Purpose;
use axum::http::StatusCode;
use kernel::clock::days;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";
const SESSIONS: &str = "SELECT COUNT(*) FROM sessions";

async fn days_later(app: &TestApp, n: u64) {
    app.wait(days(n));
    app.work().await;
}

#[both_engines]
async fn a_session_is_forgotten_a_month_after_its_end(app: TestApp) {
    app.jobs.schedule(&app.db).await.unwrap();
    app.known("Ada", ADA).await;
    // One that she ends, one that runs out after thirty days, one from the day before the sweep.
    app.signed_in(ADA).await.post("/sign-out", &[]).await;
    app.signed_in(ADA).await;
    days_later(&app, 29).await;
    assert_eq!(app.count(SESSIONS).await, 2);
    days_later(&app, 2).await;
    assert_eq!(app.count(SESSIONS).await, 1, "the one that she ended");
    days_later(&app, 28).await;
    let here = app.signed_in(ADA).await;
    days_later(&app, 2).await;
    assert_eq!(app.count(SESSIONS).await, 1, "the one of two days ago");
    days_later(&app, 1).await;
    assert_eq!(app.count(SESSIONS).await, 1, "once more does no harm");
    assert!(!app.is_in(&here).await, "it was idle for too long, and is still known");
}

#[both_engines]
async fn a_link_says_for_a_year_what_became_of_it(app: TestApp) {
    app.jobs.schedule(&app.db).await.unwrap();
    let ada = app.named("Ada", ADA).await;
    let link = app.link(Purpose::Invitation, ada).await;
    days_later(&app, 370).await;
    assert_eq!(app.browser().get(&link).await.status, StatusCode::GONE);
    assert_eq!(app.count("SELECT COUNT(*) FROM links").await, 1);
    days_later(&app, 3).await;
    assert_eq!(app.count("SELECT COUNT(*) FROM links").await, 0);
    let fields = [("password", PASSWORD)];
    assert_eq!(
        app.browser().post(&link, &fields).await.status,
        StatusCode::GONE,
        "it is a link like any made-up one"
    );
}
