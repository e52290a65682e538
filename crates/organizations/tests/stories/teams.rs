//! Further teams (mission S17).

use crate::TestApp;
use axum::http::StatusCode;
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
