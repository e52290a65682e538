//! Seats of one pool that everybody wants, given over HTTP to one person at a time.

use crate::{
    customer,
    load::{self, Heard, drive, post},
    machine,
    place::{self, Place, Server, engines},
    report::{Figure, Report},
    seed,
    size::Size,
};
use hyper::header;
use kernel::Result;
use serde_json::json;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

pub async fn measure(size: &Size, report: &mut Report) -> Result<()> {
    for engine in engines() {
        let place = Place::new(engine)?;
        let (given, echo) = on(&place, size).await?;
        let appends = machine::appends(place.folder(), size.window / 2)?;
        let (what, given) = (format!("seat of one hot pool, {}", place::name(engine)), Figure::rate(&given));
        report.beside(&what, &given, ("echo", echo.rate()), None);
        report.beside(what, &given, ("4 KiB + fdatasync", appends), None);
    }
    Ok(())
}

async fn on(place: &Place, size: &Size) -> Result<(Heard, Heard)> {
    let server = Server::start(place).await?;
    let customer = customer::customer(&server.db).await?;
    seed::people(&server.db, customer.team, 0..size.hot).await?;
    let cookie = customer::admin(&server, customer.team).await?;
    place.settle()?;

    let echo = server.echo(size.short(size.connections)).await?;
    let (path, next, end) =
        (format!("/api/v1/pools/{}/assignments", customer.pool), AtomicI64::new(0), size.hot);
    let give = move || {
        let number = Some(next.fetch_add(1, Relaxed)).filter(|number| *number < end)?;
        let body = json!({"people": [seed::person(number)]}).to_string();
        load::json(post(&path).header(header::COOKIE, &cookie), body)
    };
    let given = drive(server.at, size.load(), give).await?;
    Ok((given, echo))
}
