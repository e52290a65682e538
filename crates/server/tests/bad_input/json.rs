//! Every door of the API that takes JSON is sent what is none, and what no field holds.

use crate::{
    doors::{JSON, assert_is_refusal, doors},
    world::{World, done},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use testkit::{
    both_engines,
    http::{Answer, Method},
};

#[both_engines]
async fn the_doors_here_are_all_that_take_json(world: World) {
    let described = done(world.nobody().get("/api/v1/openapi.json"), 200).json();
    let mut take_json = BTreeSet::new();
    for (path, doors) in described["paths"].as_object().expect("paths") {
        for (method, door) in doors.as_object().expect("methods") {
            if door.pointer("/requestBody/content/application~1json").is_some() {
                take_json.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
    }
    let here = doors(&world).iter().map(|door| format!("{} {}", door.method, door.template)).collect();
    assert_eq!(take_json, here);
    // What is refused below is refused for what is wrong with it: all of it is right as it stands here.
    for door in doors(&world) {
        let answer = door.send(JSON, door.body.to_string());
        assert!(answer.is_success(), "{} {}", door.path, answer.text);
    }
}

#[both_engines]
async fn what_is_no_json_object_is_not_understood(world: World) {
    let before = world.rows().await;
    let deep = [
        r#"{"a":"#.repeat(100_000),
        "[".repeat(100_000),
        format!("{}1{}", r#"{"a":"#.repeat(5_000), "}".repeat(5_000)),
    ];
    for door in doors(&world) {
        for body in [
            "",
            " ",
            "hello",
            "{",
            "[]",
            "null",
            "7",
            "\"text\"",
            "\u{feff}{}",
            "{\"a\":1}{",
            "{\"\\ud800\":1}",
        ] {
            door.refuses(body);
        }
        deep.iter().for_each(|body| drop(door.refuses(body)));
        for wrong in [b"\xff\xfe{\0}\0".to_vec(), vec![0; 1000]] {
            assert_is_refusal(&door.send(JSON, wrong), &door.path);
        }
        for kind in ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
        {
            assert_is_refusal(&door.send(kind, door.body.to_string()), &format!("{} as {kind}", door.path));
        }
        // To change nothing is fine.
        if door.method != Method::PATCH {
            door.refuses("{}");
        }
    }
    assert_eq!(world.rows().await, before);
}

#[both_engines]
async fn no_field_takes_what_no_field_can_be(world: World) {
    let before = world.rows().await;
    let long = "x".repeat(1 << 20);
    let texts = [&long, "a\0b", "a\u{7}b", "a\u{1b}[2Jb", "a\u{202e}b", "a\u{200b}b"].map(|text| json!(text));
    let numbers =
        [json!(0), json!(-1), json!(1_000_000_000_000_i64), json!(1e300), json!(1.5), json!("many")];
    let shapes = [json!([]), json!({}), json!([[[]]]), json!(true)];
    for door in doors(&world) {
        for place in leaves(&door.body, String::new()) {
            // A host name is what a machine says; it is cut, and nobody is refused.
            let values = match door.body.pointer(&place) {
                Some(Value::Number(_)) => numbers.as_slice(),
                _ if place == "/device/name" => &[],
                _ => &texts,
            };
            for value in values.iter().chain(&shapes) {
                let mut body = door.body.clone();
                *body.pointer_mut(&place).expect("a place") = value.clone();
                let answer = door.refuses(&body.to_string());
                assert!(
                    answer.status != 422 || answer.at("/code") != "invalid-fields" || names(&answer, &place),
                    "{} {place} {}",
                    door.path,
                    answer.text
                );
            }
        }
    }
    assert_eq!(world.rows().await, before);
}

/// Whether the refusal says which field it is about.
fn names(answer: &Answer, place: &str) -> bool {
    let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().filter_map(|error| error["pointer"].as_str()).any(|named| place.starts_with(named))
}

fn leaves(value: &Value, place: String) -> Vec<String> {
    match value {
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, value)| leaves(value, format!("{place}/{name}"))).collect()
        }
        Value::Array(values) => {
            values.iter().enumerate().flat_map(|(at, value)| leaves(value, format!("{place}/{at}"))).collect()
        }
        _ => vec![place],
    }
}

#[both_engines]
async fn fields_that_nobody_knows_are_refused_by_name(world: World) {
    let before = world.rows().await;
    for door in doors(&world) {
        let mut body = door.body.clone();
        body["hat"] = json!({"color": "red"});
        if door.template == "/api/v1/leases" {
            continue;
        }
        let answer = door.refuses(&body.to_string());
        assert!(names(&answer, "/hat"), "{} {}", door.path, answer.text);
    }
    assert_eq!(world.rows().await, before);
    // A program may be newer than the server: what it says besides is passed over.
    let door = doors(&world).pop().expect("the door of leases");
    let mut body = door.body.clone();
    body["device"]["color"] = json!("red");
    assert_eq!(door.send(JSON, body.to_string()).status, 201);
}
