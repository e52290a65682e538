//! What people read in the browser.

use crate::TestApp;
use axum::http::Method;
use kernel::{Actor, Role};
use testkit::both_engines;

#[both_engines]
async fn the_list_says_until_when_a_device_works_offline(app: TestApp) {
    let empty = app.visit(&app.ada, Method::GET, "/account/devices").await;
    assert!(empty.body.contains("You work on no device yet"), "{}", empty.body);

    let (_, program) = app.ada_with_seat().await;
    app.policy(app.ritbord, 1).await;
    app.ask(&program, 1).await;
    let page = app.visit(&app.ada, Method::GET, "/account/devices").await;
    for words in [
        "MALMO-WS-0001",
        "Windows · Ritbord 2027.1",
        "works offline until 24\u{a0}December",
        "Ritbord: 1 of 1 device. End one",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let form = page.body.split("action=\"").find(|part| part.starts_with("/account/devices/")).unwrap();
    let action = form.split('"').next().unwrap().to_owned();
    let done = app.visit(&app.ada, Method::POST, &action).await;
    assert_eq!(done.status, 303);
    assert!(done.toast.contains("24%C2%A0December"), "{}", done.toast);
    let page = app.visit(&app.ada, Method::GET, "/account/devices").await;
    assert!(page.body.contains("Freed, and perhaps still offline"), "{}", page.body);
    assert!(!page.body.contains(&action), "nothing is left to end");
}

#[both_engines]
async fn nobody_is_led_to_the_sign_in(app: TestApp) {
    for path in ["/account/devices", "/vendor/licensing"] {
        assert_eq!(app.visit(&Actor::nobody(), Method::GET, path).await.status, 303, "{path}");
    }
    assert_eq!(app.visit(&Actor::nobody(), Method::POST, "/account/devices/dev_1/end").await.status, 303);
    assert_eq!(app.visit(&app.ada, Method::POST, "/account/devices/dev_1/end").await.status, 404);
}

#[both_engines]
async fn the_keys_are_for_the_operator(app: TestApp) {
    assert_eq!(app.visit(&app.maja, Method::GET, "/vendor/licensing").await.status, 404);
    let person = app.ada.person_id().unwrap();
    app.system(move |cx| {
        cx.quiet();
        let now = cx.now();
        let sql = "INSERT INTO staff (person_id, role, created_at) VALUES ($1, $2, $3)";
        cx.execute(sql, &[&person, &Role::Operator, &now])
    })
    .await;
    let page = app.visit(&app.ada, Method::GET, "/vendor/licensing").await;
    assert!(page.body.contains(&app.keys.root_public_key()));
    assert!(page.body.contains(&app.keys.current_kid()));
}
