//! `/vendor/products/{slug}/releases/new`

use super::{filled_in, may_see, product_path, refusal, release_path, way_of};
use crate::{CreateRelease, ReleaseKind, Version, ask, create_release, create_release::LONGEST_NOTES, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use maud::html;
use web::{
    Filled, Form, Handled, Page, Visit,
    components::{button, field, head, radios},
};

pub(super) async fn get(visit: Visit, Path(slug): Path<String>) -> Handled<Page> {
    page(&visit, slug, &Filled::with(visit.lang, &[("kind", "feature")])).await
}

pub(super) async fn post(visit: Visit, Path(slug): Path<String>, form: Form<CreateRelease>) -> Handled {
    let to = slug.clone();
    form.submit(|ask| visit.command(move |cx| create_release(cx, &to, &ask)))
        .await
        .done(|release| {
            visit.done(&release_path(&slug, &release.version), fl!(texts(visit.lang), "release-created"))
        })
        .or_again(async |filled| page(&visit, slug.clone(), &filled).await)
        .await
}

async fn page(visit: &Visit, slug: String, filled: &Filled) -> Handled<Page> {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let (product, latest) = visit
        .read(move |cx| {
            may_see(cx)?;
            let product = ask::product_by_slug(cx, &slug)?;
            let latest = ask::latest_release(cx, product.id)?;
            Ok((product, latest))
        })
        .await?;
    let version = field::text("version", fl!(t, "version")).required().autofocus().max_length(Version::MAX);
    let version = match latest {
        Some(release) => version.hint(fl!(t, "version-hint-latest", version = release.version.to_string())),
        None => version.hint(fl!(t, "version-hint")),
    };
    let notes =
        field::area("notes", fl!(t, "notes")).rows(6).max_length(LONGEST_NOTES).hint(fl!(t, "notes-hint"));
    let kinds = radios("kind", fl!(t, "kind"))
        .choice("feature", ReleaseKind::Feature.display_name(lang), fl!(t, "kind-feature-hint"))
        .choice("update", ReleaseKind::Update.display_name(lang), fl!(t, "kind-update-hint"))
        .choice("security", ReleaseKind::Security.display_name(lang), fl!(t, "kind-security-hint"));
    let title = fl!(t, "new-release");
    let body = html! {
        div.narrow {
            (head(title.as_str()).sub(fl!(t, "new-release-text")).crumbs(way_of(lang, &product, &title)))
            (refusal(filled))
            form.stack.measure method="post" {
                (filled_in(version, "version", filled))
                (kinds.value(filled.value("kind")).error(filled.error("kind")))
                (filled_in(notes, "notes", filled))
                div.acts {
                    (button::main(fl!(t, "create-release")))
                    (button::quiet(fl!(t, "cancel")).href(product_path(&product.slug)))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}
