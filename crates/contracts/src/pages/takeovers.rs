//! Applications to become contract manager: what waits for a decision, and one of them with its steps.

pub(super) mod answer;
pub(crate) mod apply;
pub(super) mod decision;

use super::paths;
use crate::{
    takeover::{Answer, Outcome, State, Takeover, TakeoverPage, document_of, takeover, to_decide, withdraw},
    term, texts,
};
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Error, Result, TakeoverId, Timestamp};
use maud::{Markup, html};
use web::{
    Form, Handled, Nothing, Page, Visit,
    components::{timeline::When, *},
    format,
};

/// Letters of a reason or a note; more is a letter.
pub(crate) const LONGEST: usize = 2000;
const SIZE: i64 = 50;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct ListQuery {
    after: Option<TakeoverId>,
}

/// What is open; those that wait for a decision stand out.
pub(super) async fn list(visit: Visit, Query(query): Query<ListQuery>) -> Handled<Page> {
    let mut found = visit.read(move |cx| to_decide(cx, query.after, SIZE + 1)).await?;
    let more = found.len() as i64 > SIZE;
    found.truncate(SIZE as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{}?after={}", paths::TAKEOVERS, last.id));
    let t = texts(visit.lang);
    let way = [(fl!(t, "orders"), paths::ORDERS), (fl!(t, "takeovers"), "")];
    let nothing = empty("chair", fl!(t, "no-takeovers"), fl!(t, "no-takeovers-text"), "");
    let body = html! {
        div.narrow.list-in {
            (head(fl!(t, "takeovers")).crumbs(crumbs(visit.lang, way)).sub(fl!(t, "takeovers-text")))
            (table(fl!(t, "takeovers"))
                .cols([
                    col(fl!(t, "contract")).main(),
                    col(fl!(t, "customer")).wraps().under_name(),
                    col(fl!(t, "applicant")).wraps().leaves(2),
                    col(fl!(t, "contract-manager")).wraps().leaves(3),
                    col(fl!(t, "state")).wraps(),
                ])
                .rows(found.iter().map(|takeover| line(&visit, takeover)))
                .or_empty(nothing))
            (pager(None::<String>, next, visit.lang))
        }
    };
    Ok(visit.page(&fl!(t, "takeovers"), body))
}

fn line(visit: &Visit, takeover: &Takeover) -> table::Tr {
    tr().tap()
        .cell(html! { a.go href=(paths::takeover(takeover.id)) { (takeover.contract_number) } })
        .cell(takeover.organization_name.as_str())
        .cell(takeover.applicant.name())
        .cell(takeover.manager.name())
        .cell(state_sign(takeover, visit))
}

/// "Waits for the contract manager, until 1 December 2026 at 09:00"
pub(super) fn state_sign(takeover: &Takeover, visit: &Visit) -> Markup {
    let t = texts(visit.lang);
    match takeover.standing().at(visit.now()) {
        State::Waiting => {
            sign(Is::Wait, fl!(t, "takeover-waiting", until = moment(visit, takeover, takeover.answer_by)))
        }
        State::Agreed => sign(Is::Warn, fl!(t, "takeover-agreed")),
        State::Silent => sign(Is::Warn, fl!(t, "takeover-silent")),
        State::Ended(Outcome::Granted) => sign(Is::Ok, fl!(t, "takeover-granted")),
        State::Ended(Outcome::Objected) => sign(Is::Bad, fl!(t, "takeover-objected")),
        State::Ended(Outcome::Refused) => sign(Is::Bad, fl!(t, "takeover-refused")),
        State::Ended(Outcome::Withdrawn) => sign(Is::Plain, fl!(t, "takeover-withdrawn")),
        State::Ended(Outcome::Lapsed) => sign(Is::Plain, fl!(t, "takeover-lapsed")),
    }
}

fn moment(visit: &Visit, takeover: &Takeover, at: Timestamp) -> String {
    format::date_time(at, &term::zone_of(&takeover.time_zone), visit.lang)
}

pub(super) async fn show(visit: Visit, Path(id): Path<TakeoverId>) -> Handled<Page> {
    let found = visit.read(move |cx| takeover(cx, id)).await?;
    let (t, takeover) = (texts(visit.lang), &found.takeover);
    let title = fl!(t, "takeover-title", number = takeover.contract_number.as_str());
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way(&visit, &found, ""))).sub(state_sign(takeover, &visit)))
            div.stack.stack-l {
                (steps_of(&visit, takeover))
                (acts(&visit, &found))
                (facts_of(&visit, takeover))
            }
        }
    };
    Ok(visit.page(&title, body))
}

/// `here` is the page under the application; empty for itself.
fn way(visit: &Visit, found: &TakeoverPage, here: &str) -> Vec<(String, String)> {
    let (t, takeover) = (texts(visit.lang), &found.takeover);
    let first = match found.may_decide {
        true => (fl!(t, "takeovers"), paths::TAKEOVERS.to_owned()),
        false => (fl!(t, "contracts"), paths::CONTRACTS.to_owned()),
    };
    let name = fl!(t, "takeover-title", number = takeover.contract_number.as_str());
    match here {
        "" => vec![first, (name, String::new())],
        here => vec![first, (name, paths::takeover(takeover.id)), (here.to_owned(), String::new())],
    }
}

/// Applied, answered, decided: what was, what is, what comes.
fn steps_of(visit: &Visit, takeover: &Takeover) -> Markup {
    let t = texts(visit.lang);
    let at = |time: Option<Timestamp>| time.map(|at| moment(visit, takeover, at)).unwrap_or_default();
    let state = takeover.standing().at(visit.now());
    let answer = match (takeover.answer, state) {
        (Some(Answer::Agreed), _) => (When::Past, fl!(t, "step-agreed"), at(takeover.answered_at)),
        (Some(Answer::Objected), _) => (When::PastBad, fl!(t, "step-objected"), at(takeover.answered_at)),
        (Some(Answer::Silent), _) | (None, State::Silent) => {
            (When::Past, fl!(t, "step-silent"), at(Some(takeover.answer_by)))
        }
        (None, State::Waiting) => {
            let until = fl!(t, "step-until", until = moment(visit, takeover, takeover.answer_by));
            (When::Now, fl!(t, "step-answer"), until)
        }
        (None, _) => (When::Past, fl!(t, "step-no-answer"), String::new()),
    };
    let ended = at(takeover.ended_at);
    let end = match state {
        State::Waiting => (When::Next, fl!(t, "step-decision"), String::new()),
        State::Agreed | State::Silent => (When::Now, fl!(t, "step-decision"), String::new()),
        State::Ended(Outcome::Granted) => (When::Past, fl!(t, "takeover-granted"), ended),
        State::Ended(Outcome::Objected) => (When::PastBad, fl!(t, "takeover-over"), ended),
        State::Ended(Outcome::Refused) => (When::PastBad, fl!(t, "takeover-refused"), ended),
        State::Ended(Outcome::Withdrawn) => (When::PastBad, fl!(t, "takeover-withdrawn"), ended),
        State::Ended(Outcome::Lapsed) => (When::PastBad, fl!(t, "takeover-lapsed"), ended),
    };
    let begun = (When::Past, fl!(t, "step-applied"), at(Some(takeover.applied_at)));
    html! {
        section aria-labelledby="steps-h" {
            h2.sr #steps-h { (fl!(t, "takeover-steps")) }
            (timeline([begun, answer, end]))
        }
    }
}

fn acts(visit: &Visit, found: &TakeoverPage) -> Markup {
    let (t, takeover) = (texts(visit.lang), &found.takeover);
    let state = takeover.standing().at(visit.now());
    let answers = found.may_answer && state == State::Waiting;
    let decides = found.may_decide && takeover.waits_for_decision(visit.now());
    let withdraws = found.is_applicant && takeover.is_open();
    html! {
        @if answers || decides || withdraws {
            div.acts {
                @if answers { (button::main(fl!(t, "answer")).href(paths::takeover_answer(takeover.id))) }
                @if decides { (button::main(fl!(t, "decide")).href(paths::takeover_decision(takeover.id))) }
                @if withdraws {
                    (button::post(&paths::takeover_end(takeover.id), button::bad(fl!(t, "withdraw"))))
                }
            }
        }
    }
}

/// What the application says, and what was said to it.
fn facts_of(visit: &Visit, takeover: &Takeover) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let person = |party: &crate::takeover::Party| {
        html! { (party.name()) " " small { (sign::address(&party.email)) } }
    };
    let size = format::bytes(takeover.document_size.unsigned_abs(), lang);
    let document = file("download", &takeover.document_name, size, &paths::takeover_document(takeover.id));
    let text = |text: &str| html! { @for line in text.lines() { p { (line) } } };
    let mut facts = vec![
        (fl!(t, "customer"), html! { (takeover.organization_name) }),
        (fl!(t, "applicant"), person(&takeover.applicant)),
        (fl!(t, "manager-asked"), person(&takeover.manager)),
        (fl!(t, "takeover-reason"), text(&takeover.reason)),
        (fl!(t, "takeover-document"), document),
    ];
    if !takeover.answer_note.is_empty() {
        facts.push((fl!(t, "takeover-answer-note"), text(&takeover.answer_note)));
    }
    if !takeover.outcome_note.is_empty() && takeover.outcome != Some(Outcome::Objected) {
        facts.push((fl!(t, "takeover-note"), text(&takeover.outcome_note)));
    }
    stamp::facts(facts)
}

pub(super) async fn end(visit: Visit, Path(id): Path<TakeoverId>, form: Form<Nothing>) -> Handled {
    let settled = form
        .submit(|Nothing| visit.command(move |cx| withdraw(cx, id)))
        .await
        .done(|_| visit.done(&paths::takeover(id), fl!(texts(visit.lang), "takeover-withdrawn-said")));
    settled.or_again(async |_| show(visit.clone(), Path(id)).await).await
}

/// Never shown within the site: saved, with the type that its content has.
pub(super) async fn document(visit: Visit, Path(id): Path<TakeoverId>) -> Handled {
    Ok(document_answer(&visit, id).await?)
}

pub(crate) async fn document_answer(visit: &Visit, id: TakeoverId) -> Result<Response> {
    let (name, kind, content) = visit.read(move |cx| document_of(cx, id)).await?;
    let disposition = HeaderValue::from_str(&name.content_disposition()).map_err(Error::fault)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type())),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, content).into_response())
}
