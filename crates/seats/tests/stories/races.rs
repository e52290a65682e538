//! Many at once: never more than the capacity, never two seats for one.

use crate::TestApp;
use kernel::{Kind, PersonId, PoolId};
use std::sync::Arc;
use testkit::both_engines;
use tokio::task::JoinSet;

/// All at the same time; how many succeeded, and the codes of the others.
async fn all_at_once(app: &Arc<TestApp>, asks: Vec<(PoolId, PersonId, bool)>) -> (usize, Vec<&'static str>) {
    let mut running = JoinSet::new();
    for (at, (pool, person, give)) in asks.into_iter().enumerate() {
        let app = app.clone();
        running.spawn(async move {
            let verb = move |cx: &mut store::Command| match give {
                true => seats::assign_seat(cx, seats::AssignSeat { pool, person }).map(|_| ()),
                false => seats::release_seat(cx, pool, person).map(|_| ()),
            };
            // Half of them come through the lanes, half as single commands, as two nodes would.
            match at % 2 {
                0 => app.db.command_on(pool, &app.maja, verb).await,
                _ => app.db.command(&app.maja, verb).await,
            }
        });
    }
    let outcomes: Vec<_> = running.join_all().await;
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let refused = outcomes.into_iter().filter_map(|outcome| outcome.err());
    (
        done,
        refused.map(|error| if error.kind() == Kind::Internal { "internal" } else { error.code() }).collect(),
    )
}

async fn is_consistent(app: &TestApp) {
    let wrong = app
        .count(
            "SELECT COUNT(*) FROM pools po WHERE po.assigned > po.capacity OR po.assigned <>
                (SELECT COUNT(*) FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NULL)",
        )
        .await;
    assert_eq!(wrong, 0);
}

#[both_engines]
async fn the_last_seat_goes_to_one_of_two(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 1).await, app.users::<2>().await);
    let app = Arc::new(app);
    let (done, refused) = all_at_once(&app, people.map(|person| (pool, person, true)).to_vec()).await;
    assert_eq!((done, refused), (1, vec!["no-free-seat"]));
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 1);
    is_consistent(&app).await;
}

#[both_engines]
async fn forty_people_want_seven_seats(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 7).await, app.users::<40>().await);
    let app = Arc::new(app);
    let (done, refused) = all_at_once(&app, people.map(|person| (pool, person, true)).to_vec()).await;
    assert_eq!((done, refused), (7, vec!["no-free-seat"; 33]));
    assert_eq!(app.see(pool).await.assigned, 7);
    is_consistent(&app).await;
}

#[both_engines]
async fn twenty_admins_give_ada_the_same_seat(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 9).await, app.user("Ada", "Berg").await);
    let app = Arc::new(app);
    let (done, refused) = all_at_once(&app, vec![(pool, ada, true); 20]).await;
    assert_eq!((done, refused), (1, vec!["already-assigned"; 19]));
    is_consistent(&app).await;
}

#[both_engines]
async fn giving_and_taking_back_the_same_seat_keeps_the_count(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 3).await, app.users::<4>().await);
    let app = Arc::new(app);
    let asks = (0..80).map(|n| (pool, people[n % 4], n / 4 % 2 == 0)).collect();
    let (done, refused) = all_at_once(&app, asks).await;
    assert_eq!(done + refused.len(), 80);
    let known = ["no-free-seat", "already-assigned", "not-assigned"];
    assert!(refused.iter().all(|code| known.contains(code)), "{refused:?}");
    is_consistent(&app).await;
}

#[both_engines]
async fn several_products_at_once_cross_each_other_and_the_lanes(app: TestApp) {
    let pools = [app.pool(app.ritbord, 5).await, app.pool(app.fasad, 5).await];
    let people = app.users::<12>().await;
    let (app, mut running) = (Arc::new(app), JoinSet::new());
    for (at, person) in people.into_iter().enumerate() {
        let app = app.clone();
        running.spawn(async move {
            let team = app.team;
            let chosen = if at % 2 == 0 { pools.to_vec() } else { vec![pools[1], pools[0]] };
            let both =
                move |cx: &mut store::Command| seats::assign_products(cx, team, person, &chosen).map(|_| ());
            let one = move |cx: &mut store::Command| {
                seats::assign_seat(cx, seats::AssignSeat { pool: pools[at % 4 / 2], person }).map(|_| ())
            };
            match at % 3 {
                0 => app.db.command_on(pools[at % 4 / 2], &app.maja, one).await,
                _ => app.db.command(&app.maja, both).await,
            }
        });
    }
    let outcomes: Vec<_> = running.join_all().await;
    assert!(outcomes.iter().all(|outcome| outcome.as_ref().err().is_none_or(|e| e.code() == "no-free-seat")));
    assert!(app.see(pools[0]).await.free() == 0 || app.see(pools[1]).await.free() == 0);
    is_consistent(&app).await;
}

#[both_engines]
async fn a_seat_that_is_given_while_ada_leaves_does_not_stay_behind(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 9).await, app.user("Ada", "Berg").await);
    let (app, team) = (Arc::new(app), app_team);
    let mut running = JoinSet::new();
    for at in 0..12 {
        let app = app.clone();
        running.spawn(async move {
            let team = team(&app);
            let give = move |cx: &mut store::Command| {
                seats::assign_seat(cx, seats::AssignSeat { pool, person: ada }).map(|_| ())
            };
            let leave = move |cx: &mut store::Command| seats::leave_team(cx, team, ada).map(|_| ());
            match at {
                6 => app.db.command(&app.maja, leave).await.expect("nothing is in the way of leaving"),
                _ => app.db.command_on(pool, &app.maja, give).await.unwrap_or_default(),
            }
        });
    }
    running.join_all().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM assignments").await, 0);
    is_consistent(&app).await;
}

fn app_team(app: &TestApp) -> kernel::TeamId {
    app.team
}
