//! Yes, no, stop, and back.

use crate::{
    imports::{Import, confirm_import, discard_import, stop_import, undo_import},
    pages::{
        import::{Ids, Part, import_in, page},
        paths,
    },
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{ImportId, Result};
use store::Command;
use web::{Form, Handled, Nothing, Visit};

type Verb = fn(&mut Command, ImportId) -> Result<Import>;

pub(super) async fn confirm(visit: Visit, Path(ids): Path<Ids>, form: Form<Nothing>) -> Handled {
    let said = fl!(texts(visit.lang), "toast-import-begun");
    act(visit, ids, form, (confirm_import, said, paths::import(ids.0, ids.1))).await
}

pub(super) async fn discard(visit: Visit, Path(ids): Path<Ids>, form: Form<Nothing>) -> Handled {
    let said = fl!(texts(visit.lang), "toast-import-discarded");
    act(visit, ids, form, (discard_import, said, paths::imports(ids.0))).await
}

pub(super) async fn stop(visit: Visit, Path(ids): Path<Ids>, form: Form<Nothing>) -> Handled {
    let said = fl!(texts(visit.lang), "toast-import-stopped");
    act(visit, ids, form, (stop_import, said, paths::import(ids.0, ids.1))).await
}

pub(super) async fn undo(visit: Visit, Path(ids): Path<Ids>, form: Form<Nothing>) -> Handled {
    let said = fl!(texts(visit.lang), "toast-import-undoing");
    act(visit, ids, form, (undo_import, said, paths::import(ids.0, ids.1))).await
}

async fn act(
    visit: Visit,
    ids: Ids,
    form: Form<Nothing>,
    (verb, said, to): (Verb, String, String),
) -> Handled {
    let act = move |cx: &mut Command| {
        import_in(cx, ids)?;
        verb(cx, ids.1)
    };
    form.submit(|Nothing| visit.command(act))
        .await
        .done(|_| visit.done(&to, said))
        .or_again(async |filled| page(&visit, ids, Part::default(), &filled).await)
        .await
}
