//! Bad input: each mistake has its place, and nothing is half done.

use crate::{
    TestApp,
    world::{order, with},
};
use axum::http::StatusCode;
use serde_json::{Value, json};
use testkit::both_engines;

#[both_engines]
async fn every_mistake_is_told_where_it_stands_and_nothing_is_written(app: TestApp) {
    let made = app.made().await;
    let cases: Vec<(&str, Value, &str)> = vec![
        ("/lines/0/quantity", json!(0), "too-small"),
        ("/lines/0/quantity", json!(-1), "too-small"),
        ("/lines/0/quantity", json!(1e12), "too-large"),
        ("/lines/0/quantity", json!(1_000_001), "too-large"),
        ("/lines/0/quantity", json!(true), "not-understood"),
        ("/lines/0/sku", json!("NOTHING"), "unknown"),
        ("/lines/0/sku", json!("'; DROP TABLE orders"), "sku-form"),
        ("/lines/0/start", json!("2036-11-25"), "too-far"),
        ("/lines/0/start", json!("2026-02-30"), "not-understood"),
        ("/lines/0/term_months", json!(121), "too-large"),
        ("/lines/0/end", json!("2027-01-01"), "one-of-two"),
        ("/lines/0/colour", json!("red"), "unknown"),
        ("/lines", json!([]), "missing"),
        ("/lines", json!("many"), "not-understood"),
        ("/partner", json!("nobody"), "unknown"),
        ("/customer/name", json!("x".repeat(1 << 20)), "too-long"),
        ("/customer/name", json!("Bygg\u{0}AB"), "unreadable"),
        ("/customer/number", json!(""), "missing"),
        ("/number", json!("\u{202e}PO"), "unreadable"),
        ("/contract_manager/email", json!("elin@bуgg.example"), "email-letters"), // Cyrillic у
        ("/contract_manager/email", json!("elin@bygg.example\r\nBcc: x@y.se"), "email-form"),
        ("/contract_manager/time_zone", json!("Europe/Malmo"), "time-zone"),
        ("/contract_manager/language", json!("xx"), "unknown"),
        ("/contract_manager/first_name", json!(null), "missing"),
        ("/hat", json!(1), "unknown"),
    ];
    for (place, value, code) in cases {
        let bad = with(order("PO-1"), place, value);
        for answer in [app.place(&app.vendor, &bad).await, app.dry_run(&app.vendor, &bad).await] {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{place} {code}: {}", answer.body);
            assert_eq!(answer.refused(), [format!("{place} {code}")]);
        }
    }
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn an_end_before_the_start_and_terms_that_are_over(app: TestApp) {
    let made = app.made().await;
    let line = |start: &str, end: &str| {
        with(
            order("PO-1"),
            "/lines",
            json!([{"sku": "fasad-named", "quantity": 1, "start": start, "end": end}]),
        )
    };
    let refused = async |order| app.place(&app.vendor, &order).await.refused();
    assert_eq!(refused(line("2027-01-01", "2026-12-31")).await, ["/lines/0/end before-start"]);
    assert_eq!(refused(line("2026-01-01", "2026-11-23")).await, ["/lines/0/end in-the-past"]);
    assert_eq!(refused(line("2026-12-01", "2037-01-01")).await, ["/lines/0/end too-far"]);
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn all_mistakes_come_in_one_answer(app: TestApp) {
    let bad =
        json!({"number": "PO-1", "customer": {"number": "1"}, "lines": [{"sku": "X", "quantity": 0}, {}]});
    let refused = app.place(&app.vendor, &bad).await.refused();
    for expected in [
        "/customer/name missing",
        "/contract_manager/email missing",
        "/contract_manager/time_zone missing",
        "/lines/0/quantity too-small",
        "/lines/0/term_months missing",
        "/lines/1/sku missing",
    ] {
        assert!(refused.contains(&expected.to_owned()), "{expected} in {refused:?}");
    }
}

#[both_engines]
async fn what_is_no_order_at_all_is_refused(app: TestApp) {
    for text in ["", "{", "[]", "null", "\"order\"", "{\"number\": \"1\"} {}", &"[".repeat(5000)] {
        let answer = app.place_text(text).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text:.20}");
    }
}

#[both_engines]
async fn five_hundred_lines_are_one_order_and_one_more_is_none(app: TestApp) {
    let lines = |count| {
        let line = json!({"sku": "RITBORD-NAMED", "quantity": 2, "term_months": 12});
        with(order("PO-1"), "/lines", Value::Array(vec![line; count]))
    };
    let made = app.made().await;
    assert_eq!(app.place(&app.vendor, &lines(501)).await.refused(), ["/lines too-many"]);
    assert_eq!(app.made().await, made);
    let placed = app.place(&app.vendor, &lines(500)).await;
    assert_eq!(placed.status, StatusCode::CREATED);
    assert_eq!(app.seats().await, [("Ritbord".into(), "Byggkonsult Öresund AB".into(), 1000)]);
}
