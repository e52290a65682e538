//! A program on three devices of one person: takes leases, renews them, gives them back.

use super::Client;
use crate::{found::Found, house::done};
use serde_json::{Value, json};
use std::collections::HashSet;
use testkit::http::{Answer, Caller, Lost};

pub struct Leases {
    /// User ID and access token.
    person: String,
    token: String,
    devices: [Device; 3],
    begun: usize,
    /// Every lease that was ever promised.
    given: HashSet<String>,
    /// The device whose last command has no answer.
    doubt: Option<usize>,
}

#[derive(Default)]
struct Device {
    lease: Option<String>,
    /// The Idempotency-Key and the answer of the last request.
    asked: Option<(String, Option<Answer>)>,
}

impl Leases {
    pub fn new(person: &str, token: &str) -> Self {
        let (person, token, devices) = (person.to_owned(), token.to_owned(), Default::default());
        Leases { person, token, devices, begun: 0, given: HashSet::new(), doubt: None }
    }

    fn ask(&self, nobody: &Caller, device: usize, key: &str) -> Result<Answer, Lost> {
        let program = nobody.bearer(&self.token).with("idempotency-key", key);
        let answer = program.post("/api/v1/leases", &request(&self.person, device))?;
        assert!(answer.is_success(), "{}", answer.text);
        Ok(answer)
    }
    fn took(&mut self, device: usize, key: String, answer: Answer) {
        self.given.insert(answer.at("/id"));
        self.devices[device] = Device { lease: Some(answer.at("/id")), asked: Some((key, Some(answer))) };
    }
}

impl Client for Leases {
    fn step(&mut self, nobody: &Caller) -> Result<(), Lost> {
        let at = self.begun % self.devices.len();
        self.begun += 1;
        self.doubt = Some(at);
        match self.devices[at].lease.clone() {
            Some(lease) if self.begun.is_multiple_of(4) => {
                self.devices[at].asked = None;
                let gone = nobody.bearer(&self.token).delete(&format!("/api/v1/leases/{lease}"))?;
                assert_eq!(gone.status, 204, "{}", gone.text);
                self.devices[at].lease = None;
            }
            _ => {
                let key = format!("{}-{}", self.person, self.begun);
                self.devices[at].asked = Some((key.clone(), None));
                let answer = self.ask(nobody, at, &key)?;
                self.took(at, key, answer);
            }
        }
        self.doubt = None;
        Ok(())
    }

    fn check(&mut self, found: &Found) {
        let mine: Vec<_> = found.leases.iter().filter(|lease| lease.person == self.person).collect();
        assert_eq!(found.audited("lease.given", &self.person), mine.len(), "leases given");
        let ids: HashSet<_> = mine.iter().map(|lease| lease.id.clone()).collect();
        assert!(self.given.is_subset(&ids), "missing: {:?}", self.given.difference(&ids));
        for (at, device) in self.devices.iter().enumerate() {
            let running = mine.iter().find(|lease| lease.device == fingerprint(at) && !lease.ended);
            match (&device.lease, self.doubt == Some(at)) {
                (Some(lease), false) => {
                    assert_eq!(running.map(|found| &found.id), Some(lease), "the lease of device {at}");
                }
                (None, false) => assert!(running.is_none(), "a lease that was given back"),
                (_, true) => {}
            }
        }
    }

    /// The last request again, under its key, is answered as the first time.
    fn settle(&mut self, nobody: &Caller) {
        if let Some(at) = self.doubt.take() {
            match (self.devices[at].asked.take(), self.devices[at].lease.take()) {
                (Some((key, _)), _) => {
                    let answer = self.ask(nobody, at, &key).expect("an answer");
                    self.took(at, key, answer);
                }
                (None, Some(lease)) => {
                    done(nobody.bearer(&self.token).delete(&format!("/api/v1/leases/{lease}")), 204);
                }
                (None, None) => unreachable!("it asked for a lease or gave one back"),
            }
        }
        for (at, device) in self.devices.iter().enumerate() {
            if let Some((key, Some(answer))) = &device.asked {
                let again = self.ask(nobody, at, key).expect("an answer");
                assert_eq!(again.at("/lease"), answer.at("/lease"), "the same document");
            }
        }
    }
}

fn fingerprint(device: usize) -> String {
    format!("{device:064x}")
}

fn request(person: &str, device: usize) -> Value {
    let seed = [u8::try_from(device).expect("few devices") + 1; 32];
    json!({
        "product": "ritbord", "version": "2027.1", "privacy": "2026-10",
        "device": {
            "fingerprint": fingerprint(device),
            "key": lease::SigningKey::from_seed(seed).public().to_base64url(),
            "name": person, "platform": "linux-x64",
        },
    })
}
