//! What is weighty asks for the password once more when the sign-in is old.

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD},
};
use axum::http::StatusCode;
use kernel::{FRESH, clock::minutes};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";
const AGAIN: &str = "/sign-in/again";

#[both_engines]
async fn the_password_once_more_makes_the_sign_in_fresh_and_leads_back(app: TestApp) {
    app.known("Ada", ADA).await;
    let browser = app.browser();
    browser.post("/sign-in", &[("email", ADA), ("password", PASSWORD), ("stay", "on")]).await;
    app.wait(FRESH + minutes(1));
    let page = browser.get(&format!("{AGAIN}?next=%2Fmanage%2Fcontracts")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says(ADA) && page.says("value=\"/manage/contracts\""));

    for password in ["", ANOTHER] {
        let refused = browser.post(AGAIN, &[("present", password), ("next", "/manage/contracts")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("f-present-error") && refused.set_cookies.is_empty());
    }
    let old = app.texts("SELECT id FROM sessions WHERE ended_at IS NULL").await;
    let entered = browser.post(AGAIN, &[("present", PASSWORD), ("next", "/manage/contracts")]).await;
    assert_eq!((entered.status, entered.location.as_str()), (StatusCode::SEE_OTHER, "/manage/contracts"));
    // One session took the place of the other, and stays as that one stayed.
    assert!(entered.set_cookie("__Host-session").unwrap().ends_with("; Max-Age=1209600"));
    let new = app.texts("SELECT id FROM sessions WHERE ended_at IS NULL").await;
    assert!(new.len() == 1 && new != old);
    assert!(app.is_in(&browser).await);
}

#[both_engines]
async fn it_is_for_those_who_are_in_and_leads_nowhere_else(app: TestApp) {
    app.known("Ada", ADA).await;
    let nobody = app.browser();
    assert!(nobody.get(AGAIN).await.location.starts_with("/sign-in?next="));
    assert_eq!(nobody.post(AGAIN, &[("present", PASSWORD)]).await.location, "/sign-in?next=%2F");
    let browser = app.signed_in(ADA).await;
    for next in ["https://evil.example/", "//evil.example", ""] {
        let entered = browser.post(AGAIN, &[("present", PASSWORD), ("next", next)]).await;
        assert_eq!(entered.location, "/", "{next:?}");
    }
    // Guessing has its limit here as well.
    let mut last = StatusCode::OK;
    for _ in 0..12 {
        last = browser.post(AGAIN, &[("present", ANOTHER)]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}
