//! Products and services: all programs of the visitor (mission S6, S16).

use crate::{
    pages::{home::welcome, programs},
    queries, texts,
};
use i18n_embed_fl::fl;
use maud::html;
use web::{
    Handled, Page, Visit,
    components::{button, head, rows},
};

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    let visitor = visit.visitor()?.clone();
    let (programs, admins) = visit
        .read(move |cx| {
            let devices = licensing::own_devices(cx, visitor.person)?;
            let programs = programs::of_person(cx, visitor.person, &devices)?;
            let admins = if programs.is_empty() { queries::admins_for(cx, visitor.person)? } else { vec![] };
            Ok((programs, admins))
        })
        .await?;
    let t = texts(visit.lang);
    let list = programs.iter().map(|program| {
        let versions = fl!(t, "versions-of", product = program.own.name.as_str());
        let acts = html! {
            (programs::downloads(&visit, program, false))
            (button::plain(fl!(t, "versions")).href(program.path()).label(versions))
        };
        programs::program_row(&visit, program, acts)
    });
    let body = html! {
        div.narrow {
            (head(fl!(t, "nav-products")).sub(fl!(t, "products-sub", count = programs.len())))
            @if programs.is_empty() { (welcome::without_programs(&visit, &admins)) } @else { (rows(list)) }
        }
    };
    Ok(visit.page(&fl!(t, "nav-products"), body))
}
