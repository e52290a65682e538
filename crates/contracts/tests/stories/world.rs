//! A vendor with two products and two partners, a mailbox, and a clock that the test moves.

use accounts::NewPerson;
use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, header},
    response::Response,
};
use kernel::{
    Actor, Decides, Email, House, Lang, Name, PersonId, Result, Role, Secret, TakeoverPolicy, Timestamp,
};
use notifications::mailbox::Stored;
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Command, Db, Jobs};
use testkit::{Answer, Ground, Setting};
use tower::ServiceExt;

pub struct World {
    pub db: Db,
    pub jobs: Arc<Jobs>,
    /// API keys.
    pub vendor: Secret,
    pub skissera: Secret,
    pub other_partner: Secret,
    site: web::Site,
    ground: Ground,
}

pub fn at(text: &str) -> Timestamp {
    Timestamp::from_jiff(text.parse().unwrap())
}

/// One line of five seats from today for a year, for Elin of Byggkonsult in Malmö.
pub fn order(number: &str) -> Value {
    json!({
        "number": number,
        "customer": {"number": "556712-0487", "name": "Byggkonsult Öresund AB"},
        "contract_manager": {
            "first_name": "Elin", "last_name": "Asp", "email": "elin@bygg.example",
            "language": "sv", "time_zone": "Europe/Stockholm",
        },
        "lines": [{"sku": "RITBORD-NAMED", "quantity": 5, "term_months": 12}],
    })
}

/// The same with another value at a place: `with(order, "/lines/0/quantity", 0)`.
pub fn with(mut order: Value, place: &str, value: impl Into<Value>) -> Value {
    let (parent, name) = place.rsplit_once('/').unwrap();
    order.pointer_mut(parent).unwrap()[name] = value.into();
    order
}

pub fn managed_by(order: Value, first: &str, email: &str) -> Value {
    with(with(order, "/contract_manager/first_name", first), "/contract_manager/email", email)
}

/// The same at a vendor whose applications to take over a contract are granted by themselves after three days.
pub struct ByItself(pub World);

impl Setting for ByItself {
    async fn on(ground: Ground) -> ByItself {
        ByItself(World::with(ground, TakeoverPolicy { days: 3, decides: Decides::Itself }).await)
    }
}

impl std::ops::Deref for ByItself {
    type Target = World;
    fn deref(&self) -> &World {
        &self.0
    }
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        World::with(ground, TakeoverPolicy::default()).await
    }
}

impl World {
    async fn with(ground: Ground, takeovers: TakeoverPolicy) -> World {
        let jobs = jobs(ground.folder());
        let house = House {
            public_url: "http://account.nordkad.example".into(),
            vendor: "Nordkad".into(),
            legal: "Nordkad AB, Luleå".into(),
            support_mail: Some("support@nordkad.example".into()),
            time_zone: "Europe/Stockholm".into(),
            takeovers,
        };
        let db = ground.open(house, &jobs);
        let (vendor, skissera, other_partner) = db.command(&Actor::system("test"), found).await.unwrap();
        let site = site(&db);
        World { db, jobs: Arc::new(jobs), vendor, skissera, other_partner, site, ground }
    }
}

impl World {
    pub fn it_is(&self, time: &str) {
        self.ground.time.set(at(time));
    }
    pub fn wait(&self, time: std::time::Duration) {
        self.ground.time.wait(time);
    }
    /// Carries out what is due, also what that leaves behind.
    pub async fn work(&self) {
        self.jobs.run_all_due(&self.db).await.unwrap();
    }
    /// What came to the address, the oldest first: kinds are told apart by their subjects.
    pub async fn mails_to(&self, address: &str) -> Vec<Stored> {
        self.work().await;
        let mut mails = notifications::mailbox::to(&self.ground.folder().join("mails"), address).unwrap();
        mails.reverse();
        mails
    }

    /// Whether a mail came to the address with these words as its subject or in its text.
    pub async fn told(&self, address: &str, words: &str) -> bool {
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mails = self.mails_to(address).await;
        mails.iter().any(|mail| folded(&mail.subject).contains(words) || folded(&mail.text).contains(words))
    }

    pub async fn place(&self, key: &Secret, order: &Value) -> Answer {
        self.call(key, Method::POST, "/api/v1/orders", Some(order)).await
    }
    pub async fn dry_run(&self, key: &Secret, order: &Value) -> Answer {
        self.call(key, Method::POST, "/api/v1/orders?dry_run=true", Some(order)).await
    }
    pub async fn call(&self, key: &Secret, method: Method, path: &str, json: Option<&Value>) -> Answer {
        let body = json.map(Value::to_string).unwrap_or_default();
        self.send(method, path, &format!("Bearer {}", key.expose()), "", body).await
    }
    /// A program that writes its JSON by itself.
    pub async fn place_text(&self, body: &str) -> Answer {
        let bearer = format!("Bearer {}", self.vendor.expose());
        self.send(Method::POST, "/api/v1/orders", &bearer, "", body.to_owned()).await
    }
    /// In the browser, signed in as the person with the address; fields to post.
    pub async fn visit(&self, email: &str, path: &str, fields: Option<&[(&str, &str)]>) -> Answer {
        let method = if fields.is_some() { Method::POST } else { Method::GET };
        let cookie = match email {
            "" => String::new(),
            email => format!("session={}", self.session(email).await),
        };
        let fields = fields.unwrap_or_default();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(method, path, "", &cookie, body).await
    }
    pub async fn call_as(&self, email: &str, method: Method, path: &str, json: &Value) -> Answer {
        let cookie = format!("session={}", self.session(email).await);
        let body = if json.is_null() { String::new() } else { json.to_string() };
        self.send(method, path, "", &cookie, body).await
    }

    /// Somebody with a User ID, who knows nothing of orders.
    pub async fn person(&self, first: &str, email: &str) -> PersonId {
        let new = new_person(first, email);
        let make = move |cx: &mut Command| accounts::person_for(cx, &new).map(|(person, _)| person.id);
        self.db.command(&Actor::system("test"), make).await.unwrap()
    }
    pub async fn choose_password(&self, email: &str) {
        self.run("UPDATE people SET password_hash = 'x' WHERE email_key = $1", email).await;
    }
    /// One more team of the person in the organization of the order.
    pub async fn further_team(&self, email: &str, name: &str) -> String {
        let (email, name) = (email.to_owned(), name.to_owned());
        let found = move |cx: &mut Command| {
            let (organization,) = cx.one("SELECT id FROM organizations WHERE number = '556712-0487'", &[])?;
            let (person,) = cx.one("SELECT id FROM people WHERE email_key = $1", &[&email])?;
            organizations::found_team(cx, organization, &name, person).map(|team| team.id.to_string())
        };
        self.db.command(&Actor::system("test"), found).await.unwrap()
    }
    /// A user of the team where the first order landed, with a seat of the product.
    pub async fn seated(&self, first: &str, product: &str) -> PersonId {
        let email = format!("{}@bygg.example", first.to_lowercase());
        let person = self.person(first, &email).await;
        let (team, pool) = (self.team().await, self.pool(product).await);
        let join = move |cx: &mut Command| {
            let team = organizations::team(cx, team)?;
            organizations::add_member(cx, &team, person)?;
            seats::assign_people(cx, pool, &[person])
        };
        self.db.command(&Actor::system("test"), join).await.unwrap();
        person
    }
    pub async fn pin(&self, product: &str, person: PersonId) {
        let pool = self.pool(product).await;
        let pin = move |cx: &mut Command| seats::pin_seat(cx, pool, person, None);
        self.db.command(&Actor::system("test"), pin).await.unwrap();
    }
    pub async fn team(&self) -> kernel::TeamId {
        self.texts("SELECT id FROM teams ORDER BY id LIMIT 1").await[0].parse().unwrap()
    }
    pub async fn pool(&self, product: &str) -> kernel::PoolId {
        let product = product.to_owned();
        let sql = "SELECT p.id FROM pools p JOIN products d ON d.id = p.product_id WHERE d.name = $1";
        let find = move |cx: &mut store::Read| cx.one::<(kernel::PoolId,)>(sql, &[&product]);
        self.db.read(&Actor::system("test"), find).await.unwrap().0
    }
    /// First names of those who have no seat any more.
    pub async fn suspended(&self) -> Vec<String> {
        self.texts(
            "SELECT p.first_name FROM assignments a JOIN people p ON p.id = a.person_id
             WHERE a.suspended_at IS NOT NULL ORDER BY p.first_name",
        )
        .await
    }
    pub async fn run(&self, sql: &'static str, text: &str) {
        let text = text.to_owned();
        let run = move |cx: &mut Command| {
            cx.quiet();
            cx.execute(sql, &[&text])
        };
        self.db.command(&Actor::system("test"), run).await.unwrap();
    }

    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        let rows =
            self.db.read(&Actor::system("test"), move |cx| cx.all::<(String,)>(sql, &[])).await.unwrap();
        rows.into_iter().map(|(text,)| text).collect()
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.db.read(&Actor::system("test"), move |cx| cx.one::<(i64,)>(sql, &[])).await.unwrap().0
    }
    /// Seats in the pools, by product and team.
    pub async fn seats(&self) -> Vec<(String, String, i64)> {
        let sql = "SELECT d.name, t.name, p.capacity FROM pools p JOIN products d ON d.id = p.product_id
                   JOIN teams t ON t.id = p.team_id ORDER BY t.name, d.name";
        self.db.read(&Actor::system("test"), move |cx| cx.all(sql, &[])).await.unwrap()
    }
    /// Rows that an order makes; an order that is refused makes none.
    pub async fn made(&self) -> i64 {
        self.count(
            "SELECT (SELECT COUNT(*) FROM organizations) + (SELECT COUNT(*) FROM teams) + (SELECT COUNT(*) FROM orders)
             + (SELECT COUNT(*) FROM contracts) + (SELECT COUNT(*) FROM subscriptions)
             + (SELECT COUNT(*) FROM pools) + (SELECT COUNT(*) FROM mails) + (SELECT COUNT(*) FROM jobs)",
        )
        .await
    }

    /// A member of the first team of the order's organization, in the role; new people get a User ID.
    pub async fn member(&self, first: &str, email: &str, role: Role) -> PersonId {
        let person = self.person(first, email).await;
        let join = move |cx: &mut Command| {
            let (team,) = cx.one("SELECT id FROM teams ORDER BY id", &[])?;
            let team = organizations::team(cx, team)?;
            organizations::add_member(cx, &team, person)?;
            organizations::change_role(cx, team.id, person, role)
        };
        self.db.command(&Actor::system("test"), join).await.unwrap();
        person
    }
    /// A form with a file, from the browser or a program, as the person.
    pub async fn send_file(
        &self,
        email: &str,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &[u8]),
    ) -> Answer {
        let mut body = Vec::new();
        for (name, text) in fields {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let (name, content) = file;
        if !name.is_empty() {
            let part = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"{name}\"\r\n\r\n"
            );
            body.extend_from_slice(part.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let cookie = format!("session={}", self.session(email).await);
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body));
        self.knock(request.unwrap()).await
    }
    /// In the session that somebody has had for a while.
    pub async fn in_session(&self, session: &str, method: Method, path: &str, body: &str) -> Answer {
        self.send(method, path, "", &format!("session={session}"), body.to_owned()).await
    }

    pub async fn session(&self, email: &str) -> String {
        let email = email.to_owned();
        let begin = move |cx: &mut Command| {
            cx.quiet();
            let (person,) = cx.one::<(PersonId,)>("SELECT id FROM people WHERE email_key = $1", &[&email])?;
            web::session::begin(cx, person, false, "a browser", "192.0.2.1")
        };
        let (_, token) = self.db.command(&Actor::system("test"), begin).await.unwrap();
        token.expose().to_owned()
    }
    async fn send(&self, method: Method, path: &str, bearer: &str, cookie: &str, body: String) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !bearer.is_empty() {
            request = request.header(header::AUTHORIZATION, bearer);
        }
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        let json = body.starts_with('{');
        request = request.header(
            header::CONTENT_TYPE,
            if json { "application/json" } else { "application/x-www-form-urlencoded" },
        );
        self.knock(request.body(Body::from(body)).unwrap()).await
    }
    async fn knock(&self, request: Request<Body>) -> Answer {
        Answer::of(self.response(request).await).await
    }
    async fn response(&self, request: Request<Body>) -> Response {
        let (router, _) = contracts::routes().split_for_parts();
        self.site.doors(router).oneshot(request).await.unwrap()
    }
    /// How the answer describes itself.
    pub async fn headers(&self, email: &str, path: &str) -> HeaderMap {
        let cookie = format!("session={}", self.session(email).await);
        let request = Request::builder().uri(path).header(header::COOKIE, cookie).body(Body::empty());
        self.response(request.unwrap()).await.headers().clone()
    }
}

fn jobs(folder: &std::path::Path) -> Jobs {
    let mut jobs = Jobs::new();
    let mails = format!("folder:{}", folder.join("mails").display());
    let transport = notifications::Transport::parse(&mails).unwrap();
    let sender = notifications::Sender::new(transport, "Nordkad <account@nordkad.example>").unwrap();
    notifications::jobs(&mut jobs, sender);
    organizations::jobs(&mut jobs);
    seats::jobs(&mut jobs);
    contracts::jobs(&mut jobs);
    jobs
}

fn site(db: &Db) -> web::Site {
    web::Site::new(web::SiteFacts::new(
        db.clone(),
        web::Hooks { bearer: accounts::api_key_caller, note: accounts::note_caller, ..web::Hooks::NONE },
    ))
}

fn new_person(first: &str, email: &str) -> NewPerson {
    NewPerson {
        email: Email::parse("email", email).unwrap(),
        first_name: Name::parse("first", first).unwrap(),
        last_name: Name::parse("last", "Ek").unwrap(),
        lang: Lang::En,
        time_zone: "Europe/Stockholm".into(),
    }
}

/// Olle runs Plats; Pia works for the partner Skissera.
fn found(cx: &mut Command) -> Result<(Secret, Secret, Secret)> {
    for name in ["Ritbord", "Fasad"] {
        product(cx, name)?;
    }
    let name = |text: &str| Name::parse("name", text).unwrap();
    let skissera = accounts::create_partner(cx, &name("Skissera AB"), &name("skissera"), None)?;
    let other = accounts::create_partner(cx, &name("Annan AB"), &name("annan"), None)?;
    accounts::add_staff(cx, &new_person("Olle", "olle@nordkad.example"), None)?;
    accounts::add_staff(cx, &new_person("Pia", "pia@skissera.example"), Some(skissera))?;
    let (_, vendor) = accounts::create_api_key(cx, &name("ERP"), None)?;
    let (_, skissera) = accounts::create_api_key(cx, &name("Skissera ERP"), Some(skissera))?;
    let (_, other) = accounts::create_api_key(cx, &name("Annan ERP"), Some(other))?;
    Ok((vendor, skissera, other))
}

fn product(cx: &mut Command, name: &str) -> Result<()> {
    let (id, offering, now): (kernel::ProductId, kernel::OfferingId, _) = (cx.id(), cx.id(), cx.now());
    let (slug, sku) = (name.to_lowercase(), format!("{}-NAMED", name.to_uppercase()));
    cx.execute(
        "INSERT INTO products (id, slug, name, description, icon, created_at) VALUES ($1, $2, $3, '', '', $4)",
        &[&id, &slug, &name, &now],
    )?;
    let offered = format!("{name}, named user");
    cx.execute(
        "INSERT INTO offerings (id, sku, product_id, name, license_model, max_devices, offline_days, refresh_hours,
            created_at)
         VALUES ($1, $2, $3, $4, 'named', 3, 30, 24, $5)",
        &[&offering, &sku, &id, &offered, &now],
    )?;
    Ok(())
}
