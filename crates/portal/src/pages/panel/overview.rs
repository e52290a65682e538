//! Facts, invitation, seats.

use super::Open;
use crate::{
    pages::users::{Listing, standing_sign},
    people::Standing,
    texts,
};
use i18n_embed_fl::fl;
use kernel::TeamId;
use maud::{Markup, html};
use seats::{HeldProduct, groups::Group};
use web::{
    Visit,
    components::{Is, button, head, link_button, mark, note, row, rows, rows::Row, sign, stamp},
    format, role_label,
};

pub(super) fn draw(visit: &Visit, listing: &Listing, open: &Open) -> Markup {
    let t = texts(visit.lang);
    let standing = open.detail.listed.standing(visit.now());
    let seats = open.held.iter().map(|(held, until)| {
        let until = until.map(|at| fl!(t, "offline-until", day = format::day(at, &visit.zone(), visit.lang)));
        seat_row(visit, listing, open, held).text(until.unwrap_or_default())
    });
    html! {
        @if standing != Standing::Active { (invitation(visit, listing.team.id, open, standing)) }
        (facts(visit, open, standing))
        (head::subsection("p-seats", fl!(t, "seats"), "", html! {
            @if open.held.is_empty() { p.hint { (fl!(t, "no-seats")) } } @else { (rows(seats)) }
        }))
        @if !open.groups.is_empty() {
            (head::subsection("p-groups", fl!(t, "groups"), "", rows(open.groups.iter().map(group_row))))
        }
    }
}

fn facts(visit: &Visit, open: &Open, standing: Standing) -> Markup {
    let (t, lang, zone) = (texts(visit.lang), visit.lang, visit.zone());
    let person = &open.detail.listed;
    let seen = match person.seen_at {
        Some(at) => format::ago(at, visit.now(), &zone, lang),
        None => format::seen(None, visit.now(), &zone, lang),
    };
    stamp::stamp_s([
        (fl!(t, "role"), html! { (role_label(person.role, lang)) }),
        (fl!(t, "status"), standing_sign(standing, lang)),
        (fl!(t, "last-seen"), html! { (seen) }),
        (fl!(t, "member-since"), html! { (format::date(person.since, &zone, lang)) }),
        (fl!(t, "language"), html! { (open.detail.lang.own_name()) }),
        (fl!(t, "user-id"), html! { span.mono { (person.person) } }),
    ])
}

/// When it was sent, until when it holds, what became of the mail, and a new one.
fn invitation(visit: &Visit, team: TeamId, open: &Open, standing: Standing) -> Markup {
    let (t, lang, zone) = (texts(visit.lang), visit.lang, visit.zone());
    let (detail, person) = (&open.detail, &open.detail.listed);
    let status = person.mail_status.as_deref().and_then(notifications::Status::from_name);
    let (is, title) = match standing {
        Standing::MailFailed => (Is::Bad, fl!(t, "invitation-failed")),
        Standing::Expired => (Is::Warn, fl!(t, "invitation-expired")),
        _ => (Is::Info, fl!(t, "not-been-in")),
    };
    let at = |at| format::date_time(at, &zone, lang);
    let body = html! {
        @if let Some(sent) = detail.invited_at {
            (fl!(t, "invitation-sent", at = at(sent)))
            @if let Some(status) = status { " " (status_words(status, detail.mail_answer.as_deref(), lang)) }
        } @else { (fl!(t, "no-invitation")) }
        @if let (Some(end), Standing::Invited) = (person.invitation_ends, standing) {
            " " (fl!(t, "invitation-until", at = at(end)))
        }
    };
    let action = format!("/manage/teams/{team}/users/{}/invitation", person.person);
    let again = if detail.invited_at.is_some() { fl!(t, "invite-anew") } else { fl!(t, "invite-now") };
    let act = html! {
        @if open.may_manage {
            (button::post(&action, button::plain(again).small().icon("send")))
            (button::plain(fl!(t, "correct-address")).small().href(seats::paths::correcting(team, person.person)))
        }
    };
    html! { (note(is, title, body).icon(if is == Is::Bad { "nomail" } else { "mail" }).small().acts(act)) }
}

fn status_words(status: notifications::Status, answer: Option<&str>, lang: kernel::Lang) -> String {
    match answer.filter(|_| status != notifications::Status::Sent) {
        Some(answer) => format!("{}: {answer}", status.label(lang)),
        None => format!("{}.", status.label(lang)),
    }
}

fn group_row(group: &Group) -> Row {
    row(html! { a href=(seats::paths::group(group.team, group.id)) { (group.name) } })
}

fn seat_row(visit: &Visit, listing: &Listing, open: &Open, held: &HeldProduct) -> Row {
    let (t, team) = (texts(visit.lang), listing.team.id);
    let state = match held.suspended_at {
        Some(_) => sign(Is::Warn, fl!(t, "suspended-short")),
        None => sign(Is::Ok, fl!(t, "has-seat")),
    };
    let person = open.detail.listed.person.to_string();
    let here = listing.query.person(team, open.detail.listed.person, "");
    let action = seats::paths::releases_from(team, held.pool, &here);
    let label = fl!(t, "take-back-product", product = held.name.as_str());
    // What comes along with a group is not taken back here; the page of the person's products says more.
    let take_back = match held.direct {
        true => button::act(&action, "person", &person, link_button(fl!(t, "take-back")).label(label)),
        false => {
            let more = seats::paths::by_user(team, open.detail.listed.person);
            html! { a href=(more) { (fl!(t, "comes-along")) } }
        }
    };
    row(&held.name)
        .lead(mark(&held.name, &held.icon).small())
        .side(html! { (state) @if open.may_manage { (take_back) } })
}
