//! A forgotten password: a link by mail, for an hour.

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD},
};
use axum::http::StatusCode;
use kernel::clock::{hours, minutes};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn a_link_comes_and_the_new_password_ends_all_else(app: TestApp) {
    app.known("Ada", "Ada@Bygg.example").await;
    let (thief, laptop) = (app.signed_in(ADA).await, app.signed_in(ADA).await);
    let browser = app.browser();
    assert!(browser.get("/forgotten").await.says("A new password"));
    assert_eq!(browser.post("/forgotten", &[("email", " ADA@bygg.example ")]).await.location, "/mail-sent");
    let mails = app.mails_to("Ada@Bygg.example").await;
    // In her language, whatever the browser's is.
    assert_eq!(mails[0].subject, "Ett nytt lösenord för Nordkad");
    assert!(mails[0].text.contains("Hej Ada."));
    let link = app.newest_link("Ada@Bygg.example").await;
    assert!(browser.get(&link).await.says("Choose a new password"));
    assert!(app.is_in(&thief).await, "asking alone ends nothing");
    browser.post(&link, &[("password", ANOTHER)]).await;
    assert!(app.is_in(&browser).await && !app.is_in(&thief).await && !app.is_in(&laptop).await);
    assert_eq!(app.enter(&app.browser(), ADA, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.enter(&app.browser(), ADA, ANOTHER).await.status, StatusCode::SEE_OTHER);
    let how = app.texts("SELECT details FROM audit WHERE action = 'person.password-set'").await;
    assert!(how[0].contains("\"how\":\"reset\""), "{how:?}");
}

#[both_engines]
async fn the_answer_does_not_tell_who_is_known(app: TestApp) {
    app.known("Ada", ADA).await;
    let mut seen = vec![];
    for email in [ADA, "eve@bygg.example"] {
        let answer = app.browser().post("/forgotten", &[("email", email)]).await;
        seen.push((answer.status, answer.location, answer.body, answer.set_cookies));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(app.mails_to("eve@bygg.example").await.len(), 0);
    assert_eq!(app.count("SELECT COUNT(*) FROM people").await, 1);
    for bad in ["", "ada", "ada@bygg.example\r\nBcc: eve@evil.example"] {
        let refused = app.browser().post("/forgotten", &[("email", bad)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[both_engines]
async fn it_lives_for_an_hour_and_the_newest_kills_the_others(app: TestApp) {
    app.known("Ada", ADA).await;
    let mut links = vec![];
    for _ in 0..2 {
        app.browser().post("/forgotten", &[("email", ADA)]).await;
        links.push(app.newest_link(ADA).await);
    }
    assert!(app.browser().get(&links[0]).await.says("A newer link has taken its place"));
    app.wait(hours(1) - minutes(1));
    assert_eq!(app.browser().get(&links[1]).await.status, StatusCode::OK);
    app.wait(minutes(1));
    assert!(app.browser().get(&links[1]).await.says("This link is too old"));
    app.browser().post(&format!("{}/renewal", links[1]), &[]).await;
    let renewed = app.newest_link(ADA).await;
    assert_eq!(app.browser().post(&renewed, &[("password", ANOTHER)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.mails_to(ADA).await[2].subject, "Ett nytt lösenord för Nordkad");
}

/// Whoever has no password yet has none to forget, and gets in all the same.
#[both_engines]
async fn who_has_not_been_in_gets_the_way_in(app: TestApp) {
    app.named("Ada", ADA).await;
    app.browser().post("/forgotten", &[("email", ADA)]).await;
    assert_eq!(app.mails_to(ADA).await[0].subject, "Välj ditt lösenord för Nordkad");
    let link = app.newest_link(ADA).await;
    app.wait(hours(23));
    assert_eq!(app.browser().post(&link, &[("password", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
}

/// A job that ran twice: the node died after it, before it was settled.
#[both_engines]
async fn a_job_that_runs_twice_sends_one_mail(app: TestApp) {
    app.known("Ada", ADA).await;
    app.browser().post("/forgotten", &[("email", ADA)]).await;
    let find = "SELECT id, payload FROM jobs WHERE kind = 'accounts.send-link'";
    let (id, payload) = app.act(move |cx| cx.one::<(kernel::JobId, String)>(find, &[])).await;
    assert_eq!(app.mails_to(ADA).await.len(), 1);
    app.act(move |cx| {
        cx.quiet();
        let now = cx.now();
        cx.execute(
            "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
             VALUES ($1, 'accounts.send-link', $2, $3, $3, 0)",
            &[&id, &payload, &now],
        )
    })
    .await;
    assert_eq!(app.mails_to(ADA).await.len(), 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM links WHERE revoked_at IS NULL").await, 1);
}
