//! The same in the browser, without scripts.

use crate::TestApp;
use axum::http::StatusCode;
use kernel::{Actor, PoolId};
use testkit::both_engines;

fn path(app: &TestApp, pool: PoolId, rest: &str) -> String {
    format!("/manage/teams/{}/products/{pool}{rest}", app.team)
}

#[both_engines]
async fn maja_assigns_takes_back_and_undoes(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 2).await, app.users::<2>().await);
    let empty = app.visit(&app.maja, &path(&app, pool, ""), None).await;
    assert!(empty.body.contains("Ingen har någon plats än"), "{}", empty.body);

    let choice = app.visit(&app.maja, &path(&app, pool, "/assign"), None).await;
    assert!(
        choice.body.contains(&ada.to_string()) && choice.body.contains("2 lediga platser i teamet Malmö")
    );
    let fields = [("person", ada.to_string()), ("person", bob.to_string())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = app.visit(&app.maja, &path(&app, pool, "/assign"), Some(&fields)).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, path(&app, pool, "")));

    let list = app.visit(&app.maja, &path(&app, pool, "?q=ada+berg001"), None).await;
    assert!(list.body.contains("ada.berg001@") && !list.body.contains("ada.berg000@"));
    let taken = [("picked", bob.to_string()), ("person", ada.to_string())];
    let taken: Vec<_> = taken.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back = app.visit(&app.maja, &path(&app, pool, "/releases"), Some(&taken)).await;
    assert_eq!(app.holders(pool).await.0, [bob], "the button of a row is about that row");
    assert!(back.undo.starts_with(&path(&app, pool, "/restorations/seat_")), "{}", back.undo);
    let undone = app.visit(&app.maja, &back.undo, Some(&[])).await;
    assert_eq!((undone.status, app.holders(pool).await.0.len()), (StatusCode::SEE_OTHER, 2));
    let too_late = app.visit(&app.maja, &back.undo, Some(&[])).await;
    assert_eq!(too_late.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn a_refusal_comes_back_on_the_page_with_the_ticks(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 1).await, app.users::<2>().await);
    let nobody = app.visit(&app.maja, &path(&app, pool, "/assign"), Some(&[])).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.body.contains("Kryssa för minst en person."));

    let fields = [("person", ada.to_string()), ("person", bob.to_string())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let too_many = app.visit(&app.maja, &path(&app, pool, "/assign"), Some(&fields)).await;
    assert_eq!(too_many.status, StatusCode::CONFLICT);
    assert!(too_many.body.contains("1 saknas, så ingen fick någon"), "{}", too_many.body);
    assert!(too_many.body.contains(&format!("value=\"{ada}\" checked")), "{}", too_many.body);
}

#[both_engines]
async fn maja_gives_ada_two_products_from_her_page(app: TestApp) {
    let pools = [app.pool(app.ritbord, 1).await, app.pool(app.fasad, 1).await];
    let ada = app.user("Ada", "Berg").await;
    let page = format!("/manage/teams/{}/users/{ada}/products", app.team);
    let fields = pools.map(|pool| ("pool", pool.to_string()));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = app.visit(&app.maja, &page, Some(&fields)).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, page.as_str()));
    let seen = app.visit(&app.maja, &page, None).await;
    assert_eq!(seen.body.matches("Har plats").count(), 2, "{}", seen.body);

    assert!(seen.body.contains("/releases?next=%2Fmanage%2Fteams%2F"), "{}", seen.body);
    let release = seats::paths::releases_from(app.team, pools[0], &page);
    let back = app.visit(&app.maja, &release, Some(&[("person", &ada.to_string())])).await;
    assert_eq!(back.location, page);
    let undone = app.visit(&app.maja, &back.undo, Some(&[])).await;
    assert_eq!((undone.location, app.see(pools[0]).await.assigned), (page, 1));
    let away = format!("{}?next=https%3A%2F%2Fevil.example", path(&app, pools[0], "/releases"));
    let back = app.visit(&app.maja, &away, Some(&[("person", &ada.to_string())])).await;
    assert_eq!(back.location, path(&app, pools[0], ""), "nobody is sent away");
    app.visit(&app.maja, &back.undo, Some(&[])).await;
}

#[both_engines]
async fn every_door_is_shut_to_those_who_do_not_belong_there(app: TestApp) {
    let (pool, ada) = (app.pool(app.ritbord, 1).await, app.user("Ada", "Berg").await);
    app.assign(pool, &[ada]).await.unwrap();
    let released = app.release(pool, &[ada]).await.unwrap().release;
    let (as_ada, id) = (Actor::person(ada, "ada", vec![]), ada.to_string());
    let (person, product) = ([("person", id.as_str())], [("pool", pool.to_string())]);
    let product: Vec<_> = product.iter().map(|(name, value)| (*name, value.as_str())).collect();
    type Posted<'a> = Option<&'a [(&'a str, &'a str)]>;
    let doors: [(String, Posted<'_>); 9] = [
        (path(&app, pool, ""), None),
        (path(&app, pool, "/assign"), None),
        (path(&app, pool, "/assign"), Some(&person)),
        (path(&app, pool, "/releases"), Some(&person)),
        (path(&app, pool, &format!("/restorations/{released}")), Some(&[])),
        (path(&app, pool, &format!("/pins/{ada}")), Some(&[])),
        (path(&app, pool, &format!("/pins/{ada}/end")), Some(&[])),
        (format!("/manage/teams/{}/users/{ada}/products", app.team), None),
        (format!("/manage/teams/{}/users/{ada}/products", app.team), Some(&product)),
    ];
    for (path, fields) in doors {
        let nobody = app.visit(&Actor::nobody(), &path, fields).await;
        assert_eq!(
            (nobody.status, nobody.location.starts_with("/sign-in?")),
            (StatusCode::SEE_OTHER, true),
            "{path}"
        );
        assert_eq!(app.visit(&app.eve, &path, fields).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(app.visit(&as_ada, &path, fields).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let elsewhere = format!("/manage/teams/{}/products/{pool}", app.strangers);
    assert_eq!(app.visit(&app.maja, &elsewhere, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.see(pool).await.assigned, 0);
}

#[both_engines]
async fn a_long_list_is_read_page_by_page_and_back(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 120).await, app.users::<120>().await);
    app.assign(pool, &people).await.unwrap();
    let next = |body: &str, step: &str| {
        let at =
            body.find(&format!("?{step}=user_")).map(|at| body[at..].split('"').next().unwrap_or_default());
        at.map(str::to_owned)
    };
    let first = app.visit(&app.maja, &path(&app, pool, ""), None).await.body;
    assert!(first.contains("berg049@") && !first.contains("berg050@") && next(&first, "before").is_none());
    let second = app.visit(&app.maja, &path(&app, pool, &next(&first, "after").unwrap()), None).await.body;
    assert!(second.contains("berg050@") && second.contains("berg099@"));
    let third = app.visit(&app.maja, &path(&app, pool, &next(&second, "after").unwrap()), None).await.body;
    assert!(third.contains("berg119@") && next(&third, "after").is_none());
    let back = app.visit(&app.maja, &path(&app, pool, &next(&second, "before").unwrap()), None).await.body;
    assert!(back.contains("berg000@") && back.contains("berg049@") && !back.contains("berg050@"));
}
