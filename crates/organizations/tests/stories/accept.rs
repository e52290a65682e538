//! An invitation is accepted when the person has been in, by whichever way that was.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::clock::minutes;
use serde_json::Value;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

async fn accepted(app: &TestApp) -> i64 {
    app.work().await;
    app.count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NOT NULL").await
}

async fn member(app: &TestApp, email: &str) -> Value {
    let path = format!("/api/v1/teams/{}/members?q={email}", app.team);
    app.call(app.maja, Method::GET, &path, &Value::Null).await.json()["items"][0].clone()
}

#[both_engines]
async fn by_the_link_of_the_invitation(app: TestApp) {
    app.invited("Ada", ADA).await;
    let link = app.newest_link(ADA).await;
    assert_eq!(accepted(&app).await, 0);
    assert_eq!(member(&app, ADA).await["status"], "invited");
    // Mail scanners look at it, again and again.
    for _ in 0..3 {
        assert!(app.send(Method::GET, &link, None, "", "").await.shows("Welcome, Ada."));
    }
    assert_eq!(accepted(&app).await, 0);
    app.wait(minutes(5));
    app.choose_password(&link).await;
    assert_eq!(accepted(&app).await, 1);
    let found = member(&app, ADA).await;
    assert_eq!((&found["status"], &found["accepted_at"]), (&"active".into(), &"2026-11-24T08:35:00Z".into()));
    assert_eq!(
        app.audit().await.last().unwrap(),
        &format!("organizations.accept-invitations invitation.accepted {ADA}")
    );

    let again = app.send(Method::POST, &link, None, "", "password=fyra+gula+stolar+i+regn").await;
    assert_eq!(again.status, StatusCode::GONE);
    assert!(again.shows("You have used this link already"));
}

/// She lost the mail, and asked for a link on the sign-in page.
#[both_engines]
async fn by_a_link_that_she_asked_for_herself(app: TestApp) {
    app.invited("Ada", ADA).await;
    let invitation = app.newest_link(ADA).await;
    app.send(Method::POST, "/forgotten", None, "", "email=ADA%40bygg.example").await;
    let own = app.newest_link(ADA).await;
    assert_ne!(invitation, own);
    app.choose_password(&own).await;
    assert_eq!(accepted(&app).await, 1);
    assert_eq!(app.send(Method::GET, &invitation, None, "", "").await.status, StatusCode::GONE);
}

#[both_engines]
async fn a_later_password_accepts_nothing_twice(app: TestApp) {
    app.invited("Ada", ADA).await;
    let link = app.newest_link(ADA).await;
    app.choose_password(&link).await;
    let at = "SELECT CAST(accepted_at AS TEXT) FROM invitations";
    assert_eq!(accepted(&app).await, 1);
    let first = app.texts(at).await;
    app.wait(minutes(90));
    app.send(Method::POST, "/forgotten", None, "", "email=ada%40bygg.example").await;
    let reset = app.newest_link(ADA).await;
    app.choose_password(&reset).await;
    app.work().await;
    assert_eq!(app.texts(at).await, first);
    assert_eq!(app.audit().await.iter().filter(|row| row.contains("invitation.accepted")).count(), 1);
}
