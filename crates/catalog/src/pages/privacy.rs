//! `/vendor/products/{slug}/privacy`: a new version of the privacy statement.

use super::{filled_in, may_see, product_path, refusal, way_of};
use crate::{
    AddPrivacyStatement, add_privacy_statement, add_privacy_statement::LONGEST_STATEMENT, ask, queries, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::html;
use web::{
    Filled, Form, Handled, Page, Visit,
    components::{button, field, head},
};

pub(super) async fn get(visit: Visit, Path(slug): Path<String>) -> Handled<Page> {
    page(&visit, slug, None).await
}

pub(super) async fn post(visit: Visit, Path(slug): Path<String>, form: Form<AddPrivacyStatement>) -> Handled {
    let to = slug.clone();
    form.submit(|ask| visit.command(move |cx| add_privacy_statement(cx, &to, &ask)))
        .await
        .done(|()| visit.done(&product_path(&slug), fl!(texts(visit.lang), "statement-published")))
        .or_again(async |filled| page(&visit, slug.clone(), Some(filled)).await)
        .await
}

async fn page(visit: &Visit, slug: String, filled: Option<Filled>) -> Handled<Page> {
    let t = texts(visit.lang);
    let (product, statements) = visit
        .read(move |cx| {
            may_see(cx)?;
            let product = ask::product_by_slug(cx, &slug)?;
            let statements = queries::current_statements(cx, product.id)?;
            Ok((product, statements))
        })
        .await?;
    // What is in force is what one goes on from.
    let text = |lang| statements.iter().find(|s| s.language == lang).map_or("", |s| s.text.as_str());
    let now = [("en", text(Lang::En)), ("sv", text(Lang::Sv))];
    let filled = &filled.unwrap_or_else(|| Filled::with(visit.lang, &now));
    let version = field::text("version", fl!(t, "version")).required().placeholder("2026-11");
    let version = match statements.first() {
        Some(statement) => {
            version.hint(fl!(t, "statement-version-now", version = statement.version.to_string()))
        }
        None => version.hint(fl!(t, "statement-version-first")),
    };
    let area = |tag: &str, lang: Lang| {
        let label = fl!(t, "statement-text-in", language = lang.own_name());
        filled_in(field::area(tag, label).rows(8).max_length(LONGEST_STATEMENT), tag, filled)
    };
    let title = fl!(t, "new-statement");
    let body = html! {
        div.narrow {
            (head(title.as_str()).sub(fl!(t, "new-statement-text")).crumbs(way_of(visit.lang, &product, &title)))
            (refusal(filled))
            form.stack.measure method="post" {
                (filled_in(version, "version", filled))
                (area("en", Lang::En).required())
                (area("sv", Lang::Sv).hint(fl!(t, "statement-sv-hint")))
                div.acts {
                    (button::main(fl!(t, "publish-statement")))
                    (button::quiet(fl!(t, "cancel")).href(product_path(&product.slug)))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}
