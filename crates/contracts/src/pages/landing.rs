//! The contract manager of several teams chooses, order by order, where it lands (mission B10).

use super::paths;
use crate::{
    choose_landing::{Choice, ChooseLanding, choose_landing},
    contract::Contract,
    order::Order,
    reads, texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{ContractId, FieldError, OrderId, Permission};
use maud::{Markup, html};
use organizations::Team;
use web::{Ask, Fields, Filled, Form, Handled, Page, Visit, components::*};

pub(super) struct Chosen {
    order: OrderId,
    choice: Choice,
}

impl Ask for Chosen {
    fn read(fields: &mut Fields) -> Option<Self> {
        let order = fields.parsed("order");
        let choice = match fields.raw("team").trim() {
            "new" => Some(Choice::NewTeam),
            "" => {
                fields.refuse(FieldError::new("team", "missing"));
                None
            }
            _ => fields.parsed("team").map(Choice::Team),
        };
        Some(Chosen { order: order?, choice: choice? })
    }
}

pub(super) async fn get(visit: Visit, Path(id): Path<ContractId>) -> Handled<Page> {
    page(&visit, id, &Filled::fresh(visit.lang)).await
}

pub(super) async fn post(visit: Visit, Path(contract): Path<ContractId>, form: Form<Chosen>) -> Handled {
    let choose = |Chosen { order, choice }: Chosen| {
        let ask = ChooseLanding { contract, order, choice };
        visit.command(move |cx| {
            let team = choose_landing(cx, &ask)?;
            Ok((crate::queries::order(cx, ask.order)?.number, team.name))
        })
    };
    form.submit(choose)
        .await
        .done(|(number, team)| {
            let said = fl!(texts(visit.lang), "landed", number = number, team = team);
            visit.done(&paths::contract(contract), said)
        })
        .or_again(async |filled| page(&visit, contract, &filled).await)
        .await
}

async fn page(visit: &Visit, id: ContractId, filled: &Filled) -> Handled<Page> {
    let ask = move |cx: &mut store::Read| {
        let contract = reads::contract(cx, id)?;
        cx.require(Permission::ChooseLanding, contract.scope())?;
        let mut orders = reads::orders_of_contract(cx, id)?;
        orders.retain(Order::waits_for_landing);
        let teams = organizations::administered_teams(cx, contract.organization, contract.manager)?;
        Ok((contract, orders, teams))
    };
    let (contract, orders, teams) = visit.read(ask).await?;
    let t = texts(visit.lang);
    let title = fl!(t, "landing-title");
    let way = [
        (fl!(t, "contracts"), paths::CONTRACTS.to_owned()),
        (contract.number.clone(), paths::contract(id)),
        (title.clone(), String::new()),
    ];
    let body = html! {
        div.narrow {
            (head(&title).crumbs(crumbs(visit.lang, way))
                .sub(fl!(t, "landing-text", customer = contract.organization_name.as_str())))
            @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) }
            @if orders.is_empty() {
                @let back = button::plain(fl!(t, "see-contract")).href(paths::contract(id));
                (empty("chair", fl!(t, "landing-nothing"), fl!(t, "landing-nothing-text"), back))
            }
            div.stack.stack-l {
                @for (at, order) in orders.iter().enumerate() {
                    (one_order(visit, &contract, order, (&teams, at == 0, filled)))
                }
            }
        }
    };
    Ok(visit.page(&title, body))
}

fn one_order(
    visit: &Visit,
    contract: &Contract,
    order: &Order,
    (teams, first, filled): (&[Team], bool, &Filled),
) -> Markup {
    let t = texts(visit.lang);
    let mine = filled.value("order") == order.id.to_string();
    let error = if mine { filled.error("team") } else { None };
    let lines = contract.subscriptions.iter().filter(|line| line.order == order.id);
    let names: Vec<_> = lines.map(|line| format!("{} × {}", line.quantity, line.product_name)).collect();
    let choices = teams.iter().fold(radios("team", fl!(t, "team")), |choices, team| {
        choices.choice(team.id.to_string(), &team.name, "")
    });
    let choices = choices.choice("new", fl!(t, "landing-new-team"), fl!(t, "landing-new-team-hint"));
    let words = fl!(t, "landing-choose-here");
    let send = if first { button::main(words) } else { button::plain(words) };
    section(
        &format!("order-{}", order.id),
        fl!(t, "landing-order", number = order.number.as_str()),
        "",
        html! {
            p.muted { (names.join(", ")) }
            form.stack method="post" action=(paths::landing(contract.id)) {
                (field::hidden("order", &order.id.to_string()))
                (choices.value(if mine { filled.value("team") } else { "" }).error(error).hidden_legend())
                div { (send) }
            }
        },
    )
}
