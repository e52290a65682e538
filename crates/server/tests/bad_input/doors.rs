//! The doors of the API that take JSON, and how a refusal there has to read.

use crate::world::{World, order};
use serde_json::{Value, json};
use testkit::http::{Answer, Caller, Method};

pub const JSON: &str = "application/json";

/// A door, who may come in, and what is taken there.
pub struct Door {
    pub method: Method,
    pub template: &'static str,
    pub path: String,
    pub caller: Caller,
    pub body: Value,
}

impl Door {
    pub fn send(&self, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        self.caller.send(self.method.clone(), &self.path, kind, body.into()).expect("an answer")
    }
    pub fn refuses(&self, body: &str) -> Answer {
        let answer = self.send(JSON, body);
        let shown: String = body.chars().take(300).collect();
        assert_is_refusal(&answer, &format!("{} {} {shown}", self.method, self.path));
        answer
    }
}

/// A problem for programs, with a code that stays, and never a fault of ours.
pub fn assert_is_refusal(answer: &Answer, what: &str) {
    assert!((400..500).contains(&answer.status), "{} for {what}: {}", answer.status, answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{what}");
    let (code, kind) = (answer.at("/code"), answer.at("/type"));
    assert!(!code.is_empty() && kind == format!("urn:plats:problem:{code}"), "{what}: {}", answer.text);
    assert!(!answer.at("/title").is_empty(), "{what}");
}

pub fn doors(world: &World) -> Vec<Door> {
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
        ("PUT", "/api/v1/contracts/{contract}/manager", json!({"manager": "maja@bygg.example"})),
        ("POST", "/api/v1/takeovers/{takeover}/answer", json!({"answer": "agree", "note": "It is right."})),
        (
            "POST",
            "/api/v1/takeovers/{takeover}/decision",
            json!({"decision": "grant", "note": "As the letter says."}),
        ),
        (
            "POST",
            "/api/v1/teams/{team}/invitations",
            json!({"first_name": "Bo", "last_name": "Al",
            "email": "bo@bygg.example", "language": "sv"}),
        ),
        ("POST", "/api/v1/pools/{pool}/assignments", json!({"people": ["ada@bygg.example"]})),
        ("PUT", "/api/v1/pools/{pool}/bindings/{person}", json!({"subscription": world.ids["subscription"]})),
        ("PATCH", "/api/v1/teams/{team}", json!({"name": "Ystad"})),
        (
            "POST",
            "/api/v1/subscriptions/{subscription}/move",
            json!({"team": world.ids["second team"], "seats": 1, "along": "these", "people": ["maja@bygg.example"]}),
        ),
        ("POST", "/api/v1/teams/{team}/groups", json!({"name": "Site"})),
        ("PATCH", "/api/v1/groups/{group}", json!({"name": "CAD 2"})),
        ("POST", "/api/v1/groups/{group}/members", json!({"people": ["ada@bygg.example"]})),
        ("PUT", "/api/v1/teams/{team}/members/{person}/role", json!({"role": "secondary_admin"})),
        (
            "PATCH",
            "/api/v1/teams/{team}/invitations/{person}",
            json!({"email": "eda@bygg.example", "first_name": "Eda", "last_name": "Ek"}),
        ),
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
        caller: match template {
            "/api/v1/leases" => &world.program,
            "/api/v1/takeovers/{takeover}/answer" => &world.maja,
            _ => &world.vendor,
        }
        .clone(),
        body,
    };
    all.map(door).into_iter().collect()
}
