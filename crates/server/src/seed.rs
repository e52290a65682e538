//! An organization of any size, to try out how large ones feel and to measure them: people with two products each.

mod queries;

pub use queries::{
    DIGITS, NUMBERS, PLACE, Seats, beginning_of_address, by_parts, last_name, people, person, seats,
};

use crate::{App, Config};
use catalog::{CreateOffering, CreateProduct};
use kernel::{
    Actor, Chance, Clock, Error, FieldError, Kind, Name, PersonId, PoolId, ProductId, Result, Role, TeamId,
};
use std::path::Path;
use store::{Command, Db};

/// More than any company has; the numbers of the people have seven digits.
pub const MOST: i64 = 5_000_000;
/// The customer number of the organization. There is one.
const NUMBER: &str = "SEED";
const PRODUCTS: [(&str, &str, &str); 2] =
    [("seed-draw", "SEED-DRAW", "Draw"), ("seed-plan", "SEED-PLAN", "Plan")];

/// What was made.
#[derive(Debug, Clone, Copy)]
pub struct Seeded {
    pub team: TeamId,
    /// The primary admin, who is the first of the people.
    pub admin: PersonId,
}

/// Makes the organization with so many people, each with a seat of both products. It is refused where it was made
/// before.
pub async fn seed(settings: &Path, count: i64, clock: Clock, chance: Chance) -> Result<Seeded> {
    if !(1..=MOST).contains(&count) {
        return Err(Error::fields(vec![FieldError::new("people", "too-large").bound(MOST)]));
    }
    let app = App::open(&Config::load(settings)?, clock, chance).await?;
    let actor = Actor::system("seed");
    let team = app.db.command(&actor, found).await?;
    people(&app.db, team, 0..count).await?;
    for (nth, (slug, sku, name)) in (0..).zip(PRODUCTS) {
        let (product, pool) = sold(&app.db, team, count, [slug, sku, name]).await?;
        seats(&app.db, Seats { team, product, pool, nth }, 0..count).await?;
    }
    let admin: PersonId = person(0).parse().map_err(Error::fault)?;
    let appoint = move |cx: &mut Command| organizations::change_role(cx, team, admin, Role::PrimaryAdmin);
    app.db.command(&actor, appoint).await?;
    Ok(Seeded { team, admin })
}

fn found(cx: &mut Command) -> Result<TeamId> {
    let name = Name::parse("name", "Seed").map_err(|error| Error::fields(vec![error]))?;
    let (organization, is_new) = organizations::organization_for(cx, NUMBER, &name)?;
    if !is_new {
        return Err(Error::fields(vec![FieldError::new("organization", "taken")]));
    }
    queries::team(cx, organization.id)
}

/// The product and the offering, made where they are not there, and so many seats.
async fn sold(
    db: &Db,
    team: TeamId,
    count: i64,
    [slug, sku, name]: [&'static str; 3],
) -> Result<(ProductId, PoolId)> {
    let product = CreateProduct::parse(slug, name, "", "").map_err(Error::fields)?;
    let offering = CreateOffering::parse(slug, [sku, "Named user"], "named", ["3", "30", "24"])
        .map_err(Error::fields)?;
    let sell = move |cx: &mut Command| {
        match catalog::create_product(cx, &product) {
            Err(error) if error.kind() != Kind::Conflict => return Err(error),
            _ => {}
        }
        match catalog::offering_by_sku(cx, sku)? {
            Some(_) => {}
            None => catalog::create_offering(cx, &offering).map(|_| ())?,
        }
        let offering = catalog::offering_by_sku(cx, sku)?.ok_or_else(Error::not_found)?;
        let pool = seats::set_capacity(cx, team, offering.id, count)?;
        Ok((seats::pool(cx, pool)?.product, pool))
    };
    db.command(&Actor::system("seed"), sell).await
}
