//! What the customers do: orders are placed, teams are made, people are invited and given seats.

use super::{
    cast::{Colleague, Player, Seen},
    stage::{Stage, taken},
};
use contracts::{Choice, ChooseLanding, Draft, NewOrder, Order};
use kernel::{Actor, Email, Error, Lang, Name, OrganizationId, Result, Role, TeamId};
use organizations::{Invite, Team};
use seats::imports;
use store::Command;
use wire::contracts::{ContractManager, Customer, OrderLine};

/// What an order says.
pub(super) struct Purchase<'a> {
    pub number: &'a str,
    pub contract: &'a str,
    pub partner: Option<&'a str>,
    /// Number and name.
    pub customer: [&'a str; 2],
    pub manager: &'a Player,
    pub time_zone: &'a str,
    pub lines: Vec<OrderLine>,
}

/// A line of an order; the last day in its words, the first one too unless it is today.
pub(super) fn line(sku: &str, quantity: i64, start: Option<String>, end: String) -> OrderLine {
    OrderLine { sku: sku.into(), quantity, start, term_months: None, end: Some(end) }
}

pub(super) async fn place(stage: &Stage, actor: &Actor, purchase: Purchase<'_>) -> Result<Order> {
    let Purchase { manager, customer: [number, name], .. } = purchase;
    let order = wire::contracts::NewOrder {
        number: purchase.number.into(),
        contract_number: Some(purchase.contract.into()),
        partner: purchase.partner.map(str::to_owned),
        customer: Customer { number: number.into(), name: name.into() },
        contract_manager: ContractManager {
            first_name: manager.first.into(),
            last_name: manager.last.into(),
            email: manager.email.into(),
            language: manager.lang.tag().into(),
            time_zone: purchase.time_zone.into(),
        },
        lines: purchase.lines,
    };
    let body = serde_json::to_vec(&order).map_err(Error::fault)?;
    let order = taken(NewOrder::parse(&taken(Draft::from_json(&body))?))?;
    stage.act(actor, move |cx| contracts::place_order(cx, &order)).await.map(|placed| placed.order)
}

/// The contract manager of several teams says where the order is to land.
pub(super) async fn land(stage: &Stage, manager: &str, order: &Order, team: &Team) -> Result<()> {
    let actor = stage.actor(manager).await?;
    let choice = ChooseLanding { contract: order.contract, order: order.id, choice: Choice::Team(team.id) };
    stage.act(&actor, move |cx| contracts::choose_landing(cx, &choice).map(|_| ())).await
}

pub(super) async fn found_team(
    stage: &Stage,
    founder: &str,
    organization: OrganizationId,
    name: &str,
) -> Result<Team> {
    let (actor, name) = (stage.actor(founder).await?, taken(Name::parse("name", name))?);
    stage.act(&actor, move |cx| organizations::create_team(cx, organization, &name)).await
}

pub(super) async fn invite(stage: &Stage, admin: &str, team: &Team, who: &Player) -> Result<()> {
    let ask = Invite {
        team: team.id,
        email: taken(Email::parse("email", who.email))?,
        first_name: taken(Name::parse("first", who.first))?,
        last_name: taken(Name::parse("last", who.last))?,
        lang: who.lang,
        time_zone: "Europe/Stockholm".into(),
    };
    let admin = stage.actor(admin).await?;
    stage.act(&admin, move |cx| organizations::invite(cx, &ask).map(|_| ())).await
}

/// Invites those who came on that day; whoever is in by now has followed the link.
pub(super) async fn welcome(stage: &Stage, admin: &str, team: &Team, colleague: &Colleague) -> Result<()> {
    invite(stage, admin, team, &colleague.who).await?;
    if colleague.seen != Seen::Never {
        stage.follow_link(colleague.who.email).await?;
    }
    if !colleague.seats.is_empty() {
        give(stage, admin, team, colleague.who.email, colleague.seats).await?;
    }
    Ok(())
}

pub(super) async fn give(
    stage: &Stage,
    admin: &str,
    team: &Team,
    email: &str,
    skus: &'static [&'static str],
) -> Result<()> {
    let (admin, team) = (stage.actor(admin).await?, team.id);
    let person = stage.actor(email).await?.signed_in()?;
    let assign = move |cx: &mut Command| {
        let mut pools = vec![];
        for sku in skus {
            pools.push(pool_of(cx, team, sku)?);
        }
        seats::assign_products(cx, team, person, &pools).map(|_| ())
    };
    stage.act(&admin, assign).await
}

/// A group that brings one product.
pub(super) async fn group(
    stage: &Stage,
    admin: &str,
    team: &Team,
    (name, sku): (&'static str, &'static str),
    emails: &[&str],
) -> Result<()> {
    let (admin, team, name) = (stage.actor(admin).await?, team.id, taken(Name::parse("name", name))?);
    let mut people = vec![];
    for email in emails {
        people.push(stage.actor(email).await?.signed_in()?);
    }
    let group = move |cx: &mut Command| {
        let pool = pool_of(cx, team, sku)?;
        let group = seats::groups::create_group(cx, team, &name)?.id;
        seats::groups::bring_product(cx, group, pool)?;
        seats::groups::add_to_group(cx, group, &people).map(|_| ())
    };
    stage.act(&admin, group).await
}

/// A file of people that waits for a yes, with rows that cannot be taken.
pub(super) async fn import(
    stage: &Stage,
    admin: &str,
    team: &Team,
    (file, table): (&str, &str),
) -> Result<()> {
    let (admin, team, file) = (stage.actor(admin).await?, team.id, file.to_owned());
    let pasted = roster::paste(table, roster::Limits::default()).map_err(Error::fault)?;
    let columns = imports::Written::of(&pasted.layout);
    let rows: Vec<_> = pasted.rows.into_iter().map(imports::NewRow::from).collect();
    let import = move |cx: &mut Command| {
        let aim = imports::Aim::of(imports::Act::Invite, Lang::Sv);
        let (source, columns, says) = (file.clone(), columns.clone(), imports::Columns::default());
        let id = imports::begin_import(cx, &imports::NewImport { team, aim, source, columns, says })?;
        imports::take_rows(cx, id, 1, &rows)?;
        imports::read_to_the_end(cx, id)?;
        while imports::look_at_rows(cx, id)? {}
        Ok(())
    };
    stage.act(&admin, import).await
}

fn pool_of(cx: &mut Command, team: TeamId, sku: &str) -> Result<kernel::PoolId> {
    let offering = catalog::offering_by_sku(cx, sku)?.ok_or_else(Error::not_found)?;
    let pools = seats::pools_of_team(cx, team)?;
    let pool = pools.into_iter().find(|pool| pool.offering == offering.id).ok_or_else(Error::not_found)?;
    Ok(pool.id)
}

pub(super) async fn change_role(
    stage: &Stage,
    admin: &str,
    team: &Team,
    email: &str,
    role: Role,
) -> Result<()> {
    let (admin, team) = (stage.actor(admin).await?, team.id);
    let person = stage.actor(email).await?.signed_in()?;
    stage.act(&admin, move |cx| organizations::change_role(cx, team, person, role)).await
}
