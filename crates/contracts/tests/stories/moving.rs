//! A subscription goes to another team, and nobody is without a seat on the way (mission B12).

use crate::{
    TestApp,
    crew::{ELIN, code},
    world::{managed_by, order, with},
};
use axum::http::{Method, StatusCode};
use serde_json::json;
use std::sync::Arc;
use testkit::both_engines;

#[both_engines]
async fn with_enough_free_seats_nobody_moves(app: TestApp) {
    let crew = app.crew(5).await;
    let [ada, bo] = app.users(crew.malmo, &["Ada", "Bo"]).await[..] else { unreachable!() };
    app.seat(app.pool_in(crew.malmo, "Ritbord").await, &[ada, bo]).await;

    let moved = app.move_it(ELIN, crew.ritbord, json!({"team": crew.goteborg.to_string(), "seats": 3})).await;
    assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
    assert_eq!(moved.json()["people_count"], 0);
    let (ritbord, name) = ("Ritbord".to_owned(), |text: &str| text.to_owned());
    assert_eq!(app.seats().await, [(ritbord.clone(), name("Göteborg"), 3), (ritbord, name("Malmö"), 2)]);
    assert_eq!(app.who_sits().await, ["Malmö Ada", "Malmö Bo"]);
    // The subscription is two now, of the same order and with the same days.
    assert_eq!(
        app.texts("SELECT DISTINCT contract_id || start_at || end_at || line FROM subscriptions").await.len(),
        1
    );
    app.is_in_order().await;
}

#[both_engines]
async fn as_many_as_have_to_come_along_the_latest_first(app: TestApp) {
    let crew = app.crew(5).await;
    let people = app.users(crew.malmo, &["Ada", "Bo", "Cia", "Dan"]).await;
    app.seat(app.pool_in(crew.malmo, "Ritbord").await, &people).await;
    let before = app.texts("SELECT id || assigned_at || assigned_by FROM assignments ORDER BY id").await;

    let moved = app.move_it(ELIN, crew.ritbord, json!({"team": crew.goteborg.to_string(), "seats": 3})).await;
    assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
    assert_eq!(app.who_sits().await, ["Göteborg Cia", "Göteborg Dan", "Malmö Ada", "Malmö Bo"]);
    assert_eq!(
        app.texts("SELECT id || assigned_at || assigned_by FROM assignments ORDER BY id").await,
        before
    );
    assert_eq!(
        app.members().await,
        [
            "Göteborg Cia user",
            "Göteborg Dan user",
            "Göteborg Elin primary_admin",
            "Malmö Ada user",
            "Malmö Bo user",
            "Malmö Elin primary_admin"
        ]
    );
    app.is_in_order().await;

    // Each hears of it once, and who stays hears nothing.
    let cia = app.mails_to("cia@bygg.example").await;
    let about: Vec<_> = cia.iter().filter(|mail| mail.subject.contains("Göteborg")).collect();
    assert_eq!(about.len(), 1, "{cia:?}");
    assert!(about[0].text.contains("You are no longer in Malmö"), "{}", about[0].text);
    let ada = app.mails_to("ada@bygg.example").await;
    assert!(ada.iter().all(|mail| !mail.subject.contains("Göteborg")));
    let audit =
        app.texts("SELECT action || ' ' || actor_label FROM audit WHERE action = 'subscription.moved'").await;
    assert_eq!(audit, ["subscription.moved elin@bygg.example"]);
}

/// Ada and Dan are bound to the subscription; only two seats of it stay, and Dan goes with the others.
#[both_engines]
async fn who_is_bound_to_a_subscription_stays_bound_to_what_becomes_of_it(app: TestApp) {
    let crew = app.crew(5).await;
    let people = app.users(crew.malmo, &["Ada", "Bo", "Cia", "Dan"]).await;
    let pool = app.pool_in(crew.malmo, "Ritbord").await;
    app.seat(pool, &people).await;
    for person in [people[0], people[3]] {
        let path = format!("/api/v1/pools/{pool}/bindings/{person}");
        let bound = app
            .call(&app.vendor, Method::PUT, &path, Some(&json!({"subscription": crew.ritbord.to_string()})))
            .await;
        assert!(bound.status.is_success(), "{}", bound.body);
    }
    let before = app.count("SELECT COUNT(*) FROM jobs WHERE kind = 'contracts.announce-end'").await;
    let moved = app.move_it(ELIN, crew.ritbord, json!({"team": crew.goteborg.to_string(), "seats": 3})).await;
    assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
    let bound = "SELECT t.name || ' ' || p.first_name || ' ' || CASE WHEN s.team_id = po.team_id THEN 'here' ELSE 'elsewhere' END
        FROM bindings b JOIN pools po ON po.id = b.pool_id JOIN teams t ON t.id = po.team_id
        JOIN people p ON p.id = b.person_id JOIN subscriptions s ON s.id = b.subscription_id ORDER BY t.name, p.first_name";
    assert_eq!(app.texts(bound).await, ["Göteborg Dan here", "Malmö Ada here"]);
    // The part ends too, and that is announced to the admins there.
    let after = app.count("SELECT COUNT(*) FROM jobs WHERE kind = 'contracts.announce-end'").await;
    assert_eq!(after - before, 3);

    // The rest follows, and Ada with it.
    let rest = app.move_it(ELIN, crew.ritbord, json!({"team": crew.goteborg.to_string()})).await;
    assert_eq!(rest.status, StatusCode::OK, "{}", rest.body);
    assert_eq!(app.texts(bound).await, ["Göteborg Ada here", "Göteborg Dan here"]);
    app.is_in_order().await;
}

/// Whoever has something else in the team stays in it; what a group brought is the person's own there.
#[both_engines]
async fn who_has_more_in_the_team_is_in_both(app: TestApp) {
    let crew = app.crew(2).await;
    let fasad = with(order("PO-2"), "/lines/0/sku", "FASAD-NAMED");
    let fasad = app.place(&app.vendor, &fasad).await;
    app.choose(ELIN, &fasad, crew.malmo).await;
    let [ada, bo] = app.users(crew.malmo, &["Ada", "Bo"]).await[..] else { unreachable!() };
    let (ritbord, fasad) = (app.pool_in(crew.malmo, "Ritbord").await, app.pool_in(crew.malmo, "Fasad").await);
    app.group(crew.malmo, "CAD", &[ada, bo], &[ritbord]).await;
    app.seat(fasad, &[ada]).await;
    app.is_in_order().await;

    assert_eq!(app.move_to(crew.ritbord, crew.goteborg).await.status, StatusCode::OK);
    assert_eq!(app.who_sits().await, ["Göteborg Ada", "Göteborg Bo", "Malmö Ada"]);
    let members = app.members().await;
    assert!(members.contains(&"Malmö Ada user".to_owned()) && !members.contains(&"Malmö Bo user".to_owned()));
    app.is_in_order().await;
    let ada = app.mails_to("ada@bygg.example").await;
    assert!(ada.iter().any(|mail| mail.text.contains("You are still in Malmö")), "{ada:?}");
}

#[both_engines]
async fn who_has_a_seat_in_both_teams_frees_one(app: TestApp) {
    let crew = app.crew(2).await;
    let more = app.place(&app.vendor, &with(order("PO-2"), "/lines/0/quantity", 1)).await;
    app.choose(ELIN, &more, crew.goteborg).await;
    let [ada, bo] = app.users(crew.malmo, &["Ada", "Bo"]).await[..] else { unreachable!() };
    app.act(move |cx| {
        let goteborg = organizations::team(cx, crew.goteborg)?;
        organizations::add_member(cx, &goteborg, ada)
    })
    .await
    .unwrap();
    app.seat(app.pool_in(crew.malmo, "Ritbord").await, &[ada, bo]).await;
    app.seat(app.pool_in(crew.goteborg, "Ritbord").await, &[ada]).await;

    let plan = app.plan_it(ELIN, crew.ritbord, json!({"team": crew.goteborg.to_string()})).await.json();
    let double = plan["people"].as_array().unwrap().iter().filter(|one| one["double"] == true).count();
    assert_eq!((plan["seats_after"]["to"]["assigned"].as_i64(), double), (Some(2), 1), "{plan}");
    assert_eq!(app.move_to(crew.ritbord, crew.goteborg).await.status, StatusCode::OK);
    assert_eq!(app.who_sits().await, ["Göteborg Bo", "Göteborg Ada"]);
    app.is_in_order().await;
}

#[both_engines]
async fn what_does_not_fit_is_said_and_not_done(app: TestApp) {
    let crew = app.crew(3).await;
    let people = app.users(crew.malmo, &["Ada", "Bo", "Cia"]).await;
    app.seat(app.pool_in(crew.malmo, "Ritbord").await, &people).await;
    let before = (app.who_sits().await, app.members().await, app.made().await);

    let nobody = json!({"team": crew.goteborg.to_string(), "seats": 2, "along": "nobody"});
    let plan = app.plan_it(ELIN, crew.ritbord, nobody.clone()).await.json();
    assert_eq!(plan["refused"], "seats-in-use");
    assert_eq!(code(&app.move_it(ELIN, crew.ritbord, nobody).await), "seats-in-use");
    let too_many = json!({"team": crew.goteborg.to_string(), "seats": 1,
        "people": ["ada@bygg.example", people[1].to_string()]});
    assert_eq!(code(&app.move_it(ELIN, crew.ritbord, too_many).await), "no-room");
    let stranger = json!({"team": crew.goteborg.to_string(), "seats": 1, "people": ["eve@else.example"]});
    assert_eq!(code(&app.move_it(ELIN, crew.ritbord, stranger).await), "not-holders");
    let one = json!({"team": crew.goteborg.to_string(), "seats": 1, "people": ["ada@bygg.example"]});
    assert_eq!((app.who_sits().await, app.members().await, app.made().await), before);
    assert_eq!(app.move_it(ELIN, crew.ritbord, one).await.status, StatusCode::OK);
    assert_eq!(app.who_sits().await, ["Göteborg Ada", "Malmö Bo", "Malmö Cia"]);
    app.is_in_order().await;
}

#[both_engines]
async fn one_sees_it_first_and_what_has_changed_is_shown_again(app: TestApp) {
    let crew = app.crew(3).await;
    let people = app.users(crew.malmo, &["Ada", "Bo", "Cia"]).await;
    let pool = app.pool_in(crew.malmo, "Ritbord").await;
    app.seat(pool, &people[..2]).await;
    let path = format!("/manage/teams/{}/subscriptions/{}/move", crew.malmo, crew.ritbord);
    let settings = app.visit(ELIN, &format!("/manage/teams/{}/settings", crew.malmo), None).await;
    assert!(settings.body.contains(&path), "{}", settings.body);
    let goteborg = crew.goteborg.to_string();
    let fill = |act: &'static str, plan: &str| {
        let fields =
            [("team", goteborg.as_str()), ("seats", "3"), ("along", "needed"), ("act", act), ("plan", plan)];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let send = async |act: &'static str, plan: &str| {
        let typed = fill(act, plan);
        let fields: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.visit(ELIN, &path, Some(&fields)).await
    };
    let shown = send("preview", "").await;
    assert!(shown.status == StatusCode::OK && shown.body.contains("ada@bygg.example"), "{}", shown.body);
    assert_eq!(app.who_sits().await, ["Malmö Ada", "Malmö Bo"], "a look changes nothing");
    let plan = |page: &str| {
        let (_, rest) = page.split_once("name=\"plan\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    // Cia gets a seat meanwhile, and would come along.
    let seen = plan(&shown.body);
    app.seat(pool, &people[2..]).await;
    let again = send("move", &seen).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(app.who_sits().await.len(), 3);
    let shown = send("preview", "").await;
    let done = send("move", &plan(&shown.body)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(app.who_sits().await, ["Göteborg Ada", "Göteborg Bo", "Göteborg Cia"]);
    app.is_in_order().await;
}

#[both_engines]
async fn what_has_not_started_starts_in_the_other_team(app: TestApp) {
    let crew = app.crew(1).await;
    let later = with(order("PO-2"), "/lines/0/start", "2027-01-01");
    let later = app.place(&app.vendor, &later).await;
    app.choose(ELIN, &later, crew.malmo).await;
    let id = later.json()["contract"]["subscriptions"][0]["id"].as_str().unwrap().parse().unwrap();
    let part = app.move_it(ELIN, id, json!({"team": crew.goteborg.to_string(), "seats": 2})).await;
    assert_eq!(part.status, StatusCode::OK, "{}", part.body);
    app.is_in_order().await;
    app.it_is("2027-01-01T08:00:00Z");
    app.is_in_order().await;
    let (ritbord, name) = ("Ritbord".to_owned(), |text: &str| text.to_owned());
    assert_eq!(app.seats().await, [(ritbord.clone(), name("Göteborg"), 2), (ritbord, name("Malmö"), 4)]);
    app.it_is("2028-02-01T08:00:00Z");
    app.is_in_order().await;
    assert!(app.seats().await.iter().all(|(.., seats)| *seats == 0), "a part ends as the whole does");
    assert_eq!(code(&app.move_to(crew.ritbord, crew.goteborg).await), "subscription-ended");
}

#[both_engines]
async fn it_takes_an_admin_of_both_teams(app: TestApp) {
    let crew = app.crew(2).await;
    app.user(crew.malmo, "Ada").await;
    app.person("Eve", "eve@else.example").await;
    let ask = json!({"team": crew.goteborg.to_string()});
    assert_eq!(
        app.move_it("ada@bygg.example", crew.ritbord, ask.clone()).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        app.move_it("eve@else.example", crew.ritbord, ask.clone()).await.status,
        StatusCode::NOT_FOUND
    );
    // Sara administers Malmö alone.
    let sara = app.user(crew.malmo, "Sara").await;
    app.act(move |cx| organizations::change_role(cx, crew.malmo, sara, kernel::Role::SecondaryAdmin))
        .await
        .unwrap();
    let sara = app.move_it("sara@bygg.example", crew.ritbord, ask.clone()).await;
    assert_eq!(sara.status, StatusCode::NOT_FOUND);
    // To another company's team nobody moves anything.
    let other =
        managed_by(with(order("PO-9"), "/customer/number", "556000-0000"), "Nora", "nora@else.example");
    let other = app.place(&app.vendor, &other).await.json();
    let there = json!({"team": other["landing"]["team"]["id"]});
    assert_eq!(
        app.call(
            &app.vendor,
            axum::http::Method::POST,
            &format!("/api/v1/subscriptions/{}/move", crew.ritbord),
            Some(&there)
        )
        .await
        .refused(),
        ["/team unknown"]
    );
    let same = json!({"team": crew.malmo.to_string()});
    assert_eq!(code(&app.move_it(ELIN, crew.ritbord, same).await), "same-team");
    assert_eq!(app.move_it(ELIN, crew.ritbord, ask).await.status, StatusCode::OK);
}

/// Ten people want seats in Malmö while its seats leave for Göteborg.
#[both_engines]
async fn whoever_is_given_a_seat_at_the_same_moment_keeps_it(app: TestApp) {
    let crew = app.crew(6).await;
    let names = ["Ada", "Bo", "Cia", "Dan", "Eli", "Fia", "Gun", "Hal", "Ida", "Jon"];
    let people = app.users(crew.malmo, &names).await;
    let pool = app.pool_in(crew.malmo, "Ritbord").await;
    app.seat(pool, &people[..3]).await;
    let (app, people) = (Arc::new(app), Arc::new(people));
    let mut running = vec![];
    for n in 3..people.len() {
        let (app, people) = (app.clone(), people.clone());
        running.push(tokio::spawn(async move {
            app.act(move |cx| seats::assign_people(cx, pool, &[people[n]])).await.is_ok()
        }));
    }
    let mover = {
        let app = app.clone();
        tokio::spawn(async move {
            let ask = json!({"team": crew.goteborg.to_string(), "seats": 4});
            app.move_it(ELIN, crew.ritbord, ask).await.status
        })
    };
    let mut given = 3;
    for one in running {
        given += usize::from(one.await.unwrap());
    }
    assert_eq!(mover.await.unwrap(), StatusCode::OK);
    let seated = app.who_sits().await;
    assert_eq!(seated.len(), given, "{seated:?}");
    assert!(seated.iter().all(|seat| !seat.contains("waits")), "{seated:?}");
    app.is_in_order().await;
}
