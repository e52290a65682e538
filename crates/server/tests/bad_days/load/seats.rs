//! Gives people seats of a pool and takes them back, in turn.

use super::Client;
use crate::found::Found;
use serde_json::json;
use std::collections::HashMap;
use testkit::http::{Caller, Lost};

pub struct Seats {
    key: String,
    pool: String,
    /// User IDs, and what they have now.
    people: Vec<String>,
    held: HashMap<String, Held>,
    begun: usize,
    doubt: Option<String>,
}

#[derive(Default)]
struct Held {
    seat: Option<String>,
    given: usize,
    taken: usize,
}

impl Seats {
    pub fn new(key: &str, pool: &str, people: &[String]) -> Self {
        let (key, pool, people) = (key.to_owned(), pool.to_owned(), people.to_vec());
        Seats { key, pool, people, held: HashMap::new(), begun: 0, doubt: None }
    }
}

impl Client for Seats {
    fn step(&mut self, nobody: &Caller) -> Result<(), Lost> {
        let (vendor, seats) = (nobody.bearer(&self.key), format!("/api/v1/pools/{}/assignments", self.pool));
        let person = self.people[self.begun % self.people.len()].clone();
        self.begun += 1;
        let held = self.held.entry(person.clone()).or_default();
        self.doubt = Some(person.clone());
        match held.seat {
            Some(_) => {
                let answer = vendor.delete(&format!("{seats}/{person}"))?;
                assert_eq!(answer.status, 204, "{}", answer.text);
                (held.seat, held.taken) = (None, held.taken + 1);
            }
            None => {
                let answer = vendor.post(&seats, &json!({"people": [person]}))?;
                match answer.status {
                    201 => (held.seat, held.given) = (Some(answer.at("/items/0/id")), held.given + 1),
                    _ => assert_eq!(answer.refusal(), (409, "no-free-seat".into())),
                }
            }
        }
        self.doubt = None;
        Ok(())
    }

    /// A command in doubt was carried out as a whole, or not at all.
    fn check(&mut self, found: &Found) {
        for (person, held) in &mut self.held {
            let seat = found.seats.get(&(self.pool.clone(), person.clone()));
            if self.doubt.as_ref() == Some(person) && seat != held.seat.as_ref() {
                match seat {
                    Some(_) => held.given += 1,
                    None => held.taken += 1,
                }
                held.seat = seat.cloned();
            }
            assert_eq!(seat, held.seat.as_ref(), "the seat of {person}");
            assert_eq!(found.audited("seat.assigned", person), held.given, "seats given to {person}");
            assert_eq!(found.audited("seat.released", person), held.taken, "seats taken from {person}");
        }
        self.doubt = None;
    }

    fn settle(&mut self, _: &Caller) {}
}
