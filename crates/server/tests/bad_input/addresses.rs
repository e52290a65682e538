//! Addresses that look like those of somebody else, or are.

use crate::world::{World, done, order};
use serde_json::json;
use testkit::both_engines;

#[both_engines]
async fn letters_that_only_look_alike_make_no_second_person(world: World) {
    let before = world.rows().await;
    let invite = world.path("/api/v1/teams/{team}/invitations");
    // Cyrillic а, full-width @, Greek ο, a combining mark, a soft hyphen, a dotless i.
    for look_alike in [
        "аda@bygg.example",
        "ada＠bygg.example",
        "ada@bygg.exampleο",
        "ada\u{301}@bygg.example",
        "a\u{ad}da@bygg.example",
        "adı@bygg.example",
    ] {
        let person = json!({"first_name": "Ada", "last_name": "Ek", "email": look_alike});
        let answer = done(world.vendor.post(&invite, &person), 422);
        let refused = (answer.at("/errors/0/pointer"), answer.at("/errors/0/code"));
        assert_eq!(refused, ("/email".into(), "email-letters".into()), "{look_alike}");
        let form = [("first", "Ada"), ("last", "Ek"), ("email", look_alike), ("language", "en")];
        done(world.maja.submit(&world.path("/manage/teams/{team}/users/invite"), &form), 422);
    }
    assert_eq!(world.rows().await, before);
}

#[both_engines]
async fn capital_letters_are_the_same_person(world: World) {
    let before = world.rows().await;
    let invite = world.path("/api/v1/teams/{team}/invitations");
    let ada = json!({"first_name": "Ada", "last_name": "Ek", "email": "ADA@Bygg.EXAMPLE"});
    let answer = world.vendor.post(&invite, &ada).expect("an answer");
    assert_eq!(answer.refusal(), (409, "already-member".into()));

    let mut shouted = order("PO-1");
    shouted["contract_manager"]["email"] = json!("MAJA@BYGG.EXAMPLE");
    let plan = done(world.vendor.post("/api/v1/orders?dry_run=true", &shouted), 200);
    assert_eq!(plan.json()["creates_person"], json!(false));
    assert_eq!(world.rows().await, before);

    done(world.vendor.post("/api/v1/orders", &shouted), 201);
    assert_eq!(world.rows().await["people"], before["people"]);
    let seats = world.path("/api/v1/pools/{pool}/assignments");
    let again = world.vendor.post(&seats, &json!({"people": ["MAJA@BYGG.EXAMPLE"]})).expect("an answer");
    assert_eq!(again.refusal(), (409, "already-assigned".into()));
}
