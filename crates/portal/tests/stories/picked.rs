//! Several people at once: picked by their boxes, or all that a filter finds.

use crate::{TestApp, world::Answer};
use axum::http::StatusCode;
use kernel::{PersonId, Role};
use testkit::both_engines;

fn users(app: &TestApp) -> String {
    format!("/manage/teams/{}/users", app.team)
}

fn picked(app: &TestApp, query: &str) -> String {
    format!("{}/picked?{query}", users(app))
}

fn boxes(people: &[PersonId]) -> String {
    people.iter().map(|person| format!("&person={person}")).collect()
}

async fn go(app: &TestApp, fields: &[(&str, &str)]) -> Answer {
    app.submit(app.maja, &format!("{}/picked", users(app)), fields).await
}

/// The page that an act leads to, when all of it is done.
async fn done(app: &TestApp, answer: &Answer) -> Answer {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    app.work().await;
    app.see(app.maja, &answer.location).await
}

#[both_engines]
async fn a_product_goes_to_those_who_are_ticked_and_comes_back_from_them(app: TestApp) {
    let (ada, bo) = (app.user("Ada", "Berg").await, app.user("Bo", "Ek").await);
    app.user("Cia", "Dahl").await;
    let ritbord = app.product("Ritbord", "1", "feature").await;
    let pool = app.pool(ritbord, 5).await;

    let list = app.see(app.maja, &users(&app)).await;
    assert!(
        list.shows("aria-label=\"Select Ada Berg\"") && list.shows("Do something with all of them"),
        "{}",
        list.body
    );
    let page = app.see(app.maja, &picked(&app, &format!("act=assign{}", boxes(&[ada, bo])))).await;
    assert!(page.shows("Ada Berg, Bo Ek") && page.shows("Ritbord, Named user (5 free)"), "{}", page.body);
    let (pool, ada, bo) = (pool.to_string(), ada.to_string(), bo.to_string());
    let people = [("person", ada.as_str()), ("person", bo.as_str()), ("pool", pool.as_str())];
    let given = done(&app, &go(&app, &[&people[..], &[("act", "assign")]].concat()).await).await;
    assert!(given.shows("Undo") && given.shows("ada.berg@") && !given.shows("cia.dahl@"), "{}", given.body);
    let holders = format!("{}?product={pool}", users(&app));
    let seen = app.see(app.maja, &holders).await;
    assert!(seen.shows("ada.berg@") && seen.shows("bo.ek@") && !seen.shows("cia.dahl@"), "{}", seen.body);

    done(&app, &go(&app, &[&people[..], &[("act", "unassign")]].concat()).await).await;
    assert!(app.see(app.maja, &holders).await.shows("Nobody matches"));
}

#[both_engines]
async fn all_that_match_change_their_role_join_a_group_and_leave(app: TestApp) {
    for n in 0..60 {
        app.user("Ada", &format!("Berg{n:02}")).await;
    }
    app.user("Bo", "Ek").await;
    let team = app.team;
    let group = app
        .act(move |cx| {
            let cad = kernel::Name::parse("name", "CAD").expect("a name");
            seats::groups::create_group(cx, team, &cad).map(|group| group.id.to_string())
        })
        .await;
    let list = app.see(app.maja, &format!("{}?q=berg", users(&app))).await;
    let page = app.see(app.maja, &list.link("Do something with all that match")).await;
    assert!(page.shows("60 people: Ada Berg00, Ada Berg01,") && page.shows("and others"), "{}", page.body);
    let join = app.see(app.maja, &page.link("Add to a group")).await;
    assert!(
        join.shows("name=\"q\" value=\"berg\"") && join.shows("name=\"all\" value=\"1\""),
        "{}",
        join.body
    );

    let all = [("all", "1"), ("q", "berg")];
    done(&app, &go(&app, &[&all[..], &[("act", "join"), ("into", &group)]].concat()).await).await;
    done(&app, &go(&app, &[&all[..], &[("act", "role"), ("new_role", "secondary_admin")]].concat()).await)
        .await;
    let both = format!("{}?group={group}&role=secondary_admin", users(&app));
    assert!(app.see(app.maja, &both).await.shows("Next 50"));
    done(&app, &go(&app, &[&all[..], &[("act", "remove")]].concat()).await).await;
    assert!(app.see(app.maja, &both).await.shows("Nobody matches"));
    let left = app.see(app.maja, &users(&app)).await;
    assert!(left.shows("2 people in Malmö") && left.shows("bo.ek@"), "{}", left.body);
}

/// Maja stays primary admin, and nobody else is changed before she has seen why.
#[both_engines]
async fn what_cannot_be_done_for_all_is_shown_before_anything_is_done(app: TestApp) {
    app.user("Ada", "Berg").await;
    let answer = go(&app, &[("all", "1"), ("act", "remove")]).await;
    let preview = done(&app, &answer).await;
    assert!(preview.shows("maja.lindqvist@") && preview.shows("ada.berg@"), "{}", preview.body);
    assert!(app.see(app.maja, &users(&app)).await.shows("2 people in Malmö"));
}

#[both_engines]
async fn invitations_go_again_to_those_who_have_not_been_in(app: TestApp) {
    let ada = app.user("Ada", "Berg").await;
    let (cia, dan) = (app.invite("Cia", "Dahl").await, app.invite("Dan", "Ek").await);
    let ids = [ada, cia, dan].map(|person| person.to_string());
    let people: Vec<_> = ids.iter().map(|id| ("person", id.as_str())).chain([("act", "resend")]).collect();
    let sent = go(&app, &people).await;
    assert_eq!((sent.status, sent.location), (StatusCode::SEE_OTHER, users(&app)));
    let mails = app.see(app.maja, &format!("{}/{cia}/emails", users(&app))).await;
    assert_eq!(mails.body.matches("bjuder in dig").count(), 2, "{}", mails.body);
    let nobody = go(&app, &[("person", &ids[0]), ("act", "resend")]).await;
    assert_eq!(nobody.status, StatusCode::CONFLICT);
    assert!(nobody.shows("nobody waits for an invitation"), "{}", nobody.body);
}

#[both_engines]
async fn whoever_is_no_admin_picks_nobody_and_a_stranger_is_not_picked(app: TestApp) {
    let (ada, sten) = (app.user("Ada", "Berg").await, app.stranger().await);
    for person in [app.eve, sten] {
        let path = picked(&app, &format!("act=remove{}", boxes(&[ada])));
        assert_eq!(app.see(person, &path).await.status, StatusCode::NOT_FOUND);
        let fields = [("act", "remove"), ("person", &*ada.to_string())];
        let refused = app.submit(person, &format!("{}/picked", users(&app)), &fields).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.body);
    }
    let fields = [("act", "role"), ("new_role", "primary_admin"), ("person", &*ada.to_string())];
    assert_eq!(go(&app, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gone = go(&app, &[("act", "remove"), ("person", &app.eve.to_string())]).await;
    assert!(
        gone.shows("Nobody is selected") && gone.shows("Nobody of those who were selected"),
        "{}",
        gone.body
    );
    crate::world::make_admin(&app, ada, Role::SecondaryAdmin).await;
    assert_eq!(app.see(ada, &picked(&app, "act=remove&all=1")).await.status, StatusCode::OK);
}
