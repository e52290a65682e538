//! Which person is on which contract: by rule, or as an admin chose.

use crate::{
    TestApp,
    world::{order, with},
};
use axum::http::{Method, StatusCode};
use kernel::PersonId;
use serde_json::{Value, json};
use testkit::both_engines;

const ELIN: &str = "elin@bygg.example";

/// Two contracts for the same product, of two seats and of one; three people in the order in which they got a seat.
async fn two_contracts(app: &TestApp) -> (Vec<PersonId>, Vec<String>) {
    app.place(&app.vendor, &with(order("PO-1"), "/lines/0/quantity", 2)).await;
    app.it_is("2026-11-25T09:00:00Z");
    app.place(&app.vendor, &with(order("PO-2"), "/lines/0/quantity", 1)).await;
    let mut people = vec![];
    for (at, first) in ["Ada", "Bob", "Cia"].iter().enumerate() {
        app.it_is(&format!("2026-11-25T10:0{at}:00Z"));
        people.push(app.seated(first, "Ritbord").await);
    }
    (people, app.texts("SELECT id FROM subscriptions ORDER BY start_at, id").await)
}

async fn list(app: &TestApp, query: &str) -> Value {
    let path = format!("/api/v1/pools/{}/charges{query}", app.pool("Ritbord").await);
    app.call(&app.vendor, Method::GET, &path, None).await.json()
}

/// The subscription of each, in the order of the list, and whether it was chosen.
async fn counted(app: &TestApp) -> Vec<(String, bool)> {
    let items = list(app, "").await["items"].as_array().unwrap().clone();
    let of = |item: &Value| {
        (item["subscription"].as_str().unwrap_or_default().to_owned(), item["chosen"].as_bool().unwrap())
    };
    items.iter().map(of).collect()
}

async fn bind(app: &TestApp, person: PersonId, to: &str) -> testkit::Answer {
    let path = format!("/api/v1/pools/{}/bindings/{person}", app.pool("Ritbord").await);
    match to {
        "" => app.call(&app.vendor, Method::DELETE, &path, None).await,
        to => app.call(&app.vendor, Method::PUT, &path, Some(&json!({"subscription": to}))).await,
    }
}

#[both_engines]
async fn the_first_count_to_the_oldest_subscription(app: TestApp) {
    let (_, subs) = two_contracts(&app).await;
    let by_rule = |at: usize| (subs[at].clone(), false);
    assert_eq!(counted(&app).await, [by_rule(0), by_rule(0), by_rule(1)]);
    let page = list(&app, "?limit=2").await;
    let next = page["next"].as_str().unwrap();
    let rest = list(&app, &format!("?limit=2&cursor={next}")).await;
    assert_eq!((&rest["items"][0]["subscription"], rest.get("next")), (&json!(subs[1]), None));
    assert!(rest["items"][0]["contract_number"].as_str().unwrap().starts_with("N-"), "{rest}");
}

#[both_engines]
async fn whom_an_admin_binds_the_others_make_room_for(app: TestApp) {
    let (people, subs) = two_contracts(&app).await;
    assert_eq!(bind(&app, people[0], &subs[1]).await.status, StatusCode::NO_CONTENT);
    let [old, new] = [0, 1].map(|at: usize| subs[at].clone());
    assert_eq!(counted(&app).await, [(new.clone(), true), (old.clone(), false), (old.clone(), false)]);
    let full = bind(&app, people[1], &new).await;
    assert_eq!((full.status, &full.json()["code"]), (StatusCode::CONFLICT, &json!("subscription-full")));
    assert_eq!(bind(&app, people[0], &new).await.status, StatusCode::NO_CONTENT, "the same again");
    for _ in 0..2 {
        assert_eq!(bind(&app, people[0], "").await.status, StatusCode::NO_CONTENT);
    }
    assert!(counted(&app).await.iter().all(|(_, chosen)| !chosen));
    assert_eq!(bind(&app, people[1], &new).await.status, StatusCode::NO_CONTENT);
    let audit = "SELECT action FROM audit WHERE action LIKE 'seat.%bound' ORDER BY id";
    assert_eq!(app.texts(audit).await, ["seat.bound", "seat.bound", "seat.unbound", "seat.bound"]);
}

#[both_engines]
async fn what_is_no_subscription_of_the_pool_is_refused(app: TestApp) {
    let (people, _) = two_contracts(&app).await;
    app.place(&app.vendor, &with(order("PO-3"), "/lines/0/sku", "FASAD-NAMED")).await;
    let fasad = app
        .texts(
            "SELECT s.id FROM subscriptions s JOIN offerings f ON f.id = s.offering_id
        WHERE f.sku = 'FASAD-NAMED'",
        )
        .await;
    for to in [fasad[0].as_str(), "sub_nothing"] {
        assert_eq!(bind(&app, people[0], to).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
    }
    let elin = app.person("Elin", ELIN).await;
    let without = bind(&app, elin, &fasad[0]).await;
    assert_eq!((without.status, &without.json()["code"]), (StatusCode::CONFLICT, &json!("no-seat-to-bind")));
}

/// A seat that is given back counts as before, unless the place was needed; and with its subscription the choice ends.
#[both_engines]
async fn a_choice_outlives_the_seat_and_not_the_subscription(app: TestApp) {
    let (people, subs) = two_contracts(&app).await;
    bind(&app, people[0], &subs[1]).await;
    let (pool, ada) = (app.pool("Ritbord").await, people[0]);
    let system = kernel::Actor::system("test");
    let release = move |cx: &mut store::Command| seats::release_seat(cx, pool, ada).map(|gone| gone.release);
    let gone = app.db.command(&system, release).await.unwrap();
    let restore = move |cx: &mut store::Command| seats::restore_seats(cx, pool, gone);
    app.db.command(&system, restore).await.unwrap();
    assert_eq!(counted(&app).await[0], (subs[1].clone(), true));

    let gone = app.db.command(&system, release).await.unwrap();
    assert_eq!(
        bind(&app, people[1], &subs[1]).await.status,
        StatusCode::NO_CONTENT,
        "Ada needs no place now"
    );
    app.db.command(&system, move |cx| seats::restore_seats(cx, pool, gone)).await.unwrap();
    assert_eq!(counted(&app).await[..2], [(subs[0].clone(), false), (subs[1].clone(), true)]);

    app.it_is("2027-11-24T23:30:00Z");
    app.work().await;
    let after = counted(&app).await;
    assert!(
        after.iter().all(|(_, chosen)| !chosen) || after.iter().any(|(to, _)| *to == subs[1]),
        "{after:?}"
    );
    app.it_is("2027-11-26T00:00:00Z");
    app.work().await;
    assert!(counted(&app).await.iter().all(|(to, chosen)| to.is_empty() && !chosen), "nobody has a seat");
}

#[both_engines]
async fn two_admins_at_once_bind_no_more_people_than_there_are_seats(app: TestApp) {
    let (people, subs) = two_contracts(&app).await;
    let asks = people.iter().map(|person| bind(&app, *person, &subs[1]));
    let [one, two, three] = <[_; 3]>::try_from(asks.collect::<Vec<_>>()).ok().unwrap();
    let (one, two, three) = tokio::join!(one, two, three);
    let done = [one, two, three].iter().filter(|answer| answer.status == StatusCode::NO_CONTENT).count();
    assert_eq!((done, app.count("SELECT COUNT(*) FROM bindings").await), (1, 1));
}

#[both_engines]
async fn elin_chooses_on_the_page_of_the_person_and_takes_the_file(app: TestApp) {
    let (people, subs) = two_contracts(&app).await;
    let (team, pool) = (app.team().await, app.pool("Ritbord").await);
    let path = seats::paths::charges(team, people[0]);
    let page = app.visit(ELIN, &path, None).await;
    assert!(
        page.says("enligt regel, det äldsta abonnemanget") && page.says("0 av 1 platser valda"),
        "{}",
        page.body
    );
    let id = pool.to_string();
    let fields = |to| [("pool", id.as_str()), ("subscription", to)];
    let done = app.visit(ELIN, &path, Some(&fields(subs[1].as_str()))).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, path.as_str()));
    assert!(app.visit(ELIN, &path, None).await.says("valt av en administratör"));
    let full = app.visit(ELIN, &seats::paths::charges(team, people[1]), Some(&fields(&subs[1]))).await;
    assert!(
        full.status == StatusCode::CONFLICT && full.says("som abonnemanget har platser"),
        "{}",
        full.body
    );
    let missing = app.visit(ELIN, &path, Some(&fields(""))).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);

    let file = seats::paths::charges_file(team, pool);
    let csv = app.visit(ELIN, &file, None).await.body;
    let lines: Vec<_> = csv.lines().collect();
    assert_eq!(lines.len(), 4, "{csv}");
    assert!(lines[1].starts_with("Ada,Ek,ada@bygg.example") && lines[1].ends_with(",1,Valt"), "{csv}");
    assert!(lines[2].ends_with(",1,Enligt regel"), "{csv}");
    app.visit(ELIN, &path, Some(&fields("rule"))).await;
    assert_eq!(app.count("SELECT COUNT(*) FROM bindings").await, 0);

    for (address, status) in
        [("bob@bygg.example", StatusCode::FORBIDDEN), ("pia@skissera.example", StatusCode::NOT_FOUND)]
    {
        assert_eq!(app.visit(address, &path, None).await.status, status);
        assert_eq!(app.visit(address, &file, None).await.status, status);
        assert_eq!(app.visit(address, &path, Some(&fields("rule"))).await.status, status);
    }
}
