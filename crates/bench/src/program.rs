//! The program itself, beside this one in the folder: how soon it answers, and how much memory it takes.

use crate::{
    checkout::Programs,
    customer,
    load::{self, Ask, Load, drive, post},
    machine,
    place::{Place, Server},
    report::{Figure, Goal, Report, shown},
    seed,
    size::Size,
    time,
    users::Pages,
};
use hyper::header;
use kernel::{Error, Result};
use serde_json::json;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    thread,
    time::Duration,
};
use store::Engine;

pub async fn measure(size: &Size, report: &mut Report) -> Result<()> {
    let fresh = (0..size.starts).map(|_| Platsd::start(&Place::new(Engine::Sqlite)?)?.end());
    let fresh = median(fresh.collect::<Result<_>>()?);
    report.alone("cold start, new database", Figure::new(fresh, " s"), Some(Goal::Under(0.3)));

    let place = Place::new(Engine::Sqlite)?;
    let company = Company::found(&place, size).await?;
    let starts = (0..size.starts).map(|_| Platsd::start(&place)?.end());
    let start = median(starts.collect::<Result<_>>()?);
    let what = format!("cold start, {} people", shown(size.company as f64));
    report.alone(what, Figure::new(start, " s"), Some(Goal::Under(0.3)));

    let platsd = Platsd::start(&place)?;
    company.visit(platsd.at, size.requests).await?;
    let resident = platsd.memory("VmRSS:")?;
    let note = format!(
        "{:.0} MB of it its own, at most {:.0} MB",
        platsd.memory("RssAnon:")?,
        platsd.memory("VmHWM:")?
    );
    platsd.end()?;
    let what = format!("memory, {} people, after {} requests", shown(size.company as f64), size.requests);
    report.alone(what, Figure::new(resident, " MB").note(note), Some(Goal::Under(100.0)));
    Ok(())
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds.get(seconds.len() / 2).copied().unwrap_or_default()
}

/// A company in the database that the program is then started on.
struct Company {
    pages: Pages,
    pool: kernel::PoolId,
    programs: Programs,
    people: i64,
}

impl Company {
    const PROGRAMS: i64 = 200;

    async fn found(place: &Place, size: &Size) -> Result<Company> {
        let server = Server::start(place).await?;
        let customer = customer::customer(&server.db).await?;
        seed::people(&server.db, customer.team, 0..size.company).await?;
        seed::seats(&server.db, customer.seats(), 0..size.company / 2).await?;
        let programs = Programs::of(seed::programs(&server.db, 0..Self::PROGRAMS).await?);
        let cookie = customer::admin(&server, customer.team).await?;
        let path = format!("/manage/teams/{}/users", customer.team);
        let pages = Pages { path, cookie, people: size.company };
        Ok(Company { pages, pool: customer.pool, programs, people: size.company })
    }

    /// A working day in short: somebody signs in, admins look and search and give seats, programs get leases.
    async fn visit(self, at: SocketAddr, requests: usize) -> Result<()> {
        customer::sign_in(at).await?;
        let asked = AtomicUsize::new(0);
        let next = move || self.next(Some(asked.fetch_add(1, Relaxed)).filter(|at| *at < requests)?);
        let heard = drive(at, Load::until_done(16), next).await?;
        match heard.refused {
            None => Ok(()),
            Some((count, status)) => {
                Err(Error::fault(format!("{count} of the visits were answered {status}")))
            }
        }
    }

    fn next(&self, at: usize) -> Option<Ask> {
        match at % 10 {
            0..4 => self.pages.anywhere(at),
            4 => self.pages.by_name(at),
            5 => load::bare(load::get("/account").header(header::COOKIE, &self.pages.cookie)),
            6 => {
                // From the end of the numbers, where nobody has a seat.
                let person = seed::person(self.people - 1 - i64::try_from(at / 10).ok()?);
                let path = format!("/api/v1/pools/{}/assignments", self.pool);
                let body = json!({"people": [person]}).to_string();
                load::json(post(&path).header(header::COOKIE, &self.pages.cookie), body)
            }
            _ => self.programs.ask(at % usize::try_from(Self::PROGRAMS).unwrap_or(1)),
        }
    }
}

struct Platsd {
    child: Child,
    at: SocketAddr,
    /// From the start to the first answer, in seconds.
    answered_after: f64,
}

impl Platsd {
    fn start(place: &Place) -> Result<Platsd> {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let at = free.map_err(Error::fault)?;
        let settings = place.settings(at)?;
        let begin = time::now();
        let child = Command::new(path()?)
            .arg("serve")
            .arg("--config")
            .arg(settings)
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|why| Error::fault(format!("platsd cannot be started: {why}")))?;
        let mut platsd = Platsd { child, at, answered_after: 0.0 };
        while !answers(at) {
            if begin.elapsed() > Duration::from_secs(30)
                || platsd.child.try_wait().is_ok_and(|end| end.is_some())
            {
                return Err(Error::fault("platsd does not answer"));
            }
            thread::sleep(Duration::from_millis(1));
        }
        platsd.answered_after = begin.elapsed().as_secs_f64();
        Ok(platsd)
    }

    /// Told to stop as a supervisor does; how soon it had answered.
    fn end(mut self) -> Result<f64> {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        told.map_err(Error::fault)?;
        self.child.wait().map_err(Error::fault)?;
        Ok(self.answered_after)
    }

    /// In millions of bytes.
    fn memory(&self, word: &str) -> Result<f64> {
        let kibibytes = machine::number_in(format!("/proc/{}/status", self.child.id()), word);
        let kibibytes = kibibytes.ok_or_else(|| Error::fault(format!("the system does not tell {word}")))?;
        Ok(kibibytes as f64 * 1024.0 / 1e6)
    }
}

impl Drop for Platsd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn path() -> Result<PathBuf> {
    let own = std::env::current_exe().map_err(Error::fault)?;
    let path = own.with_file_name("platsd");
    match path.is_file() {
        true => Ok(path),
        false => Err(Error::fault(format!("{} is not built: cargo xtask bench does it", path.display()))),
    }
}

/// Whether the health of the program is answered by 200.
fn answers(at: SocketAddr) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(at)?;
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}
