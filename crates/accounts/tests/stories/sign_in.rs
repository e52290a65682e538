//! Sign in with address and password, stay, and sign out (mission S4, B17).

use crate::{
    TestApp,
    browser::Answer,
    world::{ANOTHER, PASSWORD},
};
use axum::http::StatusCode;
use kernel::clock::{days, hours, minutes};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn in_any_letter_case_and_with_spaces_around(app: TestApp) {
    app.known("Ada", "Ada@Bygg.example").await;
    for written in [ADA, "ADA@BYGG.EXAMPLE", "  Ada@bygg.Example\t"] {
        assert_eq!(app.enter(&app.browser(), written, PASSWORD).await.location, "/", "{written:?}");
    }
    assert_eq!(app.audit().await, ["nobody person.signed-in Ada@Bygg.example"; 3]);
    let wrong = [PASSWORD.to_uppercase(), format!("{PASSWORD} "), ANOTHER.into()];
    for password in wrong {
        let refused = app.enter(&app.browser(), ADA, &password).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// The answer as it came, with the address that was typed taken out.
fn shape(answer: &Answer, email: &str) -> (StatusCode, Vec<String>, String) {
    let names = answer.headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
    let mut names: Vec<_> = names.filter(|line| !line.starts_with("content-length")).collect();
    names.sort();
    (answer.status, names, answer.body.replace(email, "EMAIL"))
}

#[both_engines]
async fn a_wrong_password_and_an_unknown_address_look_the_same(app: TestApp) {
    app.known("Ada", ADA).await;
    app.named("Nora", "nora@bygg.example").await;
    let mut seen = vec![];
    for email in [ADA, "eve@bygg.example", "nora@bygg.example"] {
        let refused = app.enter(&app.browser(), email, ANOTHER).await;
        assert!(refused.says("Address and password do not belong together."));
        assert!(refused.says(&format!("value=\"{email}\"")) && !refused.says(ANOTHER));
        assert_eq!(refused.set_cookies.len(), 0);
        seen.push(shape(&refused, email));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
    assert_eq!(app.open_sessions().await, 0);
}

#[both_engines]
async fn the_way_on_leads_nowhere_else(app: TestApp) {
    app.known("Ada", ADA).await;
    let cases = [
        ("/manage/contracts?q=1", "/manage/contracts?q=1"),
        ("", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("\\/evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("/x\r\nSet-Cookie: a=b", "/"),
        ("javascript:alert(1)", "/"),
        ("account.nordkad.example", "/"),
    ];
    let inside = app.signed_in(ADA).await;
    for (next, location) in cases {
        let fields = [("email", ADA), ("password", PASSWORD), ("next", next)];
        assert_eq!(app.browser().post("/sign-in", &fields).await.location, location, "{next:?}");
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        assert_eq!(inside.get(&format!("/sign-in?{query}")).await.location, location, "{next:?}");
    }
    // From a page that asks for it, and back.
    let browser = app.browser();
    let asked = browser.get("/profile/sessions?a=1&b=2").await;
    assert_eq!(asked.location, "/sign-in?next=%2Fprofile%2Fsessions%3Fa%3D1%26b%3D2");
    assert!(browser.get(&asked.location).await.says("value=\"/profile/sessions?a=1&amp;b=2\""));
}

#[both_engines]
async fn a_session_lasts_as_long_as_was_wished(app: TestApp) {
    app.known("Ada", ADA).await;
    let (short, long) = (app.signed_in(ADA).await, app.browser());
    let fields = [("email", ADA), ("password", PASSWORD), ("stay", "on")];
    let entered = long.post("/sign-in", &fields).await;
    assert!(entered.set_cookie("__Host-session").unwrap().ends_with("; Max-Age=1209600"));
    app.wait(hours(11));
    assert!(app.is_in(&short).await, "a visit keeps it alive");
    app.wait(hours(11));
    assert!(app.is_in(&short).await);
    app.wait(hours(12));
    assert!(!app.is_in(&short).await);
    app.wait(days(12));
    assert!(app.is_in(&long).await);
    app.wait(days(13));
    assert!(app.is_in(&long).await);
    app.wait(days(4));
    assert!(!app.is_in(&long).await, "after thirty days in any case");
}

#[both_engines]
async fn signing_in_again_ends_the_session_of_this_browser(app: TestApp) {
    app.known("Ada", ADA).await;
    app.known("Bo", "bo@bygg.example").await;
    let (browser, other) = (app.signed_in(ADA).await, app.signed_in(ADA).await);
    // From a page of signing in that was left open in another tab.
    app.enter(&browser, ADA, PASSWORD).await;
    assert_eq!(app.open_sessions().await, 2);
    app.enter(&browser, "bo@bygg.example", PASSWORD).await;
    assert_eq!(app.open_sessions().await, 2);
    assert!(browser.get("/profile").await.says("bo@bygg.example"));
    assert!(app.is_in(&other).await, "another browser is another matter");
}

#[both_engines]
async fn signing_out_ends_it_for_good(app: TestApp) {
    app.known("Ada", ADA).await;
    let browser = app.signed_in(ADA).await;
    let cookie = browser.cookie("__Host-session").unwrap();
    let page = browser.get("/sign-out").await;
    assert!(page.says("Sign out") && app.is_in(&browser).await, "a look signs nobody out");
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.location, "/sign-in");
    assert_eq!(browser.cookie("__Host-session"), None);
    let thief = app.browser();
    thief.keep("__Host-session", &cookie);
    assert!(!app.is_in(&thief).await);
    assert_eq!(app.audit().await.last().unwrap(), &format!("{ADA} person.signed-out {ADA}"));
    assert_eq!(thief.post("/sign-out", &[]).await.status, StatusCode::SEE_OTHER, "twice does no harm");
    app.wait(minutes(1));
    assert_eq!(app.audit().await.len(), 2);
}

#[both_engines]
async fn what_cannot_be_read_is_refused_beside_its_field(app: TestApp) {
    let made = app.made().await;
    let long = "x".repeat(1 << 19);
    for (email, password) in [
        ("", PASSWORD),
        ("ada", PASSWORD),
        ("аda@bygg.example", PASSWORD),
        (&long, PASSWORD),
        (ADA, ""),
        (ADA, &long),
    ] {
        let refused = app.enter(&app.browser(), email, password).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("aria-invalid"));
    }
    let script = "\"><script>alert(1)</script>";
    assert!(!app.enter(&app.browser(), script, PASSWORD).await.says("<script>alert"));
    let huge = app.browser().post("/sign-in", &[("email", &"x".repeat(2 << 20))]).await;
    assert!(huge.status.is_client_error(), "{}", huge.status);
    for cookie in ["x", "plats_ses_x", ""] {
        let browser = app.browser();
        browser.keep("__Host-session", cookie);
        assert_eq!(browser.get("/profile").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(app.made().await, made);
}
