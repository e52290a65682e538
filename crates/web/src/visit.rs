//! One request as a handler sees it: who asks, in which language, and how to answer.

use crate::{
    cookies,
    journal::{Line, route},
    layout::{self, Frame, FramePerson, Scheme, TeamChoice, Toast},
    page::Page,
    problem::{self, Asked},
    session::{self, Visitor},
    site::{Hooks, Site},
};
use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use kernel::{Actor, Error, Lang, Result, Secret, Timestamp};
use maud::Markup;
use std::{convert::Infallible, net::SocketAddr, sync::Arc};
use store::{Command, Read};

/// The request as it was identified, for every handler that takes it as an argument.
#[derive(Clone)]
pub struct Visit(Arc<VisitFacts>);

pub struct VisitFacts {
    pub site: Site,
    pub actor: Actor,
    /// Who is signed in by cookie; None for programs and for nobody.
    pub visitor: Option<Visitor>,
    pub lang: Lang,
    pub path: String,
    /// The route that the path fits, for the log: the path itself may hold a token.
    pub route: String,
    /// Path and query, for the way back after signing in.
    pub target: String,
    pub address: String,
    pub user_agent: String,
    toast: Option<Toast>,
    /// The session's cookie with a new age, for somebody who stays signed in.
    renewed: Option<HeaderValue>,
}

impl std::ops::Deref for Visit {
    type Target = VisitFacts;
    fn deref(&self) -> &VisitFacts {
        &self.0
    }
}

impl Visit {
    pub fn visitor(&self) -> Result<&Visitor> {
        self.actor.signed_in()?;
        self.visitor.as_ref().ok_or_else(Error::sign_in_needed)
    }
    pub fn now(&self) -> Timestamp {
        self.site.db.now()
    }
    /// The zone in which dates are shown to this reader.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        match &self.visitor {
            Some(visitor) => visitor.zone(),
            None => jiff::tz::TimeZone::get(&self.site.house().time_zone).unwrap_or(jiff::tz::TimeZone::UTC),
        }
    }

    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.site.db.read(&self.actor, ask).await
    }
    pub async fn command<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.site.db.command(&self.actor, verb).await
    }
    /// A command that waits for others with the same key (see [`store::Db::command_on`]).
    pub async fn command_on<T: Send + 'static>(
        &self,
        key: impl std::hash::Hash,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.site.db.command_on(key, &self.actor, verb).await
    }

    /// A page in the frame with navigation.
    pub fn page(&self, title: &str, body: Markup) -> Page {
        Page::new(layout::page(&self.frame(), title, body), self.toast.is_some())
    }
    /// The same without padding, for a list with a panel.
    pub fn flush_page(&self, title: &str, body: Markup) -> Page {
        Page::new(layout::flush_page(&self.frame(), title, body), self.toast.is_some())
    }
    /// A page outside the frame: signing in, consent, links from mails.
    pub fn sheet(&self, title: &str, body: Markup) -> Page {
        Page::new(layout::sheet_page(&self.frame(), title, body), self.toast.is_some())
    }

    /// The same with a wider column: consent, choices.
    pub fn wide_sheet(&self, title: &str, body: Markup) -> Page {
        Page::new(layout::wide_sheet_page(&self.frame(), title, body), self.toast.is_some())
    }

    fn frame(&self) -> Frame {
        let visitor = self.visitor.as_ref();
        Frame {
            lang: self.lang,
            scheme: visitor
                .map_or(Scheme::Device, |visitor| Scheme::from_name(&visitor.scheme).unwrap_or_default()),
            vendor: self.site.face(),
            person: visitor.map(|visitor| FramePerson {
                first: visitor.first_name.clone(),
                last: visitor.last_name.clone(),
                email: visitor.email.clone(),
            }),
            nav: (self.site.hooks.navigation)(self),
            teams: visitor.map(|visitor| self.team_choices(visitor)).unwrap_or_default(),
            path: self.target.clone(),
            toast: self.toast.clone(),
            search_href: visitor.and(self.site.hooks.search).map(str::to_owned),
            ..Frame::default()
        }
    }

    fn team_choices(&self, visitor: &Visitor) -> Vec<TeamChoice> {
        let current = self.current_team();
        visitor
            .administered()
            .filter(|(team, _, place)| place.archived_at.is_none() || Some(*team) == current)
            .map(|(team, _, place)| TeamChoice {
                label: place.name.clone(),
                of: place.organization_name.clone(),
                role_label: crate::role_label(place.grant.role, self.lang),
                href: format!("/manage/teams/{team}/users"),
                current: Some(team) == current,
            })
            .collect()
    }

    /// The team that the path names; or the first that the visitor is primary admin of, or at least administers. One
    /// that rests is the last choice.
    pub fn current_team(&self) -> Option<kernel::TeamId> {
        let named = self.path.split('/').find_map(|part| part.parse::<kernel::TeamId>().ok());
        let teams = || self.visitor.iter().flat_map(Visitor::administered);
        let awake = || teams().find(|(.., place)| place.archived_at.is_none());
        let own = || {
            let awake = teams().filter(|(.., place)| place.archived_at.is_none());
            awake.into_iter().find(|(.., place)| place.grant.role == kernel::Role::PrimaryAdmin)
        };
        let usual = || own().or_else(awake).or_else(|| teams().next()).map(|(team, ..)| team);
        named.filter(|named| teams().any(|(team, ..)| team == *named)).or_else(usual)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get::<Visit>()
            .cloned()
            .unwrap_or_else(|| unreachable!("identify runs before handlers")))
    }
}

/// Middleware: finds out who asks, before any handler runs. Whoever comes with a token that is none is refused here.
pub async fn identify(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let line = Line::begin(site.db.now(), request.method());
    let mut facts = facts(site, &request);
    let named = name(&mut facts, request.headers()).await;
    let visit = Visit(Arc::new(facts));
    let mut response = match named {
        Ok(()) => {
            request.extensions_mut().insert(visit.clone());
            next.run(request).await
        }
        Err(error) => problem::answer(&visit, Asked::of(&request), &error),
    };
    if let Some(cookie) = &visit.renewed
        && !cookies::sets_session(&visit.site, response.headers())
    {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    line.end(&visit, response.status());
    response
}

/// What the request says by itself; of nobody so far.
fn facts(site: Site, request: &Request) -> VisitFacts {
    let headers = request.headers();
    let wished = Lang::negotiate(text(headers, header::ACCEPT_LANGUAGE));
    VisitFacts {
        actor: Actor { request_id: request_id(&site), ..Actor::nobody() },
        visitor: None,
        lang: chosen_lang(headers).or(wished).unwrap_or_default(),
        path: request.uri().path().to_owned(),
        route: route(request),
        target: request.uri().path_and_query().map_or("/", |target| target.as_str()).to_owned(),
        address: address(&site, request),
        user_agent: text(headers, header::USER_AGENT).to_owned(),
        toast: cookies::toast(headers),
        renewed: None,
        site,
    }
}

/// Who it is, by token or by cookie.
async fn name(facts: &mut VisitFacts, headers: &HeaderMap) -> Result<()> {
    if let Some(token) = bearer(headers) {
        let actor = by_token(&facts.site, token).await?;
        facts.acts_as(actor);
    } else if let Some(token) = cookies::session(headers, &facts.site)
        && let Some((visitor, renewed)) = by_cookie(&facts.site, token).await?
    {
        facts.renewed = renewed;
        facts.lang = chosen_lang(headers).unwrap_or(visitor.lang);
        facts.acts_as(visitor.actor());
        facts.visitor = Some(visitor);
    }
    Ok(())
}

impl VisitFacts {
    fn acts_as(&mut self, actor: Actor) {
        let request_id = std::mem::take(&mut self.actor.request_id);
        self.actor = Actor { request_id, ..actor };
    }
}

fn chosen_lang(headers: &HeaderMap) -> Option<Lang> {
    cookies::get(headers, "lang").and_then(|tag| tag.parse().ok())
}

/// The visitor, and the cookie anew when the session goes on for longer than the browser was told.
async fn by_cookie(site: &Site, token: Secret) -> Result<Option<(Visitor, Option<HeaderValue>)>> {
    let asked = token.clone();
    let found = site.db.read(&Actor::nobody(), move |cx| session::visitor(cx, &asked)).await?;
    let (Some(found), now) = (found, site.db.now()) else { return Ok(None) };
    if !found.touch_is_due(now) {
        return Ok(Some((found.visitor, None)));
    }
    let (session, actor, note) = (found.visitor.session, found.visitor.actor(), site.hooks.note);
    // The person before the session, as everybody who ends sessions holds them: so no two wait for each other.
    let touch = move |cx: &mut Command| note(cx, &actor).and_then(|()| session::touch(cx, session));
    let noted = in_passing(site, touch).await;
    let age = found.cookie_age(now).filter(|_| noted);
    Ok(Some((found.visitor, age.map(|age| cookies::stay_signed_in(site, &token, age)))))
}

async fn by_token(site: &Site, token: Secret) -> Result<Actor> {
    let Hooks { bearer, is_programs, note, .. } = site.hooks;
    if is_programs(&token) {
        return Ok(Actor::nobody());
    }
    let found = site.db.read(&Actor::nobody(), move |cx| bearer(cx, &token)).await?;
    let caller = found.ok_or_else(Error::sign_in_needed)?;
    if caller.note_due {
        let actor = caller.actor.clone();
        in_passing(site, move |cx| note(cx, &actor)).await;
    }
    Ok(caller.actor)
}

/// When a visitor was seen last is worth knowing, and no reason to send anybody away. Whether it was noted.
async fn in_passing(site: &Site, verb: impl Fn(&mut Command) -> Result<()> + Send + 'static) -> bool {
    let noted = site.db.command(&Actor::nobody(), verb).await;
    if let Err(error) = &noted {
        tracing::warn!(error = error.for_the_log(), "who was here could not be noted");
    }
    noted.is_ok()
}

/// The token of an `Authorization: Bearer` header (RFC 6750).
pub fn bearer(headers: &HeaderMap) -> Option<Secret> {
    let value = text(headers, header::AUTHORIZATION);
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| Secret::new(token.trim()))
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn address(site: &Site, request: &Request) -> String {
    let forwarded = site
        .behind_proxy
        .then(|| request.headers().get("x-forwarded-for")?.to_str().ok()?.rsplit(',').next())
        .flatten()
        .map(|address| address.trim().to_owned());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    forwarded.or(peer).unwrap_or_default()
}

fn request_id(site: &Site) -> String {
    format!("req_{}", kernel::secret::hex(&site.db.chance().bytes::<8>()))
}
