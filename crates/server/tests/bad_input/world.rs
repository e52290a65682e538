//! The whole server on a port, with something behind every door: Maja of Bygg, who is an admin, Ada who is invited, an
//! operator, keys and a program. No job runs unless the test asks for it, so that rows can be counted.

use kernel::{Actor, Email, Lang, Name, OrganizationId, PersonId, Result};
use serde_json::{Value, json};
use server::{App, Config};
use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};
use store::{Command, Engine};
use testkit::{
    Ground, Setting,
    http::{Answer, Caller, Lost, Method},
};

pub const PASSWORD: &str = "sju rostiga spikar i taket";

pub struct World {
    pub ground: Ground,
    pub app: App,
    pub url: String,
    /// The vendor's own program.
    pub vendor: Caller,
    pub operator: Caller,
    pub maja: Caller,
    /// Ritbord on Maja's machine.
    pub program: Caller,
    /// What stands for the names in paths.
    pub ids: BTreeMap<&'static str, String>,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let config: Config = serde_json::from_value(json!({
            "public_url": "http://account.nordkad.example", "database": ground.database(), "data": ground.folder(),
            "vendor": {"name": "Nordkad"},
            "mail": {"from": "account@nordkad.example", "smtp": format!("folder:{}", mails(&ground).display())},
        }))
        .expect("settings");
        let app = App::open(&config, ground.time.clock(), ground.chance.clone()).await.expect("a server");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let service = app.router.clone().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async { axum::serve(listener, service).await });
        let (key, operator) = app.db.command(&Actor::system("test"), founded).await.expect("a vendor");
        let nobody = stranger(&url);
        let mut world = World {
            ground,
            app,
            vendor: nobody.bearer(&key),
            operator: nobody.with("cookie", format!("session={operator}")),
            maja: nobody.clone(),
            program: nobody,
            url,
            ids: BTreeMap::new(),
        };
        world.stock();
        world.found_customer().await;
        world
    }
}

/// An API key, and an operator who is signed in.
fn founded(cx: &mut Command) -> Result<(String, String)> {
    let name = |text: &str| Name::parse("name", text).expect("a name");
    let (_, key) = accounts::create_api_key(cx, &name("ERP"), None)?;
    let olle = accounts::NewPerson {
        email: Email::parse("email", "olle@nordkad.example").expect("an address"),
        first_name: name("Olle"),
        last_name: name("Berg"),
        lang: Lang::En,
        time_zone: "UTC".into(),
    };
    let olle = accounts::add_staff(cx, &olle, None)?;
    let (_, session) = web::session::begin(cx, olle, false, "a browser", "192.0.2.1")?;
    Ok((key.expose().to_owned(), session.expose().to_owned()))
}

/// One connection for each request: who is refused early is hung up on, and would miss the next answer.
fn stranger(url: &str) -> Caller {
    Caller::nobody(url).with("connection", "close")
}

fn mails(ground: &Ground) -> PathBuf {
    ground.folder().join("mails")
}

/// The answer, which has to come with this status.
pub fn done(answer: std::result::Result<Answer, Lost>, status: u16) -> Answer {
    let answer = answer.expect("an answer");
    assert_eq!(answer.status, status, "{}", answer.text);
    answer
}

/// Five seats of Ritbord for a year, from today.
pub fn order(number: &str) -> Value {
    json!({
        "number": number,
        "customer": {"number": "556712-0487", "name": "Bygg AB"},
        "contract_manager": {
            "first_name": "Maja", "last_name": "Berg", "email": "maja@bygg.example",
            "language": "en", "time_zone": "Europe/Stockholm",
        },
        "lines": [{"sku": "RITBORD-NAMED", "quantity": 5, "start": "2026-11-24", "term_months": 12}],
    })
}

impl World {
    pub fn nobody(&self) -> Caller {
        stranger(&self.url)
    }
    /// Carries out what is due, and what that leaves behind.
    pub async fn work(&self) {
        self.app.jobs.run_all_due(&self.app.db).await.expect("jobs to run");
    }
    /// The token of the newest mail to this address that has a link with one.
    pub async fn link(&self, email: &str) -> String {
        self.work().await;
        let mails = notifications::mailbox::list(&mails(&self.ground)).expect("mails");
        let mut own = mails.iter().filter(|mail| mail.to == email).filter_map(|mail| mail.link.as_deref());
        let token = own.find_map(|link| link.split_once("/welcome/")).expect("a mail with a link").1;
        token.to_owned()
    }
    /// The path with what its names stand for.
    pub fn path(&self, template: &str) -> String {
        let part = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => self.ids.get(name).map_or("unknown", String::as_str).to_owned(),
            None => part.to_owned(),
        };
        template.split('/').map(part).collect::<Vec<_>>().join("/")
    }

    /// How many rows there are of everything but the counts of tries.
    pub async fn rows(&self) -> BTreeMap<String, i64> {
        let count = |cx: &mut store::Read| {
            let tables = match cx.engine() {
                Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
                Engine::Postgres => {
                    "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
                     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                }
            };
            let mut rows = BTreeMap::new();
            for (table,) in cx.all::<(String,)>(tables, &[])? {
                if table != "throttle" {
                    let (count,) = cx.one::<(i64,)>(&format!("SELECT COUNT(*) FROM {table}"), &[])?;
                    rows.insert(table, count);
                }
            }
            Ok(rows)
        };
        self.app.db.read(&Actor::system("test"), count).await.expect("counts")
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        let ask = move |cx: &mut store::Read| cx.one::<(i64,)>(sql, &[]);
        self.app.db.read(&Actor::system("test"), ask).await.expect("a number").0
    }

    fn stock(&mut self) {
        let vendor = &self.vendor;
        done(vendor.post("/api/v1/products", &json!({"slug": "ritbord", "name": "Ritbord"})), 201);
        let offering = json!({"sku": "RITBORD-NAMED", "product": "ritbord", "name": "Named user"});
        done(vendor.post("/api/v1/offerings", &offering), 201);
        let release = json!({"version": "2027.1", "kind": "feature"});
        done(vendor.post("/api/v1/products/ritbord/releases", &release), 201);
        let statement = json!({"version": "2026-10", "en": "We keep your name.", "sv": "Vi sparar namnet."});
        done(
            vendor.send(
                Method::PUT,
                "/api/v1/products/ritbord/privacy",
                "application/json",
                statement.to_string().into(),
            ),
            200,
        );
        let program = json!({
            "client_id": "ritbord", "name": "Ritbord", "product": "ritbord", "kind": "public",
            "redirect_uris": ["http://127.0.0.1/callback"], "scopes": ["openid", "license"],
        });
        done(vendor.post("/api/v1/programs", &program), 201);
        let fixed =
            [("slug", "ritbord"), ("version", "2027.1"), ("sku", "RITBORD-NAMED"), ("client_id", "ritbord")];
        self.ids.extend(fixed.map(|(name, id)| (name, id.to_owned())));
    }

    /// Nora's contract has come to Maja, and Nora wants it back.
    async fn found_takeover(&mut self) {
        let mut noras = order("PO-00");
        noras["contract_manager"]["first_name"] = "Nora".into();
        noras["contract_manager"]["email"] = "nora@bygg.example".into();
        let placed = done(self.vendor.post("/api/v1/orders", &noras), 201);
        let manager = format!("/api/v1/contracts/{}/manager", placed.at("/contract/id"));
        let maja = json!({"manager": "maja@bygg.example"}).to_string();
        done(self.vendor.send(Method::PUT, &manager, "application/json", maja.into()), 200);
        let nora = placed.at("/contract/contract_manager/id").parse::<PersonId>().expect("a User ID");
        let begin = move |cx: &mut Command| {
            cx.quiet();
            web::session::begin(cx, nora, false, "a browser", "192.0.2.1")
        };
        let (_, session) = self.app.db.command(&Actor::system("test"), begin).await.expect("a session");
        let nora = self.nobody().with("cookie", format!("session={}", session.expose()));
        let form = "--edge\r\nContent-Disposition: form-data; name=reason\r\n\r\nMine.\r\n\
                    --edge\r\nContent-Disposition: form-data; name=document; filename=a.txt\r\n\r\nMine.\r\n\
                    --edge--\r\n";
        let takeovers = format!("/api/v1/contracts/{}/takeovers", placed.at("/contract/id"));
        let kind = "multipart/form-data; boundary=edge";
        let applied = done(nora.send(Method::POST, &takeovers, kind, form.into()), 201);
        self.ids.insert("takeover", applied.at("/id"));
    }

    async fn found_customer(&mut self) {
        let placed = done(self.vendor.post("/api/v1/orders", &order("PO-0")), 201);
        let team = placed.at("/landing/team/id");
        let invitation = json!({"first_name": "Ada", "last_name": "Ek", "email": "ada@bygg.example"});
        let invite = format!("/api/v1/teams/{team}/invitations");
        let ada = done(self.vendor.post(&invite, &invitation), 201).at("/person");
        let pools = done(self.vendor.get(&format!("/api/v1/teams/{team}/pools")), 200);
        let group =
            done(self.vendor.post(&format!("/api/v1/teams/{team}/groups"), &json!({"name": "CAD"})), 201);
        self.ids.extend([
            ("group", group.at("/id")),
            ("pool", pools.at("/items/0/id")),
            ("team", team),
            ("person", ada),
            ("order", placed.at("/id")),
            ("contract", placed.at("/contract/id")),
            ("subscription", placed.at("/contract/subscriptions/0/id")),
            ("organization", placed.at("/contract/organization")),
        ]);
        let maja = placed.at("/contract/contract_manager/id").parse::<PersonId>().expect("a User ID");
        let organization = self.ids["organization"].parse::<OrganizationId>().expect("an organization");
        // Ada's, so that what Maja orders has one team to land in.
        let admin = self.ids["person"].parse::<PersonId>().expect("a User ID");
        let second = move |cx: &mut Command| organizations::found_team(cx, organization, "Kivik", admin);
        let second = self.app.db.command(&Actor::system("test"), second).await.expect("a team");
        self.ids.insert("second team", second.id.to_string());
        let begin = move |cx: &mut Command| {
            cx.quiet();
            web::session::begin(cx, maja, false, "a browser", "192.0.2.1")
        };
        let (_, session) = self.app.db.command(&Actor::system("test"), begin).await.expect("a session");
        self.maja = self.nobody().with("cookie", format!("session={}", session.expose()));
        let seats = self.path("/api/v1/pools/{pool}/assignments");
        done(self.vendor.post(&seats, &json!({"people": ["maja@bygg.example"]})), 201);
        self.found_takeover().await;
        let token = self.nobody().token_by_device(&self.maja, "ritbord");
        self.program = self.nobody().bearer(&token);
        self.work().await;
    }
}
