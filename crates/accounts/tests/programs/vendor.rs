//! The vendor registers programs.

use crate::TestApp;
use testkit::both_engines;

/// Makes Olle an operator in the database, where a visit finds roles.
async fn operator(app: &TestApp) -> String {
    let person = app.operator.person_id().unwrap();
    let hire = move |cx: &mut store::Command| {
        cx.quiet();
        let now = cx.now();
        cx.execute(
            "INSERT INTO staff (person_id, role, created_at) VALUES ($1, 'operator', $2)",
            &[&person, &now],
        )
    };
    app.command(&app.operator, hire).await.unwrap();
    app.session(person).await
}

#[both_engines]
async fn olle_registers_a_site_and_changes_its_secret(app: TestApp) {
    let olle = operator(&app).await;
    let list = app.get_as(&olle, "/vendor/programs").await;
    assert!(
        list.body.contains("Ritbord") && list.body.contains("Nordkad&#39;s shop")
            || list.body.contains("Nordkad's shop")
    );
    assert!(app.get_as(&olle, "/vendor/programs/new").await.body.contains("http://127.0.0.1/callback"));
    let fields = |id: &'static str| {
        [
            ("name", "Forum"),
            ("client_id", id),
            ("kind", "confidential"),
            ("redirect_uris", "https://forum.example/in\r\nhttps://forum.example/in2"),
            ("scopes", "openid"),
            ("scopes", "profile"),
        ]
    };
    let made = app.submit_as(&olle, "/vendor/programs", &fields("forum")).await;
    let secret = |body: &str| body.split("plats_cs_").nth(1).map(|rest| rest[..60].to_owned());
    let first = secret(&made.body).expect("shown once");
    let page = app.get_as(&olle, "/vendor/programs/forum").await;
    assert!(page.body.contains("https://forum.example/in2") && secret(&page.body).is_none());
    let changed = app.submit_as(&olle, "/vendor/programs/forum/secret", &[]).await;
    let second = secret(&changed.body).expect("shown once");
    assert_ne!(first, second);
    for (known, status) in [(first, 401), (second, 400)] {
        let secret = format!("plats_cs_{known}");
        let fields = [("client_id", "forum"), ("client_secret", secret.as_str()), ("grant_type", "password")];
        let answer = app.call("/oauth/introspect", &[&fields[..], &[("token", "x")]].concat()).await;
        assert_eq!(answer.status, if status == 401 { 401 } else { 200 }, "{}", answer.body);
    }

    let taken = app.submit_as(&olle, "/vendor/programs", &fields("ritbord")).await;
    assert_eq!(taken.status, 409);
    assert!(taken.body.contains("This client ID is taken already") && taken.body.contains("value=\"Forum\""));
    let bad =
        app.submit_as(&olle, "/vendor/programs", &[("kind", "public"), ("redirect_uris", "ftp://x")]).await;
    assert_eq!(bad.status, 422);
    assert_eq!(app.submit_as(&olle, "/vendor/programs/ritbord/secret", &[]).await.status, 409);
    assert_eq!(app.get_as(&olle, "/vendor/programs/none").await.status, 404);
}

#[both_engines]
async fn the_same_by_the_api(app: TestApp) {
    operator(&app).await;
    let body = r#"{"client_id":"fasad","name":"Fasad","product":"fasad","kind":"public",
        "redirect_uris":["http://127.0.0.1/callback"],"scopes":["openid","license"]}"#;
    let made = app.json("/api/v1/programs", body).await;
    assert_eq!((made.status, &made.json()["program"]["client_id"]), (201, &"fasad".into()), "{}", made.body);
    assert!(made.json().get("client_secret").is_none());
    assert_eq!(app.json("/api/v1/programs", body).await.status, 409);
    let bad = app.json("/api/v1/programs", r#"{"client_id":"","name":"","kind":"x","scopes":[]}"#).await;
    assert_eq!((bad.status, bad.json()["errors"].as_array().unwrap().len()), (422, 4), "{}", bad.body);
    assert_eq!(app.audit().await.iter().filter(|action| *action == "program.registered").count(), 3);
}

#[both_engines]
async fn ada_is_not_the_vendor(app: TestApp) {
    for path in ["/vendor/programs", "/vendor/programs/new", "/vendor/programs/ritbord", "/api/v1/programs"] {
        assert_eq!(app.page(path).await.status, 404, "{path}");
    }
    for path in ["/vendor/programs", "/vendor/programs/shop/secret"] {
        assert_eq!(app.submit(path, &[("name", "x")]).await.status, 404, "{path}");
    }
}
