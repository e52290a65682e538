//! The rule that says what a row will do, or why not. It is asked for the preview, and nothing has happened yet.

use crate::{
    groups::Group,
    imports::{Act, Aim, Doing, ImportRefusal, ImportRow, Need, Reason},
    pool::Pool,
    refusal::SeatRefusal,
};
use kernel::{Error, GroupId, PersonId, PoolId, Role};
use std::collections::{HashMap, HashSet};

/// What is known of the person of a row, in the team alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Facts {
    /// A member of the team.
    pub person: Option<PersonId>,
    pub role: Option<Role>,
    /// Pools of which the person has a seat, or waits for one.
    pub seats: HashSet<PoolId>,
    /// Pools whose product the person has whatever an admin gave: by a group, or because everybody has.
    pub along: HashMap<PoolId, Vec<String>>,
    pub groups: HashSet<GroupId>,
}

/// What the rows are held against.
pub(crate) struct Team<'a> {
    pub aim: &'a Aim,
    pub pools: &'a [Pool],
    pub groups: &'a [Group],
    /// Whoever made the import.
    pub by: Option<PersonId>,
}

/// Seats that are still to be had, and what the rows need of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Budget {
    /// Of each pool: those that are free, less the people who wait for one.
    pub free: HashMap<PoolId, i64>,
    pub needs: HashMap<PoolId, Need>,
}

impl Budget {
    fn left(&self, pool: PoolId) -> i64 {
        let takes = self.needs.get(&pool).map_or(0, |need| need.takes);
        self.free.get(&pool).copied().unwrap_or_default() - takes
    }
}

/// What will happen, in the order in which it happens; nothing when all is so already. What it takes of the budget is
/// taken.
pub(crate) fn judge(
    team: &Team<'_>,
    row: &ImportRow,
    facts: &Facts,
    budget: &mut Budget,
) -> Result<Vec<Doing>, Vec<Reason>> {
    let mut judged = Judged { team, facts, name: row.name(), doings: vec![], reasons: vec![] };
    if row.position < 0 {
        judged.take_back(team.aim.pools.clone());
    } else {
        judged.act(row);
    }
    judged.seats(budget);
    let Judged { doings, reasons, .. } = judged;
    if reasons.is_empty() { Ok(doings) } else { Err(reasons) }
}

struct Judged<'a> {
    team: &'a Team<'a>,
    facts: &'a Facts,
    name: String,
    doings: Vec<Doing>,
    reasons: Vec<Reason>,
}

impl Judged<'_> {
    fn act(&mut self, row: &ImportRow) {
        let act = self.team.aim.act;
        if act != Act::Invite && self.facts.person.is_none() {
            return self.refuse(SeatRefusal::NotAMember);
        }
        match act {
            Act::Invite => self.invite(row),
            Act::Assign | Act::Replace => {
                let pools = self.pools(row);
                self.needs(!pools.is_empty());
                self.give(pools);
            }
            Act::Unassign => {
                let pools = self.pools(row);
                self.needs(!pools.is_empty());
                self.take_back(pools);
            }
            Act::Join | Act::Part => {
                let groups = self.groups(row);
                self.needs(!groups.is_empty());
                self.change_groups(groups, act == Act::Join);
            }
            Act::Role => {
                let role = self.role(row);
                self.needs(role.is_some());
                self.change_role(role);
            }
            Act::Remove => self.remove(),
        }
    }

    fn invite(&mut self, row: &ImportRow) {
        if self.facts.person.is_none() {
            self.doings.push(Doing::Invite);
        }
        // Who is an admin already stays one, unless the row itself says otherwise.
        let (role, said) = (self.role(row), row.asks.role.is_some());
        if said || !self.facts.role.is_some_and(Role::is_team_admin) {
            self.change_role(role);
        }
        let (groups, pools) = (self.groups(row), self.pools(row));
        self.change_groups(groups, true);
        self.give(pools);
    }

    fn change_role(&mut self, role: Option<Role>) {
        let before = self.facts.role.unwrap_or(Role::User);
        let Some(role) = role.filter(|role| *role != before) else { return };
        match () {
            () if before == Role::PrimaryAdmin => self.refuse(ImportRefusal::PrimaryAdmin),
            () if self.is_oneself() => self.refuse(ImportRefusal::Oneself),
            () => self.doings.push(Doing::Role(role)),
        }
    }

    fn remove(&mut self) {
        match () {
            () if self.facts.role == Some(Role::PrimaryAdmin) => self.refuse(ImportRefusal::PrimaryAdmin),
            () if self.is_oneself() => self.refuse(ImportRefusal::Oneself),
            () => self.doings.push(Doing::Remove),
        }
    }

    fn change_groups(&mut self, groups: Vec<GroupId>, into: bool) {
        for group in groups {
            match (into, self.facts.groups.contains(&group)) {
                (true, false) => self.doings.push(Doing::Join(group)),
                (false, true) => self.doings.push(Doing::Part(group)),
                _ => {}
            }
        }
    }

    fn give(&mut self, pools: Vec<PoolId>) {
        let without = pools.into_iter().filter(|pool| !self.facts.seats.contains(pool));
        self.doings.extend(without.map(Doing::Give));
    }

    fn take_back(&mut self, pools: Vec<PoolId>) {
        for pool in pools {
            if !self.facts.seats.contains(&pool) {
                continue;
            }
            match self.facts.along.get(&pool) {
                None => self.doings.push(Doing::TakeBack(pool)),
                Some(groups) => {
                    let (person, groups) = (self.name.clone(), groups.clone());
                    let product = self.product(pool);
                    self.refuse(SeatRefusal::ComesAlong { product, person, groups });
                }
            }
        }
    }

    /// A row that cannot be carried out whole takes no seat.
    fn seats(&mut self, budget: &mut Budget) {
        for doing in self.doings.clone() {
            if let Doing::Give(pool) = doing
                && budget.left(pool) < 1
            {
                budget.needs.entry(pool).or_default().misses += 1;
                self.refuse(SeatRefusal::NoFreeSeat { product: self.product(pool), wanted: 1, free: 0 });
            }
        }
        if !self.reasons.is_empty() {
            return;
        }
        for doing in &self.doings {
            match doing {
                Doing::Give(pool) => budget.needs.entry(*pool).or_default().takes += 1,
                Doing::TakeBack(pool) => budget.needs.entry(*pool).or_default().takes -= 1,
                _ => {}
            }
        }
    }

    fn role(&mut self, row: &ImportRow) -> Option<Role> {
        let Some(word) = &row.asks.role else { return self.team.aim.role };
        match role_named(word) {
            Some(Role::PrimaryAdmin) if self.facts.role == Some(Role::PrimaryAdmin) => None,
            Some(Role::PrimaryAdmin) => self.refused(ImportRefusal::RoleIsHandedOver),
            Some(role) => Some(role),
            None => self.refused(ImportRefusal::UnknownRole),
        }
    }

    /// By id, each once: that is the order of their locks.
    fn groups(&mut self, row: &ImportRow) -> Vec<GroupId> {
        let mut groups = self.team.aim.groups.clone();
        for name in &row.asks.groups {
            let key = name.to_lowercase();
            match self.team.groups.iter().find(|group| group.name.to_lowercase() == key) {
                Some(group) => groups.push(group.id),
                None => self.refuse(ImportRefusal::UnknownGroup { name: name.clone() }),
            }
        }
        groups.sort();
        groups.dedup();
        groups
    }

    fn pools(&mut self, row: &ImportRow) -> Vec<PoolId> {
        let mut pools = self.team.aim.pools.clone();
        // With one product chosen for all, a column of products is of other things.
        if self.team.aim.act != Act::Replace {
            for name in &row.asks.products {
                pools.extend(self.pool_named(name));
            }
        }
        pools.sort();
        pools.dedup();
        pools
    }

    fn pool_named(&mut self, name: &str) -> Option<PoolId> {
        let key = name.to_lowercase();
        let is = |text: &str| text.to_lowercase() == key;
        let of_offering = self.team.pools.iter().find(|pool| is(&pool.offering_name));
        let of_product: Vec<&Pool> = self.team.pools.iter().filter(|pool| is(&pool.product_name)).collect();
        match (of_offering, &of_product[..]) {
            (Some(pool), _) => Some(pool.id),
            (None, [pool]) => Some(pool.id),
            (None, []) => self.refused(ImportRefusal::UnknownProduct { name: name.to_owned() }),
            (None, _) => self.refused(ImportRefusal::SeveralPools { name: name.to_owned() }),
        }
    }

    fn needs(&mut self, is_said: bool) {
        if !is_said && self.reasons.is_empty() {
            self.refuse(ImportRefusal::NothingSaid);
        }
    }
    fn is_oneself(&self) -> bool {
        self.facts.person.is_some() && self.facts.person == self.team.by
    }
    fn product(&self, pool: PoolId) -> String {
        let found = self.team.pools.iter().find(|one| one.id == pool);
        found.map_or_else(String::new, |pool| pool.product_name.clone())
    }
    fn refuse(&mut self, refusal: impl Into<Error>) {
        self.reasons.extend(Reason::of(&refusal.into()));
    }
    fn refused<T>(&mut self, refusal: impl Into<Error>) -> Option<T> {
        self.refuse(refusal);
        None
    }
}

/// As people write it, in either language.
fn role_named(word: &str) -> Option<Role> {
    let letters = word.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric());
    match letters.collect::<String>().as_str() {
        "user" | "member" | "användare" | "anvandare" | "medlem" => Some(Role::User),
        "admin"
        | "administrator"
        | "administratör"
        | "sa"
        | "secondaryadmin"
        | "secondaryadministrator"
        | "sekundäradmin"
        | "sekundäradministratör" => Some(Role::SecondaryAdmin),
        "pa" | "primaryadmin" | "primaryadministrator" | "primäradmin" | "primäradministratör" => {
            Some(Role::PrimaryAdmin)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::{Asks, RowState};
    use kernel::{Chance, Id, Lang, OrganizationId, TeamId, Timestamp, id::Named};
    use proptest::prelude::*;

    fn id<K: Named>(n: i64) -> Id<K> {
        Id::new(Timestamp::from_millis(n), &Chance::new(|bytes| bytes.fill(1)))
    }

    fn pool(n: i64, product: &str) -> Pool {
        Pool {
            id: id(n),
            capacity: 9,
            assigned: 0,
            default_since: None,
            suspended: 0,
            team: id::<kernel::id::TeamKind>(1),
            team_name: "Malmö".into(),
            organization: id(2),
            organization_name: "Byggkonsult".into(),
            offering: id(n),
            offering_name: format!("{product}, named user"),
            product: id(n),
            product_name: product.into(),
            icon: String::new(),
        }
    }

    fn group(n: i64, name: &str) -> Group {
        Group {
            id: id(n),
            name: name.into(),
            people: 0,
            created_at: Timestamp::from_millis(n),
            team: TeamId::new(Timestamp::from_millis(1), &Chance::new(|bytes| bytes.fill(1))),
            team_name: "Malmö".into(),
            organization: OrganizationId::new(Timestamp::from_millis(2), &Chance::new(|bytes| bytes.fill(1))),
        }
    }

    fn row(asks: Asks) -> ImportRow {
        ImportRow {
            position: 1,
            number: Some(1),
            email: "noora@bygg.example".into(),
            first_name: "Noora".into(),
            last_name: "Aalto".into(),
            asks,
            cells: vec![],
            person: None,
            state: RowState::Read,
            doings: vec![],
            steps: vec![],
            reasons: vec![],
        }
    }

    /// As if it had been carried out.
    fn after(facts: &Facts, doings: &[Doing]) -> Facts {
        let mut facts = facts.clone();
        for doing in doings {
            match doing {
                Doing::Invite => (facts.person, facts.role) = (Some(id(9)), Some(Role::User)),
                Doing::Role(role) => facts.role = Some(*role),
                Doing::Join(group) => assert!(facts.groups.insert(*group)),
                Doing::Part(group) => assert!(facts.groups.remove(group)),
                Doing::Give(pool) => assert!(facts.seats.insert(*pool)),
                Doing::TakeBack(pool) => assert!(facts.seats.remove(pool)),
                Doing::Remove => facts = Facts::default(),
            }
        }
        facts
    }

    fn asked() -> impl Strategy<Value = Asks> {
        let role =
            proptest::option::of(prop_oneof![Just("User"), Just("Sekundär administratör"), Just("Chef")]);
        let groups = proptest::collection::vec(prop_oneof![Just("fasader"), Just("TAK"), Just("Hav")], 0..3);
        let products = proptest::collection::vec(
            prop_oneof![Just("ritbord"), Just("Fasad, named user"), Just("Bok")],
            0..3,
        );
        let words = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
        (role, groups, products).prop_map(move |(role, groups, products)| Asks {
            role: role.map(str::to_owned),
            groups: words(groups),
            products: words(products),
        })
    }

    fn known() -> impl Strategy<Value = Facts> {
        let role = prop_oneof![Just(Role::User), Just(Role::SecondaryAdmin), Just(Role::PrimaryAdmin)];
        let seats = proptest::collection::hash_set(11i64..13, 0..3);
        let groups = proptest::collection::hash_set(21i64..23, 0..3);
        (any::<bool>(), role, seats, groups).prop_map(|(member, role, seats, groups)| match member {
            false => Facts::default(),
            true => Facts {
                person: Some(id(9)),
                role: Some(role),
                seats: seats.into_iter().map(id).collect(),
                along: HashMap::new(),
                groups: groups.into_iter().map(id).collect(),
            },
        })
    }

    proptest! {
        /// The same file once more changes nothing; and no seat is promised that is not there.
        #[test]
        fn once_done_nothing_is_left_to_do(
            act in proptest::sample::select(Act::ALL.to_vec()),
            asks in asked(),
            facts in known(),
            free in 0i64..3,
        ) {
            let (pools, groups) = ([pool(11, "Ritbord"), pool(12, "Fasad")], [group(21, "Fasader"), group(22, "Tak")]);
            let aim = Aim { pools: vec![id(11)], ..Aim::of(act, Lang::Sv) };
            let team = Team { aim: &aim, pools: &pools, groups: &groups, by: None };
            let free_of = [(id(11), free), (id(12), free)].into();
            let mut budget = Budget { free: free_of, ..Budget::default() };
            let row = row(asks);
            match judge(&team, &row, &facts, &mut budget) {
                Ok(doings) => {
                    prop_assert!([11, 12].into_iter().all(|pool| budget.left(id(pool)) >= 0));
                    let facts = after(&facts, &doings);
                    if act != Act::Remove {
                        prop_assert_eq!(judge(&team, &row, &facts, &mut budget.clone()), Ok(vec![]));
                    }
                }
                Err(reasons) => {
                    prop_assert!(!reasons.is_empty());
                    prop_assert!(budget.needs.values().all(|need| need.takes == 0), "a row that is not taken takes no seat");
                }
            }
        }
    }

    #[test]
    fn nobody_is_a_primary_admin_by_a_file_and_nobody_removes_themselves() {
        let facts = Facts { person: Some(id(9)), role: Some(Role::SecondaryAdmin), ..Facts::default() };
        let code = |act, asks| {
            let aim = Aim::of(act, Lang::Sv);
            let team = Team { aim: &aim, pools: &[], groups: &[], by: Some(id(9)) };
            judge(&team, &row(asks), &facts, &mut Budget::default()).unwrap_err()[0].code.clone()
        };
        let primary = Asks { role: Some("Primary admin".into()), ..Asks::default() };
        assert_eq!(code(Act::Role, primary), "role-is-handed-over");
        assert_eq!(code(Act::Remove, Asks::default()), "oneself");
        let user = Asks { role: Some("user".into()), ..Asks::default() };
        assert_eq!(code(Act::Role, user), "oneself");
    }
}
