//! The own profile: names, language, time zone, light or dark (mission S10).

use crate::{TestApp, world::PASSWORD};
use axum::http::StatusCode;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

fn details<'a>(last: &'a str, zone: &'a str) -> [(&'a str, &'a str); 4] {
    [("first", "Ada"), ("last", last), ("language", "en"), ("time_zone", zone)]
}

#[both_engines]
async fn ada_changes_what_she_is_called_and_reads(app: TestApp) {
    let id = app.known("Ada", ADA).await;
    let ada = app.browser();
    app.enter(&ada, ADA, PASSWORD).await;
    let page = ada.get("/profile").await;
    assert!(page.says("lang=\"sv\"") && page.says("Personuppgifter"), "in her language");
    assert!(page.says(&id.to_string()) && page.says(ADA) && page.says("value=\"Berg\""));

    let saved = ada.post("/profile", &details("  Öberg ", "America/New_York")).await;
    assert_eq!(saved.location, "/profile");
    let page = ada.get("/profile").await;
    assert!(page.says("lang=\"en\"") && page.says("Saved.") && page.says("value=\"Öberg\""));
    assert_eq!(app.audit().await.last().unwrap(), &format!("{ADA} person.details-changed {ADA}"));
    // Mails follow.
    app.browser().post("/forgotten", &[("email", ADA)]).await;
    let mails = app.mails_to(ADA).await;
    assert_eq!(
        (mails[0].subject.as_str(), mails[0].to_name.as_str()),
        ("A new password for Nordkad", "Ada Öberg")
    );
    let text = mails[0].text.replace(['\n', '\u{a0}'], " ");
    assert!(text.contains("until 24 November 2026, 04:30"), "{text}");
}

#[both_engines]
async fn what_cannot_be_is_refused_and_stays_typed(app: TestApp) {
    app.known("Ada", ADA).await;
    let ada = app.browser();
    app.enter(&ada, ADA, PASSWORD).await;
    let made = app.made().await;
    let long = "x".repeat(121);
    for (last, zone) in [
        ("", "Europe/Stockholm"),
        (&long, "Europe/Stockholm"),
        ("\u{202e}", "UTC"),
        ("Berg", "Europe/Malmo"),
        ("Berg", ""),
    ] {
        let refused = ada.post("/profile", &details(last, zone)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("aria-invalid") && refused.says("value=\"Ada\""));
    }
    let fields = [("first", "Ada"), ("last", "Berg"), ("language", "xx"), ("time_zone", "UTC")];
    assert_eq!(ada.post("/profile", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.made().await, made);
    assert!(ada.get("/profile").await.says("lang=\"sv\""), "a refused form switches no language");
    let script = ada.post("/profile", &details("</h1><script>alert(1)</script>", "UTC")).await;
    assert_eq!(script.location, "/profile");
    assert!(!ada.get("/profile").await.says("<script>alert"));
}

#[both_engines]
async fn light_or_dark(app: TestApp) {
    app.known("Ada", ADA).await;
    let ada = app.signed_in(ADA).await;
    assert_eq!(ada.post("/profile/appearance", &[("scheme", "dark")]).await.location, "/profile/appearance");
    assert!(ada.get("/profile").await.says("data-scheme=\"dark\""));
    for bad in ["", "pink", "dark\" onload=\"x"] {
        let refused = ada.post("/profile/appearance", &[("scheme", bad)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(app.texts("SELECT scheme FROM people").await, ["dark"]);
}

#[both_engines]
async fn the_language_switch_works_for_everybody_and_leads_back(app: TestApp) {
    let browser = app.browser();
    assert!(browser.get("/sign-in").await.says("lang=\"en\""));
    let switched = browser.get("/language?to=sv&back=%2Fsign-in%3Fnext%3D%252Fprofile").await;
    assert_eq!(switched.location, "/sign-in?next=%2Fprofile");
    assert!(browser.get("/sign-in").await.says("Logga in"));
    for strange in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
        assert_eq!(browser.get(&format!("/language?to=en&back={strange}")).await.location, "/");
    }
    let unknown = browser.get("/language?to=xx&back=%2Fsign-in").await;
    assert_eq!((unknown.location.as_str(), unknown.set_cookies.len()), ("/sign-in", 0));
    // Without a choice, what the browser wishes.
    let swede = app.browser().reading("de, sv-SE;q=0.8, en;q=0.5");
    assert!(swede.get("/sign-in").await.says("Logga in"));
}

#[both_engines]
async fn a_profile_is_for_those_who_are_in(app: TestApp) {
    for path in ["/profile", "/profile/password", "/profile/sessions", "/profile/appearance"] {
        let asked = app.browser().get(path).await;
        assert_eq!(asked.location, format!("/sign-in?next={}", path.replace('/', "%2F")));
        let posted = app.browser().post(path, &[("scheme", "dark")]).await;
        assert!(
            posted.status == StatusCode::SEE_OTHER && posted.location == "/sign-in?next=%2F"
                || posted.status == StatusCode::UNPROCESSABLE_ENTITY,
            "{path} {}",
            posted.status
        );
    }
}
