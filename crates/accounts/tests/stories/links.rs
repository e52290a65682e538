//! The link in the welcome mail: how a person first gets in (mission S2).

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD},
};
use accounts::Purpose;
use axum::http::StatusCode;
use kernel::clock::{hours, minutes};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn a_look_changes_nothing_and_a_password_lets_her_in(app: TestApp) {
    let ada = app.named("Ada", "Ada@Bygg.example").await;
    let link = app.link(Purpose::Welcome, ada).await;
    let made = app.made().await;
    let browser = app.browser();
    for _ in 0..3 {
        let page = browser.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.says("Welcome, Ada. Choose your password") && page.says("For Ada@Bygg.example."));
        assert!(page.says("until 25 November 2026, 09:30"));
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.headers["referrer-policy"], "same-origin");
    }
    assert_eq!(app.made().await, made);
    assert!(!app.is_in(&browser).await);

    let entered = browser.post(&link, &[("password", PASSWORD)]).await;
    assert_eq!((entered.status, entered.location.as_str()), (StatusCode::SEE_OTHER, "/"));
    let cookie = entered.set_cookie("__Host-session").unwrap();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    assert!(app.is_in(&browser).await);
    assert_eq!(app.count("SELECT COUNT(*) FROM people WHERE verified_at IS NOT NULL").await, 1);
    assert_eq!(
        app.audit().await,
        ["nobody person.password-set Ada@Bygg.example", "nobody person.signed-in Ada@Bygg.example",]
    );
    // Neither token nor password is anywhere.
    let token = link.rsplit('/').next().unwrap();
    let kept = app.texts("SELECT password_hash FROM people UNION ALL SELECT token_hash FROM links").await;
    assert!(kept.iter().all(|text| !text.contains(token) && !text.contains(PASSWORD)));
    assert!(kept[0].starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept:?}");
    app.signed_in(ADA).await;
}

#[both_engines]
async fn it_works_once(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let link = app.link(Purpose::Welcome, ada).await;
    app.browser().post(&link, &[("password", PASSWORD)]).await;
    let stranger = app.browser();
    for answer in [stranger.get(&link).await, stranger.post(&link, &[("password", ANOTHER)]).await] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.says("You have used this link already. Sign in with the password that you chose."));
        assert!(answer.says("href=\"/sign-in\"") && !answer.says("/renewal"));
    }
    assert!(!app.is_in(&stranger).await);
    let renewed = stranger.post(&format!("{link}/renewal"), &[]).await;
    assert_eq!(renewed.status, StatusCode::GONE);
    assert!(app.mails_to(ADA).await.is_empty());
    assert_eq!(app.enter(&stranger, ADA, ANOTHER).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[both_engines]
async fn after_a_day_it_offers_a_new_one_which_goes_to_her_alone(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let link = app.link(Purpose::Welcome, ada).await;
    app.wait(hours(24));
    let finder = app.browser();
    let late = finder.get(&link).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.says("This link is too old") && late.says(&format!("action=\"{link}/renewal\"")));
    assert_eq!(finder.post(&link, &[("password", PASSWORD)]).await.status, StatusCode::GONE);
    // A look at the way to a new one makes none.
    let looked = finder.get(&format!("{link}/renewal")).await;
    assert_eq!((looked.status, app.mails_to(ADA).await.len()), (StatusCode::METHOD_NOT_ALLOWED, 0));

    assert_eq!(finder.post(&format!("{link}/renewal"), &[]).await.location, "/mail-sent");
    let mails = app.mails_to(ADA).await;
    assert_eq!(mails[0].subject, "Välj ditt lösenord för Nordkad");
    let new = app.newest_link(ADA).await;
    app.wait(hours(24) - minutes(1));
    assert_eq!(app.browser().post(&new, &[("password", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
    assert!(!app.is_in(&finder).await);
}

#[both_engines]
async fn the_newest_link_is_the_one_that_works(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let mut links = vec![];
    for _ in 0..3 {
        links.push(app.link(Purpose::Welcome, ada).await);
    }
    let newest = links.pop().unwrap();
    for old in links {
        let answer = app.browser().get(&old).await;
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.says("A newer link has taken its place"));
        let renewed = app.browser().post(&format!("{old}/renewal"), &[]).await;
        assert_eq!(renewed.status, StatusCode::GONE, "there is a newer one");
    }
    // Links of other kinds work beside it, until one of them is followed.
    let invitation = app.link(Purpose::Invitation, ada).await;
    assert_eq!(app.browser().get(&newest).await.status, StatusCode::OK);
    app.browser().post(&invitation, &[("password", PASSWORD)]).await;
    assert_eq!(app.browser().get(&newest).await.status, StatusCode::GONE);
}

#[both_engines]
async fn a_link_that_is_none_is_told_so(app: TestApp) {
    let ada = app.known("Ada", ADA).await;
    let link = app.link(Purpose::Reset, ada).await;
    let session = app.signed_in(ADA).await.cookie("__Host-session").unwrap();
    let cut = link[..link.len() - 1].to_owned();
    let swapped = link.replace("plats_link_", "plats_key_");
    let made = app.made().await;
    let foreign = [cut, swapped, format!("/welcome/{session}"), "/welcome/x".into(), "/welcome/%00".into()];
    for path in foreign {
        for answer in
            [app.browser().get(&path).await, app.browser().post(&path, &[("password", ANOTHER)]).await]
        {
            assert_eq!(answer.status, StatusCode::GONE, "{path}");
            assert!(answer.says("We do not know this link."), "{path}");
        }
        let renewed = app.browser().post(&format!("{path}/renewal"), &[]).await;
        assert_eq!(renewed.status, StatusCode::GONE, "{path}");
    }
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn a_weak_password_is_refused_and_the_link_stays_open(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let link = app.link(Purpose::Welcome, ada).await;
    let made = app.made().await;
    let long = "x".repeat(1025);
    let cases = [
        ("", "Fill this in."),
        ("kort", "At least 15 characters."),
        ("aaaaaaaaaaaaaaaaaaaa", "This password is easily guessed."),
        ("ada@bygg.example", "This password is easily guessed."),
        ("password1234567890", "This password is easily guessed."),
        (&long, "At most 1024 characters."),
    ];
    for (password, words) in cases {
        let refused = app.browser().post(&link, &[("password", password)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(refused.says(words), "{words}");
        assert!(
            password.len() < 5 || password.contains('@') || !refused.says(password),
            "a password is never shown again"
        );
    }
    assert_eq!(app.made().await, made);
    // All of Unicode, and blanks at its ends, are part of a password.
    let odd = " grön ö, 紫の雲 och 7 🐘 ";
    let browser = app.browser();
    assert_eq!(browser.post(&link, &[("password", odd)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.enter(&app.browser(), ADA, odd.trim()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.enter(&app.browser(), ADA, odd).await.status, StatusCode::SEE_OTHER);
}

/// Maja tries out the link of Ada's mail in the browser in which she is signed in.
#[both_engines]
async fn a_browser_has_one_session(app: TestApp) {
    app.known("Maja", "maja@bygg.example").await;
    let ada = app.named("Ada", ADA).await;
    let link = app.link(Purpose::Invitation, ada).await;
    let browser = app.signed_in("maja@bygg.example").await;
    let majas = browser.cookie("__Host-session").unwrap();
    browser.post(&link, &[("password", ANOTHER)]).await;
    assert!(browser.get("/profile").await.says(ADA));
    let old = app.browser();
    old.keep("__Host-session", &majas);
    assert!(!app.is_in(&old).await);
    assert_eq!(app.open_sessions().await, 1);
}
