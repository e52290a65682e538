//! One product of the visitor: how to start it, its versions, and the files of each (mission S16, S18, S20).

use crate::{
    pages::programs::{download_path, product_path},
    taste, texts,
};
use axum::extract::{Path, Query};
use catalog::{Build, Release, ReleaseKind};
use i18n_embed_fl::fl;
use kernel::{Error, Lang, PersonId, Result};
use maud::{Markup, html};
use seats::OwnProduct;
use store::Read;
use web::{
    Filled, Handled, Page, Visit,
    components::{Is, badge, button, crumbs, empty, head, icon::icon_in, mark, note, row, rows, section},
    format,
};

/// Older versions are a click away.
const SHOWN: usize = 8;

#[derive(Default, serde::Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    all: String,
}

pub(super) async fn get(visit: Visit, Path(slug): Path<String>, Query(which): Query<Which>) -> Handled<Page> {
    page(&visit, &slug, !which.all.is_empty(), &Filled::fresh(visit.lang)).await
}

struct Facts {
    own: OwnProduct,
    description: String,
    /// Newest first, each with its files.
    releases: Vec<(Release, Vec<Build>)>,
    more: usize,
}

pub(super) async fn page(visit: &Visit, slug: &str, all: bool, filled: &Filled) -> Handled<Page> {
    let (person, slug) = (visit.visitor()?.person, slug.to_owned());
    let facts = visit.read(move |cx| facts(cx, person, &slug, all)).await?;
    let (t, own) = (texts(visit.lang), &facts.own);
    let suspended = own.suspended_at.is_some();
    let way = [(fl!(t, "nav-products"), "/account/products"), (own.name.clone(), "")];
    let top = head(&own.name)
        .crumbs(crumbs(visit.lang, way))
        .lead(mark(&own.name, &own.icon).large())
        .sub(html! {
            @if !facts.description.is_empty() { (facts.description) br; }
            span.small {
                (fl!(t, "seat-of-in", team = own.team_name.as_str(), organization = own.organization_name.as_str()))
            }
        });
    let body = html! {
        div.narrow {
            (top)
            @if suspended {
                (note(Is::Warn, fl!(t, "suspended"), fl!(t, "suspended-text", team = own.team_name.as_str())))
            } @else if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            @if facts.releases.is_empty() {
                (empty("chair", fl!(t, "no-release-yet"), fl!(t, "no-release-text"), ""))
            } @else { (head::columns(versions(visit, &facts), how_to_start(visit, own))) }
        }
    };
    Ok(visit.page(&own.name, body))
}

/// Not found unless the person holds a seat of the product: what exists besides is nobody's business.
pub(super) fn own_product(cx: &mut Read, person: PersonId, slug: &str) -> Result<OwnProduct> {
    let mut all = seats::products_of(cx, person)?;
    all.sort_by_key(|own| own.suspended_at.is_some());
    all.into_iter().find(|own| own.slug == slug).ok_or_else(Error::not_found)
}

fn facts(cx: &mut Read, person: PersonId, slug: &str, all: bool) -> Result<Facts> {
    let own = own_product(cx, person, slug)?;
    let product = catalog::product(cx, own.product)?;
    let mut releases = catalog::releases(cx, own.product)?;
    let more = if all { 0 } else { releases.len().saturating_sub(SHOWN) };
    releases.truncate(releases.len() - more);
    let releases = releases.into_iter().map(|release| {
        let builds = catalog::builds(cx, release.id)?;
        Ok((release, builds))
    });
    Ok(Facts { own, description: product.description, releases: releases.collect::<Result<_>>()?, more })
}

fn versions(visit: &Visit, facts: &Facts) -> Markup {
    let t = texts(visit.lang);
    // The newest that is not a preview is what most come for.
    let main = facts
        .releases
        .iter()
        .position(|(release, builds)| !release.version.is_preview() && !builds.is_empty());
    html! {
        @for (n, (release, builds)) in facts.releases.iter().enumerate() {
            (version(visit, &facts.own, release, builds, main == Some(n)))
        }
        @if facts.more > 0 {
            p { a href=(format!("{}?all=1", product_path(&facts.own.slug))) { (fl!(t, "older-versions", count = facts.more)) } }
        }
    }
}

fn version(visit: &Visit, own: &OwnProduct, release: &Release, builds: &[Build], main: bool) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let mut builds = builds.to_vec();
    taste::sort(&mut builds, &visit.user_agent, lang);
    let list = builds.iter().enumerate().map(|(n, build)| {
        let suits = taste::suits(build, &visit.user_agent);
        let acts = match own.suspended_at {
            Some(_) => html! {},
            None => download_button(visit, own, release, build, main && n == 0 && suits),
        };
        row(platform_title(build, lang, suits && n == 0)).text(file_facts(build, lang)).acts(acts)
    });
    let id = format!("v-{}", release.version.as_str().replace(['.', '+'], "-"));
    let title = html! { (own.name) " " (release.version) " " (kind_badge(release, lang)) };
    let day = html! {
        time.faint.small datetime=(format::machine(release.released_at)) { (format::date(release.released_at, &visit.zone(), lang)) }
    };
    section(
        &id,
        title,
        day,
        html! {
            @for line in release.notes.lines().filter(|line| !line.trim().is_empty()) { p.measure.muted { (line) } }
            @if builds.is_empty() { p.hint { (fl!(t, "no-files")) } } @else { (rows(list)) }
        },
    )
}

fn kind_badge(release: &Release, lang: Lang) -> Markup {
    let words = release.kind.display_name(lang);
    match release.kind {
        ReleaseKind::Security => badge(Is::Bad, "shield", words),
        ReleaseKind::Update => badge(Is::Plain, "", words),
        ReleaseKind::Feature => badge(Is::Info, "", words),
    }
}

fn platform_title(build: &Build, lang: Lang, suits: bool) -> Markup {
    html! {
        (build.platform.display_name()) ", " (build.language.display_name(lang))
        @if suits { " " (badge(Is::Ok, "", fl!(texts(lang), "suits-you"))) }
    }
}

fn file_facts(build: &Build, lang: Lang) -> Markup {
    html! {
        (build.file_name) " · " (format::bytes(build.size, lang))
        br;
        span.small.faint { "SHA-256 " span.mono { (build.sha256) } }
    }
}

fn download_button(visit: &Visit, own: &OwnProduct, release: &Release, build: &Build, main: bool) -> Markup {
    let t = texts(visit.lang);
    let label = fl!(
        t,
        "download-build",
        product = format!("{} {}", own.name, release.version),
        platform = build.platform.display_name(),
        language = build.language.display_name(visit.lang)
    );
    let button = match main {
        true => button::main(fl!(t, "download")).icon("download"),
        false => button::plain(fl!(t, "download")).accent_icon("download"),
    };
    button::post(&download_path(&own.slug, build), button.label(label))
}

fn how_to_start(visit: &Visit, own: &OwnProduct) -> Markup {
    let t = texts(visit.lang);
    let email = visit.visitor.as_ref().map(|visitor| visitor.email.clone()).unwrap_or_default();
    let steps = [
        fl!(t, "start-install"),
        fl!(t, "start-program", product = own.name.as_str()),
        fl!(t, "start-privacy"),
        fl!(t, "start-sign-in", email = email),
    ];
    let list = steps.into_iter().map(|step| (icon_in("check", "of-accent"), step));
    section(
        "start",
        fl!(t, "start-title"),
        "",
        html! {
            (rows::ticks(list))
            p.hint.after {
                (fl!(t, "start-policy", devices = own.policy.max_devices, days = own.policy.offline_days))
            }
        },
    )
}
