//! The first start: whoever has the code that the server printed becomes the first operator.

use crate::{
    TestApp,
    world::{ANOTHER, CODE, PASSWORD},
};
use axum::http::StatusCode;
use testkit::both_engines;

const OLLE: &str = "olle@nordkad.example";

fn form<'a>(code: &'a str, email: &'a str, password: &'a str) -> [(&'a str, &'a str); 5] {
    [("code", code), ("first", "Olle"), ("last", "Ek"), ("email", email), ("password", password)]
}

#[both_engines]
async fn the_code_makes_one_operator(app: TestApp) {
    let page = app.browser().get(&format!("/setup?code={CODE}")).await;
    assert!(page.says("First start") && page.says(&format!("value=\"{CODE}\"")));
    let olle = app.operator().await;
    assert_eq!(olle.get("/vendor/staff").await.status, StatusCode::OK);
    assert_eq!(
        app.audit().await[..3],
        [
            format!("nobody person.created {OLLE}"),
            format!("nobody person.password-set {OLLE}"),
            format!("nobody staff.added {OLLE}"),
        ]
    );
    // The door is shut behind him, also for whoever has the code.
    assert_eq!(app.browser().get("/setup").await.status, StatusCode::NOT_FOUND);
    let made = app.made().await;
    for email in ["eve@evil.example", OLLE] {
        let second = app.browser().post("/setup", &form(CODE, email, ANOTHER)).await;
        assert_eq!(second.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(app.made().await, made);
    app.signed_in(OLLE).await;
}

#[both_engines]
async fn without_the_code_nobody_becomes_anything(app: TestApp) {
    let made = app.made().await;
    for (code, password, words) in [
        ("", PASSWORD, "This is not the code that the server printed."),
        ("plats_setup_guess", PASSWORD, "This is not the code that the server printed."),
        (CODE, "kort", "At least 15 characters."),
        (CODE, "aaaaaaaaaaaaaaaaaaaa", "This password is easily guessed."),
    ] {
        let refused = app.browser().post("/setup", &form(code, OLLE, password)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says(words), "{words}");
    }
    assert_eq!(app.made().await, made);
    let spaced = format!(" {CODE}\n");
    assert_eq!(app.browser().post("/setup", &form(&spaced, OLLE, PASSWORD)).await.location, "/sign-in");
}
