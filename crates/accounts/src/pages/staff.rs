//! The operator's pages for operators, partners and the partners' people.

use crate::{NewPerson, Person, staff, texts};
use axum::response::IntoResponse;
use i18n_embed_fl::fl;
use kernel::{Error, Lang, PartnerId};
use maud::{Markup, html};
use web::{
    Ask, Fields, Filled, Form, Handled, Page, Visit,
    components::{Is, button, col, field, head, note, section, sign, table, tr, who},
};

pub struct Add(NewPerson);

impl Ask for Add {
    fn read(fields: &mut Fields) -> Option<Self> {
        let (email, first, last) = (fields.email("email"), fields.name("first"), fields.name("last"));
        let lang = fields.parsed::<Lang>("language");
        let time_zone = "UTC".to_owned();
        Some(Add(NewPerson { email: email?, first_name: first?, last_name: last?, lang: lang?, time_zone }))
    }
}

pub async fn get(visit: Visit) -> Handled<Page> {
    page(&visit, &Filled::fresh(visit.lang)).await
}

pub async fn post(visit: Visit, form: Form<Add>) -> Handled {
    add(&visit, None, "/vendor/staff", form).await?.or_again(async |filled| page(&visit, &filled).await).await
}

/// The same for operators and for a partner's people.
async fn add(
    visit: &Visit,
    partner: Option<PartnerId>,
    back: &str,
    form: Form<Add>,
) -> Result<web::form::Settled, web::Fault> {
    let zone = visit.site.house().time_zone.clone();
    let submitted = form
        .submit(|ask| {
            let new = NewPerson { time_zone: zone, ..ask.0 };
            visit.command(move |cx| staff::add_staff(cx, &new, partner))
        })
        .await;
    Ok(submitted.done(|_| visit.done(back, fl!(texts(visit.lang), "person-added")).into_response()))
}

async fn page(visit: &Visit, filled: &Filled) -> Handled<Page> {
    let t = texts(visit.lang);
    let people = visit.read(|cx| staff::staff(cx, None)).await?;
    let body = html! {
        div.narrow {
            (head(fl!(t, "operators")).sub(fl!(t, "operators-text")))
            (people_table(visit, &fl!(t, "operators"), &people))
            (section("add", fl!(t, "add-operator"), "", add_form(visit, "/vendor/staff", filled)))
        }
    };
    Ok(visit.page(&fl!(t, "operators"), body))
}

fn people_table(visit: &Visit, caption: &str, people: &[Person]) -> Markup {
    let t = texts(visit.lang);
    html! {
        (table(caption).cols([col(fl!(t, "name-and-email")).main(), col(fl!(t, "status"))])
            .rows(people.iter().map(|person| tr()
                .cell(who(&person.first_name, &person.last_name, &person.email, ""))
                .cell(if person.has_password { sign(Is::Ok, fl!(t, "active")) } else { sign(Is::Wait, fl!(t, "invited")) })))
            .or_empty(html! { p.muted { (fl!(t, "nobody-yet")) } }))
    }
}

fn add_form(visit: &Visit, action: &str, filled: &Filled) -> Markup {
    let t = texts(visit.lang);
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang.own_name()));
    let chosen =
        if filled.value("language").is_empty() { visit.lang.tag() } else { filled.value("language") };
    html! {
        @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
        form.stack method="post" action=(action) {
            (field::text("first", fl!(t, "first-name")).value(filled.value("first")).error(filled.error("first")).required())
            (field::text("last", fl!(t, "last-name")).value(filled.value("last")).error(filled.error("last")).required())
            (field::email("email", fl!(t, "email")).value(filled.value("email")).error(filled.error("email")).required())
            (field::select("language", fl!(t, "language")).options(languages).value(chosen).error(filled.error("language")))
            div { (button::main(fl!(t, "add"))) }
        }
    }
}

pub mod partners {
    use super::*;
    use kernel::{Email, Name};

    pub struct New {
        name: Name,
        number: Name,
        desk: Option<Email>,
    }

    impl Ask for New {
        fn read(fields: &mut Fields) -> Option<Self> {
            let (name, number) = (fields.name("name"), fields.name("number"));
            let desk = match fields.raw("desk").trim() {
                "" => Some(None),
                _ => fields.email("desk").map(Some),
            };
            Some(New { name: name?, number: number?, desk: desk? })
        }
    }

    pub async fn get(visit: Visit) -> Handled<Page> {
        page(&visit, &Filled::fresh(visit.lang)).await
    }

    pub async fn post(visit: Visit, form: Form<New>) -> Handled {
        form.submit(|ask| {
            visit.command(move |cx| staff::create_partner(cx, &ask.name, &ask.number, ask.desk.as_ref()))
        })
        .await
        .done(|partner| {
            let path = format!("/vendor/partners/{partner}");
            visit.done(&path, fl!(texts(visit.lang), "partner-added")).into_response()
        })
        .or_again(async |filled| page(&visit, &filled).await)
        .await
    }

    async fn page(visit: &Visit, filled: &Filled) -> Handled<Page> {
        let t = texts(visit.lang);
        let found = visit.read(staff::partners).await?;
        let body = html! {
            div.narrow {
                (head(fl!(t, "partners")).sub(fl!(t, "partners-text")))
                (table(fl!(t, "partners")).cols([col(fl!(t, "name")).main(), col(fl!(t, "number")), col(fl!(t, "license-desk"))])
                    .rows(found.iter().map(|partner| tr().tap()
                        .cell(html! { a.go href=(format!("/vendor/partners/{}", partner.id)) { (partner.name) } })
                        .cell(html! { span.mono { (partner.number) } })
                        .cell(partner.license_desk.as_deref().unwrap_or_default())))
                    .or_empty(html! { p.muted { (fl!(t, "no-partners")) } }))
                (section("add", fl!(t, "add-partner"), "", html! {
                    @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
                    form.stack method="post" action="/vendor/partners" {
                        (field::text("name", fl!(t, "name")).value(filled.value("name")).error(filled.error("name")).required())
                        (field::text("number", fl!(t, "partner-number")).value(filled.value("number")).error(filled.error("number")).required())
                        (field::email("desk", fl!(t, "license-desk")).value(filled.value("desk")).error(filled.error("desk")).hint(fl!(t, "license-desk-hint")))
                        div { (button::main(fl!(t, "add"))) }
                    }
                }))
            }
        };
        Ok(visit.page(&fl!(t, "partners"), body))
    }
}

pub mod partner {
    use super::*;
    use axum::extract::Path;

    pub async fn get(visit: Visit, Path(id): Path<PartnerId>) -> Handled<Page> {
        page(&visit, id, &Filled::fresh(visit.lang)).await
    }

    pub async fn post(visit: Visit, Path(id): Path<PartnerId>, form: Form<Add>) -> Handled {
        let back = format!("/vendor/partners/{id}");
        add(&visit, Some(id), &back, form)
            .await?
            .or_again(async |filled| page(&visit, id, &filled).await)
            .await
    }

    async fn page(visit: &Visit, id: PartnerId, filled: &Filled) -> Handled<Page> {
        let t = texts(visit.lang);
        let read = visit.read(move |cx| {
            let people = staff::staff(cx, Some(id))?;
            let partner = staff::partner(cx, id)?;
            Ok::<_, Error>((partner, people))
        });
        let (partner, people) = read.await?;
        let way = [(fl!(t, "partners"), "/vendor/partners"), (partner.name.clone(), "")];
        let body = html! {
            div.narrow {
                (head(&partner.name).crumbs(web::components::crumbs(visit.lang, way)).sub(&partner.number))
                (people_table(visit, &fl!(t, "people"), &people))
                (section("add", fl!(t, "add-person"), "", add_form(visit, &format!("/vendor/partners/{id}"), filled)))
            }
        };
        Ok(visit.page(&partner.name, body))
    }
}
