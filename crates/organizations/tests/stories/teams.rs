//! Further teams (mission S17).

use crate::TestApp;
use axum::http::{Method, StatusCode};
use serde_json::json;
use std::sync::Arc;
use testkit::both_engines;

async fn create(app: &TestApp, who: kernel::PersonId, name: &str) -> testkit::Answer {
    app.post(who, &format!("/manage/organizations/{}/teams/new", app.organization), &[("name", name)]).await
}

#[both_engines]
async fn who_makes_a_team_is_its_primary_admin(app: TestApp) {
    let page = app.see(app.maja, &format!("/manage/organizations/{}/teams/new", app.organization)).await;
    assert!(page.shows("In Byggkonsult."));
    let sara = app.user("Sara", "sara@bygg.example").await;
    app.change_role(app.maja, sara, "secondary_admin").await;
    let created = create(&app, sara, "  Göteborg  väst ").await;
    assert_eq!(created.status, StatusCode::SEE_OTHER, "{}", created.body);
    let team = created.location.split('/').nth(3).unwrap().parse().unwrap();
    assert_eq!(created.location, format!("/manage/teams/{team}/users"));
    assert_eq!(
        app.audit().await[1..],
        ["sara@bygg.example team.founded Göteborg väst", "sara@bygg.example member.added sara@bygg.example",]
    );
    // Its people are its own: Maja is no admin there.
    assert_eq!(app.invite(sara, team, "Ada", "ada@bygg.example").await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.invite(app.maja, team, "Bo", "bo@bygg.example").await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn a_name_stands_for_one_team_of_an_organization(app: TestApp) {
    let made = app.made().await;
    let taken = create(&app, app.maja, "Malmö").await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(
        taken.shows("The organization has a team by this name already.") && taken.shows("value=\"Malmö\"")
    );
    assert_eq!(app.made().await, made);
    assert_eq!(create(&app, app.maja, "Lund").await.status, StatusCode::SEE_OTHER, "Skissera's is another");
}

#[both_engines]
async fn users_and_strangers_make_no_team(app: TestApp) {
    let bo = app.user("Bo", "bo@bygg.example").await;
    let made = app.made().await;
    assert_eq!(create(&app, bo, "Bos team").await.status, StatusCode::FORBIDDEN);
    assert_eq!(create(&app, app.eve, "Eves team").await.status, StatusCode::NOT_FOUND);
    for name in ["", "   ", "\u{202e}", &"x".repeat(121)] {
        assert_eq!(create(&app, app.maja, name).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn a_team_gets_another_name_and_is_found_by_it(app: TestApp) {
    let path = format!("/api/v1/teams/{}", app.team);
    let renamed = app.call(app.maja, Method::PATCH, &path, &json!({"name": "  ÖRESUND  bro "})).await;
    assert_eq!((renamed.status, &renamed.json()["name"]), (StatusCode::OK, &json!("ÖRESUND bro")));
    let again = app.call(app.maja, Method::PATCH, &path, &json!({"name": "ÖRESUND bro"})).await;
    assert_eq!(again.status, StatusCode::OK);
    let found = app.call(app.maja, Method::GET, "/api/v1/teams?q=%C3%B6resund", &json!(null)).await.json();
    assert_eq!(found["items"][0]["id"], app.team.to_string());
    assert_eq!(app.audit().await, ["maja@bygg.example team.renamed ÖRESUND bro"]);
    // The name that was is free, the one that is taken is not.
    assert_eq!(create(&app, app.maja, "Malmö").await.status, StatusCode::SEE_OTHER);
    let taken = app.call(app.maja, Method::PATCH, &path, &json!({"name": "Malmö"})).await;
    assert_eq!((taken.status, &taken.json()["code"]), (StatusCode::CONFLICT, &json!("team-name-taken")));
    for name in ["", "\u{202e}"] {
        let refused = app.call(app.maja, Method::PATCH, &path, &json!({"name": name})).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let bo = app.user("Bo", "bo@bygg.example").await;
    let new = json!({"name": "Bos"});
    assert_eq!(app.call(bo, Method::PATCH, &path, &new).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.call(app.eve, Method::PATCH, &path, &new).await.status, StatusCode::NOT_FOUND);
}

/// Eight teams want one name at the same moment.
#[both_engines]
async fn of_many_that_want_a_name_one_gets_it(app: TestApp) {
    let mut teams = vec![app.team];
    for n in 0..7 {
        let created = create(&app, app.maja, &format!("Team {n}")).await;
        teams.push(created.location.split('/').nth(3).unwrap().parse().unwrap());
    }
    let (app, teams) = (Arc::new(app), Arc::new(teams));
    let answers = testkit::statuses_at_once(&app, 8, |app, n| {
        let path = format!("/api/v1/teams/{}", teams[n]);
        async move { app.call(app.maja, Method::PATCH, &path, &json!({"name": "Norr"})).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|status| [200, 409].contains(status)), "{answers:?}");
}

#[both_engines]
async fn lists_leave_out_teams_that_rest(app: TestApp) {
    let team = app.team;
    app.act(move |cx| organizations::archive_team(cx, team)).await;
    let names = async |query: &str| {
        let path = format!("/api/v1/teams{query}");
        let list = app.call(app.maja, Method::GET, &path, &json!(null)).await.json();
        list["items"].as_array().unwrap().iter().map(|team| team["name"].to_string()).collect::<Vec<_>>()
    };
    assert!(names("").await.is_empty());
    assert_eq!(names("?archived=true").await, ["\"Malmö\""]);
    let invited = app.invite(app.maja, app.team, "Ada", "ada@bygg.example").await;
    assert!(
        invited.status == StatusCode::CONFLICT && invited.shows("The team Malmö is archived"),
        "{}",
        invited.body
    );
}
