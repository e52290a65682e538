//! Maja takes somebody out of the team in the browser, and brings them back.

use crate::TestApp;
use axum::http::StatusCode;
use testkit::both_engines;

#[both_engines]
async fn maja_removes_bo_and_changes_her_mind(app: TestApp) {
    let pool = app.pool(app.ritbord, 1).await;
    let (bo, ada) = (app.user("Bo", "Berg").await, app.user("Ada", "Ek").await);
    app.assign(pool, &[bo]).await.unwrap();
    let removal = format!("/manage/teams/{}/users/{bo}/removal", app.team);
    let asked = app.visit(&app.maja, &removal, None).await.body;
    assert!(asked.contains("En plats blir ledig") && asked.contains("Ritbord"), "{asked}");

    let gone = app.visit(&app.maja, &removal, Some(&[])).await;
    assert_eq!((gone.status, gone.undo.contains("/return")), (StatusCode::SEE_OTHER, true));
    assert_eq!(app.see(pool).await.free(), 1);
    let left = app.visit(&app.maja, &format!("/manage/teams/{}/left", app.team), None).await.body;
    assert!(left.contains("bo.berg@bygg.example") && left.contains("Ta tillbaka"), "{left}");
    assert_eq!(app.visit(&app.maja, &removal, None).await.status, StatusCode::NOT_FOUND);

    app.assign(pool, &[ada]).await.unwrap();
    let back = app.visit(&app.maja, &gone.undo, Some(&[])).await;
    assert_eq!(back.location, format!("/manage/teams/{}/users/{bo}", app.team));
    let again = app.visit(&app.maja, &gone.undo, Some(&[])).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.body);
    let left = app.visit(&app.maja, &format!("/manage/teams/{}/left", app.team), None).await.body;
    assert!(left.contains("Ingen har lämnat teamet"), "{left}");
}

#[both_engines]
async fn the_primary_admin_hands_over_first(app: TestApp) {
    let maja = app.maja.person_id().expect("a person");
    let removal = format!("/manage/teams/{}/users/{maja}/removal", app.team);
    let asked = app.visit(&app.maja, &removal, None).await.body;
    assert!(asked.contains("är primär administratör") && !asked.contains("btn-bad"), "{asked}");
    assert_eq!(app.visit(&app.maja, &removal, Some(&[])).await.status, StatusCode::CONFLICT);
    let bo = app.user("Bo", "Berg").await;
    let removal = format!("/manage/teams/{}/users/{bo}/removal", app.team);
    assert_eq!(app.visit(&app.eve, &removal, Some(&[])).await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn an_invitation_to_the_wrong_address_is_corrected(app: TestApp) {
    let pool = app.pool(app.ritbord, 1).await;
    let wrong = app.user("Noora", "Alto").await;
    app.assign(pool, &[wrong]).await.unwrap();
    let correction = format!("/manage/teams/{}/users/{wrong}/correction", app.team);
    let page = app.visit(&app.maja, &correction, None).await.body;
    assert!(page.contains("Inbjudan gick till noora.alto@bygg.example"), "{page}");
    let names = [("first_name", "Noora"), ("last_name", "Aalto")];
    let bad = app.visit(&app.maja, &correction, Some(&[("email", "noora"), names[0], names[1]])).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = [("email", "noora.aalto@bygg.example"), names[0], names[1]];
    let sent = app.visit(&app.maja, &correction, Some(&right)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let holders = app.holders(pool).await.0;
    assert!(holders.len() == 1 && holders[0] != wrong, "the seat went with it");
    let mails = app.texts("SELECT kind FROM mails WHERE to_address LIKE 'noora.aalto@%' ORDER BY kind").await;
    assert_eq!(mails, ["invitation", "products_given"]);
}
