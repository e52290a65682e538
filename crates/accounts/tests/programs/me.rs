//! Whoever calls can ask who it is, and for whom it acts.

use crate::TestApp;
use axum::http::Method;
use kernel::Name;
use serde_json::json;
use testkit::both_engines;

const ME: &str = "/api/v1/me";

#[both_engines]
async fn a_key_hears_its_name_and_whose_it_is(app: TestApp) {
    let name = |text: &str| Name::parse("name", text).unwrap();
    let make = move |cx: &mut store::Command| {
        let partner = accounts::create_partner(cx, &name("Skissera AB"), &name("skissera"), None)?;
        let (vendors, vendor) = accounts::create_api_key(cx, &name("ERP"), None)?;
        let (partners, theirs) = accounts::create_api_key(cx, &name("Skissera ERP"), Some(partner))?;
        Ok((partner, (vendors, vendor), (partners, theirs)))
    };
    let (partner, (vendors, vendor), (partners, theirs)) = app.command(&app.operator, make).await.unwrap();

    let me = app.bearer(Method::GET, ME, vendor.expose()).await.json();
    let nordkad = json!({"kind": "vendor", "name": "Nordkad"});
    assert_eq!(me, json!({"kind": "api_key", "id": vendors.to_string(), "name": "ERP", "acts_for": nordkad}));
    let me = app.bearer(Method::GET, ME, theirs.expose()).await.json();
    let skissera = json!({"kind": "partner", "id": partner.to_string(), "name": "Skissera AB"});
    assert_eq!(
        me,
        json!({"kind": "api_key", "id": partners.to_string(), "name": "Skissera ERP", "acts_for": skissera})
    );

    let end = move |cx: &mut store::Command| accounts::revoke_api_key(cx, partners);
    app.command(&app.operator, end).await.unwrap();
    assert_eq!(app.bearer(Method::GET, ME, theirs.expose()).await.status, 401);
}

#[both_engines]
async fn a_program_hears_for_whom_it_acts_as_far_as_was_allowed(app: TestApp) {
    let (access, _) = app.signed_in().await;
    let me = app.bearer(Method::GET, ME, &access).await.json();
    let ada = json!({"kind": "person", "id": app.ada.to_string(), "name": "Ada Berg"});
    assert_eq!(me, json!({"kind": "program", "id": "ritbord", "name": "Ritbord", "acts_for": ada}));

    // Without the scope `profile` the name stays out.
    let wish = TestApp::wish("").replace("openid+profile+email+", "openid+");
    let code = app.decides(&wish, "allow").await["code"].clone();
    let (access, _) = app.exchange(&code).await.tokens();
    let me = app.bearer(Method::GET, ME, &access).await.json();
    assert_eq!(me["acts_for"], json!({"kind": "person", "id": app.ada.to_string()}));
}

#[both_engines]
async fn a_person_hears_the_own_name_and_nobody_is_asked_who_it_is(app: TestApp) {
    let me = app.page(ME).await.json();
    let ada = json!({"kind": "person", "id": app.ada.to_string(), "name": "Ada Berg"});
    assert_eq!(me, json!({"kind": "person", "id": app.ada.to_string(), "name": "Ada Berg", "acts_for": ada}));
    let nobody = app.get_as("", ME).await;
    assert_eq!((nobody.status, nobody.json()["code"].as_str()), (401, Some("sign-in-needed")));
    let unknown = app.bearer(Method::GET, ME, "plats_at_unknown").await;
    assert_eq!(unknown.status, 401);
}
