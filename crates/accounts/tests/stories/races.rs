//! Two tabs, two nodes, one moment.

use crate::{
    TestApp,
    world::{ANOTHER, PASSWORD, new_person},
};
use accounts::Purpose;
use kernel::Actor;
use std::sync::Arc;
use testkit::{at_once, both_engines, statuses_at_once};

const ADA: &str = "ada@bygg.example";

#[both_engines]
async fn a_link_followed_in_many_tabs_lets_one_in(app: TestApp) {
    let ada = app.named("Ada", ADA).await;
    let link = app.link(Purpose::Welcome, ada).await;
    let app = Arc::new(app);
    let statuses = statuses_at_once(&app, 6, |app, _| {
        let link = link.clone();
        async move { app.browser().post(&link, &[("password", PASSWORD)]).await }
    })
    .await;
    assert_eq!(statuses, [303, 410, 410, 410, 410, 410]);
    assert_eq!(app.open_sessions().await, 1);
}

#[both_engines]
async fn links_made_at_the_same_moment_leave_one_that_works(app: TestApp) {
    app.known("Ada", ADA).await;
    let app = Arc::new(app);
    at_once(&app, 8, |app, _| async move {
        let verb = |cx: &mut store::Command| {
            cx.quiet();
            let person = accounts::person_for(cx, &new_person("Ada", ADA))?.0;
            accounts::issue_link(cx, Purpose::Reset, person.id, None, cx.now())
        };
        app.db.command(&Actor::system("test"), verb).await.unwrap();
    })
    .await;
    assert_eq!(app.count("SELECT COUNT(*) FROM links WHERE revoked_at IS NULL").await, 1);
}

#[both_engines]
async fn named_by_many_at_once_there_is_one_person(app: TestApp) {
    let app = Arc::new(app);
    let mut people = at_once(&app, 10, |app, n| async move {
        let written = if n % 2 == 0 { ADA.to_owned() } else { ADA.to_uppercase() };
        app.named("Ada", &written).await
    })
    .await;
    people.dedup();
    assert_eq!(people.len(), 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'person.created'").await, 1);
}

/// A thief knows the old password, and signs in while Ada chooses a new one: no session of the thief outlives it.
#[both_engines]
async fn an_old_password_opens_nothing_once_there_is_a_new_one(app: TestApp) {
    let app = Arc::new(app);
    for round in 0..5 {
        let email = format!("ada{round}@bygg.example");
        let ada = app.known("Ada", &email).await;
        let link = app.link(Purpose::Reset, ada).await;
        statuses_at_once(&app, 4, |app, n| {
            let (link, email) = (link.clone(), email.clone());
            async move {
                match n {
                    0 => app.browser().post(&link, &[("password", ANOTHER)]).await,
                    _ => app.enter(&app.browser(), &email, PASSWORD).await,
                }
            }
        })
        .await;
        assert_eq!(app.open_sessions().await, round + 1);
    }
}

#[both_engines]
async fn added_from_two_tabs_olga_is_an_operator_once(app: TestApp) {
    let olle = Arc::new(app.operator().await);
    let app = Arc::new(app);
    let statuses = statuses_at_once(&app, 4, |_, _| {
        let olle = olle.clone();
        async move {
            let fields =
                [("first", "Olga"), ("last", "Ek"), ("email", "olga@nordkad.example"), ("language", "sv")];
            olle.post("/vendor/staff", &fields).await
        }
    })
    .await;
    assert_eq!(statuses, [303, 422, 422, 422]);
    assert_eq!(app.count("SELECT COUNT(*) FROM staff").await, 2);
    assert_eq!(app.mails_to("olga@nordkad.example").await.len(), 1);
}
