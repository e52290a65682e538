//! What an order makes, and that the same order again makes nothing.

use crate::{
    TestApp,
    world::{managed_by, order, with},
};
use axum::http::{Method, StatusCode};
use serde_json::json;
use testkit::both_engines;

/// Mission S1: organization, first team, contract, and Elin's User ID; Elin is PA of that team by itself.
#[both_engines]
async fn the_first_order_makes_everything_at_once(app: TestApp) {
    let answer = app.place(&app.skissera, &order("PO-1")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    let placed = answer.json();
    assert_eq!(answer.location, format!("/api/v1/orders/{}", placed["id"].as_str().unwrap()));
    assert_eq!((&placed["number"], &placed["partner"]), (&json!("PO-1"), &json!("Skissera AB")));
    assert_eq!(placed["landing"]["kind"], "new_team");
    assert_eq!(placed["landing"]["team"]["name"], "Byggkonsult Öresund AB");
    let contract = &placed["contract"];
    assert!(contract["number"].as_str().unwrap().starts_with("N-"));
    assert_eq!(contract["contract_manager"]["email"], "elin@bygg.example");
    assert_eq!(contract["renewal_date"], "2027-11-23");
    let line = &contract["subscriptions"][0];
    assert_eq!(
        (&line["state"], &line["quantity"], &line["end"]),
        (&json!("running"), &json!(5), &json!("2027-11-23"))
    );

    assert_eq!(app.seats().await, [("Ritbord".into(), "Byggkonsult Öresund AB".into(), 5)]);
    let roles = "SELECT role FROM grants g JOIN people p ON p.id = g.person_id
                 WHERE p.email_key = 'elin@bygg.example' ORDER BY role";
    assert_eq!(app.texts(roles).await, ["contract_manager", "primary_admin"]);
    let audit = "SELECT action FROM audit WHERE actor_label = 'Skissera ERP' AND action NOT LIKE 'mail%' ORDER BY action";
    assert_eq!(
        app.texts(audit).await,
        [
            "contract.made",
            "member.added",
            "order.placed",
            "order.welcome-sent",
            "organization.founded",
            "person.created",
            "pool.capacity-changed",
            "team.founded",
        ]
    );
}

/// Mission S2: the confirmation and the welcome with the link, in Elin's language.
#[both_engines]
async fn the_contract_manager_gets_the_confirmation_and_the_way_in(app: TestApp) {
    let placed = app.place(&app.skissera, &order("PO-1")).await.json();
    let mails = app.mails_to("elin@bygg.example").await;
    assert_eq!(mails.len(), 2);
    let confirmation = mails.iter().find(|mail| mail.subject.contains("PO-1")).unwrap();
    let number = placed["contract"]["number"].as_str().unwrap();
    for fact in ["Skissera AB", number, "Ritbord, 5 platser", "23\u{a0}november 2027", "Elin Asp"] {
        assert!(confirmation.text.replace('\n', " ").contains(fact), "{fact} in {}", confirmation.text);
    }
    let welcome = mails.iter().find(|mail| mail.subject.contains("välj ditt lösenord")).unwrap();
    let link = welcome.link.as_deref().unwrap();
    assert!(link.starts_with("http://account.nordkad.example/welcome/plats_link_"), "{link}");
    assert!(welcome.text.contains("Ritbord, 5 platser i Byggkonsult Öresund AB"));
    // The link leads in: it is Elin's, and open for a day.
    let token = kernel::Secret::new(link.rsplit('/').next().unwrap());
    let look = move |cx: &mut store::Read| accounts::link::look_at_link(cx, &token);
    let found = app.db.read(&kernel::Actor::system("test"), look).await.unwrap().unwrap();
    assert_eq!(found.email_key, "elin@bygg.example");
    assert_eq!(found.expires_at, app.db.now().plus(kernel::clock::hours(24)));
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE secret IS NOT NULL").await, 0);
}

/// Mission S3: who had an account before has the contract in it, and needs no new password.
#[both_engines]
async fn who_has_a_password_is_led_to_the_account(app: TestApp) {
    app.person("Elin", "elin@bygg.example").await;
    app.choose_password("elin@bygg.example").await;
    let answer =
        app.place(&app.vendor, &with(order("PO-1"), "/contract_manager/email", "Elin@Bygg.example")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    assert_eq!(app.count("SELECT COUNT(*) FROM people WHERE email_key = 'elin@bygg.example'").await, 1);
    let mails = app.mails_to("elin@bygg.example").await;
    let welcome = mails.iter().find(|mail| !mail.subject.contains("PO-1")).unwrap();
    assert_eq!(welcome.link.as_deref(), Some("http://account.nordkad.example/"));
    assert_eq!(app.count("SELECT COUNT(*) FROM links WHERE purpose = 'welcome'").await, 0);
}

#[both_engines]
async fn the_same_order_again_changes_nothing_and_answers_the_same(app: TestApp) {
    let first = app.place(&app.vendor, &order("PO-1")).await;
    let made = app.made().await;
    // Later, in another layout, with the fields in another order.
    app.it_is("2028-02-01T10:00:00Z");
    let spaced = serde_json::to_string_pretty(&order("PO-1")).unwrap();
    let again = app.place_text(&spaced).await;
    assert_eq!((again.status, &again.body), (StatusCode::OK, &first.body));
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn other_content_under_a_used_number_is_refused(app: TestApp) {
    app.place(&app.vendor, &order("PO-1")).await;
    let made = app.made().await;
    for other in [
        with(order("PO-1"), "/lines/0/quantity", 6),
        with(order("PO-1"), "/partner", "skissera"),
        with(order("PO-1"), "/customer/name", "Byggkonsult"),
    ] {
        let answer = app.place(&app.vendor, &other).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert_eq!(answer.json()["code"], "order-number-used");
        assert_eq!(app.dry_run(&app.vendor, &other).await.status, StatusCode::CONFLICT);
    }
    assert_eq!(app.made().await, made);
}

/// Each partner counts its own orders.
#[both_engines]
async fn two_partners_may_use_the_same_number(app: TestApp) {
    for key in [&app.vendor, &app.skissera, &app.other_partner] {
        assert_eq!(app.place(key, &order("1")).await.status, StatusCode::CREATED);
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM contracts").await, 3);
    assert_eq!(app.count("SELECT COUNT(*) FROM teams").await, 1);
    assert_eq!(app.seats().await, [("Ritbord".into(), "Byggkonsult Öresund AB".into(), 15)]);
}

#[both_engines]
async fn a_partner_orders_for_itself_alone(app: TestApp) {
    let named = with(order("PO-1"), "/partner", "skissera");
    assert_eq!(app.place(&app.skissera, &named).await.status, StatusCode::CREATED);
    // Its own number left out is the same order.
    assert_eq!(app.place(&app.skissera, &order("PO-1")).await.status, StatusCode::OK);
    for foreign in ["annan", "nobody"] {
        let answer = app.place(&app.skissera, &with(order("PO-2"), "/partner", foreign)).await;
        assert_eq!(answer.refused(), ["/partner unknown"]);
    }
    let vendor = app.place(&app.vendor, &with(order("PO-3"), "/partner", "annan")).await.json();
    assert_eq!(vendor["partner"], "Annan AB");
}

#[both_engines]
async fn partners_see_their_own_orders_and_the_vendor_sees_all(app: TestApp) {
    let mine = app.place(&app.skissera, &order("PO-1")).await.json();
    app.it_is("2026-11-24T08:31:00Z");
    let direct = app.place(&app.vendor, &order("PO-2")).await.json();
    let path = |order: &serde_json::Value| format!("/api/v1/orders/{}", order["id"].as_str().unwrap());
    let status = async |key, path: &str| app.call(key, Method::GET, path, None).await.status;
    assert_eq!(status(&app.skissera, &path(&mine)).await, StatusCode::OK);
    assert_eq!(status(&app.skissera, &path(&direct)).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&app.other_partner, &path(&mine)).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&app.vendor, &path(&mine)).await, StatusCode::OK);
    let numbers = async |key, query: &str| {
        let list = app.call(key, Method::GET, &format!("/api/v1/orders{query}"), None).await.json();
        let orders = list["items"].as_array().unwrap().clone();
        (
            orders.iter().map(|o| o["number"].as_str().unwrap().to_owned()).collect::<Vec<_>>(),
            list["next"].clone(),
        )
    };
    assert_eq!(numbers(&app.vendor, "").await.0, ["PO-2", "PO-1"]);
    assert_eq!(numbers(&app.skissera, "").await.0, ["PO-1"]);
    assert!(numbers(&app.other_partner, "").await.0.is_empty());
    assert_eq!(numbers(&app.vendor, "?q=%C3%B6resund").await.0.len(), 2);
    assert_eq!(numbers(&app.vendor, "?q=%25").await.0.len(), 0);
    assert_eq!(numbers(&app.skissera, "?q=PO-2").await.0.len(), 0);
    let contract = mine["contract"]["number"].as_str().unwrap();
    assert_eq!(numbers(&app.vendor, &format!("?q={contract}")).await.0, ["PO-1"]);
    assert_eq!(numbers(&app.vendor, "?number=PO-1").await.0, ["PO-1"]);
    for other in ["?number=PO", "?number=po-1", "?number=PO-1&q=PO-2"] {
        assert!(numbers(&app.vendor, other).await.0.is_empty(), "{other}");
    }
    assert!(numbers(&app.other_partner, "?number=PO-1").await.0.is_empty());
    let (first, next) = numbers(&app.vendor, "?limit=1").await;
    assert_eq!(first, ["PO-2"]);
    let searched = app.call(&app.vendor, Method::GET, "/api/v1/orders?q=PO&limit=1", None).await;
    assert!(searched.link.starts_with("</api/v1/orders?q=PO&limit=1&cursor=ord_"), "{}", searched.link);
    let rest = numbers(&app.vendor, &format!("?limit=1&cursor={}", next.as_str().unwrap())).await;
    assert_eq!(rest, (vec!["PO-1".to_owned()], json!(null)));
}

/// The vendor sees all contracts, a partner those that were ordered from it, Elin those that she manages.
#[both_engines]
async fn contracts_are_listed_for_keys_and_people(app: TestApp) {
    let mine = app.place(&app.skissera, &with(order("PO-1"), "/contract_number", "N-ETT")).await.json();
    app.it_is("2026-11-24T08:31:00Z");
    let sara = managed_by(order("PO-2"), "Sara", "sara@bygg.example");
    let direct = app.place(&app.vendor, &with(sara, "/contract_number", "N-TVÅ")).await.json();
    let listed = |answer: &testkit::Answer| {
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let items = answer.json()["items"].as_array().unwrap().clone();
        items.iter().map(|contract| contract["number"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let path = |query: &str| format!("/api/v1/contracts{query}");
    let by = async |key, query: &str| listed(&app.call(key, Method::GET, &path(query), None).await);
    assert_eq!(by(&app.vendor, "").await, ["N-TVÅ", "N-ETT"]);
    assert_eq!(by(&app.skissera, "").await, ["N-ETT"]);
    assert!(by(&app.other_partner, "").await.is_empty());
    assert_eq!(by(&app.vendor, "?q=n-tv%C3%A5").await, ["N-TVÅ"]);
    assert_eq!(by(&app.vendor, "?q=sara@bygg").await, ["N-TVÅ"]);
    assert_eq!(by(&app.vendor, "?number=N-ETT").await, ["N-ETT"]);
    assert!(by(&app.skissera, "?q=N-TV").await.is_empty());
    assert!(by(&app.vendor, "?number=N-").await.is_empty());
    for (email, numbers) in [("elin@bygg.example", ["N-ETT"]), ("sara@bygg.example", ["N-TVÅ"])] {
        assert_eq!(listed(&app.call_as(email, Method::GET, &path(""), &json!({})).await), numbers);
    }
    assert_eq!(
        listed(&app.call_as("pia@skissera.example", Method::GET, &path(""), &json!({})).await),
        ["N-ETT"]
    );

    let first = app.call(&app.vendor, Method::GET, &path("?limit=1"), None).await;
    let whole = path(&format!("/{}", direct["contract"]["id"].as_str().unwrap()));
    let whole = app.call(&app.vendor, Method::GET, &whole, None).await;
    assert_eq!(first.json()["items"][0], whole.json(), "with its subscriptions");
    let next = first.link.split(['<', '>']).nth(1).unwrap();
    assert_eq!(listed(&app.call(&app.vendor, Method::GET, next, None).await), ["N-ETT"]);

    let id = mine["contract"]["id"].as_str().unwrap();
    let status = async |key| app.call(key, Method::GET, &path(&format!("/{id}")), None).await.status.as_u16();
    assert_eq!([status(&app.skissera).await, status(&app.other_partner).await], [200, 404]);
    assert_eq!(app.visit("", &path(""), None).await.status, StatusCode::UNAUTHORIZED);
    let wrong = app.call(&app.vendor, Method::GET, &path("?limit=x&sort=up"), None).await;
    assert_eq!(wrong.refused(), ["/sort unknown", "/limit not-a-number"]);
}

#[both_engines]
async fn nobody_and_customers_place_no_orders(app: TestApp) {
    app.place(&app.vendor, &order("PO-1")).await;
    let as_elin = app.call_as("elin@bygg.example", Method::POST, "/api/v1/orders", &order("PO-2")).await;
    assert_eq!(as_elin.status, StatusCode::NOT_FOUND);
    let wrong = kernel::Secret::new("plats_key_nothing");
    assert_eq!(app.place(&wrong, &order("PO-2")).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.visit("", "/orders/new", None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.visit("elin@bygg.example", "/orders/new", None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visit("elin@bygg.example", "/orders", None).await.status, StatusCode::NOT_FOUND);
}

/// A second contract of the same customer, with another manager: a team of her own, under a free name.
#[both_engines]
async fn another_manager_of_the_same_customer_gets_a_team_of_her_own(app: TestApp) {
    app.place(&app.vendor, &order("PO-1")).await;
    let placed = app.place(&app.vendor, &managed_by(order("PO-2"), "Sara", "sara@bygg.example")).await.json();
    assert_eq!(placed["landing"]["kind"], "new_team");
    assert_eq!(placed["landing"]["team"]["name"], "Byggkonsult Öresund AB 2");
    assert_eq!(app.count("SELECT COUNT(*) FROM organizations").await, 1);
    assert_eq!(app.count("SELECT COUNT(DISTINCT manager_id) FROM contracts").await, 2);
}

#[both_engines]
async fn a_contract_keeps_the_number_that_the_order_gives(app: TestApp) {
    let given = with(order("PO-1"), "/contract_number", "NK-40-21877");
    let placed = app.place(&app.vendor, &given).await.json();
    assert_eq!(placed["contract"]["number"], "NK-40-21877");
    let made = app.made().await;
    let taken = app.place(&app.vendor, &with(order("PO-2"), "/contract_number", "NK-40-21877")).await;
    assert_eq!(taken.refused(), ["/contract_number taken"]);
    assert_eq!(app.made().await, made);
}
