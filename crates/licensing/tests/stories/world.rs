//! Byggkonsult with the team Malmö, where Maja is admin and Ada works; Ritbord with a privacy statement, Fasad without
//! one; programs with access tokens; a clock that the test moves.

use accounts::oauth;
use axum::{
    body::Body,
    http::{Method, Request, header, request},
};
use kernel::{
    Actor, ConsentId, Email, Grant, House, OfferingId, OrganizationId, PersonId, PoolId, ProductId, Result,
    Role, Scope, TeamId,
};
use lease::{KeySet, Lease, RootKey, SigningKey};
use licensing::Keys;
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use store::{Command, Db, Jobs, Read};
use testkit::{Engine, Ground, Setting};
use tower::ServiceExt;

pub const DAY: i64 = 24 * 60 * 60;
pub const HOME: &str = "http://account.nordkad.example";

pub struct World {
    pub db: Db,
    /// A second node on the same database; SQLite has one only.
    pub node: Db,
    pub jobs: Arc<Jobs>,
    pub keys: Keys,
    pub organization: OrganizationId,
    pub team: TeamId,
    /// Primary admin of Malmö.
    pub maja: Actor,
    pub ada: Actor,
    pub ritbord: Product,
    pub fasad: Product,
    ground: Ground,
    drawn: AtomicU64,
}

#[derive(Clone, Copy)]
pub struct Product {
    pub id: ProductId,
    pub offering: OfferingId,
}

/// An access token, and the consent that it hangs on.
#[derive(Clone)]
pub struct Program {
    pub token: String,
    pub consent: ConsentId,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let mut jobs = Jobs::new();
        seats::jobs(&mut jobs);
        licensing::jobs(&mut jobs);
        let house = House { public_url: HOME.into(), vendor: "Nordkad".into(), ..House::default() };
        let db = ground.open(house.clone(), &jobs);
        let node = if ground.engine == Engine::Postgres { ground.open(house, &jobs) } else { db.clone() };
        let keys =
            Keys::open_or_create(&ground.folder().join("keys"), &ground.chance, db.now()).expect("keys");
        let founded = db.command(&Actor::system("test"), found).await.expect("an organization");
        let (organization, team, ritbord, fasad) = founded;
        let mut world = World {
            db,
            node,
            jobs: Arc::new(jobs),
            keys,
            organization,
            team,
            maja: Actor::nobody(),
            ada: Actor::nobody(),
            ritbord,
            fasad,
            ground,
            drawn: AtomicU64::new(0),
        };
        let maja = world.member("maja@bygg.example", Role::PrimaryAdmin).await;
        let scope = Scope::Team(team, organization);
        world.maja =
            Actor::person(maja, "maja@bygg.example", vec![Grant { role: Role::PrimaryAdmin, scope }]);
        world.ada = world.person("ada@bygg.example").await;
        world
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    pub fn now(&self) -> i64 {
        self.ground.time.now().seconds()
    }

    /// A user of the team Malmö.
    pub async fn person(&self, email: &'static str) -> Actor {
        Actor::person(self.member(email, Role::User).await, email, vec![])
    }
    async fn member(&self, email: &'static str, role: Role) -> PersonId {
        let team = self.team;
        let add = move |cx: &mut Command| {
            cx.quiet();
            let (id, now): (PersonId, _) = (cx.id(), cx.now());
            let key = Email::parse("email", email).expect("an address");
            cx.execute(
                "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone,
                    scheme, created_at)
                 VALUES ($1, $2, $3, 'Ada', 'Berg', $3, 'en', 'Europe/Stockholm', 'device', $4)",
                &[&id, &email, &key.key(), &now],
            )?;
            cx.execute(
                "INSERT INTO memberships (team_id, person_id, role, sort_name, created_at)
                 VALUES ($1, $2, $3, $4, $5)",
                &[&team, &id, &role, &email, &now],
            )?;
            Ok(id)
        };
        self.system(add).await
    }

    /// So many seats of the product in the team Malmö.
    pub async fn pool(&self, product: Product, capacity: i64) -> PoolId {
        let team = self.team;
        self.system(move |cx| seats::set_capacity(cx, team, product.offering, capacity)).await
    }
    pub async fn assign(&self, pool: PoolId, actor: &Actor) {
        let people = [actor.person_id().expect("a person")];
        let give = move |cx: &mut Command| seats::assign_people(cx, pool, &people);
        self.db.command_on(pool, &self.maja, give).await.expect("a seat");
    }
    pub async fn release(&self, pool: PoolId, actor: &Actor) {
        let person = actor.person_id().expect("a person");
        let take = move |cx: &mut Command| seats::release_seat(cx, pool, person);
        self.db.command_on(pool, &self.maja, take).await.expect("a seat to take back");
    }
    /// Ada with a seat of Ritbord, and her program.
    pub async fn ada_with_seat(&self) -> (PoolId, Program) {
        let pool = self.pool(self.ritbord, 3).await;
        self.assign(pool, &self.ada).await;
        (pool, self.program(&self.ada, "openid license").await)
    }
    pub async fn policy(&self, product: Product, max_devices: i64) {
        let set = "UPDATE offerings SET max_devices = $2 WHERE id = $1";
        self.system(move |cx| {
            cx.quiet();
            cx.execute(set, &[&product.offering, &max_devices])
        })
        .await;
    }

    /// The program Ritbord, allowed by the person, with an access token.
    pub async fn program(&self, actor: &Actor, scopes: &'static str) -> Program {
        let person = actor.person_id().expect("a person");
        let allow = move |cx: &mut Command| {
            cx.quiet();
            let (consent, token, now): (ConsentId, _, _) = (cx.id(), cx.secret("at"), cx.now());
            let end = now.plus(kernel::clock::days(400));
            cx.execute(
                "INSERT INTO program_grants (id, person_id, client_id, scopes, address, signed_in_at, created_at,
                    used_at, expires_at, used_generation)
                 VALUES ($1, $2, 'ritbord', $3, '', $4, $4, $4, $5, 0)",
                &[&consent, &person, &scopes, &now, &end],
            )?;
            cx.execute(
                "INSERT INTO access_tokens (token_hash, grant_id, scopes, created_at, expires_at)
                 VALUES ($1, $2, $3, $4, $5)",
                &[&token.hash(), &consent, &scopes, &now, &end],
            )?;
            Ok(Program { token: token.expose().to_owned(), consent })
        };
        self.system(allow).await
    }
    pub async fn end_program(&self, actor: &Actor, program: &Program) {
        let consent = program.consent;
        let end = move |cx: &mut Command| oauth::end_program(cx, consent);
        self.db.command(actor, end).await.expect("a grant to end");
    }

    pub async fn system<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> T {
        self.db.command(&Actor::system("test"), verb).await.expect("a command")
    }
    pub async fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.read(actor, ask).await
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.read(&self.maja, move |cx| cx.one::<(i64,)>(sql, &[])).await.expect("a number").0
    }
    /// The actions of the audit log that are about licenses, in their order.
    pub async fn audit(&self) -> Vec<String> {
        let sql = "SELECT action FROM audit WHERE action LIKE 'lease.%' OR action LIKE 'device.%'
            OR action LIKE 'privacy.%' ORDER BY id";
        let rows = self.read(&self.maja, move |cx| cx.all::<(String,)>(sql, &[])).await.expect("rows");
        rows.into_iter().map(|(text,)| text).collect()
    }
    /// Carries out the jobs of this room, each a second time as well.
    pub async fn jobs_run(&self) {
        self.system(move |cx| {
            cx.quiet();
            cx.execute("DELETE FROM jobs WHERE kind NOT LIKE '%>licensing.%'", &[])?;
            let rows = cx.all::<(String, String)>("SELECT kind, payload FROM jobs", &[])?;
            for (kind, payload) in rows {
                let (id, now) = (cx.id::<kernel::id::JobKind>(), cx.now());
                cx.execute(
                    "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
                     VALUES ($1, $2, $3, $4, $4, 0)",
                    &[&id, &kind, &payload, &now],
                )?;
            }
            Ok(())
        })
        .await;
        self.jobs.run_all_due(&self.db).await.expect("jobs to run");
        assert_eq!(self.count("SELECT COUNT(*) FROM jobs WHERE last_error IS NOT NULL").await, 0);
    }

    /// The n-th device asks for Ritbord, with a key of its own for each request.
    pub async fn ask(&self, program: &Program, device: u64) -> Answer {
        let key = format!("key {}", self.drawn.fetch_add(1, Ordering::SeqCst));
        self.post_lease(program, &request(device), Some(&key)).await
    }
    pub async fn post_lease(&self, program: &Program, body: &Value, key: Option<&str>) -> Answer {
        let mut request = bearer(Method::POST, "/api/v1/leases", program);
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let request = request.header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }
    pub async fn delete_lease(&self, program: &Program, lease: &str) -> Answer {
        let request = bearer(Method::DELETE, &format!("/api/v1/leases/{lease}"), program);
        self.send(request.body(Body::empty()).expect("a request")).await
    }
    /// Signed in as this person in the browser.
    pub async fn visit(&self, actor: &Actor, method: Method, path: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(person) = actor.person_id() {
            let begin = move |cx: &mut Command| {
                cx.quiet();
                web::session::begin(cx, person, false, "a browser", "192.0.2.1")
            };
            let (_, token) = self.system(begin).await;
            request = request.header(header::COOKIE, format!("session={}", token.expose()));
        }
        self.send(request.body(Body::empty()).expect("a request")).await
    }
    /// Each request comes a moment after the one before, so that what it leaves sorts behind.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        self.wait(Duration::from_millis(1));
        let site = web::Site::new(web::SiteFacts::new(
            self.db.clone(),
            web::Hooks { is_programs: oauth::is_access_token, ..web::Hooks::NONE },
        ));
        let (router, _) = licensing::routes(self.keys.clone()).split_for_parts();
        let door = site.doors(router);
        let response = door.oneshot(request).await.expect("an answer");
        let status = response.status().as_u16();
        let toast = response.headers().get(header::SET_COOKIE).and_then(|value| value.to_str().ok());
        let toast = toast.unwrap_or_default().to_owned();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        Answer { status, toast, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// Verifies the document as a program does, that knows the root key and nothing else.
    pub fn verified(&self, answer: &Answer) -> Lease {
        assert!(matches!(answer.status, 200 | 201), "{} {}", answer.status, answer.body);
        let root = RootKey::from_base64url(&self.keys.root_public_key()).expect("a root key");
        let keys = KeySet::verify(answer.text("keys"), &root).expect("a key set of the root key");
        let lease = Lease::verify(answer.text("lease"), &keys).expect("a lease of the key set");
        assert_eq!(lease.jti, answer.text("id"));
        lease
    }
}

pub struct Answer {
    pub status: u16,
    pub toast: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.body))
    }
    fn text(&self, field: &str) -> &'static str {
        let value =
            self.json()[field].as_str().unwrap_or_else(|| panic!("no {field}: {}", self.body)).to_owned();
        value.leak()
    }
    /// Status and code of a refusal.
    pub fn refusal(&self) -> (u16, &'static str) {
        (self.status, self.text("code"))
    }
}

pub fn key_of(device: u64) -> lease::PublicKey {
    SigningKey::from_seed([u8::try_from(device).expect("few devices") + 1; 32]).public()
}

pub fn request(device: u64) -> Value {
    json!({
        "product": "ritbord",
        "version": "2027.1",
        "privacy": "2026-10",
        "device": {
            "fingerprint": format!("{device:064x}"),
            "key": key_of(device).to_base64url(),
            "name": format!("MALMO-WS-{device:04}"),
            "platform": "windows-x64",
        },
    })
}

fn bearer(method: Method, path: &str, program: &Program) -> request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::AUTHORIZATION, format!("Bearer {}", program.token))
}

fn found(cx: &mut Command) -> Result<(OrganizationId, TeamId, Product, Product)> {
    cx.quiet();
    let (id, team, now): (OrganizationId, TeamId, _) = (cx.id(), cx.id(), cx.now());
    cx.execute(
        "INSERT INTO organizations (id, number, name, created_at) VALUES ($1, 'K1', 'Byggkonsult', $2)",
        &[&id, &now],
    )?;
    cx.execute(
        "INSERT INTO teams (id, organization_id, name, created_at) VALUES ($1, $2, 'Malmö', $3)",
        &[&team, &id, &now],
    )?;
    let (ritbord, fasad) = (product(cx, "Ritbord")?, product(cx, "Fasad")?);
    cx.execute(
        "INSERT INTO privacy_statements (product_id, version, language, text, created_at)
         VALUES ($1, '2026-10', 'en', 'We keep your name.', $2)",
        &[&ritbord.id, &now],
    )?;
    for (client, slug) in [("ritbord", Some("ritbord")), ("suite", None)] {
        cx.execute(
            "INSERT INTO programs (client_id, name, product_slug, kind, redirect_uris, scopes, created_at)
             VALUES ($1, $1, $2, 'public', '', 'openid license', $3)",
            &[&client, &slug, &now],
        )?;
    }
    Ok((id, team, ritbord, fasad))
}

fn product(cx: &mut Command, name: &str) -> Result<Product> {
    let (id, offering, now): (ProductId, OfferingId, _) = (cx.id(), cx.id(), cx.now());
    let slug = name.to_lowercase();
    cx.execute(
        "INSERT INTO products (id, slug, name, description, icon, created_at) VALUES ($1, $2, $3, '', 'p-ritbord', $4)",
        &[&id, &slug, &name, &now],
    )?;
    cx.execute(
        "INSERT INTO offerings (id, sku, product_id, name, license_model, max_devices, offline_days, refresh_hours,
            created_at)
         VALUES ($1, $2, $3, 'Named user', 'named', 3, 30, 24, $4)",
        &[&offering, &slug, &id, &now],
    )?;
    Ok(Product { id, offering })
}
