//! `/demo/mailbox`: the mails of the demo, as their readers would see them. No other server has these pages.

use crate::texts;
use axum::{
    Extension, Router,
    extract::{Path, Query, Request},
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use i18n_embed_fl::fl;
use kernel::{Error, Lang, MailId, Result};
use maud::{Markup, html};
use notifications::mailbox::{self, Stored};
use serde::Deserialize;
use std::{path::PathBuf, sync::Arc};
use web::{
    Handled, Page, Site, Visit,
    components::{button, col, crumbs, empty, filters, head, pager, table, tabs, tabs::tab, tr},
    format,
};

/// The folder of the mails, and the address that their links lead to.
#[derive(Debug, Clone)]
pub(super) struct Mails(Arc<(PathBuf, String)>);

impl Mails {
    pub fn new(folder: PathBuf, public_url: &str) -> Self {
        Mails(Arc::new((folder, public_url.to_owned())))
    }

    async fn all(&self) -> Result<Vec<Stored>> {
        let folder = self.0.0.clone();
        tokio::task::spawn_blocking(move || mailbox::list(&folder)).await.map_err(Error::fault)?
    }

    async fn one(&self, id: MailId) -> Result<Stored> {
        let all = self.all().await?;
        let mail = all.into_iter().find(|mail| mail.id == id).ok_or_else(Error::not_found)?;
        Ok(Stored { text: self.at_home(&mail.text), html: self.at_home(&mail.html), ..mail })
    }

    /// A demo that was made at one port may be shown at another.
    fn at_home(&self, text: &str) -> String {
        let mut pieces = text.split("http://localhost:");
        let mut whole = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            whole += &self.0.1;
            whole += piece.trim_start_matches(|letter: char| letter.is_ascii_digit());
        }
        whole
    }
}

pub(super) fn routes(mails: Mails) -> Router<Site> {
    Router::new()
        .route(PATH, get(list))
        .route("/demo/mailbox/{mail}", get(read))
        .route("/demo/mailbox/{mail}/html", get(letter))
        .layer(Extension(mails))
}

pub(super) const PATH: &str = "/demo/mailbox";
const SIZE: usize = 50;

/// A mail brings its own styles, and stands in a frame of the page: the policy says so for these addresses alone.
pub(super) fn framed(router: Router) -> Router {
    router.layer(middleware::from_fn(async |request: Request, next: Next| {
        let path = request.uri().path().to_owned();
        let mut answer = next.run(request).await;
        if path.starts_with("/demo/mailbox/") {
            let policy = if path.ends_with("/html") { LETTER } else { AROUND };
            answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        }
        answer
    }))
}

const AROUND: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
const LETTER: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
     frame-ancestors 'self'; form-action 'none'; \
     sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Which {
    /// A piece of an address, a name or a subject.
    q: String,
    /// The number of the page, from 0.
    page: usize,
}

async fn list(visit: Visit, Extension(mails): Extension<Mails>, Query(which): Query<Which>) -> Handled<Page> {
    let (all, t) = (mails.all().await?, texts(visit.lang));
    let wanted = which.q.trim().to_lowercase();
    let found: Vec<&Stored> = all.iter().filter(|mail| is_about(mail, &wanted)).collect();
    let shown = found.iter().skip(which.page.saturating_mul(SIZE)).take(SIZE);
    let way = |page: usize| format!("{PATH}?{}", query(&which.q, page));
    let newer = which.page.checked_sub(1).map(way);
    let older =
        (found.len() > which.page.saturating_add(1).saturating_mul(SIZE)).then(|| way(which.page + 1));
    let body = html! {
        div.narrow {
            (head(fl!(t, "mailbox")).sub(fl!(t, "mailbox-sub", count = all.len()))
                .act(other_language(visit.lang, PATH)))
            (filters(visit.lang, PATH).search("q", &which.q, fl!(t, "mailbox-search")))
            (table(fl!(t, "mailbox")).cols([col(fl!(t, "subject")).main(), col(fl!(t, "to")).leaves(2).under_name(), col(fl!(t, "sent")).number()])
                .rows(shown.map(|mail| mail_row(&visit, mail)))
                .or_empty(empty("", fl!(t, "no-mail"), "", "")))
            (pager(newer, older, visit.lang).size(SIZE as u64))
        }
    };
    Ok(visit.page(&fl!(t, "mailbox"), body))
}

fn is_about(mail: &Stored, wanted: &str) -> bool {
    [&mail.to, &mail.to_name, &mail.subject].iter().any(|text| text.to_lowercase().contains(wanted))
}

fn query(q: &str, page: usize) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("q", q)
        .append_pair("page", &page.to_string())
        .finish()
}

pub(super) fn other_language(lang: Lang, path: &str) -> Markup {
    let other = if lang == Lang::Sv { Lang::En } else { Lang::Sv };
    html! { (button::quiet(other.own_name()).icon("globe").href(format!("/language?to={}&back={path}", other.tag()))) }
}

fn mail_row(visit: &Visit, mail: &Stored) -> table::Tr {
    let zone = visit.zone();
    tr().tap()
        .cell(html! { a.go href=(format!("{PATH}/{}", mail.id)) { (mail.subject) } })
        .cell(html! { span.small { (mail.to) } })
        .cell(html! {
            time.faint.small datetime=(format::machine(mail.at)) {
                (format::seen(Some(mail.at), visit.now(), &zone, visit.lang))
            }
        })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Side {
    /// `text`, or the drawn one.
    side: String,
}

async fn read(
    visit: Visit,
    Extension(mails): Extension<Mails>,
    Path(id): Path<MailId>,
    Query(side): Query<Side>,
) -> Handled<Page> {
    let (mail, t) = (mails.one(id).await?, texts(visit.lang));
    let (path, as_text) = (format!("{PATH}/{id}"), side.side == "text");
    let way = [(fl!(t, "mailbox"), PATH), (mail.subject.clone(), "")];
    let sides = [
        tab(fl!(t, "as-html"), path.as_str()).current(!as_text),
        tab(fl!(t, "as-text"), format!("{path}?side=text")).current(as_text),
    ];
    let when = format::date_time(mail.at, &visit.zone(), visit.lang);
    let body = html! {
        div.narrow {
            (head(&mail.subject).crumbs(crumbs(visit.lang, way))
                .sub(html! { (fl!(t, "to-whom", name = mail.to_name.as_str(), email = mail.to.as_str())) " · " (when) }))
            (tabs(fl!(t, "sides"), sides))
            @if as_text { pre.plain { (linked(&mail.text)) } }
            @else {
                iframe.letter src=(format!("{path}/html")) title=(mail.subject)
                    sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" {}
            }
        }
    };
    Ok(visit.page(&mail.subject, body))
}

/// The drawn mail by itself. Its links lead out of the frame.
async fn letter(Extension(mails): Extension<Mails>, Path(id): Path<MailId>) -> Handled<Response> {
    let mail = mails.one(id).await?;
    Ok(Html(mail.html.replacen("<head>", "<head><base target=\"_top\">", 1)).into_response())
}

/// Plain text whose addresses can be clicked.
fn linked(text: &str) -> Markup {
    html! {
        @for (at, piece) in text.split("http").enumerate() {
            @if at == 0 { (piece) }
            @else if let Some(end) = address_end(piece) {
                @let address = format!("http{}", &piece[..end]);
                a href=(address) { (address) } (piece[end..])
            }
            @else { "http" (piece) }
        }
    }
}

/// Where the rest of an address ends, behind its `http`.
fn address_end(piece: &str) -> Option<usize> {
    let rest = piece.strip_prefix("s://").or_else(|| piece.strip_prefix("://"))?;
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '(' | ')');
    let end = piece.len() - rest.len() + rest.find(ends).unwrap_or(rest.len());
    Some(piece[..end].trim_end_matches(['.', ',', ';']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_where_the_demo_is_now() {
        let mails = Mails::new("mail".into(), "http://localhost:9000");
        let text = "Go to http://localhost:8080/welcome/plats_x or http://localhost:8080, not https://a.example:8080.";
        let there = "Go to http://localhost:9000/welcome/plats_x or http://localhost:9000, not https://a.example:8080.";
        assert_eq!(mails.at_home(text), there);
    }

    #[test]
    fn addresses_in_a_text_can_be_clicked() {
        let html = linked("See <https://a.example/b>, http and http://c.example/d.").into_string();
        assert_eq!(
            html,
            "See &lt;<a href=\"https://a.example/b\">https://a.example/b</a>&gt;, http and \
             <a href=\"http://c.example/d\">http://c.example/d</a>."
        );
    }
}
