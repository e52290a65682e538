//! "Stay signed in": the cookie lives as long as the session behind it, and no longer.

use crate::{TestApp, browser::Browser, world::PASSWORD};
use kernel::clock::{days, hours, minutes};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";
const COOKIE: &str = "__Host-session";

/// Signed in with the box ticked, or without it.
async fn enter(app: &TestApp, stay: bool) -> Browser {
    app.known("Ada", ADA).await;
    let browser = app.browser();
    let fields = [("email", ADA), ("password", PASSWORD), ("stay", "on")];
    browser.post("/sign-in", if stay { &fields } else { &fields[..2] }).await;
    browser
}

/// What the next page says about the cookie's age; empty when it leaves the cookie as it is.
async fn age(browser: &Browser) -> String {
    let page = browser.get("/profile").await;
    let cookie = page.set_cookie(COOKIE).unwrap_or_default();
    cookie.split("Max-Age=").nth(1).unwrap_or_default().to_owned()
}

#[both_engines]
async fn whoever_comes_by_stays_signed_in_until_the_thirtieth_day(app: TestApp) {
    let ada = enter(&app, true).await;
    assert_eq!(age(&ada).await, "", "it is as new as it can be");
    app.wait(days(10));
    assert_eq!(age(&ada).await, "1209600", "fourteen days from now on");
    app.wait(days(10));
    assert_eq!(age(&ada).await, "864000", "ten days are left of the thirty");
    app.wait(days(9));
    assert_eq!(age(&ada).await, "86400");
    app.wait(days(1));
    assert!(!app.is_in(&ada).await, "the thirtieth day is the last");
}

#[both_engines]
async fn fourteen_days_without_a_visit_are_too_many(app: TestApp) {
    let ada = enter(&app, true).await;
    app.wait(days(13));
    assert!(app.is_in(&ada).await);
    app.wait(days(14));
    assert!(!app.is_in(&ada).await);
}

#[both_engines]
async fn without_the_box_the_cookie_goes_with_the_browser(app: TestApp) {
    let ada = enter(&app, false).await;
    app.wait(hours(2));
    let page = ada.get("/profile").await;
    assert_eq!((page.status.as_u16(), page.set_cookie(COOKIE)), (200, None));
}

#[both_engines]
async fn signing_out_is_not_taken_back_by_a_renewal(app: TestApp) {
    let ada = enter(&app, true).await;
    app.wait(minutes(5));
    let out = ada.post("/sign-out", &[]).await;
    let set: Vec<_> = out.set_cookies.iter().filter(|line| line.starts_with(COOKIE)).collect();
    assert!(set.len() == 1 && set[0].contains("Max-Age=0"), "{set:?}");
    assert!(!app.is_in(&ada).await);
}
