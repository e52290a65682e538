//! A table of people, from its upload to its last row: few of them and very many, in a team of that size.

use crate::{
    customer,
    load::{ask, get, post},
    place::{self, Place, Server, engines},
    report::{Figure, Report, shown},
    seed,
    size::Size,
    time,
};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, header};
use kernel::{Error, Result};
use serde_json::Value;

pub async fn measure(size: &Size, report: &mut Report) -> Result<()> {
    for engine in engines() {
        let (place, name) = (Place::new(engine)?, place::name(engine));
        let server = Server::start_with_jobs(&place).await?;
        let customer = customer::customer(&server.db).await?;
        let cookie = customer::admin(&server, customer.team).await?;
        seed::people(&server.db, customer.team, 0..size.rows).await?;
        place.settle()?;
        let mut before: Option<[Figure; 2]> = None;
        for rows in [size.few, size.rows] {
            let path = format!("/api/v1/teams/{}/imports?act=assign&pools={}", customer.team, customer.pool);
            let asked = Asked { server: &server, cookie: &cookie };
            let from = if before.is_some() { size.few } else { 0 };
            let figures = asked.one(&path, from..rows).await?;
            let words = ["looked at", "carried out"]
                .map(|what| format!("import, rows {what}, {} rows, {name}", shown((rows - from) as f64)));
            for (what, (at, figure)) in words.into_iter().zip(figures.iter().enumerate()) {
                match &before {
                    Some(few) => {
                        let reference = format!("{} rows", shown(size.few as f64));
                        report.beside(what, figure, (&reference, few[at].value), None);
                    }
                    None => report.alone(what, figure.clone(), None),
                }
            }
            before = Some(figures);
        }
    }
    Ok(())
}

struct Asked<'a> {
    server: &'a Server,
    cookie: &'a str,
}

impl Asked<'_> {
    /// Rows a second, until what they would do is known, and until it is done.
    async fn one(&self, path: &str, rows: std::ops::Range<i64>) -> Result<[Figure; 2]> {
        let count = (rows.end - rows.start) as f64;
        let table: String =
            rows.map(|row| format!("{}@bygg.example\n", seed::beginning_of_address(row))).collect();
        let begun = time::now();
        let import = self.send(post(path).header(header::CONTENT_TYPE, "text/csv"), table.into()).await?;
        let import = format!("/api/v1/imports/{}", import["id"].as_str().unwrap_or_default());
        self.until(&import, "ready").await?;
        let looked = begun.elapsed().as_secs_f64();
        let begun = time::now();
        let confirm = post(&format!("{import}/confirmation")).method(Method::PUT);
        self.send(confirm, Bytes::new()).await?;
        self.until(&import, "done").await?;
        let done = begun.elapsed().as_secs_f64();
        Ok([looked, done].map(|seconds| Figure::new(count / seconds, " rows/s")))
    }

    async fn until(&self, import: &str, state: &str) -> Result<()> {
        loop {
            let seen = self.send(get(import), Bytes::new()).await?;
            match seen["state"].as_str() {
                Some(now) if now == state => return Ok(()),
                Some(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
                None => return Err(Error::fault(seen)),
            }
        }
    }

    async fn send(&self, request: hyper::http::request::Builder, body: Bytes) -> Result<Value> {
        let request =
            request.header(header::COOKIE, self.cookie).body(Full::new(body)).map_err(Error::fault)?;
        let answer = ask(self.server.at, request).await?;
        serde_json::from_slice(answer.body()).map_err(Error::fault)
    }
}
