//! Sixty-four clients at one pool: seats are given and taken back, people come into the group that brings the product and
//! leave it, are pinned, and seats go to another team meanwhile. On PostgreSQL through two programs.

use crate::{
    house::{House, Server, done, order, stock},
    load::invitation,
    opening::pool,
};
use serde_json::json;
use std::thread;
use testkit::{
    Engine, both_engines,
    http::{Answer, Caller, Method},
};

const CLIENTS: usize = 64;
const STEPS: usize = 8;
const PEOPLE: usize = 24;
const SEATS: i64 = 16;

/// Where they meet.
struct Place {
    other_team: String,
    pool: String,
    group: String,
    subscription: String,
    people: Vec<String>,
}

#[both_engines]
async fn sixty_four_clients_leave_one_pool_in_order(house: House) {
    let first = house.start();
    let place = found(&house, &first).await;
    let second = (house.ground.engine == Engine::Postgres).then(|| house.start());
    let servers: Vec<&Server> = [&first].into_iter().chain(&second).collect();
    let moved = thread::scope(|scope| {
        let place = &place;
        let clients = (0..CLIENTS).map(|client| {
            let vendor = house.vendor(servers[client % servers.len()]);
            scope.spawn(move || work(&vendor, place, client))
        });
        let clients: Vec<_> = clients.collect();
        clients.into_iter().map(|client| client.join().expect("a client")).sum::<i64>()
    });
    assert!(moved > 0, "seats went to the other team meanwhile");
    first.program.terminate();
    if let Some(second) = second {
        second.program.terminate();
    }
    house.deliver_the_rest().await;
    is_in_order(&house, moved).await;
}

/// How many seats went to the other team by this client.
fn work(vendor: &Caller, place: &Place, client: usize) -> i64 {
    let Place { pool, group, .. } = place;
    let mut moved = 0;
    for step in 0..STEPS {
        let turn = client * 31 + step * 17;
        let person = &place.people[turn * 7 % place.people.len()];
        let one = json!({"people": [person]});
        let delete = |path: String| vendor.delete(&path).expect("an answer");
        let answer = match turn % 10 {
            4 | 5 => delete(format!("/api/v1/pools/{pool}/assignments/{person}")),
            6 => vendor.post(&format!("/api/v1/groups/{group}/members"), &one).expect("an answer"),
            7 => delete(format!("/api/v1/groups/{group}/members/{person}")),
            8 if turn % 20 == 8 => delete(format!("/api/v1/pools/{pool}/pins/{person}")),
            8 => {
                let path = format!("/api/v1/pools/{pool}/pins/{person}");
                vendor.send(Method::PUT, &path, "application/json", vec![]).expect("an answer")
            }
            9 if client.is_multiple_of(16) => {
                let part = json!({"team": place.other_team, "seats": 1});
                let path = format!("/api/v1/subscriptions/{}/move", place.subscription);
                let answer = vendor.post(&path, &part).expect("an answer");
                moved += i64::from(answer.is_success());
                answer
            }
            _ => vendor.post(&format!("/api/v1/pools/{pool}/assignments"), &one).expect("an answer"),
        };
        is_plain(&answer, &format!("client {client}, step {step}"));
    }
    moved
}

/// Done, or refused with a code; never a fault of ours.
fn is_plain(answer: &Answer, what: &str) {
    let refused = (400..500).contains(&answer.status) && !answer.refusal().1.is_empty();
    assert!(answer.is_success() || refused, "{what}: {} {}", answer.status, answer.text);
}

async fn is_in_order(house: &House, moved: i64) {
    for (what, sql) in [
        (
            "as many as are counted, and no more than there are seats",
            "SELECT COUNT(*) FROM pools po WHERE po.assigned > po.capacity OR po.assigned <>
                (SELECT COUNT(*) FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NULL)",
        ),
        (
            "nobody waits where a seat is free",
            "SELECT COUNT(*) FROM pools po WHERE po.assigned < po.capacity AND EXISTS (
                SELECT 1 FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NOT NULL)",
        ),
        (
            "everybody in the group has a seat or a place in the line",
            "SELECT COUNT(*) FROM group_members gm JOIN group_products gp ON gp.group_id = gm.group_id
             WHERE NOT EXISTS (SELECT 1 FROM assignments a WHERE a.pool_id = gp.pool_id AND a.person_id = gm.person_id)
             AND NOT EXISTS (SELECT 1 FROM seat_exceptions x WHERE x.pool_id = gp.pool_id AND x.person_id = gm.person_id)",
        ),
        (
            "nobody has by the group what the group does not bring",
            "SELECT COUNT(*) FROM assignments a WHERE a.direct = 0 AND NOT EXISTS (
                SELECT 1 FROM group_members gm JOIN group_products gp ON gp.group_id = gm.group_id
                WHERE gm.person_id = a.person_id AND gp.pool_id = a.pool_id)",
        ),
        (
            "seats are in teams of people who are in them",
            "SELECT COUNT(*) FROM assignments a WHERE NOT EXISTS (
                SELECT 1 FROM memberships m WHERE m.team_id = a.team_id AND m.person_id = a.person_id)",
        ),
        (
            "pools have what subscriptions bring",
            "SELECT COUNT(*) FROM pools po WHERE po.capacity <> (
                SELECT COALESCE(SUM(s.quantity), 0) FROM subscriptions s
                WHERE s.team_id = po.team_id AND s.offering_id = po.offering_id)",
        ),
    ] {
        assert_eq!(house.count(sql).await, 0, "{what}");
    }
    let there = "SELECT CAST(COALESCE(SUM(capacity), 0) AS BIGINT) FROM pools
        WHERE team_id = (SELECT team_id FROM orders WHERE number = 'PO-1')";
    assert_eq!(house.count(there).await, moved + 1, "one seat was there before");
}

/// Two teams of one organization; the first has people, and a group that brings Ritbord.
async fn found(house: &House, server: &Server) -> Place {
    let vendor = house.vendor(server);
    stock(&vendor);
    let team_of = |number: &str, email: &str, seats: i64| {
        done(vendor.post("/api/v1/orders", &order(number, "Crowd", email, seats)), 201).at("/landing/team/id")
    };
    let team = team_of("PO-0", "maja@crowd.example", SEATS);
    let other_team = team_of("PO-1", "lars@crowd.example", 1);
    let invite = |n: usize| {
        let person = invitation(&format!("p{n}@crowd.example"));
        done(vendor.post(&format!("/api/v1/teams/{team}/invitations"), &person), 201).at("/person")
    };
    let people = (0..PEOPLE).map(invite).collect();
    let pools = done(vendor.get(&format!("/api/v1/teams/{team}/pools")), 200).json();
    let pool = pool(&pools, "Ritbord");
    let group =
        done(vendor.post(&format!("/api/v1/teams/{team}/groups"), &json!({"name": "CAD"})), 201).at("/id");
    let bring = format!("/api/v1/groups/{group}/products/{pool}");
    done(vendor.send(Method::PUT, &bring, "application/json", vec![]), 200);
    let subscription = house
        .text("SELECT s.id FROM subscriptions s JOIN orders o ON o.id = s.order_id WHERE o.number = 'PO-0'")
        .await;
    Place { other_team, pool, group, subscription, people }
}
