//! A program gets its lease, the next one, and the same one again.

use crate::{
    TestApp,
    world::{DAY, HOME, key_of, request},
};
use kernel::clock::{days, hours};
use lease::{Circumstances, LeaseKind, Standing};
use std::time::Duration;
use testkit::both_engines;

#[both_engines]
async fn ada_starts_the_program_and_works(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let answer = app.ask(&program, 1).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    let lease = app.verified(&answer);

    assert_eq!((lease.iss.as_str(), lease.product.as_str(), lease.kind), (HOME, "ritbord", LeaseKind::Named));
    assert_eq!((lease.iat, lease.nbf), (app.now(), app.now()));
    assert_eq!((lease.exp, lease.grace_until), (app.now() + 30 * DAY, app.now() + 30 * DAY));
    assert_eq!(lease.refresh_after, app.now() + DAY);
    assert_eq!(lease.device, format!("{:064x}", 1));
    assert_eq!(lease.cnf.jkt, key_of(1).thumbprint());
    assert_eq!((lease.seq, lease.epoch, lease.privacy.as_str()), (1, 0, "2026-10"));
    assert!(!lease.sub.contains("user_"), "the User ID stays at home");
    let here = Circumstances {
        now: app.now(),
        high_water_mark: app.now(),
        device: &lease.device,
        product: "ritbord",
        version: "2027.1",
    };
    assert_eq!(lease.standing(here), Standing::Valid { days_left: 30 });
    assert_eq!(app.audit().await, ["privacy.accepted", "lease.given"]);
}

#[both_engines]
async fn the_next_day_the_same_lease_goes_on(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let first = app.verified(&app.ask(&program, 1).await);
    app.wait(hours(25));
    let answer = app.ask(&program, 1).await;
    let next = app.verified(&answer);
    assert_eq!((answer.status, next.seq), (200, 2));
    assert_eq!((&next.jti, &next.sub), (&first.jti, &first.sub));
    assert_eq!(next.exp, first.exp + 25 * 60 * 60);
    assert_eq!(app.audit().await, ["privacy.accepted", "lease.given"], "renewing is not news");
}

#[both_engines]
async fn a_lost_answer_is_given_again(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let first = app.post_lease(&program, &request(1), Some("one")).await;
    app.wait(Duration::from_secs(20));
    let again = app.post_lease(&program, &request(1), Some("one")).await;
    assert_eq!((again.status, &again.body), (201, &first.body), "the very same document");

    app.wait(hours(1));
    let renewed = app.post_lease(&program, &request(1), Some("two")).await;
    let repeated = app.post_lease(&program, &request(1), Some("two")).await;
    assert_eq!((renewed.status, repeated.status), (200, 200));
    assert_eq!(renewed.body, repeated.body);
    assert_eq!(app.verified(&repeated).seq, 2);

    let other = app.post_lease(&program, &request(2), Some("two")).await;
    assert_eq!(other.refusal(), (422, "idempotency-key-reused"));
}

#[both_engines]
async fn without_a_key_asking_twice_is_safe_too(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let first = app.verified(&app.post_lease(&program, &request(1), None).await);
    let again = app.verified(&app.post_lease(&program, &request(1), None).await);
    assert_eq!((first.jti, again.seq), (again.jti, 2));
}

#[both_engines]
async fn a_device_with_a_new_key_is_the_same_device(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let first = app.verified(&app.ask(&program, 1).await);
    let mut redrawn = request(1);
    redrawn["device"]["key"] = key_of(9).to_base64url().into();
    let next = app.verified(&app.post_lease(&program, &redrawn, None).await);
    assert_eq!((next.jti, next.cnf.jkt), (first.jti, key_of(9).thumbprint()));
    assert_eq!(app.count("SELECT COUNT(*) FROM devices").await, 1);
}

#[both_engines]
async fn two_people_on_one_machine_have_a_lease_each(app: TestApp) {
    let (pool, ada) = app.ada_with_seat().await;
    let bo = app.person("bo@bygg.example").await;
    app.assign(pool, &bo).await;
    let bo = app.program(&bo, "openid license").await;
    let (one, other) = (app.verified(&app.ask(&ada, 1).await), app.verified(&app.ask(&bo, 1).await));
    assert_ne!(one.jti, other.jti);
    assert_ne!(one.sub, other.sub);
    assert_eq!(app.delete_lease(&bo, &one.jti).await.refusal(), (404, "not-found"), "not Bo's to end");
}

#[both_engines]
async fn a_lease_that_ran_out_frees_its_device(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    app.policy(app.ritbord, 1).await;
    let first = app.verified(&app.ask(&program, 1).await);
    app.wait(days(29));
    assert_eq!(app.ask(&program, 2).await.refusal(), (409, "too-many-devices"));
    app.wait(days(1));
    let second = app.ask(&program, 2).await;
    assert_eq!(second.status, 201, "{}", second.body);
    assert_eq!(app.ask(&program, 1).await.refusal(), (409, "too-many-devices"));

    app.wait(days(30));
    let back = app.verified(&app.ask(&program, 1).await);
    assert_ne!(back.jti, first.jti);
    assert_eq!(back.seq, 2, "the count goes on");
}

#[both_engines]
async fn a_program_gives_its_lease_back(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    app.policy(app.ritbord, 1).await;
    let lease = app.verified(&app.ask(&program, 1).await);
    assert_eq!(app.delete_lease(&program, &lease.jti).await.status, 204);
    assert_eq!(app.delete_lease(&program, &lease.jti).await.status, 204, "once more changes nothing");
    assert_eq!(app.ask(&program, 2).await.status, 201);
    for nonsense in ["lse_1", "no", &lease.jti.replace("lse_", "dev_")] {
        assert_eq!(app.delete_lease(&program, nonsense).await.refusal(), (404, "not-found"));
    }
    assert_eq!(app.audit().await, ["privacy.accepted", "lease.given", "lease.ended", "lease.given"]);
}

#[both_engines]
async fn a_product_without_a_statement_asks_for_none(app: TestApp) {
    let pool = app.pool(app.fasad, 1).await;
    app.assign(pool, &app.ada).await;
    let program = app.program(&app.ada, "license").await;
    app.system(|cx| {
        cx.quiet();
        cx.execute("UPDATE program_grants SET client_id = 'suite'", &[])
    })
    .await;
    let mut ask = request(1);
    ask["product"] = "fasad".into();
    ask["privacy"] = "".into();
    let lease = app.verified(&app.post_lease(&program, &ask, None).await);
    assert_eq!((lease.product.as_str(), lease.privacy.as_str()), ("fasad", ""));
    assert_eq!(app.count("SELECT COUNT(*) FROM consents").await, 0);
}

#[both_engines]
async fn the_key_set_is_there_for_everyone(app: TestApp) {
    let answer = app.visit(&kernel::Actor::nobody(), axum::http::Method::GET, "/api/v1/license-keys").await;
    assert_eq!(answer.json()["keys"], app.keys.signed_set());
}
