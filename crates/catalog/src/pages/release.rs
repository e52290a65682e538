//! `/vendor/products/{slug}/releases/{version}`: one release, its files, and the ways to bring a file in.

use super::{may_see, product::kind_badge, release_path, way_of};
use crate::{
    AddBuild, Build, Files, Language, Platform, Product, Refused, Release, Version, ask, checks::or_fields,
    texts, upload::upload,
};
use axum::{
    Extension,
    extract::{Multipart, Path},
    http::StatusCode,
    response::IntoResponse,
};
use i18n_embed_fl::fl;
use kernel::{Error, Kind, Result};
use maud::{Markup, html};
use web::{
    Fault, Handled, Page, Visit,
    components::{
        Is, badge, button, check, col, drop, empty, field, head, mark, note, section, sign, table, tr,
    },
    format, problem,
};

/// What was typed beside the file, and why it did not go in. The file itself cannot be kept in a form.
#[derive(Debug, Default)]
struct Typed {
    platform: String,
    language: String,
    replace: bool,
    refused: Option<Error>,
}

pub(super) async fn get(
    visit: Visit,
    Path((slug, version)): Path<(String, String)>,
    Extension(files): Extension<Files>,
) -> Handled<Page> {
    page(&visit, &files, [slug, version], Typed::default()).await
}

/// The fields come before the file, which is then streamed to the store.
pub(super) async fn post(
    visit: Visit,
    Path((slug, version)): Path<(String, String)>,
    Extension(files): Extension<Files>,
    form: Multipart,
) -> Handled {
    let mut typed = Typed::default();
    let refused = match take(&visit, &files, [&slug, &version], (form, &mut typed)).await {
        Ok((build, new)) => {
            let t = texts(visit.lang);
            let file = build.file_name.to_string();
            let said =
                if new { fl!(t, "build-added", file = file) } else { fl!(t, "build-same", file = file) };
            return Ok(visit.done(&release_path(slug, version), said));
        }
        Err(refused) => refused,
    };
    let status = match refused.kind() {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Conflict => StatusCode::CONFLICT,
        _ => return Err(Fault::from(refused)),
    };
    typed.refused = Some(refused);
    Ok(page(&visit, &files, [slug, version], typed).await?.status(status).into_response())
}

async fn take(
    visit: &Visit,
    files: &Files,
    place: [&str; 2],
    (mut form, typed): (Multipart, &mut Typed),
) -> Result<(Build, bool)> {
    let broken = |_| Refused::UploadBroken;
    while let Some(part) = form.next_field().await.map_err(broken)? {
        match part.name() {
            Some("platform") => typed.platform = part.text().await.map_err(broken)?,
            Some("language") => typed.language = part.text().await.map_err(broken)?,
            Some("replace") => typed.replace = true,
            Some("file") => {
                let name = part.file_name().unwrap_or_default().to_owned();
                if name.is_empty() {
                    return Err(Refused::NoFile.into());
                }
                let add = AddBuild::parse(place, [&typed.platform, &typed.language], &name, typed.replace);
                return upload(visit, files, or_fields(add)?, (None, part)).await;
            }
            _ => {}
        }
    }
    Err(Refused::NoFile.into())
}

async fn page(visit: &Visit, files: &Files, [slug, version]: [String; 2], typed: Typed) -> Handled<Page> {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let (product, release, builds) = visit.read(move |cx| ask_all(cx, &slug, &version)).await?;
    let title = format!("{} {}", product.name, release.version);
    let released = format::date(release.released_at, &visit.zone(), lang);
    let body = html! {
        div.narrow {
            (head(html! { (title) " " (kind_badge(release.kind, lang)) @if release.version.is_preview() { " " (badge(Is::Plain, "", fl!(t, "preview"))) } })
                .sub(fl!(t, "released-on", date = released)).crumbs(way_of(lang, &product, release.version.as_str())))
            div.stack.stack-l {
                @if !release.notes.is_empty() {
                    div.stack.stack-s.measure { @for line in release.notes.split("\n\n") { p { (line) } } }
                }
                div {
                    (section("builds", fl!(t, "builds"), "", builds_table(&builds, visit)))
                    (section("upload", fl!(t, "upload"), "",
                        upload_form(visit, files, [product.slug.as_str(), release.version.as_str()], &typed)))
                    (section("command", fl!(t, "by-command"), "", by_command(visit, &product, &release)))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn ask_all(cx: &mut store::Read, slug: &str, version: &str) -> Result<(Product, Release, Vec<Build>)> {
    may_see(cx)?;
    let version: Version = version.parse().map_err(|_| Error::not_found())?;
    let product = ask::product_by_slug(cx, slug)?;
    let release = ask::release_by_version(cx, product.id, &version)?;
    let builds = ask::builds(cx, release.id)?;
    Ok((product, release, builds))
}

fn builds_table(builds: &[Build], visit: &Visit) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let columns = [
        col(fl!(t, "file")).main(),
        col(fl!(t, "language")).under_name().leaves(3),
        col(fl!(t, "size")).number().no_wrap(),
        col(fl!(t, "sha256")).mono().leaves(4),
        col(fl!(t, "uploaded")).number().muted().leaves(4),
    ];
    let rows = builds.iter().map(|build| {
        let sha256 = build.sha256.to_string();
        let platform = build.platform.display_name();
        tr().cell(sign::what(mark(platform, "").small(), build.file_name.as_str(), platform, ""))
            .cell(build.language.display_name(lang))
            .cell(format::bytes(build.size, lang))
            .cell(html! { span title=(sha256) { (sha256[..12]) "…" } })
            .cell(format::seen(Some(build.created_at), visit.now(), &visit.zone(), lang))
    });
    html! {
        (table(fl!(t, "builds-caption")).cols(columns).rows(rows)
            .or_empty(empty("download", fl!(t, "no-builds"), fl!(t, "no-builds-text"), "")))
    }
}

fn upload_form(visit: &Visit, files: &Files, [slug, version]: [&str; 2], typed: &Typed) -> Markup {
    let (t, lang) = (texts(visit.lang), visit.lang);
    let languages = Language::COMMON.iter().filter_map(|tag| tag.parse::<Language>().ok());
    let chosen = if typed.language.is_empty() { "mul" } else { &typed.language };
    let most = fl!(t, "upload-most", most = format::bytes(files.most(), lang));
    let said = typed.refused.as_ref().map(|refused| match refused.field_errors().first() {
        Some(error) if error.field == "file_name" => fl!(t, "bad-file-name"),
        Some(error) => problem::field_sentence(error, lang),
        None => problem::words(refused, lang).0,
    });
    html! {
        @if let Some(said) = &said { (note(Is::Bad, fl!(t, "not-uploaded"), said).alert()) }
        form.measure method="post" enctype="multipart/form-data" action=(format!("{}/builds", release_path(slug, version))) {
            (field::select("platform", fl!(t, "platform")).value(&typed.platform)
                .options(Platform::ALL.map(|platform| (platform.as_str(), platform.display_name()))))
            (field::select("language", fl!(t, "language")).value(chosen)
                .options(languages.map(|language| (language.to_string(), language.display_name(lang)))))
            div.after { (check("replace", fl!(t, "replace")).value("1").checked(typed.replace).hint(fl!(t, "replace-hint"))) }
            div.after { (drop("file", html! { b { (fl!(t, "choose-file")) } " " (fl!(t, "or-drop")) }, most, "").required()) }
            div.after { (button::main(fl!(t, "upload-act")).icon("upload")) }
        }
    }
}

/// The same from a build server.
fn by_command(visit: &Visit, product: &Product, release: &Release) -> Markup {
    let t = texts(visit.lang);
    let command = format!(
        "plats publish {} {} --platform windows-x64 --language mul Setup.msi",
        product.slug, release.version
    );
    html! {
        div.measure {
            p.muted { (fl!(t, "by-command-text")) }
            p.after { code { (command) } }
        }
    }
}
