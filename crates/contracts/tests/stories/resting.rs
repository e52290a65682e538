//! A team that is not needed rests, and comes back.

use crate::{
    TestApp,
    crew::{ELIN, code},
    world::order,
};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::both_engines;

#[both_engines]
async fn a_team_with_seats_does_not_rest(app: TestApp) {
    let crew = app.crew(2).await;
    let path = format!("/api/v1/teams/{}/archive", crew.malmo);
    let refused = app.call_as(ELIN, Method::PUT, &path, &Value::Null).await;
    assert_eq!(code(&refused), "team-in-use", "{}", refused.body);
    let page = app.visit(ELIN, &format!("/manage/teams/{}/settings", crew.malmo), None).await;
    assert!(page.shows("Flytta det till ett annat team först"), "{}", page.body);
    assert_eq!(app.move_to(crew.ritbord, crew.goteborg).await.status, StatusCode::OK);
    assert_eq!(app.call_as(ELIN, Method::PUT, &path, &Value::Null).await.status, StatusCode::OK);
}

#[both_engines]
async fn a_team_that_rests_takes_nobody_and_no_order_lands_in_it(app: TestApp) {
    let crew = app.crew(2).await;
    app.user(crew.goteborg, "Ada").await;
    let settings = format!("/manage/teams/{}/settings", crew.goteborg);
    let end = format!("/manage/teams/{}/archive/end", crew.goteborg);
    assert_eq!(app.visit("ada@bygg.example", &end, Some(&[])).await.status, StatusCode::FORBIDDEN);
    let rests = app.visit(ELIN, &end, Some(&[])).await;
    assert_eq!((rests.status, rests.location.as_str()), (StatusCode::SEE_OTHER, settings.as_str()));

    let bo = app.person("Bo", "bo@bygg.example").await;
    let goteborg = crew.goteborg;
    let come = move |cx: &mut store::Command| {
        let team = organizations::team(cx, goteborg)?;
        organizations::add_member(cx, &team, bo)
    };
    assert_eq!(app.act(come).await.unwrap_err().code(), "team-archived");
    // Of two teams one rests, so nobody has to choose.
    let placed = app.place(&app.vendor, &order("PO-2")).await.json();
    assert_eq!(placed["landing"]["team"]["name"], "Malmö");
    let ask = json!({"team": goteborg.to_string()});
    assert_eq!(code(&app.move_it(ELIN, crew.ritbord, ask.clone()).await), "team-archived");
    // Who is in it stays.
    assert!(app.members().await.contains(&"Göteborg Ada user".to_owned()));
    assert!(app.visit(ELIN, &settings, None).await.shows("Göteborg är arkiverat"));
    let malmo = app.visit(ELIN, &format!("/manage/teams/{}/settings", crew.malmo), None).await;
    assert!(malmo.body.contains(&settings), "it is found from the other team");

    let back = app.visit(ELIN, &format!("/manage/teams/{goteborg}/return"), Some(&[])).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(app.act(come).await.unwrap());
    assert_eq!(app.move_it(ELIN, crew.ritbord, ask).await.status, StatusCode::OK);
    let log = app
        .texts(
            "SELECT action || ' ' || subject_label FROM audit WHERE action LIKE 'team.%'
        AND actor_kind = 'person' ORDER BY id",
        )
        .await;
    assert_eq!(log, ["team.archived Göteborg", "team.returned Göteborg"]);
    app.is_in_order().await;
}
