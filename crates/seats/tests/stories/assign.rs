//! Giving seats: to one, to several, of several products; all or nothing.

use crate::TestApp;
use kernel::{Kind, PersonId, PoolId, Result, Role};
use testkit::both_engines;

async fn products(app: &TestApp, person: PersonId, pools: &[PoolId]) -> Result<usize> {
    let (team, pools) = (app.team, pools.to_vec());
    let give = move |cx: &mut store::Command| seats::assign_products(cx, team, person, &pools);
    app.db.command(&app.maja, give).await.map(|given| given.len())
}

#[both_engines]
async fn ada_gets_a_seat_and_a_mail_in_her_language(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 2).await, app.user("Ada", "Berg").await);
    app.wait(kernel::clock::minutes(1));
    let ask = seats::AssignSeat { pool, person: ada };
    let given = app.db.command_on(pool, &app.maja, move |cx| seats::assign_seat(cx, ask)).await.unwrap();

    assert_eq!((given.person, given.assigned_by), (ada, app.maja.person_id().unwrap().to_string()));
    assert_eq!(app.see(pool).await.free(), 1);
    assert_eq!(app.audit().await, ["pool.capacity-changed", "seat.assigned"]);
    let mail = app.texts("SELECT subject FROM mails UNION ALL SELECT text FROM mails").await;
    assert_eq!(mail[0], "Nu kan du använda Ritbord");
    assert!(mail[1].contains("http://account.nordkad.example/account/products\n"), "{}", mail[1]);
    assert!(mail[1].contains("Hej Ada, Byggkonsult har gett dig Ritbord i teamet Malmö."), "{}", mail[1]);
}

#[both_engines]
async fn nobody_gets_a_seat_when_they_are_too_few_for_all(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 2).await, app.users::<3>().await);
    let refused = app.assign(pool, &people).await.unwrap_err();
    assert_eq!((refused.code(), refused.kind()), ("no-free-seat", Kind::Conflict));
    let sentence = refused.refusal().unwrap().sentence(kernel::Lang::En);
    assert!(sentence.starts_with("3 seats of Ritbord are needed and 2 are free: 1 missing"), "{sentence}");
    assert_eq!((app.see(pool).await.assigned, app.count("SELECT COUNT(*) FROM mails").await), (0, 0));

    assert_eq!(app.assign(pool, &people[..2]).await.unwrap(), 2);
    assert_eq!(app.assign(pool, &people[1..2]).await.unwrap_err().code(), "already-assigned");
}

#[both_engines]
async fn naming_ada_twice_gives_her_one_seat(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 5).await, app.user("Ada", "Berg").await);
    assert_eq!(app.assign(pool, &[ada, ada]).await.unwrap(), 1);
    assert_eq!(app.see(pool).await.assigned, 1);
    assert_eq!(app.assign(pool, &[]).await.unwrap_err().code(), "nobody-chosen");
}

#[both_engines]
async fn ada_gets_two_products_by_one_mail_or_neither(app: TestApp) {
    let (ritbord, fasad) = (app.pool(app.ritbord, 1).await, app.pool(app.fasad, 1).await);
    let [ada, bob] = app.users::<2>().await;
    assert_eq!(products(&app, ada, &[fasad, ritbord]).await.unwrap(), 2);
    let [subject] = app.texts("SELECT subject FROM mails").await.try_into().expect("one mail");
    assert!(
        subject == "Nu kan du använda Ritbord och Fasad" || subject == "Nu kan du använda Fasad och Ritbord"
    );

    app.release(ritbord, &[ada]).await.unwrap();
    let refused = products(&app, bob, &[ritbord, fasad]).await.unwrap_err();
    let sentence = refused.refusal().unwrap().sentence(kernel::Lang::En);
    assert_eq!(sentence, "Fasad has no free seat. Take one back, or order more.");
    assert_eq!(app.see(ritbord).await.assigned, 0);
    assert_eq!(products(&app, bob, &[]).await.unwrap_err().code(), "nothing-chosen");
}

#[both_engines]
async fn who_is_not_in_the_team_gets_no_seat(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let stranger = app.member_as(app.strangers, Role::User, "Sten", "Sture").await;
    let (ada, refused) = (app.user("Ada", "Berg").await, app.assign(pool, &[stranger]).await.unwrap_err());
    assert_eq!(refused.code(), "not-a-member");
    assert_eq!(app.assign(pool, &[ada, stranger]).await.unwrap_err().code(), "not-a-member");
    assert_eq!(app.see(pool).await.assigned, 0);
}

#[both_engines]
async fn the_admin_of_another_organization_finds_nothing_here(app: TestApp) {
    let (pool, ada, team) = (app.pool(app.ritbord, 2).await, app.user("Ada", "Berg").await, app.team);
    app.assign(pool, &[ada]).await.unwrap();
    let ask = seats::AssignSeat { pool, person: ada };
    let kinds = [
        app.db.command_on(pool, &app.eve, move |cx| seats::assign_seat(cx, ask)).await.map(|_| ()),
        app.db.command_on(pool, &app.eve, move |cx| seats::release_seat(cx, pool, ada)).await.map(|_| ()),
        app.db.command(&app.eve, move |cx| seats::assign_products(cx, team, ada, &[pool])).await.map(|_| ()),
        app.db.command(&app.eve, move |cx| seats::leave_team(cx, team, ada)).await.map(|_| ()),
        app.read(&app.eve, move |cx| seats::pool(cx, pool)).await.map(|_| ()),
        app.read(&app.eve, move |cx| seats::pools_of_team(cx, team)).await.map(|_| ()),
        app.read(&app.eve, move |cx| seats::holders(cx, pool, &seats::Window::default())).await.map(|_| ()),
        app.read(&app.eve, move |cx| seats::products_by_person(cx, team, &[ada])).await.map(|_| ()),
        app.read(&app.eve, move |cx| seats::products_of(cx, ada)).await.map(|_| ()),
    ];
    for (at, outcome) in kinds.into_iter().enumerate() {
        assert_eq!(outcome.unwrap_err().kind(), Kind::NotFound, "{at}");
    }
    assert_eq!(app.see(pool).await.assigned, 1);
}

#[both_engines]
async fn a_pool_of_another_team_is_not_among_those_of_this_one(app: TestApp) {
    let ada = app.user("Ada", "Berg").await;
    let (strangers, offering) = (app.strangers, app.ritbord.offering);
    let make = move |cx: &mut store::Command| seats::set_capacity(cx, strangers, offering, 3);
    let theirs = app.db.command(&app.eve, make).await.unwrap();
    assert_eq!(products(&app, ada, &[theirs]).await.unwrap_err().kind(), Kind::NotFound);
}
