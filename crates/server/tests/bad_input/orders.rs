//! Orders that cannot be meant.

use crate::world::{World, order};
use serde_json::{Value, json};
use testkit::both_engines;

const MILLION_MILLION: i64 = 1_000_000_000_000;

#[both_engines]
async fn each_mistake_is_told_at_its_field(world: World) {
    let before = world.rows().await;
    let cases: [(&str, Value, &str); 19] = [
        ("/lines/0/quantity", json!(0), "too-small"),
        ("/lines/0/quantity", json!(-5), "too-small"),
        ("/lines/0/quantity", json!(MILLION_MILLION), "too-large"),
        ("/lines/0/quantity", json!("9".repeat(400)), "too-large"),
        ("/lines/0/term_months", json!(0), "too-small"),
        ("/lines/0/term_months", json!(MILLION_MILLION), "too-large"),
        ("/lines/0/end", json!("2026-11-23"), "one-of-two"),
        ("/lines/0/start", json!("2026-02-30"), "not-understood"),
        ("/lines/0/start", json!("0000-00-00"), "not-understood"),
        ("/lines/0/start", json!("9999-12-31"), "too-far"),
        ("/lines/0/start", json!("1970-01-01"), "in-the-past"),
        ("/lines/0/sku", json!("NOBODY-SELLS"), "unknown"),
        ("/lines", json!([]), "missing"),
        ("/contract_manager/time_zone", json!("Europe/Malmo"), "time-zone"),
        ("/contract_manager/time_zone", json!("../../etc/passwd"), "time-zone"),
        ("/contract_manager/language", json!("tlh"), "unknown"),
        ("/contract_manager/email", json!("mаja@bygg.example"), "email-letters"), // Cyrillic а
        ("/customer/name", json!("\u{200b}"), "unreadable"),
        ("/partner", json!("nobody"), "unknown"),
    ];
    for (place, value, code) in cases {
        let mut wrong = order("PO-1");
        let (parent, name) = place.rsplit_once('/').expect("a place");
        wrong.pointer_mut(parent).expect("its parent")[name] = value;
        for path in ["/api/v1/orders", "/api/v1/orders?dry_run=true"] {
            let answer = world.vendor.post(path, &wrong).expect("an answer");
            assert_eq!(answer.refusal(), (422, "invalid-fields".into()), "{place} {}", answer.text);
            let refused = (answer.at("/errors/0/pointer"), answer.at("/errors/0/code"));
            assert_eq!(refused, (place.to_owned(), code.to_owned()), "{}", answer.text);
        }
    }
    assert_eq!(world.rows().await, before);
}

#[both_engines]
async fn an_end_before_the_start_and_too_many_lines_are_refused(world: World) {
    let before = world.rows().await;
    let mut backwards = order("PO-1");
    backwards["lines"] =
        json!([{"sku": "RITBORD-NAMED", "quantity": 5, "start": "2026-12-01", "end": "2026-11-30"}]);
    let mut many = order("PO-1");
    many["lines"] = json!(vec![many["lines"][0].clone(); 501]);
    for (wrong, pointer, code) in [(backwards, "/lines/0/end", "before-start"), (many, "/lines", "too-many")]
    {
        let answer = world.vendor.post("/api/v1/orders", &wrong).expect("an answer");
        assert_eq!(answer.status, 422, "{}", answer.text);
        assert_eq!(
            (answer.at("/errors/0/pointer"), answer.at("/errors/0/code")),
            (pointer.into(), code.into())
        );
    }
    let mut other = order("PO-0");
    other["lines"][0]["quantity"] = json!(6);
    let answer = world.vendor.post("/api/v1/orders", &other).expect("an answer");
    assert_eq!(answer.refusal(), (409, "order-number-used".into()));
    assert_eq!(world.rows().await, before);
}
