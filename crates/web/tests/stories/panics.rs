//! A handler that panics is a fault of ours, and says so.

use crate::world::World;
use axum::http::StatusCode;

#[tokio::test]
async fn whoever_meets_a_panic_gets_a_page_or_a_problem() {
    let world = World::new();
    let page = world.get("/breaks").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        page.body.contains("Something went wrong with us") && page.body.contains("req_"),
        "{}",
        page.body
    );
    let problem = world.get("/api/v1/breaks").await;
    assert_eq!(problem.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(problem.kind(), "application/problem+json");
    assert!(
        !problem.body.contains("index out of bounds"),
        "the inner message stays inside: {}",
        problem.body
    );
    let log = world.log.lines().join("\n");
    assert!(log.contains("a handler panicked: index out of bounds"), "{log}");
    assert_eq!(world.get("/").await.status, StatusCode::OK, "the house stands");
}
