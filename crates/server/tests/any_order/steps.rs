//! People living through their days: each event is a request at the edge, each mail is read in the mailbox.

use crate::{
    orders::{Day, Event},
    world::{Answer, World},
};
use axum::http::StatusCode;
use futures_util::future::join_all;
use serde_json::json;
use std::collections::HashMap;

/// One address, and what its owner knows.
pub struct Person {
    pub number: usize,
    pub day: Day,
    /// Where the mail of an ask leads.
    links: HashMap<Event, String>,
    /// What was chosen last.
    pub password: Option<String>,
}

impl Person {
    /// The same address to everybody, each time written in another way.
    pub fn email(&self, time: usize) -> String {
        let address = format!("Elin.{}@Bygg.example", self.number);
        match time % 4 {
            0 => address,
            1 => address.to_lowercase(),
            2 => format!(" {} ", address.to_uppercase()),
            _ => address.replace("Elin", "eLIN"),
        }
    }
    pub fn key(&self) -> String {
        self.email(1)
    }
    /// Everybody asks from home.
    pub fn home(&self) -> String {
        format!("10.{}.{}.7", self.number / 256, self.number % 256)
    }
    fn present_password(&self) -> &str {
        self.password.as_deref().expect("who has no link to follow has a password")
    }
}

/// All of them, moment by moment, side by side.
pub async fn live(world: &World, first: usize, days: &[Day]) -> Vec<Person> {
    let person = |(at, day): (usize, &Day)| Person {
        number: first + at,
        day: day.clone(),
        links: HashMap::new(),
        password: None,
    };
    let mut people: Vec<_> = days.iter().enumerate().map(person).collect();
    for moment in 0..days.iter().map(Vec::len).max().unwrap_or_default() {
        let acts = people.iter().flat_map(|person| {
            let events = person.day.get(moment).map(Vec::as_slice).unwrap_or_default();
            events.iter().map(move |event| act(world, person, moment, *event))
        });
        let chosen: Vec<_> = join_all(acts).await.into_iter().flatten().collect();
        for (number, password) in chosen {
            let person = &mut people[number - first];
            assert!(
                !matches!(&person.password, Some(known) if known.starts_with(&format!("{moment} "))),
                "two links let somebody in at once: {:?}",
                person.day
            );
            person.password = Some(password);
        }
        world.work().await;
        for (mail, kind) in world.new_mails().await {
            let number: usize = mail.to.split(['.', '@']).nth(1).unwrap().parse().unwrap();
            people[number - first].receive(moment, &kind, mail.link.unwrap_or_default());
        }
    }
    people
}

impl Person {
    /// Which of the asks of this moment brought the mail.
    fn receive(&mut self, moment: usize, kind: &str, link: String) {
        let candidates: &[Event] = match kind {
            "welcome" => &[Event::Order],
            "invitation" | "joined" => &[Event::Invite],
            "registration" | "reset" => &[Event::Register, Event::Forget],
            _ => return,
        };
        let asked = &self.day[moment];
        let from = candidates.iter().find(|ask| asked.contains(ask) && !self.links.contains_key(ask));
        let from = from.unwrap_or_else(|| panic!("nobody asked for the mail {kind} in {:?}", self.day));
        self.links.insert(*from, link);
    }
}

/// What was chosen as a password by this event, if that is what it came to.
async fn act(world: &World, person: &Person, moment: usize, event: Event) -> Option<(usize, String)> {
    let email = person.email(moment + person.number);
    match event {
        Event::Register => {
            let fields = [("first", "Elin"), ("last", "Asp"), ("email", &email)];
            expect(&world.post(person, "/register", &fields).await, StatusCode::SEE_OTHER);
            None
        }
        Event::Forget => {
            expect(&world.post(person, "/forgotten", &[("email", &email)]).await, StatusCode::SEE_OTHER);
            None
        }
        Event::Order => {
            expect(&world.order(&order(person, &email)).await, StatusCode::CREATED);
            None
        }
        Event::Invite => {
            expect(&world.invite(&email).await, StatusCode::SEE_OTHER);
            None
        }
        Event::FollowRegistration => follow(world, person, moment, Event::Register).await,
        Event::FollowReset => follow(world, person, moment, Event::Forget).await,
        Event::FollowWelcome => follow(world, person, moment, Event::Order).await,
        Event::Accept => follow(world, person, moment, Event::Invite).await,
    }
}

/// Does what the mail says: chooses a password, or signs in with the one there is. A link that is dead stays dead.
async fn follow(world: &World, person: &Person, moment: usize, ask: Event) -> Option<(usize, String)> {
    // Nobody is told that there is no such account.
    let link = person.links.get(&ask)?;
    if !link.starts_with("/welcome/") {
        let alone = person.day[moment].len() == 1;
        let entered = world.sign_in(person, moment, person.present_password()).await;
        assert!(!alone || entered.status == StatusCode::SEE_OTHER, "{:?}", person.day);
        return None;
    }
    let password = format!("{moment} gula stolar i regn, {ask:?}");
    let answer = world.post(person, link, &[("password", &password)]).await;
    match answer.status {
        StatusCode::SEE_OTHER => Some((person.number, password)),
        status => {
            assert_eq!(status, StatusCode::GONE, "{:?}", person.day);
            None
        }
    }
}

fn expect(answer: &Answer, status: StatusCode) {
    assert_eq!(answer.status, status, "{}", answer.body);
}

fn order(person: &Person, email: &str) -> serde_json::Value {
    json!({
        "number": format!("PO-{}", person.number),
        "contract_number": format!("NK-{}", person.number),
        "customer": {"number": format!("5567-{}", person.number), "name": format!("Bygg {}", person.number)},
        "contract_manager": {
            "first_name": "Elin", "last_name": "Asp", "email": email,
            "language": "sv", "time_zone": "Europe/Stockholm",
        },
        "lines": [{"sku": "RITBORD-NAMED", "quantity": 5, "term_months": 12}],
    })
}
