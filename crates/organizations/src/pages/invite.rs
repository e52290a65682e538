//! Invite one person; send an invitation anew.

use crate::{Invite, invite, team, team::Team, texts};
use axum::{extract::Path, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{Email, Error, Lang, Name, Permission, PersonId, TeamId};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, crumbs, field, head, note},
};

pub(super) struct One {
    email: Email,
    first: Name,
    last: Name,
    lang: Lang,
}

impl Ask for One {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (first, last, email) = (fields.name("first"), fields.name("last"), fields.email("email"));
        let lang = fields.parsed("language");
        Some(One { email: email?, first: first?, last: last?, lang: lang? })
    }
}

pub(super) async fn get(visit: Visit, Path(id): Path<TeamId>) -> Handled<Page> {
    let filled = Filled::with(visit.lang, &[("language", visit.lang.tag())]);
    page(&visit, id, &filled).await
}

pub(super) async fn post(visit: Visit, Path(id): Path<TeamId>, form: Form<One>) -> Handled {
    let zone = visit.visitor()?.time_zone.clone();
    form.submit(|one| {
        let ask = Invite {
            team: id,
            email: one.email,
            first_name: one.first,
            last_name: one.last,
            lang: one.lang,
            time_zone: zone,
        };
        visit.command(move |cx| invite::invite(cx, &ask))
    })
    .await
    .done(|invited| {
        let path = format!("/manage/teams/{id}/users/{}", invited.person);
        visit.done(&path, fl!(texts(visit.lang), "invited", email = invited.email)).into_response()
    })
    .or_again(async |filled| page(&visit, id, &filled).await)
    .await
}

pub(super) async fn resend(visit: Visit, Path((id, person)): Path<(TeamId, PersonId)>) -> Handled {
    visit.command(move |cx| invite::resend_invitation(cx, id, person)).await?;
    let path = format!("/manage/teams/{id}/users/{person}");
    Ok(visit.done(&path, fl!(texts(visit.lang), "invitation-sent-anew")))
}

async fn page(visit: &Visit, id: TeamId, filled: &Filled) -> Handled<Page> {
    let t = texts(visit.lang);
    let team: Team = visit
        .read(move |cx| {
            let team = team::team(cx, id)?;
            cx.require(Permission::InviteUsers, team.scope())?;
            Ok::<_, Error>(team)
        })
        .await?;
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang.own_name()));
    let back = super::users_path(id);
    let way = [(fl!(t, "users"), back.clone()), (fl!(t, "invite-users"), String::new())];
    let several = format!("/manage/teams/{id}/imports/new?act=invite");
    let body = html! {
        div.narrow {
            (head(fl!(t, "invite-users")).crumbs(crumbs(visit.lang, way))
                .sub(fl!(t, "invite-text", team = team.name.clone(), organization = team.organization_name.clone())))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            p { a href=(several) { (fl!(t, "invite-several")) } }
            form.stack method="post" action=(format!("{back}/invite")) {
                (field::text("first", fl!(t, "first-name")).value(filled.value("first")).error(filled.error("first")).required().autofocus())
                (field::text("last", fl!(t, "last-name")).value(filled.value("last")).error(filled.error("last")).required())
                (field::email("email", fl!(t, "email")).value(filled.value("email")).error(filled.error("email")).required())
                (field::select("language", fl!(t, "mail-language")).options(languages).value(filled.value("language"))
                    .error(filled.error("language")))
                p.hint { (fl!(t, "invite-hint")) }
                div.acts { (button::main(fl!(t, "send-invite")).icon("send")) (button::quiet(fl!(t, "cancel")).href(back)) }
            }
        }
    };
    Ok(visit.page(&fl!(t, "invite-users"), body))
}
