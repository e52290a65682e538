//! Places orders: each for a customer of its own, or all for the same one.

use super::Client;
use crate::{
    found::Found,
    house::{done, order},
};
use serde_json::Value;
use testkit::http::{Answer, Caller, Lost};

pub struct Orders {
    key: String,
    /// The customer and the contract manager of all; a new one each time if there is none.
    customer: Option<(&'static str, &'static str)>,
    begun: usize,
    /// What was ordered, and the answer.
    placed: Vec<(Value, Answer)>,
    doubt: Option<Value>,
}

impl Orders {
    pub fn new(key: &str, customer: Option<(&'static str, &'static str)>) -> Self {
        Orders { key: key.to_owned(), customer, begun: 0, placed: vec![], doubt: None }
    }

    fn next(&mut self) -> Value {
        self.begun += 1;
        let n = self.begun;
        match self.customer {
            Some((customer, manager)) => order(&format!("PO-{customer}-{n}"), customer, manager, 1),
            None => order(&format!("PO-{n}"), &format!("New {n}"), &format!("cm{n}@new.example"), 5),
        }
    }
    fn vendor(&self, nobody: &Caller) -> Caller {
        nobody.bearer(&self.key)
    }
}

impl Client for Orders {
    fn step(&mut self, nobody: &Caller) -> Result<(), Lost> {
        let order = self.next();
        self.doubt = Some(order.clone());
        let answer = self.vendor(nobody).post("/api/v1/orders", &order)?;
        assert_eq!(answer.status, 201, "{}", answer.text);
        self.placed.push((order, answer));
        self.doubt = None;
        Ok(())
    }

    fn check(&mut self, found: &Found) {
        for (order, answer) in &self.placed {
            let (number, id) = (order["number"].as_str().expect("a number"), answer.at("/id"));
            assert_eq!(found.orders.get(number), Some(&id), "order {number}");
            assert_eq!(found.audited("order.placed", &id), 1, "audit of order {number}");
        }
    }

    /// The same order again is answered as the first time, whether that answer came or not.
    fn settle(&mut self, nobody: &Caller) {
        let vendor = self.vendor(nobody);
        if let Some(order) = self.doubt.take() {
            let answer = vendor.post("/api/v1/orders", &order).expect("an answer");
            assert!(matches!(answer.status, 200 | 201), "{}", answer.text);
            self.placed.push((order, answer));
        }
        for (order, answer) in self.placed.iter().rev().take(3) {
            let again = done(vendor.post("/api/v1/orders", order), 200);
            assert_eq!(again.text, answer.text);
        }
    }
}
