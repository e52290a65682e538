//! The vendor's overview, mails and organizations.

use crate::TestApp;
use axum::http::StatusCode;
use testkit::both_engines;

#[both_engines]
async fn an_operator_has_first_steps_and_then_an_overview(app: TestApp) {
    let home = app.see(app.olle, "/account").await;
    assert!(home.shows("First steps") && home.shows("href=\"/vendor/products/new\""), "{}", home.body);
    assert!(home.shows("href=\"/vendor/mails\"") && !home.shows("By user"));
    let cia = app.invite("Cia", "Dahl").await;
    app.bounce(cia).await;
    let overview = app.see(app.olle, "/vendor").await;
    assert!(overview.shows("550 no such mailbox") && overview.shows("No orders yet"), "{}", overview.body);
    assert!(app.see(app.olle, "/account").await.shows("An email did not arrive"));
}

#[both_engines]
async fn mails_are_filtered_and_a_delayed_one_is_tried_again(app: TestApp) {
    let (cia, dan) = (app.invite("Cia", "Dahl").await, app.invite("Dan", "Ek").await);
    app.bounce(cia).await;
    let mail = app
        .act(move |cx| {
            cx.quiet();
            cx.execute("UPDATE mails SET status = 'deferred' WHERE person_id = $1", &[&dan])?;
            cx.one::<(kernel::MailId,)>("SELECT id FROM mails WHERE person_id = $1", &[&dan])
        })
        .await
        .0;
    let all = app.see(app.olle, "/vendor/mails").await;
    assert!(all.shows("cia.dahl@") && all.shows("dan.ek@") && all.shows("Byggkonsult"), "{}", all.body);
    let failed = app.see(app.olle, "/vendor/mails?status=failed").await;
    assert!(failed.shows("cia.dahl@") && !failed.shows("dan.ek@"));
    let found = app.see(app.olle, "/vendor/mails?q=dan").await;
    assert!(!found.shows("cia.dahl@") && found.shows("dan.ek@"));

    let path = format!("/vendor/mails/{mail}/retry");
    assert_eq!(app.post(app.maja, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(app.olle, &path).await.location, "/vendor/mails");
    let other = app
        .act(move |cx| cx.one::<(kernel::MailId,)>("SELECT id FROM mails WHERE person_id = $1", &[&cia]))
        .await
        .0;
    assert_eq!(
        app.post(app.olle, &format!("/vendor/mails/{other}/retry")).await.status,
        StatusCode::CONFLICT
    );
}

#[both_engines]
async fn organizations_are_listed_searched_and_opened(app: TestApp) {
    for n in 0..60 {
        app.act(move |cx| {
            let name = kernel::Name::parse("name", &format!("Kund {n:02}")).unwrap();
            organizations::organization_for(cx, &format!("20{n:02}"), &name)
        })
        .await;
    }
    let first = app.see(app.olle, "/vendor/organizations").await;
    assert!(
        first.shows("Byggkonsult") && first.shows("Kund 48") && !first.shows("Kund 49"),
        "{}",
        first.body
    );
    let next = app.see(app.olle, &first.link("Next 50")).await;
    assert!(next.shows("Kund 49") && next.shows("Skissera") && !next.shows("Kund 48"));
    let back = app.see(app.olle, &next.link("Previous 50")).await;
    assert!(back.shows("Byggkonsult") && !back.shows("Kund 49"));
    let found = app.see(app.olle, "/vendor/organizations?q=1001").await;
    assert!(found.shows("Byggkonsult") && !found.shows("Skissera"));

    let one = app.see(app.olle, &format!("/vendor/organizations/{}", app.organization)).await;
    assert!(one.shows("Malmö") && one.shows("Customer number 1001"), "{}", one.body);
    for path in ["/vendor", "/vendor/mails", "/vendor/organizations"] {
        assert_eq!(app.see(app.maja, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
