//! Every door of the API that takes JSON.

use crate::world::{World, done, order};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    io::{Read, Write},
    net::TcpStream,
};
use testkit::{
    both_engines,
    http::{Answer, Caller, Method},
};

const JSON: &str = "application/json";

/// A door, who may come in, and what is taken there.
struct Door {
    method: Method,
    template: &'static str,
    path: String,
    caller: Caller,
    body: Value,
}

impl Door {
    fn send(&self, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        self.caller.send(self.method.clone(), &self.path, kind, body.into()).expect("an answer")
    }
    fn refuses(&self, body: &str) -> Answer {
        let answer = self.send(JSON, body);
        let shown: String = body.chars().take(300).collect();
        assert_is_refusal(&answer, &format!("{} {} {shown}", self.method, self.path));
        answer
    }
}

/// A problem for programs, with a code that stays, and never a fault of ours.
fn assert_is_refusal(answer: &Answer, what: &str) {
    assert!((400..500).contains(&answer.status), "{} for {what}: {}", answer.status, answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{what}");
    let (code, kind) = (answer.at("/code"), answer.at("/type"));
    assert!(!code.is_empty() && kind == format!("urn:plats:problem:{code}"), "{what}: {}", answer.text);
    assert!(!answer.at("/title").is_empty(), "{what}");
}

fn doors(world: &World) -> Vec<Door> {
    let device = json!({"fingerprint": "0".repeat(64), "platform": "linux-x64", "name": "MALMO-1",
        "key": lease::SigningKey::from_seed([1; 32]).public().to_base64url()});
    let policy = json!({"max_devices": 3, "offline_days": 30, "refresh_hours": 24});
    let all = [
        (
            "POST",
            "/api/v1/products",
            json!({"slug": "fasad", "name": "Fasad", "description": "Fronts", "icon": ""}),
        ),
        (
            "PUT",
            "/api/v1/products/{slug}/privacy",
            json!({"version": "2026-10", "en": "We keep your name.", "sv": "Vi sparar namnet."}),
        ),
        (
            "POST",
            "/api/v1/products/{slug}/releases",
            json!({"version": "2027.2", "kind": "update", "notes": "New"}),
        ),
        (
            "POST",
            "/api/v1/offerings",
            json!({"sku": "FASAD", "product": "ritbord", "name": "Fasad",
            "license_model": "named", "policy": policy}),
        ),
        (
            "PATCH",
            "/api/v1/offerings/{sku}",
            json!({"name": "New", "max_devices": 1, "offline_days": 1, "refresh_hours": 1}),
        ),
        ("POST", "/api/v1/orders", order("PO-1")),
        (
            "POST",
            "/api/v1/contracts/{contract}/landing",
            json!({"order": world.ids["order"], "team": world.ids["team"]}),
        ),
        (
            "POST",
            "/api/v1/teams/{team}/invitations",
            json!({"first_name": "Bo", "last_name": "Al",
            "email": "bo@bygg.example", "language": "sv"}),
        ),
        ("POST", "/api/v1/pools/{pool}/assignments", json!({"people": ["ada@bygg.example"]})),
        (
            "POST",
            "/api/v1/programs",
            json!({"client_id": "fasad", "name": "Fasad", "product": "ritbord",
            "kind": "public", "redirect_uris": ["http://127.0.0.1/"], "scopes": ["openid"]}),
        ),
        (
            "POST",
            "/api/v1/leases",
            json!({"product": "ritbord", "version": "2027.1", "privacy": "2026-10", "device": device}),
        ),
    ];
    let door = |(method, template, body): (&str, &'static str, Value)| Door {
        method: method.parse().expect("a method"),
        template,
        path: world.path(template),
        caller: if template == "/api/v1/leases" { &world.program } else { &world.vendor }.clone(),
        body,
    };
    all.map(door).into_iter().collect()
}

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

#[both_engines]
async fn a_body_of_fifty_megabytes_is_refused_before_it_comes(world: World) {
    let before = world.rows().await;
    for door in doors(&world) {
        let head = format!("Content-Type: {JSON}\r\nContent-Length: {}", 50 << 20);
        assert_is_too_large(&begun(&world, &door, &head, b""), &door);
        // One that does not say how long it is, is read up to the limit.
        let chunk = [b"200000\r\n".to_vec(), vec![b' '; 0x20_0000], b"\r\n1\r\n \r\n".to_vec()].concat();
        let head = format!("Content-Type: {JSON}\r\nTransfer-Encoding: chunked");
        assert_is_too_large(&begun(&world, &door, &head, &chunk), &door);
    }
    assert_eq!(world.rows().await, before);
}

fn assert_is_too_large(answer: &str, door: &Door) {
    assert!(answer.starts_with("HTTP/1.1 413 Payload Too Large"), "{} {answer}", door.path);
    assert!(answer.contains(r#""code":"too-large""#), "{} {answer}", door.path);
}

/// The answer to a request whose body does not come to its end.
fn begun(world: &World, door: &Door, head: &str, body: &[u8]) -> String {
    let place = world.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(place).expect("a connection");
    let token = door.caller.header("authorization").expect("a token");
    let line = format!("{} {} HTTP/1.1\r\nHost: {place}\r\nAuthorization: {token}", door.method, door.path);
    write!(stream, "{line}\r\n{head}\r\n\r\n")
        .and_then(|()| stream.write_all(body))
        .expect("a request to send");
    let (mut answer, mut piece) = (String::new(), [0; 4096]);
    while !answer.ends_with('}') {
        match stream.read(&mut piece).expect("an answer") {
            0 => break,
            length => answer += &String::from_utf8_lossy(&piece[..length]),
        }
    }
    answer
}
