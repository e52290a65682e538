//! A vendor's server with an operator, a partner and their API keys; and a machine on which `plats` runs.

use axum::{Router, serve};
use kernel::{Actor, Email, Lang, Name, Secret};
use serde_json::{Value, json};
use server::{App, Config};
use std::{
    fs,
    future::pending,
    io::Write,
    net::SocketAddr,
    path::PathBuf,
    process::{Command, Stdio},
};
use testkit::{Engine, Ground};
use tokio::{net::TcpListener, runtime::Runtime};

pub struct World {
    pub url: String,
    /// API keys.
    pub vendor: Secret,
    pub partner: Secret,
    pub machine: Machine,
    ground: Ground,
    /// Ends the server with the story.
    _runtime: Runtime,
}

/// What a command said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl World {
    pub fn new() -> World {
        let ground = Ground::new(Engine::Sqlite);
        let runtime = Runtime::new().unwrap();
        let (url, vendor, partner) = runtime.block_on(served(&ground));
        World { url, vendor, partner, machine: Machine::new(), ground, _runtime: runtime }
    }

    /// With the vendor's key.
    pub fn plats(&self, arguments: &[&str]) -> Said {
        self.as_somebody(&self.vendor, arguments)
    }
    pub fn as_partner(&self, arguments: &[&str]) -> Said {
        self.as_somebody(&self.partner, arguments)
    }
    pub fn as_somebody(&self, key: &Secret, arguments: &[&str]) -> Said {
        self.run(self.machine.plats(arguments).env("PLATS_API_KEY", key.expose()), "")
    }
    pub fn run(&self, plats: &mut Command, input: &str) -> Said {
        run(plats.env("PLATS_SERVER", &self.url), input)
    }
    /// The answer of a command that is asked for JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let said = self.plats(&[arguments, &["--json"]].concat()).fine();
        serde_json::from_str(&said).unwrap()
    }

    /// Ritbord in the catalog, on sale as RITBORD-NAMED.
    pub fn with_ritbord(self) -> World {
        self.plats(&["product", "create", "ritbord", "--name", "Ritbord"]).fine();
        let named = ["--product", "ritbord", "--name", "Ritbord, named user"];
        self.plats(&[&["offering", "create", "RITBORD-NAMED"], &named[..]].concat()).fine();
        self
    }

    /// Places Elin's order and says in which team it landed.
    pub fn team_of_elin(&self) -> String {
        let file = self.machine.file("elin.json", order("PO-1").to_string());
        let order = self.json(&["order", "place", &file]);
        order["landing"]["team"]["id"].as_str().unwrap().to_owned()
    }

    pub fn builds(&self) -> usize {
        let kept = fs::read_dir(self.ground.folder().join("builds/builds"));
        kept.map(Iterator::count).unwrap_or(0)
    }
}

/// A home folder that goes with the story.
pub struct Machine(tempfile::TempDir);

impl Machine {
    pub fn new() -> Machine {
        Machine(tempfile::tempdir().unwrap())
    }

    /// In English, from an environment that says nothing.
    pub fn plats(&self, arguments: &[&str]) -> Command {
        let mut plats = Command::new(env!("CARGO_BIN_EXE_plats"));
        plats.args(arguments).current_dir(self.0.path()).env_clear();
        plats.env("HOME", self.0.path()).env("LANG", "en_US.UTF-8");
        plats
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.path().join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn profile(&self, name: &str) -> PathBuf {
        self.0.path().join(format!(".config/plats/{name}.json"))
    }
}

pub fn run(plats: &mut Command, input: &str) -> Said {
    plats.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = plats.spawn().unwrap();
    // Who ends early does not read it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    Said { code: output.status.code().unwrap(), out, err }
}

impl Said {
    /// What was said by a command that did what it should.
    #[track_caller]
    pub fn fine(self) -> String {
        assert!(self.code == 0 && self.err.is_empty(), "{self:?}");
        self.out
    }
    /// What was said by one that did not.
    #[track_caller]
    pub fn failed(self, code: i32) -> String {
        assert!(self.code == code && self.out.is_empty(), "{self:?}");
        self.err
    }
}

/// Five seats from today for a year, for Elin of Byggkonsult in Malmö.
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

async fn served(ground: &Ground) -> (String, Secret, Secret) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let app = App::open(&config(&url, ground), ground.time.clock(), ground.chance.clone()).await.unwrap();
    let keys = app.db.command(&Actor::system("test"), staffed).await.unwrap();
    tokio::spawn(app.jobs.run(app.db, pending()));
    tokio::spawn(listen(listener, app.router));
    (url, keys.0, keys.1)
}

async fn listen(listener: TcpListener, router: Router) {
    serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await.unwrap();
}

fn config(url: &str, ground: &Ground) -> Config {
    let file = ground.folder().join("plats.toml");
    let (database, data) = (ground.database(), ground.folder().display());
    let settings = format!(
        "public_url = '{url}'\ndatabase = '{database}'\ndata = '{data}'\n\
         [vendor]\nname = 'Nordkad'\ntime_zone = 'Europe/Stockholm'\n\
         [mail]\nfrom = 'account@nordkad.example'\nsmtp = 'folder:{data}/mails'\n"
    );
    fs::write(&file, settings).unwrap();
    Config::load(&file).unwrap()
}

fn staffed(cx: &mut store::Command) -> kernel::Result<(Secret, Secret)> {
    let name = |text: &str| Name::parse("name", text).unwrap();
    let operator = accounts::NewPerson {
        email: Email::parse("email", "operator@nordkad.example").unwrap(),
        first_name: name("Olle"),
        last_name: name("Nord"),
        lang: Lang::Sv,
        time_zone: "Europe/Stockholm".into(),
    };
    accounts::create_first_operator(cx, &operator, "no password fits this")?;
    let partner = accounts::create_partner(cx, &name("Skissera"), &name("P-100"), None)?;
    let (_, vendor) = accounts::create_api_key(cx, &name("build server"), None)?;
    let (_, skissera) = accounts::create_api_key(cx, &name("Skissera's shop"), Some(partner))?;
    Ok((vendor, skissera))
}
