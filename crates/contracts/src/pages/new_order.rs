//! A new order in two steps: a form, then what it will do, then the order itself.

mod filling;
mod preview;

use super::paths;
use crate::{Draft, place_order::place_order, placing::own_partners, plan::plan_order, queries, texts};
use accounts::Partner;
use axum::response::{IntoResponse, Response};
use filling::{Filling, MOST_LINES, lines_in};
use i18n_embed_fl::fl;
use kernel::{Lang, Permission, Result, Scope};
use maud::{Markup, html};
use store::Read;
use web::{Filled, Form, Handled, Page, Visit, components::*};

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    let facts = visit.read(facts).await?;
    let zone = visit.site.house().time_zone.clone();
    let usual = [
        ("contract_manager.language", visit.lang.tag()),
        ("contract_manager.time_zone", zone.as_str()),
        ("lines.0.term_months", "12"),
    ];
    Ok(page(&visit, &facts, &Filled::with(visit.lang, &usual)))
}

pub(super) async fn post(visit: Visit, form: Form<Filling>) -> Handled {
    form.submit(|filling| step(&visit, filling))
        .await
        .done(|answer| answer)
        .or_again(async |filled| {
            let facts = visit.read(facts).await?;
            Ok(page(&visit, &facts, &filled))
        })
        .await
}

async fn step(visit: &Visit, filling: Filling) -> Result<Response> {
    match filling {
        Filling::Again(draft) => again(visit, &draft).await,
        Filling::Preview(draft, ask) => {
            let asked = ask.clone();
            let plan = visit.read(move |cx| plan_order(cx, &asked)).await?;
            Ok(preview::page(visit, &draft, &ask, &plan).into_response())
        }
        Filling::Place(ask) => {
            let placed = visit.command(move |cx| place_order(cx, &ask)).await?;
            let (t, number) = (texts(visit.lang), placed.order.number.as_str());
            let said = match placed.repeated {
                true => fl!(t, "order-repeated", number = number),
                false => fl!(t, "order-placed", number = number),
            };
            Ok(visit.done(&paths::order(placed.order.id), said))
        }
    }
}

/// The form with what was typed, and perhaps a line more.
async fn again(visit: &Visit, draft: &Draft) -> Result<Response> {
    let facts = visit.read(facts).await?;
    let typed = filling::typed(draft);
    let pairs: Vec<_> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Ok(page(visit, &facts, &Filled::with(visit.lang, &pairs)).into_response())
}

/// What the form offers to choose from.
struct Facts {
    offerings: Vec<(String, String)>,
    partners: Vec<Partner>,
    /// The vendor may leave the partner open.
    is_vendor: bool,
}

fn facts(cx: &mut Read) -> Result<Facts> {
    let is_vendor = cx.may(Permission::PlaceOrder, Scope::Vendor);
    let own = own_partners(cx.actor());
    if own.is_empty() {
        cx.require(Permission::PlaceOrder, Scope::Vendor)?;
    }
    let partners = match is_vendor {
        true => accounts::partners(cx)?,
        false => own.into_iter().map(|partner| accounts::partner(cx, partner)).collect::<Result<_>>()?,
    };
    Ok(Facts { offerings: queries::offerings(cx)?, partners, is_vendor })
}

fn page(visit: &Visit, facts: &Facts, filled: &Filled) -> Page {
    let t = texts(visit.lang);
    let title = fl!(t, "new-order");
    let way = [(fl!(t, "orders"), paths::ORDERS), (title.clone(), "")];
    let lines = lines_in(filled.value("count"));
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way)).sub(fl!(t, "new-order-text")))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            form.stack.stack-l method="post" action=(paths::NEW_ORDER) {
                (field::hidden("count", &lines.to_string()))
                div.cols.cols-even {
                    (section("order", fl!(t, "order-details"), "", order_fields(facts, filled, visit.lang)))
                    (section("customer", fl!(t, "customer"), "", customer_fields(filled, visit.lang)))
                }
                (section("manager", fl!(t, "contract-manager"), "", manager_fields(filled, visit.lang)))
                (section("lines", fl!(t, "order-lines"), "", html! {
                    @if let Some(error) = filled.error("lines") { (field::error_line("lines", &error)) }
                    @for at in 0..lines { (line_fields(facts, filled, at, visit.lang)) }
                }))
                (button::acts(html! {
                    (button::main(fl!(t, "preview")).sends("act", "preview"))
                    @if lines < MOST_LINES {
                        (button::plain(fl!(t, "another-line")).icon("plus").sends("act", "another").no_checks())
                    }
                }))
            }
        }
    };
    visit.page(&title, body)
}

fn order_fields(facts: &Facts, filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let text =
        |name: &str, label| field::text(name, label).value(filled.value(name)).error(filled.error(name));
    let direct = facts.is_vendor.then(|| (String::new(), fl!(t, "no-partner")));
    let partners = facts.partners.iter().map(|partner| (partner.number.clone(), partner.name.clone()));
    html! {
        div.stack {
            (text("number", fl!(t, "order-number")).required())
            (text("contract_number", fl!(t, "contract-number")).hint(fl!(t, "contract-number-hint")))
            @if facts.is_vendor || facts.partners.len() > 1 {
                (field::select("partner", fl!(t, "partner")).options(direct.into_iter().chain(partners))
                    .value(filled.value("partner")).error(filled.error("partner")))
            }
        }
    }
}

fn customer_fields(filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let text =
        |name: &str, label| field::text(name, label).value(filled.value(name)).error(filled.error(name));
    html! {
        div.stack {
            (text("customer.number", fl!(t, "customer-number")).hint(fl!(t, "customer-number-hint")).required())
            (text("customer.name", fl!(t, "customer-name")).required())
        }
    }
}

fn manager_fields(filled: &Filled, lang: Lang) -> Markup {
    let t = texts(lang);
    let name = |name: &str| format!("contract_manager.{name}");
    let text =
        |name: &str, label| field::text(name, label).value(filled.value(name)).error(filled.error(name));
    let (email, language) = (name("email"), name("language"));
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang.own_name()));
    html! {
        div.stack {
            p.muted { (fl!(t, "manager-text")) }
            div.cols.cols-even {
                div { (text(&name("first_name"), fl!(t, "first-name")).required()) }
                div { (text(&name("last_name"), fl!(t, "last-name")).required()) }
            }
            (field::email(&email, fl!(t, "email")).value(filled.value(&email)).error(filled.error(&email)).required())
            div.cols.cols-even {
                div {
                    (field::select(&language, fl!(t, "language")).options(languages).value(filled.value(&language))
                        .error(filled.error(&language)))
                }
                div { (text(&name("time_zone"), fl!(t, "time-zone")).hint(fl!(t, "time-zone-hint")).required()) }
            }
        }
    }
}

fn line_fields(facts: &Facts, filled: &Filled, at: usize, lang: Lang) -> Markup {
    let t = texts(lang);
    let name = |name: &str| format!("lines.{at}.{name}");
    let [sku, quantity, start, months, end] = ["sku", "quantity", "start", "term_months", "end"].map(name);
    let offerings = facts.offerings.iter().map(|(sku, name)| (sku.clone(), format!("{name} ({sku})")));
    let none = std::iter::once((String::new(), fl!(t, "offering-choose")));
    let number = at + 1;
    let title = fl!(t, "line-title", number = number);
    html! {
        fieldset {
            legend { b { (title) } }
            div.stack {
                (field::select(&sku, fl!(t, "offering")).options(none.chain(offerings)).value(filled.value(&sku))
                    .error(filled.error(&sku)))
                div.cols.cols-even {
                    div {
                        (field::text(&quantity, fl!(t, "quantity")).inputmode("numeric").value(filled.value(&quantity))
                            .error(filled.error(&quantity)))
                        (field::date(&start, fl!(t, "start")).value(filled.value(&start)).error(filled.error(&start))
                            .hint(fl!(t, "start-hint")))
                    }
                    div {
                        (field::text(&months, fl!(t, "term-months")).inputmode("numeric").value(filled.value(&months))
                            .error(filled.error(&months)))
                        (field::date(&end, fl!(t, "end")).value(filled.value(&end)).error(filled.error(&end))
                            .hint(fl!(t, "end-hint")))
                    }
                }
            }
        }
    }
}
