//! Servers that cannot now, break off, or are something else; played by a script of answers.

use crate::world::{Machine, Said, order, run};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    thread::{self, JoinHandle},
};

/// Answers one connection after the other, each from the script, and remembers what came over it.
struct Script {
    url: String,
    played: JoinHandle<Vec<String>>,
}

impl Script {
    fn of(answers: &'static [&'static str]) -> Script {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let play = move |answer: &&str| play(&mut listener.accept().unwrap().0, answer);
        Script { url, played: thread::spawn(move || answers.iter().map(play).collect()) }
    }

    fn plats(&self, arguments: &[&str], input: &str) -> Said {
        let machine = Machine::new();
        let mut plats = machine.plats(arguments);
        run(plats.env("PLATS_SERVER", &self.url).env("PLATS_API_KEY", "plats_key_x"), input)
    }

    /// Every answer was called for.
    fn asked(self) -> Vec<String> {
        self.played.join().unwrap()
    }
}

fn play(stream: &mut TcpStream, answer: &str) -> String {
    let mut asked = read(stream);
    stream.write_all(answer.as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    stream.read_to_string(&mut asked).unwrap();
    asked
}

fn read(stream: &mut TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        head.push_str(&line);
    }
    // A body that is announced comes when it is called for, and here nobody calls.
    if !head.to_lowercase().contains("expect: 100-continue") {
        reader.read_exact(&mut vec![0; length]).unwrap();
    }
    head
}

const BUSY: &str = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const LATER: &str =
    "HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const NOTHING: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\
    Connection: close\r\n\r\n{\"items\":[]}";
const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\
    Connection: close\r\n\r\n<p>Hello!";
const MOVED: &str = "HTTP/1.1 308 Moved\r\nLocation: https://new.example/x\r\nContent-Length: 0\r\n\
    Connection: close\r\n\r\n";
/// Until the connection ends.
const FAULT: &str = "HTTP/1.1 500 Oh\r\nContent-Type: application/problem+json\r\nConnection: close\r\n\r\n\
    {\"type\":\"urn:plats:problem:internal\",\"title\":\"Something went wrong.\",\"status\":500,\
    \"code\":\"internal\",\"request_id\":\"req-7\"}";
const BROKEN: &str = "";
/// Until the connection ends.
const RELEASE: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n\
    {\"id\":\"rel_1\",\"product\":\"ritbord\",\"version\":\"2027.1\",\"kind\":\"update\",\"notes\":\"\",\
    \"released_at\":\"2026-11-24T08:30:00Z\",\"builds\":[]}";
const REFUSED: &str = "HTTP/1.1 422 No\r\nContent-Type: application/problem+json\r\nConnection: close\r\n\r\n\
    {\"type\":\"urn:plats:problem:x\",\"title\":\"Not this one.\",\"status\":422,\"code\":\"x\"}";

#[test]
fn a_busy_server_is_asked_again_when_it_says_so() {
    let script = Script::of(&[BUSY, BUSY, NOTHING]);
    assert_eq!(script.plats(&["product", "list"], "").fine(), "There is nothing.\n");
    assert_eq!(script.asked().len(), 3);
}

#[test]
fn the_same_order_is_sent_again_and_a_new_product_is_not() {
    let script = Script::of(&[BUSY, BUSY, BUSY, BUSY]);
    script.plats(&["order", "place", "-"], &order("PO-1").to_string()).failed(3);
    assert_eq!(script.asked().len(), 4);
    let script = Script::of(&[BUSY]);
    let said = script.plats(&["product", "create", "x", "--name", "X"], "").failed(3);
    assert!(said.contains("cannot answer now (status 503)"), "{said}");
    let script = Script::of(&[BROKEN]);
    let said = script.plats(&["product", "create", "x", "--name", "X"], "").failed(3);
    assert!(said.contains("Look whether it was done"), "{said}");
}

#[test]
fn who_asks_for_more_patience_than_a_minute_is_asked_another_time() {
    let script = Script::of(&[LATER]);
    script.plats(&["product", "list"], "").failed(3);
    assert_eq!(script.asked().len(), 1);
}

#[test]
fn a_connection_that_breaks_off_is_tried_again() {
    let script = Script::of(&[BROKEN, NOTHING]);
    script.plats(&["product", "list"], "").fine();
}

#[test]
fn a_server_that_is_no_plats_or_is_elsewhere_is_told() {
    let said = Script::of(&[PAGE]).plats(&["product", "list", "--json"], "").failed(3);
    assert!(said.contains("does not answer like a Plats server"), "{said}");
    let script = Script::of(&[MOVED]);
    let said = script.plats(&["product", "list"], "").failed(3);
    assert!(said.contains("https://new.example/x"), "{said}");
    assert_eq!(script.asked().len(), 1);
}

#[test]
fn a_fault_is_told_with_its_name_in_the_servers_log() {
    let said = Script::of(&[FAULT]).plats(&["product", "list"], "").failed(3);
    assert!(said.contains("Something went wrong.") && said.contains("req-7"), "{said}");
}

#[test]
fn every_request_says_who_asks_in_which_language() {
    let script = Script::of(&[NOTHING]);
    let machine = Machine::new();
    let mut plats = machine.plats(&["product", "list"]);
    plats.env("PLATS_SERVER", &script.url).env("PLATS_API_KEY", "plats_key_x").env("LC_ALL", "sv_SE.UTF-8");
    assert_eq!(run(&mut plats, "").fine(), "Det finns ingenting.\n");
    let asked = script.asked().concat().to_lowercase();
    assert!(asked.contains("accept-language: sv-se\r\n"), "{asked}");
    assert!(asked.contains("authorization: bearer plats_key_x\r\n"), "{asked}");
}

const ARRIVED: &str = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n\
    {\"id\":\"bld_1\",\"platform\":\"windows-x64\",\"language\":\"mul\",\"file_name\":\"Setup.msi\",\"size\":3,\
    \"sha256\":\"00ff\",\"created_at\":\"2026-11-24T08:30:00Z\"}";

#[test]
fn a_server_that_stores_another_file_is_not_believed() {
    let machine = Machine::new();
    let file = machine.file("Setup.msi", "MSI");
    let publish = ["publish", "ritbord", "2027.1", "--platform", "windows-x64", "--language", "mul", &file];
    let said = Script::of(&[RELEASE, ARRIVED]).plats(&publish, "").failed(3);
    assert!(said.contains("another file than was sent (SHA-256 00ff instead of "), "{said}");
}

/// `Expect: 100-continue`: of a refused file not a byte is sent.
#[test]
fn a_file_waits_until_the_server_wants_it() {
    let script = Script::of(&[RELEASE, REFUSED]);
    let machine = Machine::new();
    let file = machine.file("Setup.msi", "MSI".repeat(1_000_000));
    let place = ["--platform", "windows-x64", "--language", "mul", &file];
    let said = script.plats(&[&["publish", "ritbord", "2027.1"], &place[..]].concat(), "").failed(1);
    assert_eq!(said, "plats: Not this one.\n");
    let asked = script.asked();
    assert!(asked[1].contains("2027.1/builds/windows-x64/mul?file_name=Setup.msi "), "{}", asked[1]);
    assert!(asked[1].to_lowercase().contains("content-length: 3000000\r\n"), "{}", asked[1]);
    assert!(!asked[1].contains("MSI"));
}

/// Less than it announces.
const CUT_OFF: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\
    Connection: close\r\n\r\nEmail\r\n";

#[test]
fn a_file_that_breaks_off_leaves_the_older_one() {
    let script = Script::of(&[BUSY, CUT_OFF]);
    let machine = Machine::new();
    let file = machine.file("to-mend.csv", "an older one");
    let said = script.plats(&["import", "to-mend", "imp_1", "-o", &file], "").failed(3);
    assert!(said.contains("broke off on its way"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "an older one");
    assert_eq!(script.asked().len(), 2);
}

/// Until the connection ends.
const LOOKING: &str = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n\
    {\"id\":\"imp_1\",\"team\":\"team_1\",\"act\":\"invite\",\"state\":\"looking\",\"rows\":{\"read\":2},\
    \"seats\":{},\"made_at\":\"2026-11-24T08:30:00Z\",\"made_by\":\"key_1\"}";
const READY: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n\
    {\"id\":\"imp_1\",\"team\":\"team_1\",\"act\":\"invite\",\"state\":\"ready\",\"rows\":{\"planned\":2},\
    \"seats\":{},\"made_at\":\"2026-11-24T08:30:00Z\",\"made_by\":\"key_1\"}";

#[test]
fn an_import_is_asked_after_until_it_is_ready() {
    let script = Script::of(&[LOOKING, LOOKING, BUSY, READY]);
    let create = ["import", "create", "-", "--team", "team_1", "--act", "invite"];
    let said = script.plats(&create, "kalle@bygg.example\n").fine();
    assert!(said.starts_with("Invite people imp_1: nothing has happened yet\n"), "{said}");
    let asked = script.asked();
    assert!(asked[0].starts_with("POST /api/v1/teams/team_1/imports?act=invite&"), "{}", asked[0]);
    assert!(asked[0].to_lowercase().contains("transfer-encoding: chunked\r\n"), "{}", asked[0]);
    assert!(asked[1..].iter().all(|ask| ask.starts_with("GET /api/v1/imports/imp_1 ")), "{asked:?}");
}

#[test]
fn a_table_that_is_refused_at_the_door_stays_at_home() {
    let script = Script::of(&[REFUSED]);
    let machine = Machine::new();
    let file = machine.file("people.csv", "kalle@bygg.example\n".repeat(100_000));
    let create = ["import", "create", &file, "--team", "team_1", "--act", "remove", "--yes"];
    assert_eq!(script.plats(&create, "").failed(1), "plats: Not this one.\n");
    let asked = script.asked();
    assert!(asked[0].contains("file_name=people.csv ") && !asked[0].contains("kalle"), "{}", asked[0]);
}
