//! Every mail that left the house or tried to, for the vendor (mission B14).

use crate::{
    pages::{href, panel::letters::status_sign},
    queries::{self, MailLine, Newest},
    texts,
};
use axum::extract::{Path, Query};
use i18n_embed_fl::fl;
use kernel::{Lang, MailId, Permission, Scope};
use maud::{Markup, html};
use notifications::Status;
use web::{
    Filled, Form, Handled, Nothing, Page, Visit,
    components::{Is, button, empty, filters, head, note, pager, row, rows, rows::Row, tabs, tabs::tab},
    format,
};

const SIZE: i64 = 50;
const PATH: &str = "/vendor/mails";

#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(super) struct MailQuery {
    q: String,
    status: String,
    after: String,
    before: String,
}

impl MailQuery {
    fn href(&self, name: &str, value: &str) -> String {
        let own = [("q", self.q.as_str()), ("status", self.status.as_str())];
        let kept = own.into_iter().filter(|(other, _)| *other != name);
        let pairs: Vec<_> = kept.chain([(name, value)]).collect();
        href(PATH, &pairs)
    }
    fn window(&self) -> Newest {
        Newest { after: self.after.parse().ok(), before: self.before.parse().ok(), size: SIZE }
    }
}

pub(super) async fn get(visit: Visit, Query(query): Query<MailQuery>) -> Handled<Page> {
    page(&visit, &query, &Filled::fresh(visit.lang)).await
}

async fn page(visit: &Visit, query: &MailQuery, filled: &Filled) -> Handled<Page> {
    let (window, status, to) = (
        query.window(),
        Status::from_name(&query.status),
        query.q.trim().chars().take(200).collect::<String>(),
    );
    let mut list = visit
        .read(move |cx| {
            cx.require(Permission::ManageVendor, Scope::Vendor)?;
            queries::mails(cx, status, &to, window)
        })
        .await?;
    let pages = pages(query, &mut list, visit.lang);
    let t = texts(visit.lang);
    let search = filters(visit.lang, PATH).search("q", &query.q, fl!(t, "search-mails"));
    let search = if query.status.is_empty() { search } else { search.keep("status", &query.status) };
    let body = html! {
        div.narrow {
            (head(fl!(t, "nav-mails")).sub(fl!(t, "mails-sub")))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            (tabs(fl!(t, "status"), by_status(query, visit.lang)))
            (search)
            @if list.is_empty() { (empty("", fl!(t, "no-such-mails"), "", "")) }
            @else { (rows(list.iter().map(|mail| mail_row(visit, mail)))) }
            (pages)
        }
    };
    Ok(visit.page(&fl!(t, "nav-mails"), body))
}

fn by_status(query: &MailQuery, lang: Lang) -> Vec<tabs::Tab> {
    let chosen = Status::from_name(&query.status);
    let all = tab(fl!(texts(lang), "all"), query.href("status", "")).current(chosen.is_none());
    let each = Status::ALL.into_iter().map(|status| {
        tab(status.label(lang), query.href("status", status.name())).current(chosen == Some(status))
    });
    std::iter::once(all).chain(each).collect()
}

/// Newest first; the one too many tells that there is more. A page that was reached upwards comes turned around.
fn pages(query: &MailQuery, list: &mut Vec<MailLine>, lang: Lang) -> Markup {
    let window = query.window();
    let upwards = window.after.is_none() && window.before.is_some();
    let more = list.len() as i64 > SIZE;
    list.truncate(SIZE as usize);
    if upwards {
        list.reverse();
    }
    let has_newer = if upwards { more } else { window.after.is_some() };
    let to = |name, mail: Option<&MailLine>| mail.map(|mail| query.href(name, &mail.id.to_string()));
    let newer = to("before", list.first().filter(|_| has_newer));
    let older = to("after", list.last().filter(|_| upwards || more));
    html! { (pager(newer, older, lang).size(SIZE as u64)) }
}

pub(super) fn mail_row(visit: &Visit, mail: &MailLine) -> Row {
    let (t, lang, zone) = (texts(visit.lang), visit.lang, visit.zone());
    let next = (mail.status == Status::Deferred)
        .then(|| fl!(t, "next-try", at = format::date_time(mail.send_at, &zone, lang)));
    let retry = html! {
        @if mail.status == Status::Deferred {
            (button::post(&format!("{PATH}/{}/retry", mail.id), button::plain(fl!(t, "try-now")).small().icon("refresh")))
        }
    };
    let answer = mail.answer.as_deref().filter(|_| mail.status != Status::Sent);
    row(&mail.subject)
        .text(html! {
            (mail.to_name) " · " (mail.to) " · " (format::date_time(mail.created_at, &zone, lang))
            @if let (Some(id), Some(name)) = (mail.organization, &mail.organization_name) {
                " · " a href=(format!("/vendor/organizations/{id}")) { (name) }
            }
            @if let Some(answer) = answer { br; (answer) }
            @if let Some(next) = next { " " (next) }
        })
        .side(html! { (status_sign(mail.status, lang)) (retry) })
}

pub(super) async fn retry(visit: Visit, Path(mail): Path<MailId>, form: Form<Nothing>) -> Handled {
    form.submit(|Nothing| {
        visit.command(move |cx| {
            cx.require(Permission::ManageVendor, Scope::Vendor)?;
            notifications::retry_now(cx, mail)
        })
    })
    .await
    .done(|()| visit.done(PATH, fl!(texts(visit.lang), "tried-again")))
    .or_again(async |filled| page(&visit, &MailQuery::default(), &filled).await)
    .await
}
