//! The programs of a person as rows: how each stands, and its downloads.

use crate::{devices, taste, texts};
use catalog::{Build, Release, ReleaseKind, Version};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, Result, Timestamp};
use licensing::OwnDevice;
use maud::{Markup, html};
use seats::OwnProduct;
use store::Read;
use web::{
    Visit,
    components::{Is, badge, button, mark, menu, row, rows::Row, sign},
    format,
};

/// A product that the person holds a seat of, with what is to be downloaded of it.
pub(super) struct Program {
    pub own: OwnProduct,
    pub release: Option<Release>,
    /// Of that release; what suits the visitor's machine first.
    pub builds: Vec<Build>,
    /// The newest version that runs on one of the person's devices.
    pub at_work: Option<Version>,
    pub offline_until: Option<Timestamp>,
}

/// One for each product, though the person may hold seats of it in several teams: the one to work on.
pub(super) fn of_person(cx: &mut Read, person: PersonId, devices: &[OwnDevice]) -> Result<Vec<Program>> {
    let mut all = seats::products_of(cx, person)?;
    all.sort_by_key(|own| (own.name.to_lowercase(), own.product, own.suspended_at.is_some()));
    all.dedup_by_key(|own| own.product);
    all.into_iter().map(|own| program(cx, own, devices)).collect()
}

fn program(cx: &mut Read, own: OwnProduct, devices: &[OwnDevice]) -> Result<Program> {
    let release = catalog::latest_release(cx, own.product)?;
    let builds = match &release {
        Some(release) => catalog::builds(cx, release.id)?,
        None => vec![],
    };
    let (at_work, offline_until) =
        (devices::newest_at_work(devices, own.product), devices::offline_until(devices, own.product));
    Ok(Program { own, release, builds, at_work, offline_until })
}

impl Program {
    pub fn path(&self) -> String {
        product_path(&self.own.slug)
    }
    fn has_update(&self) -> bool {
        match (&self.at_work, &self.release) {
            (Some(own), Some(latest)) => own.sort_key() < latest.version.sort_key(),
            _ => false,
        }
    }
    /// Whether what runs somewhere has a hole that the latest release closes.
    pub fn is_urgent(&self) -> bool {
        self.own.suspended_at.is_none()
            && self.has_update()
            && !self.builds.is_empty()
            && self.release.as_ref().is_some_and(|release| release.kind == ReleaseKind::Security)
    }
}

pub(super) fn program_row(visit: &Visit, program: &Program, acts: Markup) -> Row {
    let t = texts(visit.lang);
    let version = program.release.as_ref().map(|release| release.version.to_string());
    let title = html! {
        (program.own.name)
        @if let Some(version) = version { " " small { (version) } }
        @if program.is_urgent() { " " (badge(Is::Bad, "shield", fl!(t, "security-update"))) }
    };
    row(title).lead(mark(&program.own.name, &program.own.icon)).text(state(visit, program)).acts(acts)
}

fn state(visit: &Visit, program: &Program) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let mut more = vec![];
    let sign = match &program.release {
        _ if program.own.suspended_at.is_some() => {
            more.push(fl!(t, "suspended-text", team = program.own.team_name.as_str()));
            return html! { (sign(Is::Warn, fl!(t, "suspended"))) " · " (more.join(" · ")) };
        }
        None => sign(Is::Off, fl!(t, "no-release-yet")),
        Some(_) if program.at_work.is_none() => {
            more.extend(program.builds.first().map(|build| build_words(build, lang)));
            sign(Is::Off, fl!(t, "on-no-device"))
        }
        Some(_) if program.is_urgent() => sign(Is::Bad, fl!(t, "update-security")),
        Some(latest) if program.has_update() => {
            sign(Is::Half, fl!(t, "version-ready", version = latest.version.to_string()))
        }
        Some(_) => sign(Is::Ok, fl!(t, "ready")),
    };
    more.push(from_team(visit, program));
    if let Some(until) = program.offline_until {
        more.push(fl!(t, "offline-until", day = format::day(until, &visit.zone(), lang)));
    }
    html! { (sign) " · " (more.join(" · ")) }
}

/// The organization is named where the visitor belongs to several.
fn from_team(visit: &Visit, program: &Program) -> String {
    let t = texts(visit.lang);
    let own = &program.own;
    let several =
        visit.visitor.iter().any(|visitor| visitor.teams().any(|(_, other, _)| other != own.organization));
    match several {
        true => {
            fl!(t, "seat-of-in", team = own.team_name.as_str(), organization = own.organization_name.as_str())
        }
        false => fl!(t, "seat-of", team = own.team_name.as_str()),
    }
}

/// The button and the menu of files; `filled` marks the one that is the main act of the view.
pub(super) fn downloads(visit: &Visit, program: &Program, filled: bool) -> Markup {
    let t = texts(visit.lang);
    if program.own.suspended_at.is_some() || program.builds.is_empty() {
        return html! {};
    }
    let mut builds = program.builds.clone();
    taste::sort(&mut builds, &visit.user_agent, visit.lang);
    let version = program.release.as_ref().map(|release| release.version.to_string()).unwrap_or_default();
    let id = format!("dl-{}", program.own.slug);
    let (name, label) = (&program.own.name, fl!(t, "download-product", product = program.own.name.as_str()));
    let button = match filled {
        true => button::main(fl!(t, "update-to", version = version.as_str())),
        false => button::plain(fl!(t, "download")).accent_icon("download").label(label),
    };
    let files = builds.iter().take(8).fold(menu(&id).at_end().head(format!("{name} {version}")), |menu, build| {
        let words = html! { (platform_words(build, visit.lang)) " " small { (format::bytes(build.size, visit.lang)) } };
        menu.post("", words, download_path(&program.own.slug, build))
    });
    html! { (button.opens_menu(&id)) (files.rule().link("", fl!(t, "other-versions"), program.path())) }
}

pub(super) fn product_path(slug: &str) -> String {
    format!("/account/products/{slug}")
}

pub(super) fn download_path(slug: &str, build: &Build) -> String {
    format!("/account/products/{slug}/builds/{}/download", build.id)
}

/// "Windows, 64-bit · Svenska"
pub(super) fn platform_words(build: &Build, lang: Lang) -> String {
    format!("{} · {}", build.platform.display_name(), build.language.display_name(lang))
}

fn build_words(build: &Build, lang: Lang) -> String {
    format!("{}, {}", platform_words(build, lang), format::bytes(build.size, lang))
}
