//! The demo's time machine: a server whose clock is set by hand, and people who act on it as they do in reality.
//!
//! What has a page for people in a browser (a link from a mail, signing in) goes through the router; the rest are the
//! verbs of the rooms, each with the actor who would use it.

use super::folder::MAILS;
use crate::{App, Config};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, Response, StatusCode, header},
};
use catalog::Files;
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use kernel::{Actor, Chance, Clock, Email, Error, FieldError, Result, Secret, Timestamp, clock::minutes};
use notifications::mailbox;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use store::{Command, Read};
use tower::ServiceExt;

/// What keeps a browser signed in.
pub(super) struct Cookie(String);

pub(super) struct Stage {
    pub files: Files,
    app: App,
    time: Arc<AtomicI64>,
    end: Timestamp,
    zone: TimeZone,
    mails: PathBuf,
    chance: Chance,
    password: Secret,
}

impl Stage {
    /// Time runs up to `end`; it starts at nothing, until the first [`Stage::at`].
    pub async fn open(config: &Config, end: Timestamp, chance: &Chance, password: Secret) -> Result<Stage> {
        let time = Arc::new(AtomicI64::new(end.minus(kernel::clock::days(500)).millis()));
        let read = time.clone();
        let clock = Clock::new(move || Timestamp::from_millis(read.load(Ordering::SeqCst)));
        let app = App::open(config, clock, chance.clone()).await?;
        Ok(Stage {
            files: Files::open(&config.data.join("builds").to_string_lossy())?,
            app,
            time,
            end,
            zone: TimeZone::get(&config.vendor.time_zone).map_err(Error::fault)?,
            mails: config.data.join(MAILS),
            chance: chance.clone(),
            password,
        })
    }

    pub fn chance(&self) -> &Chance {
        &self.chance
    }
    pub fn today(&self) -> Date {
        self.zone.to_datetime(self.end.to_jiff()).date()
    }
    pub fn moment(&self, day: Date, hour: i8, minute: i8) -> Result<Timestamp> {
        self.zone.to_timestamp(day.at(hour, minute, 0, 0)).map(Timestamp::from_jiff).map_err(Error::fault)
    }
    pub fn days_ago(&self, days: i64, hour: i8, minute: i8) -> Result<Timestamp> {
        let day = self.today().checked_sub(days.days()).map_err(Error::fault)?;
        self.moment(day, hour, minute)
    }
    pub fn minutes_ago(&self, count: u64) -> Timestamp {
        self.end.minus(minutes(count))
    }

    /// Time goes on to that moment, never back, and what is due by then is carried out.
    pub async fn at(&self, moment: Timestamp) -> Result<()> {
        self.time.fetch_max(moment.min(self.end).millis(), Ordering::SeqCst);
        self.carry_out().await
    }
    async fn carry_out(&self) -> Result<()> {
        self.app.jobs.run_all_due(&self.app.db).await.map(|_| ())
    }

    /// Somebody does something, and the mails that it leaves behind leave. The next act comes a second later.
    pub async fn act<T: Send + 'static>(
        &self,
        actor: &Actor,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let done = self.app.db.command(actor, verb).await?;
        self.time.fetch_add(1_000, Ordering::SeqCst);
        self.carry_out().await?;
        Ok(done)
    }
    pub async fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.app.db.read(actor, ask).await
    }

    /// The person with this address, with all roles that they have now.
    pub async fn actor(&self, email: &str) -> Result<Actor> {
        let address = taken(Email::parse("email", email))?;
        self.read(&Actor::system("demo"), move |cx| {
            let person = accounts::person_by_email(cx, &address)?.ok_or_else(Error::not_found)?;
            let places = web::session::places(cx, person.id)?;
            Ok(Actor::person(person.id, person.email, places.iter().map(|place| place.grant).collect()))
        })
        .await
    }

    /// Opens the link of the newest mail to this address and chooses the password.
    pub async fn follow_link(&self, email: &str) -> Result<()> {
        let mails = mailbox::to(&self.mails, email)?;
        let links = mails.iter().filter_map(|mail| mail.link.as_deref());
        let path = links.filter_map(|link| link.find("/welcome/").map(|at| &link[at..])).next();
        let path = path.ok_or_else(|| Error::fault(format!("demo: no mail with a link came to {email}")))?;
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("password", self.password.expose())
            .finish();
        self.browse(Method::POST, path, Some(form), None).await.map(|_| ())
    }

    /// Signs in with a browser, which keeps the cookie that is in the answer.
    pub async fn sign_in(&self, email: &str) -> Result<Cookie> {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("email", email)
            .append_pair("password", self.password.expose())
            .finish();
        let answer = self.browse(Method::POST, "/sign-in", Some(form), None).await?;
        let cookies = answer.headers().get_all(header::SET_COOKIE).iter();
        let mut pairs = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
        let session = pairs.find(|pair| pair.starts_with("session="));
        session.map(|pair| Cookie(pair.to_owned())).ok_or_else(Error::sign_in_needed)
    }

    /// Opens the home page: the person was seen now.
    pub async fn visit(&self, cookie: &Cookie) -> Result<()> {
        self.browse(Method::GET, "/account", None, Some(cookie)).await.map(|_| ())
    }

    async fn browse(
        &self,
        method: Method,
        path: &str,
        form: Option<String>,
        cookie: Option<&Cookie>,
    ) -> Result<Response<Body>> {
        let office = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 17)), 50_000);
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .extension(ConnectInfo(office))
            .header(header::USER_AGENT, BROWSER);
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if let Some(Cookie(pair)) = cookie {
            request = request.header(header::COOKIE, pair);
        }
        let request = request.body(form.map_or_else(Body::empty, Body::from)).map_err(Error::fault)?;
        let answer = self.app.router.clone().oneshot(request).await.map_err(Error::fault)?;
        match answer.status() {
            StatusCode::OK | StatusCode::SEE_OTHER => Ok(answer),
            status => Err(Error::fault(format!("demo: {path} answered {status}"))),
        }
    }
}

const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/// What the demo's own texts were parsed into.
pub(super) fn taken<T, E: IntoErrors>(parsed: Result<T, E>) -> Result<T> {
    parsed.map_err(|error| Error::fields(error.into_errors()))
}

pub(super) trait IntoErrors {
    fn into_errors(self) -> Vec<FieldError>;
}
impl IntoErrors for FieldError {
    fn into_errors(self) -> Vec<FieldError> {
        vec![self]
    }
}
impl IntoErrors for Vec<FieldError> {
    fn into_errors(self) -> Vec<FieldError> {
        self
    }
}
