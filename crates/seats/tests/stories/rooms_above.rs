//! What portal, licensing and contracts ask for.

use crate::TestApp;
use kernel::{Actor, clock::minutes};
use testkit::both_engines;

#[both_engines]
async fn ada_sees_her_products_and_nobody_elses(app: TestApp) {
    let (ritbord, [ada, bob]) = (app.pool(app.ritbord, 2).await, app.users::<2>().await);
    let fasad = app.pool(app.fasad, 1).await;
    app.assign(ritbord, &[ada]).await.unwrap();
    app.assign(fasad, &[bob]).await.unwrap();

    let as_ada = Actor::person(ada, "ada", vec![]);
    let own = app.read(&as_ada, move |cx| seats::products_of(cx, ada)).await.unwrap();
    let [one] = own.as_slice() else { panic!("one product: {own:?}") };
    assert_eq!((one.name.as_str(), one.pool, one.team_name.as_str()), ("Ritbord", ritbord, "Malmö"));
    assert_eq!((one.policy.max_devices, one.policy.offline_days, one.suspended_at), (3, 30, None));
    assert!(app.read(&as_ada, move |cx| seats::products_of(cx, bob)).await.is_err());

    let (team, people) = (app.team, [ada, bob]);
    let lists = app.read(&app.maja, move |cx| seats::products_by_person(cx, team, &people)).await.unwrap();
    assert_eq!((lists[&ada][0].name.as_str(), lists[&bob][0].name.as_str()), ("Ritbord", "Fasad"));
}

#[both_engines]
async fn licensing_hears_of_the_seat_its_suspension_and_its_end(app: TestApp) {
    let (pool, ada, product) =
        (app.pool(app.ritbord, 1).await, app.user("Ada", "Berg").await, app.ritbord.id);
    let seat = || app.read(&app.maja, move |cx| seats::seat_for(cx, ada, product));
    let end = || app.read(&app.maja, move |cx| seats::was_taken_back(cx, ada, product));
    assert_eq!((seat().await.unwrap(), end().await.unwrap()), (None, None));

    app.assign(pool, &[ada]).await.unwrap();
    let given = seat().await.unwrap().expect("a seat");
    assert_eq!((given.pool, given.organization, given.suspended_at), (pool, app.organization, None));
    app.pool(app.ritbord, 0).await;
    assert_eq!(seat().await.unwrap().unwrap().suspended_at, Some(app.db.now()));
    app.wait(minutes(1));
    app.release(pool, &[ada]).await.unwrap();
    assert_eq!((seat().await.unwrap(), end().await.unwrap()), (None, Some(app.db.now())));
}

#[both_engines]
async fn who_holds_the_product_twice_works_on_the_seat_that_is_not_suspended(app: TestApp) {
    let (malmo, maja) = (app.pool(app.ritbord, 1).await, app.maja.person_id().unwrap());
    let (lund, offering, product) = (app.strangers, app.ritbord.offering, app.ritbord.id);
    app.assign(malmo, &[maja]).await.unwrap();
    app.wait(minutes(1));
    let join = move |cx: &mut store::Command| {
        let now = cx.now();
        cx.execute(
            "INSERT INTO memberships (team_id, person_id, role, sort_name, created_at) VALUES ($1, $2, 'user', '', $3)",
            &[&lund, &maja, &now],
        )?;
        let pool = seats::set_capacity(cx, lund, offering, 1)?;
        seats::assign_seat(cx, seats::AssignSeat { pool, person: maja }).map(|_| pool)
    };
    let second = app.db.command(&app.eve, join).await.unwrap();
    let seat = || app.read(&app.maja, move |cx| seats::seat_for(cx, maja, product));
    assert_eq!(seat().await.unwrap().unwrap().pool, malmo);
    app.pool(app.ritbord, 0).await;
    assert_eq!(seat().await.unwrap().unwrap().pool, second);
}

#[both_engines]
async fn a_list_follows_the_names_of_its_people(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 2).await, app.user("Ada", "Zander").await);
    app.assign(pool, &[ada, app.maja.person_id().unwrap()]).await.unwrap();
    let marry = move |cx: &mut store::Command| {
        cx.execute("UPDATE people SET last_name = 'Berg', sort_name = 'berg ada' WHERE id = $1", &[&ada])?;
        cx.record(accounts::DetailsChanged { person: ada, email: "ada@bygg.example".into() });
        Ok(())
    };
    app.db.command(&Actor::system("test"), marry).await.unwrap();
    for _ in 0..2 {
        app.jobs.run_all_due(&app.db).await.unwrap();
    }
    assert_eq!(app.holders(pool).await.0[0], ada, "Berg comes before Lindqvist");
}
