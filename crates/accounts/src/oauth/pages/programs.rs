//! The vendor's programs: the list, a new one, one of them with its secret.

use crate::{
    oauth::{
        program::{Program, ProgramKind, RegisterProgram, TypedProgram},
        register_program::{self as verbs, Registered},
        scope::ProgramScope,
    },
    texts,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use kernel::{Lang, Permission, Scope};
use maud::{Markup, html};
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, checks, col, empty, facts, field, head, note, radios, table, tr},
    format,
};

pub async fn get(visit: Visit) -> Handled<Page> {
    let programs = visit.read(verbs::programs).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "programs-title");
    let new = || button::main(fl!(t, "programs-new")).icon("plus").href("/vendor/programs/new");
    let body = html! {
        (head::head(title.as_str()).sub(fl!(t, "programs-lead")).act(html! { @if !programs.is_empty() { (new()) } }))
        @if programs.is_empty() { (empty("device", fl!(t, "programs-none"), fl!(t, "programs-none-text"), new())) }
        @else { (list(&visit, &programs)) }
    };
    Ok(visit.page(&title, body))
}

fn list(visit: &Visit, programs: &[Program]) -> Markup {
    let t = texts(visit.lang);
    let rows = programs.iter().map(|program| {
        tr().cell(html! { a href=(format!("/vendor/programs/{}", program.client_id)) { (program.name) } })
            .cell(&program.client_id)
            .cell(kind_words(program.kind, visit.lang))
            .cell(program.product.as_deref().unwrap_or("–"))
            .cell(format::short_date_year(program.created_at, &visit.zone(), visit.lang))
    });
    let columns = [
        col(fl!(t, "programs-name")).main(),
        col(fl!(t, "programs-client-id")).mono(),
        col(fl!(t, "programs-kind")).no_wrap().leaves(1),
        col(fl!(t, "programs-product")).leaves(2),
        col(fl!(t, "programs-since")).number().leaves(3),
    ];
    html! { (table(fl!(t, "programs-title")).cols(columns).rows(rows)) }
}

fn kind_words(kind: ProgramKind, lang: Lang) -> String {
    match kind {
        ProgramKind::Public => fl!(texts(lang), "programs-public"),
        ProgramKind::Confidential => fl!(texts(lang), "programs-confidential"),
    }
}

pub async fn new(visit: Visit) -> Handled<Page> {
    visit.actor.require(Permission::ManageVendor, Scope::Vendor)?;
    let mut fresh = vec![("kind", "public"), ("redirect_uris", "http://127.0.0.1/callback")];
    fresh.extend(ProgramScope::ALL.map(|scope| ("scopes", scope.name())));
    Ok(form_page(&visit, &Filled::with(visit.lang, &fresh)))
}

impl Ask for RegisterProgram {
    fn read(fields: &mut Fields) -> Option<Self> {
        let scopes = fields.several::<String>("scopes")?;
        let scopes: Vec<_> = scopes.iter().map(String::as_str).collect();
        let uris: Vec<_> = fields.raw("redirect_uris").lines().take(100).collect();
        let read = RegisterProgram::read(TypedProgram {
            client_id: fields.raw("client_id"),
            name: fields.raw("name"),
            product: fields.raw("product"),
            kind: fields.raw("kind"),
            redirect_uris: &uris,
            scopes: &scopes,
        });
        read.map_err(|errors| errors.into_iter().for_each(|error| fields.refuse(error))).ok()
    }
}

pub async fn post(visit: Visit, form: Form<RegisterProgram>) -> Handled {
    visit.actor.require(Permission::ManageVendor, Scope::Vendor)?;
    form.submit(|ask| visit.command(move |cx| verbs::register_program(cx, &ask)))
        .await
        .done(|registered| registered_answer(&visit, &registered))
        .or_again(async |filled| Ok(form_page(&visit, &filled)))
        .await
}

/// A secret is shown on the answer itself, because it is shown once.
fn registered_answer(visit: &Visit, registered: &Registered) -> Response {
    let path = format!("/vendor/programs/{}", registered.program.client_id);
    match &registered.secret {
        Some(_) => program_page(visit, registered).into_response(),
        None => visit.done(&path, fl!(texts(visit.lang), "programs-registered")),
    }
}

fn form_page(visit: &Visit, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let title = fl!(t, "programs-new");
    let text = |name: &str, label: String| {
        field::text(name, label).value(filled.value(name)).error(filled.error(name))
    };
    let kinds = radios("kind", fl!(t, "programs-kind"))
        .choice("public", fl!(t, "programs-public"), fl!(t, "programs-public-hint"))
        .choice("confidential", fl!(t, "programs-confidential"), fl!(t, "programs-confidential-hint"))
        .value(filled.value("kind"))
        .error(filled.error("kind"));
    let uris = field::area("redirect_uris", fl!(t, "programs-redirects"))
        .value(filled.value("redirect_uris"))
        .error(filled.error("redirect_uris"))
        .hint(fl!(t, "programs-redirects-hint"))
        .mono();
    let body = html! {
        (head::head(title.as_str()).crumbs(crumbs(visit, &title)))
        form.stack.measure method="post" action="/vendor/programs" {
            (text("name", fl!(t, "programs-name")).required())
            (text("client_id", fl!(t, "programs-client-id")).hint(fl!(t, "programs-client-id-hint")).mono().required())
            (text("product", fl!(t, "programs-product")).hint(fl!(t, "programs-product-hint")).mono())
            (kinds)
            (uris)
            (scope_choices(filled, visit.lang))
            (button::acts(button::main(fl!(t, "programs-register"))))
        }
    };
    visit.page(&title, body)
}

fn scope_choices(filled: &Filled, lang: Lang) -> Markup {
    let choices = checks("scopes", fl!(texts(lang), "programs-scopes"));
    let choices = ProgramScope::ALL
        .into_iter()
        .fold(choices, |choices, scope| choices.choice(scope.name(), scope.words(lang), scope.name()));
    let ticked =
        ProgramScope::ALL.into_iter().map(ProgramScope::name).filter(|name| filled.ticked("scopes", name));
    html! { (choices.values(ticked).error(filled.error("scopes"))) }
}

fn crumbs(visit: &Visit, here: &str) -> Markup {
    let list = fl!(texts(visit.lang), "programs-title");
    head::crumbs(visit.lang, [(list.as_str(), "/vendor/programs"), (here, "")])
}

pub async fn one(visit: Visit, Path(client_id): Path<String>) -> Handled<Page> {
    let program = visit.read(move |cx| verbs::program(cx, &client_id)).await?;
    Ok(program_page(&visit, &Registered { program, secret: None }))
}

pub async fn change_secret(visit: Visit, Path(client_id): Path<String>) -> Handled<Page> {
    let changed = visit.command(move |cx| verbs::change_program_secret(cx, &client_id)).await?;
    Ok(program_page(&visit, &changed))
}

fn program_page(visit: &Visit, Registered { program, secret }: &Registered) -> Page {
    let t = texts(visit.lang);
    let path = format!("/vendor/programs/{}/secret", program.client_id);
    let shown = |text: &str| html! { (text) };
    let lines = [
        (fl!(t, "programs-client-id"), html! { span.mono { (program.client_id) } }),
        (fl!(t, "programs-kind"), shown(&kind_words(program.kind, visit.lang))),
        (fl!(t, "programs-product"), shown(program.product.as_deref().unwrap_or("–"))),
        (
            fl!(t, "programs-redirects"),
            html! { @for uri in &program.redirect_uris { span.mono { (uri) } br; } },
        ),
        (fl!(t, "programs-scope-names"), html! { span.mono { (program.scopes) } }),
        (fl!(t, "programs-issuer"), html! { span.mono { (visit.site.house().public_url) } }),
    ];
    let body = html! {
        (head::head(program.name.as_str()).crumbs(crumbs(visit, &program.name)))
        div.stack {
            @if let Some(secret) = secret {
                (note(Is::Ok, fl!(t, "programs-secret"), html! {
                    b.code { (secret.expose()) } br; (fl!(t, "programs-secret-once"))
                }))
            }
            (facts(lines))
            @if !program.is_public() {
                (head::section("secret", fl!(t, "programs-secret"), "", html! {
                    div.stack.stack-s {
                        p { (fl!(t, "programs-secret-text")) }
                        div { (button::post(&path, button::plain(fl!(t, "programs-secret-change")).icon("refresh"))) }
                    }
                }))
            }
        }
    };
    visit.page(&program.name, body)
}
