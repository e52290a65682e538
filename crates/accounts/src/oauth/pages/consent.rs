//! May this program sign you in? The page that a program opens in the browser, and the way back to the program.

use super::{
    hand_over,
    sign_in_anew::{self as anew, Back},
};
use crate::{
    oauth::{
        allow::{AllowProgram, BeforeAsking, allow_program, before_asking},
        authorization::{self, Authorization, Prompt, SENT, Untellable, redirect_of},
        oauth_error::OAuthError,
        parameters::Parameters,
        program::Program,
        queries,
        redirect::RedirectUri,
        refusal::ProgramRefused,
        scope::{ProgramScope, Scopes},
    },
    texts,
};
use axum::{
    extract::RawQuery,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Error, Lang, Result};
use maud::{Markup, html};
use web::{
    Ask, Fields, Form, Handled, Visit,
    components::{Is, button, field, head, icon::icon_in, mark, note, rows::ticks},
    format,
    headers::FormLeadsTo,
    see_other,
};

/// A wish that was read: which program, and what it wants.
struct Wish {
    /// As it came, for the form and for the way over the sign-in page.
    asked: Parameters,
    program: Program,
    wants: Authorization,
}

/// Read, or to be answered at once: an error that goes back to the program.
type Read = Result<Wish, Response>;

pub async fn get(visit: Visit, headers: HeaderMap, RawQuery(query): RawQuery) -> Handled {
    let wish = match read(&visit, query.unwrap_or_default()).await? {
        Ok(wish) => wish,
        Err(answer) => return Ok(answer),
    };
    let silent = wish.wants.prompt == Prompt::None;
    let Ok(visitor) = visit.visitor() else {
        return if silent { Ok(refuse(&visit, &wish, SIGN_IN)) } else { Err(Error::sign_in_needed().into()) };
    };
    let (program, wants, session) = (wish.program.clone(), wish.wants.clone(), visitor.session);
    let before = visit.read(move |cx| before_asking(cx, &program, &wants, session)).await?;
    if wish.wants.wants_new_sign_in(before.signed_in_at, visit.now()) {
        let back = Back::Wish(wish.asked.without(&[]));
        return Ok(if silent {
            refuse(&visit, &wish, SIGN_IN)
        } else {
            anew::page(&visit, &wish.program.name, &back)
        });
    }
    match before {
        BeforeAsking { allowed: true, .. } => {
            let url = allow(&visit, wish).await?;
            let hand_over = !silent && hand_over::comes_from_here(&headers);
            Ok(if hand_over { hand_over::page(&visit, &url) } else { see_other(&url) })
        }
        _ if silent => Ok(refuse(&visit, &wish, OAuthError::consent_required("the person has to be asked"))),
        _ => Ok(page(&visit, &wish)?),
    }
}

const SIGN_IN: OAuthError = OAuthError::login_required("the person has to sign in");

/// What the form brings back: the wish itself, and who was asked.
pub struct Decision {
    query: String,
    person: String,
    allow: bool,
}

impl Ask for Decision {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (query, person) = (fields.raw("query").to_owned(), fields.raw("person").to_owned());
        Some(Decision { query, person, allow: fields.raw("decision") == "allow" })
    }
}

pub async fn post(visit: Visit, form: Form<Decision>) -> Handled {
    let mut fields = form.into_fields();
    let decision = Decision::read(&mut fields).ok_or_else(Error::not_found)?;
    let wish = match read(&visit, decision.query).await? {
        Ok(wish) => wish,
        Err(answer) => return Ok(answer),
    };
    // Somebody else has signed in in this browser since the page was shown: ask them.
    if visit.visitor()?.person.to_string() != decision.person {
        return Ok(page(&visit, &wish)?);
    }
    match decision.allow {
        true => Ok(see_other(&allow(&visit, wish).await?)),
        false => Ok(refuse(&visit, &wish, OAuthError::access_denied("the person said no"))),
    }
}

/// The outer error is a page, because nobody can be told; the inner one tells the program.
async fn read(visit: &Visit, query: String) -> Result<Read> {
    let asked = Parameters::parse(query.as_bytes());
    let client_id =
        asked.get("client_id").filter(|_| !asked.is_twice("client_id")).unwrap_or_default().to_owned();
    let program =
        visit.site.db.read(&kernel::Actor::nobody(), move |cx| queries::program(cx, &client_id)).await?;
    let program = program.ok_or(Untellable::UnknownProgram);
    let (program, redirect) =
        program.and_then(|program| redirect_of(&asked, &program).map(|uri| (program, uri))).map_err(say)?;
    Ok(match Authorization::read(&asked, &program, redirect.clone()) {
        Ok(wants) => Ok(Wish { asked, program, wants }),
        Err(error) => Err(answer_error(visit, &redirect, authorization::state(&asked), error)),
    })
}

fn say(untellable: Untellable) -> Error {
    match untellable {
        Untellable::UnknownProgram => ProgramRefused::UnknownProgram.into(),
        Untellable::WrongRedirect => ProgramRefused::WrongRedirect.into(),
    }
}

async fn allow(visit: &Visit, wish: Wish) -> Result<String> {
    let (redirect, state) = (wish.wants.redirect.clone(), wish.wants.state.clone());
    let ask = AllowProgram {
        program: wish.program,
        asked: wish.wants,
        session: visit.visitor()?.session,
        address: visit.address.clone(),
    };
    let code = visit.command(move |cx| allow_program(cx, &ask)).await?;
    Ok(answer_url(visit, &redirect, state.as_deref(), &[("code", code.expose())]))
}

fn refuse(visit: &Visit, wish: &Wish, error: OAuthError) -> Response {
    answer_error(visit, &wish.wants.redirect, wish.wants.state.as_deref(), error)
}

/// 303, so that nothing that was posted here goes along.
fn answer_error(visit: &Visit, redirect: &RedirectUri, state: Option<&str>, error: OAuthError) -> Response {
    let says = [("error", error.code), ("error_description", error.description)];
    see_other(&answer_url(visit, redirect, state, &says))
}

/// Every answer says who gives it (RFC 9207).
fn answer_url(visit: &Visit, redirect: &RedirectUri, state: Option<&str>, says: &[(&str, &str)]) -> String {
    let mut parameters = says.to_vec();
    parameters.extend(state.map(|state| ("state", state)));
    parameters.push(("iss", &visit.site.house().public_url));
    redirect.with(&parameters)
}

/// Back to this page after signing in, with a mark, so that one new sign-in is enough.
pub(super) fn path_back(asked: &Parameters, now: kernel::Timestamp) -> String {
    format!("/oauth/authorize?{}&{SENT}={}", asked.without(&[SENT]), now.seconds())
}

fn page(visit: &Visit, wish: &Wish) -> Result<Response> {
    let t = texts(visit.lang);
    let visitor = visit.visitor()?;
    let name = wish.program.name.clone();
    let title = fl!(t, "consent-title", program = name.clone());
    let body = html! {
        (asked_from(visit, &Asking {
            program: &name,
            version: wish.wants.program_version.as_deref(),
            device: wish.wants.device_name.as_deref(),
            address: &visit.address,
            at: visit.now(),
        }))
        h1 { (title) }
        @if wish.program.is_public() {
            (note(Is::Plain, "", fl!(t, "consent-only-if", program = name)).icon("lock"))
        }
        form.stack method="post" action="/oauth/authorize" {
            (field::hidden("query", &wish.asked.without(&[])))
            (field::hidden("person", &visitor.person.to_string()))
            (may(&wish.wants.scopes, visit.lang))
            (decide(visit.lang))
        }
        (anew::signed_in_as(visit, &Back::Wish(wish.asked.without(&[]))))
    };
    let mut response = visit.wide_sheet(&title, body).into_response();
    response.extensions_mut().insert(FormLeadsTo(wish.wants.redirect.origin()));
    Ok(response)
}

/// Who asks, from where, when.
pub(super) struct Asking<'a> {
    pub program: &'a str,
    pub version: Option<&'a str>,
    pub device: Option<&'a str>,
    pub address: &'a str,
    pub at: kernel::Timestamp,
}

pub(super) fn asked_from(visit: &Visit, asking: &Asking<'_>) -> Markup {
    let t = texts(visit.lang);
    let time = format::time(asking.at, &visit.zone());
    html! {
        p.titled {
            (mark(asking.program, "").large())
            span.muted {
                (asking.program) @if let Some(version) = asking.version { " " (version) }
                @if let Some(device) = asking.device { " " (fl!(t, "consent-on")) " " b { (device) } }
                br;
                small { (fl!(t, "consent-asked", address = asking.address, time = time)) }
            }
        }
    }
}

/// What is allowed, one line each.
pub(super) fn may(scopes: &Scopes, lang: Lang) -> Markup {
    let t = texts(lang);
    let lines = scopes.iter().map(|scope| (icon_in("check", "of-ok"), scope.words(lang)));
    let hint = if scopes.has(ProgramScope::License) {
        fl!(t, "consent-sees-not-seats")
    } else {
        fl!(t, "consent-sees-not")
    };
    head::section("may", fl!(t, "consent-may"), "", html! { (ticks(lines)) p.hint.after { (hint) } })
}

pub(super) fn decide(lang: Lang) -> Markup {
    let t = texts(lang);
    button::acts(html! {
        (button::main(fl!(t, "consent-allow")).large().sends("decision", "allow"))
        (button::plain(fl!(t, "consent-deny")).large().sends("decision", "deny").no_checks())
    })
}
