//! People see their devices and free them; admins see who works offline.

use crate::{TestApp, world::DAY};
use axum::http::Method;
use kernel::{
    Actor, Timestamp,
    clock::{days, hours},
};
use testkit::both_engines;

async fn listed(app: &TestApp, actor: &Actor) -> Vec<serde_json::Value> {
    let answer = app.visit(actor, Method::GET, "/api/v1/me/devices").await;
    answer.json()["items"].as_array().unwrap().clone()
}

#[both_engines]
async fn ada_lists_her_devices_and_frees_one(app: TestApp) {
    let (_, laptop) = app.ada_with_seat().await;
    app.policy(app.ritbord, 2).await;
    let desk = app.program(&app.ada, "license").await;
    app.ask(&laptop, 1).await;
    app.wait(hours(1));
    app.ask(&desk, 2).await;
    assert_eq!(app.ask(&desk, 3).await.refusal(), (409, "too-many-devices"));

    let devices = listed(&app, &app.ada).await;
    assert_eq!(devices.len(), 2);
    assert_eq!(devices[0]["name"], "MALMO-WS-0002", "last seen first");
    assert_eq!(devices[1]["leases"][0]["product_name"], "Ritbord");
    let id = devices[1]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/me/devices/{id}");
    assert_eq!(app.visit(&app.ada, Method::DELETE, &path).await.status, 204);
    assert_eq!(app.visit(&app.ada, Method::DELETE, &path).await.status, 204, "once more changes nothing");

    assert_eq!(app.ask(&desk, 3).await.status, 201, "the place is free at once");
    assert_eq!(app.ask(&laptop, 1).await.status, 401, "and the freed device does not take it back by itself");
    let devices = listed(&app, &app.ada).await;
    let freed = devices.iter().find(|device| device["id"] == id).unwrap();
    assert_eq!(freed["in_use"], false);
    assert_eq!(freed["leases"][0]["works_until"], "2026-12-24T08:30:00Z");
    app.wait(days(30));
    app.ask(&desk, 3).await;
    assert!(listed(&app, &app.ada).await.iter().all(|device| device["id"] != id), "now it works no longer");
    let ended = ["lease.ended", "device.ended"];
    assert_eq!(app.audit().await.iter().filter(|action| ended.contains(&action.as_str())).count(), 2);
}

#[both_engines]
async fn a_device_of_somebody_else_is_not_there(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    app.ask(&program, 1).await;
    let id = listed(&app, &app.ada).await[0]["id"].as_str().unwrap().to_owned();
    let bo = app.person("bo@bygg.example").await;
    assert!(listed(&app, &bo).await.is_empty());
    for path in [format!("/api/v1/me/devices/{id}"), "/api/v1/me/devices/x".into()] {
        assert_eq!(app.visit(&bo, Method::DELETE, &path).await.refusal(), (404, "not-found"));
        assert_eq!(app.visit(&Actor::nobody(), Method::DELETE, &path).await.status, 401);
    }
    let ada = app.ada.person_id().unwrap();
    let peek = app.read(&bo, move |cx| licensing::own_devices(cx, ada)).await;
    assert_eq!(peek.unwrap_err().code(), "not-found");
    assert_eq!(app.ask(&program, 1).await.status, 200);
}

#[both_engines]
async fn what_a_program_gave_back_is_not_listed(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let lease = app.verified(&app.ask(&program, 1).await);
    app.delete_lease(&program, &lease.jti).await;
    assert!(listed(&app, &app.ada).await.is_empty());
}

#[both_engines]
async fn the_admin_sees_who_works_offline_until_when(app: TestApp) {
    let (pool, program) = app.ada_with_seat().await;
    let bo = app.person("bo@bygg.example").await;
    let people = [app.ada.person_id().unwrap(), bo.person_id().unwrap()];
    app.ask(&program, 1).await;
    let until = move |cx: &mut store::Read| licensing::offline_until(cx, pool, &people);
    let found = app.read(&app.maja, until).await.unwrap();
    let end = Timestamp::from_seconds(app.now() + 30 * DAY);
    assert_eq!((found.len(), found.get(&people[0])), (1, Some(&end)));
    assert_eq!(app.read(&bo, until).await.unwrap_err().code(), "not-found", "not for everyone to know");

    app.release(pool, &app.ada).await;
    app.jobs_run().await;
    assert_eq!(app.read(&app.maja, until).await.unwrap().get(&people[0]), Some(&end), "still on that device");
    app.wait(days(30));
    assert!(app.read(&app.maja, until).await.unwrap().is_empty());
}
