//! A person sees the own products and nothing else, and gets the files.

use crate::TestApp;
use axum::http::StatusCode;
use testkit::both_engines;

#[both_engines]
async fn ada_sees_her_own_products_only(app: TestApp) {
    let (ritbord, _fasad) =
        (app.product("Ritbord", "2027.1", "feature").await, app.product("Fasad", "12.4", "update").await);
    let (ada, bo) = (app.user("Ada", "Berg").await, app.user("Bo", "Ek").await);
    let pool = app.pool(ritbord, 5).await;
    app.assign(pool, &[ada]).await;

    let own = app.see(ada, "/account/products").await;
    assert!(own.shows("Ritbord") && own.shows("2027.1") && !own.shows("Fasad"), "{}", own.body);
    assert_eq!(app.see(ada, "/account/products/ritbord").await.status, StatusCode::OK);
    for (person, slug) in
        [(ada, "fasad"), (bo, "ritbord"), (app.eve, "ritbord"), (app.olle, "ritbord"), (ada, "nothing")]
    {
        let path = format!("/account/products/{slug}");
        assert_eq!(app.see(person, &path).await.status, StatusCode::NOT_FOUND, "{person} {slug}");
    }
    let nobody = app.send(None, axum::http::Method::GET, "/account/products").await;
    assert_eq!(nobody.location, "/sign-in?next=%2Faccount%2Fproducts");
}

#[both_engines]
async fn a_download_goes_through_for_those_with_a_seat(app: TestApp) {
    let ritbord = app.product("Ritbord", "2027.1", "feature").await;
    let windows = app.build("ritbord", "2027.1", ["windows-x64", "sv"]).await;
    let mac = app.build("ritbord", "2027.1", ["macos-arm64", "en"]).await;
    let (ada, bo) = (app.user("Ada", "Berg").await, app.user("Bo", "Ek").await);
    let pool = app.pool(ritbord, 1).await;
    app.assign(pool, &[ada]).await;

    // She sits at a Mac, so that file comes first and is the main act.
    let page = app.see(ada, "/account/products/ritbord").await;
    let (first, second) =
        (page.body.find(&mac.to_string()).unwrap(), page.body.find(&windows.to_string()).unwrap());
    assert!(first < second && page.body.matches("btn-main").count() == 1, "{}", page.body);
    assert!(page.shows("SHA-256") && page.shows("For this computer"));

    let path = |build| format!("/account/products/ritbord/builds/{build}/download");
    let sent = app.post(ada, &path(mac)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let file = app.see(ada, &sent.location).await;
    assert_eq!(
        (file.status, file.body.as_str()),
        (StatusCode::OK, "ritbord 2027.1 [\"macos-arm64\", \"en\"]")
    );
    assert_eq!(app.post(bo, &path(mac)).await.status, StatusCode::NOT_FOUND);

    let other = app.product("Fasad", "12.4", "update").await;
    let foreign = app.build("fasad", "12.4", ["windows-x64", "sv"]).await;
    app.pool(other, 1).await;
    assert_eq!(app.post(ada, &path(foreign)).await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn a_suspended_seat_shows_why_and_gives_no_file(app: TestApp) {
    let ritbord = app.product("Ritbord", "2027.1", "feature").await;
    let mac = app.build("ritbord", "2027.1", ["macos-arm64", "en"]).await;
    let ada = app.user("Ada", "Berg").await;
    let pool = app.pool(ritbord, 1).await;
    app.assign(pool, &[ada]).await;
    app.pool(ritbord, 0).await;

    for path in ["/account", "/account/products", "/account/products/ritbord"] {
        let page = app.see(ada, path).await;
        assert!(page.shows("No seat at the moment") && !page.shows("/download"), "{path} {}", page.body);
    }
    let refused = app.post(ada, &format!("/account/products/ritbord/builds/{mac}/download")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
}
