//! What is asked at each door: something that the right caller is given, so that a refusal is about the caller alone.

use crate::{
    founding::order,
    routes::Door,
    world::{Ask, PASSWORD, World},
};
use serde_json::{Value, json};

impl Ask {
    pub fn json(value: &Value) -> Ask {
        Ask { kind: "application/json", body: value.to_string(), ..Ask::default() }
    }
    pub fn form(fields: &[(&str, &str)]) -> Ask {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Ask { kind: "application/x-www-form-urlencoded", body, ..Ask::default() }
    }
    fn query(fields: &[(&str, &str)]) -> Ask {
        Ask { query: Ask::form(fields).body, ..Ask::default() }
    }
    fn instead(mut self, name: &'static str, id: &str) -> Ask {
        self.instead.push((name, id.to_owned()));
        self
    }
}

const NEW: [(&str, &str); 4] =
    [("first", "Nils"), ("last", "Ny"), ("email", "nils@new.example"), ("language", "sv")];
const POLICY: [(&str, &str); 4] =
    [("name", "Named"), ("max_devices", "3"), ("offline_days", "30"), ("refresh_hours", "24")];

/// # Panics
/// When a door takes something and nobody has said what.
pub fn ask(world: &World, door: &Door) -> Ask {
    let id = |name: &str| world.id(name).to_owned();
    let (method, path) = (door.method.as_str(), door.path.as_str());
    let known = if path.starts_with("/api/") { api(world, door) } else { page(world, door) };
    if let Some(ask) = known.or_else(|| program(world, door)) {
        return ask;
    }
    match (method, path) {
        ("GET", "/search") => Ask::query(&[("q", "ygg")]),
        ("GET", "/language") => Ask::query(&[("to", "sv")]),
        ("GET", "/downloads/{build}") => Ask { query: id("ticket"), ..Ask::default() },
        ("POST", "/welcome/{token}") => Ask::form(&[("password", PASSWORD)]),
        ("POST", "/welcome/{token}/renewal") => Ask::default().instead("token", world.id("old link")),
        ("POST", "/manage/teams/{team}/users/{person}/invitation") => {
            Ask::default().instead("person", world.id("invited"))
        }
        (
            "GET",
            "/manage/contracts/{contract}/manager"
            | "/manage/contracts/{contract}/manager/application"
            | "/api/v1/contracts/{contract}/takeovers",
        ) => Ask::default().instead("contract", world.id("further contract")),
        ("GET" | "DELETE", _) => Ask::default(),
        _ if takes_nothing(path) => Ask::form(&[]),
        _ => panic!("say in asks.rs what is asked at {door}"),
    }
}

fn takes_nothing(path: &str) -> bool {
    let ends = [
        "/end",
        "/retry",
        "/secret",
        "/download",
        "/restorations/{release}",
        "/pins/{person}",
        "/removal",
        "/return",
        "/sign-out",
        "/profile/sessions",
    ];
    ends.iter().any(|end| path.ends_with(end))
}

fn api(world: &World, door: &Door) -> Option<Ask> {
    let id = |name: &str| world.id(name).to_owned();
    let json = match (door.method.as_str(), door.path.as_str()) {
        ("POST", "/api/v1/leases") => {
            let lease: Value = serde_json::from_str(&id("lease request")).expect("JSON");
            return Some(Ask::json(&lease));
        }
        ("PUT", "/api/v1/products/{slug}/releases/{version}/builds/{platform}/{language}") => {
            let query = Ask::query(&[("file_name", "ritbord.tar"), ("replace", "true")]);
            return Some(Ask { body: "another file".into(), ..query });
        }
        ("POST", "/api/v1/products") => json!({"slug": "vinkel", "name": "Vinkel"}),
        ("POST", "/api/v1/products/{slug}/releases") => json!({"version": "2028.1", "kind": "update"}),
        ("PUT", "/api/v1/products/{slug}/privacy") => {
            json!({"version": "2027-01", "en": "We keep nothing.", "sv": "Vi sparar inget."})
        }
        ("POST", "/api/v1/offerings") => json!({"sku": "NEW", "product": "ritbord", "name": "New"}),
        ("PATCH", "/api/v1/offerings/{sku}") => json!({"name": "Other name"}),
        ("POST", "/api/v1/programs") => {
            json!({"client_id": "new", "name": "New", "kind": "public", "scopes": ["openid"],
                "redirect_uris": ["http://127.0.0.1/callback"]})
        }
        ("POST", "/api/v1/orders") => order("PO-9", ("new", "Nya bolaget"), ("Nora", "FASAD")),
        ("PUT", "/api/v1/contracts/{contract}/manager") => json!({"manager": "bo@bygg.example"}),
        ("POST", "/api/v1/contracts/{contract}/takeovers") => {
            return Some(application().instead("contract", world.id("further contract")));
        }
        ("POST", "/api/v1/takeovers/{takeover}/answer") => json!({"answer": "agree"}),
        ("POST", "/api/v1/takeovers/{takeover}/decision") => json!({"decision": "refuse"}),
        ("POST", "/api/v1/contracts/{contract}/landing") => json!({"order": id("order"), "team": "new"}),
        ("POST", "/api/v1/teams/{team}/invitations") => {
            json!({"first_name": "Nils", "last_name": "Ny", "email": "nils@new.example"})
        }
        ("PATCH", "/api/v1/teams/{team}/invitations/{person}") => {
            let right = Ask::json(&json!({"email": "nils@new.example"}));
            return Some(right.instead("person", world.id("invited")));
        }
        ("PUT", "/api/v1/teams/{team}/members/{person}/role") => json!({"role": "secondary_admin"}),
        ("POST", "/api/v1/teams/{team}/members/{person}/return") => return Some(Ask::default()),
        ("PATCH", "/api/v1/teams/{team}") => json!({"name": "Ystad"}),
        ("PUT", "/api/v1/teams/{team}/archive") => return Some(Ask::default()),
        ("POST", "/api/v1/subscriptions/{subscription}/move") => json!({"team": id("second team")}),
        ("POST", "/api/v1/teams/{team}/groups") => json!({"name": "Site"}),
        ("PATCH", "/api/v1/groups/{group}") => json!({"name": "CAD 2"}),
        ("POST", "/api/v1/groups/{group}/members") => json!({"people": ["bo@bygg.example"]}),
        ("POST", "/api/v1/teams/{team}/imports") => {
            let table = Ask::query(&[("act", "remove")]);
            return Some(Ask { kind: "text/csv", body: "bo@bygg.example\n".into(), ..table });
        }
        ("PUT", "/api/v1/imports/{import}/confirmation") => return Some(Ask::default()),
        ("DELETE", "/api/v1/imports/{import}/confirmation") => {
            return Some(Ask::default().instead("import", world.id("import under way")));
        }
        ("PUT", "/api/v1/imports/{import}/undo") => {
            return Some(Ask::default().instead("import", world.id("import that is done")));
        }
        ("PUT", "/api/v1/pools/{pool}/bindings/{person}") => json!({"subscription": id("subscription")}),
        ("PUT", path) if path.contains("/groups/") || path.contains("/pools/") => return Some(Ask::default()),
        ("POST", "/api/v1/pools/{pool}/assignments") => json!({"people": ["bo@bygg.example"]}),
        _ => return None,
    };
    Some(Ask::json(&json))
}

fn page(world: &World, door: &Door) -> Option<Ask> {
    let id = |name: &str| world.id(name).to_owned();
    if door.method != "POST" {
        return None;
    }
    let release = [("version", "2028.1"), ("kind", "update")];
    Some(match door.path.as_str() {
        "/sign-in" => Ask::form(&[("email", "olle@nordkad.example"), ("password", PASSWORD)]),
        "/sign-in/again" => Ask::form(&[("present", PASSWORD)]),
        "/manage/contracts/{contract}/manager/change" => Ask::form(&[("email", "bo@bygg.example")]),
        "/manage/contracts/{contract}/manager/application" => {
            application().instead("contract", world.id("further contract"))
        }
        "/takeovers/{takeover}/answer" => Ask::form(&[("answer", "agree")]),
        "/takeovers/{takeover}/decision" => Ask::form(&[("decision", "refuse")]),
        "/register" | "/vendor/staff" | "/vendor/partners/{partner}" => Ask::form(&NEW),
        "/manage/teams/{team}/users/invite" => Ask::form(&NEW),
        "/forgotten" => Ask::form(&NEW[2..3]),
        "/setup" => Ask::form(&[&NEW[..3], &[("password", PASSWORD), ("code", "setup_x")]].concat()),
        "/profile" => Ask::form(&[&NEW[..], &[("time_zone", "Europe/Stockholm")]].concat()),
        "/profile/appearance" => Ask::form(&[("scheme", "dark")]),
        "/profile/password" => Ask::form(&[("present", PASSWORD), ("password", "granar och tallar i rader")]),
        "/vendor/partners" => Ask::form(&[("name", "Ny"), ("number", "ny")]),
        "/vendor/api-keys" => Ask::form(&[("name", "New")]),
        "/vendor/products/new" => Ask::form(&[("slug", "vinkel"), ("name", "Vinkel")]),
        "/vendor/products/{slug}/edit" => Ask::form(&[("name", "Ritbordet")]),
        "/vendor/products/{slug}/privacy" => Ask::form(&[("version", "2027-01"), ("en", "We keep nothing.")]),
        "/vendor/products/{slug}/releases/new" => Ask::form(&release),
        "/vendor/products/{slug}/releases/{version}/builds" => {
            parts(&[("platform", "windows-x64"), ("language", "sv")], Some(("ritbord.tar", "a file")))
        }
        "/vendor/offerings/new" => {
            let more = [("product", "ritbord"), ("sku", "NEW"), ("license_model", "named")];
            Ask::form(&[&POLICY[..], &more].concat())
        }
        "/vendor/offerings/{sku}" => Ask::form(&POLICY),
        "/orders/new" => new_order(),
        "/manage/contracts/{contract}/landing" => Ask::form(&[("order", &id("order")), ("team", "new")]),
        "/manage/organizations/{organization}/teams/new" => Ask::form(&[("name", "Ystad")]),
        "/manage/teams/{team}/users/picked" => {
            Ask::form(&[("act", "role"), ("new_role", "secondary_admin"), ("person", &id("user"))])
        }
        "/manage/teams/{team}/settings" => Ask::form(&[("name", "Ystad")]),
        "/manage/teams/{team}/subscriptions/{subscription}/move" => {
            Ask::form(&[("team", &id("second team")), ("seats", "1"), ("along", "needed")])
        }
        "/manage/teams/{team}/users/{person}/role" => Ask::form(&[("role", "secondary_admin")]),
        "/manage/teams/{team}/users/{person}/products" => {
            Ask::form(&[("pool", &id("pool"))]).instead("person", &id("user"))
        }
        "/manage/teams/{team}/users/{person}/contracts" => {
            Ask::form(&[("pool", &id("pool")), ("subscription", "rule")])
        }
        "/manage/teams/{team}/products/{pool}/default" => Ask::form(&[("everybody", "1")]),
        "/manage/teams/{team}/products/{pool}/exceptions/{person}" => Ask::form(&[("lift", "1")]),
        "/manage/teams/{team}/users/{person}/correction" => {
            let right = [("email", "nils@new.example"), ("first_name", "Nils"), ("last_name", "Ny")];
            Ask::form(&right).instead("person", &id("invited"))
        }
        "/manage/teams/{team}/imports" => parts(&[("act", "remove"), ("people", "bo@bygg.example")], None),
        "/manage/teams/{team}/imports/{import}/confirmation" => Ask::form(&[]),
        "/manage/teams/{team}/imports/{import}/discard" => Ask::form(&[]),
        "/manage/teams/{team}/imports/{import}/stop" => {
            Ask::form(&[]).instead("import", &id("import under way"))
        }
        "/manage/teams/{team}/imports/{import}/undo" => {
            Ask::form(&[]).instead("import", &id("import that is done"))
        }
        "/manage/teams/{team}/groups" => Ask::form(&[("name", "Site")]),
        "/manage/teams/{team}/groups/{group}/name" => Ask::form(&[("name", "CAD 2")]),
        "/manage/teams/{team}/groups/{group}/members" => Ask::form(&[("people", "bo@bygg.example")]),
        "/manage/teams/{team}/groups/{group}/removals" => Ask::form(&[("person", &id("person"))]),
        "/manage/teams/{team}/groups/{group}/products" => Ask::form(&[("pool", &id("pool"))]),
        "/manage/teams/{team}/products/{pool}/assign" => Ask::form(&[("person", &id("user"))]),
        "/manage/teams/{team}/products/{pool}/releases" => Ask::form(&[("person", &id("person"))]),
        _ => return None,
    })
}

/// Doors for programs, and for people who let programs in.
fn program(world: &World, door: &Door) -> Option<Ask> {
    let id = |name: &str| world.id(name).to_owned();
    let suite =
        [("client_id", "suite"), ("client_secret", world.id("client secret")), ("token", "at_unknown")];
    let wish = [
        ("response_type", "code"),
        ("client_id", "ritbord"),
        ("redirect_uri", "http://127.0.0.1:5000/callback"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
    ];
    Some(match (door.method.as_str(), door.path.as_str()) {
        ("GET", "/oauth/authorize") => Ask::query(&wish),
        ("POST", "/oauth/authorize") => {
            let wish = Ask::query(&wish).query;
            Ask::form(&[("query", &wish), ("person", &id("person")), ("decision", "allow")])
        }
        ("POST", "/oauth/sign-in-anew") => Ask::form(&[("query", &Ask::query(&wish).query)]),
        ("POST", "/oauth/token") => Ask::form(&[
            ("grant_type", "refresh_token"),
            ("client_id", "ritbord"),
            ("refresh_token", world.id("refresh token")),
        ]),
        ("POST", "/oauth/device_authorization") => Ask::form(&[("client_id", "ritbord")]),
        ("POST", "/oauth/introspect" | "/oauth/revoke") => Ask::form(&suite),
        ("POST", "/oauth/userinfo") => Ask::form(&[]),
        ("POST", "/device") => Ask::form(&[("user_code", &id("user code"))]),
        ("POST", "/device/decision") => Ask::form(&[("user_code", &id("user code")), ("decision", "allow")]),
        ("POST", "/profile/programs/forgotten") => Ask::form(&[("client_id", "suite")]),
        ("POST", "/vendor/programs") => Ask::form(&[
            ("client_id", "new"),
            ("name", "New"),
            ("kind", "public"),
            ("scopes", "openid"),
            ("redirect_uris", "http://127.0.0.1/callback"),
        ]),
        _ => return None,
    })
}

fn new_order() -> Ask {
    Ask::form(&[
        ("act", "place"),
        ("count", "1"),
        ("number", "PO-9"),
        ("customer.number", "new"),
        ("customer.name", "Nya bolaget"),
        ("contract_manager.first_name", "Nora"),
        ("contract_manager.last_name", "Ny"),
        ("contract_manager.email", "nora@new.example"),
        ("contract_manager.language", "sv"),
        ("contract_manager.time_zone", "Europe/Stockholm"),
        ("lines.0.sku", "FASAD"),
        ("lines.0.quantity", "5"),
        ("lines.0.term_months", "12"),
    ])
}

fn application() -> Ask {
    let letter = ("document; filename=letter.txt", "Carl has left.");
    parts(&[("reason", "Carl has left."), letter], None)
}

/// A form in parts, with a file at its end.
fn parts(fields: &[(&str, &str)], file: Option<(&str, &str)>) -> Ask {
    let part = |name: &str, text: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name={name}\r\n\r\n{text}\r\n")
    };
    let fields = fields.iter().map(|(name, text)| part(name, text)).collect::<String>();
    let file = file.map(|(name, text)| part(&format!("file; filename={name}"), text)).unwrap_or_default();
    let body = fields + &file + "--edge--\r\n";
    Ask { kind: "multipart/form-data; boundary=edge", body, ..Ask::default() }
}
