//! A subscription, or a part of it, becomes that of another team of the same organization. Its seats go from the one pool
//! to the other, and so many people with them that everybody has a seat afterwards who had one before.

use crate::{
    announce,
    contract::{State, Subscription},
    events::SubscriptionMoved,
    mail, queries,
    refusal::Refused,
    subscription::{EndSubscription, StartSubscription},
    teams::{fingerprint::fingerprint, people},
};
use kernel::{
    ContractId, Error, FieldError, Kind, Permission, PersonId, Result, Scope, SubscriptionId, TeamId,
};
use organizations::{Coming, Team};
use seats::{
    Pool,
    moving::{self, Goer, PoolPlan, Whose},
};
use std::collections::HashSet;
use store::{Command, Read};

#[derive(Debug, Clone)]
pub struct MoveSubscription {
    pub subscription: SubscriptionId,
    pub to: TeamId,
    /// All of them if absent.
    pub seats: Option<i64>,
    pub along: Along,
}

/// Who comes along with the seats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Along {
    /// As many as would have no seat otherwise, the latest first.
    #[default]
    AsNeeded,
    Nobody,
    /// People with a seat of the subscription's product, by address or User ID.
    These(Vec<String>),
}

/// What a move does.
#[derive(Debug, Clone)]
pub struct MovePlan {
    pub subscription: Subscription,
    pub from: Team,
    pub to: Team,
    pub seats: i64,
    /// What happens to the two pools; None for a subscription that is still to start and has no seats yet.
    pub pool: Option<PoolPlan>,
    /// Who comes into the other team or leaves this one, each with a seat that goes along.
    pub people: Vec<Coming>,
}

impl MovePlan {
    pub fn is_part(&self) -> bool {
        self.seats < self.subscription.quantity
    }
    /// The same as long as the same happens to the same people.
    pub fn fingerprint(&self) -> String {
        let going = self.pool.as_ref().map(|pool| &pool.going);
        fingerprint(&(self.subscription.id, self.from.id, self.to.id, self.seats, going, &self.people))
    }
    pub fn fits(&self) -> Result<(), Refused> {
        let Some(pool) = &self.pool else { return Ok(()) };
        let product = self.subscription.product_name.clone();
        match (pool.missing_here, pool.missing_there) {
            (0, 0) => Ok(()),
            (0, missing) => Err(Refused::NoRoom { product, team: self.to.name.clone(), missing }),
            (missing, _) => Err(Refused::SeatsInUse { product, missing }),
        }
    }
    fn gone(&self) -> Vec<PersonId> {
        self.people.iter().filter(|coming| coming.leaves).map(|coming| coming.person).collect()
    }
}

/// The same look-ups and rules as the move; nothing is written. What does not fit is said in the plan.
pub fn plan_move(cx: &mut Read, ask: &MoveSubscription) -> Result<MovePlan> {
    let subscription = queries::subscription(cx, ask.subscription)?;
    let from = match subscription.team {
        Some(team) => team,
        None => not_landed(cx, subscription.contract)?,
    };
    let from = organizations::team(cx, from)?;
    cx.require(Permission::ManageMembers, from.scope())?;
    let to = other_team(cx, &from, ask.to)?;
    let (seats, whose) = (seats(&subscription, ask.seats)?, whose(cx, from.id, &ask.along)?);
    let (pool, people) = match subscription.state() {
        State::Ended => return Err(Refused::SubscriptionEnded.into()),
        State::Waiting => (None, vec![]),
        State::Running => {
            let (pool, people) = with_seats(cx, (&from, &to), &subscription, (seats, &whose))?;
            (Some(pool), people)
        }
    };
    Ok(MovePlan { subscription, from, to, seats, pool, people })
}

/// `seen` is the fingerprint of the plan that was shown.
pub fn move_subscription(cx: &mut Command, ask: &MoveSubscription, seen: Option<&str>) -> Result<MovePlan> {
    let before = plan_move(cx, ask)?;
    organizations::hold_organization(cx, before.from.organization)?;
    queries::hold_subscription(cx, ask.subscription)?;
    organizations::hold_teams(cx, &[before.from.id, before.to.id])?;
    if queries::subscription(cx, ask.subscription)?.state() == State::Running {
        moving::hold_seats(cx, before.from.id, before.to.id, &[before.subscription.offering])?;
    }
    let plan = plan_move(cx, ask)?;
    if plan.from.id != before.from.id || seen.is_some_and(|seen| seen != plan.fingerprint()) {
        return Err(Refused::PlanChanged.into());
    }
    plan.fits()?;
    carry_out(cx, &plan)?;
    mail::moved(cx, &plan)?;
    Ok(plan)
}

fn carry_out(cx: &mut Command, plan: &MovePlan) -> Result<()> {
    let MovePlan { subscription, from, to, .. } = plan;
    let moved = hand_over(cx, plan)?;
    if let Some(pool) = &plan.pool {
        let (here, there) = (pool_in(cx, from, subscription)?, pool_in(cx, to, subscription)?);
        organizations::move_people(cx, from, to, &plan.people)?;
        moving::carry_out(cx, (here.id, there.id), pool)?;
        queries::carry_bindings(cx, (here.id, there.id), (subscription.id, moved))?;
        if plan.is_part() {
            queries::unbind_beyond(cx, subscription.id, subscription.quantity - plan.seats)?;
        }
        moving::leave_nothing(cx, from.id, &plan.gone())?;
        moving::settle_defaults(cx, to.id)?;
    }
    let (number, organization) = queries::contract_name(cx, subscription.contract)?;
    cx.record(SubscriptionMoved {
        organization,
        subscription: moved,
        part_of: plan.is_part().then_some(subscription.id),
        contract: subscription.contract,
        number,
        product: subscription.product_name.clone(),
        quantity: plan.seats,
        from: from.id,
        team: to.id,
        people: plan.pool.as_ref().map_or(0, |pool| pool.going.len() as i64),
    });
    Ok(())
}

/// The subscription that is the other team's now: this one, or a new one for a part of it.
fn hand_over(cx: &mut Command, plan: &MovePlan) -> Result<SubscriptionId> {
    let whole = &plan.subscription;
    if !plan.is_part() {
        queries::set_team(cx, whole.id, plan.to.id)?;
        return Ok(whole.id);
    }
    let part = cx.id();
    queries::split_subscription(cx, whole.id, part, plan.seats)?;
    queries::set_team(cx, part, plan.to.id)?;
    if whole.started_at.is_none() {
        cx.enqueue_at(whole.start_at, &StartSubscription { subscription: part });
    }
    cx.enqueue_at(whole.end_at, &EndSubscription { subscription: part });
    let zone = queries::contract(cx, whole.contract)?.time_zone;
    announce::plan(cx, part, whole.end_at, &zone);
    Ok(part)
}

fn not_landed(cx: &mut Read, contract: ContractId) -> Result<TeamId> {
    let (_, organization) = queries::contract_name(cx, contract)?;
    cx.require(Permission::SeeContract, Scope::Contract(contract, organization))?;
    Err(Refused::NotLanded.into())
}

/// One of the same organization that the actor may fill.
fn other_team(cx: &mut Read, from: &Team, id: TeamId) -> Result<Team> {
    let unknown = || Error::field("team", "unknown");
    if id == from.id {
        return Err(Refused::SameTeam { team: from.name.clone() }.into());
    }
    let to = match organizations::team(cx, id) {
        Err(error) if error.kind() == Kind::NotFound => return Err(unknown()),
        found => found?,
    };
    if to.organization != from.organization {
        return Err(unknown());
    }
    cx.require(Permission::ManageMembers, to.scope())?;
    to.is_open()?;
    Ok(to)
}

fn seats(subscription: &Subscription, asked: Option<i64>) -> Result<i64> {
    let most = subscription.quantity;
    let refuse = |code, bound| Error::fields(vec![FieldError::new("seats", code).bound(bound)]);
    match asked {
        None => Ok(most),
        Some(seats) if seats < 1 => Err(refuse("too-small", 1)),
        Some(seats) if seats > most => Err(refuse("too-large", most)),
        Some(seats) => Ok(seats),
    }
}

fn with_seats(
    cx: &mut Read,
    (from, to): (&Team, &Team),
    subscription: &Subscription,
    (seats, whose): (i64, &Whose),
) -> Result<(PoolPlan, Vec<Coming>)> {
    let here = pool_in(cx, from, subscription)?;
    let there = moving::pool_of(cx, to.id, subscription.offering)?;
    let facts = moving::pool_facts(cx, (&here, there.as_ref(), to.id), seats, whose)?;
    let goers: Vec<PersonId> = facts.goers.iter().map(|goer: &Goer| goer.person).collect();
    if let Whose::People(people) = whose
        && let known = goers.iter().collect::<HashSet<_>>()
        && let Some(stranger) = people.iter().find(|person| !known.contains(person))
    {
        return Err(Refused::NotHolders { people: address(cx, *stranger)? }.into());
    }
    let plan = moving::plan(&facts);
    let leaving: HashSet<PersonId> =
        plan.going.iter().filter(|one| one.leaves).map(|one| one.person).collect();
    let members = organizations::going(cx, from.id, Some(to.id), Some(&goers))?;
    let coming = members.into_iter().map(|going| Coming {
        person: going.person,
        is_new: !going.is_there,
        leaves: leaving.contains(&going.person),
    });
    Ok((plan, coming.collect()))
}

fn whose(cx: &mut Read, team: TeamId, along: &Along) -> Result<Whose> {
    Ok(match along {
        Along::AsNeeded => Whose::AsNeeded,
        Along::Nobody => Whose::Nobody,
        Along::These(names) => Whose::People(people::members_named(cx, team, names)?),
    })
}

fn address(cx: &mut Read, person: PersonId) -> Result<String> {
    Ok(accounts::person(cx, person)?.email)
}

fn pool_in(cx: &mut Read, team: &Team, subscription: &Subscription) -> Result<Pool> {
    let pool = moving::pool_of(cx, team.id, subscription.offering)?;
    pool.ok_or_else(|| Error::fault("a subscription runs without a pool"))
}
