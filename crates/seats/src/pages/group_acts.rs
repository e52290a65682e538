//! What is done to a group. A refusal shows the page of the group again, with what was typed.

use crate::{
    groups,
    pages::{
        ListQuery,
        group::{group_in, page},
        groups::Named,
        paths,
        releases::Picked,
    },
    queries,
    refusal::SeatRefusal,
    settle::Settled,
    texts,
};
use axum::extract::Path;
use i18n_embed_fl::fl;
use kernel::{Email, GroupId, Lang, Permission, PersonId, PoolId, Result, TeamId};
use store::{Command, Read};
use web::{Ask, Fields, Form, Handled, Visit};

type Ids = Path<(TeamId, GroupId)>;

/// Addresses, parted by anything that is in none.
pub(super) struct Addresses(Vec<String>);

impl Ask for Addresses {
    fn read(fields: &mut Fields) -> Option<Self> {
        let text = fields.text("people", 100_000)?;
        let parts = text.split(|c: char| c.is_whitespace() || ",;<>\"'".contains(c));
        Some(Addresses(parts.filter(|part| part.contains('@')).map(str::to_owned).collect()))
    }
}

pub(super) struct OfPool(PoolId);

impl Ask for OfPool {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.parsed("pool").map(OfPool)
    }
}

pub(super) async fn add(visit: Visit, Path((team, id)): Ids, form: Form<Addresses>) -> Handled {
    let add = move |cx: &mut Command, addresses: &[String]| {
        let group = group_in(cx, team, id)?;
        cx.require(Permission::AssignSeats, group.scope())?;
        let people = members(cx, team, addresses)?;
        groups::add_to_group(cx, id, &people)
    };
    form.submit(|Addresses(addresses)| visit.command(move |cx| add(cx, &addresses)))
        .await
        .done(|(count, settled)| {
            let said = fl!(texts(visit.lang), "toast-into-group", count = count);
            visit.done(&paths::group(team, id), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| page(&visit, (team, id), &ListQuery::default(), &filled).await)
        .await
}

/// The members of the team with these addresses; all of them, or the refusal that names the others.
fn members(cx: &mut Read, team: TeamId, addresses: &[String]) -> Result<Vec<PersonId>> {
    let (mut people, mut strangers) = (vec![], vec![]);
    for address in addresses {
        let email = Email::parse("people", address).ok();
        let found = email.map(|email| queries::member_named(cx, team, &email)).transpose()?.flatten();
        match found {
            Some(person) => people.push(person),
            None => strangers.push(address.clone()),
        }
    }
    if strangers.is_empty() {
        Ok(people)
    } else {
        Err(SeatRefusal::Strangers { addresses: strangers }.into())
    }
}

pub(super) async fn remove(visit: Visit, Path((team, id)): Ids, form: Form<Picked>) -> Handled {
    let remove = move |cx: &mut Command, people: &[PersonId]| {
        group_in(cx, team, id)?;
        groups::remove_from_group(cx, id, people)
    };
    form.submit(|Picked(people)| visit.command(move |cx| remove(cx, &people)))
        .await
        .done(|(count, settled)| {
            let said = fl!(texts(visit.lang), "toast-out-of-group", count = count);
            visit.done(&paths::group(team, id), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| page(&visit, (team, id), &ListQuery::default(), &filled).await)
        .await
}

pub(super) async fn rename(visit: Visit, Path((team, id)): Ids, form: Form<Named>) -> Handled {
    let rename = move |cx: &mut Command, name: &kernel::Name| {
        group_in(cx, team, id)?;
        groups::rename_group(cx, id, name)
    };
    form.submit(|Named(name)| visit.command(move |cx| rename(cx, &name)))
        .await
        .done(|group| {
            let said = fl!(texts(visit.lang), "toast-group-renamed", group = group.name.as_str());
            visit.done(&paths::group(team, id), said)
        })
        .or_again(async |filled| page(&visit, (team, id), &ListQuery::default(), &filled).await)
        .await
}

pub(super) async fn bring(visit: Visit, Path((team, id)): Ids, form: Form<OfPool>) -> Handled {
    let bring = move |cx: &mut Command, pool: PoolId| {
        group_in(cx, team, id)?;
        groups::bring_product(cx, id, pool)
    };
    form.submit(|OfPool(pool)| visit.command(move |cx| bring(cx, pool)))
        .await
        .done(|settled| {
            let said = fl!(texts(visit.lang), "toast-brings");
            visit.done(&paths::group(team, id), with_seats(said, &settled, visit.lang))
        })
        .or_again(async |filled| page(&visit, (team, id), &ListQuery::default(), &filled).await)
        .await
}

/// What was done, and what became of the seats.
pub(super) fn with_seats(said: String, settled: &Settled, lang: Lang) -> String {
    let t = texts(lang);
    let mut sentences = vec![said];
    if settled.given > 0 {
        sentences.push(fl!(t, "seats-given", count = settled.given));
    }
    if settled.waiting > 0 {
        sentences.push(fl!(t, "seats-awaited", count = settled.waiting));
    }
    if settled.taken > 0 {
        sentences.push(fl!(t, "seats-taken", count = settled.taken));
    }
    if settled.goes_on {
        sentences.push(fl!(t, "seats-go-on"));
    }
    sentences.join(" ")
}
