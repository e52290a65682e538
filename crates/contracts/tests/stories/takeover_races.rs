//! Two at the same moment.

use crate::{
    TestApp,
    takeover::{ELIN, MAJA, PIA, applied, apply, bygg, decide, manager, say, state},
    world::order,
};
use axum::http::Method;
use kernel::Role;
use serde_json::json;
use std::sync::Arc;
use testkit::{at_once, both_engines, statuses_at_once};

/// Two teams have seats of the contract; the primary admins of both apply.
#[both_engines]
async fn of_two_applications_at_once_one_is_open(app: TestApp) {
    let contract = bygg(&app).await;
    app.person("Nils", "nils@bygg.example").await;
    let team = app.further_team("nils@bygg.example", "Lund").await;
    let placed = app.place(&app.skissera, &order("PO-2")).await.json();
    let moved = "UPDATE subscriptions SET contract_id = (SELECT id FROM contracts WHERE number = 'NK-1'),
                 team_id = $1 WHERE order_id IN (SELECT id FROM orders WHERE number = 'PO-2')";
    assert_eq!(placed["number"], "PO-2");
    app.run(moved, &team).await;
    let app = Arc::new(app);
    let statuses = statuses_at_once(&app, 6, |app, n| {
        let contract = contract.clone();
        async move { apply(&app, [MAJA, "nils@bygg.example"][n % 2], &contract).await }
    })
    .await;
    // One is made; the others are the same again, or come too late.
    assert_eq!(statuses, [200, 200, 201, 409, 409, 409]);
    assert_eq!(app.count("SELECT COUNT(*) FROM takeovers").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM takeover_documents").await, 1);
}

#[both_engines]
async fn of_agreeing_and_objecting_at_once_one_counts(app: TestApp) {
    let (_, takeover) = applied(&app).await;
    let app = Arc::new(app);
    let asked = takeover.clone();
    let statuses = statuses_at_once(&app, 2, |app, n| {
        let takeover = asked.clone();
        async move { say(&app, ELIN, &takeover, ["agree", "object"][n]).await }
    })
    .await;
    assert_eq!(statuses, [200, 409]);
    assert!(["agreed", "objected"].contains(&state(&app, &takeover).await.as_str()));
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'takeover.answered'").await, 1);
}

#[both_engines]
async fn of_granting_and_handing_over_at_once_one_person_is_manager(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    app.member("Sara", "sara@bygg.example", Role::User).await;
    say(&app, ELIN, &takeover, "agree").await;
    let app = Arc::new(app);
    let (of, about) = (contract.clone(), takeover.clone());
    let statuses = at_once(&app, 2, |app, n| {
        let (contract, takeover) = (of.clone(), about.clone());
        async move {
            if n == 0 {
                return decide(&app, PIA, &takeover, "grant").await;
            }
            let path = format!("/api/v1/contracts/{contract}/manager");
            app.call_as(ELIN, Method::PUT, &path, &json!({"manager": "sara@bygg.example"})).await
        }
    })
    .await;
    assert!(statuses.iter().any(|answer| answer.status == 200));
    let granted = state(&app, &takeover).await == "granted";
    // Elin's right is that of when she knocked: the role may go through Maja to Sara, never the other way.
    let now = manager(&app, &contract).await;
    assert!(
        if granted { now == MAJA || now == "sara@bygg.example" } else { now == "sara@bygg.example" },
        "{now}"
    );
    assert_eq!(app.count("SELECT COUNT(*) FROM takeovers WHERE outcome IS NULL").await, 0);
}
