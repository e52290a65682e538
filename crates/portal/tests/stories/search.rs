//! The search of the top bar.

use crate::TestApp;
use axum::http::StatusCode;
use testkit::both_engines;

#[both_engines]
async fn an_admin_finds_people_and_seats_of_the_own_team_only(app: TestApp) {
    let ada = app.user("Ada", "Öberg").await;
    app.stranger().await;
    let ritbord = app.product("Ritbord", "2027.1", "feature").await;
    let pool = app.pool(ritbord, 4).await;
    app.assign(pool, &[ada]).await;

    let person = format!("/manage/teams/{}/users/{ada}", app.team);
    for words in ["%C3%96BERG", "ada.", &ada.to_string()] {
        let found = app.see(app.maja, &format!("/search?q={words}")).await;
        assert!(found.shows(&person), "{words}: {}", found.body);
    }
    let found = app.see(app.maja, "/search?q=RITB").await;
    assert!(found.shows("1 of 4 seats assigned") && !found.shows("Your own"), "{}", found.body);

    // Ada administers nothing: she finds what she works with, and nobody.
    let own = app.see(ada, "/search?q=ritbord").await;
    assert!(own.shows("Your own") && !own.shows("seats assigned"), "{}", own.body);
    assert!(app.see(ada, "/search?q=maja").await.shows("Nothing found"));
    // Eve has another team.
    assert!(!app.see(app.eve, "/search?q=ada").await.shows(&person));
}

#[both_engines]
async fn an_operator_finds_customers_and_products_and_nobody_finds_by_nothing(app: TestApp) {
    app.product("Ritbord", "2027.1", "feature").await;
    let found = app.see(app.olle, "/search?q=bygg").await;
    assert!(found.shows(&format!("/vendor/organizations/{}", app.organization)), "{}", found.body);
    assert!(app.see(app.olle, "/search?q=ritb").await.shows("/vendor/products/ritbord"));
    for nothing in ["", "?q=", "?q=+", "?q=%25", "?q=%27%3B--"] {
        let empty = app.see(app.olle, &format!("/search{nothing}")).await;
        assert!(empty.status == StatusCode::OK && !empty.shows("palette-r"), "{nothing}: {}", empty.body);
    }
    assert_eq!(app.send(None, axum::http::Method::GET, "/search?q=a").await.status, StatusCode::SEE_OTHER);
}
