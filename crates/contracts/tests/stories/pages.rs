//! Orders and contracts in the browser.

use crate::{
    TestApp,
    world::{managed_by, order, with},
};
use axum::http::StatusCode;
use testkit::both_engines;

const OLLE: &str = "olle@nordkad.example";
const PIA: &str = "pia@skissera.example";
const ELIN: &str = "elin@bygg.example";

fn fields(act: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("act", act),
        ("count", "2"),
        ("number", "PO-7"),
        ("customer.number", "556712-0487"),
        ("customer.name", "Byggkonsult <Öresund> AB"),
        ("contract_manager.first_name", "Elin"),
        ("contract_manager.last_name", "Asp"),
        ("contract_manager.email", ELIN),
        ("contract_manager.language", "sv"),
        ("contract_manager.time_zone", "Europe/Stockholm"),
        ("lines.0.sku", "RITBORD-NAMED"),
        ("lines.0.quantity", "12"),
        ("lines.0.start", ""),
        ("lines.0.term_months", "12"),
        ("lines.0.end", ""),
    ]
}

#[both_engines]
async fn a_partner_sees_what_will_happen_and_then_places_the_order(app: TestApp) {
    let form = app.visit(PIA, "/orders/new", None).await;
    assert!(form.says("New order") && form.says("Ritbord, named user") && !form.says("Annan AB"));

    let preview = app.visit(PIA, "/orders/new", Some(&fields("preview"))).await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.body);
    assert!(preview.says("A new team is made, and Elin Asp is its primary admin"));
    assert!(preview.says("Byggkonsult &lt;Öresund&gt; AB becomes a customer") && preview.says("23 Nov 2027"));
    assert_eq!(app.count("SELECT COUNT(*) FROM orders").await, 0);

    let placed = app.visit(PIA, "/orders/new", Some(&fields("place"))).await;
    assert_eq!(placed.status, StatusCode::SEE_OTHER);
    let page = app.visit(PIA, &placed.location, None).await;
    assert!(page.says("Order PO-7") && page.says("Skissera AB") && page.says("A new team: "));
    assert!(app.visit(PIA, "/orders?q=po-7", None).await.says("PO-7"));
    assert!(app.visit(PIA, "/orders?q=nothing", None).await.says("No order like that"));
    // The same once more, by the button of a page that was left open.
    let again = app.visit(PIA, "/orders/new", Some(&fields("place"))).await;
    assert_eq!((again.status, again.location), (StatusCode::SEE_OTHER, placed.location));
    assert_eq!(app.count("SELECT COUNT(*) FROM orders").await, 1);
}

#[both_engines]
async fn a_further_line_keeps_what_was_typed_and_mistakes_show_beside_their_fields(app: TestApp) {
    let more = app.visit(OLLE, "/orders/new", Some(&fields("another"))).await;
    assert_eq!(more.status, StatusCode::OK);
    assert!(more.body.contains("lines.2.sku") && more.says("value=\"12\"") && more.says("PO-7"));
    let back = app.visit(OLLE, "/orders/new", Some(&fields("change"))).await;
    assert!(back.body.contains("lines.1.sku") && !back.body.contains("lines.2.sku"));

    let mut bad = fields("preview");
    bad.push(("lines.1.quantity", "0"));
    let refused = app.visit(OLLE, "/orders/new", Some(&bad)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Not less than 1.") && refused.says("aria-invalid"));

    app.visit(OLLE, "/orders/new", Some(&fields("place"))).await;
    let mut other = fields("preview");
    other[4].1 = "Another AB";
    let taken = app.visit(OLLE, "/orders/new", Some(&other)).await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(taken.says("The number PO-7 stands for another order."));
}

/// Mission S8.
#[both_engines]
async fn the_contract_manager_sees_contracts_and_renewal_dates(app: TestApp) {
    assert!(app.visit(OLLE, "/manage/contracts", None).await.says("No contract"));
    let given = with(order("PO-1"), "/contract_number", "NK-1");
    let placed = app.place(&app.skissera, &given).await.json();
    let list = app.visit(ELIN, "/manage/contracts", None).await;
    for fact in ["NK-1", "Ritbord", "23 nov. 2027", "364 dagar kvar", "Skissera AB"] {
        assert!(list.says(fact), "{fact}");
    }
    let path = format!("/manage/contracts/{}", placed["contract"]["id"].as_str().unwrap());
    let page = app.visit(ELIN, &path, None).await;
    for fact in ["Avtal NK-1", "Elin Asp", "23 november 2027", "Aktiv", "Ritbord, named user"] {
        assert!(page.says(fact), "{fact}");
    }
    assert_eq!(app.visit(OLLE, &path, None).await.status, StatusCode::OK);

    app.place(&app.vendor, &managed_by(order("PO-2"), "Sara", "sara@bygg.example")).await;
    assert_eq!(app.visit("sara@bygg.example", &path, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visit(PIA, &path, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visit("", &path, None).await.status, StatusCode::SEE_OTHER);
    assert!(!app.visit("sara@bygg.example", "/manage/contracts", None).await.says("NK-1"));
}
