//! Taking back, and undoing that.

use crate::TestApp;
use kernel::{AssignmentId, Kind, PoolId, Result, clock::minutes};
use testkit::both_engines;

async fn restore(app: &TestApp, pool: PoolId, release: AssignmentId) -> Result<usize> {
    app.db.command_on(pool, &app.maja, move |cx| seats::restore_seats(cx, pool, release)).await
}

#[both_engines]
async fn a_seat_that_is_taken_back_is_free_for_bob(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 1).await, app.users::<2>().await);
    app.assign(pool, &[ada]).await.unwrap();
    assert_eq!(app.assign(pool, &[bob]).await.unwrap_err().code(), "no-free-seat");
    app.release(pool, &[ada]).await.unwrap();
    assert_eq!(app.release(pool, &[ada]).await.unwrap_err().code(), "not-assigned");
    assert_eq!(app.assign(pool, &[bob]).await.unwrap(), 1);
    let mut log = app.audit().await;
    log.sort();
    assert_eq!(log, ["pool.capacity-changed", "seat.assigned", "seat.assigned", "seat.released"]);
}

#[both_engines]
async fn undo_gives_the_same_seats_back_as_they_were(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 3).await, app.users::<3>().await);
    app.assign(pool, &people).await.unwrap();
    let since = app.texts("SELECT id FROM assignments ORDER BY id").await;
    app.wait(minutes(5));
    let released = app.release(pool, &people[..2]).await.unwrap();
    assert_eq!((released.people.len(), app.see(pool).await.free()), (2, 2));

    assert_eq!(restore(&app, pool, released.release).await.unwrap(), 2);
    assert_eq!(app.texts("SELECT id FROM assignments ORDER BY id").await, since);
    assert_eq!(app.count("SELECT COUNT(*) FROM assignments WHERE assigned_at < 1795509300000").await, 3);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 3, "who hardly lost it hears nothing");
    assert_eq!(restore(&app, pool, released.release).await.unwrap_err().kind(), Kind::NotFound);
}

#[both_engines]
async fn undo_comes_too_late_when_the_seat_is_given_away(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 1).await, app.users::<2>().await);
    app.assign(pool, &[ada]).await.unwrap();
    let released = app.release(pool, &[ada]).await.unwrap();
    app.assign(pool, &[bob]).await.unwrap();
    assert_eq!(restore(&app, pool, released.release).await.unwrap_err().code(), "no-free-seat");

    app.release(pool, &[bob]).await.unwrap();
    app.assign(pool, &[ada]).await.unwrap();
    assert_eq!(restore(&app, pool, released.release).await.unwrap_err().code(), "already-assigned");
}

#[both_engines]
async fn a_freed_seat_goes_to_who_waits_longest_and_undo_takes_it_from_them(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 3).await, app.users::<3>().await);
    for person in people {
        app.assign(pool, &[person]).await.unwrap();
        app.wait(minutes(1));
    }
    app.pool(app.ritbord, 1).await;
    let released = app.release(pool, &people[..1]).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![people[1]], vec![people[2]]));

    assert_eq!(restore(&app, pool, released.release).await.unwrap(), 1);
    assert_eq!(app.holders(pool).await, (vec![people[0]], people[1..].to_vec()));
    assert_eq!(app.see(pool).await.assigned, 1);
}

#[both_engines]
async fn a_suspended_seat_can_be_taken_back_and_restored_too(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 2).await, app.users::<2>().await);
    app.assign(pool, &[ada]).await.unwrap();
    app.wait(minutes(1));
    app.assign(pool, &[bob]).await.unwrap();
    app.pool(app.ritbord, 1).await;
    let released = app.release(pool, &[bob]).await.unwrap();
    assert_eq!((app.see(pool).await.assigned, app.see(pool).await.suspended), (1, 0));
    restore(&app, pool, released.release).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![ada], vec![bob]));

    let released = app.release(pool, &[bob]).await.unwrap();
    app.pool(app.ritbord, 2).await;
    restore(&app, pool, released.release).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![ada, bob], vec![]), "there is a seat for him now");
}

#[both_engines]
async fn who_leaves_the_team_leaves_all_seats(app: TestApp) {
    let pools = [app.pool(app.ritbord, 2).await, app.pool(app.fasad, 2).await];
    let ada = app.user("Ada", "Berg").await;
    for pool in pools {
        app.assign(pool, &[ada]).await.unwrap();
    }
    let team = app.team;
    let leave = move |cx: &mut store::Command| seats::leave_team(cx, team, ada);
    assert_eq!(app.db.command(&app.maja, leave).await.unwrap(), 2);
    assert_eq!(app.db.command(&app.maja, leave).await.unwrap_err().kind(), Kind::NotFound, "once is enough");
    assert_eq!((app.see(pools[0]).await.assigned, app.see(pools[1]).await.assigned), (0, 0));
}
