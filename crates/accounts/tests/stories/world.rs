//! Nordkad's account portal before anybody is there; a mailbox, and a clock that the test moves.

use crate::browser::{Answer, Browser};
use accounts::{NewPerson, Passwords, Purpose, SetupCode};
use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
    middleware::from_fn_with_state,
};
use kernel::{Actor, Email, House, Lang, Name, PersonId, Result, Secret};
use notifications::mailbox::Stored;
use std::{path::Path, sync::Arc, time::Duration};
use store::{Command, Db, Jobs, Read};
use testkit::{Ground, Setting};

pub const PASSWORD: &str = "tre gula stolar i regn";
pub const ANOTHER: &str = "fyra vintrar utan mossa";
pub const CODE: &str = "plats_setup_as_it_was_printed";

pub struct World {
    pub db: Db,
    pub jobs: Arc<Jobs>,
    pub door: Router,
    passwords: Passwords,
    ground: Ground,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let jobs = jobs(ground.folder());
        let house = House {
            public_url: "https://account.nordkad.example".into(),
            vendor: "Nordkad".into(),
            time_zone: "Europe/Stockholm".into(),
            ..House::default()
        };
        let db = ground.open(house, &jobs);
        let passwords = Passwords::new(ground.chance.clone()).unwrap();
        let door = door(site(&db), &passwords);
        World { db, jobs: Arc::new(jobs), door, passwords, ground }
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    pub async fn work(&self) {
        self.jobs.run_all_due(&self.db).await.unwrap();
    }
    /// What came to the address, the oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<Stored> {
        self.work().await;
        let mut mails = notifications::mailbox::to(&self.ground.folder().join("mails"), address).unwrap();
        mails.reverse();
        mails
    }
    /// The path behind the link of the newest mail.
    pub async fn newest_link(&self, address: &str) -> String {
        let link = self.mails_to(address).await.last().unwrap().link.clone().unwrap();
        link.strip_prefix("https://account.nordkad.example").unwrap().to_owned()
    }

    /// The same portal with a host for each area, and perhaps one cookie for all of them.
    pub fn door_with_areas(&self, cookie_domain: Option<&str>) -> Router {
        let areas = vec![("/manage", "https://manage.nordkad.example".into())];
        let cookie_domain = cookie_domain.map(str::to_owned);
        door(web::SiteFacts { areas, cookie_domain, ..site(&self.db) }, &self.passwords)
    }
    pub fn browser(&self) -> Browser {
        Browser::new(self.door.clone())
    }
    /// Signed in by the form; reads English whatever the profile says.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        browser.keep("lang", "en");
        let answer = self.enter(&browser, email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        browser
    }
    pub async fn enter(&self, browser: &Browser, email: &str, password: &str) -> Answer {
        browser.post("/sign-in", &[("email", email), ("password", password)]).await
    }
    /// Whether the browser is signed in.
    pub async fn is_in(&self, browser: &Browser) -> bool {
        browser.get("/profile").await.status == StatusCode::OK
    }
    /// A program calls with a bearer token.
    pub async fn call(&self, token: &str, path: &str) -> Answer {
        let request = Request::builder()
            .method(Method::GET)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .body(Body::empty());
        Answer::of(self.door.clone(), request.unwrap()).await
    }

    /// Somebody who was named by an order or an invitation, reads Swedish, and has not been in.
    pub async fn named(&self, first: &str, email: &str) -> PersonId {
        let new = new_person(first, email);
        self.act(move |cx| {
            cx.quiet();
            accounts::person_for(cx, &new).map(|(person, _)| person.id)
        })
        .await
    }
    /// The same with [`PASSWORD`].
    pub async fn known(&self, first: &str, email: &str) -> PersonId {
        let person = self.named(first, email).await;
        let hash = self.passwords.hash(Secret::new(PASSWORD)).await.unwrap();
        self.act(move |cx| {
            cx.quiet();
            cx.execute("UPDATE people SET password_hash = $2 WHERE id = $1", &[&person, &hash])
        })
        .await;
        person
    }
    /// The first operator, by the page of the first start; signed in.
    pub async fn operator(&self) -> Browser {
        let fields = [
            ("code", CODE),
            ("first", "Olle"),
            ("last", "Ek"),
            ("email", "olle@nordkad.example"),
            ("password", PASSWORD),
        ];
        let answer = self.browser().post("/setup", &fields).await;
        assert_eq!(answer.location, "/sign-in", "{}", answer.body);
        self.signed_in("olle@nordkad.example").await
    }
    /// A link as a room above mails it; the path.
    pub async fn link(&self, purpose: Purpose, person: PersonId) -> String {
        let issue = move |cx: &mut Command| {
            cx.quiet();
            accounts::issue_link(cx, purpose, person, None, cx.now())
        };
        format!("/welcome/{}", self.act(issue).await.0.expose())
    }

    pub async fn act<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> T {
        self.db.command(&Actor::system("test"), verb).await.unwrap()
    }
    async fn read<T: Send + 'static>(&self, ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static) -> T {
        self.db.read(&Actor::system("test"), ask).await.unwrap()
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.read(move |cx| cx.one::<(i64,)>(sql, &[])).await.0
    }
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        self.read(move |cx| cx.all::<(String,)>(sql, &[])).await.into_iter().map(|(text,)| text).collect()
    }
    /// What people and jobs did, but for mails: `ada@bygg.example person.signed-in ada@bygg.example`.
    pub async fn audit(&self) -> Vec<String> {
        self.texts(
            "SELECT actor_label || ' ' || action || ' ' || subject_label FROM audit
             WHERE action NOT LIKE 'mail%' AND actor_label <> 'test' ORDER BY id",
        )
        .await
    }
    pub async fn open_sessions(&self) -> i64 {
        self.count("SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL").await
    }
    /// Rows that a refused ask must not leave; tries are counted elsewhere.
    pub async fn made(&self) -> i64 {
        self.count(
            "SELECT (SELECT COUNT(*) FROM people) + (SELECT COUNT(*) FROM staff) + (SELECT COUNT(*) FROM partners)
             + (SELECT COUNT(*) FROM api_keys) + (SELECT COUNT(*) FROM links) + (SELECT COUNT(*) FROM mails)
             + (SELECT COUNT(*) FROM sessions) + (SELECT COUNT(*) FROM jobs) + (SELECT COUNT(*) FROM audit)
             + (SELECT COUNT(*) FROM people WHERE password_hash IS NOT NULL)",
        )
        .await
    }
}

pub fn new_person(first: &str, email: &str) -> NewPerson {
    NewPerson {
        email: Email::parse("email", email).unwrap(),
        first_name: Name::parse("first", first).unwrap(),
        last_name: Name::parse("last", "Berg").unwrap(),
        lang: Lang::Sv,
        time_zone: "Europe/Stockholm".into(),
    }
}

fn jobs(folder: &Path) -> Jobs {
    let mut jobs = Jobs::new();
    let transport = notifications::Transport::parse(&format!("folder:{}", folder.join("mails").display()));
    let sender = notifications::Sender::new(transport.unwrap(), "Nordkad <account@nordkad.example>");
    notifications::jobs(&mut jobs, sender.unwrap());
    accounts::jobs(&mut jobs);
    jobs
}

/// Behind a proxy that says from where somebody asks.
fn site(db: &Db) -> web::SiteFacts {
    let hooks =
        web::Hooks { bearer: accounts::api_key_caller, note: accounts::note_caller, ..web::Hooks::NONE };
    web::SiteFacts { behind_proxy: true, ..web::SiteFacts::new(db.clone(), hooks) }
}

fn door(facts: web::SiteFacts, passwords: &Passwords) -> Router {
    let site = web::Site::new(facts);
    let rooms = accounts::routes(passwords.clone(), SetupCode(Some(Secret::new(CODE))));
    let rooms = rooms.layer(web::foreign::own_forms(&site).unwrap());
    site.doors(rooms).layer(from_fn_with_state(site.clone(), web::headers::secure))
}
