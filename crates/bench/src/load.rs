//! Load over HTTP: so many keep-alive connections, each with one request under way.

use crate::time;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::Incoming,
    client::conn::http1::{self, SendRequest},
    header,
};
use hyper_util::rt::TokioIo;
use kernel::{Error, Result};
use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, task::JoinSet};

pub type Ask = Request<Full<Bytes>>;

#[derive(Clone, Copy)]
pub struct Load {
    pub connections: usize,
    pub warm_up: Duration,
    pub window: Duration,
}

impl Load {
    /// As long as there is something to ask; nothing of it is lost to a warm-up.
    pub fn until_done(connections: usize) -> Load {
        Load { connections, warm_up: Duration::ZERO, window: Duration::from_secs(3600) }
    }
}

/// What was answered within the window.
#[derive(Debug, Default)]
pub struct Heard {
    /// How long each answer took, shortest first.
    waits: Vec<Duration>,
    elapsed: Duration,
    /// Answers that were no success, and the status of one of them. They are not in `waits`.
    pub refused: Option<(usize, u16)>,
}

impl Heard {
    pub fn rate(&self) -> f64 {
        let seconds = self.elapsed.as_secs_f64();
        if seconds > 0.0 { self.waits.len() as f64 / seconds } else { 0.0 }
    }
    /// In milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.waits.len() * percent / 100).min(self.waits.len().saturating_sub(1));
        self.waits.get(at).map_or(0.0, |wait| wait.as_secs_f64() * 1000.0)
    }

    fn add(&mut self, other: Connection, begin: Instant) {
        self.waits.extend(other.waits);
        self.elapsed = self.elapsed.max(other.last.saturating_duration_since(begin));
        if let Some((count, status)) = other.refused {
            self.refused = Some((self.refused.map_or(0, |(sum, _)| sum) + count, status));
        }
    }
}

/// Asks what `next` says until the window ends, or until there is nothing left to ask.
pub async fn drive(
    at: SocketAddr,
    load: Load,
    next: impl Fn() -> Option<Ask> + Send + Sync + 'static,
) -> Result<Heard> {
    let next = Arc::new(next);
    let begin = time::now() + load.warm_up;
    let end = begin + load.window;
    let mut connections = JoinSet::new();
    for _ in 0..load.connections {
        let next = next.clone();
        connections.spawn(async move { Connection::drive(at, begin, end, &*next).await });
    }
    let mut heard = Heard::default();
    while let Some(done) = connections.join_next().await {
        heard.add(done.map_err(Error::fault)??, begin);
    }
    heard.waits.sort_unstable();
    Ok(heard)
}

/// One request on a connection of its own, with its whole answer.
pub async fn ask(at: SocketAddr, request: Ask) -> Result<Response<Bytes>> {
    let mut sender = connect(at).await?;
    let (head, body) = sender.send_request(request).await.map_err(Error::fault)?.into_parts();
    let body = body.collect().await.map_err(Error::fault)?.to_bytes();
    Ok(Response::from_parts(head, body))
}

pub fn get(path: &str) -> hyper::http::request::Builder {
    Request::get(path).header(header::HOST, HOST)
}
pub fn post(path: &str) -> hyper::http::request::Builder {
    Request::post(path).header(header::HOST, HOST)
}
const HOST: &str = "127.0.0.1";

/// The request with nothing in it.
pub fn bare(request: hyper::http::request::Builder) -> Option<Ask> {
    request.body(Full::default()).ok()
}
pub fn json(request: hyper::http::request::Builder, body: impl Into<Bytes>) -> Option<Ask> {
    request.header(header::CONTENT_TYPE, "application/json").body(Full::new(body.into())).ok()
}

async fn connect(at: SocketAddr) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(at).await.map_err(Error::fault)?;
    stream.set_nodelay(true).map_err(Error::fault)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(Error::fault)?;
    tokio::spawn(connection);
    Ok(sender)
}

struct Connection {
    waits: Vec<Duration>,
    last: Instant,
    refused: Option<(usize, u16)>,
}

impl Connection {
    async fn drive(
        at: SocketAddr,
        begin: Instant,
        end: Instant,
        next: &(impl Fn() -> Option<Ask> + Send + Sync),
    ) -> Result<Connection> {
        let mut own = Connection { waits: vec![], last: begin, refused: None };
        let mut sender = connect(at).await?;
        let mut asked = time::now();
        while asked < end
            && let Some(request) = next()
        {
            sender.ready().await.map_err(Error::fault)?;
            let response = sender.send_request(request).await.map_err(Error::fault)?;
            let status = response.status();
            read(response).await?;
            let answered = time::now();
            if !status.is_success() {
                let count = own.refused.map_or(0, |(count, _)| count);
                own.refused = Some((count + 1, status.as_u16()));
            } else if asked >= begin && answered <= end {
                own.waits.push(answered - asked);
                own.last = answered;
            }
            asked = answered;
        }
        Ok(own)
    }
}

async fn read(response: Response<Incoming>) -> Result<()> {
    let mut body = response.into_body();
    while let Some(frame) = body.frame().await {
        frame.map_err(Error::fault)?;
    }
    Ok(())
}
