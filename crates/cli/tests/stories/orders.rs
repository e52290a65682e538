//! An order is placed, twice, tried, refused, looked up.

use crate::world::{World, order};
use serde_json::{Value, json};

#[test]
fn an_order_says_what_came_of_it_and_twice_is_once() {
    let world = World::new().with_ritbord();
    let file = world.machine.file("order.json", order("PO-1").to_string());

    let first = world.plats(&["order", "place", &file]).fine();
    assert!(first.starts_with("Order PO-1 is placed.\n"), "{first}");
    for said in [
        "Byggkonsult Öresund AB (556712-0487)",
        "Elin Asp <elin@bygg.example>",
        "Byggkonsult Öresund AB (team_",
        "made by this order",
        "5 × Ritbord, named user (RITBORD-NAMED), 2026-11-24 to 2027-11-23, running",
        "renewal date 2027-11-23",
        "order confirmation to elin@bygg.example at once",
        "welcome with the way in, at once",
    ] {
        assert!(first.contains(said), "{said} is missing in {first}");
    }

    let again = world.plats(&["order", "place", &file]).fine();
    assert!(again.starts_with("Order PO-1 was placed before with the same content"), "{again}");
    assert!(again.contains("by build server. Nothing changed."), "{again}");
    assert!(!again.contains("at once"), "no mail leaves twice: {again}");
    assert_eq!(world.json(&["order", "list"])["items"].as_array().unwrap().len(), 1);

    let other = world.machine.file("other.json", with_quantity(6).to_string());
    let refused = world.plats(&["order", "place", &other]).failed(1);
    assert!(refused.contains("The number PO-1 stands for another order."), "{refused}");
}

fn with_quantity(quantity: i64) -> Value {
    let mut order = order("PO-1");
    order["lines"][0]["quantity"] = quantity.into();
    order
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let world = World::new().with_ritbord();
    let mut later = order("PO-1");
    later["lines"][0]["start"] = "2026-12-01".into();
    let said = world.run(
        world
            .machine
            .plats(&["order", "place", "-", "--dry-run"])
            .env("PLATS_API_KEY", world.vendor.expose()),
        &later.to_string(),
    );
    let said = said.fine();
    assert!(said.starts_with("Order PO-1 would be placed. Nothing was written.\n"), "{said}");
    for expected in [
        "a new organization",
        "Elin Asp <elin@bygg.example>, gets a new User ID",
        "a new one, with the contract manager as primary admin",
        "with a number that is made when the order is placed",
        "2026-12-01 to 2027-11-30, the seats are there from the first day",
        "welcome with the way in on 2026-12-01 09:00 (Europe/Stockholm)",
    ] {
        assert!(said.contains(expected), "{expected} is missing in {said}");
    }
    assert_eq!(world.plats(&["order", "list"]).fine(), "There is nothing.\n");

    let file = world.machine.file("order.json", order("PO-1").to_string());
    world.plats(&["order", "place", &file]).fine();
    let known = world.plats(&["order", "place", &file, "--dry-run"]).fine();
    assert!(known.contains("Placing it again would change nothing."), "{known}");
    let second = world.machine.file("second.json", order("PO-2").to_string());
    let said = world.plats(&["order", "place", &second, "--dry-run"]).fine();
    assert!(said.contains("has a User ID") && said.contains("Byggkonsult Öresund AB (team_"), "{said}");
}

#[test]
fn every_wrong_field_is_named_where_it_stands_in_the_readers_language() {
    let world = World::new().with_ritbord();
    let mut wrong = order("PO-1");
    wrong["lines"] = json!([
        {"sku": "RITBORD-NAMED", "quantity": 0, "term_months": 12},
        {"sku": "RITBORD-NAMED", "quantity": 1, "start": "2026-12-01", "end": "2026-11-01"},
    ]);
    wrong["contract_manager"]["time_zone"] = "Europe/Malmo".into();
    let file = world.machine.file("order.json", wrong.to_string());

    let refused = world.plats(&["order", "place", &file]).failed(1);
    let lines: Vec<_> = refused.lines().collect();
    assert!(lines[0].starts_with("plats: "), "{refused}");
    assert!(lines.iter().any(|line| line.starts_with("  contract_manager.time_zone: ")), "{refused}");
    assert!(lines.iter().any(|line| line.starts_with("  lines[0].quantity: ")), "{refused}");

    let place = ["order", "place", &file];
    let mut swedish = world.machine.plats(&place);
    swedish.env("PLATS_API_KEY", world.vendor.expose()).env("LANG", "sv_SE.UTF-8");
    let refused_in_swedish = world.run(&mut swedish, "").failed(1);
    assert_eq!(refused_in_swedish.lines().count(), lines.len());
    assert_ne!(refused_in_swedish, refused);

    let raw = world.plats(&["order", "place", &file, "--json"]);
    let problem: Value = serde_json::from_str(&raw.out).unwrap();
    assert_eq!((raw.code, raw.err.as_str()), (1, ""));
    assert_eq!((&problem["code"], &problem["status"]), (&json!("invalid-fields"), &json!(422)));
    assert!(
        problem["errors"].as_array().unwrap().iter().any(|error| error["pointer"] == "/lines/0/quantity")
    );
}

#[test]
fn what_is_no_json_is_not_sent() {
    let world = World::new();
    let file = world.machine.file("order.json", "{\n  \"number\": PO-1\n}");
    let said = world.plats(&["order", "place", &file]).failed(2);
    assert!(said.contains("is not JSON") && said.contains("line 2"), "{said}");
    let said = world.plats(&["order", "place", "nowhere.json"]).failed(2);
    assert!(said.contains("nowhere.json cannot be read"), "{said}");
}

#[test]
fn the_example_is_an_order() {
    let world = World::new().with_ritbord();
    let example = world.machine.plats(&["order", "example"]).output().unwrap();
    let file = world.machine.file("example.json", example.stdout);
    let said = world.plats(&["order", "place", &file]).fine();
    assert!(said.contains("Order PO-4500-118 is placed."), "{said}");
}

#[test]
fn orders_and_contracts_are_found_by_the_numbers_that_people_have() {
    let world = World::new().with_ritbord();
    for number in ["PO-1", "PO-11", "PO-111"] {
        let file = world.machine.file("order.json", order(number).to_string());
        world.plats(&["order", "place", &file]).fine();
    }
    let order = world.json(&["order", "show", "PO-1"]);
    assert_eq!(order["number"], "PO-1");
    let contract = order["contract"]["number"].as_str().unwrap();
    let shown = world.plats(&["contract", "show", contract]).fine();
    assert!(
        shown.starts_with(&format!("Contract {contract}\n")) && shown.contains("RITBORD-NAMED"),
        "{shown}"
    );
    let by_id = world.plats(&["contract", "show", order["contract"]["id"].as_str().unwrap()]).fine();
    assert_eq!(by_id, shown);
    assert_eq!(world.json(&["contract", "show", contract])["number"], contract);

    let list = world.plats(&["contract", "list", "--search", contract]).fine();
    assert!(list.contains(contract) && list.contains("Elin Asp") && list.lines().count() == 2, "{list}");
    assert_eq!(world.plats(&["contract", "list"]).fine().lines().count(), 4);

    let said = world.plats(&["order", "show", "PO-2"]).failed(1);
    assert!(said.contains("There is no order PO-2"), "{said}");
    let said = world.plats(&["contract", "show", "PO-1"]).failed(1);
    assert!(said.contains("There is no contract PO-1"), "{said}");

    let page = world.plats(&["order", "list", "--limit", "2"]).fine();
    assert!(page.contains("PO-111") && !page.contains("PO-1 "), "{page}");
    let cursor = page.split("--cursor ").nth(1).unwrap().split(' ').next().unwrap();
    let rest = world.plats(&["order", "list", "--limit", "2", "--cursor", cursor]).fine();
    assert!(rest.contains("PO-1 ") && !rest.contains("--cursor"), "{rest}");
    let all = world.plats(&["order", "list", "--limit", "1", "--all"]).fine();
    assert_eq!(all.lines().count(), 4, "{all}");
    let pages = world.plats(&["order", "list", "--limit", "1", "--all", "--json"]).fine();
    assert_eq!(pages.lines().map(serde_json::from_str::<Value>).filter(Result::is_ok).count(), 3, "{pages}");
}

#[test]
fn a_partner_orders_in_its_own_name_and_sees_its_own() {
    let world = World::new().with_ritbord();
    let file = world.machine.file("order.json", order("PO-1").to_string());
    world.as_partner(&["order", "place", &file]).fine();
    world.plats(&["order", "place", &file]).fine();

    let own = world.as_partner(&["order", "list"]).fine();
    assert!(own.contains("Skissera") && own.lines().count() == 2, "{own}");
    let contracts = world.as_partner(&["contract", "list"]).fine();
    assert!(contracts.contains("Skissera") && contracts.lines().count() == 2, "{contracts}");
    let said = world.plats(&["order", "show", "PO-1"]).failed(2);
    assert!(said.contains("There are several orders PO-1. Which one? ord_"), "{said}");
    let said = world.as_partner(&["product", "create", "x", "--name", "X"]).failed(1);
    assert!(said.starts_with("plats: "), "{said}");
}
