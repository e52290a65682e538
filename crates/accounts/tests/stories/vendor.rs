//! The vendor's people: operators, partners, and the partners' people.

use crate::{TestApp, browser::Browser, world::PASSWORD};
use axum::http::StatusCode;
use testkit::both_engines;

const OLGA: &str = "olga@nordkad.example";

fn person(email: &str) -> [(&str, &str); 4] {
    [("first", "Olga"), ("last", "Ek"), ("email", email), ("language", "sv")]
}

async fn partner(olle: &Browser) -> String {
    let fields = [("name", "Skissera AB"), ("number", "skissera"), ("desk", "Licens@Skissera.example")];
    olle.post("/vendor/partners", &fields).await.location
}

/// Follows the link of the mail; a browser that is signed in.
async fn comes_in(app: &TestApp, email: &str) -> Browser {
    let (link, browser) = (app.newest_link(email).await, app.browser());
    browser.post(&link, &[("password", PASSWORD)]).await;
    browser
}

#[both_engines]
async fn an_operator_adds_another_who_gets_the_way_in(app: TestApp) {
    let olle = app.operator().await;
    assert_eq!(olle.post("/vendor/staff", &person(OLGA)).await.location, "/vendor/staff");
    let list = olle.get("/vendor/staff").await;
    assert!(
        list.says("Added. New people get an email with a link.") && list.says(OLGA) && list.says("Invited")
    );
    assert_eq!(app.mails_to(OLGA).await[0].subject, "Välj ditt lösenord för Nordkad");
    let olga = comes_in(&app, OLGA).await;
    assert_eq!(olga.get("/vendor/staff").await.status, StatusCode::OK);
    let taken = olle.post("/vendor/staff", &person("OLGA@nordkad.example")).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.says("That is in use already."));
    assert!(app.audit().await.contains(&format!("olle@nordkad.example staff.added {OLGA}")));
}

#[both_engines]
async fn who_has_an_account_keeps_the_password(app: TestApp) {
    let olle = app.operator().await;
    app.known("Olga", OLGA).await;
    let olga = app.signed_in(OLGA).await;
    assert_eq!(olga.get("/vendor/staff").await.status, StatusCode::NOT_FOUND);
    olle.post("/vendor/staff", &person(OLGA)).await;
    assert!(app.mails_to(OLGA).await.is_empty());
    assert_eq!(olga.get("/vendor/staff").await.status, StatusCode::OK, "at once, in the same session");
}

#[both_engines]
async fn a_partner_has_people_who_are_no_operators(app: TestApp) {
    let olle = app.operator().await;
    let path = partner(&olle).await;
    assert!(path.starts_with("/vendor/partners/part_"), "{path}");
    olle.post(&path, &person("pia@skissera.example")).await;
    assert!(olle.get(&path).await.says("pia@skissera.example"));
    let listed = olle.get("/vendor/partners").await;
    assert!(listed.says("Skissera AB") && listed.says("Licens@Skissera.example"));
    let pia = comes_in(&app, "pia@skissera.example").await;
    for door in ["/vendor/staff", "/vendor/partners", &path, "/vendor/api-keys"] {
        assert_eq!(pia.get(door).await.status, StatusCode::NOT_FOUND, "{door}");
    }
    // One who works for two partners.
    let fields = [("name", "Annan AB"), ("number", "annan"), ("desk", "")];
    let other = olle.post("/vendor/partners", &fields).await.location;
    assert_eq!(olle.post(&other, &person("pia@skissera.example")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.count("SELECT COUNT(*) FROM staff WHERE role = 'partner'").await, 2);
}

#[both_engines]
async fn a_number_stands_for_one_partner_and_mistakes_make_none(app: TestApp) {
    let olle = app.operator().await;
    partner(&olle).await;
    let made = app.made().await;
    let taken = olle.post("/vendor/partners", &[("name", "Kopia AB"), ("number", "skissera")]).await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(taken.says("Another partner has this number.") && taken.says("value=\"Kopia AB\""));
    for fields in
        [[("name", ""), ("number", "x"), ("desk", "")], [("name", "X"), ("number", "x"), ("desk", "desk")]]
    {
        let refused = olle.post("/vendor/partners", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let none = "/vendor/partners/part_01h455vb4pex5vsknk084sn02q";
    assert_eq!(olle.get(none).await.status, StatusCode::NOT_FOUND);
    assert_eq!(olle.post(none, &person(OLGA)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn the_vendors_doors_are_shut_for_all_others(app: TestApp) {
    let olle = app.operator().await;
    let path = partner(&olle).await;
    app.known("Ada", "ada@bygg.example").await;
    let ada = app.signed_in("ada@bygg.example").await;
    let made = app.made().await;
    let partner = [("name", "Eve AB"), ("number", "eve"), ("desk", "")];
    let key = [("name", "ERP"), ("partner", "")];
    let doors: [(&str, &[(&str, &str)]); 4] = [
        ("/vendor/staff", &person(OLGA)),
        ("/vendor/partners", &partner),
        (&path, &person(OLGA)),
        ("/vendor/api-keys", &key),
    ];
    for (door, fields) in doors {
        assert_eq!(ada.get(door).await.status, StatusCode::NOT_FOUND, "{door}");
        assert_eq!(ada.post(door, fields).await.status, StatusCode::NOT_FOUND, "{door}");
        assert!(app.browser().get(door).await.location.starts_with("/sign-in?next="), "{door}");
        assert_eq!(app.browser().post(door, fields).await.location, "/sign-in?next=%2F", "{door}");
    }
    assert_eq!(app.made().await, made);
}
