//! The whole server, on PostgreSQL two nodes of it, with Ritbord to order, and Maja of Skissera who invites; a mailbox,
//! and a clock that stands still.

use crate::steps::Person;
use accounts::NewPerson;
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header, request::Builder},
};
use catalog::{CreateOffering, CreateProduct};
use futures_util::future::join_all;
use kernel::{Actor, Email, Lang, Name, Result, Secret, TeamId};
use notifications::mailbox::Stored;
use serde_json::{Value, json};
use server::{App, Config};
use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};
use store::{Command, Read};
use testkit::{Engine, Ground, Setting};
use tower::ServiceExt;

pub struct World {
    /// Requests go to them in turn.
    nodes: Vec<App>,
    sent: AtomicUsize,
    /// The vendor's API key.
    key: Secret,
    team: TeamId,
    maja: Secret,
    mails: PathBuf,
    _ground: Ground,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let mails = ground.folder().join("mails");
        let config: Config = serde_json::from_value(json!({
            "public_url": URL,
            "database": ground.database(),
            "data": ground.folder(),
            "behind_proxy": true,
            "vendor": {"name": "Nordkad", "time_zone": "Europe/Stockholm"},
            "mail": {"from": "account@nordkad.example", "smtp": format!("folder:{}", mails.display())},
        }))
        .unwrap();
        let many = if ground.engine == Engine::Postgres { 2 } else { 1 };
        let mut nodes = vec![];
        for _ in 0..many {
            nodes.push(App::open(&config, ground.time.clock(), ground.chance.clone()).await.unwrap());
        }
        let (key, team, maja) = nodes[0].db.command(&Actor::system("test"), found).await.unwrap();
        World { nodes, sent: AtomicUsize::new(0), key, team, maja, mails, _ground: ground }
    }
}

const URL: &str = "http://account.nordkad.example";

impl World {
    fn node(&self) -> &App {
        &self.nodes[self.sent.fetch_add(1, Ordering::SeqCst) % self.nodes.len()]
    }
    pub async fn work(&self) {
        loop {
            let busy = self.nodes.iter().map(|node| node.jobs.run_due(&node.db));
            let done: usize = join_all(busy).await.into_iter().map(Result::unwrap).sum();
            if done == 0 {
                break;
            }
        }
    }
    /// What came since the last look, with what each mail is about; a link of ours is a path.
    pub async fn new_mails(&self) -> Vec<(Stored, String)> {
        let mut found = notifications::mailbox::list(&self.mails).unwrap();
        fs::remove_dir_all(&self.mails).unwrap_or_default();
        found.reverse();
        let mut mails = vec![];
        for mail in found {
            let link = mail.link.as_deref().and_then(|link| link.strip_prefix(URL)).map(str::to_owned);
            let id = mail.id;
            let kind = self
                .read(move |cx| cx.one::<(String,)>("SELECT kind FROM mails WHERE id = $1", &[&id]))
                .await
                .0;
            mails.push((Stored { link, ..mail }, kind));
        }
        mails
    }

    pub async fn post(&self, person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(from_home(person, Request::post(path)), form).await
    }
    pub async fn sign_in(&self, person: &Person, time: usize, password: &str) -> Answer {
        self.post(person, "/sign-in", &[("email", &person.email(time)), ("password", password)]).await
    }
    pub async fn see(&self, session: &str, path: &str) -> Answer {
        let request = Request::builder().method(Method::GET).uri(path);
        self.send(request.header(header::COOKIE, format!("session={session}")), String::new()).await
    }
    pub async fn order(&self, order: &Value) -> Answer {
        let request = Request::post("/api/v1/orders")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key.expose()))
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request, order.to_string()).await
    }
    pub async fn invite(&self, email: &str) -> Answer {
        let fields = [("first", "Elin"), ("last", "Asp"), ("email", email), ("language", "sv")];
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(format!("/manage/teams/{}/users/invite", self.team))
            .header(header::COOKIE, format!("session={}", self.maja.expose()));
        self.send(request, form).await
    }
    async fn send(&self, request: Builder, body: String) -> Answer {
        let request = request.body(Body::from(body)).unwrap();
        let (parts, body) = self.node().router.clone().oneshot(request).await.unwrap().into_parts();
        let cookies = parts.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        let session = cookies.filter_map(|line| line.strip_prefix("session=")).next().unwrap_or_default();
        let session = session.split(';').next().unwrap_or_default().to_owned();
        let body = axum::body::to_bytes(body, 1 << 22).await.unwrap();
        Answer { status: parts.status, session, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn read<T: Send + 'static>(&self, ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static) -> T {
        self.node().db.read(&Actor::system("test"), ask).await.unwrap()
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.read(move |cx| cx.one::<(i64,)>(sql, &[])).await.0
    }
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        self.read(move |cx| cx.all::<(String,)>(sql, &[])).await.into_iter().map(|(text,)| text).collect()
    }
    /// How often it happened after the beginning.
    pub async fn count_of(&self, action: &'static str) -> i64 {
        let sql = "SELECT COUNT(*) FROM audit WHERE action = $1 AND actor_label <> 'test'";
        self.read(move |cx| cx.one::<(i64,)>(sql, &[&action])).await.0
    }
    /// Every role of the person, in order: `user Lund of Skissera`.
    pub async fn roles(&self, key: &str) -> Vec<String> {
        let key = key.to_owned();
        let sql = "SELECT g.role || ' ' || g.scope_name || ' of ' || g.organization_name FROM grants g
                   JOIN people p ON p.id = g.person_id WHERE p.email_key = $1 ORDER BY 1";
        self.read(move |cx| cx.all::<(String,)>(sql, &[&key])).await.into_iter().map(|(role,)| role).collect()
    }
}

pub struct Answer {
    pub status: StatusCode,
    /// The cookie that signs in.
    pub session: String,
    pub body: String,
}

fn from_home(person: &Person, request: Builder) -> Builder {
    request.header("x-forwarded-for", person.home()).header(header::ACCEPT_LANGUAGE, "sv")
}

fn found(cx: &mut Command) -> Result<(Secret, TeamId, Secret)> {
    let product = CreateProduct::parse("ritbord", "Ritbord", "Ritar hus.", "p-ritbord").unwrap();
    catalog::create_product(cx, &product)?;
    let policy = ["3", "30", "24"];
    let offering =
        CreateOffering::parse("ritbord", ["RITBORD-NAMED", "Ritbord, named user"], "named", policy);
    catalog::create_offering(cx, &offering.unwrap())?;
    let (_, key) = accounts::create_api_key(cx, &name("ERP"), None)?;

    let maja = NewPerson {
        email: Email::parse("email", "maja@skissera.example").unwrap(),
        first_name: name("Maja"),
        last_name: name("Lindqvist"),
        lang: Lang::Sv,
        time_zone: "Europe/Stockholm".into(),
    };
    let (maja, _) = accounts::person_for(cx, &maja)?;
    let (skissera, _) = organizations::organization_for(cx, "1001", &name("Skissera"))?;
    let team = organizations::found_team(cx, skissera.id, "Lund", maja.id)?;
    let (_, session) = web::session::begin(cx, maja.id, true, "a browser", "192.0.2.1")?;
    Ok((key, team.id, session))
}

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}
