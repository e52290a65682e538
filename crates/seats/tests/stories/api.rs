//! The same by JSON.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::Actor;
use serde_json::json;
use testkit::both_engines;

#[both_engines]
async fn a_program_gives_lists_and_takes_back(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 2).await, app.users::<2>().await);
    let path = format!("/api/v1/pools/{pool}/assignments");
    let ask = json!({ "people": [ada.to_string(), "ADA.berg001@bygg.example"] }).to_string();
    let given = app.call(&app.maja, Method::POST, &path, &ask).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.body);
    assert_eq!(given.json()["items"][1]["person"], bob.to_string());

    let pools = app.call(&app.maja, Method::GET, &format!("/api/v1/teams/{}/pools", app.team), "").await;
    assert_eq!(pools.json()["items"][0]["assigned"], 2);
    let first = app.call(&app.maja, Method::GET, &format!("{path}?limit=1"), "").await;
    let next = first.json()["next"].as_str().expect("a second page").to_owned();
    assert!(first.link.contains(&format!("limit=1&cursor={next}>; rel=\"next\"")), "{}", first.link);
    let second = app.call(&app.maja, Method::GET, &format!("{path}?limit=1&cursor={next}"), "").await;
    assert_eq!(
        (&second.json()["items"][0]["email"], second.json().get("next")),
        (&json!("ada.berg001@bygg.example"), None)
    );

    let seat = format!("{path}/{ada}");
    assert_eq!(app.call(&app.maja, Method::DELETE, &seat, "").await.status, StatusCode::NO_CONTENT);
    let again = app.call(&app.maja, Method::DELETE, &seat, "").await;
    assert_eq!((again.status, again.json()["code"].as_str()), (StatusCode::CONFLICT, Some("not-assigned")));
}

#[both_engines]
async fn what_cannot_be_read_is_named_by_its_place(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 2).await, app.user("Ada", "Berg").await);
    let path = format!("/api/v1/pools/{pool}/assignments");
    let ask = json!({ "people": [ada.to_string(), "eve.ek@bygg.example", "nonsense"] }).to_string();
    let refused = app.call(&app.maja, Method::POST, &path, &ask).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let errors = refused.json()["errors"].clone();
    assert_eq!((&errors[0]["pointer"], &errors[0]["code"]), (&json!("/people/1"), &json!("unknown")));
    assert_eq!((&errors[1]["pointer"], &errors[1]["code"]), (&json!("/people/2"), &json!("email-form")));
    for bad in [format!("{path}?limit=0"), format!("{path}?cursor=x"), "/api/v1/pools/x/assignments".into()] {
        let refused = app.call(&app.maja, Method::GET, &bad, "").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
    assert_eq!(app.see(pool).await.assigned, 0);
}

#[both_engines]
async fn strangers_find_nothing_and_users_hear_that_they_may_not(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 2).await, app.user("Ada", "Berg").await);
    let as_ada = Actor::person(ada, "ada", vec![]);
    let path = format!("/api/v1/pools/{pool}/assignments");
    let ask = json!({ "people": [ada.to_string()] }).to_string();
    let doors = [
        (Method::GET, format!("/api/v1/teams/{}/pools", app.team), ""),
        (Method::GET, path.clone(), ""),
        (Method::POST, path.clone(), ask.as_str()),
        (Method::DELETE, format!("{path}/{ada}"), ""),
    ];
    for (method, path, body) in doors {
        let stranger = app.call(&app.eve, method.clone(), &path, body).await.status;
        let user = app.call(&as_ada, method.clone(), &path, body).await.status;
        assert_eq!((stranger, user), (StatusCode::NOT_FOUND, StatusCode::FORBIDDEN), "{method} {path}");
    }
    app.assign(pool, &[ada]).await.unwrap();
    let own = app.call(&as_ada, Method::GET, "/api/v1/me/products", "").await;
    assert_eq!((own.status, &own.json()["items"][0]["slug"]), (StatusCode::OK, &json!("ritbord")));
}
