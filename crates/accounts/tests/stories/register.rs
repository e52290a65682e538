//! Somebody makes an account: one User ID, whoever else names the same address before or after (mission S3).

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD},
};
use accounts::Purpose;
use axum::http::StatusCode;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

async fn register(app: &TestApp, first: &str, email: &str) -> crate::browser::Answer {
    let fields = [("first", first), ("last", "Öberg"), ("email", email)];
    app.browser().reading("sv-SE,sv;q=0.9").post("/register", &fields).await
}

#[both_engines]
async fn a_stranger_makes_an_account(app: TestApp) {
    assert!(app.browser().get("/register").await.says("Create an account"));
    assert_eq!(register(&app, "Ada", "Ada@Bygg.example").await.location, "/mail-sent");
    let mails = app.mails_to("Ada@Bygg.example").await;
    assert_eq!((mails.len(), mails[0].subject.as_str()), (1, "Välj ditt lösenord för Nordkad"));
    let link = app.newest_link("Ada@Bygg.example").await;
    let browser = app.browser();
    assert_eq!(browser.post(&link, &[("password", PASSWORD)]).await.location, "/");
    let profile = browser.get("/profile").await;
    assert!(profile.says("value=\"Öberg\"") && profile.says("value=\"Europe/Stockholm\""));
    assert_eq!(
        app.audit().await,
        [
            "accounts.send-link person.created Ada@Bygg.example",
            "accounts.send-link person.link-sent Ada@Bygg.example",
            "nobody person.password-set Ada@Bygg.example",
            "nobody person.signed-in Ada@Bygg.example",
        ]
    );
}

#[both_engines]
async fn whom_an_order_named_before_is_the_same_person(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let welcome = app.link(Purpose::Welcome, ada).await;
    register(&app, "Adele", "ADA@BYGG.EXAMPLE").await;
    let own = app.newest_link(ADA).await;
    app.browser().post(&own, &[("password", PASSWORD)]).await;
    assert_eq!(app.count("SELECT COUNT(*) FROM people").await, 1);
    // The name by which the order knows her stays, and the welcome link is not needed any more.
    assert_eq!(app.texts("SELECT first_name FROM people").await, ["Ada"]);
    assert!(app.browser().get(&welcome).await.says("A newer link has taken its place"));
}

#[both_engines]
async fn who_has_an_account_gets_a_way_back_into_it_and_the_page_does_not_tell(app: TestApp) {
    app.known("Ada", ADA).await;
    let (known, unknown) =
        (register(&app, "Eve", ADA).await, register(&app, "Eve", "eve@bygg.example").await);
    assert_eq!((known.status, known.location, known.body), (unknown.status, unknown.location, unknown.body));
    assert_eq!(app.mails_to(ADA).await[0].subject, "Ett nytt lösenord för Nordkad");
    assert_eq!(app.texts("SELECT first_name FROM people WHERE email_key LIKE 'ada%'").await, ["Ada"]);
    app.signed_in(ADA).await;
}

#[both_engines]
async fn asked_twice_the_newest_link_works(app: TestApp) {
    register(&app, "Ada", ADA).await;
    let first = app.newest_link(ADA).await;
    register(&app, "Ada", "Ada@bygg.example").await;
    let second = app.newest_link(ADA).await;
    assert_eq!(app.browser().get(&first).await.status, StatusCode::GONE);
    assert_eq!(app.browser().post(&second, &[("password", ANOTHER)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.count("SELECT COUNT(*) FROM people").await, 1);
}

#[both_engines]
async fn what_cannot_be_read_makes_nobody(app: TestApp) {
    let made = app.made().await;
    let long = "x".repeat(1 << 19);
    let cases = [
        ["", "Berg", ADA],
        ["Ada", "\u{0}", ADA],
        ["Ada\u{200b}", "Berg", ADA],
        ["Ada", &long, ADA],
        ["Ada", "Berg", "ada@bygg"],
        ["Ada", "Berg", "ада@bygg.example"],
    ];
    for [first, last, email] in cases {
        let fields = [("first", first), ("last", last), ("email", email)];
        let refused = app.browser().post("/register", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("aria-invalid"));
    }
    assert_eq!(app.made().await, made);
}
