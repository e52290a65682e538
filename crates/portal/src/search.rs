//! What the search of the top bar finds, in the order in which it is shown. Each kind is asked of the room that knows
//! it, so that nobody finds what they may not see.

use crate::{
    people::{Filter, Step},
    queries,
};
use contracts::{Contract, Order, OrderList};
use kernel::{Result, Role};
use seats::{OwnProduct, Pool};
use store::Read;
use web::Visitor;

/// Of each kind so many; who needs more searches in the list itself.
const MOST: usize = 6;
/// Who administers hundreds of teams searches in the team.
const TEAMS: usize = 20;

/// A person of a team that the visitor administers.
pub(crate) struct Someone {
    pub listed: crate::people::Listed,
    pub team: kernel::TeamId,
    pub team_name: String,
}

#[derive(Default)]
pub(crate) struct Finds {
    pub programs: Vec<OwnProduct>,
    pub pools: Vec<Pool>,
    pub people: Vec<Someone>,
    pub contracts: Vec<Contract>,
    pub organizations: Vec<queries::OrganizationLine>,
    pub orders: Vec<Order>,
    pub products: Vec<catalog::Product>,
}

impl Finds {
    pub fn is_empty(&self) -> bool {
        self.programs.is_empty()
            && self.pools.is_empty()
            && self.people.is_empty()
            && self.contracts.is_empty()
            && self.organizations.is_empty()
            && self.orders.is_empty()
            && self.products.is_empty()
    }
}

pub(crate) fn search(cx: &mut Read, visitor: &Visitor, words: &str) -> Result<Finds> {
    let text = words.trim().to_lowercase();
    if text.is_empty() {
        return Ok(Finds::default());
    }
    let has = |name: &str| name.to_lowercase().contains(&text);
    let mut finds = Finds { programs: seats::products_of(cx, visitor.person)?, ..Finds::default() };
    finds.programs.retain(|own| has(&own.name));
    in_teams(cx, visitor, &text, &mut finds)?;
    finds.contracts = contracts::contracts_of(cx, visitor.person)?;
    finds.contracts.retain(|contract| has(&contract.number) || has(&contract.organization_name));
    finds.contracts.truncate(MOST);
    if visitor.holds(Role::Operator) || visitor.holds(Role::Partner) {
        let list = OrderList { search: text.clone(), size: MOST as i64, ..OrderList::default() };
        finds.orders = contracts::orders(cx, &list)?.rows;
    }
    if visitor.holds(Role::Operator) {
        let page =
            queries::OrganizationPage { search: text.clone(), after: None, before: None, size: MOST as i64 };
        finds.organizations = queries::organizations(cx, &page)?;
        finds.organizations.truncate(MOST);
        finds.products = catalog::products(cx, "", 1000)?;
        finds.products.retain(|product| has(product.name.as_str()) || has(product.slug.as_str()));
        finds.products.truncate(MOST);
    }
    Ok(finds)
}

fn in_teams(cx: &mut Read, visitor: &Visitor, text: &str, finds: &mut Finds) -> Result<()> {
    let filter = Filter { search: text.to_owned(), ..Filter::default() };
    for (team, _, place) in visitor.administered().take(TEAMS) {
        let pools = seats::pools_of_team(cx, team)?;
        finds.pools.extend(pools.into_iter().filter(|pool| pool.product_name.to_lowercase().contains(text)));
        let room = MOST.saturating_sub(finds.people.len());
        if room > 0 {
            let found = queries::people(cx, team, &filter, &Step::First, room)?.rows;
            let of = |listed| Someone { listed, team, team_name: place.name.clone() };
            finds.people.extend(found.into_iter().map(of));
        }
    }
    finds.pools.truncate(MOST);
    Ok(())
}
