//! The pages of `generated/`: checked in, compared here, written by `cargo xtask generate`.

use crate::{
    asks::ask,
    exceptions::{self, Class},
    routes::Door,
    source::none,
    world::{Ask, Proof, World},
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
};
use testkit::{Engine, Ground, Setting};

/// Whom a door may be for.
const CALLERS: [&str; 15] = [
    "nobody",
    "stranger",
    "other-admin",
    "other-partner",
    "user",
    "holder",
    "secondary-admin",
    "primary-admin",
    "contract-manager",
    "partner",
    "partner-key",
    "operator",
    "vendor-key",
    "program",
    "other-program",
];

fn compare(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated").join(name);
    if std::env::var_os("PLATS_WRITE_GENERATED").is_some() {
        std::fs::write(&file, text).expect("a page to write");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let line = kept.lines().zip(text.lines()).position(|(kept, now)| kept != now);
    let at = line.unwrap_or_else(|| kept.lines().count().min(text.lines().count()));
    let (before, now) = (kept.lines().nth(at).unwrap_or(""), text.lines().nth(at).unwrap_or(""));
    assert!(
        kept == text,
        "generated/{name} is not fresh. Run `cargo xtask generate` and look at the difference. It begins in line {}:\n- \
         {before}\n+ {now}",
        at + 1
    );
}

async fn world() -> World {
    World::on(Ground::new(Engine::Sqlite)).await
}

#[test]
fn policy() {
    compare("policy.txt", &kernel::policy::as_text());
}

#[tokio::test(flavor = "multi_thread")]
async fn openapi() {
    let answer = world().await.send(&None, "GET", "/api/v1/openapi.json", &Ask::default()).await;
    let text = serde_json::to_string_pretty(&sorted(answer.json())).expect("JSON");
    compare("openapi.json", &(text + "\n"));
}

/// The order of fields is that of their names, however serde_json was built.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(sorted).collect(),
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> =
                fields.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            Value::Object(fields.into_iter().collect())
        }
        plain => plain,
    }
}

/// As SQLite has it after all migrations, tables with their indexes.
#[tokio::test(flavor = "multi_thread")]
async fn schema() {
    let all = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'sqlite_%'
               ORDER BY type = 'view', tbl_name, type = 'index', name";
    let rows = world().await.act(move |cx| cx.all::<(String,)>(all, &[])).await;
    let text: String = rows.into_iter().map(|(sql,)| sql + ";\n").collect();
    compare("schema.sql", &format!("-- Tables with their indexes, by name, after all migrations.\n{text}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn routes() {
    let mut world = world().await;
    let mut text = String::from("# Every door and who may come in; found out by knocking.\n");
    let mut classes = BTreeMap::new();
    for door in world.doors() {
        let openers = opened_by(&mut world, &door).await;
        let (class, who) = (Class::of(&openers), who(&openers));
        writeln!(text, "{:<6} {:<75} {who}", door.method, door.path).expect("a line");
        if class != Class::Guarded {
            classes.insert(door, class);
        }
    }
    let listed = exceptions::read();
    let of = |class: Option<&Class>| *class.unwrap_or(&Class::Guarded);
    let doors: BTreeSet<_> = classes.keys().chain(listed.keys()).collect();
    let differ = doors.into_iter().filter(|door| of(classes.get(door)) != of(listed.get(door)));
    let words = |door| {
        format!("{door} is {:?}; exceptions.txt says {:?}", of(classes.get(door)), of(listed.get(door)))
    };
    none(differ.map(words).collect());
    compare("routes.txt", &text);
}

/// As a page says it: whoever is let in for things of their own alone is the business of `exceptions.txt`.
fn who(openers: &[&'static str]) -> String {
    let named = openers.iter().filter(|caller| !caller.starts_with("other-")).map(|caller| match *caller {
        "nobody" => "everyone",
        "stranger" => "signed-in",
        caller => caller,
    });
    named.collect::<Vec<_>>().join(" ")
}

/// The weakest first: what opens to everybody, or to every person, is not tried by the others.
async fn opened_by(world: &mut World, door: &Door) -> Vec<&'static str> {
    let mut openers = vec![];
    for caller in CALLERS {
        let is_person = matches!(world.proof(caller), Proof::SignedIn(_));
        if openers.contains(&"nobody") || is_person && openers.contains(&"stranger") {
            continue;
        }
        let ask = ask(world, door);
        let card = world.card(world.proof(caller)).await;
        let before = world.written().await;
        let answer = world.knock(&card, door, &ask).await;
        let refused = answer.asks_to_sign_in || matches!(answer.status.as_u16(), 401 | 403 | 404);
        assert!(answer.opens() || refused, "{door} as {caller}: {} {}", answer.status, answer.body);
        if before != world.written().await {
            world.begin_anew().await;
        }
        if answer.opens() {
            openers.push(caller);
        }
    }
    openers
}
