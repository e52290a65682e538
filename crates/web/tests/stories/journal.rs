//! What stands in the log: enough to find a fault, nothing that lets anybody in.

use crate::world::World;
use axum::http::StatusCode;

#[tokio::test]
async fn a_fault_is_logged_by_its_route_and_not_by_the_path_with_the_token() {
    let world = World::new();
    let answer = world.get("/welcome/lnk_4f1d0b?ticket=99aa").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    let log = world.log.lines().join("\n");
    assert!(log.contains("the roof leaks") && log.contains("route=\"/welcome/{token}\""), "{log}");
    assert!(!log.contains("lnk_4f1d0b") && !log.contains("99aa"), "{log}");
}

#[tokio::test]
async fn each_request_leaves_one_line_with_its_route_status_and_time() {
    let world = World::new();
    world.get("/?q=maja@bygg.example").await;
    let lines = world.log.lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    for part in ["INFO", "request=\"req_", "method=\"GET\"", "route=\"/\"", "status=200", "ms=0", "answered"]
    {
        assert!(lines[0].contains(part), "{part}: {}", lines[0]);
    }
    assert!(!lines[0].contains("maja"), "{}", lines[0]);
}

#[tokio::test]
async fn an_address_that_nobody_has_is_not_logged_either() {
    let world = World::new();
    assert_eq!(world.get("/welcom/lnk_4f1d0b").await.status, StatusCode::NOT_FOUND);
    let lines = world.log.lines();
    assert!(lines.len() == 1 && lines[0].contains("route=\"-\" status=404"), "{lines:?}");
}
