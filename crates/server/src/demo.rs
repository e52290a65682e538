//! `platsd demo`: a vendor with customers, people, contracts and a year behind them, in a folder of its own.
//! All of it is made by the commands that real data are made by, and its mails go no further than that folder.

mod builds;
mod cast;
mod customers;
mod devices;
mod folder;
mod mailbox;
mod pages;
mod stage;
mod story;
mod vendor;
mod words;

pub use cast::PASSWORD;
pub use folder::DemoFolder;

use crate::{Annex, App, Areas, Config, Mail, Stop, Takeover, Vendor};
use kernel::{Chance, Clock, Error, Result, Secret};
use sha2::{Digest, Sha256};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    time::Duration,
};
use tokio::net::TcpListener;

/// The demo, ready to listen.
pub struct Demo {
    pub app: App,
    pub config: Config,
    /// What a newcomer has to know.
    pub words: String,
    /// Held as long as the demo runs.
    pub folder: DemoFolder,
}

impl Demo {
    /// What is in the folder already stays as it is.
    pub async fn open(mut folder: DemoFolder, port: u16, clock: Clock, chance: Chance) -> Result<Demo> {
        let config = config(folder.path(), port);
        if !folder.is_complete() {
            make(&folder, &config, &clock, &chance).await?;
            folder.complete()?;
        }
        folder.write_settings(&config)?;
        let mails = config.data.join(folder::MAILS);
        let pages = pages::routes(mailbox::Mails::new(mails, &config.public_url));
        let annex = Annex { pages, navigation: pages::navigation };
        let mut app = App::open_with(&config, clock, chance, annex).await?;
        app.router = mailbox::framed(app.router);
        let words = words::words(&config);
        Ok(Demo { app, config, words, folder })
    }
}

fn config(folder: &Path, port: u16) -> Config {
    Config {
        public_url: format!("http://localhost:{port}"),
        listen: format!("127.0.0.1:{port}"),
        database: format!("sqlite:{}", folder.join("plats.db").display()),
        data: folder.to_owned(),
        behind_proxy: false,
        areas: Areas::default(),
        cookie_domain: None,
        vendor: Vendor {
            name: "Nordkad".into(),
            legal: "Nordkad AB\nVarvsgatan 4, 972 32 Luleå".into(),
            brand: None,
            support_mail: Some("support@nordkad.example".into()),
            time_zone: "Europe/Stockholm".into(),
        },
        mail: Mail {
            from: "Nordkad <account@nordkad.example>".into(),
            smtp: format!("folder:{}", folder.join(folder::MAILS).display()),
        },
        takeover: Takeover::default(),
    }
}

/// A root key that everybody can derive: the sample program Ritbord trusts it unless it is told otherwise.
fn root_seed() -> [u8; 32] {
    Sha256::digest("plats demo root key, not secret").into()
}

async fn make(folder: &DemoFolder, config: &Config, clock: &Clock, chance: &Chance) -> Result<()> {
    let now = clock.now();
    licensing::Keys::with_root_seed(&config.data.join("keys"), root_seed(), chance, now)?;
    folder.refuse_mail_to(cast::LINNEA.email)?;
    let password = Secret::new(PASSWORD);
    let hash = accounts::Passwords::new(chance.clone())?.hash(password.clone()).await?;
    let stage = stage::Stage::open(config, now, chance, password).await?;
    story::tell(&stage, hash, &words::start_ritbord(&config.public_url)).await
}

/// What `platsd demo` is told.
#[derive(Debug, Clone)]
pub struct DemoOptions {
    pub port: u16,
    pub folder: PathBuf,
    /// Deletes what an earlier demo left.
    pub fresh: bool,
}

/// Runs until it is told to stop. The port is taken first: who has to wait for nothing need not wait to hear it.
pub async fn run(options: &DemoOptions, clock: Clock, chance: Chance) -> Result<()> {
    let stop = Stop::listen()?;
    let listener = listen(options.port).await?;
    let folder = DemoFolder::open(&options.folder, options.fresh)?;
    if !folder.is_complete() {
        println!("Making the demo: a year of a vendor and its customers. This takes some seconds.");
    }
    let demo = Demo::open(folder, options.port, clock, chance).await?;
    println!("{}", demo.words);
    let served = demo.app.serve(listener, stop, GRACE).await;
    drop(demo.folder);
    served
}

const GRACE: Duration = Duration::from_secs(2);

async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Error::fault(format!(
            "port {port} is taken by another program: choose another one, such as --port {}",
            port.checked_add(1).unwrap_or(8080)
        )),
        _ => Error::fault(format!(
            "port {port} cannot be listened on ({error}): choose another one with --port"
        )),
    })
}
