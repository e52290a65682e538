//! Signing in through the browser, by a code.

use crate::{
    TestApp,
    answers::query_of,
    world::{BACK, ISSUER, VERIFIER},
};
use axum::http::Method;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::JwkSet};
use sha2::{Digest, Sha256};
use testkit::both_engines;

#[both_engines]
async fn ada_signs_in_to_ritbord(app: TestApp) {
    let wish = TestApp::wish("&device_name=MALMO-WS-0417&program_version=2027.1");
    let page = app.page(&wish).await;
    assert_eq!(page.status, 200);
    for words in [
        "Ritbord wants to sign you in",
        "MALMO-WS-0417",
        "2027.1",
        "use one of your seats",
        "ada@bygg.example",
    ] {
        assert!(page.body.contains(words), "{words} is missing in {}", page.body);
    }
    assert!(page.policy.ends_with("form-action 'self' http://127.0.0.1:51004"), "{}", page.policy);

    let heard = app.decides(&wish, "allow").await;
    assert_eq!((heard["state"].as_str(), heard["iss"].as_str()), ("s1", ISSUER));
    let answer = app.exchange(&heard["code"]).await;
    let (access, refresh) = answer.tokens();
    assert!(access.starts_with("plats_at_") && refresh.starts_with("plats_rt_"));
    assert_eq!(answer.json()["expires_in"], 3600);
    assert_eq!(answer.text("scope"), "openid profile email offline_access license");

    let info = app.bearer(Method::GET, "/oauth/userinfo", &access).await;
    assert_eq!(info.text("sub"), app.ada.to_string());
    assert_eq!((info.text("name"), info.text("email")), ("Ada Berg".into(), "ada@bygg.example".into()));
    assert_eq!((&info.json()["email_verified"], info.text("locale")), (&true.into(), "en".into()));
    let seat = app.bearer(Method::GET, "/api/v1/seat", &access).await;
    assert_eq!(seat.body, "ada@bygg.example ritbord");
    assert_eq!(app.audit().await, ["program.allowed", "program.registered", "program.registered"]);
}

#[both_engines]
async fn the_id_token_is_signed_by_the_published_key(app: TestApp) {
    let keys = app.page("/oauth/jwks").await;
    let code = app.code().await;
    app.seconds(20);
    let answer = app.exchange(&code).await;
    let again = app.page("/oauth/jwks").await;
    assert_eq!(keys.body, again.body, "one key, made once");
    assert!(!keys.body.contains("\"d\""));
    let keys: JwkSet = serde_json::from_str(&keys.body).unwrap();
    let token = answer.text("id_token");
    let kid = jsonwebtoken::decode_header(&token).unwrap().kid.unwrap();
    let mut rules = Validation::new(Algorithm::RS256);
    rules.set_audience(&["ritbord"]);
    rules.set_issuer(&[ISSUER]);
    // The clock of the test is not that of the machine.
    rules.validate_exp = false;
    let key = DecodingKey::from_jwk(keys.find(&kid).unwrap()).unwrap();
    let claims = jsonwebtoken::decode::<serde_json::Value>(&token, &key, &rules).unwrap().claims;
    assert_eq!((&claims["sub"], &claims["nonce"]), (&app.ada.to_string().into(), &"n1".into()));
    let seconds = |name: &str| claims[name].as_i64().unwrap();
    assert_eq!((seconds("iat") - seconds("auth_time"), seconds("exp") - seconds("iat")), (20, 3600));
    let half = &Sha256::digest(answer.text("access_token"))[..16];
    assert_eq!(claims["at_hash"], BASE64_URL_SAFE_NO_PAD.encode(half));
}

#[both_engines]
async fn whoever_is_not_signed_in_signs_in_first_and_comes_back(app: TestApp) {
    let wish = TestApp::wish("");
    let answer = app.get_as("", &wish).await;
    assert_eq!(answer.status, 303);
    assert_eq!(query_of(&answer.location)["next"], wish);
    assert_eq!(app.submit_as("", "/oauth/authorize", &[("query", &wish[17..])]).await.status, 303);
}

#[both_engines]
async fn a_code_that_is_replayed_ends_the_grant(app: TestApp) {
    let code = app.code().await;
    let (access, refresh) = app.exchange(&code).await.tokens();
    assert_eq!(app.exchange(&code).await.error(), "invalid_grant");
    assert_eq!(app.endings().await, ["replayed-code"]);
    assert_eq!(app.refresh(&refresh).await.error(), "invalid_grant");
    let dead = app.bearer(Method::GET, "/oauth/userinfo", &access).await;
    assert_eq!((dead.status, dead.challenge.as_str()), (401, "Bearer error=\"invalid_token\""));
    assert_eq!(app.exchange(&code).await.error(), "invalid_grant");
    let ended = app.audit().await.into_iter().filter(|action| action == "program.ended");
    assert_eq!(ended.count(), 1);
}

#[both_engines]
async fn a_code_goes_once_even_when_two_ask_at_once(app: TestApp) {
    let code = app.code().await;
    let (first, second) = tokio::join!(app.exchange(&code), app.exchange(&code));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400]);
    assert_eq!(app.endings().await, ["replayed-code"]);
}

#[both_engines]
async fn a_code_is_bound_to_program_address_and_proof(app: TestApp) {
    let code = app.code().await;
    let fields = |client: &'static str, back: &'static str, verifier: &'static str| {
        let code = code.as_str();
        vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("client_id", client),
            ("redirect_uri", back),
            ("code_verifier", verifier),
        ]
    };
    let other = super::world::ritbord();
    app.register(accounts::oauth::TypedProgram { client_id: "fasad", ..other }).await.unwrap();
    for (client, back, verifier, error) in [
        ("nobody", BACK, VERIFIER, "invalid_client"),
        ("shop", BACK, VERIFIER, "invalid_client"),
        ("fasad", BACK, VERIFIER, "invalid_grant"),
        ("ritbord", "http://127.0.0.1:51005/callback", VERIFIER, "invalid_grant"),
        ("ritbord", "", VERIFIER, "invalid_grant"),
        ("ritbord", BACK, "", "invalid_grant"),
        ("ritbord", BACK, "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "invalid_grant"),
    ] {
        let answer = app.call("/oauth/token", &fields(client, back, verifier)).await;
        assert_eq!(answer.error(), error, "{client} {back} {verifier}");
        assert_eq!(answer.status == 401, error == "invalid_client");
    }
    // None of these used it up: they were not the program.
    app.exchange(&code).await.tokens();
}

#[both_engines]
async fn a_code_lives_for_a_minute(app: TestApp) {
    let [late, right] = [app.code().await, app.code().await];
    app.seconds(59);
    app.exchange(&right).await.tokens();
    app.seconds(1);
    assert_eq!(app.exchange(&late).await.error(), "invalid_grant");
    assert!(app.endings().await.is_empty());
}

#[both_engines]
async fn what_the_token_endpoint_does_not_understand(app: TestApp) {
    for (fields, error) in [
        (vec![], "invalid_client"),
        (vec![("client_id", "ritbord")], "invalid_request"),
        (vec![("client_id", "ritbord"), ("grant_type", "password")], "unsupported_grant_type"),
        (vec![("client_id", "ritbord"), ("grant_type", "authorization_code")], "invalid_request"),
        (vec![("client_id", "ritbord"), ("client_id", "ritbord")], "invalid_request"),
        (
            vec![("client_id", "ritbord"), ("grant_type", "refresh_token"), ("refresh_token", "x")],
            "invalid_grant",
        ),
    ] {
        assert_eq!(app.call("/oauth/token", &fields).await.error(), error, "{fields:?}");
    }
    let unknown = app
        .shop_calls("/oauth/token", &[("grant_type", "authorization_code"), ("code", "plats_code_x")])
        .await;
    assert_eq!(unknown.error(), "invalid_grant");
    let json = axum::http::Request::post("/oauth/token").header("content-type", "application/json");
    assert_eq!(app.send(json.body("{}".into()).unwrap()).await.error(), "invalid_request");
    let wrong = axum::http::Request::post("/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("authorization", "Basic c2hvcDp3cm9uZw==")
        .body("grant_type=refresh_token&refresh_token=x".into());
    let wrong = app.send(wrong.unwrap()).await;
    assert_eq!((wrong.status, wrong.challenge.as_str()), (401, "Basic realm=\"oauth\""));
}

#[both_engines]
async fn both_documents_say_where_everything_is_whatever_host_is_asked(app: TestApp) {
    for path in ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"] {
        let request = axum::http::Request::get(path).header("host", "evil.example").body("".into());
        let said = app.send(request.unwrap()).await.json();
        assert_eq!(said["issuer"], ISSUER);
        assert_eq!(said["token_endpoint"], format!("{ISSUER}/oauth/token"));
        assert_eq!(said["code_challenge_methods_supported"], serde_json::json!(["S256"]));
        assert_eq!(said["authorization_response_iss_parameter_supported"], true);
        assert!(!said.to_string().contains("evil"));
    }
}
