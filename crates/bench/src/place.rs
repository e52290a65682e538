//! Where it is measured: a database of its own, and the server on it with a door for the echo.

use crate::{
    load::{self, Ask, Heard, Load, drive},
    time,
};
use axum::{Json, Router, routing::post};
use kernel::{Error, Result};
use serde_json::Value;
use server::{App, Areas, Config, Mail, Takeover, Vendor};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
};
use store::{Db, Engine};
use tempfile::TempDir;
use testkit::postgres::{FreshDatabase, fresh_database};
use tokio::{net::TcpListener, runtime::Runtime};

/// Where the cluster is; the variable of the tests.
const CLUSTER: &str = "PLATS_TEST_POSTGRES";

pub struct Place {
    folder: TempDir,
    postgres: Option<FreshDatabase>,
}

/// Both, where there is a cluster.
pub fn engines() -> Vec<Engine> {
    if std::env::var_os(CLUSTER).is_some() {
        return vec![Engine::Sqlite, Engine::Postgres];
    }
    eprintln!(
        "{CLUSTER} is not set: nothing is measured on PostgreSQL; `cargo xtask bench` starts a cluster"
    );
    vec![Engine::Sqlite]
}

pub fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

impl Place {
    pub fn new(engine: Engine) -> Result<Place> {
        let folder = tempfile::tempdir().map_err(Error::fault)?;
        let postgres = (engine == Engine::Postgres).then(fresh_database);
        Ok(Place { folder, postgres })
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
    /// The url of the database, where it is on PostgreSQL.
    pub fn postgres(&self) -> Option<&str> {
        self.postgres.as_ref().map(|fresh| fresh.url.as_str())
    }
    fn database(&self) -> String {
        match self.postgres() {
            Some(url) => url.to_owned(),
            None => format!("sqlite:{}", self.folder().join("plats.db").display()),
        }
    }
    fn mails(&self) -> String {
        format!("folder:{}", self.folder().join("mails").display())
    }

    /// What autovacuum does within a minute after so many rows came; SQLite is left as the server leaves it.
    pub fn settle(&self) -> Result<()> {
        let Some(url) = self.postgres() else { return Ok(()) };
        let done = Command::new("psql").args(["--quiet", "--command", "VACUUM ANALYZE", url]).status();
        match done.map_err(Error::fault)?.success() {
            true => Ok(()),
            false => Err(Error::fault("psql could not vacuum")),
        }
    }

    fn config(&self, at: SocketAddr) -> Config {
        Config {
            public_url: format!("http://{at}"),
            listen: at.to_string(),
            database: self.database(),
            data: self.folder().to_path_buf(),
            behind_proxy: false,
            areas: Areas::default(),
            cookie_domain: None,
            vendor: Vendor {
                name: "Nordkad".into(),
                legal: "Nordkad AB, Luleå".into(),
                brand: None,
                support_mail: None,
                time_zone: "Europe/Stockholm".into(),
            },
            mail: Mail { from: "account@nordkad.example".into(), smtp: self.mails() },
            takeover: Takeover::default(),
        }
    }

    /// The same settings as a file, for a program of its own.
    pub fn settings(&self, at: SocketAddr) -> Result<PathBuf> {
        let path = self.folder().join("platsd.toml");
        let (database, data, mails) = (self.database(), self.folder().display(), self.mails());
        let text = format!(
            "public_url = \"http://{at}\"\nlisten = \"{at}\"\ndatabase = {database:?}\ndata = \"{data}\"\n\n\
             [vendor]\nname = \"Nordkad\"\nlegal = \"Nordkad AB, Luleå\"\ntime_zone = \"Europe/Stockholm\"\n\n\
             [mail]\nfrom = \"account@nordkad.example\"\nsmtp = {mails:?}\n"
        );
        std::fs::write(&path, text).map_err(Error::fault)?;
        Ok(path)
    }
}

/// The server, on a runtime of its own in this process.
pub struct Server {
    pub db: Db,
    pub at: SocketAddr,
    runtime: Option<Runtime>,
}

impl Server {
    /// It carries out no jobs: mails wait.
    pub async fn start(place: &Place) -> Result<Server> {
        Server::start_with(place, false).await
    }
    /// The same with its jobs.
    pub async fn start_with_jobs(place: &Place) -> Result<Server> {
        Server::start_with(place, true).await
    }

    async fn start_with(place: &Place, jobs: bool) -> Result<Server> {
        let runtime = Runtime::new().map_err(Error::fault)?;
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(Error::fault)?;
        let at = listener.local_addr().map_err(Error::fault)?;
        let listener = listener.into_std().map_err(Error::fault)?;
        let config = place.config(at);
        let started = runtime.spawn(async move {
            let app = App::open(&config, time::clock(), time::chance()).await?;
            let router = app.router.merge(Router::new().route("/bench/echo", post(echo)));
            let service = router.into_make_service_with_connect_info::<SocketAddr>();
            let listener = TcpListener::from_std(listener).map_err(Error::fault)?;
            tokio::spawn(async move { axum::serve(listener, service).await });
            if jobs {
                tokio::spawn(app.jobs.run(app.db.clone(), std::future::pending()));
            }
            Ok::<_, Error>(app.db)
        });
        let db = started.await.map_err(Error::fault)??;
        Ok(Server { db, at, runtime: Some(runtime) })
    }

    /// The reference: the least that this server does for a request with JSON in it.
    pub async fn echo(&self, load: Load) -> Result<Heard> {
        let body = crate::checkout::request_of("bench", 0).into_bytes();
        drive(self.at, load, move || ask_echo(body.clone())).await
    }
}

fn ask_echo(body: Vec<u8>) -> Option<Ask> {
    load::json(load::post("/bench/echo"), body)
}

async fn echo(Json(body): Json<Value>) -> Json<Value> {
    Json(body)
}

impl Drop for Server {
    fn drop(&mut self) {
        // A runtime may not wait for itself inside another one.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
