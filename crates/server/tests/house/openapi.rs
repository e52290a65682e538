//! Rule 14: the API's description is a valid OpenAPI 3.1 document, and says what the doors do.

use crate::{
    routes::Door,
    world::{Ask, World},
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use testkit::{Engine, Ground, Setting};

async fn read() -> (World, Value) {
    let world = World::on(Ground::new(Engine::Sqlite)).await;
    let document = world.send(&None, "GET", "/api/v1/openapi.json", &Ask::default()).await.json();
    (world, document)
}

fn operations(document: &Value) -> BTreeMap<Door, &Map<String, Value>> {
    let paths = document["paths"].as_object().expect("paths");
    let each = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().expect("operations");
        item.iter().map(move |(method, operation)| {
            let door = Door { path: path.clone(), method: method.to_uppercase() };
            (door, operation.as_object().unwrap_or_else(|| panic!("{path} has something besides operations")))
        })
    });
    each.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_describes_every_door_of_the_api_and_no_other() {
    let (world, document) = read().await;
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["title"], "Plats");
    let described: BTreeSet<_> = operations(&document).into_keys().collect();
    let own = "/api/v1/openapi.json";
    let doors: BTreeSet<_> =
        world.doors().into_iter().filter(|door| door.is_api() && door.path != own).collect();
    assert_eq!(described, doors);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reference_leads_somewhere() {
    let (_, document) = read().await;
    let mut waiting = vec![&document];
    while let Some(value) = waiting.pop() {
        if let Some(place) = value.get("$ref").and_then(Value::as_str) {
            let pointer = place.strip_prefix('#').expect("a reference within the document");
            assert!(document.pointer(pointer).is_some(), "{place} leads nowhere");
        }
        match value {
            Value::Array(values) => waiting.extend(values),
            Value::Object(fields) => waiting.extend(fields.values()),
            _ => {}
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_has_a_name_words_and_its_parameters() {
    let (_, document) = read().await;
    let mut names = BTreeSet::new();
    for (door, operation) in operations(&document) {
        let text = |field: &str| operation.get(field).and_then(Value::as_str).unwrap_or_default();
        assert!(
            names.insert(text("operationId").to_owned()),
            "{door}: {} is there twice",
            text("operationId")
        );
        assert!(
            !text("operationId").is_empty() && !text("summary").is_empty(),
            "{door} has no name or no words"
        );
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{door}");
        let declared = operation.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
        let declared = declared.iter().filter(|parameter| parameter["in"] == "path");
        let declared: BTreeSet<_> = declared.filter_map(|parameter| parameter["name"].as_str()).collect();
        let in_path: BTreeSet<_> = door.path.split(['{', '}']).skip(1).step_by(2).collect();
        assert_eq!(declared, in_path, "{door}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_words_and_every_refusal_is_a_problem() {
    let (_, document) = read().await;
    for (door, operation) in operations(&document) {
        let responses = operation["responses"].as_object().expect("responses");
        for (status, response) in responses.iter().filter(|(status, _)| status.starts_with(['4', '5'])) {
            let content = response["content"].as_object().expect("a body");
            assert_eq!(content.keys().collect::<Vec<_>>(), ["application/problem+json"], "{door} {status}");
            let schema = &content["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{door} {status}");
        }
        let described = responses.values().all(|response| response["description"].is_string());
        assert!(described, "{door} has an answer without words");
        let takes_a_body = operation.contains_key("requestBody") && door.method != "PUT";
        assert!(!takes_a_body || responses.contains_key("422"), "{door} takes a body and never refuses it");
        assert!(is_open(operation) || responses.contains_key("401"), "{door}");
        assert!(responses.keys().any(|status| status.starts_with('2')), "{door}");
    }
}

fn is_open(operation: &Map<String, Value>) -> bool {
    operation.get("security").is_some_and(|all| *all == serde_json::json!([{}]))
}

/// Who may, as the description has it, is who gets in, as `routes.txt` has it.
#[tokio::test(flavor = "multi_thread")]
async fn it_says_who_may_come_in() {
    let (_, document) = read().await;
    let schemes = document["components"]["securitySchemes"].as_object().expect("schemes");
    for line in
        include_str!("../../../../generated/routes.txt").lines().filter(|line| line.contains(" /api/"))
    {
        let words: Vec<_> = line.split_whitespace().collect();
        let door = Door { method: words[0].into(), path: words[1].into() };
        let Some(operation) = operations(&document).remove(&door) else { continue };
        let says = operation.get("security").unwrap_or(&document["security"]).as_array().expect("a list");
        let says: Vec<_> = says.iter().filter_map(Value::as_object).flat_map(Map::keys).collect();
        assert!(says.iter().all(|scheme| schemes.contains_key(*scheme)), "{door}: {says:?}");
        let gets_in = |who: &str| words.iter().any(|word| word.ends_with(who));
        for (scheme, opens) in [("bearer", gets_in("-key")), ("program", gets_in("program"))] {
            assert_eq!(says.iter().any(|said| *said == scheme), opens, "{door}: {scheme}");
        }
        // Whoever is signed in may call what keys may as well; alone, a session is named.
        let only_people = says.is_empty() && !gets_in("everyone");
        assert!(!only_people, "{door} says that nobody has to be signed in");
    }
}
