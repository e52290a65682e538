//! Rule 6: jobs bear running twice. A year goes by in two worlds; in one of them every job runs twice.

use crate::{
    asks::ask,
    founding::order,
    source::rust,
    world::{Ask, World},
};
use kernel::{JobId, clock::days};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::Command;
use testkit::{Ground, Setting, both_engines};

/// What leaves jobs behind besides the founding.
const ACTS: [(&str, &str, &str); 7] = [
    ("holder", "POST", "/profile"),
    ("nobody", "POST", "/forgotten"),
    ("nobody", "POST", "/register"),
    ("primary-admin", "POST", "/manage/teams/{team}/users/invite"),
    ("holder", "POST", "/profile/programs/{consent}/end"),
    ("nobody", "POST", "/welcome/{token}"),
    ("primary-admin", "POST", "/api/v1/subscriptions/{subscription}/move"),
];

#[both_engines]
async fn every_job_bears_running_twice(once: World) {
    let twice = World::on(Ground::new(once.engine())).await;
    let kinds = a_year(&once, false).await;
    a_year(&twice, true).await;
    assert_eq!(once.rows().await, twice.rows().await);
    let met = |name: &String| kinds.iter().any(|kind| kind == name || kind.ends_with(&format!(">{name}")));
    let known = kinds_in_source();
    assert_eq!(
        known.iter().filter(|name| !met(name)).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "was not met"
    );
    assert!(known.len() > 8, "{known:?}");
}

/// The kinds of the jobs that were carried out.
async fn a_year(world: &World, doubled: bool) -> BTreeSet<String> {
    for (caller, method, path) in ACTS {
        let doors = world.doors();
        let door = doors.iter().find(|door| door.method == method && door.path == path).expect("a door");
        let card = world.card(world.proof(caller)).await;
        let answer = world.knock(&card, door, &ask(world, door)).await;
        assert!(answer.opens(), "{door}: {} {}", answer.status, answer.body);
    }
    let mut later = order("PO-8", ("later", "Senare"), ("Sigrid", "FASAD"));
    later["lines"][0]["start"] = "2026-12-01".into();
    let card = world.card(world.proof("vendor-key")).await;
    assert_eq!(world.send(&card, "POST", "/api/v1/orders", &Ask::json(&later)).await.status, 201);
    leave(world, "seats.settle-pool", json!({"pool": world.id("pool")})).await;
    leave(world, "seats.run-import", json!({"import": world.id("import under way")})).await;
    leave(world, "organizations.fill-words", json!({"removed": false, "after": null})).await;
    leave(world, "seats.undo-import", json!({"import": world.id("import that is done")})).await;
    let (mut kinds, mut begun) = (BTreeSet::new(), BTreeSet::new());
    for wait in [0, 1, 9, 400] {
        world.wait(days(wait));
        loop {
            let due = due(world, &mut begun).await;
            kinds.extend(due.iter().map(|(_, kind, _)| kind.clone()));
            let count = world.app.jobs.run_due(&world.app.db).await.expect("jobs to run");
            if doubled {
                once_more(world, due).await;
            }
            if count == 0 {
                break;
            }
        }
    }
    assert_eq!(world.text("SELECT CAST(COUNT(*) AS TEXT) FROM jobs WHERE last_error IS NOT NULL").await, "0");
    kinds
}

/// What only a crowd leaves behind.
async fn leave(world: &World, kind: &'static str, payload: Value) {
    let leave = move |cx: &mut Command| {
        cx.quiet();
        let (id, now, payload): (JobId, _, _) = (cx.id(), cx.now(), payload.to_string());
        cx.execute(
            "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts) VALUES ($1, $2, $3, $4, $4, 0)",
            &[&id, &kind, &payload, &now],
        )
    };
    world.act(leave).await;
}

type Row = (JobId, String, String);

/// What is about to run, and did not run before.
async fn due(world: &World, begun: &mut BTreeSet<JobId>) -> Vec<Row> {
    let rows = world
        .act(|cx| {
            let now = cx.now();
            cx.all::<Row>("SELECT id, kind, payload FROM jobs WHERE run_at <= $1", &[&now])
        })
        .await;
    rows.into_iter().filter(|(id, ..)| begun.insert(*id)).collect()
}

/// The same jobs are there again, as if the node had died before it could settle them.
async fn once_more(world: &World, jobs: Vec<Row>) {
    let put = move |cx: &mut Command| {
        cx.quiet();
        let now = cx.now();
        for (id, kind, payload) in &jobs {
            cx.execute(
                "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts) VALUES ($1, $2, $3, $4, $4, 0)
                 ON CONFLICT DO NOTHING",
                &[id, kind, payload, &now],
            )?;
        }
        Ok(())
    };
    world.act(put).await;
}

/// The names that rooms give to kinds of jobs and to what they hear.
fn kinds_in_source() -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    for file in rust().iter().filter(|file| file.path.starts_with("crates/")) {
        let tokens = file.tokens();
        let after = |at: usize| tokens[at..].iter().take(10).find_map(|token| token.says.clone());
        for (at, two) in tokens.windows(2).enumerate() {
            let named = two[0].text == "const" && two[1].text == "KIND"
                || two[0].text == "hear" && two[1].text == "(";
            kinds.extend(after(at).filter(|_| named));
        }
    }
    kinds
}
