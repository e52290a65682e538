//! Ritbord as a person meets it: started, asked, signed in, drawn with, started again.

#[expect(dead_code, reason = "the tests of the SDK use more of it")]
#[path = "../../../crates/client/tests/stories/fake_plats.rs"]
mod fake_plats;

use fake_plats::{DAY, FakePlats};
use lease::SigningKey;
use sha2::{Digest, Sha256};
use std::{
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command, Output, Stdio},
};
use tempfile::TempDir;

struct Story {
    plats: FakePlats,
    folder: TempDir,
}

impl Story {
    fn new() -> Self {
        let root = SigningKey::from_seed(Sha256::digest("plats demo root key, not secret").into());
        let plats = FakePlats::start(root, now());
        plats.state().interval = 1;
        Self { plats, folder: tempfile::tempdir().expect("a folder") }
    }

    fn ritbord(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ritbord"));
        command
            .args(arguments)
            .env("RITBORD_SERVER", &self.plats.url)
            .env("RITBORD_HOME", self.folder.path().join("home"))
            .env("XDG_STATE_HOME", self.folder.path().join("state"))
            .env("RITBORD_DEVICE_ID", "machine-1")
            .env("LC_ALL", "C")
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.ritbord(arguments).spawn().expect("started");
        write(&mut child, input);
        child.wait_with_output().expect("ended")
    }

    /// A first start through the printed address.
    fn first_start(&self, arguments: &[&str], input: &str) -> (i32, String) {
        let arguments = [arguments, &["--no-browser"]].concat();
        let mut child = self.ritbord(&arguments).spawn().expect("started");
        write(&mut child, input);
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        let mut text = String::new();
        let url = loop {
            let mut line = String::new();
            assert!(output.read_line(&mut line).expect("text") > 0, "no address in {text}");
            text.push_str(&line);
            if line.starts_with("http://") {
                break line.trim().to_owned();
            }
        };
        text.push_str(&self.plats.browse(&url, |url| url));
        output.read_to_string(&mut text).expect("text");
        (child.wait().expect("ended").code().expect("a code"), text)
    }
}

#[expect(clippy::disallowed_methods, reason = "the program under test reads the real clock")]
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(since.expect("after 1970").as_secs()).expect("before the end of time")
}

fn write(child: &mut Child, input: &str) {
    // A program that ends early does not read its input.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn a_first_day_at_the_table() {
    let story = Story::new();
    let (code, said) =
        story.first_start(&[], "y\nrect 0 0 9 3\ntext 2 1 hus\nshow\nsave hus.svg\nundo\nquit\n");
    assert_eq!(code, 0, "{said}");
    for words in [
        "Privacy statement (2026-10)",
        "Do you accept it? [y/N]",
        "Almost there",
        "Licensed to Maja Lindqvist until ",
        "(offline from now on works until then)",
        "││ hus    │",
        "Saved hus.svg",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let picture = std::fs::read_to_string(story.folder.path().join("hus.svg")).unwrap();
    assert!(picture.starts_with("<svg") && picture.contains(">hus</text>"));
}

#[test]
fn the_second_start_needs_no_network() {
    let story = Story::new();
    story.first_start(&["--accept-privacy"], "");
    story.plats.state().down = true;
    let again = story.run(&[], "quit\n");
    assert_eq!(again.status.code(), Some(0));
    assert!(text(&again.stdout).starts_with("Licensed to Maja Lindqvist"));
    let status = story.run(&["--status", "--language", "sv"], "");
    assert!(text(&status.stdout).starts_with("Licens för Maja Lindqvist till "));
}

#[test]
fn a_no_to_the_privacy_statement_is_the_end_of_it() {
    let story = Story::new();
    let said = story.run(&["--no-browser", "--language=sv"], "n\n");
    assert_eq!(said.status.code(), Some(3));
    assert!(text(&said.stderr).starts_with("Ingen licens (privacy-not-accepted). Läs och godkänn"));
    assert_eq!(story.plats.count("GET /authorize") + story.plats.count("POST"), 0);
}

#[test]
fn a_product_without_a_privacy_statement_asks_no_question() {
    let story = Story::new();
    story.plats.state().has_statement = false;
    let (code, said) = story.first_start(&[], "license\nquit\n");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Licensed to Maja Lindqvist until ") && !said.contains("[y/N]"), "{said}");
}

#[test]
fn a_code_instead_of_a_browser() {
    let story = Story::new();
    let said = story.run(&["--device", "--accept-privacy"], "license\n");
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    let said = text(&said.stdout);
    assert!(said.contains("on any device and enter the code BCDF-GHJK"), "{said}");
    assert_eq!(said.matches("Licensed to Maja Lindqvist").count(), 2, "{said}");
}

#[test]
fn no_seat_is_said_in_plain_words() {
    let story = Story::new();
    story.plats.state().refusal = Some("no-seat");
    let said = story.run(&["--device", "--accept-privacy", "--language=sv"], "");
    assert_eq!(said.status.code(), Some(3));
    let expected = "Ingen licens (no-seat). Du har ingen plats för det här programmet. Be din administratör";
    assert!(text(&said.stderr).starts_with(expected), "{}", text(&said.stderr));
}

#[test]
fn signing_out_ends_it() {
    let story = Story::new();
    story.run(&["--device", "--accept-privacy"], "");
    assert_eq!(text(&story.run(&["--sign-out"], "").stdout), "Signed out; your seat is free again.\n");
    let status = story.run(&["--status"], "");
    assert_eq!(status.status.code(), Some(3));
    assert!(text(&status.stderr).contains("signed-out"));
}

#[test]
fn a_lease_in_its_last_days_says_so() {
    let story = Story::new();
    story.plats.state().lease.exp = 2 * DAY;
    let said = story.run(&["--device", "--accept-privacy"], "");
    assert!(text(&said.stdout).contains("Your license holds for 2 days more"), "{}", text(&said.stdout));
}

#[test]
fn wrong_usage_has_its_own_code() {
    let story = Story::new();
    assert_eq!(story.run(&["--paint"], "").status.code(), Some(2));
    assert_eq!(story.run(&["--help"], "").status.code(), Some(0));
    let unreachable = story.run(&["--server", "http://127.0.0.1:1", "--accept-privacy"], "");
    assert_eq!(unreachable.status.code(), Some(3));
    assert!(text(&unreachable.stderr).contains("server-unreachable"));
}
