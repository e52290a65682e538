//! A program gets its lease: nine of ten requests renew one, the tenth is somebody's first.

use crate::{
    customer,
    load::{self, Ask, Heard, Load, drive, post},
    machine, pgbench,
    place::{self, Place, Server, engines},
    report::{Figure, Goal, Report},
    seed,
    size::Size,
};
use bytes::Bytes;
use hyper::header;
use kernel::Result;
use lease::SigningKey;
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use store::Engine;

pub async fn measure(size: &Size, report: &mut Report) -> Result<()> {
    for engine in engines() {
        let place = Place::new(engine)?;
        let (checkout, echo) = on(&place, size).await?;
        let (what, checkout) =
            (format!("checkout over HTTP, {}", place::name(engine)), Figure::rate(&checkout));
        match engine {
            Engine::Sqlite => {
                let appends = machine::appends(place.folder(), size.window / 2)?;
                report.beside(&what, &checkout, ("echo", echo.rate()), Some(Goal::AtLeast(0.15)));
                report.beside(what, &checkout, ("4 KiB + fdatasync", appends), Some(Goal::AtLeast(2.5)));
            }
            Engine::Postgres => {
                report.beside(&what, &checkout, ("echo", echo.rate()), None);
                let reference = pgbench::rate(&place, &SCRIPTS, size.window)?;
                report.beside(what, &checkout, ("pgbench", reference), Some(Goal::AtLeast(1.3)));
            }
        }
    }
    Ok(())
}

/// What `POST /api/v1/leases` asks the database, as pgbench would, all of it in one transaction.
///
/// Both: the token, the product, the holder (locked), the seat, the grant, the privacy statement and what is held. Then a
/// renewal writes the lease. A first lease asks for the seat and the holder once more and for the number of the lease, and
/// writes the holder, the consent, the device, the lease and two rows of the audit log.
const SCRIPTS: [pgbench::Script; 2] = [
    pgbench::Script { weight: 9, selects: 7, updates: 1, inserts: 0 },
    pgbench::Script { weight: 1, selects: 10, updates: 0, inserts: 6 },
];

async fn on(place: &Place, size: &Size) -> Result<(Heard, Heard)> {
    let server = Server::start(place).await?;
    let customer = customer::customer(&server.db).await?;
    let everybody = 0..size.regulars + size.newcomers;
    seed::people(&server.db, customer.team, everybody.clone()).await?;
    seed::seats(&server.db, customer.seats(), everybody.clone()).await?;
    let programs = Programs::of(seed::programs(&server.db, everybody).await?);
    place.settle()?;

    let regulars = usize::try_from(size.regulars).unwrap_or_default();
    let begun = programs.clone();
    let asked = AtomicUsize::new(0);
    let begin = move || begun.ask(Some(asked.fetch_add(1, Relaxed)).filter(|at| *at < regulars)?);
    drive(server.at, Load::until_done(size.connections), begin).await?;

    let echo = server.echo(size.short(size.connections)).await?;
    let checkout = drive(server.at, size.load(), programs.mixed(regulars)).await?;
    Ok((checkout, echo))
}

/// Requests for leases, each of a person's own program on a device of their own.
#[derive(Clone)]
pub struct Programs(std::sync::Arc<[(String, Bytes)]>);

impl Programs {
    pub fn of(tokens: Vec<String>) -> Programs {
        let request = |(at, token): (usize, String)| (token, Bytes::from(request_of(customer::PRODUCT, at)));
        Programs(tokens.into_iter().enumerate().map(request).collect())
    }

    pub fn ask(&self, at: usize) -> Option<Ask> {
        let (token, body) = self.0.get(at)?;
        load::json(
            post("/api/v1/leases").header(header::AUTHORIZATION, format!("Bearer {token}")),
            body.clone(),
        )
    }

    /// Regulars in no order, and at every tenth request somebody new, until all have come.
    fn mixed(self, regulars: usize) -> impl Fn() -> Option<Ask> + Send + Sync + 'static {
        let asked = AtomicUsize::new(0);
        move || {
            let at = asked.fetch_add(1, Relaxed);
            self.ask(if at % 10 == 9 { regulars + at / 10 } else { scattered(at) % regulars })
        }
    }
}

/// What a program on the n-th device sends.
pub fn request_of(product: &str, device: usize) -> String {
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&device.to_be_bytes());
    json!({
        "product": product,
        "version": "2027.1",
        "privacy": customer::PRIVACY,
        "device": {
            "fingerprint": format!("{device:064x}"),
            "key": SigningKey::from_seed(seed).public().to_base64url(),
            "name": format!("MALMO-WS-{device:05}"),
            "platform": "windows-x64",
        },
    })
    .to_string()
}

/// Numbers in an order that nobody sees through, the same in every run.
pub fn scattered(at: usize) -> usize {
    let mixed = (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33) as usize
}
