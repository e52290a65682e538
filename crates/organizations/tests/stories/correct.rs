//! Maja wrote a wrong address; the invitation goes to the right one.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::{Email, Error, Kind, Name, PersonId};
use organizations::{Correction, Invited};
use testkit::both_engines;

const WRONG: &str = "adda@bygg.example";
const ADA: &str = "ada@bygg.example";

async fn correct(app: &TestApp, who: PersonId, person: PersonId, email: &str) -> Result<Invited, Error> {
    let ask = Correction {
        team: app.team,
        person,
        email: Email::parse("email", email).unwrap(),
        first_name: None,
        last_name: Some(Name::parse("last_name", "Berg").unwrap()),
    };
    app.by(who, move |cx| organizations::correct_invitation(cx, &ask)).await
}

#[both_engines]
async fn the_right_address_gets_the_mail_and_the_old_link_is_dead(app: TestApp) {
    let wrong = app.invited("Ada", WRONG).await;
    let old = app.newest_link(WRONG).await;
    app.change_role(app.maja, wrong, "secondary_admin").await;
    let right = correct(&app, app.maja, wrong, ADA).await.unwrap();
    assert_eq!((right.email.as_str(), right.is_new), (ADA, true));
    assert_eq!(
        (app.roles().await, app.counted().await),
        (vec!["Ada secondary_admin".to_owned(), "Maja primary_admin".into()], 2)
    );
    assert_eq!(app.send(Method::GET, &old, None, "", "").await.status, StatusCode::GONE);
    assert_eq!(app.mails_to(ADA).await[0].to_name, "Ada Berg");
    let new = app.newest_link(ADA).await;
    assert_eq!(app.choose_password(&new).await.status, StatusCode::SEE_OTHER);
    app.work().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations").await, 1);
    assert_eq!(
        app.count("SELECT COUNT(*) FROM removed_members").await,
        0,
        "a mistake is nobody to bring back"
    );
    let audit = app.audit().await;
    for row in
        ["member.removed adda@", "member.added ada@", "invitation.corrected ada@", "invitation.sent ada@"]
    {
        assert!(audit.contains(&format!("maja@bygg.example {row}bygg.example")), "{row} in {audit:?}");
    }
}

#[both_engines]
async fn who_has_the_right_address_already_is_in_the_team_at_once(app: TestApp) {
    let ada = app.known("Ada", ADA).await;
    let wrong = app.invited("Ada", WRONG).await;
    let right = correct(&app, app.maja, wrong, "ADA@bygg.example").await.unwrap();
    assert_eq!((right.person, right.is_new), (ada, false));
    assert_eq!(app.mails_to(ADA).await[0].subject, "You are in the team Malmö of Byggkonsult");
    // The mail to the wrong address had not left yet.
    assert!(app.mails_to(WRONG).await.is_empty());
}

#[both_engines]
async fn what_cannot_be_corrected_stays_as_it_is(app: TestApp) {
    let (wrong, bo) = (app.invited("Ada", WRONG).await, app.user("Bo", "bo@bygg.example").await);
    app.change_role(app.maja, wrong, "secondary_admin").await;
    let made = app.made().await;
    let code = async |person, email| correct(&app, app.maja, person, email).await.unwrap_err().code();
    assert_eq!(code(wrong, "ADDA@bygg.example").await, "same-address");
    assert_eq!(code(wrong, "bo@bygg.example").await, "already-member");
    assert_eq!(code(bo, ADA).await, "already-active");
    let kind = async |who, person| correct(&app, who, person, ADA).await.unwrap_err().kind();
    assert_eq!(kind(bo, wrong).await, Kind::Forbidden);
    assert_eq!(kind(app.eve, wrong).await, Kind::NotFound);
    assert_eq!(kind(app.maja, app.eve).await, Kind::NotFound, "she is no member");
    assert_eq!(app.made().await, made);
    app.change_role(app.maja, wrong, "primary_admin").await;
    assert_eq!(code(wrong, ADA).await, "primary-admin-stays");
}

/// She is invited to Lund by the same wrong address: that is another mistake, and not Maja's to mend.
#[both_engines]
async fn another_team_keeps_its_invitation(app: TestApp) {
    let wrong = app.invited("Ada", WRONG).await;
    app.work().await;
    app.invite(app.eve, app.lund, "Ada", WRONG).await;
    correct(&app, app.maja, wrong, ADA).await.unwrap();
    let to_lund = app.newest_link(WRONG).await;
    assert_eq!(app.send(Method::GET, &to_lund, None, "", "").await.status, StatusCode::OK);
    assert_eq!(
        app.count(
            "SELECT COUNT(*) FROM memberships m JOIN teams t ON t.id = m.team_id WHERE t.name = 'Lund'"
        )
        .await,
        2
    );
}
