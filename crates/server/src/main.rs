//! `platsd`: the server of Plats.

mod log;

use clap::{Parser, Subcommand};
use kernel::{Chance, Clock, Email, Error, Lang, Name, Result, Secret, Timestamp};
use log::LogFormat;
use server::{
    App, Config, Stop,
    backup::{self, BackupOptions},
    demo::{self, DemoOptions},
    doctor::{self, State},
    seed,
};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

/// Pages are many short texts that grow: the system's allocator serves two thirds as many of them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(name = "platsd", version, about = "The account portal of a software vendor")]
struct Arguments {
    #[command(subcommand)]
    act: Act,
    /// How the log is written to standard error.
    #[arg(long, global = true, value_enum, env = "PLATS_LOG_FORMAT", default_value = "text")]
    log_format: LogFormat,
}

#[derive(Subcommand)]
enum Act {
    /// Serve pages and API, and carry out jobs, until SIGTERM.
    Serve {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
        /// How many seconds what is under way may take to end after SIGTERM.
        #[arg(long, default_value_t = 20)]
        grace: u64,
        /// Leave the jobs to `platsd worker`: mails, starts and ends of subscriptions, sweeping.
        #[arg(long)]
        without_jobs: bool,
    },
    /// Carry out jobs and listen to nothing, until SIGTERM.
    Worker {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
        /// How many seconds what is under way may take to end after SIGTERM.
        #[arg(long, default_value_t = 20)]
        grace: u64,
    },
    /// Copy database, builds, keys and settings into a new folder, also while the server runs.
    Backup {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
        /// The folder, which must not be there yet.
        target: PathBuf,
        /// Leave out the database: it is copied by other means.
        #[arg(long)]
        without_database: bool,
    },
    /// Look at everything that the server stands on; exit code 1 when something is wrong.
    Doctor {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Create the first operator.
    Init {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
        #[arg(long)]
        email: String,
        /// A file with the password in its first line.
        #[arg(long)]
        password_file: PathBuf,
        #[arg(long, default_value = "Vendor")]
        first_name: String,
        #[arg(long, default_value = "Operator")]
        last_name: String,
    },
    /// Show a made-up vendor with customers, people and contracts, on this machine alone.
    Demo {
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// A folder of its own, made when it is not there.
        #[arg(long, default_value = "demo-data")]
        data: PathBuf,
        /// Make it anew, and lose what was done in it.
        #[arg(long)]
        fresh: bool,
    },
    /// Make an organization of so many people with two products each, to try out or to measure.
    Seed {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
        #[arg(long, default_value_t = 1000)]
        people: i64,
    },
    /// Bring the schema up to date, and end.
    Migrate {
        #[arg(long, env = "PLATS_CONFIG")]
        config: PathBuf,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let Arguments { act, log_format } = Arguments::parse();
    // What these say is for a person at a terminal.
    let usual = if matches!(act, Act::Demo { .. } | Act::Doctor { .. }) {
        "error"
    } else {
        "info,tokio_postgres=warn"
    };
    log::begin(log_format, usual);
    let done = match act {
        Act::Serve { config, grace, without_jobs } => {
            serve(&config, Duration::from_secs(grace), without_jobs).await
        }
        Act::Worker { config, grace } => worker(&config, Duration::from_secs(grace)).await,
        Act::Backup { config: settings, target, without_database } => {
            let options = BackupOptions { settings, target, without_database };
            backup::backup(&options, clock().now()).map(|made| print!("{made}"))
        }
        Act::Doctor { config, json } => return examine(&config, json).await,
        Act::Demo { port, data, fresh } => {
            let options = DemoOptions { port, folder: data, fresh };
            demo::run(&options, clock(), chance()).await
        }
        Act::Seed { config, people } => seed::seed(&config, people, clock(), chance()).await.map(|made| {
            println!("{people} people are in the team {}; its primary admin is {}", made.team, made.admin);
        }),
        Act::Migrate { config } => open(&config).await.map(|_| ()),
        Act::Init { config, email, password_file, first_name, last_name } => {
            init(&config, &email, &password_file, [&first_name, &last_name]).await
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("platsd: {}", words(&error));
            ExitCode::FAILURE
        }
    }
}

/// For the person at the terminal, who runs this server: faults with their inner message.
fn words(error: &Error) -> String {
    if let Some(message) = error.inner_message() {
        return message.to_owned();
    }
    let (sentence, advice) = web::problem::words(error, Lang::En);
    let fields = error
        .field_errors()
        .iter()
        .map(|field| format!("\n  {}: {}", field.field, web::problem::field_sentence(field, Lang::En)));
    [sentence].into_iter().chain(advice.map(|advice| format!(" {advice}"))).chain(fields).collect()
}

async fn open(config: &Path) -> Result<(Config, App)> {
    let config = Config::load(config)?;
    let app = App::open(&config, clock(), chance()).await?;
    Ok((config, app))
}

async fn serve(config: &Path, grace: Duration, without_jobs: bool) -> Result<()> {
    let stop = Stop::listen()?;
    let (config, app) = open(config).await?;
    let listener = tokio::net::TcpListener::bind(&config.listen).await.map_err(Error::fault)?;
    let listen = listener.local_addr().map_err(Error::fault)?;
    tracing::info!(url = config.public_url, %listen, "Plats serves");
    if let Some(code) = &app.setup {
        println!("There is no operator yet. Open {}/setup?code={}", config.public_url, code.expose());
    }
    match without_jobs {
        true => app.serve_without_jobs(listener, stop, grace).await,
        false => app.serve(listener, stop, grace).await,
    }
}

async fn worker(config: &Path, grace: Duration) -> Result<()> {
    let stop = Stop::listen()?;
    let (_, app) = open(config).await?;
    app.work(stop, grace).await
}

async fn examine(config: &Path, json: bool) -> ExitCode {
    let report = doctor::examine(config, &clock(), &chance()).await;
    match report.json().map(|text| if json { println!("{text}") } else { print!("{report}") }) {
        Ok(()) if report.worst < State::Fail => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

async fn init(config: &Path, email: &str, password_file: &Path, names: [&str; 2]) -> Result<()> {
    let (config, app) = open(config).await?;
    let refused = |error| Error::fields(vec![error]);
    let email = Email::parse("email", email).map_err(refused)?;
    let [first_name, last_name] = names.map(|name| Name::parse("name", name));
    let (first_name, last_name) = (first_name.map_err(refused)?, last_name.map_err(refused)?);
    let typed = std::fs::read_to_string(password_file)
        .map_err(|error| Error::fault(format!("{}: {error}", password_file.display())))?;
    // Editors and `echo` end the line; nobody types that when signing in.
    let password = Secret::new(typed.lines().next().unwrap_or_default());
    let own = [email.as_str(), first_name.as_str(), last_name.as_str()];
    accounts::passwords::check_strength(&password, &own)?;
    let hash = accounts::Passwords::new(chance())?.hash(password).await?;
    let time_zone = config.vendor.time_zone;
    let new = accounts::NewPerson { email, first_name, last_name, lang: Lang::En, time_zone };
    let verb = move |cx: &mut store::Command| accounts::create_first_operator(cx, &new, &hash);
    app.db.command(&kernel::Actor::system("init"), verb).await.map(|_| ())
}

#[expect(clippy::disallowed_methods, reason = "the one place where the system's clock is read")]
fn clock() -> Clock {
    Clock::new(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    })
}

#[expect(clippy::disallowed_methods, reason = "the one place where the system's randomness is drawn")]
fn chance() -> Chance {
    Chance::new(|bytes| {
        if let Err(error) = getrandom::fill(bytes) {
            eprintln!("platsd: the system has no randomness: {error}");
            std::process::abort();
        }
    })
}
