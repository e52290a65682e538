//! Into which team an order lands: said before, chosen where there are several, told to the admins (mission B10).

use crate::{
    TestApp,
    world::{managed_by, order},
};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::both_engines;

const ELIN: &str = "elin@bygg.example";

#[both_engines]
async fn a_dry_run_says_where_it_lands_and_writes_nothing(app: TestApp) {
    let made = app.made().await;
    let plan = app.dry_run(&app.skissera, &order("PO-1")).await;
    assert_eq!(plan.status, StatusCode::OK, "{}", plan.body);
    let plan = plan.json();
    assert_eq!(plan["landing"], json!({"kind": "new_team"}));
    assert_eq!((&plan["creates_organization"], &plan["creates_person"]), (&json!(true), &json!(true)));
    assert_eq!(plan["welcome_at"], "2026-11-24T08:30:00Z");
    assert_eq!(plan["lines"][0]["starts_now"], true);
    assert_eq!(plan["lines"][0]["ends_at"], "2027-11-23T23:00:00Z");
    assert_eq!(app.made().await, made);

    let placed = app.place(&app.skissera, &order("PO-1")).await.json();
    let plan = app.dry_run(&app.skissera, &order("PO-2")).await.json();
    assert_eq!(
        (&plan["landing"]["kind"], &plan["landing"]["team"]),
        (&json!("team"), &placed["landing"]["team"])
    );
    let again = app.dry_run(&app.skissera, &order("PO-1")).await.json();
    assert_eq!(again["placed_before"], placed["id"]);

    app.further_team(ELIN, "Göteborg").await;
    let plan = app.dry_run(&app.skissera, &order("PO-3")).await.json();
    let teams: Vec<_> = plan["landing"]["teams"]
        .as_array()
        .unwrap()
        .iter()
        .map(|team| team["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        (&plan["landing"]["kind"], teams),
        (&json!("to_choose"), vec!["Byggkonsult Öresund AB", "Göteborg"])
    );
}

/// Elin administers two teams; order PO-2 waits for her. The ids of its contract and of itself, and of the new team.
async fn waiting(app: &TestApp) -> (Value, String, String, String) {
    app.place(&app.vendor, &order("PO-1")).await;
    let team = app.further_team(ELIN, "Göteborg").await;
    let placed = app.place(&app.vendor, &order("PO-2")).await.json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (id, contract) = (text(&placed["id"]), text(&placed["contract"]["id"]));
    (placed, id, contract, team)
}

async fn choose(app: &TestApp, who: &str, contract: &str, order: &str, team: &str) -> testkit::Answer {
    let path = format!("/api/v1/contracts/{contract}/landing");
    app.call_as(who, Method::POST, &path, &json!({"order": order, "team": team})).await
}

#[both_engines]
async fn with_several_teams_nobody_guesses_and_the_seats_come_when_it_is_chosen(app: TestApp) {
    let (placed, order_id, contract, team) = waiting(&app).await;
    assert_eq!(placed["landing"], json!({"kind": "to_choose"}));
    assert_eq!(placed["contract"]["subscriptions"][0]["state"], "running");
    let first = ("Ritbord".to_owned(), "Byggkonsult Öresund AB".to_owned(), 5);
    assert_eq!(app.seats().await.first(), Some(&first));
    let mails = app.mails_to(ELIN).await;
    let ask = mails.iter().find(|mail| mail.subject == "Välj team för order PO-2").unwrap();
    let way = format!("http://account.nordkad.example/manage/contracts/{contract}/landing");
    assert_eq!(ask.link.as_deref(), Some(way.as_str()));

    let chosen = choose(&app, ELIN, &contract, &order_id, &team).await;
    assert_eq!((chosen.status, &chosen.json()["name"]), (StatusCode::OK, &json!("Göteborg")));
    assert_eq!(app.seats().await, [first, ("Ritbord".into(), "Göteborg".into(), 5)]);
    // Again the same: nothing. Another one: refused.
    assert_eq!(choose(&app, ELIN, &contract, &order_id, &team).await.status, StatusCode::OK);
    let other = choose(&app, ELIN, &contract, &order_id, "new").await;
    assert_eq!((other.status, &other.json()["code"]), (StatusCode::CONFLICT, &json!("landing-chosen")));
    assert_eq!(app.count("SELECT COUNT(*) FROM teams").await, 2);
    assert_eq!(app.count("SELECT CAST(SUM(capacity) AS BIGINT) FROM pools").await, 10);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'order.landing-chosen'").await, 1);
}

#[both_engines]
async fn only_the_contract_manager_chooses_and_only_among_her_teams(app: TestApp) {
    let (_, order_id, contract, _) = waiting(&app).await;
    let saras = app.place(&app.vendor, &managed_by(order("PO-3"), "Sara", "sara@bygg.example")).await.json();
    let saras_team = saras["landing"]["team"]["id"].as_str().unwrap();
    let saras_contract = saras["contract"]["id"].as_str().unwrap();
    let sara = "sara@bygg.example";
    assert_eq!(choose(&app, sara, &contract, &order_id, saras_team).await.status, StatusCode::NOT_FOUND);
    // By the door of her own contract.
    assert_eq!(choose(&app, sara, saras_contract, &order_id, saras_team).await.status, StatusCode::NOT_FOUND);
    assert_eq!(choose(&app, ELIN, &contract, &order_id, saras_team).await.refused(), ["/team unknown"]);
    assert_eq!(choose(&app, ELIN, &contract, &order_id, "x").await.refused(), ["/team not-understood"]);
    let page = format!("/manage/contracts/{contract}/landing");
    assert_eq!(app.visit(sara, &page, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.count("SELECT COUNT(*) FROM orders WHERE team_id IS NULL").await, 1);
}

#[both_engines]
async fn the_contract_manager_may_found_a_team_for_the_order(app: TestApp) {
    let (_, order_id, contract, _) = waiting(&app).await;
    let chosen = choose(&app, ELIN, &contract, &order_id, "new").await.json();
    assert_eq!(chosen["name"], "Byggkonsult Öresund AB 2");
}

#[both_engines]
async fn the_choice_is_a_page_and_home_knows_what_waits(app: TestApp) {
    let (_, order_id, contract, team) = waiting(&app).await;
    let elin = app.person("Elin", ELIN).await;
    let actor = kernel::Actor::person(elin, ELIN, vec![]);
    let waits =
        async || app.db.read(&actor, move |cx| contracts::waiting_landings(cx, elin)).await.unwrap().len();
    assert_eq!(waits().await, 1);
    let path = format!("/manage/contracts/{contract}/landing");
    let page = app.visit(ELIN, &path, None).await;
    assert!(page.says("Var ska den hamna?") && page.says("Göteborg") && page.says("Order PO-2"));
    assert!(app.visit(ELIN, "/manage/contracts", None).await.says("En order väntar på ett team"));

    let nothing = app.visit(ELIN, &path, Some(&[("order", &order_id)])).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = app.visit(ELIN, &path, Some(&[("order", &order_id), ("team", &team)])).await;
    assert_eq!(
        (chosen.status, chosen.location),
        (StatusCode::SEE_OTHER, format!("/manage/contracts/{contract}"))
    );
    assert_eq!(waits().await, 0);
    assert!(app.visit(ELIN, &path, None).await.says("Allt har hamnat rätt"));
}

/// Mission B10: afterwards the admins are told; the contract manager has other mails.
#[both_engines]
async fn the_admins_of_the_team_are_told(app: TestApp) {
    app.place(&app.vendor, &order("PO-1")).await;
    app.person("Maja", "maja@bygg.example").await;
    app.run(
        "INSERT INTO memberships (team_id, person_id, role, sort_name, created_at)
         SELECT t.id, p.id, 'secondary_admin', p.sort_name, 0 FROM teams t, people p WHERE p.email_key = $1",
        "maja@bygg.example",
    )
    .await;
    app.place(&app.skissera, &order("PO-2")).await;
    let mails = app.mails_to("maja@bygg.example").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "New seats in Byggkonsult Öresund AB");
    assert!(mails[0].text.contains("PO-2"));
    let told = app.mails_to(ELIN).await;
    assert!(told.iter().all(|mail| !mail.subject.contains("Nya platser")));
}
