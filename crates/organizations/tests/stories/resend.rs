//! An invitation that was not followed: it says what to do, and an admin sends a new one with one click.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::clock::{days, hours};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

async fn open(app: &TestApp, link: &str) -> testkit::Answer {
    app.send(Method::GET, link, None, "", "").await
}

#[both_engines]
async fn after_a_week_the_link_says_so_and_one_click_of_maja_sends_a_new_one(app: TestApp) {
    let ada = app.invited("Ada", ADA).await;
    let old = app.newest_link(ADA).await;
    app.wait(days(7));
    let late = open(&app, &old).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.shows("This link is too old") && late.shows("Send me a new link"), "{}", late.body);
    let posted = app.send(Method::POST, &old, None, "", "password=tre+gula+stolar+i+regn").await;
    assert_eq!(posted.status, StatusCode::GONE);

    let sent = app.resend(app.maja, app.team, ada).await;
    assert_eq!(sent.location, format!("/manage/teams/{}/users/{ada}", app.team));
    let new = app.newest_link(ADA).await;
    assert!(open(&app, &old).await.shows("A newer link has taken its place"));
    assert_eq!(app.choose_password(&new).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.audit().await.iter().filter(|row| row.contains("invitation.sent")).count(), 2);
    let dates = "SELECT COUNT(*) FROM invitations WHERE expires_at - sent_at = 604800000";
    assert_eq!(app.count(dates).await, 1);
}

/// Who finds the old mail need not wait for an admin.
#[both_engines]
async fn ada_asks_for_a_new_link_herself(app: TestApp) {
    app.invited("Ada", ADA).await;
    let old = app.newest_link(ADA).await;
    let renew = format!("{old}/renewal");
    let early = app.send(Method::POST, &renew, None, "", "").await;
    assert_eq!(early.status, StatusCode::GONE, "it works still");
    app.wait(days(8));
    let renewed = app.send(Method::POST, &renew, None, "", "").await;
    assert_eq!((renewed.status, renewed.location.as_str()), (StatusCode::SEE_OTHER, "/mail-sent"));
    let mails = app.mails_to(ADA).await;
    assert_eq!(mails[1].subject, "Välj ditt lösenord för Nordkad");
    let link = app.newest_link(ADA).await;
    assert_eq!(app.choose_password(&link).await.status, StatusCode::SEE_OTHER);
    app.work().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NOT NULL").await, 1);
    assert!(open(&app, &old).await.shows("A newer link has taken its place"));
}

#[both_engines]
async fn a_new_invitation_ends_the_old_one_and_a_mail_that_still_waits(app: TestApp) {
    let ada = app.invited("Ada", ADA).await;
    let first = app.newest_link(ADA).await;
    // The mail server is away: nothing is carried out between these two.
    app.resend(app.maja, app.team, ada).await;
    app.resend(app.maja, app.team, ada).await;
    assert_eq!(app.texts("SELECT status FROM mails ORDER BY id").await, ["sent", "canceled", "queued"]);
    assert_eq!(app.mails_to(ADA).await.len(), 2);
    assert_eq!(open(&app, &first).await.status, StatusCode::GONE);
    let link = app.newest_link(ADA).await;
    assert_eq!(open(&app, &link).await.status, StatusCode::OK);
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations").await, 1);
}

#[both_engines]
async fn who_has_been_in_needs_no_invitation(app: TestApp) {
    let ada = app.invited("Ada", ADA).await;
    let link = app.newest_link(ADA).await;
    app.choose_password(&link).await;
    app.work().await;
    let made = app.made().await;
    let answer = app.resend(app.maja, app.team, ada).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.shows("This person has been in already"));
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn only_admins_of_the_team_send_anew_and_only_to_its_people(app: TestApp) {
    let ada = app.invited("Ada", ADA).await;
    let bo = app.user("Bo", "bo@bygg.example").await;
    app.wait(hours(1));
    let made = app.made().await;
    assert_eq!(app.resend(bo, app.team, ada).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.resend(app.eve, app.team, ada).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.resend(app.eve, app.lund, ada).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.resend(app.maja, app.team, app.eve).await.status, StatusCode::NOT_FOUND);
    let path = format!("/manage/teams/{}/users/{ada}/invitation", app.team);
    let nobody = app.send(Method::POST, &path, None, "", "").await;
    assert_eq!((nobody.status, nobody.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in?next=%2F"));
    assert_eq!(app.made().await, made);
}
