//! The first operator, made from the terminal.

use crate::house::{House, OPERATOR, PASSWORD, said};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use std::{ffi::OsStr, fs, process::Output};
use testkit::both_engines;
use tower::ServiceExt;

fn init(house: &House, email: &str, password: &str) -> Output {
    let secret = house.ground.folder().join("another-password");
    fs::write(&secret, password).expect("a password");
    house.platsd("init", [OsStr::new("--email"), email.as_ref(), "--password-file".as_ref(), secret.as_ref()])
}

#[both_engines]
async fn there_is_one_first_operator_and_a_refusal_is_a_sentence(house: House) {
    let again = init(&house, "second@nordkad.example", "sju rostiga spikar i taket\n");
    assert!(!again.status.success());
    assert!(said(&again).contains("There is an operator already"), "{}", said(&again));
    let nobody = init(&house, "no address", "sju rostiga spikar i taket\n");
    assert!(said(&nobody).contains("email: "), "{}", said(&nobody));
    let missing =
        house.platsd("init", ["--email", OPERATOR, "--password-file", "/nowhere/at/all"].map(OsStr::new));
    assert!(said(&missing).contains("/nowhere/at/all"), "{}", said(&missing));
}

#[both_engines]
async fn the_line_break_that_echo_leaves_is_not_part_of_the_password(house: House) {
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", OPERATOR), ("password", PASSWORD)])
        .finish();
    let request = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(form));
    let answer = house.node().await.router.oneshot(request.expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
}

#[both_engines]
async fn a_password_that_is_easily_guessed_or_the_own_name_is_refused(house: House) {
    for easy in ["hunter2\n", "vendoroperator\n"] {
        let refused = init(&house, "third@nordkad.example", easy);
        assert!(!refused.status.success() && said(&refused).contains("password: "), "{}", said(&refused));
    }
}
