//! The catalog as JSON.

use crate::TestApp;
use axum::http::Method;
use kernel::Actor;
use testkit::both_engines;

#[both_engines]
async fn a_catalog_is_made_and_read_by_programs(app: TestApp) {
    app.ritbord().await;
    app.put("file", "").await;
    let offering =
        r#"{"sku":"rit-1y","product":"ritbord","name":"Ritbord, 1 år","policy":{"max_devices":2}}"#;
    let made = app.json(&app.olle, Method::POST, "/api/v1/offerings", offering).await;
    assert_eq!((made.status.as_u16(), made.header("location")), (201, "/api/v1/offerings/RIT-1Y"));
    assert_eq!(
        made.json()["policy"],
        serde_json::json!({"max_devices": 2, "offline_days": 30, "refresh_hours": 24})
    );
    let patched =
        app.json(&app.olle, Method::PATCH, "/api/v1/offerings/rit-1y", r#"{"offline_days":7}"#).await;
    assert_eq!(
        patched.json()["policy"],
        serde_json::json!({"max_devices": 2, "offline_days": 7, "refresh_hours": 24})
    );

    let releases = app.json(&app.rut, Method::GET, "/api/v1/products/ritbord/releases", "").await.json();
    assert_eq!(releases["items"][0]["builds"][0]["platform"], "windows-x64");
    let one = app.json(&app.olle, Method::GET, "/api/v1/products/ritbord/releases/2027.01", "").await;
    assert_eq!(one.json(), releases["items"][0]);
    let offerings = app.json(&app.rut, Method::GET, "/api/v1/offerings", "").await.json();
    assert_eq!(offerings["items"][0]["sku"], "RIT-1Y", "who places orders sees what can be ordered");
}

#[both_engines]
async fn lists_are_read_part_by_part(app: TestApp) {
    app.ritbord().await;
    for slug in ["fasad", "terrang"] {
        let product = format!(r#"{{"slug":"{slug}","name":"{slug}"}}"#);
        app.json(&app.olle, Method::POST, "/api/v1/products", &product).await;
    }
    let mut path = "/api/v1/products?limit=2".to_owned();
    let mut seen = vec![];
    loop {
        let answer = app.json(&app.olle, Method::GET, &path, "").await;
        let (part, link) = (answer.json(), answer.header("link"));
        let slugs =
            part["items"].as_array().unwrap().iter().map(|item| item["slug"].as_str().unwrap().to_owned());
        seen.extend(slugs);
        let Some(next) = part["next"].as_str() else { break };
        assert_eq!(link, format!("<{path}&cursor={next}>; rel=\"next\""));
        path = format!("/api/v1/products?limit=2&cursor={next}");
    }
    assert_eq!(seen, ["fasad", "ritbord", "terrang"]);
    for version in ["2027.10", "2027.9"] {
        let release = format!(r#"{{"version":"{version}","kind":"security"}}"#);
        app.json(&app.olle, Method::POST, "/api/v1/products/ritbord/releases", &release).await;
    }
    let part = app
        .json(&app.olle, Method::GET, "/api/v1/products/ritbord/releases?limit=1&cursor=2027.10", "")
        .await;
    assert_eq!(
        (part.json()["items"][0]["version"].as_str(), part.json()["next"].as_str()),
        (Some("2027.9"), Some("2027.9"))
    );
    for (wrong, code) in
        [("limit=201", "too-large"), ("cursor=%00", "unreadable"), ("after=fasad", "unknown")]
    {
        let refused = app.json(&app.olle, Method::GET, &format!("/api/v1/products?{wrong}"), "").await;
        assert_eq!(
            (refused.status.as_u16(), &refused.json()["errors"][0]["code"]),
            (422, &code.into()),
            "{wrong}"
        );
    }
}

#[both_engines]
async fn every_mistake_is_named_by_its_field(app: TestApp) {
    let product = r#"{"slug":"Rit bord","name":"","icon":"p-none"}"#;
    let refused = app.json(&app.olle, Method::POST, "/api/v1/products", product).await.json();
    let named = |errors: &serde_json::Value| {
        let errors = errors.as_array().unwrap().iter();
        errors
            .map(|e| format!("{} {}", e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(named(&refused["errors"]), ["/name missing", "/slug slug-form", "/icon unknown"]);
    let offering =
        r#"{"sku":"-","product":"x","name":"X","license_model":"floating","policy":{"refresh_hours":0}}"#;
    let refused = app.json(&app.olle, Method::POST, "/api/v1/offerings", offering).await.json();
    assert_eq!(
        named(&refused["errors"]),
        ["/sku sku-form", "/license_model unknown", "/policy/refresh_hours too-small"]
    );
}

#[both_engines]
async fn the_privacy_statement_is_for_everyone(app: TestApp) {
    app.ritbord().await;
    let path = "/api/v1/products/ritbord/privacy";
    let ask = async |rest: &str| app.json(&Actor::nobody(), Method::GET, &format!("{path}{rest}"), "").await;
    assert_eq!(ask("").await.status, 404);
    let fields = [("version", "2026-11"), ("en", "We see your device."), ("sv", "Vi ser din enhet.")];
    let published = app.visit(&app.olle, "/vendor/products/ritbord/privacy", Some(&fields)).await;
    assert_eq!(published.status, 303, "{}", published.text());
    let swedish = ask("?language=sv-SE").await.json();
    assert_eq!(
        (swedish["text"].as_str(), swedish["version"].as_str()),
        (Some("Vi ser din enhet."), Some("2026-11"))
    );
    let other = ask("?language=fi").await.json();
    assert_eq!((other["language"].as_str(), other["product"].as_str()), (Some("en"), Some("ritbord")));
}

#[both_engines]
async fn a_privacy_statement_is_published_by_a_program(app: TestApp) {
    app.ritbord().await;
    let path = "/api/v1/products/ritbord/privacy";
    let put = async |actor: &Actor, json: &str| app.json(actor, Method::PUT, path, json).await;
    let statement = r#"{"version":"2026-11","en":"We see your device.","sv":"Vi ser din enhet."}"#;
    for _ in 0..2 {
        let answer = put(&app.olle, statement).await;
        let (status, json) = (answer.status.as_u16(), answer.json());
        assert_eq!(
            (status, json["version"].as_str(), json["language"].as_str()),
            (200, Some("2026-11"), Some("en"))
        );
    }
    let published = app.audit().await.iter().filter(|action| *action == "privacy-statement.added").count();
    assert_eq!(published, 1, "the same once more changes nothing");
    let other = put(&app.olle, r#"{"version":"2026-11","en":"We see more."}"#).await;
    assert_eq!(other.code(), (409, "statement-taken".to_owned()));
    let wrong = put(&app.olle, r#"{"version":"","en":""}"#).await.json();
    let pointers = wrong["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap());
    assert_eq!(pointers.collect::<Vec<_>>(), ["/version", "/en"]);
    for actor in [&app.rut, &app.ada] {
        assert_eq!(put(actor, statement).await.status, 404);
    }
    assert_eq!(put(&Actor::nobody(), statement).await.status, 401);
}

#[both_engines]
async fn strangers_learn_nothing_of_the_catalog(app: TestApp) {
    app.ritbord().await;
    for path in [
        "/api/v1/products",
        "/api/v1/products/ritbord",
        "/api/v1/products/ritbord/releases",
        "/api/v1/offerings",
    ] {
        assert_eq!(app.json(&app.ada, Method::GET, path, "").await.status, 404, "{path}");
        assert_eq!(app.json(&Actor::nobody(), Method::GET, path, "").await.status, 401, "{path}");
    }
    let product = r#"{"slug":"mitt","name":"Mitt"}"#;
    for actor in [&app.ada, &app.rut] {
        assert_eq!(app.json(actor, Method::POST, "/api/v1/products", product).await.status, 404);
    }
}
