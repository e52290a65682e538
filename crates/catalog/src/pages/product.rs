//! `/vendor/products/{slug}`: one product with its releases, offerings and privacy statement.

use super::{OFFERINGS, PRODUCTS, may_see, offering_path, product_path, release_path};
use crate::{Build, Offering, PrivacyStatement, Product, Release, ReleaseKind, ask, queries, texts};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Error, Lang, Result};
use maud::{Markup, html};
use web::{
    Handled, Page, Visit,
    components::{Is, badge, button, col, crumbs, empty, facts, head, mark, note, section, stamp, table, tr},
    format,
};

struct Facts {
    product: Product,
    releases: Vec<(Release, Vec<Build>)>,
    offerings: Vec<Offering>,
    statements: Vec<PrivacyStatement>,
}

pub(super) async fn get(visit: Visit, Path(slug): Path<String>) -> Handled<Page> {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let facts = visit.read(move |cx| ask_all(cx, &slug)).await?;
    let product = &facts.product;
    let path = product_path(&product.slug);
    let way = [(fl!(t, "products"), PRODUCTS), (product.name.to_string(), "")];
    let new = button::main(fl!(t, "new-release")).icon("plus").href(format!("{path}/releases/new"));
    let body = html! {
        div.narrow {
            (head(product.name.as_str()).sub(&product.description).crumbs(crumbs(lang, way))
                .lead(mark(product.name.as_str(), product.icon.as_str()).large())
                .act(button::plain(fl!(t, "edit")).icon("pencil").href(format!("{path}/edit")))
                .act(new))
            div.stack.stack-l {
                (product_stamp(&facts, &visit))
                div {
                    (section("releases", fl!(t, "releases"), "", releases(&facts, &visit)))
                    (section("offerings", fl!(t, "offerings"),
                        button::plain(fl!(t, "new-offering")).small().href(format!("{OFFERINGS}/new?product={}", product.slug)),
                        offerings(&facts, lang)))
                    (section("privacy", fl!(t, "privacy"),
                        button::plain(fl!(t, "new-statement")).small().href(format!("{path}/privacy")), privacy(&facts, &visit)))
                }
            }
        }
    };
    Ok(visit.page(product.name.as_str(), body))
}

fn ask_all(cx: &mut store::Read, slug: &str) -> Result<Facts> {
    may_see(cx)?;
    let product = ask::product_by_slug(cx, slug)?;
    let releases = ask::releases(cx, product.id)?;
    let with_builds = |release: Release| Ok((release.clone(), ask::builds(cx, release.id)?));
    Ok(Facts {
        releases: releases.into_iter().map(with_builds).collect::<Result<_, Error>>()?,
        offerings: ask::offerings_of(cx, product.id)?,
        statements: queries::current_statements(cx, product.id)?,
        product,
    })
}

fn product_stamp(facts: &Facts, visit: &Visit) -> Markup {
    let t = texts(visit.lang);
    let none = || html! { span.muted { (fl!(t, "none-yet")) } };
    let stable = facts.releases.iter().find(|(release, _)| !release.version.is_preview());
    let latest = stable.or(facts.releases.first()).map(|(release, _)| html! { b { (release.version) } });
    let statement = facts.statements.first().map(|statement| html! { (statement.version) });
    stamp([
        (fl!(t, "slug"), html! { span.mono { (facts.product.slug) } }),
        (fl!(t, "latest-release"), latest.unwrap_or_else(none)),
        (fl!(t, "privacy"), statement.unwrap_or_else(none)),
        (fl!(t, "since"), html! { (format::date(facts.product.created_at, &visit.zone(), visit.lang)) }),
    ])
}

/// What a release is for, in shape and word.
pub(super) fn kind_badge(kind: ReleaseKind, lang: Lang) -> Markup {
    match kind {
        ReleaseKind::Feature => badge(Is::Plain, "", kind.display_name(lang)),
        ReleaseKind::Update => badge(Is::Info, "refresh", kind.display_name(lang)),
        ReleaseKind::Security => badge(Is::Warn, "shield", kind.display_name(lang)),
    }
}

fn releases(facts: &Facts, visit: &Visit) -> Markup {
    let (t, lang, zone) = (texts(visit.lang), visit.lang, visit.zone());
    let columns = [
        col(fl!(t, "version")).main(),
        col(fl!(t, "kind")),
        col(fl!(t, "builds")).number(),
        col(fl!(t, "released")).number().muted().leaves(2),
    ];
    let rows = facts.releases.iter().map(|(release, builds)| {
        let href = release_path(&facts.product.slug, &release.version);
        let builds = match builds.len() {
            0 => html! { span.muted { (fl!(t, "no-files")) } },
            count => html! { (format::number(count as u64, lang)) },
        };
        tr().tap()
            .cell(html! { a.go href=(href) { b { (release.version) } } @if release.version.is_preview() { " " (badge(Is::Plain, "", fl!(t, "preview"))) } })
            .cell(kind_badge(release.kind, lang))
            .cell(builds)
            .cell(format::short_date_year(release.released_at, &zone, lang))
    });
    html! {
        (table(fl!(t, "releases-caption")).cols(columns).rows(rows)
            .or_empty(empty("deploy", fl!(t, "no-releases"), fl!(t, "no-releases-text"), "")))
    }
}

fn offerings(facts: &Facts, lang: Lang) -> Markup {
    let t = texts(lang);
    let columns = [
        col(fl!(t, "offering")).main(),
        col(fl!(t, "sku")).mono().no_wrap(),
        col(fl!(t, "license-model")).no_wrap().leaves(3),
        col(fl!(t, "devices")).number().leaves(3),
        col(fl!(t, "offline")).number().leaves(4),
    ];
    let rows = facts.offerings.iter().map(|offering| {
        let href = offering_path(&offering.sku);
        tr().tap()
            .cell(html! { a.go href=(href) { b { (offering.name) } } })
            .cell(offering.sku.as_str())
            .cell(offering.license_model.display_name(lang))
            .cell(format::number(offering.policy.max_devices.into(), lang))
            .cell(fl!(t, "days", days = offering.policy.offline_days))
    });
    html! {
        (table(fl!(t, "offerings-caption")).cols(columns).rows(rows)
            .or_empty(empty("contract", fl!(t, "no-offerings"), fl!(t, "no-offerings-text"), "")))
    }
}

fn privacy(of: &Facts, visit: &Visit) -> Markup {
    let t = texts(visit.lang);
    let Some(first) = of.statements.first() else {
        return html! { div.after { (note(Is::Warn, fl!(t, "no-statement"), fl!(t, "no-statement-text"))) } };
    };
    let languages: Vec<_> = of.statements.iter().map(|statement| statement.language.own_name()).collect();
    facts([
        (fl!(t, "version"), first.version.to_string()),
        (fl!(t, "languages"), languages.join(", ")),
        (fl!(t, "published"), format::date(first.created_at, &visit.zone(), visit.lang)),
    ])
}
