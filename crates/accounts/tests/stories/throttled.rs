//! Slowing down who tries too often: by account and by address; nobody is shut out for good.

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD},
};
use axum::http::StatusCode;
use kernel::clock::minutes;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn ten_tries_and_then_a_wait_for_known_and_unknown_alike(app: TestApp) {
    app.known("Ada", ADA).await;
    for email in [ADA, "eve@bygg.example"] {
        for n in 0..10 {
            let written = if n % 2 == 0 { email.to_owned() } else { email.to_uppercase() };
            let browser = app.browser().at(&format!("192.0.2.{n}"));
            let refused = app.enter(&browser, &written, ANOTHER).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!refused.says("left"), "how many are left tells known from unknown");
        }
        let slowed = app.enter(&app.browser(), email, PASSWORD).await;
        assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(slowed.headers["retry-after"], "600");
        assert!(slowed.says("Too many tries"));
    }
    // Ada need not wait: the way by the mail is open.
    app.browser().post("/forgotten", &[("email", ADA)]).await;
    let link = app.newest_link(ADA).await;
    assert_eq!(app.browser().post(&link, &[("password", ANOTHER)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.enter(&app.browser(), ADA, ANOTHER).await.status, StatusCode::SEE_OTHER);
    let other = app.enter(&app.browser(), "eve@bygg.example", ANOTHER).await;
    assert_eq!(other.status, StatusCode::TOO_MANY_REQUESTS);
    app.wait(minutes(10));
    let other = app.enter(&app.browser(), "eve@bygg.example", ANOTHER).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Strangers write these rows: they do not stay.
#[both_engines]
async fn tries_that_hold_nobody_off_are_forgotten(app: TestApp) {
    for n in 0..5 {
        app.browser().post("/forgotten", &[("email", &format!("a{n}@bygg.example"))]).await;
        app.enter(&app.browser(), &format!("a{n}@bygg.example"), PASSWORD).await;
    }
    // That a job was carried out is known for a day.
    let rows = async || app.count("SELECT COUNT(*) FROM throttle WHERE key NOT LIKE 'link:by:%'").await;
    app.work().await;
    assert!(rows().await >= 10);
    app.wait(minutes(30));
    app.enter(&app.browser(), ADA, PASSWORD).await;
    app.wait(minutes(30));
    app.jobs.schedule(&app.db).await.unwrap();
    app.work().await;
    assert_eq!(rows().await, 0, "the newest is half an hour old, and would hold off for ten minutes");
}

#[both_engines]
async fn a_success_forgets_the_tries(app: TestApp) {
    app.known("Ada", ADA).await;
    for _ in 0..3 {
        for _ in 0..9 {
            app.enter(&app.browser(), ADA, ANOTHER).await;
        }
        assert_eq!(app.enter(&app.browser(), ADA, PASSWORD).await.status, StatusCode::SEE_OTHER);
    }
}

#[both_engines]
async fn one_address_tries_a_hundred_accounts_and_no_more(app: TestApp) {
    app.known("Ada", ADA).await;
    // One household of IPv6 is one, whichever of its addresses it takes.
    for n in 0..100 {
        let browser = app.browser().at(&format!("2001:db8:1:2::{n:x}"));
        let refused = app.enter(&browser, &format!("a{n}@bygg.example"), ANOTHER).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let here = app.browser().at("2001:db8:1:2:ffff::1");
    assert_eq!(app.enter(&here, ADA, PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    let elsewhere = app.browser().at("2001:db8:1:3::1");
    assert_eq!(app.enter(&elsewhere, ADA, PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[both_engines]
async fn five_mails_an_hour_to_one_address(app: TestApp) {
    app.known("Ada", ADA).await;
    for n in 0..9 {
        let written = if n % 2 == 0 { ADA.to_owned() } else { ADA.to_uppercase() };
        let asked =
            app.browser().at(&format!("192.0.2.{n}")).post("/forgotten", &[("email", &written)]).await;
        assert_eq!(asked.location, "/mail-sent", "the answer does not change");
        app.work().await;
    }
    assert_eq!(app.mails_to(ADA).await.len(), 5);
    let link = app.newest_link(ADA).await;
    assert_eq!(
        app.browser().get(&link).await.status,
        StatusCode::OK,
        "the last that came is the one that works"
    );
    app.wait(minutes(60));
    app.browser().post("/forgotten", &[("email", ADA)]).await;
    assert_eq!(app.mails_to(ADA).await.len(), 6);
}

#[both_engines]
async fn an_old_link_sends_no_flood(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let link = app.link(accounts::Purpose::Welcome, ada).await;
    app.wait(minutes(60 * 24));
    let mut statuses = vec![];
    for _ in 0..7 {
        statuses.push(app.browser().post(&format!("{link}/renewal"), &[]).await.status.as_u16());
    }
    assert_eq!(statuses, [303, 303, 303, 303, 303, 429, 429]);
    assert_eq!(app.mails_to(ADA).await.len(), 5);
}

#[both_engines]
async fn thirty_asks_an_hour_from_one_address(app: TestApp) {
    for n in 0..30 {
        let asked = app.browser().post("/forgotten", &[("email", &format!("a{n}@bygg.example"))]).await;
        assert_eq!(asked.location, "/mail-sent");
    }
    let fields = [("first", "Ada"), ("last", "Berg"), ("email", ADA)];
    for answer in [
        app.browser().post("/forgotten", &[("email", ADA)]).await,
        app.browser().post("/register", &fields).await,
    ] {
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(app.browser().at("192.0.2.8").post("/register", &fields).await.location, "/mail-sent");
    assert_eq!(app.mails_to(ADA).await.len(), 1);
}
