//! An invitation went to a wrong address: it goes to the right one, with all that was prepared for the person.

use crate::{correct_invitation, pages::paths, queries, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Email, Name, Permission, PersonId, TeamId};
use maud::html;
use organizations::Correction;
use store::Read;
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*};

pub(super) struct Right {
    email: Email,
    first: Name,
    last: Name,
}

impl Ask for Right {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (email, first, last) =
            (fields.email("email"), fields.name("first_name"), fields.name("last_name"));
        Some(Right { email: email?, first: first?, last: last? })
    }
}

pub(super) async fn get(visit: Visit, Path(ids): Path<(TeamId, PersonId)>) -> Handled<Page> {
    page(&visit, ids, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(
    visit: Visit,
    Path((team, person)): Path<(TeamId, PersonId)>,
    form: Form<Right>,
) -> Handled {
    let correct = move |cx: &mut store::Command, right: &Right| {
        let correction = Correction {
            team,
            person,
            email: right.email.clone(),
            first_name: Some(right.first.clone()),
            last_name: Some(right.last.clone()),
        };
        correct_invitation(cx, &correction)
    };
    form.submit(|right| visit.command(move |cx| correct(cx, &right)))
        .await
        .done(|invited| {
            let said = fl!(texts(visit.lang), "toast-corrected", email = invited.email.as_str());
            visit.done(&format!("{}/{}", paths::users(team), invited.person), said)
        })
        .or_again(async |filled| page(&visit, (team, person), &filled).await)
        .await
}

async fn page(visit: &Visit, (team, person): (TeamId, PersonId), filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut Read| {
        let scope = queries::team_scope(cx, team)?;
        cx.require(Permission::InviteUsers, scope)?;
        queries::person_in_team(cx, team, person)
    };
    let member = visit.read(ask).await?;
    let (t, back) = (texts(visit.lang), format!("{}/{person}", paths::users(team)));
    let title = fl!(t, "correct-title");
    let way = [
        (fl!(t, "users"), paths::users(team)),
        (member.name(), back.clone()),
        (title.clone(), String::new()),
    ];
    let typed = |name: &str, before: &str| match filled.value(name) {
        "" => before.to_owned(),
        typed => typed.to_owned(),
    };
    let named = |name: &'static str, label: String, before: &str| {
        field::text(name, label).value(typed(name, before)).error(filled.error(name)).required()
    };
    let email = field::email("email", fl!(t, "right-address"))
        .value(typed("email", &member.email))
        .error(filled.error("email"))
        .required()
        .autofocus();
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way)).sub(fl!(t, "correct-sub", email = member.email.as_str())))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            form.stack method="post" action=(paths::correcting(team, person)) {
                (email)
                (named("first_name", fl!(t, "first-name"), &member.first_name))
                (named("last_name", fl!(t, "last-name"), &member.last_name))
                div.acts { (button::main(fl!(t, "correct")).icon("send")) (button::quiet(fl!(t, "cancel")).href(back)) }
            }
        }
    };
    Ok(visit.page(&title, body))
}
