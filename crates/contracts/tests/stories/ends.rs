//! Before seats go: who loses the product is shown, told to the admins, and then happens so.

use crate::{
    TestApp,
    world::{order, with},
};
use axum::http::{Method, StatusCode};
use kernel::{Actor, PersonId};
use notifications::mailbox::Stored;
use serde_json::{Value, json};
use testkit::both_engines;

const ELIN: &str = "elin@bygg.example";

fn line(sku: &str, quantity: i64, until: &str) -> Value {
    json!({"sku": sku, "quantity": quantity, "end": until})
}

fn lines(number: &str, lines: &[Value]) -> Value {
    with(order(number), "/lines", lines.to_vec())
}

/// Three seats until the end of the year and two for longer, and five people on them, Ada first.
async fn five_people(app: &TestApp) -> Vec<PersonId> {
    let ritbord = |quantity, until| line("RITBORD-NAMED", quantity, until);
    app.place(&app.vendor, &lines("PO-1", &[ritbord(3, "2026-12-31")])).await;
    app.place(&app.vendor, &lines("PO-2", &[ritbord(2, "2027-12-31")])).await;
    let mut people = vec![];
    for (at, first) in ["Ada", "Bob", "Cia", "Dan", "Eva"].iter().enumerate() {
        app.it_is(&format!("2026-11-24T09:0{at}:00Z"));
        people.push(app.seated(first, "Ritbord").await);
    }
    people
}

async fn warnings(app: &TestApp, address: &str) -> Vec<Stored> {
    let mails = app.mails_to(address).await;
    mails
        .into_iter()
        .filter(|mail| mail.subject.starts_with("Platser i") || mail.subject.starts_with("Seats in"))
        .collect()
}

fn names<'a>(mail: &Stored, of: &[&'a str]) -> Vec<&'a str> {
    of.iter().copied().filter(|name| mail.text.contains(&format!("{name} Ek"))).collect()
}

const ALL: [&str; 5] = ["Ada", "Bob", "Cia", "Dan", "Eva"];

#[both_engines]
async fn those_who_were_announced_are_those_who_lose_the_seat(app: TestApp) {
    let people = five_people(&app).await;
    // Thirty days before the last day, at nine in Malmö.
    app.it_is("2026-12-01T07:59:00Z");
    assert!(warnings(&app, ELIN).await.is_empty());
    app.it_is("2026-12-01T08:00:00Z");
    let first = warnings(&app, ELIN).await;
    let [mail] = first.as_slice() else { panic!("one mail: {first:?}") };
    assert_eq!(names(mail, &ALL), ["Cia", "Dan", "Eva"], "those who came last: {}", mail.text);
    assert!(
        mail.text.contains("31\u{a0}december 2026") && mail.text.contains("2 platser i stället för 5"),
        "{}",
        mail.text
    );
    let outlook = seats::paths::outlook(app.team().await, app.pool("Ritbord").await);
    assert_eq!(mail.link.as_deref(), Some(format!("http://account.nordkad.example{outlook}").as_str()));

    app.pin("Ritbord", people[4]).await;
    app.it_is("2026-12-24T08:00:00Z");
    let second = warnings(&app, ELIN).await;
    assert_eq!((second.len(), names(&second[1], &ALL)), (2, vec!["Bob", "Cia", "Dan"]), "Eva is pinned");
    app.it_is("2026-12-30T08:00:00Z");
    let third = warnings(&app, ELIN).await;
    assert_eq!((third.len(), names(&third[2], &ALL)), (3, vec!["Bob", "Cia", "Dan"]));

    app.it_is("2026-12-31T22:59:59Z");
    app.work().await;
    assert!(app.suspended().await.is_empty());
    app.it_is("2026-12-31T23:00:00Z");
    app.work().await;
    assert_eq!(app.suspended().await, ["Bob", "Cia", "Dan"]);
    assert_eq!(warnings(&app, ELIN).await.len(), 3);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'team.end-announced'").await, 3);
}

#[both_engines]
async fn where_another_subscription_follows_nobody_is_warned_and_nobody_loses_the_seat(app: TestApp) {
    five_people(&app).await;
    let next = json!({"sku": "RITBORD-NAMED", "quantity": 3, "start": "2027-01-01", "term_months": 12});
    app.place(&app.vendor, &lines("PO-3", &[next])).await;
    app.it_is("2027-01-01T08:00:00Z");
    assert!(warnings(&app, ELIN).await.is_empty());
    assert_eq!(app.seats().await[0].2, 5);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action LIKE 'seat.suspended'").await, 0);
    let audit = "SELECT action FROM audit WHERE action LIKE 'subscription.%' ORDER BY action";
    assert_eq!(app.texts(audit).await, ["subscription.ended", "subscription.started"]);
}

#[both_engines]
async fn where_fewer_seats_follow_only_the_difference_is_lost(app: TestApp) {
    five_people(&app).await;
    let next = json!({"sku": "RITBORD-NAMED", "quantity": 2, "start": "2027-01-01", "term_months": 12});
    app.place(&app.vendor, &lines("PO-3", &[next])).await;
    app.it_is("2026-12-24T08:00:00Z");
    let mails = warnings(&app, ELIN).await;
    assert_eq!(names(&mails[0], &ALL), ["Eva"]);
    app.it_is("2027-01-01T08:00:00Z");
    app.work().await;
    assert_eq!(app.suspended().await, ["Eva"]);
}

/// Two products of one contract, and every job twice: one mail for each admin and day, none for the users.
#[both_engines]
async fn one_mail_says_it_for_all_products_however_often_the_job_runs(app: TestApp) {
    let both = [line("RITBORD-NAMED", 2, "2027-03-31"), line("FASAD-NAMED", 1, "2027-03-31")];
    app.place(&app.vendor, &lines("PO-1", &both)).await;
    let ada = app.seated("Ada", "Ritbord").await;
    app.seated("Bob", "Fasad").await;
    app.run("UPDATE memberships SET role = 'secondary_admin' WHERE person_id = $1", &ada.to_string()).await;
    app.run(
        "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
         SELECT $1 || SUBSTR(id, 6), kind, payload, created_at, run_at, attempts FROM jobs WHERE kind LIKE 'contracts.%'",
        "job_1",
    )
    .await;
    app.it_is("2027-03-01T08:00:00Z");
    for (address, words) in [(ELIN, "går ut"), ("ada@bygg.example", "end on")] {
        let mails = warnings(&app, address).await;
        let [mail] = mails.as_slice() else { panic!("one mail to {address}: {mails:?}") };
        assert!(
            mail.subject.contains(words) && names(mail, &["Ada", "Bob"]) == ["Ada", "Bob"],
            "{}",
            mail.text
        );
        assert!(mail.text.contains("Ritbord: ") && mail.text.contains("Fasad: "), "{}", mail.text);
    }
    assert!(warnings(&app, "bob@bygg.example").await.is_empty());
}

/// Who manages the contract and is no admin is led to the contract.
#[both_engines]
async fn a_manager_without_the_team_hears_of_it_too(app: TestApp) {
    five_people(&app).await;
    let ada = "ada@bygg.example";
    app.run("UPDATE contracts SET manager_id = (SELECT id FROM people WHERE email_key = $1)", ada).await;
    app.it_is("2026-12-01T08:00:00Z");
    assert_eq!(warnings(&app, ELIN).await.len(), 1);
    let mails = warnings(&app, ada).await;
    assert!(mails[0].link.as_deref().unwrap().contains("/manage/contracts/con_"), "{mails:?}");
}

/// Nothing is said of a subscription that ended, and of one that ends later it is said later.
#[both_engines]
async fn what_changed_in_the_meantime_counts(app: TestApp) {
    five_people(&app).await;
    let until = |at: &str| crate::world::at(at).millis().to_string();
    let first = "UPDATE subscriptions SET end_at = CAST(CAST($1 AS TEXT) AS BIGINT) WHERE quantity = 3";
    app.run(first, &until("2027-01-31T23:00:00Z")).await;
    app.it_is("2026-12-31T12:00:00Z");
    assert!(warnings(&app, ELIN).await.is_empty(), "it lies further ahead now");
    app.it_is("2027-01-01T08:00:00Z");
    assert_eq!(warnings(&app, ELIN).await.len(), 1);
    app.run(
        "UPDATE subscriptions SET ended_at = CAST(CAST($1 AS TEXT) AS BIGINT) WHERE quantity = 3",
        &until("2027-01-02T00:00:00Z"),
    )
    .await;
    app.it_is("2027-02-20T08:00:00Z");
    assert_eq!(warnings(&app, ELIN).await.len(), 1);
}

/// The server slept past two of the mornings: one mail, the one of the last.
#[both_engines]
async fn a_server_that_slept_says_it_once(app: TestApp) {
    five_people(&app).await;
    app.it_is("2026-12-30T10:00:00Z");
    assert_eq!(warnings(&app, ELIN).await.len(), 1);
    app.it_is("2027-02-01T00:00:00Z");
    assert_eq!(warnings(&app, ELIN).await.len(), 1);
}

#[both_engines]
async fn of_many_people_twenty_are_named_and_the_others_counted(app: TestApp) {
    app.place(&app.vendor, &lines("PO-1", &[line("RITBORD-NAMED", 30, "2026-12-31")])).await;
    for n in 0..23 {
        app.seated(&format!("P{n:02}"), "Ritbord").await;
    }
    app.it_is("2026-12-01T08:00:00Z");
    let mails = warnings(&app, ELIN).await;
    let text = &mails[0].text;
    assert_eq!(text.matches(" Ek").count(), 20, "{text}");
    assert!(text.contains("och 3 till") && text.contains("23 personer"), "{text}");
}

#[both_engines]
async fn elin_sees_who_loses_the_seat_and_pins_from_there(app: TestApp) {
    let people = five_people(&app).await;
    let (team, pool) = (app.team().await, app.pool("Ritbord").await);
    app.it_is("2026-12-10T12:00:00Z");
    let list = app.visit(ELIN, &seats::paths::by_product(team), None).await;
    assert!(list.says("5 av 5 platser tilldelade") && list.says("3 platser går ut 31 dec."), "{}", list.body);
    let path = seats::paths::outlook(team, pool);
    assert!(list.says(&path));

    let page = app.visit(ELIN, &path, None).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(
        page.says("2 platser i stället för 5") && page.says("3 personer förlorar sin plats"),
        "{}",
        page.body
    );
    let order: Vec<_> = [4, 3, 2, 1, 0].iter().map(|at| page.body.find(&people[*at].to_string())).collect();
    assert!(
        order.iter().all(Option::is_some) && order.is_sorted(),
        "who came last loses it first: {order:?}"
    );
    let back = web::and_back(&seats::paths::pin(team, pool, people[4]), &path);
    assert!(page.says(&back.replace('&', "&amp;")), "{back}");
    app.pin("Ritbord", people[4]).await;
    let page = app.visit(ELIN, &path, None).await;
    assert!(page.says(&seats::paths::unpin(team, pool, people[4])), "{}", page.body);

    for (address, status) in
        [("bob@bygg.example", StatusCode::FORBIDDEN), ("pia@skissera.example", StatusCode::NOT_FOUND)]
    {
        for path in [&path, &seats::paths::by_product(team)] {
            assert_eq!(app.visit(address, path, None).await.status, status, "{path}");
        }
    }
    let elsewhere = path.replace(
        &team.to_string(),
        &kernel::TeamId::new(app.db.now(), &kernel::Chance::new(|b| b.fill(1))).to_string(),
    );
    assert_eq!(app.visit(ELIN, &elsewhere, None).await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn a_long_list_of_losers_is_read_page_by_page(app: TestApp) {
    app.place(&app.vendor, &lines("PO-1", &[line("RITBORD-NAMED", 120, "2026-12-31")])).await;
    let (team, pool) = {
        let one = app.seated("First", "Ritbord").await;
        assert!(!one.to_string().is_empty());
        (app.team().await, app.pool("Ritbord").await)
    };
    for n in 0..110 {
        app.seated(&format!("P{n:03}"), "Ritbord").await;
    }
    let path = seats::paths::outlook(team, pool);
    let count = |body: &str| body.matches("@bygg.example").count();
    let first = app.visit(ELIN, &path, None).await.body;
    let after = |body: &str| {
        let at = body.rfind("outlook?after=user_").expect("a next page");
        body[at + 8..].split('"').next().unwrap().to_owned()
    };
    let second = app.visit(ELIN, &format!("{path}?{}", after(&first)), None).await.body;
    assert!(count(&first) >= 50 && count(&second) >= 50 && !second.contains(&format!("{}#", after(&first))));
    let third = app.visit(ELIN, &format!("{path}?{}", after(&second)), None).await.body;
    assert!(third.contains("first@bygg.example") && !first.contains("first@bygg.example"));

    let api = format!("/api/v1/pools/{pool}/outlook?limit=100");
    let page = app.call(&app.vendor, Method::GET, &api, None).await.json();
    assert_eq!((&page["turns"][0]["lose"], page["items"].as_array().unwrap().len()), (&json!(111), 100));
    let next = page["next"].as_str().unwrap().replace(':', "%3A");
    let rest = app.call(&app.vendor, Method::GET, &format!("{api}&cursor={next}"), None).await.json();
    assert_eq!((rest["items"].as_array().unwrap().len(), rest.get("next")), (11, None), "{rest}");
    assert_eq!(rest["items"][10]["email"], "first@bygg.example");
}

/// The admin's pins and the end of the subscription at the same moment: whoever comes first, three lose the seat.
#[both_engines]
async fn pins_at_the_very_end_do_not_change_how_many_lose_it(app: TestApp) {
    let people = five_people(&app).await;
    app.it_is("2027-01-01T00:00:00Z");
    let pool = app.pool("Ritbord").await;
    let pins = async {
        for person in people {
            let pin = move |cx: &mut store::Command| seats::pin_seat(cx, pool, person, None);
            app.db.command(&Actor::system("test"), pin).await.unwrap();
        }
    };
    tokio::join!(pins, app.work());
    assert_eq!((app.suspended().await.len(), app.seats().await[0].2), (3, 2));
}
