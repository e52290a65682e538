//! A pool: the seats of one offering in one team, and the rule that gives them out.

use crate::{assignment::Candidate, refusal::SeatRefusal};
use kernel::{OfferingId, OrganizationId, PoolId, ProductId, Scope, TeamId, Timestamp};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    pub id: PoolId,
    /// How many seats were bought.
    pub capacity: i64,
    /// How many people work on them; never more than the capacity.
    pub assigned: i64,
    /// Since when everybody in the team gets a seat.
    pub default_since: Option<Timestamp>,
    /// How many people have an assignment and no seat: the capacity fell, or they are still waiting for their first.
    pub suspended: i64,
    pub team: TeamId,
    pub team_name: String,
    pub organization: OrganizationId,
    pub organization_name: String,
    pub offering: OfferingId,
    pub offering_name: String,
    pub product: ProductId,
    pub product_name: String,
    pub icon: String,
}

/// What a new capacity does to the people of a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resized {
    pub suspend: i64,
    pub resume: i64,
}

impl Pool {
    pub fn scope(&self) -> Scope {
        Scope::Team(self.team, self.organization)
    }

    pub fn free(&self) -> i64 {
        (self.capacity - self.assigned).max(0)
    }

    /// The pool as it is when all of them have a seat; or why not all of them can have one, and so nobody gets one.
    pub fn assign(&self, to: &[Candidate]) -> Result<Pool, SeatRefusal> {
        if let Some(holder) = to.iter().find(|candidate| candidate.seat.is_some()) {
            return Err(SeatRefusal::AlreadyAssigned {
                product: self.product_name.clone(),
                person: holder.name(),
            });
        }
        let wanted = to.len() as i64;
        if wanted > self.free() {
            return Err(SeatRefusal::NoFreeSeat {
                product: self.product_name.clone(),
                wanted,
                free: self.free(),
            });
        }
        Ok(Pool { assigned: self.assigned + wanted, ..self.clone() })
    }

    /// Nobody's assignment disappears: as many as there are too many are suspended when seats go, and resumed when seats
    /// come. Who that is says [`Line`](crate::keeping::Line).
    pub fn resize(&self, capacity: i64) -> Resized {
        Resized {
            suspend: (self.assigned - capacity).max(0),
            resume: (capacity - self.assigned).clamp(0, self.suspended),
        }
    }
    /// The pool after that.
    pub fn resized(&self, capacity: i64, change: Resized) -> Pool {
        let gone = change.suspend - change.resume;
        Pool { capacity, assigned: self.assigned - gone, suspended: self.suspended + gone, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Chance, Id, Lang, id::Named};

    fn id<K: Named>(n: i64) -> Id<K> {
        Id::new(Timestamp::from_millis(n), &Chance::new(|bytes| bytes.fill(1)))
    }

    fn ritbord(capacity: i64, assigned: i64, suspended: i64) -> Pool {
        Pool {
            id: id(1),
            capacity,
            assigned,
            default_since: None,
            suspended,
            team: id(2),
            team_name: "Malmö".into(),
            organization: id(3),
            organization_name: "Byggkonsult".into(),
            offering: id(4),
            offering_name: "Ritbord, named user".into(),
            product: id(5),
            product_name: "Ritbord".into(),
            icon: "p-ritbord".into(),
        }
    }

    fn people(count: i64) -> Vec<Candidate> {
        let person = |n| Candidate {
            person: id(n),
            email: format!("p{n}@bygg.example"),
            first_name: "Ada".into(),
            last_name: format!("Berg {n}"),
            sort_name: format!("berg {n} ada"),
            lang: Lang::Sv,
            seat: None,
        };
        (0..count).map(person).collect()
    }

    #[test]
    fn the_last_seat_is_given_and_no_more() {
        let pool = ritbord(3, 2, 0);
        assert_eq!(pool.assign(&people(1)).map(|after| after.free()), Ok(0));
        let refused = pool.assign(&people(4)).unwrap_err();
        assert_eq!(refused, SeatRefusal::NoFreeSeat { product: "Ritbord".into(), wanted: 4, free: 1 });
    }

    #[test]
    fn who_has_a_seat_gets_no_second_one_even_when_it_is_suspended() {
        let mut two = people(2);
        two[1].seat = Some(id(6));
        let refused = ritbord(9, 2, 0).assign(&two).unwrap_err();
        assert_eq!(
            refused,
            SeatRefusal::AlreadyAssigned { product: "Ritbord".into(), person: "Ada Berg 1".into() }
        );
    }

    #[test]
    fn a_new_capacity_suspends_or_resumes_as_few_as_it_must() {
        assert_eq!(ritbord(9, 7, 0).resize(5), Resized { suspend: 2, resume: 0 });
        assert_eq!(ritbord(5, 5, 2).resize(6), Resized { suspend: 0, resume: 1 });
        assert_eq!(ritbord(5, 5, 2).resize(20), Resized { suspend: 0, resume: 2 });
        assert_eq!(ritbord(9, 3, 0).resize(4), Resized { suspend: 0, resume: 0 });
        let fallen = ritbord(9, 7, 1).resized(5, Resized { suspend: 2, resume: 0 });
        assert_eq!(fallen, ritbord(5, 5, 3));
    }
}
