//! The contract manager hands the role on (mission S22).

use crate::{
    TestApp,
    takeover::{ELIN, MAJA, OLLE, PIA, applied, bygg, manager, state},
};
use axum::http::{Method, StatusCode};
use kernel::{FRESH, Role};
use serde_json::json;
use std::time::Duration;
use testkit::{Answer, both_engines};

async fn hand_over(app: &TestApp, who: &str, contract: &str, to: &str) -> Answer {
    let path = format!("/api/v1/contracts/{contract}/manager");
    app.call_as(who, Method::PUT, &path, &json!({"manager": to})).await
}

#[both_engines]
async fn to_a_member_of_any_team_and_everybody_concerned_is_told(app: TestApp) {
    let contract = bygg(&app).await;
    let bo = app.member("Bo", "bo@bygg.example", Role::User).await;
    let handed = hand_over(&app, ELIN, &contract, " BO@bygg.example ").await;
    assert_eq!(
        (handed.status, &handed.json()["contract_manager"]["name"]),
        (StatusCode::OK, &json!("Bo Ek"))
    );
    assert!(app.told("bo@bygg.example", "You are now contract manager of contract NK-1").await);
    assert!(app.told(ELIN, "Avtal NK-1 har en ny avtalsansvarig").await);
    assert!(app.told(PIA, "Byggkonsult Öresund AB: contract NK-1 has another contract manager").await);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'contract.manager-changed'").await, 1);
    // Bo is what he was in the team, and Maja too.
    let role = app.texts("SELECT m.role FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.email_key IN ('bo@bygg.example', 'maja@bygg.example') ORDER BY p.email_key").await;
    assert_eq!(role, ["user", "primary_admin"]);

    // Elin has nothing to hand on any more; the vendor has, by User ID too; to whom has it, nothing happens.
    assert_eq!(hand_over(&app, ELIN, &contract, ELIN).await.status, StatusCode::NOT_FOUND);
    assert_eq!(hand_over(&app, OLLE, &contract, &bo.to_string()).await.status, StatusCode::OK);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'contract.manager-changed'").await, 1);
    assert_eq!(hand_over(&app, OLLE, &contract, MAJA).await.status, StatusCode::OK);
    assert_eq!(manager(&app, &contract).await, MAJA);
}

#[both_engines]
async fn strangers_to_the_company_cannot_get_it_and_others_cannot_give_it(app: TestApp) {
    let contract = bygg(&app).await;
    app.person("Sten", "sten@nowhere.example").await;
    for to in ["sten@nowhere.example", "nobody@bygg.example", PIA] {
        let refused = hand_over(&app, ELIN, &contract, to).await;
        assert_eq!(
            (refused.status.as_u16(), &refused.json()["code"]),
            (422, &json!("not-of-organization")),
            "{to}"
        );
    }
    assert_eq!(hand_over(&app, ELIN, &contract, "x").await.refused(), ["/manager email-form"]);
    assert_eq!(hand_over(&app, ELIN, &contract, "").await.refused(), ["/manager missing"]);
    for (who, status) in [(MAJA, StatusCode::NOT_FOUND), (PIA, StatusCode::NOT_FOUND)] {
        assert_eq!(hand_over(&app, who, &contract, MAJA).await.status, status, "{who}");
    }
    assert_eq!(manager(&app, &contract).await, ELIN);
}

#[both_engines]
async fn an_open_application_ends_by_it(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    app.member("Bo", "bo@bygg.example", Role::User).await;
    assert_eq!(hand_over(&app, ELIN, &contract, "bo@bygg.example").await.status, StatusCode::OK);
    assert_eq!(state(&app, &takeover).await, "lapsed");
    assert!(app.told(MAJA, "has lapsed").await);

    // Another one, and this time the role goes to whom has applied.
    let again = crate::takeover::apply(&app, MAJA, &contract).await.json();
    assert_eq!(hand_over(&app, "bo@bygg.example", &contract, MAJA).await.status, StatusCode::OK);
    assert_eq!(state(&app, again["id"].as_str().unwrap()).await, "granted");
    app.wait(kernel::clock::days(8));
    app.work().await;
    assert_eq!(manager(&app, &contract).await, MAJA);
}

/// A browser that was left open is not enough.
#[both_engines]
async fn handing_over_agreeing_and_deciding_need_a_fresh_sign_in(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    let (elin, pia) = (app.session(ELIN).await, app.session(PIA).await);
    app.wait(FRESH + Duration::from_millis(1));
    let old =
        |answer: Answer| (answer.status.as_u16(), answer.json()["code"].as_str().unwrap_or("").to_owned());
    let expected = (403, "fresh-sign-in-needed".to_owned());
    let api = format!("/api/v1/contracts/{contract}/manager");
    let to_maja = json!({"manager": MAJA}).to_string();
    assert_eq!(old(app.in_session(&elin, Method::PUT, &api, &to_maja).await), expected);
    let api = format!("/api/v1/takeovers/{takeover}/answer");
    let agree = json!({"answer": "agree"}).to_string();
    assert_eq!(old(app.in_session(&elin, Method::POST, &api, &agree).await), expected);

    // Pages ask for the password, and lead back.
    let page = format!("/manage/contracts/{contract}/manager/change");
    let asked = app.in_session(&elin, Method::GET, &page, "").await;
    let again = |path: &str| web::and_back("/sign-in/again", path);
    assert_eq!((asked.status, asked.location), (StatusCode::SEE_OTHER, again(&page)));
    let page = format!("/takeovers/{takeover}/answer");
    assert_eq!(app.in_session(&elin, Method::GET, &page, "").await.status, StatusCode::OK);
    let asked = app.in_session(&elin, Method::POST, &page, "answer=agree&note=").await;
    assert_eq!((asked.status, asked.location), (StatusCode::SEE_OTHER, again(&page)));
    assert_eq!(state(&app, &takeover).await, "waiting");
    assert_eq!(manager(&app, &contract).await, ELIN);

    crate::takeover::say(&app, ELIN, &takeover, "agree").await;
    let api = format!("/api/v1/takeovers/{takeover}/decision");
    let grant = json!({"decision": "grant"}).to_string();
    assert_eq!(old(app.in_session(&pia, Method::POST, &api, &grant).await), expected);
    assert_eq!(state(&app, &takeover).await, "agreed");
}

/// To object is safe, so it asks for nothing.
#[both_engines]
async fn objecting_needs_no_fresh_sign_in(app: TestApp) {
    let (_, takeover) = applied(&app).await;
    let elin = app.session(ELIN).await;
    app.wait(FRESH * 2);
    let page = format!("/takeovers/{takeover}/answer");
    let objected = app.in_session(&elin, Method::POST, &page, "answer=object&note=I+am+still+here").await;
    assert_eq!(
        (objected.status, objected.location),
        (StatusCode::SEE_OTHER, format!("/takeovers/{takeover}"))
    );
    assert_eq!(state(&app, &takeover).await, "objected");
}
