//! The groups of a team, and how to make one.

use crate::{
    groups::{self, Group},
    pages::{paths, views},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Lang, Name, TeamId};
use maud::{Markup, html};
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*, format};

/// The name of a group.
pub(super) struct Named(pub Name);

impl Ask for Named {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.name("name").map(Named)
    }
}

pub(super) async fn get(visit: Visit, Path(team): Path<TeamId>) -> Handled<Page> {
    page(&visit, team, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path(team): Path<TeamId>, form: Form<Named>) -> Handled {
    form.submit(|Named(name)| visit.command(move |cx| groups::create_group(cx, team, &name)))
        .await
        .done(|group| {
            let said = fl!(texts(visit.lang), "toast-group-created", group = group.name.as_str());
            visit.done(&paths::group(team, group.id), said)
        })
        .or_again(async |filled| page(&visit, team, &filled).await)
        .await
}

async fn page(visit: &Visit, team: TeamId, filled: &Filled) -> Handled<Page> {
    let groups = visit.read(move |cx| groups::groups_of_team(cx, team)).await?;
    let (t, lang) = (texts(visit.lang), visit.lang);
    let title = fl!(t, "groups");
    let body = html! {
        div.narrow {
            (head(&title).sub(fl!(t, "groups-sub")))
            (views(lang, team, paths::groups(team)))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            div.stack.stack-l {
                @if groups.is_empty() { (empty("chair", fl!(t, "no-groups"), fl!(t, "no-groups-text"), "")) }
                @else { (rows(groups.iter().map(|(group, products)| row_of(group, products, lang)))) }
                (new(team, filled, lang))
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn row_of(group: &Group, products: &[String], lang: Lang) -> rows::Row {
    let t = texts(lang);
    let brings = match products {
        [] => fl!(t, "group-brings-nothing"),
        some => some.join(", "),
    };
    let people = format::number(group.people.unsigned_abs(), lang);
    row(html! { a href=(paths::group(group.team, group.id)) { (group.name) } })
        .lead(icon("users"))
        .text(brings)
        .side(fl!(t, "n-people", count = group.people, shown = people))
}

fn new(team: TeamId, filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let name = field::text("name", fl!(t, "group-name"))
        .value(filled.value("name"))
        .error(filled.error("name"))
        .max_length(100)
        .required();
    section(
        "new-group",
        fl!(t, "new-group"),
        "",
        html! {
            form.stack method="post" action=(paths::groups(team)) {
                (name)
                div { (button::main(fl!(t, "create-group")).icon("plus")) }
            }
        },
    )
}
