//! What the program writes to standard error, as a journal or a gatherer of logs gets it.

use crate::house::{House, PLATSD};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};
use testkit::{Engine, Ground, Setting};

/// The line that says where the server listens.
async fn first_line(house: &House, format: &str) -> String {
    let mut command = Command::new(PLATSD);
    command.arg("serve").arg("--config").arg(house.settings());
    command.env("RUST_LOG", "info").env("PLATS_LOG_FORMAT", format).env_remove("NO_COLOR");
    let mut server = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a server");
    let mut lines = BufReader::new(server.stderr.take().expect("its log")).lines();
    let line = lines.find_map(|line| line.ok().filter(|line| line.contains("Plats serves")));
    server.kill().and_then(|()| server.wait()).expect("its end");
    line.expect("a line that says so")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_is_no_terminal_has_no_colors() {
    let house = House::on(Ground::new(Engine::Sqlite)).await;
    let line = first_line(&house, "text").await;
    assert!(!line.contains('\u{1b}') && line.contains("url=\"http://localhost\""), "{line:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_for_programs_is_an_object_a_line() {
    let house = House::on(Ground::new(Engine::Sqlite)).await;
    let line = first_line(&house, "json").await;
    let line: Value = serde_json::from_str(&line).expect("JSON");
    let said = ["level", "message", "url"].map(|field| line[field].as_str().unwrap_or_default());
    assert_eq!(said, ["INFO", "Plats serves", "http://localhost"]);
    assert!(line["timestamp"].is_string());
}
