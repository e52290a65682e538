//! The page of users, fifty rows of it: at few people and, in the same database, at very many.

use crate::{
    checkout::scattered,
    customer,
    load::{self, Ask, Heard, Load, drive},
    place::{self, Place, Server, engines},
    report::{Figure, Goal, Report, shown},
    seed,
    size::Size,
    time,
};
use hyper::header;
use kernel::Result;
use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

pub async fn measure(size: &Size, report: &mut Report) -> Result<()> {
    for engine in engines() {
        let (place, name) = (Place::new(engine)?, place::name(engine));
        let server = Server::start(&place).await?;
        let customer = customer::customer(&server.db).await?;
        let cookie = customer::admin(&server, customer.team).await?;
        let mut before = None;
        for (from, people) in [(0, size.few), (size.few, size.many)] {
            let begin = time::now();
            seed::people(&server.db, customer.team, from..people).await?;
            place.settle()?;
            eprintln!(
                "{} people written in {:.0} s",
                shown((people - from) as f64),
                begin.elapsed().as_secs_f64()
            );
            let pages = Pages {
                path: format!("/manage/teams/{}/users", customer.team),
                cookie: cookie.clone(),
                people,
            };
            let asked = Asked { server: &server, pages: &pages, size };
            let page = asked.rows(name, report).await?;
            if let Some(few) = before.replace(page.clone()) {
                let what = format!("users, a page anywhere, {} people, {name}", shown(size.many as f64));
                let reference = format!("{} people", shown(size.few as f64));
                report.beside(what, &page, (&reference, few.value), Some(Goal::AtLeast(FLAT)));
            }
        }
    }
    Ok(())
}

/// Flat, but for what two measurements of the same thing differ by.
const FLAT: f64 = 0.8;

struct Asked<'a> {
    server: &'a Server,
    pages: &'a Pages,
    size: &'a Size,
}

impl Asked<'_> {
    /// The rows of one engine and number of people; the rate of the page.
    async fn rows(&self, name: &str, report: &mut Report) -> Result<Figure> {
        let (pages, many) = (self.pages, self.size.connections);
        let at_people = format!("{} people, {name}", shown(pages.people as f64));
        let echo = self.server.echo(self.size.short(many)).await?;
        let page = Figure::rate(&self.under(self.size.load(), Pages::anywhere).await?);
        let what = format!("users, a page anywhere, {at_people}");
        report.beside(what, &page, ("echo", echo.rate()), Some(Goal::AtLeast(0.1)));
        let first = self.under(self.size.short(many), Pages::first).await?;
        report.beside(
            format!("users, the first page, {at_people}"),
            &Figure::rate(&first),
            ("echo", echo.rate()),
            None,
        );
        let packed = self.under(self.size.short(many), Pages::packed).await?;
        report.beside(
            format!("users, a page anywhere, compressed, {at_people}"),
            &Figure::rate(&packed),
            ("echo", echo.rate()),
            None,
        );
        for (what, ask) in ALONE {
            let heard = self.under(self.size.short(1), ask).await?;
            report.alone(format!("users, {what}, one at a time, {at_people}"), Figure::wait(&heard), None);
        }
        Ok(page)
    }

    async fn under(&self, load: Load, ask: fn(&Pages, usize) -> Option<Ask>) -> Result<Heard> {
        under(self.server.at, load, self.pages.clone(), ask).await
    }
}

type OnePage = fn(&Pages, usize) -> Option<Ask>;
const ALONE: [(&str, OnePage); 4] = [
    ("a page anywhere", Pages::anywhere),
    ("the first page", Pages::first),
    ("search for a last name", Pages::by_name),
    ("search for the beginning of an address", Pages::by_address),
];

/// Asks for the pages one after the other.
pub async fn under(at: SocketAddr, load: Load, pages: Pages, ask: OnePage) -> Result<Heard> {
    let asked = AtomicUsize::new(0);
    drive(at, load, move || ask(&pages, asked.fetch_add(1, Relaxed))).await
}

/// The pages of a team's users, as Maja's browser asks for them.
#[derive(Clone)]
pub struct Pages {
    pub path: String,
    pub cookie: String,
    /// They have the numbers from 0.
    pub people: i64,
}

impl Pages {
    pub fn anywhere(&self, at: usize) -> Option<Ask> {
        load::bare(self.get(&format!("after={}", seed::person(self.somebody(at)))))
    }
    pub fn first(&self, _: usize) -> Option<Ask> {
        load::bare(self.get(""))
    }
    /// As a browser takes it where no proxy does that work.
    fn packed(&self, at: usize) -> Option<Ask> {
        let page = self.get(&format!("after={}", seed::person(self.somebody(at))));
        load::bare(page.header(header::ACCEPT_ENCODING, "gzip, deflate, br"))
    }
    pub fn by_name(&self, at: usize) -> Option<Ask> {
        load::bare(self.get(&format!("q={}", seed::last_name(self.somebody(at)))))
    }
    pub fn by_address(&self, at: usize) -> Option<Ask> {
        load::bare(self.get(&format!("q={}", seed::beginning_of_address(self.somebody(at)))))
    }

    fn somebody(&self, at: usize) -> i64 {
        i64::try_from(scattered(at)).unwrap_or_default() % self.people
    }
    fn get(&self, query: &str) -> hyper::http::request::Builder {
        let path = if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) };
        load::get(&path).header(header::COOKIE, &self.cookie)
    }
}
