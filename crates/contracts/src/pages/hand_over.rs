//! The contract manager hands the role to somebody else (mission S22).

use super::paths;
use crate::{
    takeover::{ManagerPage, Party, hand_over, manager_page},
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{ContractId, Error, FieldError, Permission};
use maud::{Markup, html};
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*};

/// One of the admins, or whose address is typed.
pub(super) struct Named(String);

impl Ask for Named {
    fn read(fields: &mut Fields) -> Option<Self> {
        let typed = fields.raw("email").trim();
        let named = if typed.is_empty() { fields.raw("manager") } else { typed };
        let named = named.to_owned();
        if named.is_empty() {
            fields.refuse(FieldError::new("manager", "missing"));
            return None;
        }
        Some(Named(named))
    }
}

pub(super) async fn get(visit: Visit, Path(id): Path<ContractId>) -> Handled<Page> {
    page(&visit, id, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path(id): Path<ContractId>, form: Form<Named>) -> Handled {
    form.submit(|Named(to)| visit.command_on(id, move |cx| hand_over(cx, id, &to)))
        .await
        .done(|contract| {
            let said = fl!(texts(visit.lang), "handed-over", who = contract.manager_name());
            // Who handed the role on may not see the contract any more.
            visit.done(paths::CONTRACTS, said)
        })
        .or_again(async |filled| page(&visit, id, &filled).await)
        .await
}

async fn page(visit: &Visit, id: ContractId, filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        let found = manager_page(cx, id)?;
        match found.may_hand_over {
            true => Ok(found),
            false => {
                cx.require(Permission::HandOverContract, found.contract.scope())?;
                Err(Error::forbidden())
            }
        }
    };
    let found = visit.read(ask).await?;
    visit.actor.require_fresh_sign_in(visit.now())?;
    let (t, contract) = (texts(visit.lang), &found.contract);
    let title = fl!(t, "hand-over");
    let way = [
        (contract.number.clone(), paths::contract(id)),
        (fl!(t, "contract-manager"), paths::manager(id)),
        (title.clone(), String::new()),
    ];
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way)).sub(fl!(t, "hand-over-text", number = contract.number.as_str())))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            (form(visit, &found, filled))
        }
    };
    Ok(visit.page(&title, body))
}

fn form(visit: &Visit, found: &ManagerPage, filled: &Filled) -> Markup {
    let (t, contract) = (texts(visit.lang), &found.contract);
    let others: Vec<&Party> = found.admins.iter().filter(|admin| admin.id != contract.manager).collect();
    let choices = others.iter().fold(radios("manager", fl!(t, "hand-over-admins")), |choices, admin| {
        choices.choice(admin.id.to_string(), admin.name(), &admin.email)
    });
    let error = filled.error("manager");
    let (of_choice, of_address) = if others.is_empty() { (None, error) } else { (error, None) };
    html! {
        form.stack.measure method="post" action=(paths::hand_over(contract.id)) {
            @if !others.is_empty() { (choices.value(filled.value("manager")).error(of_choice)) }
            (field::email("email", fl!(t, "hand-over-address")).value(filled.value("email")).error(of_address)
                .hint(fl!(t, "hand-over-address-hint", customer = contract.organization_name.as_str())))
            p.muted { (fl!(t, "hand-over-what")) }
            div.acts {
                (button::main(fl!(t, "hand-over")))
                (button::quiet(fl!(t, "cancel")).href(paths::manager(contract.id)))
            }
        }
    }
}
