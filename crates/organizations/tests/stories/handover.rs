//! Who hears of a role that changed hands (mission S12).

use crate::TestApp;
use axum::http::{Method, StatusCode};
use notifications::mailbox::Stored;
use serde_json::json;
use testkit::both_engines;

const MAJA: &str = "maja@bygg.example";
const SARA: &str = "sara@bygg.example";

fn subjects(mails: &[Stored]) -> Vec<&str> {
    mails.iter().map(|mail| mail.subject.as_str()).collect()
}

fn words(mail: &Stored) -> String {
    mail.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[both_engines]
async fn the_pa_hands_over_and_all_admins_are_told_in_their_language(app: TestApp) {
    let (sara, bo) = (app.user("Sara", SARA).await, app.user("Bo", "bo@bygg.example").await);
    let cilla = app.user("Cilla", "cilla@bygg.example").await;
    app.reads_swedish(sara).await;
    app.change_role(app.maja, cilla, "secondary_admin").await;
    app.work().await;
    app.change_role(app.maja, sara, "primary_admin").await;
    assert_eq!(
        app.roles().await,
        ["Bo user", "Cilla secondary_admin", "Maja secondary_admin", "Sara primary_admin"]
    );

    let to_sara = app.mails_to(SARA).await;
    assert_eq!(subjects(&to_sara), ["Du är nu primär administratör för Malmö"]);
    let text = words(&to_sara[0]);
    for part in
        ["Maja Ek hade rollen tidigare och är nu sekundär administratör.", "Ändringen gjordes av Maja Ek."]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(
        to_sara[0].link.as_deref(),
        Some(format!("http://account.nordkad.example/manage/teams/{}/users", app.team).as_str())
    );
    let to_maja = app.mails_to(MAJA).await;
    assert_eq!(subjects(&to_maja), ["Sara Ek is now primary admin of Malmö; you are secondary admin"]);
    assert_eq!(
        subjects(&app.mails_to("cilla@bygg.example").await),
        ["You are now secondary admin of Malmö", "Sara Ek is now primary admin of Malmö"]
    );
    assert!(app.mails_to("bo@bygg.example").await.is_empty(), "{bo} is no admin");
}

#[both_engines]
async fn an_sa_takes_the_role_over_and_both_hear_who_did_it(app: TestApp) {
    let sara = app.user("Sara", SARA).await;
    app.change_role(app.maja, sara, "secondary_admin").await;
    app.work().await;
    let path = format!("/api/v1/teams/{}/members/{sara}/role", app.team);
    let taken = app.call(sara, Method::PUT, &path, &json!({"role": "primary_admin"})).await;
    assert_eq!((taken.status, &taken.json()["role"]), (StatusCode::OK, &json!("primary_admin")));
    assert_eq!(app.roles().await, ["Maja secondary_admin", "Sara primary_admin"]);
    for (address, subject) in [
        (SARA, "You are now primary admin of Malmö"),
        (MAJA, "Sara Ek is now primary admin of Malmö; you are secondary admin"),
    ] {
        let mails = app.mails_to(address).await;
        let newest = mails.last().unwrap();
        assert_eq!(newest.subject, subject);
        assert!(words(newest).contains("The change was made by Sara Ek."), "{}", newest.text);
    }
    let audit = app.audit().await;
    assert_eq!(
        audit[audit.len() - 2..],
        [format!("{SARA} member.role-changed {MAJA}"), format!("{SARA} member.role-changed {SARA}")]
    );
}

#[both_engines]
async fn who_becomes_or_stops_being_sa_is_told_unless_it_was_their_own_act(app: TestApp) {
    let (sara, bo) = (app.user("Sara", SARA).await, app.user("Bo", "bo@bygg.example").await);
    for person in [sara, bo] {
        app.change_role(app.maja, person, "secondary_admin").await;
    }
    app.work().await;
    app.change_role(app.maja, bo, "user").await;
    app.change_role(sara, sara, "user").await;
    let to_bo = app.mails_to("bo@bygg.example").await;
    assert_eq!(
        subjects(&to_bo),
        ["You are now secondary admin of Malmö", "You are no longer secondary admin of Malmö"]
    );
    assert!(
        words(&to_bo[1]).contains("Maja Ek has changed your role in the team Malmö"),
        "{}",
        to_bo[1].text
    );
    assert_eq!(subjects(&app.mails_to(SARA).await), ["You are now secondary admin of Malmö"]);
    assert!(app.mails_to(MAJA).await.is_empty());
}

/// A team may have as many as it likes; a mail goes to the first two hundred.
#[both_engines]
async fn not_more_than_two_hundred_admins_are_told(app: TestApp) {
    let team = app.team;
    let sara = app.user("Sara", SARA).await;
    app.act(move |cx| {
        cx.quiet();
        for n in 0..203 {
            let new = accounts::NewPerson {
                email: kernel::Email::parse("email", &format!("sa{n}@bygg.example")).expect("an address"),
                first_name: kernel::Name::parse("name", "Sa").expect("a name"),
                last_name: kernel::Name::parse("name", "Ek").expect("a name"),
                lang: kernel::Lang::En,
                time_zone: "Europe/Stockholm".into(),
            };
            let (person, _) = accounts::person_for(cx, &new)?;
            let team = organizations::team(cx, team)?;
            organizations::add_member(cx, &team, person.id)?;
        }
        cx.execute("UPDATE memberships SET role = 'secondary_admin' WHERE role = 'user'", &[])
    })
    .await;
    app.change_role(app.maja, sara, "primary_admin").await;
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'primary_admin_changed'").await, 200);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 202);
}

#[both_engines]
async fn by_json_the_role_is_changed_with_the_same_rules(app: TestApp) {
    let bo = app.user("Bo", "bo@bygg.example").await;
    let path = |person| format!("/api/v1/teams/{}/members/{person}/role", app.team);
    let made = app.made().await;
    for role in ["operator", "partner", "contract_manager", "", "User"] {
        let answer = app.call(app.maja, Method::PUT, &path(bo), &json!({ "role": role })).await;
        assert_eq!(answer.refused(), ["/role not-understood"], "{role}");
    }
    let laid_down = app.call(app.maja, Method::PUT, &path(app.maja), &json!({"role": "user"})).await;
    assert_eq!(
        (laid_down.status, laid_down.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("primary-admin-stays"))
    );
    let ask = json!({"role": "primary_admin"});
    assert_eq!(app.call(bo, Method::PUT, &path(bo), &ask).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.call(app.eve, Method::PUT, &path(bo), &ask).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.call(app.maja, Method::PUT, &path(app.eve), &ask).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.made().await, made);
}
