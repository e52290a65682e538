//! Leases that end before their time.

use crate::TestApp;
use kernel::{PoolId, TeamId};
use seats::moving::{self, Whose};
use store::Command;
use testkit::both_engines;

const OPEN: &str = "SELECT COUNT(*) FROM leases WHERE ended_at IS NULL";

#[both_engines]
async fn a_seat_that_is_taken_back_ends_its_leases(app: TestApp) {
    let (pool, program) = app.ada_with_seat().await;
    for device in 1..=2 {
        app.ask(&program, device).await;
    }
    app.release(pool, &app.ada).await;
    app.jobs_run().await;
    assert_eq!(app.count(OPEN).await, 0);
    assert_eq!(app.ask(&program, 1).await.refusal(), (403, "seat-taken-back"));

    app.assign(pool, &app.ada).await;
    let lease = app.verified(&app.ask(&program, 1).await);
    assert_eq!((lease.epoch, lease.seq), (1, 2), "earlier leases are told from this one");
}

#[both_engines]
async fn a_seat_on_hold_ends_its_leases(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    app.ask(&program, 1).await;
    app.pool(app.ritbord, 0).await;
    app.jobs_run().await;
    assert_eq!(app.count(OPEN).await, 0);
    app.pool(app.ritbord, 1).await;
    assert_eq!(app.ask(&program, 1).await.status, 201);
}

#[both_engines]
async fn a_seat_that_came_back_before_anybody_looked_keeps_the_lease(app: TestApp) {
    let (pool, program) = app.ada_with_seat().await;
    let lease = app.verified(&app.ask(&program, 1).await);
    app.release(pool, &app.ada).await;
    app.assign(pool, &app.ada).await;
    app.jobs_run().await;
    let next = app.verified(&app.ask(&program, 1).await);
    assert_eq!((next.jti, next.epoch), (lease.jti, 0));
}

#[both_engines]
async fn a_program_that_is_signed_out_holds_no_lease(app: TestApp) {
    let (_, laptop) = app.ada_with_seat().await;
    let desk = app.program(&app.ada, "license").await;
    app.ask(&laptop, 1).await;
    app.ask(&desk, 2).await;
    app.end_program(&app.ada, &laptop).await;
    app.jobs_run().await;
    assert_eq!(app.count(OPEN).await, 1);
    assert_eq!(app.ask(&laptop, 1).await.status, 401);
    assert_eq!(app.ask(&desk, 2).await.status, 200, "the other device works on");
}

#[both_engines]
async fn seats_of_others_and_of_other_products_are_left_alone(app: TestApp) {
    let (pool, ada) = app.ada_with_seat().await;
    let bo = app.person("bo@bygg.example").await;
    app.assign(pool, &bo).await;
    let program = app.program(&bo, "license").await;
    app.ask(&ada, 1).await;
    let lease = app.verified(&app.ask(&program, 1).await);
    app.release(pool, &app.ada).await;
    app.jobs_run().await;
    assert_eq!(app.verified(&app.ask(&program, 1).await).jti, lease.jti);
}

/// One seat of the pool goes to a new team with Ada.
async fn to_another_team(app: &TestApp, pool: PoolId) {
    let (organization, from, offering, ada) =
        (app.organization, app.team, app.ritbord.offering, app.ada.person_id().expect("a person"));
    let go = move |cx: &mut Command| {
        let (lund, now): (TeamId, _) = (cx.id(), cx.now());
        cx.execute(
            "INSERT INTO teams (id, organization_id, name, created_at) VALUES ($1, $2, 'Lund', $3)",
            &[&lund, &organization, &now],
        )?;
        cx.execute("UPDATE memberships SET team_id = $2 WHERE person_id = $1", &[&ada, &lund])?;
        moving::hold_seats(cx, from, lund, &[offering])?;
        let (here, there) = (seats::pool(cx, pool)?, moving::pool_of(cx, lund, offering)?.expect("a pool"));
        let pair = (&here, Some(&there), lund);
        let facts = moving::pool_facts(cx, pair, 1, &Whose::People(vec![ada]))?;
        moving::carry_out(cx, (here.id, there.id), &moving::plan(&facts))
    };
    app.system(go).await;
}

#[both_engines]
async fn who_goes_to_another_team_with_the_seat_works_on(app: TestApp) {
    let (pool, program) = app.ada_with_seat().await;
    let lease = app.verified(&app.ask(&program, 1).await);
    to_another_team(&app, pool).await;
    app.jobs_run().await;
    assert_eq!(app.count(OPEN).await, 1, "nothing ended");
    let there =
        "SELECT COUNT(*) FROM leases l JOIN pools p ON p.id = l.pool_id JOIN teams t ON t.id = p.team_id
         WHERE t.name = 'Lund'";
    assert_eq!(app.count(there).await, 1);
    let next = app.verified(&app.ask(&program, 1).await);
    assert_eq!((next.jti, next.epoch), (lease.jti, 0));
}
