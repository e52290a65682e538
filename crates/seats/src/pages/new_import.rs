//! What shall happen, and to whom: a file, or people who are pasted in.

use crate::{
    groups::{Group, groups_of_team},
    imports::{
        Act, Aim, MOST_ROWS, may_import,
        source::{Asked, import_file, import_text, spool},
    },
    pages::{imports::act_words, paths},
    pool::Pool,
    reads, texts,
};
use axum::{
    extract::{Multipart, Path, Query},
    response::Response,
};
use i18n_embed_fl::fl;
use kernel::{Error, FieldError, GroupId, ImportId, Lang, PoolId, Result, Role, TeamId};
use maud::{Markup, html};
use std::fs::File;
use store::Read;
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*, csv, format, role_label};

/// Pasted text, in letters.
const MOST_TEXT: usize = 1 << 20;

/// What an address may have chosen already.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    act: String,
    pool: Option<PoolId>,
    group: Option<GroupId>,
}

pub(super) async fn get(
    visit: Visit,
    Path(team): Path<TeamId>,
    Query(chosen): Query<Chosen>,
) -> Handled<Page> {
    let pool = chosen.pool.map(|pool| pool.to_string()).unwrap_or_default();
    let group = chosen.group.map(|group| group.to_string()).unwrap_or_default();
    let lang = visit.lang;
    let pairs = [("act", chosen.act.as_str()), ("pool", &pool), ("group", &group), ("language", lang.tag())];
    page(&visit, team, &Filled::with(lang, &pairs)).await
}

/// A table to fill in.
pub(super) async fn template(visit: Visit, Path(team): Path<TeamId>) -> Handled<Response> {
    visit.read(move |cx| may_import(cx, team)).await?;
    Ok(csv::file("template.csv", roster::template(visit.lang)))
}

/// The form without its file.
struct Wanted {
    aim: Aim,
    pasted: String,
}

impl Ask for Wanted {
    fn read(fields: &mut Fields) -> Option<Self> {
        let act = Act::from_name(fields.raw("act"));
        if act.is_none() {
            fields.refuse(FieldError::new("act", "missing"));
        }
        let (pools, groups) = match act {
            Some(Act::Invite) => (fields.several("pool"), fields.several("group")),
            _ => (one(fields.maybe("pool")), one(fields.maybe("group"))),
        };
        let role = match fields.raw("role") {
            "" => Some(None),
            name => Role::from_name(name).map(Some),
        };
        if role.is_none() {
            fields.refuse(FieldError::new("role", "not-understood"));
        }
        let lang = fields.maybe("language").map(Option::unwrap_or_default);
        let pasted = fields.text("people", MOST_TEXT);
        let aim = Aim { act: act?, pools: pools?, groups: groups?, role: role?, lang: lang? };
        Some(Wanted { aim, pasted: pasted? })
    }
}

fn one<T>(chosen: Option<Option<T>>) -> Option<Vec<T>> {
    chosen.map(|one| one.into_iter().collect())
}

pub(super) async fn post(visit: Visit, Path(team): Path<TeamId>, parts: Multipart) -> Handled {
    visit.read(move |cx| may_import(cx, team)).await?;
    let (fields, file) = read(parts).await?;
    Form::<Wanted>::of(fields, visit.lang)
        .submit(|wanted| take(&visit, team, wanted, file))
        .await
        .done(|import| web::see_other(&paths::import(team, import)))
        .or_again(async |filled| page(&visit, team, &filled).await)
        .await
}

/// A file with its name, or why it was not taken.
type Came = Option<(String, Result<File>)>;

async fn take(visit: &Visit, team: TeamId, wanted: Wanted, file: Came) -> Result<ImportId> {
    let Wanted { aim, pasted } = wanted;
    match file {
        Some((name, file)) => import_file(visit, Asked { team, aim, name }, file?).await,
        None => import_text(visit, Asked { team, aim, name: String::new() }, &pasted).await,
    }
}

async fn read(mut parts: Multipart) -> Result<(Fields, Came)> {
    let (mut typed, mut file) = (vec![], None);
    let broken = |_| Error::field("request", "not-understood");
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(file_name) {
            Some(name) if name.is_empty() => {}
            Some(name) => file = Some((name, spool(part).await)),
            None => typed.push((name, text(part).await?)),
        }
        if matches!(&file, Some((_, Err(_)))) {
            break;
        }
    }
    Ok((Fields::typed(typed), file))
}

/// The last part, in letters that people can read.
fn file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !kernel::person::is_unreadable(*c)).take(120).collect()
}

async fn text(mut part: axum::extract::multipart::Field<'_>) -> Result<String> {
    let mut bytes = vec![];
    let broken = |_| Error::field("request", "not-understood");
    while let Some(some) = part.chunk().await.map_err(broken)? {
        bytes.extend_from_slice(&some);
        if bytes.len() > 2 * MOST_TEXT {
            return Err(Error::too_large());
        }
    }
    String::from_utf8(bytes).map_err(|_| Error::field("request", "not-understood"))
}

fn seen(cx: &mut Read, team: TeamId) -> Result<(Vec<Pool>, Vec<Group>)> {
    may_import(cx, team)?;
    let pools = reads::pools_of_team(cx, team)?;
    let groups = groups_of_team(cx, team)?.into_iter().map(|(group, _)| group).collect();
    Ok((pools, groups))
}

async fn page(visit: &Visit, team: TeamId, filled: &Filled) -> Handled<Page> {
    let (pools, groups) = visit.read(move |cx| seen(cx, team)).await?;
    let (t, lang) = (texts(visit.lang), visit.lang);
    let act = Act::from_name(filled.value("act"));
    let title = act.map_or_else(|| fl!(t, "new-import"), |act| act_words(act, lang));
    let way = [
        (fl!(t, "users"), paths::users(team)),
        (fl!(t, "imports"), paths::imports(team)),
        (title.clone(), String::new()),
    ];
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(lang, way)).sub(act.map(|act| act_text(act, lang)).unwrap_or_default()))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            @match act {
                None => (choices(team, lang)),
                Some(act) => (form(team, act, (&pools, &groups), filled, lang)),
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn choices(team: TeamId, lang: Lang) -> Markup {
    let line = |act| {
        row(html! { a href=(paths::new_import_to(team, act)) { (act_words(act, lang)) } })
            .lead(icon(icon_of(act)))
            .text(act_text(act, lang))
    };
    section("which-act", fl!(texts(lang), "which-act"), "", rows(Act::ALL.map(line)))
}

fn icon_of(act: Act) -> &'static str {
    match act {
        Act::Invite => "send",
        Act::Assign | Act::Unassign | Act::Replace => "seat",
        Act::Join | Act::Part | Act::Role | Act::Remove => "users",
    }
}

fn act_text(act: Act, lang: Lang) -> String {
    let t = texts(lang);
    match act {
        Act::Invite => fl!(t, "act-invite-text"),
        Act::Assign => fl!(t, "act-assign-text"),
        Act::Unassign => fl!(t, "act-unassign-text"),
        Act::Replace => fl!(t, "act-replace-text"),
        Act::Join => fl!(t, "act-join-text"),
        Act::Part => fl!(t, "act-part-text"),
        Act::Role => fl!(t, "act-role-text"),
        Act::Remove => fl!(t, "act-remove-text"),
    }
}

fn form(team: TeamId, act: Act, (pools, groups): (&[Pool], &[Group]), filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let words = html! { b { (fl!(t, "import-file")) } " " (fl!(t, "import-file-drop")) };
    let most = format::number(MOST_ROWS.unsigned_abs(), lang);
    let pasted = field::area("people", fl!(t, "import-pasted"))
        .value(filled.value("people"))
        .error(filled.error("people"))
        .hint(fl!(t, "import-pasted-hint"))
        .rows(5);
    html! {
        form.stack.measure method="post" enctype="multipart/form-data" action=(paths::imports(team)) {
            (field::hidden("act", act.name()))
            @match act {
                Act::Invite => {
                    (products(pools, filled, lang))
                    (teams_groups(groups, filled, lang))
                    (role(filled, "user", lang))
                },
                Act::Assign | Act::Unassign => (product(pools, filled, true, lang)),
                Act::Replace => (product(pools, filled, false, lang)),
                Act::Join | Act::Part => (group(groups, filled, lang)),
                Act::Role => (role(filled, "", lang)),
                Act::Remove => {},
            }
            (drop("file", words, fl!(t, "import-file-hint", rows = most), ".csv,.txt,text/csv,text/plain").error(filled.error("file")))
            (pasted)
            @if act == Act::Invite { (language(filled, lang)) }
            div.acts {
                (button::main(fl!(t, "see-preview")))
                (button::quiet(fl!(t, "cancel")).href(paths::imports(team)))
                (button::quiet(fl!(t, "import-template")).icon("download").href(format!("{}/template.csv", paths::imports(team))))
            }
        }
    }
}

fn pool_words(pool: &Pool, lang: Lang) -> String {
    let free = format::number(pool.free().unsigned_abs(), lang);
    let product = format!("{}, {}", pool.product_name, pool.offering_name);
    fl!(texts(lang), "pool-free", product = product, free = free)
}

fn products(pools: &[Pool], filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let chosen = pools.iter().map(|pool| pool.id.to_string()).filter(|id| filled.ticked("pool", id));
    let list = pools.iter().fold(checks("pool", fl!(t, "import-products")), |list, pool| {
        list.choice(pool.id.to_string(), pool_words(pool, lang), "")
    });
    let list = list.values(chosen).error(filled.error("pool")).hint(fl!(t, "import-products-hint"));
    html! { @if !pools.is_empty() { (list) } }
}

fn teams_groups(groups: &[Group], filled: &Filled, lang: Lang) -> Markup {
    let chosen = groups.iter().map(|group| group.id.to_string()).filter(|id| filled.ticked("group", id));
    let list = groups.iter().fold(checks("group", fl!(texts(lang), "import-groups")), |list, group| {
        list.choice(group.id.to_string(), group.name.as_str(), "")
    });
    html! { @if !groups.is_empty() { (list.values(chosen).error(filled.error("group"))) } }
}

fn product(pools: &[Pool], filled: &Filled, or_file: bool, lang: Lang) -> Markup {
    let t = texts(lang);
    let list = field::select("pool", fl!(t, "product"));
    let list = if or_file { list.option("", fl!(t, "as-file-says")) } else { list };
    let list = pools.iter().fold(list, |list, pool| list.option(pool.id.to_string(), pool_words(pool, lang)));
    html! { (list.value(filled.value("pool")).error(filled.error("pool"))) }
}

fn group(groups: &[Group], filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let list = field::select("group", fl!(t, "import-groups")).option("", fl!(t, "as-file-says"));
    let list = groups.iter().fold(list, |list, group| list.option(group.id.to_string(), group.name.as_str()));
    html! { (list.value(filled.value("group")).error(filled.error("group"))) }
}

fn role(filled: &Filled, usual: &str, lang: Lang) -> Markup {
    let t = texts(lang);
    let typed = filled.value("role");
    let list = field::select("role", fl!(t, "import-role"));
    let list = if usual.is_empty() { list.option("", fl!(t, "as-file-says")) } else { list };
    let roles = [Role::User, Role::SecondaryAdmin].map(|role| (role.name(), role_label(role, lang)));
    html! { (list.options(roles).value(if typed.is_empty() { usual } else { typed }).error(filled.error("role"))) }
}

fn language(filled: &Filled, lang: Lang) -> Markup {
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang.own_name()));
    let list = field::select("language", fl!(texts(lang), "mail-language-new")).options(languages);
    html! { (list.value(filled.value("language")).error(filled.error("language"))) }
}
