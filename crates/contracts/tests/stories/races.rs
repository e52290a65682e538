//! Orders that come at the same moment.

use crate::{
    TestApp,
    world::{order, with},
};
use axum::http::StatusCode;
use serde_json::json;
use std::sync::Arc;
use testkit::both_engines;

async fn all_at_once(app: TestApp, orders: Vec<serde_json::Value>) -> (Arc<TestApp>, Vec<StatusCode>) {
    let app = Arc::new(app);
    let running: Vec<_> = orders
        .into_iter()
        .map(|order| {
            let app = app.clone();
            tokio::spawn(async move { app.place(&app.vendor, &order).await })
        })
        .collect();
    let mut answers = vec![];
    for one in running {
        let answer = one.await.unwrap();
        assert!(answer.status.is_success(), "{}", answer.body);
        answers.push(answer.status);
    }
    answers.sort_by_key(|status| std::cmp::Reverse(status.as_u16()));
    (app, answers)
}

#[both_engines]
async fn of_equal_orders_at_once_one_is_placed_and_the_others_are_repeats(app: TestApp) {
    let (app, answers) = all_at_once(app, vec![order("PO-1"); 6]).await;
    assert_eq!(answers[0], StatusCode::CREATED);
    assert!(answers[1..].iter().all(|status| *status == StatusCode::OK), "{answers:?}");
    assert_eq!(app.count("SELECT COUNT(*) FROM contracts").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'welcome'").await, 1);
    assert_eq!(app.seats().await, [("Ritbord".into(), "Byggkonsult Öresund AB".into(), 5)]);
}

/// The customer and the contract manager are new; there is one of each afterwards, and one team.
#[both_engines]
async fn different_orders_of_a_new_customer_at_once_make_one_customer(app: TestApp) {
    let lines = json!([
        {"sku": "FASAD-NAMED", "quantity": 1, "term_months": 12},
        {"sku": "RITBORD-NAMED", "quantity": 2, "term_months": 12},
    ]);
    let orders = (0..8).map(|n| with(order(&format!("PO-{n}")), "/lines", lines.clone())).collect();
    let (app, answers) = all_at_once(app, orders).await;
    assert!(answers.iter().all(|status| *status == StatusCode::CREATED), "{answers:?}");
    assert_eq!(app.count("SELECT COUNT(*) FROM organizations").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM people WHERE email_key = 'elin@bygg.example'").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM teams").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM contracts").await, 8);
    let team = "Byggkonsult Öresund AB".to_owned();
    assert_eq!(app.seats().await, [("Fasad".into(), team.clone(), 8), ("Ritbord".into(), team, 16)]);
}

/// The customer is known, the contract manager administers no team there yet.
#[both_engines]
async fn different_orders_of_a_new_manager_at_once_make_one_team(app: TestApp) {
    app.place(&app.vendor, &order("PO-0")).await;
    let of_sara = |n| crate::world::managed_by(order(&format!("PO-{n}")), "Sara", "sara@bygg.example");
    let (app, _) = all_at_once(app, (1..7).map(of_sara).collect()).await;
    assert_eq!(app.count("SELECT COUNT(*) FROM teams").await, 2);
    let (elins, saras) = ("Byggkonsult Öresund AB".to_owned(), "Byggkonsult Öresund AB 2".to_owned());
    assert_eq!(app.seats().await, [("Ritbord".into(), elins, 5), ("Ritbord".into(), saras, 30)]);
}
