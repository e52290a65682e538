//! A further team (S17).

use crate::{team, texts};
use axum::{extract::Path, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{Name, OrganizationId, Permission, Scope};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, field, head, note},
};

pub(super) struct New(Name);

impl Ask for New {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.name("name").map(New)
    }
}

pub(super) async fn get(visit: Visit, Path(id): Path<OrganizationId>) -> Handled<Page> {
    page(&visit, id, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path(id): Path<OrganizationId>, form: Form<New>) -> Handled {
    form.submit(|ask| visit.command(move |cx| team::create_team(cx, id, &ask.0)))
        .await
        .done(|team| {
            visit
                .done(&super::users_path(team.id), fl!(texts(visit.lang), "team-created", name = team.name))
                .into_response()
        })
        .or_again(async |filled| page(&visit, id, &filled).await)
        .await
}

async fn page(visit: &Visit, id: OrganizationId, filled: &Filled) -> Handled<Page> {
    let t = texts(visit.lang);
    let organization = visit
        .read(move |cx| {
            cx.require(Permission::CreateTeam, Scope::Organization(id))?;
            team::organization(cx, id)
        })
        .await?;
    let body = html! {
        div.narrow {
            (head(fl!(t, "new-team")).sub(fl!(t, "new-team-text", organization = organization.name.clone())))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            form.stack method="post" action=(format!("/manage/organizations/{id}/teams/new")) {
                (field::text("name", fl!(t, "team-name")).value(filled.value("name")).error(filled.error("name")).required().autofocus())
                div { (button::main(fl!(t, "create-team"))) }
            }
        }
    };
    Ok(visit.page(&fl!(t, "new-team"), body))
}
