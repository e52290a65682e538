//! kill -9 while an import is carried out: it goes on where it was, and nobody is invited twice.

use crate::house::{House, Server, done, order, stock};
use crate::opening::{HOT, pool};
use testkit::{Engine, both_engines, http::Method};

const PEOPLE: i64 = 400;
const SEATS: i64 = 300;
/// Far more than an import of this size takes.
const MOST_LOOKS: usize = 50_000;

#[both_engines]
async fn an_import_that_was_killed_goes_on_where_it_was(house: House) {
    let server = house.start();
    let import = begin(&house, &server);
    // On PostgreSQL another node takes over what was claimed, and not before its claim has run out.
    let lives: &[i64] = if house.ground.engine == Engine::Postgres { &[60] } else { &[1, 60, 120] };
    let mut server = Some(server);
    for least in lives {
        let life = server.take().unwrap_or_else(|| house.start());
        wait_for(&house, &life, &import, *least);
        life.program.kill();
    }
    house.deliver_the_rest().await;

    let state = "SELECT state || ' ' || (SELECT COUNT(*) FROM import_rows WHERE state = 'done') FROM imports";
    assert_eq!(house.text(state).await, format!("done {SEATS}"));
    let invited =
        "SELECT COUNT(*) FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.first_name = 'Ada'";
    assert_eq!(house.count(invited).await, SEATS);
    assert_eq!(house.count("SELECT CAST(SUM(assigned) AS BIGINT) FROM pools").await, SEATS);
    let twice = "SELECT COUNT(*) FROM (SELECT to_address FROM mails WHERE kind = 'invitation'
        GROUP BY to_address HAVING COUNT(*) > 1) x";
    assert_eq!(house.count(twice).await, 0);
    assert_eq!(house.count("SELECT COUNT(*) FROM audit WHERE action = 'invitation.sent'").await, SEATS);
    assert_eq!(house.count("SELECT COUNT(*) FROM audit WHERE action = 'import.ended'").await, 1);
}

/// More people than seats, in a file; and the yes.
fn begin(house: &House, server: &Server) -> String {
    let vendor = house.vendor(server);
    stock(&vendor);
    let placed = done(vendor.post("/api/v1/orders", &order("PO-0", HOT.0, HOT.1, SEATS)), 201);
    let team = placed.at("/landing/team/id");
    let pools = done(vendor.get(&format!("/api/v1/teams/{team}/pools")), 200).json();
    let path = format!("/api/v1/teams/{team}/imports?act=invite&pools={}", pool(&pools, "Ritbord"));
    let table = (0..PEOPLE).map(|n| format!("Ada;Berg {n};ada{n}@hot.example\n")).collect::<String>();
    let sent = vendor.send(Method::POST, &path, "text/csv", table.into_bytes());
    let import = done(sent, 201).at("/id");
    let confirm = vendor.send(
        Method::PUT,
        &format!("/api/v1/imports/{import}/confirmation"),
        "application/json",
        vec![],
    );
    done(confirm, 202);
    import
}

/// Until so many rows are done.
fn wait_for(house: &House, server: &Server, import: &str, least: i64) {
    let vendor = house.vendor(server);
    let done_rows = || {
        let seen = done(vendor.get(&format!("/api/v1/imports/{import}")), 200).json();
        seen["rows"]["done"].as_i64().unwrap_or_default()
    };
    assert!((0..MOST_LOOKS).any(|_| done_rows() >= least), "{least} rows were not done");
}
