//! Many at once: never more devices than allowed, never two leases for one.

use crate::{
    TestApp,
    world::{Program, request},
};
use std::sync::Arc;
use testkit::both_engines;
use tokio::task::JoinSet;

/// All at the same time, on two nodes, half of them through the lanes and half as single commands.
async fn all_at_once(app: &Arc<TestApp>, program: &Program, devices: Vec<u64>) -> (usize, Vec<&'static str>) {
    let token = accounts::oauth::ProgramToken {
        person: app.ada.person_id().unwrap(),
        email: "ada@bygg.example".into(),
        client_id: "ritbord".into(),
        product: None,
        scopes: "license".parse().unwrap(),
        consent: program.consent,
    };
    let mut running = JoinSet::new();
    for (at, device) in devices.into_iter().enumerate() {
        let (app, person) = (app.clone(), token.person);
        let sent: wire::NewLease = serde_json::from_value(request(device)).unwrap();
        let ask = licensing::AskForLease::read(&token, &sent, None).unwrap();
        running.spawn(async move {
            let verb = move |cx: &mut store::Command| licensing::grant_lease(cx, &ask);
            match at % 4 {
                0 => app.db.command_on(person, &app.ada, verb).await,
                1 => app.db.command(&app.ada, verb).await,
                2 => app.node.command_on(person, &app.ada, verb).await,
                _ => app.node.command(&app.ada, verb).await,
            }
        });
    }
    let outcomes = running.join_all().await;
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    (done, outcomes.into_iter().filter_map(|outcome| outcome.err()).map(|error| error.code()).collect())
}

const OPEN: &str = "SELECT COUNT(*) FROM leases WHERE ended_at IS NULL";

#[both_engines]
async fn twenty_devices_want_three_places(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let app = Arc::new(app);
    let (done, refused) = all_at_once(&app, &program, (1..=20).collect()).await;
    assert_eq!((done, refused), (3, vec!["too-many-devices"; 17]));
    assert_eq!(app.count(OPEN).await, 3);
}

#[both_engines]
async fn nineteen_devices_want_the_place_that_is_left(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    app.policy(app.ritbord, 2).await;
    app.ask(&program, 100).await;
    let app = Arc::new(app);
    let (done, refused) = all_at_once(&app, &program, (1..=19).collect()).await;
    assert_eq!((done, refused), (1, vec!["too-many-devices"; 18]));
    assert_eq!(app.count(OPEN).await, 2);
}

#[both_engines]
async fn one_device_asks_twenty_times_at_once(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let app = Arc::new(app);
    let (done, refused) = all_at_once(&app, &program, vec![1; 20]).await;
    assert_eq!((done, refused), (20, vec![]));
    assert_eq!(app.count(OPEN).await, 1);
    assert_eq!(app.count("SELECT seq FROM leases").await, 20, "each of them got a number of its own");
    assert_eq!(app.audit().await, ["privacy.accepted", "lease.given"]);
}

#[both_engines]
async fn a_seat_is_taken_back_while_devices_ask(app: TestApp) {
    let (pool, program) = app.ada_with_seat().await;
    let app = Arc::new(app);
    let taking = {
        let app = app.clone();
        tokio::spawn(async move { app.release(pool, &app.ada).await })
    };
    let (done, refused) = all_at_once(&app, &program, (1..=12).map(|n| n % 3).collect()).await;
    taking.await.unwrap();
    assert_eq!(done + refused.len(), 12);
    assert!(refused.iter().all(|code| *code == "seat-taken-back"), "{refused:?}");
    app.jobs_run().await;
    assert_eq!(app.count(OPEN).await, 0, "whoever slipped in was ended afterwards");
}
