//! A team is put to rest, and brought back: Undo stands beside the news.

use crate::{pages::paths, teams::archive_team, texts};
use axum::{extract::Path, response::IntoResponse};
use i18n_embed_fl::fl;
use kernel::TeamId;
use web::{Form, Handled, Nothing, Visit, layout::Toast};

pub(in crate::pages) async fn post(visit: Visit, Path(id): Path<TeamId>, form: Form<Nothing>) -> Handled {
    form.submit(|Nothing| visit.command(move |cx| archive_team(cx, id)))
        .await
        .done(|team| {
            let t = texts(visit.lang);
            let text = fl!(t, "archived-done", team = team.name);
            let undo = Some((fl!(t, "undo"), paths::team_return(id)));
            visit.done_with_undo(&paths::team_settings(id), Toast { text, undo }).into_response()
        })
        .or_again(async |filled| super::settings::page(&visit, id, Some(&filled)).await)
        .await
}

pub(in crate::pages) async fn bring_back(
    visit: Visit,
    Path(id): Path<TeamId>,
    form: Form<Nothing>,
) -> Handled {
    form.submit(|Nothing| visit.command(move |cx| organizations::return_team(cx, id)))
        .await
        .done(|team| {
            let said = fl!(texts(visit.lang), "brought-back", team = team.name);
            visit.done(&paths::team_settings(id), said).into_response()
        })
        .or_again(async |filled| super::settings::page(&visit, id, Some(&filled)).await)
        .await
}
