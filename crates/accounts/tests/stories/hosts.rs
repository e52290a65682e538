//! Hosts: a cookie for one or for all of them, and forms that come from the page of somebody else.

use crate::{
    TestApp,
    browser::Browser,
    world::{ANOTHER, PASSWORD},
};
use axum::http::StatusCode;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn the_page_of_another_site_does_nothing_in_adas_name(app: TestApp) {
    app.known("Ada", ADA).await;
    let ada = app.signed_in(ADA).await;
    let session = ada.cookie("__Host-session").unwrap();
    let foreign = [
        ("https://evil.example", "cross-site"),
        ("https://shop.nordkad.example", "same-site"),
        ("https://account.nordkad.example.evil.example", "cross-site"),
        ("http://account.nordkad.example", "cross-site"),
        ("null", "cross-site"),
    ];
    let change = [("present", PASSWORD), ("password", ANOTHER)];
    let made = app.made().await;
    for (origin, relation) in foreign {
        let browser = app.browser().on_a_page_of(origin, relation);
        browser.keep("__Host-session", &session);
        let doors: [(&str, &[(&str, &str)]); 6] = [
            ("/profile/password", &change),
            ("/profile/sessions", &[]),
            ("/sign-out", &[]),
            ("/sign-in", &[("email", ADA), ("password", PASSWORD)]),
            ("/register", &[("first", "Eve"), ("last", "Ek"), ("email", "eve@evil.example")]),
            ("/forgotten", &[("email", ADA)]),
        ];
        for (door, fields) in doors {
            let refused = browser.post(door, fields).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{door} from {origin}");
            assert!(refused.says("<h1>"), "in words");
        }
        // A link from there is welcome.
        assert_eq!(browser.get("/profile").await.status, StatusCode::OK);
    }
    assert_eq!(app.made().await, made);
    assert!(app.is_in(&ada).await);
    let own = app.browser().on_a_page_of("https://account.nordkad.example", "same-origin");
    assert_eq!(app.enter(&own, ADA, PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[both_engines]
async fn the_areas_are_no_strangers_to_each_other(app: TestApp) {
    app.known("Ada", ADA).await;
    let door = app.door_with_areas(Some("nordkad.example"));
    let manage = Browser::new(door.clone()).on_a_page_of("https://manage.nordkad.example", "same-site");
    let entered = app.enter(&manage, ADA, PASSWORD).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    let cookie = entered.set_cookie("session").unwrap();
    assert!(cookie.ends_with("; HttpOnly; SameSite=Lax; Secure; Domain=nordkad.example"), "{cookie}");
    assert!(app.is_in(&manage).await);
    let policy = &manage.get("/sign-in").await.headers["content-security-policy"];
    assert!(policy.to_str().unwrap().ends_with("form-action 'self' https://manage.nordkad.example"));
    // It ends where it began.
    let out = manage.post("/sign-out", &[]).await;
    let cookie = out.set_cookie("session").unwrap();
    assert!(cookie.contains("; Domain=nordkad.example; Max-Age=0"), "{cookie}");
    let stranger = Browser::new(door).on_a_page_of("https://shop.nordkad.example", "same-site");
    assert_eq!(app.enter(&stranger, ADA, PASSWORD).await.status, StatusCode::FORBIDDEN);
}

#[both_engines]
async fn without_a_common_domain_the_cookie_is_bound_to_its_host(app: TestApp) {
    app.known("Ada", ADA).await;
    let browser = Browser::new(app.door_with_areas(None));
    let entered = app.enter(&browser, ADA, PASSWORD).await;
    let cookie = entered.set_cookie("__Host-session").unwrap();
    assert!(!cookie.contains("Domain") && cookie.contains("; Path=/; ") && cookie.contains("; Secure"));
    // A name without the prefix, which a neighbor host could have set, is not looked at.
    let fooled = app.browser();
    fooled.keep("session", &browser.cookie("__Host-session").unwrap());
    assert!(!app.is_in(&fooled).await);
}
