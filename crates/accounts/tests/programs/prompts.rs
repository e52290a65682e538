//! Refusals on the way, and what a program may say about how its person is asked.

use crate::{
    TestApp,
    answers::query_of,
    world::{ISSUER, SHOP_BACK},
};
use testkit::both_engines;

fn shop_wish(more: &str) -> String {
    let back = form_urlencoded::byte_serialize(SHOP_BACK.as_bytes()).collect::<String>();
    format!(
        "/oauth/authorize?response_type=code&client_id=shop&redirect_uri={back}&scope=openid&state=s2&nonce=n2{more}"
    )
}

#[both_engines]
async fn who_is_not_known_is_told_nothing(app: TestApp) {
    for wish in [
        TestApp::wish("").replace("client_id=ritbord", "client_id=evil"),
        TestApp::wish("").replace("client_id=ritbord&", ""),
        TestApp::wish("&client_id=shop"),
        TestApp::wish("").replace("127.0.0.1%3A51004", "evil.example"),
        TestApp::wish("").replace("%2Fcallback", "%2Fother"),
        TestApp::wish("&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcallback"),
    ] {
        let page = app.page(&wish).await;
        assert_eq!((page.status, page.location.as_str()), (422, ""), "{wish}");
        assert!(page.body.contains("<h1>This program"), "{}", page.body);
        let (query, person) = (&wish[17..], app.ada.to_string());
        let fields = [("query", query), ("person", person.as_str()), ("decision", "allow")];
        assert_eq!(app.submit("/oauth/authorize", &fields).await.location, "");
    }
}

#[both_engines]
async fn a_known_program_hears_what_was_wrong_and_from_whom(app: TestApp) {
    let challenge = format!("&code_challenge={}&code_challenge_method=S256", crate::world::CHALLENGE);
    let plain = TestApp::wish("").replace("S256", "plain");
    for (wish, error) in [
        (TestApp::wish("").replace(&challenge, ""), "invalid_request"),
        (plain, "invalid_request"),
        (TestApp::wish("").replace("response_type=code", "response_type=token"), "unsupported_response_type"),
        (TestApp::wish("").replace("openid+profile+email+offline_access+license", "root"), "invalid_scope"),
        (TestApp::wish("&request=x"), "request_not_supported"),
        (TestApp::wish("&nonce=n3"), "invalid_request"),
    ] {
        // Also before anybody has signed in.
        for cookie in [app.browser.as_str(), ""] {
            let answer = app.get_as(cookie, &wish).await;
            assert_eq!(answer.status, 303, "{}", answer.body);
            assert!(
                answer.location.starts_with("http://127.0.0.1:51004/callback?error="),
                "{}",
                answer.location
            );
            let heard = query_of(&answer.location);
            assert_eq!((heard["error"].as_str(), heard["state"].as_str()), (error, "s1"), "{wish}");
            assert_eq!(heard["iss"], ISSUER);
        }
    }
    let no = app.decides(&TestApp::wish(""), "deny").await;
    assert_eq!((no["error"].as_str(), no["iss"].as_str()), ("access_denied", ISSUER));
    assert!(app.audit().await.iter().all(|action| action == "program.registered"));
}

#[both_engines]
async fn the_shop_is_asked_about_once_and_ritbord_each_time(app: TestApp) {
    let silent = async |wish: String| {
        let answer = app.page(&wish).await;
        query_of(&answer.location).remove("error").unwrap_or_default()
    };
    assert_eq!(silent(shop_wish("&prompt=none")).await, "consent_required");
    let heard = app.decides(&shop_wish(""), "allow").await;
    assert_eq!(heard["from"], "plats", "the registered query stays");
    let straight = app.page(&shop_wish("&prompt=none")).await;
    assert!(
        straight.location.starts_with("https://shop.example/back?from=plats&code="),
        "{}",
        straight.location
    );
    // Straight from the sign-in form a page goes between, because the form's policy holds for all redirects after it.
    let ways = [("same-origin", 200), ("same-site", 200), ("cross-site", 303), ("none", 303)];
    for (site, status) in ways {
        let request = axum::http::Request::get(shop_wish("")).header("sec-fetch-site", site);
        let request = request.header("cookie", format!("__Host-session={}", app.browser));
        let answer = app.send(request.body("".into()).unwrap()).await;
        assert_eq!(answer.status, status, "{site}");
        assert_eq!(
            answer.refresh.starts_with("0; url=https://shop.example/back?from=plats&code="),
            status == 200
        );
    }
    assert!(app.page(&shop_wish("&prompt=consent")).await.body.contains("wants to sign you in"));
    let more = shop_wish("").replace("scope=openid", "scope=openid+email");
    assert_eq!(app.page(&more).await.status, 200, "more than was approved is asked about");

    app.signed_in().await;
    assert_eq!(silent(TestApp::wish("&prompt=none")).await, "consent_required");
    let nobody = app.get_as("", &TestApp::wish("&prompt=none")).await;
    assert_eq!(query_of(&nobody.location)["error"], "login_required");
}

#[both_engines]
async fn a_new_sign_in_when_the_program_wants_one(app: TestApp) {
    app.seconds(600);
    for more in ["&prompt=login", "&max_age=60"] {
        let wish = shop_wish(more);
        let page = app.page(&wish).await;
        assert!(page.body.contains("Sign in once more"), "{}", page.body);
        let silent = app.page(&shop_wish("&max_age=60&prompt=none")).await;
        assert_eq!(query_of(&silent.location)["error"], "login_required");

        let out = app.session(app.ada).await;
        app.seconds(61);
        let answer = app.submit_as(&out, "/oauth/sign-in-anew", &[("query", &wish[17..])]).await;
        assert!(answer.cookies.starts_with("__Host-session=;"), "{}", answer.cookies);
        assert!(answer.location.starts_with("/sign-in?next="), "{}", answer.location);
        assert_eq!(app.get_as(&out, "/profile/programs").await.status, 303, "the session is over");
        let back = query_of(&answer.location).remove("next").unwrap();
        app.seconds(30);
        let new = app.session(app.ada).await;
        assert!(app.get_as(&new, &back).await.body.contains("wants to sign you in"));
        assert!(app.page(&back).await.body.contains("Sign in once more"), "an old session does not profit");
    }
    let fresh = app.session(app.ada).await;
    assert!(app.get_as(&fresh, &shop_wish("&max_age=60")).await.body.contains("wants to sign you in"));
}

#[both_engines]
async fn consent_is_of_the_person_who_saw_the_page(app: TestApp) {
    let bob = app.person("Bob", "bob@bygg.example").await;
    let bobs = app.session(bob).await;
    let wish = TestApp::wish("");
    let ada = app.ada.to_string();
    let fields = [("query", &wish[17..]), ("person", ada.as_str()), ("decision", "allow")];
    let page = app.submit_as(&bobs, "/oauth/authorize", &fields).await;
    assert_eq!((page.status, page.location.as_str()), (200, ""));
    assert!(page.body.contains("bob@bygg.example"));
}

#[both_engines]
async fn a_verifier_without_a_challenge_is_refused(app: TestApp) {
    let code = app.decides(&shop_wish(""), "allow").await.remove("code").unwrap();
    let fields = [("grant_type", "authorization_code"), ("code", code.as_str()), ("redirect_uri", SHOP_BACK)];
    let with = [fields.as_slice(), &[("code_verifier", crate::world::VERIFIER)]].concat();
    assert_eq!(app.shop_calls("/oauth/token", &with).await.error(), "invalid_grant");
    let answer = app.shop_calls("/oauth/token", &fields).await;
    assert_eq!(answer.tokens().1, "", "no refresh token without offline_access");
}

#[both_engines]
async fn names_that_programs_send_do_no_harm(app: TestApp) {
    let hostile = "&device_name=%3Cscript%3Ealert(1)%3C%2Fscript%3E%E2%80%AE&program_version=".to_owned()
        + &"9".repeat(900);
    let page = app.page(&TestApp::wish(&hostile)).await;
    assert!(!page.body.contains("<script>alert") && page.body.contains("&lt;script&gt;alert(1)"));
    assert!(!page.body.contains(&format!(" {}", "9".repeat(61))));
}
