//! A form that the page of another site sends is refused, with a word on what to do.

use crate::world::{Answer, PUBLIC_URL, World};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

async fn send(world: &World, path: &str, origin: &str, language: &str) -> Answer {
    let site = if origin == PUBLIC_URL { "same-origin" } else { "cross-site" };
    let request = Request::post(path)
        .header(header::ORIGIN, origin)
        .header("sec-fetch-site", site)
        .header(header::ACCEPT_LANGUAGE, language)
        .body(Body::empty());
    world.ask(request.unwrap()).await
}

#[tokio::test]
async fn a_form_from_another_site_gets_a_page_that_says_what_to_do() {
    let world = World::new();
    let page = send(&world, "/lines", "https://prizes.example", "en").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.kind().starts_with("text/html"), "{}", page.kind());
    assert!(page.body.contains("Open the page here anew, and send the form from there"), "{}", page.body);
    let page = send(&world, "/lines", "https://prizes.example", "sv").await;
    assert!(page.body.contains("Öppna sidan här på nytt"), "{}", page.body);
}

#[tokio::test]
async fn to_the_api_it_is_a_problem_with_a_code() {
    let world = World::new();
    let problem = send(&world, "/api/v1/lines", "https://prizes.example", "en").await;
    assert_eq!((problem.status, problem.kind()), (StatusCode::FORBIDDEN, "application/problem+json"));
    assert!(problem.body.contains("\"code\":\"form-from-elsewhere\""), "{}", problem.body);
}

#[tokio::test]
async fn the_own_forms_pass() {
    let world = World::new();
    let answer = send(&world, "/lines", PUBLIC_URL, "en").await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "kept"));
}
