//! How the house says no to a program and to a person.

use crate::world::World;
use axum::{
    body::Body,
    http::{Request, header},
};

#[tokio::test]
async fn a_program_hears_what_is_missing_in_its_own_words() {
    let world = World::new();
    let gone = world.get("/api/v1/teams/team_x").await.json();
    assert_eq!(gone["title"], "There is no such thing, or it is not for you to know.");
    assert_eq!(gone["detail"], "Check these parts of the address, and whose key you use: team.");
    let nowhere = world.get("/api/v1/chairs").await.json();
    assert_eq!(nowhere["title"], "The API has no such address.");
    assert_eq!(nowhere["detail"], "All addresses are described in /api/v1/openapi.json.");
    for problem in [gone, nowhere] {
        assert_eq!((&problem["code"], &problem["status"]), (&"not-found".into(), &404.into()));
    }
    let page = world.get("/chairs").await;
    assert!(page.status == 404 && page.body.contains("There is no such page"), "{}", page.body);
}

#[tokio::test]
async fn a_wrong_method_hears_which_there_are() {
    let world = World::new();
    let wrong = world.get("/api/v1/lines").await;
    assert_eq!((wrong.status.as_u16(), wrong.header("allow")), (405, "POST"));
    assert_eq!(wrong.header("content-type"), "application/problem+json");
    let problem = wrong.json();
    assert_eq!((&problem["code"], &problem["status"]), (&"method-not-allowed".into(), &405.into()));
    assert_eq!(problem["title"], "This address does not offer that.");

    let page = world.get("/lines").await;
    assert_eq!((page.status.as_u16(), page.header("allow")), (405, "POST"));
    assert!(page.header("content-type").starts_with("text/html"), "{}", page.body);
    let swedish = Request::get("/lines").header(header::ACCEPT_LANGUAGE, "sv").body(Body::empty()).unwrap();
    assert!(world.ask(swedish).await.body.contains("Det går inte att göra på den här adressen"));
}
