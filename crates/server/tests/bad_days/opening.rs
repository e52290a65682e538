//! The first day: what is on sale, a customer with people who have seats and programs, and the clients that follow.

use crate::{
    house::{House, Server, done, order, stock},
    load::{Client, Invitations, Leases, Orders, Seats, invitation},
};
use serde_json::{Value, json};
use testkit::http::Caller;

pub const HOT: (&str, &str) = ("Hot", "maja@hot.example");

/// Byggkonsult Hot with forty seats of Ritbord and three of Fasad.
pub async fn opening(house: &House, server: &Server) -> Vec<Box<dyn Client>> {
    let vendor = house.vendor(server);
    stock(&vendor);
    let mut first = order("PO-0", HOT.0, HOT.1, 40);
    let fasad = json!({"sku": "FASAD-NAMED", "quantity": 3, "term_months": 12});
    first["lines"].as_array_mut().expect("lines").push(fasad);
    let placed = done(vendor.post("/api/v1/orders", &first), 201);
    house.person(server, HOT.1).await;
    let team = placed.at("/landing/team/id");
    let pools = done(vendor.get(&format!("/api/v1/teams/{team}/pools")), 200).json();
    let (ritbord, fasad) = (pool(&pools, "Ritbord"), pool(&pools, "Fasad"));

    let invite = |n: usize| {
        let person = invitation(&format!("p{n}@hot.example"));
        done(vendor.post(&format!("/api/v1/teams/{team}/invitations"), &person), 201).at("/person")
    };
    let people: Vec<_> = (0..14).map(invite).collect();
    let mut clients: Vec<Box<dyn Client>> = vec![
        Box::new(Orders::new(house.key(), None)),
        Box::new(Orders::new(house.key(), Some(HOT))),
        Box::new(Invitations::new(house.key(), &team)),
        Box::new(Seats::new(house.key(), &ritbord, &people[2..8])),
        Box::new(Seats::new(house.key(), &fasad, &people[8..11])),
        Box::new(Seats::new(house.key(), &fasad, &people[11..14])),
    ];
    let give = json!({"people": &people[..2]});
    done(vendor.post(&format!("/api/v1/pools/{ritbord}/assignments"), &give), 201);
    for (n, person) in people[..2].iter().enumerate() {
        let browser = house.person(server, &format!("p{n}@hot.example")).await;
        let token = Caller::nobody(&server.url).token_by_device(&browser, "ritbord");
        clients.push(Box::new(Leases::new(person, &token)));
    }
    clients
}

pub fn pool(pools: &Value, product: &str) -> String {
    let mut all = pools["items"].as_array().expect("pools").iter();
    let found = all.find(|pool| pool["product_name"] == product).expect("a pool of the product");
    found["id"].as_str().expect("an id").to_owned()
}
