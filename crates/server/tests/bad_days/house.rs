//! Nordkad as it runs: the real program on a port, its settings in a file, a mail server, an API key.

use kernel::{Actor, Name, Result, Timestamp, clock::minutes};
use serde_json::{Value, json};
use server::{App, Config};
use std::{path::PathBuf, time::Duration};
use store::{Db, Jobs};
use testkit::{
    Ground, Setting,
    http::{Answer, Caller, Lost},
    process::Program,
    smtp::{MailServer, header},
};

pub const PLATSD: &str = env!("CARGO_BIN_EXE_platsd");
pub const PASSWORD: &str = "sju rostiga spikar i taket";

pub struct House {
    pub ground: Ground,
    pub mail: MailServer,
    key: String,
    /// An API key that nobody has used.
    pub reader: String,
}

/// The program, and where it listens.
pub struct Server {
    pub program: Program,
    pub url: String,
}

impl Setting for House {
    async fn on(ground: Ground) -> House {
        // Long before the real clock, which the program goes by.
        ground.time.set(Timestamp::from_seconds(1_577_836_800));
        let db = ground.open(kernel::House::default(), &Jobs::new());
        let keys = |cx: &mut store::Command| Ok((api_key(cx, "ERP")?, api_key(cx, "Reader")?));
        let (key, reader) = db.command(&Actor::system("test"), keys).await.expect("API keys");
        let house = House { mail: MailServer::start().await, key, reader, ground };
        std::fs::write(house.settings(), house.settings_text()).expect("settings");
        house
    }
}

impl House {
    pub fn settings(&self) -> PathBuf {
        self.ground.folder().join("plats.toml")
    }
    fn settings_text(&self) -> String {
        let (data, database) = (self.ground.folder().display(), self.ground.database());
        format!(
            "public_url = 'http://account.nordkad.example'\nlisten = '127.0.0.1:0'\ndatabase = '{database}'\n\
             data = '{data}'\n[vendor]\nname = 'Nordkad'\n\
             [mail]\nfrom = 'Nordkad <no-reply@nordkad.example>'\nsmtp = 'smtp://127.0.0.1:{}'\n",
            self.mail.port
        )
    }

    pub fn start(&self) -> Server {
        self.start_with(&[])
    }
    pub fn start_with(&self, more: &[&str]) -> Server {
        let (program, url) = Program::serve(PLATSD, &self.settings(), more);
        Server { program, url }
    }
    /// The vendor's own program, with its API key.
    pub fn vendor(&self, server: &Server) -> Caller {
        Caller::nobody(&server.url).bearer(&self.key)
    }
    pub fn key(&self) -> &str {
        &self.key
    }
    /// A look into the database, beside the program.
    pub fn db(&self) -> Db {
        self.ground.open(kernel::House::default(), &Jobs::new())
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        count(&self.db(), sql).await
    }

    pub async fn text(&self, sql: &'static str) -> String {
        let found = self.db().read(&Actor::system("test"), move |cx| cx.one::<(String,)>(sql, &[])).await;
        found.expect("a text").0
    }

    /// A node in this process, whose clock the test moves.
    pub async fn node(&self) -> App {
        let config = Config::load(&self.settings()).expect("settings");
        let app = App::open(&config, self.ground.time.clock(), self.ground.chance.clone());
        app.await.expect("a node")
    }
    /// Carries out what is due, and what that leaves behind.
    pub async fn work(&self, app: &App) {
        app.jobs.run_all_due(&app.db).await.expect("jobs to run");
    }
    /// On a node whose clock is ten minutes on, when all that an ended program had claimed is free again.
    pub async fn deliver_the_rest(&self) {
        let sql = "SELECT MAX(at) FROM audit";
        let last = self.db().read(&Actor::system("test"), move |cx| cx.one::<(Timestamp,)>(sql, &[])).await;
        self.ground.time.set(last.expect("a time").0.plus(minutes(10)));
        let node = self.node().await;
        self.work(&node).await;
    }

    /// Resolves when so many mails have come.
    pub async fn come(&self, mails: usize) {
        let wait = async {
            while self.mail.caught().len() < mails {
                self.mail.came().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), wait).await.expect("mails to come");
    }
    /// The token of the newest mail with a link to this address.
    pub async fn link(&self, email: &str) -> String {
        let wait = async {
            loop {
                let mails = self.mail.caught();
                let mut own = mails.iter().rev().filter(|mail| header(mail, "To").contains(email));
                if let Some(token) = own.find_map(|mail| token_in(mail)) {
                    return token;
                }
                self.mail.came().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), wait).await.expect("a mail with a link")
    }
    /// The person of a first mail: chooses a password, and is signed in.
    pub async fn person(&self, server: &Server, email: &str) -> Caller {
        let token = self.link(email).await;
        let nobody = Caller::nobody(&server.url);
        let answer = done(nobody.submit(&format!("/welcome/{token}"), &[("password", PASSWORD)]), 303);
        nobody.signed_in(&answer)
    }
}

fn api_key(cx: &mut store::Command, name: &str) -> Result<String> {
    let name = Name::parse("name", name).expect("a name");
    accounts::create_api_key(cx, &name, None).map(|(_, token)| token.expose().to_owned())
}

pub async fn count(db: &Db, sql: &'static str) -> i64 {
    db.read(&Actor::system("test"), move |cx| cx.one::<(i64,)>(sql, &[])).await.expect("a number").0
}

fn token_in(mail: &str) -> Option<String> {
    // Lines that were too long for mail are joined again.
    let text = mail.replace("=\n", "");
    let (_, rest) = text.split_once("/welcome/")?;
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect())
}

/// The answer, which has to come with this status.
pub fn done(answer: std::result::Result<Answer, Lost>, status: u16) -> Answer {
    let answer = answer.expect("an answer");
    assert_eq!(answer.status, status, "{}", answer.text);
    answer
}

/// Ritbord and Fasad on sale; the program Ritbord may sign people in.
pub fn stock(vendor: &Caller) {
    for (slug, name) in [("ritbord", "Ritbord"), ("fasad", "Fasad")] {
        done(vendor.post("/api/v1/products", &json!({"slug": slug, "name": name})), 201);
        let sku = format!("{}-NAMED", name.to_uppercase());
        done(vendor.post("/api/v1/offerings", &json!({"sku": sku, "product": slug, "name": name})), 201);
    }
    let statement = [("version", "2026-10"), ("en", "We keep your name."), ("sv", "Vi sparar namnet.")];
    done(vendor.submit("/vendor/products/ritbord/privacy", &statement), 303);
    let program = json!({
        "client_id": "ritbord", "name": "Ritbord", "product": "ritbord", "kind": "public",
        "redirect_uris": ["http://127.0.0.1/callback"], "scopes": ["openid", "license"],
    });
    done(vendor.post("/api/v1/programs", &program), 201);
}

/// So many seats of Ritbord for a year, from today.
pub fn order(number: &str, customer: &str, email: &str, quantity: i64) -> Value {
    json!({
        "number": number,
        "customer": {"number": customer, "name": format!("{customer} AB")},
        "contract_manager": {
            "first_name": "Maja", "last_name": "Berg", "email": email,
            "language": "en", "time_zone": "Europe/Stockholm",
        },
        "lines": [{"sku": "RITBORD-NAMED", "quantity": quantity, "term_months": 12}],
    })
}
