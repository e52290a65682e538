//! Seats come with orders and go with their end; nothing that an admin did disappears.

use crate::TestApp;
use kernel::clock::minutes;
use std::sync::Arc;
use testkit::{at_once, both_engines};

#[both_engines]
async fn fewer_seats_suspend_those_who_came_last_and_more_bring_back_the_first(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 4).await, app.users::<4>().await);
    for person in people {
        app.assign(pool, &[person]).await.unwrap();
        app.wait(minutes(1));
    }
    app.pool(app.ritbord, 2).await;
    assert_eq!(app.holders(pool).await, (people[..2].to_vec(), people[2..].to_vec()));
    let seen = app.see(pool).await;
    assert_eq!((seen.capacity, seen.assigned, seen.suspended), (2, 2, 2));
    assert_eq!(app.assign(pool, &[people[2]]).await.unwrap_err().code(), "already-assigned");

    app.pool(app.ritbord, 3).await;
    assert_eq!(app.holders(pool).await, (people[..3].to_vec(), people[3..].to_vec()));
    app.pool(app.ritbord, 0).await;
    assert_eq!(app.holders(pool).await, (vec![], people.to_vec()));
    app.pool(app.ritbord, 9).await;
    assert_eq!(app.holders(pool).await, (people.to_vec(), vec![]));
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'seat.suspended'").await, 5);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'seat.resumed'").await, 5);
}

#[both_engines]
async fn orders_add_up_and_never_fall_below_nothing(app: TestApp) {
    let (team, offering) = (app.team, app.ritbord.offering);
    let add = |delta| app.db.command(&app.maja, move |cx| seats::add_capacity(cx, team, offering, delta));
    let pool = add(3).await.unwrap();
    assert_eq!((add(4).await.unwrap(), app.see(pool).await.capacity), (pool, 7));
    add(-100).await.unwrap();
    assert_eq!(app.see(pool).await.capacity, 0);
    assert!(add(i64::MAX).await.is_ok() && add(1).await.is_err(), "a pool beyond counting is refused");
}

#[both_engines]
async fn two_orders_that_make_the_same_pool_make_one(app: TestApp) {
    let (team, offering) = (app.team, app.ritbord.offering);
    let app = Arc::new(app);
    let mut pools = at_once(&app, 16, |app, _| async move {
        let order = move |cx: &mut store::Command| seats::add_capacity(cx, team, offering, 5);
        app.db.command(&app.maja, order).await.expect("an order")
    })
    .await;
    pools.dedup();
    assert_eq!(pools.len(), 1);
    assert_eq!(app.see(pools[0]).await.capacity, 80);
}
