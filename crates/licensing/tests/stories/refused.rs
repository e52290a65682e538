//! Every reason why there is no lease, and that a refusal leaves nothing behind.

use crate::{
    TestApp,
    world::{Program, request},
};
use axum::{
    body::Body,
    http::{Method, Request, header},
};
use kernel::Actor;
use serde_json::{Value, json};
use testkit::both_engines;

async fn rows(app: &TestApp) -> i64 {
    app.count(
        "SELECT (SELECT COUNT(*) FROM leases) + (SELECT COUNT(*) FROM devices) + (SELECT COUNT(*) FROM consents)
            + (SELECT COUNT(*) FROM license_holders)",
    )
    .await
}

#[both_engines]
async fn who_has_no_seat_hears_it(app: TestApp) {
    let program = app.program(&app.ada, "license").await;
    assert_eq!(app.ask(&program, 1).await.refusal(), (403, "no-seat"));
    assert_eq!(rows(&app).await, 0);
}

#[both_engines]
async fn a_seat_on_hold_is_no_seat(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    app.pool(app.ritbord, 0).await;
    let answer = app.ask(&program, 1).await;
    assert_eq!(answer.refusal(), (403, "no-seat"));
    assert!(answer.body.contains("on hold"), "{}", answer.body);
}

#[both_engines]
async fn a_seat_that_was_taken_back_is_named_as_such(app: TestApp) {
    let (pool, program) = app.ada_with_seat().await;
    app.release(pool, &app.ada).await;
    assert_eq!(app.ask(&program, 1).await.refusal(), (403, "seat-taken-back"));
    app.assign(pool, &app.ada).await;
    assert_eq!(app.ask(&program, 1).await.status, 201, "given again, all is well");
}

#[both_engines]
async fn the_fourth_device_is_one_too_many(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    for device in 1..=3 {
        assert_eq!(app.ask(&program, device).await.status, 201);
    }
    assert_eq!(app.ask(&program, 4).await.refusal(), (409, "too-many-devices"));
    assert_eq!(app.ask(&program, 2).await.status, 200, "those that are in stay in");
    assert_eq!(app.count("SELECT COUNT(*) FROM devices").await, 3);

    app.policy(app.ritbord, 2).await;
    let outcomes = [app.ask(&program, 1).await.status, app.ask(&program, 3).await.status];
    assert_eq!(outcomes, [200, 409], "those that came first stay");
}

#[both_engines]
async fn the_statement_in_force_has_to_be_accepted(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    for version in ["", "2026-09", "2026-10 ", "2026-1"] {
        let mut ask = request(1);
        ask["privacy"] = version.into();
        let refused = app.post_lease(&program, &ask, None).await;
        assert_eq!(refused.refusal(), (409, "privacy-not-accepted"), "{version}");
    }
    assert_eq!(rows(&app).await, 0);
    assert_eq!(app.ask(&program, 1).await.status, 201);

    let ritbord = app.ritbord.id;
    app.wait(std::time::Duration::from_secs(1));
    app.system(move |cx| {
        cx.quiet();
        let now = cx.now();
        cx.execute(
            "INSERT INTO privacy_statements (product_id, version, language, text, created_at)
             VALUES ($1, '2026-11', 'en', 'We keep more.', $2)",
            &[&ritbord, &now],
        )
    })
    .await;
    assert_eq!(
        app.ask(&program, 1).await.refusal(),
        (409, "privacy-not-accepted"),
        "a new version is asked anew"
    );
}

#[both_engines]
async fn a_token_that_is_not_ours_opens_nothing(app: TestApp) {
    let (_, ada) = app.ada_with_seat().await;
    let stranger = |token: &str| Program { token: token.into(), consent: ada.consent };
    let unknown = app.system(|cx| {
        cx.quiet();
        Ok(cx.secret("at").expose().to_owned())
    });
    for token in ["", "eyJhbGciOiJub25lIn0.e30.", "plats_at_x", &unknown.await] {
        let answer = app.ask(&stranger(token), 1).await;
        assert_eq!(answer.status, 401, "{token}");
        assert_eq!(app.delete_lease(&stranger(token), "lse_1").await.status, 401);
    }
    let bare = Request::post("/api/v1/leases").header(header::CONTENT_TYPE, "application/json");
    let bare = bare.body(Body::from(request(1).to_string())).unwrap();
    assert_eq!(app.send(bare).await.status, 401);
}

#[both_engines]
async fn a_session_in_the_browser_is_no_program(app: TestApp) {
    app.ada_with_seat().await;
    assert_eq!(app.visit(&app.ada, Method::POST, "/api/v1/leases").await.status, 401);
}

#[both_engines]
async fn a_token_without_the_scope_is_forbidden(app: TestApp) {
    app.ada_with_seat().await;
    let program = app.program(&app.ada, "openid email").await;
    assert_eq!(app.ask(&program, 1).await.refusal(), (403, "forbidden"));
}

#[both_engines]
async fn a_program_of_one_product_does_not_speak_for_another(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let pool = app.pool(app.fasad, 1).await;
    app.assign(pool, &app.ada).await;
    let mut ask = request(1);
    ask["product"] = "fasad".into();
    assert_eq!(app.post_lease(&program, &ask, None).await.refusal(), (403, "forbidden"));
}

#[both_engines]
async fn a_signed_out_program_hears_it_even_between_two_transactions(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let token = accounts::oauth::ProgramToken {
        person: app.ada.person_id().unwrap(),
        email: "ada@bygg.example".into(),
        client_id: "ritbord".into(),
        product: Some("ritbord".into()),
        scopes: "license".parse().unwrap(),
        consent: program.consent,
    };
    let sent: wire::NewLease = serde_json::from_value(request(1)).unwrap();
    let ask = licensing::AskForLease::read(&token, &sent, None).unwrap();
    app.end_program(&app.ada, &program).await;
    let refused = app.db.command(&app.ada, move |cx| licensing::grant_lease(cx, &ask)).await;
    assert_eq!(refused.unwrap_err().code(), "session-ended");
    assert_eq!(app.ask(&program, 1).await.status, 401);
}

#[both_engines]
async fn nonsense_is_refused_field_by_field(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let long = "x".repeat(100_000);
    let wrong: [(&str, Value); 9] = [
        ("/product", "".into()),
        ("/product", "'; DROP TABLE leases".into()),
        ("/version", "".into()),
        ("/version", long.clone().into()),
        ("/privacy", long.clone().into()),
        ("/device/fingerprint", "abc".into()),
        ("/device/fingerprint", "z".repeat(64).into()),
        ("/device/key", "AAAA".into()),
        ("/device/platform", "<script>".into()),
    ];
    for (pointer, value) in wrong {
        let mut ask = request(1);
        *ask.pointer_mut(pointer).unwrap() = value;
        let answer = app.post_lease(&program, &ask, None).await;
        assert_eq!(answer.refusal(), (422, "invalid-fields"), "{pointer}");
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer);
    }
    let several = json!({"product": "", "version": "", "privacy": "", "device": {
        "fingerprint": "", "key": "", "platform": ""}});
    let answer = app.post_lease(&program, &several, None).await;
    assert_eq!(answer.json()["errors"].as_array().map(Vec::len), Some(5), "all at once");
    for body in [json!({}), json!([]), Value::Null] {
        assert_eq!(app.post_lease(&program, &body, None).await.status, 422);
    }
    let unknown = {
        let mut ask = request(1);
        ask["product"] = "skiss".into();
        ask
    };
    assert_eq!(app.post_lease(&program, &unknown, None).await.refusal().0, 403, "a program of Ritbord");
    assert_eq!(app.post_lease(&program, &request(1), Some(&"k".repeat(256))).await.status, 422);
    assert_eq!(rows(&app).await, 0);
}

#[both_engines]
async fn a_strange_host_name_is_made_readable(app: TestApp) {
    let (_, program) = app.ada_with_seat().await;
    let mut ask = request(1);
    ask["device"]["name"] = format!(" WS\u{202e}-1\n\u{0} {}", "é".repeat(500)).into();
    assert_eq!(app.post_lease(&program, &ask, None).await.status, 201);
    let ada = app.ada.person_id().unwrap();
    let devices = app.read(&app.ada, move |cx| licensing::own_devices(cx, ada)).await.unwrap();
    let name = devices[0].name.clone().unwrap();
    assert!(name.starts_with("WS-1 é") && name.chars().count() <= 120, "{name}");
}

#[both_engines]
async fn nobody_reads_devices(app: TestApp) {
    let answer = app.visit(&Actor::nobody(), Method::GET, "/api/v1/me/devices").await;
    assert_eq!(answer.refusal(), (401, "sign-in-needed"));
}
