//! SIGTERM: what is under way comes to its end, nothing new is taken on, and nobody holds the program up for good.

use crate::{
    found::Found,
    house::{House, Server, done, order, stock},
    slow::{Slow, nobody_is_let_in},
};
use serde_json::json;
use testkit::{both_engines, http::Caller, smtp::Step};

const BUILDS: &str = "/api/v1/products/ritbord/releases/2027.1/builds/linux-x64/mul?file_name=ritbord.tar.gz";
/// More than fits into the buffers between server and client.
const FILE: usize = 24 << 20;

impl Server {
    fn is_told_to_stop(&mut self) {
        self.program.terminate();
        self.program.said("Plats stops");
    }
    fn ends_well(mut self) {
        assert_eq!(self.program.ended().code(), Some(0));
    }
}

fn release(vendor: &Caller) {
    let new = json!({"version": "2027.1", "kind": "feature"});
    done(vendor.post("/api/v1/products/ritbord/releases", &new), 201);
}

fn upload(house: &House, server: &Server, length: usize) -> Slow {
    let head = format!("PUT {BUILDS} HTTP/1.1\r\nAuthorization: Bearer {}", house.key());
    Slow::begin(&server.url, &head, length)
}

#[both_engines]
async fn an_upload_under_way_is_taken_and_nobody_new_is_let_in(house: House) {
    let mut server = house.start();
    stock(&house.vendor(&server));
    release(&house.vendor(&server));
    let mut slow = upload(&house, &server, 2 << 20);
    slow.send(&vec![7; 1 << 20]);

    server.is_told_to_stop();
    nobody_is_let_in(&server.url);
    slow.send(&vec![7; 1 << 20]);
    assert_eq!(slow.head()[0], "HTTP/1.1 201 Created");
    server.ends_well();
    assert_eq!(house.count("SELECT COUNT(*) FROM builds WHERE size = 2097152").await, 1);
}

#[both_engines]
async fn a_download_under_way_comes_to_its_end(house: House) {
    let mut server = house.start();
    let vendor = house.vendor(&server);
    stock(&vendor);
    release(&vendor);
    let mut file = upload(&house, &server, FILE);
    file.send(&vec![7; FILE]);
    assert_eq!(file.head()[0], "HTTP/1.1 201 Created");
    done(vendor.post("/api/v1/orders", &order("PO-1", "Bygg", "maja@bygg.example", 1)), 201);
    let browser = house.person(&server, "maja@bygg.example").await;
    let (pool, build) = (house.text("SELECT id FROM pools").await, house.text("SELECT id FROM builds").await);
    let give = json!({"people": ["maja@bygg.example"]});
    done(vendor.post(&format!("/api/v1/pools/{pool}/assignments"), &give), 201);
    let leads = browser.submit(&format!("/account/products/ritbord/builds/{build}/download"), &[]);
    let address = done(leads, 303).header("location").to_owned();

    let mut slow = Slow::ask(&server.url, &format!("GET {address} HTTP/1.1"));
    assert_eq!(slow.head()[0], "HTTP/1.1 200 OK");
    server.is_told_to_stop();
    assert_eq!(slow.rest(), vec![7; FILE]);
    server.ends_well();
}

#[both_engines]
async fn a_client_that_is_stuck_is_left_after_a_while_and_leaves_no_half_build(house: House) {
    let mut server = house.start_with(&["--grace", "1"]);
    stock(&house.vendor(&server));
    release(&house.vendor(&server));
    let mut stuck = upload(&house, &server, 2 << 20);
    stuck.send(&vec![7; 1 << 20]);

    server.is_told_to_stop();
    server.ends_well();
    assert_eq!(house.count("SELECT COUNT(*) FROM builds").await, 0);
    assert!(!house.ground.folder().join("builds/builds").exists());
}

#[both_engines]
async fn told_twice_it_waits_for_nobody(house: House) {
    let mut server = house.start_with(&["--grace", "3600"]);
    stock(&house.vendor(&server));
    release(&house.vendor(&server));
    let _stuck = upload(&house, &server, 2 << 20);

    server.is_told_to_stop();
    server.program.terminate();
    server.ends_well();
}

#[both_engines]
async fn a_job_under_way_ends_and_the_next_waits_for_the_next_start(house: House) {
    let mut server = house.start();
    let vendor = house.vendor(&server);
    stock(&vendor);
    (0..2).for_each(|_| house.mail.next(Step::KeepAndWait));
    done(vendor.post("/api/v1/orders", &order("PO-1", "Bygg", "maja@bygg.example", 1)), 201);
    house.come(2).await;
    let second = order("PO-2", "Hus", "elin@hus.example", 1).to_string();
    let head = "POST /api/v1/orders HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer";
    let head = format!("{head} {}", house.key());
    let mut slow = Slow::begin(&server.url, &head, second.len());

    server.is_told_to_stop();
    slow.send(second.as_bytes());
    assert_eq!(slow.head()[0], "HTTP/1.1 201 Created");
    house.mail.go_on();
    house.mail.go_on();
    server.ends_well();
    let found = Found::in_database(&house.db()).await;
    assert_eq!((found.sent().count(), found.mails.len()), (2, 4));
    assert_eq!(house.count("SELECT COUNT(*) FROM mails WHERE status = 'queued' AND attempts = 0").await, 2);

    let _server = house.start();
    house.come(4).await;
}
