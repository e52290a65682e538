//! Subscriptions start and end by themselves; the welcome comes in the morning of the first day.

use crate::{
    TestApp,
    world::{at, order, with},
};
use axum::http::Method;
use serde_json::{Value, json};
use testkit::both_engines;

const ELIN: &str = "elin@bygg.example";

/// From 1 January 2027 for half a year.
fn later(number: &str) -> Value {
    let line = json!({"sku": "RITBORD-NAMED", "quantity": 5, "start": "2027-01-01", "term_months": 6});
    with(order(number), "/lines", json!([line]))
}

async fn state(app: &TestApp, placed: &Value) -> String {
    let path = format!("/api/v1/orders/{}", placed["id"].as_str().unwrap());
    let seen = app.call(&app.vendor, Method::GET, &path, None).await.json();
    seen["contract"]["subscriptions"][0]["state"].as_str().unwrap().to_owned()
}

fn seats(count: i64) -> [(String, String, i64); 1] {
    [("Ritbord".into(), "Byggkonsult Öresund AB".into(), count)]
}

#[both_engines]
async fn seats_come_at_midnight_of_the_first_day_and_go_after_the_last(app: TestApp) {
    let placed = app.place(&app.vendor, &later("PO-1")).await.json();
    assert_eq!(state(&app, &placed).await, "waiting");
    app.it_is("2026-12-31T22:59:59Z");
    app.work().await;
    assert!(app.seats().await.is_empty());

    app.it_is("2026-12-31T23:00:00Z");
    app.work().await;
    assert_eq!((app.seats().await, state(&app, &placed).await), (seats(5).to_vec(), "running".into()));

    app.it_is("2027-06-30T21:59:59Z");
    app.work().await;
    assert_eq!(app.seats().await, seats(5));
    app.it_is("2027-06-30T22:00:00Z");
    app.work().await;
    assert_eq!((app.seats().await, state(&app, &placed).await), (seats(0).to_vec(), "ended".into()));
    let audit = "SELECT action FROM audit WHERE action LIKE 'subscription.%' ORDER BY id";
    assert_eq!(app.texts(audit).await, ["subscription.started", "subscription.ended"]);
}

/// The jobs may come twice, late and all at once.
#[both_engines]
async fn a_server_that_slept_for_years_counts_right(app: TestApp) {
    app.place(&app.vendor, &later("PO-1")).await;
    app.place(&app.vendor, &order("PO-2")).await;
    assert_eq!(app.seats().await, seats(5));
    app.run(
        "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
         SELECT $1 || SUBSTR(id, 6), kind, payload, created_at, run_at, attempts FROM jobs WHERE kind LIKE 'contracts.%'",
        "job_1",
    )
    .await;
    app.it_is("2030-01-01T00:00:00Z");
    app.work().await;
    assert_eq!(app.seats().await, seats(0));
    assert_eq!(app.count("SELECT COUNT(*) FROM subscriptions WHERE ended_at IS NULL").await, 0);
}

#[both_engines]
async fn the_welcome_waits_for_nine_in_the_morning_where_the_customer_is(app: TestApp) {
    let zone = with(later("PO-1"), "/contract_manager/time_zone", "America/Sao_Paulo");
    let placed = app.place(&app.vendor, &zone).await.json();
    assert_eq!(placed["welcome_at"], "2027-01-01T12:00:00Z");
    assert_eq!(app.mails_to(ELIN).await.len(), 1, "the confirmation alone");
    app.it_is("2027-01-01T11:59:00Z");
    assert_eq!(app.mails_to(ELIN).await.len(), 1);
    app.it_is("2027-01-01T12:00:00Z");
    let mails = app.mails_to(ELIN).await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].link.as_deref().unwrap().contains("/welcome/plats_link_"));
    // The link lives for a day from then on.
    let ends = app.count("SELECT expires_at FROM links WHERE purpose = 'welcome'").await;
    assert_eq!(ends, at("2027-01-02T12:00:00Z").millis());
}

/// Mission S3: an account that was made while the welcome waited gets no link that could break it.
#[both_engines]
async fn who_made_an_account_in_between_needs_no_link(app: TestApp) {
    app.place(&app.vendor, &later("PO-1")).await;
    app.choose_password(ELIN).await;
    app.it_is("2027-01-01T08:00:00Z");
    let mails = app.mails_to(ELIN).await;
    assert_eq!(mails[1].link.as_deref(), Some("http://account.nordkad.example/"));
}

/// The order of next year does not take away the way in of today.
#[both_engines]
async fn an_order_for_later_leaves_the_open_link_alone(app: TestApp) {
    app.place(&app.vendor, &order("PO-1")).await;
    app.place(&app.vendor, &later("PO-2")).await;
    let open = "SELECT COUNT(*) FROM links WHERE purpose = 'welcome' AND revoked_at IS NULL";
    assert_eq!(app.count(open).await, 1);
}

/// It started while nobody had chosen; the seats come with the choice.
#[both_engines]
async fn a_start_before_the_choice_loses_nothing(app: TestApp) {
    app.place(&app.vendor, &order("PO-1")).await;
    let team = app.further_team(ELIN, "Göteborg").await;
    let placed = app.place(&app.vendor, &later("PO-2")).await.json();
    app.it_is("2027-01-02T00:00:00Z");
    app.work().await;
    assert_eq!((app.seats().await, state(&app, &placed).await), (seats(5).to_vec(), "running".into()));
    let path = format!("/api/v1/contracts/{}/landing", placed["contract"]["id"].as_str().unwrap());
    app.call_as(ELIN, Method::POST, &path, &json!({"order": placed["id"], "team": team})).await;
    assert_eq!(app.seats().await[1], ("Ritbord".into(), "Göteborg".into(), 5));
    app.it_is("2027-07-01T00:00:00Z");
    app.work().await;
    assert_eq!(app.seats().await[1], ("Ritbord".into(), "Göteborg".into(), 0));
}
