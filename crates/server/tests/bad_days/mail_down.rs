//! Nobody answers at the mail server for a while.

use crate::house::{House, done, order, stock};
use kernel::clock::{hours, minutes};
use std::{net::SocketAddr, time::Duration};
use testkit::{both_engines, http::Caller};

const DEFERRED: &str = "SELECT COUNT(*) FROM mails WHERE status = 'deferred'";

#[both_engines]
async fn mails_wait_out_six_hours_without_a_mail_server(mut house: House) {
    house.mail.down().await;
    let app = house.node().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let service = app.router.clone().into_make_service_with_connect_info::<SocketAddr>();
    let serving = tokio::spawn(async { axum::serve(listener, service).await });
    let vendor = Caller::nobody(&url).bearer(house.key());
    stock(&vendor);
    done(vendor.post("/api/v1/orders", &order("PO-1", "Bygg", "maja@bygg.example", 1)), 201);
    house.work(&app).await;
    assert_eq!(house.count(DEFERRED).await, 2);
    let why = house.text("SELECT answer FROM mails LIMIT 1").await.to_lowercase();
    assert!(why.contains("connection"), "{why}");
    assert!(done(vendor.get("/vendor/mails?status=deferred"), 200).text.contains("maja@bygg.example"));

    for _ in 0..12 {
        house.ground.time.wait(minutes(30));
        house.work(&app).await;
    }
    assert_eq!((house.count(DEFERRED).await, house.mail.caught().len()), (2, 0));

    house.mail.up().await;
    house.ground.time.wait(hours(2));
    house.work(&app).await;
    assert_eq!((house.count(DEFERRED).await, house.mail.caught().len()), (0, 2));
    // The way in that waited with them still leads in.
    let token = house.link("maja@bygg.example").await;
    let password = [("password", crate::house::PASSWORD)];
    done(Caller::nobody(&url).submit(&format!("/welcome/{token}"), &password), 303);
    serving.abort();
}

#[both_engines]
async fn the_program_tries_again_by_itself(mut house: House) {
    house.mail.down().await;
    let server = house.start();
    let vendor = house.vendor(&server);
    stock(&vendor);
    done(vendor.post("/api/v1/orders", &order("PO-1", "Bygg", "maja@bygg.example", 1)), 201);
    let deferred = async {
        while house.count(DEFERRED).await < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), deferred).await.expect("mails put off");
    house.mail.up().await;
    house.come(2).await;
}
