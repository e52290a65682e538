//! What home says to those who have no program yet: the next step, whoever they are.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::Role;
use maud::{Markup, html};
use web::{
    Visit,
    components::{Is, button, empty, icon::icon_in, row, rows, section, sign},
};

/// Admins need no seat of their own; users ask an admin; partners place orders; operators have their first steps.
pub(in crate::pages) fn without_programs(
    visit: &Visit,
    admins: &[(String, String, String, String)],
) -> Markup {
    let t = texts(visit.lang);
    let Some(visitor) = &visit.visitor else { return html! {} };
    if let Some((team, _, place)) = visitor.administered().next() {
        let act = button::plain(fl!(t, "assign-products"))
            .icon("seat")
            .href(format!("/manage/teams/{team}/products"));
        return empty(
            "chair",
            fl!(t, "admin-without"),
            fl!(t, "admin-without-text", team = place.name.as_str()),
            act,
        );
    }
    if visitor.teams().next().is_some() {
        return html! {
            (empty("chair", fl!(t, "user-without"), fl!(t, "user-without-text"), ""))
            (who_gives(visit, admins))
        };
    }
    match () {
        () if visitor.holds(Role::Operator) => html! {},
        () if visitor.holds(Role::Partner) => {
            let act = button::main(fl!(t, "place-order")).icon("plus").href("/orders/new");
            empty("", fl!(t, "partner-without"), fl!(t, "partner-without-text"), act)
        }
        () if visitor.holds(Role::ContractManager) => {
            let act = button::plain(fl!(t, "your-contracts")).icon("contract").href("/manage/contracts");
            empty("chair", fl!(t, "manager-without"), fl!(t, "manager-without-text"), act)
        }
        () => empty("chair", fl!(t, "stranger"), fl!(t, "stranger-text", email = visitor.email.as_str()), ""),
    }
}

fn who_gives(visit: &Visit, admins: &[(String, String, String, String)]) -> Markup {
    let t = texts(visit.lang);
    let subject: String = form_urlencoded::byte_serialize(fl!(t, "ask-subject").as_bytes()).collect();
    let subject = subject.replace('+', "%20");
    let list = admins.iter().map(|(first, last, email, team)| {
        let href = format!("mailto:{email}?subject={subject}");
        row(html! { (first) " " (last) })
            .lead(web::components::avatar(&format!("{first} {last}")))
            .text(html! { (email) " · " (team) })
            .acts(button::plain(fl!(t, "write")).icon("mail").href(href).label(fl!(
                t,
                "write-to",
                email = email.as_str()
            )))
    });
    html! { @if !admins.is_empty() { (section("admins", fl!(t, "your-admins"), "", rows(list))) } }
}

/// Until the first order is in: product, offering, partner (who sells without one, leaves it out), order.
pub(in crate::pages) fn first_steps(visit: &Visit, [product, offering, partner, order]: [bool; 4]) -> Markup {
    if product && offering && order {
        return html! {};
    }
    let t = texts(visit.lang);
    let steps = [
        (product, fl!(t, "step-product"), fl!(t, "step-product-text"), "/vendor/products/new"),
        (offering, fl!(t, "step-offering"), fl!(t, "step-offering-text"), "/vendor/offerings/new"),
        (partner, fl!(t, "step-partner"), fl!(t, "step-partner-text"), "/vendor/partners"),
        (order, fl!(t, "step-order"), fl!(t, "step-order-text"), "/orders/new"),
    ];
    // A partner is optional: it is never the next step.
    let next = [product, offering, true, order].iter().position(|done| !done);
    let list = steps.into_iter().enumerate().map(|(n, (done, title, text, href))| {
        let lead = if done { icon_in("good", "of-ok") } else { icon_in("arrow", "muted") };
        let row = row(&title).lead(lead).text(text);
        match done {
            true => row.side(sign(Is::Ok, fl!(t, "done"))),
            false if next == Some(n) => row.acts(button::main(fl!(t, "begin")).href(href).label(title)),
            false => row.acts(button::plain(fl!(t, "begin")).href(href).label(title)),
        }
    });
    section("first-steps", fl!(t, "first-steps"), "", rows(list))
}
