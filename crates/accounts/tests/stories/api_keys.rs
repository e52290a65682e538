//! API keys: shown once, kept as a hash, ended by one click.

use crate::{TestApp, browser::Browser};
use axum::http::StatusCode;
use kernel::clock::minutes;
use testkit::both_engines;

/// Makes a key; its token.
async fn key(olle: &Browser, name: &str, partner: &str) -> String {
    let made = olle.post("/vendor/api-keys", &[("name", name), ("partner", partner)]).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    assert!(made.says("it is not shown again"));
    assert_eq!(made.headers["cache-control"], "no-store");
    let token = made.body.split("plats_key_").nth(1).unwrap().split('<').next().unwrap();
    format!("plats_key_{token}")
}

#[both_engines]
async fn a_key_is_shown_once_and_works_until_it_is_ended(app: TestApp) {
    let olle = app.operator().await;
    let token = key(&olle, "ERP", "").await;
    let list = olle.get("/vendor/api-keys").await;
    assert!(list.says("ERP") && !list.says(&token), "never again");
    let kept = app.texts("SELECT token_hash FROM api_keys").await;
    assert_eq!(kept, [kernel::Secret::new(token.as_str()).hash()]);
    let written = app.texts("SELECT details FROM audit").await;
    assert!(written.iter().all(|details| !details.contains(&token)));

    assert_eq!(app.call(&token, "/vendor/partners").await.status, StatusCode::OK);
    app.wait(minutes(30));
    assert!(olle.get("/vendor/api-keys").await.says("30 min"));
    let end = olle.get("/vendor/api-keys").await;
    let end = end.body.split("action=\"/vendor/api-keys/").nth(1).unwrap().split('"').next().unwrap();
    let end = format!("/vendor/api-keys/{end}");
    assert_eq!(olle.post(&end, &[]).await.location, "/vendor/api-keys");
    let ended = app.call(&token, "/vendor/partners").await;
    assert_eq!(ended.status, StatusCode::UNAUTHORIZED);
    assert!(ended.says("\"code\":\"sign-in-needed\""));
    assert!(!olle.get("/vendor/api-keys").await.says(">ERP<"));
    assert_eq!(olle.post(&end, &[]).await.status, StatusCode::NOT_FOUND);
    let audit = app.audit().await;
    assert_eq!(
        audit[audit.len() - 2..],
        ["olle@nordkad.example api-key.created ERP", "olle@nordkad.example api-key.revoked ERP",]
    );
}

#[both_engines]
async fn a_partners_key_does_what_the_partner_may(app: TestApp) {
    let olle = app.operator().await;
    let fields = [("name", "Skissera AB"), ("number", "skissera"), ("desk", "")];
    let partner = olle.post("/vendor/partners", &fields).await.location;
    let token = key(&olle, "Skissera ERP", partner.rsplit('/').next().unwrap()).await;
    assert!(olle.get("/vendor/api-keys").await.says("Skissera AB"));
    assert_eq!(app.call(&token, "/vendor/partners").await.status, StatusCode::NOT_FOUND);
    // A key is no person: it has no profile and no sessions.
    for own in ["/profile", "/profile/sessions"] {
        assert_eq!(app.call(&token, own).await.status, StatusCode::FORBIDDEN, "{own}");
    }
}

#[both_engines]
async fn what_is_no_key_opens_nothing(app: TestApp) {
    let olle = app.operator().await;
    let token = key(&olle, "ERP", "").await;
    let session = olle.cookie("__Host-session").unwrap();
    let cut = &token[..token.len() - 1];
    let cased = token.to_uppercase();
    for strange in [cut, &cased, "x", "", &session, &token.replace("key", "ses")] {
        assert_eq!(app.call(strange, "/vendor/partners").await.status, StatusCode::UNAUTHORIZED, "{strange}");
    }
    let made = app.made().await;
    for fields in [
        [("name", ""), ("partner", "")],
        [("name", "\u{0}"), ("partner", "")],
        [("name", "ERP"), ("partner", "x")],
    ] {
        let refused = olle.post("/vendor/api-keys", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let none = [("name", "ERP"), ("partner", "part_01h455vb4pex5vsknk084sn02q")];
    assert_eq!(olle.post("/vendor/api-keys", &none).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.made().await, made);
}
