//! Maja invites people to Malmö (mission S11): it adds to the team, and they get the mail that fits them.

use crate::TestApp;
use axum::http::StatusCode;
use kernel::clock::{days, minutes};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn a_new_person_gets_a_user_id_and_the_way_in(app: TestApp) {
    let form = app.see(app.maja, &format!("/manage/teams/{}/users/invite", app.team)).await;
    assert!(form.shows("To the team Malmö of Byggkonsult"));
    let ada = app.invited("Ada", ADA).await;
    assert_eq!(app.roles().await, ["Ada user", "Maja primary_admin"]);
    let audit = app.audit().await;
    assert_eq!(
        audit,
        [
            format!("maja@bygg.example person.created {ADA}"),
            "maja@bygg.example member.added ada@bygg.example".into(),
            format!("maja@bygg.example invitation.sent {ADA}"),
        ]
    );

    let mails = app.mails_to(ADA).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Byggkonsult bjuder in dig till Nordkad");
    assert_eq!(mails[0].to_name, "Ada Berg");
    let text = mails[0].text.replace(['\n', '\u{a0}'], " ");
    for words in ["Maja Ek har lagt till dig i teamet Malmö hos Byggkonsult", "1 december 2026"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(mails[0].link.as_deref().unwrap().contains("/welcome/plats_link_"));
    assert!(!app.texts("SELECT text FROM mails").await[0].contains("plats_link_"), "no token lies around");

    let link = app.newest_link(ADA).await;
    let entered = app.choose_password(&link).await;
    assert_eq!((entered.status, entered.location.as_str()), (StatusCode::SEE_OTHER, "/"));
    // Nothing to do for products: she has none.
    assert!(!app.see(ada, &format!("/manage/teams/{}/users/invite", app.team)).await.shows("Send invite"));
}

#[both_engines]
async fn a_known_person_is_told_and_keeps_the_password(app: TestApp) {
    let bo = app.known("Bo", "Bo@Annan.example").await;
    assert_eq!(app.invited("Robert", " bo@ANNAN.example ").await, bo);
    let mails = app.mails_to("Bo@Annan.example").await;
    assert_eq!(mails.len(), 1);
    // In the language of the one who reads it, with the name that he goes by.
    assert_eq!(mails[0].subject, "You are in the team Malmö of Byggkonsult");
    assert!(mails[0].text.contains("Hello Bo."), "{}", mails[0].text);
    assert_eq!(mails[0].link.as_deref(), Some("http://account.nordkad.example/account"));
    assert_eq!(app.count("SELECT COUNT(*) FROM links").await, 0);
    assert_eq!(app.count("SELECT COUNT(*) FROM people WHERE email_key = 'bo@annan.example'").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NOT NULL").await, 1);
}

#[both_engines]
async fn somebody_invited_elsewhere_who_has_not_been_in_gets_a_link_too(app: TestApp) {
    app.invite(app.eve, app.lund, "Ada", ADA).await;
    let first = app.newest_link(ADA).await;
    app.invited("Ada", ADA).await;
    let second = app.newest_link(ADA).await;
    assert_ne!(first, second);
    // Both work: each says by whom she was asked. The first that she follows lets her in, and the other ends.
    app.choose_password(&first).await;
    app.work().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM memberships WHERE role = 'user'").await, 2);
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NULL").await, 0);
    let rest = app.send(axum::http::Method::GET, &second, None, "", "").await;
    assert_eq!(rest.status, StatusCode::GONE);
}

#[both_engines]
async fn nobody_is_invited_twice_in_any_letter_case(app: TestApp) {
    app.invited("Ada", ADA).await;
    let made = app.made().await;
    for again in [ADA, "ADA@BYGG.EXAMPLE", " Ada@Bygg.Example ", "maja@bygg.example", "MAJA@bygg.example"] {
        let answer = app.invite(app.maja, app.team, "Ada", again).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{again}");
        assert!(answer.shows("is in this team already."), "{again}");
    }
    assert_eq!(app.made().await, made);
    assert_eq!(app.mails_to(ADA).await.len(), 1);
}

#[both_engines]
async fn an_sa_invites_as_the_pa_does(app: TestApp) {
    let sara = app.user("Sara", "sara@bygg.example").await;
    app.change_role(app.maja, sara, "secondary_admin").await;
    let answer = app.invite(sara, app.team, "Ada", ADA).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(app.mails_to(ADA).await[0].text.contains("Sara Ek"));
}

#[both_engines]
async fn a_week_is_a_week(app: TestApp) {
    app.invited("Ada", ADA).await;
    let link = app.newest_link(ADA).await;
    app.wait(days(7) - minutes(1));
    assert_eq!(app.choose_password(&link).await.status, StatusCode::SEE_OTHER);
}
