//! Groups as Maja sees them in the browser, and as a program does.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use serde_json::json;
use testkit::both_engines;

#[both_engines]
async fn maja_makes_a_group_and_everybody_in_it_gets_ritbord(app: TestApp) {
    let pool = app.pool(app.ritbord, 1).await;
    let (noora, bo) = (app.user("Noora", "Aalto").await, app.user("Bo", "Berg").await);
    let groups = format!("/manage/teams/{}/groups", app.team);
    let empty = app.visit(&app.maja, &groups, None).await;
    assert!(empty.body.contains("Inga grupper än"), "{}", empty.body);

    let made = app.visit(&app.maja, &groups, Some(&[("name", "CAD")])).await;
    let group = made.location.clone();
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let again = app.visit(&app.maja, &groups, Some(&[("name", " cad ")])).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("redan en grupp med det namnet"), "{}", again.body);

    let id = pool.to_string();
    app.visit(&app.maja, &format!("{group}/products"), Some(&[("pool", &id)])).await;
    let pasted = "Noora Aalto <noora.aalto@bygg.example>;\nbo.berg@bygg.example";
    let taken_in = app.visit(&app.maja, &format!("{group}/members"), Some(&[("people", pasted)])).await;
    assert_eq!(taken_in.status, StatusCode::SEE_OTHER, "{}", taken_in.body);
    assert_eq!(app.holders(pool).await, (vec![noora], vec![bo]));

    let page = app.visit(&app.maja, &group, None).await.body;
    assert!(page.contains("2 personer i teamet") && page.contains("Aalto"), "{page}");
    let seats = app.visit(&app.maja, &format!("/manage/teams/{}/products/{pool}", app.team), None).await.body;
    assert!(seats.contains("Med gruppen CAD") && seats.contains("I kö sedan"), "{seats}");

    let stranger =
        app.visit(&app.maja, &format!("{group}/members"), Some(&[("people", "x@else.example")])).await;
    assert!(stranger.body.contains("Inte med i teamet: x@else.example"), "{}", stranger.body);
    let nobody = app.visit(&app.maja, &format!("{group}/removals"), Some(&[])).await;
    assert!(nobody.body.contains("Kryssa för minst en person"), "{}", nobody.body);
    app.visit(&app.maja, &format!("{group}/removals"), Some(&[("person", &noora.to_string())])).await;
    assert_eq!(app.holders(pool).await, (vec![bo], vec![]));
}

#[both_engines]
async fn before_a_group_ends_maja_reads_who_loses_what(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 5).await, app.users::<2>().await);
    let cad = app.group("CAD").await;
    app.bring(cad, pool).await.unwrap();
    app.join(cad, &[ada, bob]).await.unwrap();
    let group = format!("/manage/teams/{}/groups/{cad}", app.team);
    let asked = app.visit(&app.maja, &format!("{group}/products/{pool}/end"), None).await.body;
    assert!(
        asked.contains("2 personer förlorar den") && asked.contains("Dra tillbaka Ritbord från CAD"),
        "{asked}"
    );
    let site = app.group("Site").await;
    app.bring(site, pool).await.unwrap();
    app.join(site, &[ada]).await.unwrap();
    let asked = app.visit(&app.maja, &format!("{group}/end"), None).await.body;
    assert!(asked.contains("En person förlorar den"), "{asked}");

    let ended = app.visit(&app.maja, &format!("{group}/end"), Some(&[])).await;
    assert_eq!(ended.location, format!("/manage/teams/{}/groups", app.team));
    assert_eq!(app.holders(pool).await.0, vec![ada]);
    assert_eq!(app.visit(&app.maja, &group, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        app.visit(&app.eve, &format!("/manage/teams/{}/groups/{site}", app.team), None).await.status,
        StatusCode::NOT_FOUND
    );
}

#[both_engines]
async fn the_page_of_a_person_says_why_and_offers_the_exception(app: TestApp) {
    let pool = app.pool(app.ritbord, 5).await;
    let noora = app.user("Noora", "Aalto").await;
    let cad = app.group("CAD").await;
    app.bring(cad, pool).await.unwrap();
    app.join(cad, &[noora]).await.unwrap();
    let page = format!("/manage/teams/{}/users/{noora}/products", app.team);
    let seen = app.visit(&app.maja, &page, None).await.body;
    assert!(seen.contains("Med gruppen CAD") && seen.contains("Gör ett undantag"), "{seen}");
    assert!(!seen.contains("Ta tillbaka"), "{seen}");

    let exception = format!("/manage/teams/{}/products/{pool}/exceptions/{noora}", app.team);
    app.visit(&app.maja, &exception, Some(&[("lift", "")])).await;
    assert!(app.holders(pool).await.0.is_empty());
    let seen = app.visit(&app.maja, &page, None).await.body;
    assert!(seen.contains("Ta bort undantaget"), "{seen}");
    app.visit(&app.maja, &exception, Some(&[("lift", "1")])).await;
    assert_eq!(app.holders(pool).await.0, vec![noora]);

    let default = format!("/manage/teams/{}/products/{pool}/default", app.team);
    app.visit(&app.maja, &default, Some(&[("everybody", "1")])).await;
    let seen = app.visit(&app.maja, &page, None).await.body;
    assert!(seen.contains("Med teamet, med gruppen CAD"), "{seen}");
    app.visit(&app.maja, &default, Some(&[("everybody", "")])).await;
    assert_eq!(app.holders(pool).await.0, vec![noora]);
}

#[both_engines]
async fn a_program_does_the_same(app: TestApp) {
    let pool = app.pool(app.ritbord, 1).await;
    let (noora, _) = (app.user("Noora", "Aalto").await, app.user("Bo", "Berg").await);
    let groups = format!("/api/v1/teams/{}/groups", app.team);
    let made = app.call(&app.maja, Method::POST, &groups, &json!({"name": "CAD"}).to_string()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let group = format!("/api/v1/groups/{}", made.json()["id"].as_str().unwrap());
    let asks = json!({"people": ["noora.aalto@bygg.example", "bo.berg@bygg.example"]}).to_string();
    let joined = app.call(&app.maja, Method::POST, &format!("{group}/members"), &asks).await.json();
    assert_eq!(joined, json!({"people": 2, "given": 0, "waiting": 0, "taken": 0, "goes_on": false}));
    let brought = app.call(&app.maja, Method::PUT, &format!("{group}/products/{pool}"), "").await.json();
    assert_eq!(brought, json!({"given": 1, "waiting": 1, "taken": 0, "goes_on": false}));

    let seen = app.call(&app.maja, Method::GET, &group, "").await.json();
    assert_eq!((&seen["people"], &seen["pools"][0]), (&json!(2), &json!(pool.to_string())));
    let listed = app.call(&app.maja, Method::GET, &format!("{group}/members?limit=1"), "").await.json();
    assert_eq!((&listed["items"][0]["name"], listed["next"].is_string()), (&json!("Noora Aalto"), true));

    let exception = format!("/api/v1/pools/{pool}/exceptions/{noora}");
    assert_eq!(app.call(&app.maja, Method::PUT, &exception, "").await.json()["taken"], json!(1));
    assert_eq!(app.call(&app.maja, Method::DELETE, &exception, "").await.json()["waiting"], json!(1));
    let renamed =
        app.call(&app.maja, Method::PATCH, &group, &json!({"name": "CAD 2"}).to_string()).await.json();
    assert_eq!(renamed["name"], json!("CAD 2"));
    let person = format!("{group}/members/{noora}");
    assert_eq!(app.call(&app.maja, Method::DELETE, &person, "").await.json()["people"], json!(1));
    let all = format!("/api/v1/pools/{pool}/default");
    assert_eq!(
        app.call(&app.maja, Method::PUT, &all, "").await.json()["waiting"],
        json!(2),
        "Maja and Noora"
    );
    assert_eq!(app.call(&app.maja, Method::DELETE, &all, "").await.json()["taken"], json!(2));
    assert_eq!(app.call(&app.maja, Method::DELETE, &group, "").await.json()["taken"], json!(1));
    assert_eq!(app.call(&app.maja, Method::GET, &groups, "").await.json(), json!({"items": []}));
    assert_eq!(app.call(&app.eve, Method::GET, &groups, "").await.status, StatusCode::NOT_FOUND);
}
