//! Invites one new person after the other to a team.

use super::Client;
use crate::found::Found;
use serde_json::{Value, json};
use testkit::http::{Answer, Caller, Lost};

pub struct Invitations {
    key: String,
    team: String,
    begun: usize,
    /// User IDs.
    invited: Vec<String>,
    doubt: Option<Value>,
}

impl Invitations {
    pub fn new(key: &str, team: &str) -> Self {
        let (key, team) = (key.to_owned(), team.to_owned());
        Invitations { key, team, begun: 0, invited: vec![], doubt: None }
    }
    fn invite(&self, nobody: &Caller, person: &Value) -> Result<Answer, Lost> {
        nobody.bearer(&self.key).post(&format!("/api/v1/teams/{}/invitations", self.team), person)
    }
}

pub fn invitation(email: &str) -> Value {
    json!({"first_name": "Ada", "last_name": "Berg", "email": email})
}

impl Client for Invitations {
    fn step(&mut self, nobody: &Caller) -> Result<(), Lost> {
        self.begun += 1;
        let person = invitation(&format!("guest{}@hot.example", self.begun));
        self.doubt = Some(person.clone());
        let answer = self.invite(nobody, &person)?;
        assert_eq!(answer.status, 201, "{}", answer.text);
        self.invited.push(answer.at("/person"));
        self.doubt = None;
        Ok(())
    }

    fn check(&mut self, found: &Found) {
        for person in &self.invited {
            assert!(found.members.contains(&(self.team.clone(), person.clone())), "member {person}");
            assert_eq!(found.audited("invitation.sent", person), 1, "audit of {person}");
        }
    }

    /// Either the invitation was not there, or the person is a member by it.
    fn settle(&mut self, nobody: &Caller) {
        let Some(person) = self.doubt.take() else { return };
        let answer = self.invite(nobody, &person).expect("an answer");
        match answer.status {
            201 => self.invited.push(answer.at("/person")),
            _ => assert_eq!(answer.refusal(), (409, "already-member".into())),
        }
    }
}
