//! Change the own password, with the present one.

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD},
};
use accounts::Purpose;
use axum::http::StatusCode;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn a_change_keeps_this_browser_and_ends_all_else(app: TestApp) {
    let ada = app.known("Ada", ADA).await;
    let (here, elsewhere) = (app.signed_in(ADA).await, app.signed_in(ADA).await);
    let open = app.link(Purpose::Reset, ada).await;
    let changed = here.post("/profile/password", &[("present", PASSWORD), ("password", ANOTHER)]).await;
    assert_eq!((changed.status, changed.location.as_str()), (StatusCode::SEE_OTHER, "/profile/sessions"));
    assert!(here.get("/profile/sessions").await.says("The password is changed."));
    assert!(!here.get("/profile/sessions").await.says("The password is changed."), "it is said once");
    assert!(!app.is_in(&elsewhere).await);
    assert_eq!(app.browser().get(&open).await.status, StatusCode::GONE);
    assert_eq!(app.audit().await.last().unwrap(), &format!("{ADA} person.password-set {ADA}"));
    assert_eq!(app.enter(&app.browser(), ADA, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.enter(&app.browser(), ADA, ANOTHER).await.status, StatusCode::SEE_OTHER);
}

#[both_engines]
async fn without_the_present_one_nothing_changes(app: TestApp) {
    app.known("Ada", ADA).await;
    let (here, elsewhere) = (app.signed_in(ADA).await, app.signed_in(ADA).await);
    let made = app.made().await;
    let cases = [
        (ANOTHER, "nio moln över ett berg", "This is not your present password."),
        ("", ANOTHER, "Fill this in."),
        (PASSWORD, "", "Fill this in."),
        (PASSWORD, "kort", "At least 15 characters."),
        (PASSWORD, "aaaaaaaaaaaaaaaaaaaa", "This password is easily guessed."),
    ];
    for (present, password, words) in cases {
        let refused = here.post("/profile/password", &[("present", present), ("password", password)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says(words), "{words}");
    }
    assert_eq!(app.made().await, made);
    assert!(app.is_in(&elsewhere).await);
    let nobody =
        app.browser().post("/profile/password", &[("present", PASSWORD), ("password", ANOTHER)]).await;
    assert_eq!(nobody.location, "/sign-in?next=%2F");
    app.signed_in(ADA).await;
}

/// Whoever finds an open browser does not guess the password from there.
#[both_engines]
async fn the_present_password_is_not_guessed_here_either(app: TestApp) {
    app.known("Ada", ADA).await;
    let here = app.signed_in(ADA).await;
    for _ in 0..10 {
        here.post("/profile/password", &[("present", ANOTHER), ("password", ANOTHER)]).await;
    }
    let slowed = here.post("/profile/password", &[("present", PASSWORD), ("password", ANOTHER)]).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
}
