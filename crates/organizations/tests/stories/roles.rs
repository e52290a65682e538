//! Change role (mission S12): any number of SAs, exactly one PA, always.

use crate::TestApp;
use axum::http::StatusCode;
use testkit::both_engines;

#[both_engines]
async fn the_pa_appoints_and_dismisses_sas(app: TestApp) {
    let (sara, bo) = (app.user("Sara", "sara@bygg.example").await, app.user("Bo", "bo@bygg.example").await);
    let page = app.see(app.maja, &format!("/manage/teams/{}/users/{sara}/role", app.team)).await;
    assert!(page.shows("Sara Ek, sara@bygg.example") && page.shows("There may be any number."));
    for person in [sara, bo] {
        let changed = app.change_role(app.maja, person, "secondary_admin").await;
        assert_eq!(changed.location, format!("/manage/teams/{}/users/{person}", app.team));
    }
    assert_eq!(app.roles().await, ["Bo secondary_admin", "Maja primary_admin", "Sara secondary_admin"]);
    // An SA appoints and dismisses as the PA does, also oneself.
    let cilla = app.user("Cilla", "cilla@bygg.example").await;
    app.change_role(sara, cilla, "secondary_admin").await;
    app.change_role(sara, bo, "user").await;
    app.change_role(sara, sara, "user").await;
    let roles = ["Bo user", "Cilla secondary_admin", "Maja primary_admin", "Sara user"];
    assert_eq!(app.roles().await, roles);
    let audit = app.audit().await;
    assert_eq!(audit.last().unwrap(), "sara@bygg.example member.role-changed sara@bygg.example");
    let details =
        app.texts("SELECT details FROM audit WHERE action = 'member.role-changed' ORDER BY id").await;
    assert!(
        details[0].contains("\"role\":\"secondary_admin\"") && details[0].contains("\"before\":\"user\"")
    );
    assert_eq!(app.change_role(sara, bo, "secondary_admin").await.status, StatusCode::FORBIDDEN);
}

#[both_engines]
async fn the_role_of_pa_is_handed_over_and_never_laid_down(app: TestApp) {
    let sara = app.user("Sara", "sara@bygg.example").await;
    for role in ["user", "secondary_admin"] {
        let refused = app.change_role(app.maja, app.maja, role).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.shows("This is the primary admin"), "{}", refused.body);
    }
    app.change_role(app.maja, sara, "primary_admin").await;
    assert_eq!(app.roles().await, ["Maja secondary_admin", "Sara primary_admin"]);
    let audit = app.audit().await;
    assert_eq!(
        audit,
        [
            "maja@bygg.example member.role-changed maja@bygg.example",
            "maja@bygg.example member.role-changed sara@bygg.example",
        ]
    );
    // Maja is an SA now, and takes the role back when that is needed.
    app.change_role(app.maja, app.maja, "primary_admin").await;
    assert_eq!(app.roles().await, ["Maja primary_admin", "Sara secondary_admin"]);
}

#[both_engines]
async fn the_same_role_again_changes_nothing(app: TestApp) {
    let sara = app.user("Sara", "sara@bygg.example").await;
    app.change_role(app.maja, sara, "secondary_admin").await;
    let made = app.made().await;
    for (person, role) in [(sara, "secondary_admin"), (app.maja, "primary_admin")] {
        assert_eq!(app.change_role(app.maja, person, role).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn strangers_and_users_change_no_role(app: TestApp) {
    let bo = app.user("Bo", "bo@bygg.example").await;
    let made = app.made().await;
    let of_bo = format!("/manage/teams/{}/users/{bo}/role", app.team);
    assert_eq!(app.change_role(bo, bo, "primary_admin").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.see(bo, &of_bo).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.change_role(app.eve, bo, "secondary_admin").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.see(app.eve, &of_bo).await.status, StatusCode::NOT_FOUND);
    // Somebody of another organization is no member to make anything of.
    assert_eq!(app.change_role(app.maja, app.eve, "user").await.status, StatusCode::NOT_FOUND);
    for role in ["operator", "partner", "contract_manager", "", "Primary_Admin"] {
        let answer = app.change_role(app.maja, bo, role).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{role}");
    }
    assert_eq!(app.made().await, made);
    assert_eq!(app.roles().await, ["Bo user", "Maja primary_admin"]);
}
