//! Signing in a device that has no browser.

use crate::{TestApp, answers::Answer, world::DEVICE};
use axum::http::Method;
use testkit::both_engines;

async fn begin(app: &TestApp) -> (String, String) {
    let fields = [
        ("client_id", "ritbord"),
        ("scope", "openid offline_access license"),
        ("device_name", "Plotter 3"),
        ("program_version", "2027.1"),
    ];
    let begun = app.call("/oauth/device_authorization", &fields).await;
    assert_eq!((begun.status, begun.kept.as_str()), (200, "no-store"), "{}", begun.body);
    assert_eq!((&begun.json()["expires_in"], &begun.json()["interval"]), (&900.into(), &5.into()));
    let code = begun.text("user_code");
    assert_eq!(begun.text("verification_uri"), "https://account.nordkad.example/device");
    assert!(begun.text("verification_uri_complete").ends_with(&format!("/device?user_code={code}")));
    (begun.text("device_code"), code)
}

async fn poll(app: &TestApp, device_code: &str) -> Answer {
    let fields = [("grant_type", DEVICE), ("device_code", device_code), ("client_id", "ritbord")];
    app.call("/oauth/token", &fields).await
}

async fn decide(app: &TestApp, user_code: &str, decision: &str) -> Answer {
    app.submit("/device/decision", &[("user_code", user_code), ("decision", decision)]).await
}

#[both_engines]
async fn ada_signs_the_plotter_in(app: TestApp) {
    let (device_code, user_code) = begin(&app).await;
    assert_eq!(poll(&app, &device_code).await.error(), "authorization_pending");
    app.seconds(5);
    assert_eq!(poll(&app, &device_code).await.error(), "authorization_pending");

    let link = format!("/device?user_code={user_code}");
    assert_eq!(app.get_as("", &link).await.status, 303, "signing in comes first");
    let form = app.page(&link).await;
    assert!(form.body.contains(&format!("value=\"{user_code}\"")), "{}", form.body);
    let typed = user_code.to_lowercase().replace('-', " ");
    let confirm = app.submit("/device", &[("user_code", &typed)]).await;
    for words in [
        "Ritbord",
        "2027.1",
        "Plotter 3",
        "09:30",
        &user_code,
        "use one of your seats",
        "Did somebody send you",
    ] {
        assert!(confirm.body.contains(words), "{words} is missing in {}", confirm.body);
    }
    app.seconds(5);
    assert_eq!(poll(&app, &device_code).await.error(), "authorization_pending", "looking is not allowing");

    assert!(decide(&app, &user_code, "allow").await.body.contains("The device is signed in"));
    app.seconds(5);
    let answer = poll(&app, &device_code).await;
    let (access, refresh) = answer.tokens();
    assert!(!answer.text("id_token").is_empty());
    assert_eq!(app.bearer(Method::GET, "/api/v1/seat", &access).await.status, 200);
    app.refresh(&refresh).await.tokens();
    let list = app.page("/profile/programs").await;
    assert!(list.body.contains("Ritbord 2027.1 · Plotter 3"), "{}", list.body);

    assert_eq!(poll(&app, &device_code).await.error(), "invalid_grant", "once");
    assert_eq!(app.endings().await, ["replayed-code"]);
}

#[both_engines]
async fn who_asks_too_often_waits_longer(app: TestApp) {
    let (device_code, user_code) = begin(&app).await;
    assert_eq!(poll(&app, &device_code).await.error(), "authorization_pending");
    app.seconds(1);
    assert_eq!(poll(&app, &device_code).await.error(), "slow_down");
    app.seconds(6);
    assert_eq!(poll(&app, &device_code).await.error(), "slow_down", "now it is ten seconds");
    decide(&app, &user_code, "allow").await;
    app.seconds(15);
    poll(&app, &device_code).await.tokens();
}

#[both_engines]
async fn ada_says_no(app: TestApp) {
    let (device_code, user_code) = begin(&app).await;
    assert!(decide(&app, &user_code, "deny").await.body.contains("Not allowed"));
    assert_eq!(poll(&app, &device_code).await.error(), "access_denied");
    assert_eq!(decide(&app, &user_code, "allow").await.status, 422, "once");
    assert_eq!(poll(&app, &device_code).await.error(), "access_denied");
    assert!(!app.audit().await.contains(&"program.allowed".to_owned()));
}

#[both_engines]
async fn a_quarter_of_an_hour_and_it_is_over(app: TestApp) {
    let (device_code, user_code) = begin(&app).await;
    app.seconds(15 * 60);
    assert_eq!(app.submit("/device", &[("user_code", &user_code)]).await.status, 422);
    assert_eq!(decide(&app, &user_code, "allow").await.status, 422);
    assert_eq!(poll(&app, &device_code).await.error(), "expired_token");
    app.wait(kernel::clock::days(2));
    app.jobs.schedule(&app.db).await.unwrap();
    app.jobs.run_due(&app.db).await.unwrap();
    assert_eq!(poll(&app, &device_code).await.error(), "invalid_grant", "swept out");
}

#[both_engines]
async fn codes_cannot_be_guessed(app: TestApp) {
    let (_, user_code) = begin(&app).await;
    for _ in 0..10 {
        let wrong = app.submit("/device", &[("user_code", "BBBB-BBBB")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("No device waits with this code"), "{}", wrong.body);
    }
    assert_eq!(app.submit("/device", &[("user_code", "BBBB-BBBB")]).await.status, 429);
    assert_eq!(decide(&app, &user_code, "allow").await.status, 429, "the other door is the same door");
    app.seconds(15 * 60 - 1);
    assert_eq!(app.submit("/device", &[("user_code", &user_code)]).await.status, 429);
    app.seconds(1);
    let (_, user_code) = begin(&app).await;
    assert_eq!(app.submit("/device", &[("user_code", &user_code)]).await.status, 200);
    for bad in ["", "WORD-WORD", "BBBB", "é"] {
        assert_eq!(app.submit("/device", &[("user_code", bad)]).await.status, 422, "{bad}");
    }
}

#[both_engines]
async fn a_device_code_is_of_one_program(app: TestApp) {
    let (device_code, user_code) = begin(&app).await;
    decide(&app, &user_code, "allow").await;
    let fields = [("grant_type", DEVICE), ("device_code", device_code.as_str())];
    assert_eq!(app.shop_calls("/oauth/token", &fields).await.error(), "invalid_grant");
    let unknown = [("client_id", "nobody")];
    assert_eq!(app.call("/oauth/device_authorization", &unknown).await.error(), "invalid_client");
    poll(&app, &device_code).await.tokens();
}
