//! A newcomer's first hour: the demo is made, everybody in it can be played, and its mails tell the story.

use axum::{
    body::Body,
    http::{Method, Request, Response, StatusCode, header},
};
use kernel::{Actor, Clock, Timestamp};
use notifications::mailbox;
use server::demo::{Demo, DemoFolder, PASSWORD};
use std::{fs, path::Path};
use store::Read;
use tempfile::TempDir;
use testkit::{MORNING, chance};
use tower::ServiceExt;

fn clock(now: Timestamp) -> Clock {
    Clock::new(move || now)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

async fn open(folder: &Path, now: Timestamp) -> Demo {
    let folder = DemoFolder::open(folder, false).expect("a folder for the demo");
    Demo::open(folder, 8123, clock(now), chance()).await.expect("a demo")
}

struct Browser<'a>(&'a Demo, Option<String>);

impl Browser<'_> {
    async fn ask(&self, method: Method, path: &str, form: Option<String>) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path);
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if let Some(cookie) = &self.1 {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(form.map_or_else(Body::empty, Body::from)).expect("a request");
        self.0.app.router.clone().oneshot(request).await.expect("an answer")
    }
    async fn page(&self, path: &str) -> String {
        let answer = self.ask(Method::GET, path, None).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        text(answer).await
    }
}

async fn text(answer: Response<Body>) -> String {
    let bytes = axum::body::to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn signed_in<'a>(demo: &'a Demo, email: &str) -> Browser<'a> {
    let form = format!("email={email}&password={}", PASSWORD.replace(' ', "+"));
    let answer = Browser(demo, None).ask(Method::POST, "/sign-in", Some(form)).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{email}");
    let cookie = answer.headers()[header::SET_COOKIE].to_str().expect("a cookie");
    Browser(demo, cookie.split(';').next().map(str::to_owned))
}

/// The first whom it names in this role.
fn named<'a>(demo: &'a Demo, role: &str) -> &'a str {
    let line = demo.words.lines().find(|line| line.trim_start().starts_with(role));
    let words = line.unwrap_or_else(|| panic!("nobody as {role}: {}", demo.words)).split_whitespace();
    words.into_iter().find(|word| word.contains('@')).expect("an address")
}

async fn read<T: store::FromRow + Send + 'static>(demo: &Demo, sql: &'static str) -> Vec<T> {
    let ask = move |cx: &mut Read| cx.all::<T>(sql, &[]);
    demo.app.db.read(&Actor::system("test"), ask).await.expect("rows")
}

#[tokio::test]
async fn everybody_who_is_named_signs_in_and_finds_what_was_said() {
    let folder = folder();
    let demo = open(folder.path(), MORNING).await;
    for (role, path, words) in [
        ("Operator", "/vendor", "Byggkonsult Öresund AB"),
        ("Operator", "/vendor/products/ritbord", "2027.1"),
        ("Partner", "/orders", "PO 4500-133"),
        ("Contract manager", "/account", "PO 4500-133"),
        ("Contract manager", "/manage/contracts", "NK-40-21877"),
        ("Primary admin", "/account", "linea.almqvist@byggkonsult.example"),
        ("Primary admin", "/account/devices", "MAJA-LAPTOP"),
        ("Secondary admin", "/account", "Ritbord"),
        ("User", "/account/products/ritbord", "SHA-256"),
    ] {
        let page = signed_in(&demo, named(&demo, role)).await.page(path).await;
        assert!(page.contains(words), "{role} {path}: no {words}");
    }
    for line in demo.words.lines().filter(|line| line.contains("@") && !line.contains("http")) {
        let email = line.split_whitespace().find(|word| word.contains('@')).expect("an address");
        signed_in(&demo, email).await.page("/account").await;
    }
    assert!(demo.words.contains("ritbord -- --server http://localhost:8123"));
    // What the sample program trusts unless it is told otherwise.
    let root = fs::read_to_string(folder.path().join("keys/root.pub")).expect("a root key");
    assert_eq!(root.trim(), "OHpdlWqjDr2e9pEyg2Np9QVc3kk98btHsKUw9kV1DwY");
}

#[tokio::test]
async fn pools_add_up_and_nothing_was_left_undone() {
    let folder = folder();
    let demo = open(folder.path(), MORNING).await;
    let pools: Vec<(i64, i64, i64, i64)> = read(
        &demo,
        "SELECT p.capacity, p.assigned,
            (SELECT count(*) FROM assignments a WHERE a.pool_id = p.id AND a.suspended_at IS NULL),
            (SELECT sum(s.quantity) FROM subscriptions s WHERE s.team_id = p.team_id
                AND s.offering_id = p.offering_id AND s.started_at IS NOT NULL AND s.ended_at IS NULL)
         FROM pools p",
    )
    .await;
    assert!(
        pools.iter().all(|(capacity, assigned, held, bought)| assigned == held && capacity == bought),
        "{pools:?}"
    );
    assert!(pools.iter().any(|(capacity, assigned, ..)| capacity == assigned), "one is full: {pools:?}");
    assert!(pools.iter().any(|(capacity, assigned, ..)| capacity > assigned), "one is not: {pools:?}");

    let people: Vec<(i64,)> = read(&demo, "SELECT count(*) FROM people").await;
    assert!((40..50).contains(&people[0].0), "{people:?}");
    let late: Vec<(String, Option<String>)> =
        read(&demo, "SELECT kind, last_error FROM jobs WHERE last_error IS NOT NULL OR dead_at IS NOT NULL")
            .await;
    assert_eq!(late, []);
    let mails: Vec<(String, i64)> = read(&demo, "SELECT status, count(*) FROM mails GROUP BY status").await;
    assert!(
        mails.contains(&("failed".into(), 1)) && mails.iter().all(|(status, _)| status != "queued"),
        "{mails:?}"
    );
    let ahead: Vec<(i64,)> = read(&demo, "SELECT max(at) FROM audit").await;
    assert!(ahead[0].0 <= MORNING.millis(), "nothing happened in the future");
    let waiting: Vec<(i64,)> =
        read(&demo, "SELECT count(*) FROM subscriptions WHERE started_at IS NULL").await;
    assert_eq!(waiting, [(1,)], "one order starts later");
}

#[tokio::test]
async fn the_mailbox_has_every_mail_and_its_links_work() {
    let folder = folder();
    let demo = open(folder.path(), MORNING).await;
    let browser = Browser(&demo, None);
    let page = browser.page("/demo/mailbox?q=elin.asp").await;
    assert!(page.contains("/demo/mailbox/mail_") && !page.contains("tariq.ahmed"), "{page}");
    let people = browser.page("/demo").await;
    assert!(people.contains(PASSWORD) && people.contains("maja.lindqvist@byggkonsult.example"));

    let mails = mailbox::list(&folder.path().join("mail")).expect("mails");
    let to = |email: &str| mails.iter().find(|mail| mail.to == email).expect("a mail");
    let welcome = mails
        .iter()
        .find(|mail| mail.to == named(&demo, "Contract manager") && mail.text.contains("/welcome/"));
    assert!(welcome.is_some(), "the first mail of the contract manager");
    for (email, status) in
        [("xiaoling.chen@fjordlys.example", 200), ("valdemar.antonsson@byggkonsult.example", 410)]
    {
        let link = to(email).link.clone().expect("a link");
        let path = link.strip_prefix("http://localhost:8123").expect("a link to the demo").to_owned();
        let answer = browser.ask(Method::GET, &path, None).await;
        assert_eq!(answer.status().as_u16(), status, "{email}");
    }

    let path = format!("/demo/mailbox/{}", to("xiaoling.chen@fjordlys.example").id);
    let around = browser.ask(Method::GET, &path, None).await;
    assert!(
        around.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .expect("text")
            .contains("frame-src 'self'")
    );
    assert!(text(around).await.contains(&format!("src=\"{path}/html\"")));
    let letter = browser.ask(Method::GET, &format!("{path}/html"), None).await;
    let policy = letter.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    assert!(text(letter).await.contains("<base target=\"_top\">"));
    assert!(
        browser
            .page(&format!("{path}?side=text"))
            .await
            .contains("href=\"http://localhost:8123/welcome/plats_link_")
    );
    let page = browser.page("/sign-in").await;
    assert!(!page.contains("/demo"), "other pages are as they are without a demo");
}

#[tokio::test]
async fn a_second_start_goes_on_and_a_fresh_one_begins_anew() {
    let folder = folder();
    let demo = open(folder.path(), MORNING).await;
    let id = "SELECT id FROM organizations ORDER BY id LIMIT 1";
    let first: Vec<(String,)> = read(&demo, id).await;
    let taken = DemoFolder::open(folder.path(), true).expect_err("a demo that runs");
    assert!(taken.inner_message().is_some_and(|why| why.contains("a demo runs on the folder")));
    drop(demo);

    let demo = open(folder.path(), MORNING).await;
    assert_eq!(read::<(String,)>(&demo, id).await, first);
    drop(demo);

    // The port is another one, and the links of the old mails lead there.
    let kept = DemoFolder::open(folder.path(), false).expect("a folder");
    let demo = Demo::open(kept, 9000, clock(MORNING), chance()).await.expect("a demo");
    let mails = mailbox::list(&folder.path().join("mail")).expect("mails");
    let page = Browser(&demo, None).page(&format!("/demo/mailbox/{}?side=text", mails[0].id)).await;
    assert!(page.contains("http://localhost:9000/") && !page.contains("http://localhost:8123/"), "{page}");
    drop(demo);

    // What was broken off in the middle is no demo.
    let half = DemoFolder::open(folder.path(), true).expect("a folder");
    fs::write(folder.path().join("plats.db"), "half").expect("a file");
    drop(half);
    let demo = open(folder.path(), MORNING).await;
    assert_eq!(read::<(String,)>(&demo, id).await.len(), 1);
}

#[test]
fn a_folder_with_other_things_in_it_is_left_alone() {
    let folder = folder();
    fs::write(folder.path().join("thesis.odt"), "years").expect("a file");
    for fresh in [false, true] {
        let refused = DemoFolder::open(folder.path(), fresh).expect_err("a refusal");
        assert!(refused.inner_message().is_some_and(|why| why.contains("--data FOLDER")));
    }
    assert!(folder.path().join("thesis.odt").exists());
}

#[test]
fn a_port_that_is_taken_is_told_before_anything_is_made() {
    let (folder, taken) = (folder(), std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port"));
    let port = taken.local_addr().expect("an address").port().to_string();
    let mut platsd = std::process::Command::new(crate::house::PLATSD);
    let refused =
        platsd.args(["demo", "--port", &port, "--data"]).arg(folder.path()).output().expect("a program");
    assert!(!refused.status.success());
    let said = crate::house::said(&refused);
    assert!(said.contains(&format!("port {port} is taken")) && said.contains("--port"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

/// The first of January, the last of February in a leap year, a night in which the clocks change.
#[tokio::test]
async fn the_demo_can_be_made_on_any_day() {
    for now in ["2027-01-01T00:00:30Z", "2028-02-29T22:59:59Z", "2027-03-28T01:30:00Z"] {
        let now = Timestamp::from_jiff(now.parse().expect("a time"));
        let folder = folder();
        let demo = open(folder.path(), now).await;
        signed_in(&demo, named(&demo, "Primary admin")).await.page("/account").await;
    }
}
