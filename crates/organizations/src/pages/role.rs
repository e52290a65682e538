//! Change the role of one member (S12, S22): says what will happen before the button.

use crate::{members, roles, team, texts};
use axum::{extract::Path, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::{FieldError, Permission, PersonId, Role, TeamId};
use maud::html;
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, crumbs, head, note, radios},
    role_label,
};

pub(super) struct Change(Role);

const CHOICES: [Role; 3] = [Role::User, Role::SecondaryAdmin, Role::PrimaryAdmin];

impl Ask for Change {
    fn read(fields: &mut Fields) -> Option<Self> {
        let role = Role::from_name(fields.raw("role")).filter(|role| CHOICES.contains(role));
        if role.is_none() {
            fields.refuse(FieldError::new("role", "missing"));
        }
        role.map(Change)
    }
}

pub(super) async fn get(visit: Visit, Path((id, person)): Path<(TeamId, PersonId)>) -> Handled<Page> {
    page(&visit, id, person, None).await
}

pub(super) async fn post(
    visit: Visit,
    Path((id, person)): Path<(TeamId, PersonId)>,
    form: Form<Change>,
) -> Handled {
    form.submit(|ask| visit.command(move |cx| roles::change_role(cx, id, person, ask.0)))
        .await
        .done(|()| {
            let path = format!("/manage/teams/{id}/users/{person}");
            visit.done(&path, fl!(texts(visit.lang), "role-changed")).into_response()
        })
        .or_again(async |filled| page(&visit, id, person, Some(&filled)).await)
        .await
}

async fn page(visit: &Visit, id: TeamId, person: PersonId, filled: Option<&Filled>) -> Handled<Page> {
    let t = texts(visit.lang);
    let member = visit
        .read(move |cx| {
            let team = team::team(cx, id)?;
            cx.require(Permission::ManageMembers, team.scope())?;
            members::member(cx, id, person)
        })
        .await?;
    let (name, is_primary) = (member.name(), member.role == Role::PrimaryAdmin);
    let here = format!("/manage/teams/{id}/users/{person}");
    let way = [
        (fl!(t, "users"), super::users_path(id)),
        (name.clone(), here.clone()),
        (fl!(t, "change-role"), String::new()),
    ];
    let hints = [fl!(t, "role-user-hint"), fl!(t, "role-secondary-hint"), fl!(t, "role-primary-hint")];
    let choices =
        CHOICES.into_iter().zip(hints).fold(radios("role", fl!(t, "role")), |list, (role, hint)| {
            list.choice(role.name(), role_label(role, visit.lang), hint)
        });
    let chosen = filled.map_or(member.role.name(), |filled| filled.value("role"));
    let body = html! {
        div.narrow {
            (head(fl!(t, "change-role")).crumbs(crumbs(visit.lang, way)).sub(format!("{name}, {}", member.email)))
            @if let Some(refusal) = filled.and_then(Filled::refusal) { (note(Is::Bad, "", refusal).alert()) }
            @if is_primary {
                (note(Is::Info, fl!(t, "is-primary"), fl!(t, "is-primary-text")))
            } @else {
                form.stack method="post" action=(format!("{here}/role")) {
                    (choices.value(chosen).error(filled.and_then(|filled| filled.error("role"))))
                    p.hint { (fl!(t, "role-contract-manager")) " " a href="/manage/contracts" { (fl!(t, "contracts")) } }
                    div.acts { (button::main(fl!(t, "change-role"))) (button::quiet(fl!(t, "cancel")).href(here)) }
                }
            }
        }
    };
    Ok(visit.page(&fl!(t, "change-role"), body))
}
