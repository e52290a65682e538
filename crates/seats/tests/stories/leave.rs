//! People leave the team Malmö with all their seats, and come back (missions B22 and S15).

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::{
    Actor, Email, Grant, GroupId, Kind, Lang, Name, PersonId, PoolId, Result, Role, Scope, TeamId,
    clock::days,
};
use organizations::Invite;
use seats::{Returned, ReturnedProduct, groups};
use serde_json::json;
use std::sync::Arc;
use store::Command;
use testkit::both_engines;

/// The PA of the team hires and fires.
async fn leave(app: &TestApp, who: &Actor, person: PersonId) -> Result<usize> {
    let team = app.team;
    app.db.command(who, move |cx| seats::leave_team(cx, team, person)).await
}

async fn bring_back(app: &TestApp, person: PersonId) -> Result<Returned> {
    let team = app.team;
    app.db.command(&app.maja, move |cx| seats::return_to_team(cx, team, person)).await
}

/// A group that brings the product, as far as seats are free.
async fn group(app: &TestApp, name: &'static str, pool: PoolId, people: &[PersonId]) -> GroupId {
    let (team, people) = (app.team, people.to_vec());
    let make = move |cx: &mut Command| {
        let group = groups::create_group(cx, team, &Name::parse("name", name).expect("a name"))?;
        groups::bring_product(cx, group.id, pool)?;
        groups::add_to_group(cx, group.id, &people)?;
        Ok(group.id)
    };
    app.db.command(&app.maja, make).await.unwrap()
}

/// They have been in, so they are told of what happens to them.
async fn have_passwords(app: &TestApp) {
    let set = |cx: &mut Command| {
        cx.quiet();
        cx.execute("UPDATE people SET password_hash = 'a hash'", &[])
    };
    app.db.command(&Actor::system("test"), set).await.unwrap();
}

fn user_of(app: &TestApp, person: PersonId) -> Actor {
    let scope = Scope::Team(app.team, app.organization);
    Actor::person(person, "bo@bygg.example", vec![Grant { role: Role::User, scope }])
}

fn names(products: &[ReturnedProduct]) -> Vec<&str> {
    products.iter().map(|one| one.product.as_str()).collect()
}

#[both_engines]
async fn who_leaves_frees_the_seats_and_who_has_waited_gets_one(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 1).await, app.pool(app.fasad, 2).await];
    let (bo, ada) = (app.user("Bo", "Ek").await, app.user("Ada", "Berg").await);
    app.assign(fasad, &[bo]).await.unwrap();
    app.assign(ritbord, &[bo]).await.unwrap();
    group(&app, "CAD", ritbord, &[ada]).await;
    assert_eq!(app.holders(ritbord).await, (vec![bo], vec![ada]));

    assert_eq!(leave(&app, &app.maja, bo).await.unwrap(), 2);
    assert_eq!(app.holders(ritbord).await, (vec![ada], vec![]));
    assert_eq!((app.see(ritbord).await.assigned, app.see(fasad).await.assigned), (1, 0));
    let audit = app.texts("SELECT action FROM audit WHERE action NOT LIKE 'mail.%' ORDER BY action").await;
    for (action, times) in [("member.removed", 1), ("seat.released", 2), ("seat.resumed", 1)] {
        assert_eq!(audit.iter().filter(|row| *row == action).count(), times, "{action} in {audit:?}");
    }
    assert_eq!(leave(&app, &app.maja, bo).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(app.assign(fasad, &[bo]).await.unwrap_err().code(), "not-a-member");
}

#[both_engines]
async fn undo_brings_role_groups_and_the_very_same_seats_back(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 3).await, app.pool(app.fasad, 3).await];
    let sara = app.member_as(app.team, Role::SecondaryAdmin, "Sara", "Ek").await;
    group(&app, "CAD", ritbord, &[sara]).await;
    app.assign(fasad, &[sara]).await.unwrap();
    let what = "SELECT id || ' ' || CAST(assigned_at AS TEXT) || ' ' || CAST(direct AS TEXT) FROM assignments ORDER BY id";
    let before = app.texts(what).await;
    let mails = app.count("SELECT COUNT(*) FROM mails").await;

    leave(&app, &app.maja, sara).await.unwrap();
    assert!(app.texts(what).await.is_empty());
    assert_eq!(app.count("SELECT people FROM groups").await, 0);
    app.wait(days(29));
    let returned = bring_back(&app, sara).await.unwrap();
    assert_eq!((names(&returned.products), names(&returned.missing)), (vec!["Fasad", "Ritbord"], vec![]));
    assert_eq!(app.texts(what).await, before);
    let sas = "SELECT COUNT(*) FROM memberships WHERE role = 'secondary_admin'";
    assert_eq!(app.count(sas).await, 1);
    assert_eq!(app.count("SELECT people FROM groups").await, 1);
    assert_eq!(
        app.count("SELECT COUNT(*) FROM mails").await,
        mails + 1,
        "the way in alone, for she had not been in"
    );
    assert_eq!(app.count("SELECT COUNT(*) FROM released_assignments").await, 0);
    assert_eq!(bring_back(&app, sara).await.unwrap_err().code(), "already-member");
}

#[both_engines]
async fn a_seat_that_went_to_somebody_else_is_told_as_missing(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 1).await, app.pool(app.fasad, 1).await];
    let [bo, ada] = app.users::<2>().await;
    for pool in [ritbord, fasad] {
        app.assign(pool, &[bo]).await.unwrap();
    }
    leave(&app, &app.maja, bo).await.unwrap();
    app.assign(fasad, &[ada]).await.unwrap();
    let returned = bring_back(&app, bo).await.unwrap();
    assert_eq!((names(&returned.products), names(&returned.missing)), (vec!["Ritbord"], vec!["Fasad"]));
    assert_eq!(returned.missing[0].pool, fasad);
    assert_eq!(app.holders(fasad).await, (vec![ada], vec![]), "nobody loses a seat by it");

    // Once more, with the seat that he could not have back the first time.
    app.release(fasad, &[ada]).await.unwrap();
    app.assign(fasad, &[bo]).await.unwrap();
    leave(&app, &app.maja, bo).await.unwrap();
    assert_eq!(names(&bring_back(&app, bo).await.unwrap().products), ["Fasad", "Ritbord"]);
}

#[both_engines]
async fn what_a_group_brings_is_waited_for_when_there_is_no_seat(app: TestApp) {
    let ritbord = app.pool(app.ritbord, 1).await;
    let (bo, ada) = (app.user("Bo", "Ek").await, app.user("Ada", "Berg").await);
    group(&app, "CAD", ritbord, &[bo]).await;
    leave(&app, &app.maja, bo).await.unwrap();
    app.assign(ritbord, &[ada]).await.unwrap();
    let returned = bring_back(&app, bo).await.unwrap();
    assert_eq!((names(&returned.products), names(&returned.missing)), (vec![], vec!["Ritbord"]));
    assert_eq!(app.holders(ritbord).await, (vec![ada], vec![bo]));
}

#[both_engines]
async fn who_comes_back_has_the_rules_of_today(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 5).await, app.pool(app.fasad, 5).await];
    let [bo, ada] = app.users::<2>().await;
    let cad = group(&app, "CAD", ritbord, &[bo, ada]).await;
    app.db.command(&app.maja, move |cx| seats::set_default(cx, fasad, true)).await.unwrap();
    app.db.command_on(fasad, &app.maja, move |cx| seats::except(cx, fasad, bo)).await.unwrap();
    leave(&app, &app.maja, bo).await.unwrap();
    assert_eq!(app.count("SELECT COUNT(*) FROM seat_exceptions").await, 0);
    app.db.command(&app.maja, move |cx| groups::delete_group(cx, cad)).await.unwrap();
    let returned = bring_back(&app, bo).await.unwrap();
    assert_eq!(
        (names(&returned.products), names(&returned.missing)),
        (vec![], vec![]),
        "no group, and an exception"
    );
    let lift = move |cx: &mut Command| seats::lift_exception(cx, fasad, bo);
    assert_eq!(app.db.command_on(fasad, &app.maja, lift).await.unwrap().given, 1);
}

#[both_engines]
async fn who_waited_in_line_waits_again_and_gets_what_is_free_now(app: TestApp) {
    let ritbord = app.pool(app.ritbord, 1).await;
    let (bo, ada) = (app.user("Bo", "Ek").await, app.user("Ada", "Berg").await);
    app.assign(ritbord, &[ada]).await.unwrap();
    group(&app, "CAD", ritbord, &[bo]).await;
    leave(&app, &app.maja, bo).await.unwrap();
    let returned = bring_back(&app, bo).await.unwrap();
    assert_eq!((names(&returned.products), names(&returned.missing)), (vec![], vec![]), "he had none before");
    assert_eq!(app.holders(ritbord).await, (vec![ada], vec![bo]));

    leave(&app, &app.maja, bo).await.unwrap();
    app.pool(app.ritbord, 2).await;
    assert_eq!(names(&bring_back(&app, bo).await.unwrap().products), ["Ritbord"]);
    assert_eq!(app.see(ritbord).await.free(), 0);
}

#[both_engines]
async fn bo_leaves_by_himself_and_the_pa_stays(app: TestApp) {
    let ritbord = app.pool(app.ritbord, 2).await;
    let (bo, maja) = (app.user("Bo", "Ek").await, app.maja.person_id().unwrap());
    app.assign(ritbord, &[bo, maja]).await.unwrap();
    have_passwords(&app).await;
    assert_eq!(leave(&app, &user_of(&app, bo), bo).await.unwrap(), 1);
    let told = app.texts("SELECT to_address || ': ' || subject FROM mails WHERE kind = 'removed'").await;
    assert_eq!(told, ["bo.ek@bygg.example: Du är inte längre med i teamet Malmö hos Byggkonsult"]);
    let refused = leave(&app, &app.maja, maja).await.unwrap_err();
    assert_eq!((refused.code(), app.holders(ritbord).await.0), ("primary-admin-stays", vec![maja]));
}

#[both_engines]
async fn users_and_strangers_remove_nobody(app: TestApp) {
    let ritbord = app.pool(app.ritbord, 2).await;
    let (bo, ada) = (app.user("Bo", "Ek").await, app.user("Ada", "Berg").await);
    app.assign(ritbord, &[ada]).await.unwrap();
    let written = app.count("SELECT COUNT(*) FROM audit").await;
    assert_eq!(leave(&app, &user_of(&app, bo), ada).await.unwrap_err().kind(), Kind::Forbidden);
    assert_eq!(leave(&app, &app.eve, ada).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(leave(&app, &Actor::nobody(), ada).await.unwrap_err().kind(), Kind::SignInNeeded);
    let team = app.team;
    for (who, kind) in [(user_of(&app, bo), Kind::Forbidden), (app.eve.clone(), Kind::NotFound)] {
        let back = app.db.command(&who, move |cx| seats::return_to_team(cx, team, ada)).await;
        assert_eq!(back.unwrap_err().kind(), kind);
    }
    assert_eq!(app.holders(ritbord).await.0, [ada]);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit").await, written);
}

#[both_engines]
async fn by_json_a_member_goes_and_comes_back(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 1).await, app.pool(app.fasad, 1).await];
    let [bo, ada] = app.users::<2>().await;
    for pool in [ritbord, fasad] {
        app.assign(pool, &[bo]).await.unwrap();
    }
    let path = format!("/api/v1/teams/{}/members/{bo}", app.team);
    let ask = async |who: &Actor, method, path: &str| app.call(who, method, path, "").await;
    assert_eq!(ask(&app.eve, Method::DELETE, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ask(&user_of(&app, ada), Method::DELETE, &path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ask(&app.maja, Method::DELETE, &path).await.status, StatusCode::NO_CONTENT);
    assert_eq!(ask(&app.maja, Method::DELETE, &path).await.status, StatusCode::NOT_FOUND);
    app.assign(fasad, &[ada]).await.unwrap();

    let back = format!("{path}/return");
    assert_eq!(ask(&user_of(&app, ada), Method::POST, &back).await.status, StatusCode::FORBIDDEN);
    let returned = ask(&app.maja, Method::POST, &back).await;
    assert_eq!(returned.status, StatusCode::OK, "{}", returned.body);
    assert_eq!(
        returned.json(),
        json!({"products": [{"pool": ritbord.to_string(), "product_name": "Ritbord"}],
            "missing": [{"pool": fasad.to_string(), "product_name": "Fasad"}]})
    );
    let again = ask(&app.maja, Method::POST, &back).await;
    assert_eq!((again.status, again.json()["code"].as_str()), (StatusCode::CONFLICT, Some("already-member")));
    let never = format!("/api/v1/teams/{}/members/{}/return", app.team, app.eve.person_id().unwrap());
    assert_eq!(ask(&app.maja, Method::POST, &never).await.status, StatusCode::NOT_FOUND);
    ask(&app.maja, Method::DELETE, &path).await;
    app.wait(days(30));
    assert_eq!(ask(&app.maja, Method::POST, &back).await.json()["code"], "removed-too-long-ago");
    assert_eq!(
        ask(&user_of(&app, ada), Method::DELETE, &path.replace(&bo.to_string(), &ada.to_string()))
            .await
            .status,
        StatusCode::NO_CONTENT
    );
}

/// The seats and groups that waited for the wrong address are the right person's; nobody in the line gets them.
#[both_engines]
async fn a_corrected_invitation_takes_seats_and_groups_along(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 1).await, app.pool(app.fasad, 2).await];
    let [wrong, ada] = app.users::<2>().await;
    app.assign(fasad, &[wrong]).await.unwrap();
    group(&app, "CAD", ritbord, &[wrong]).await;
    group(&app, "Site", ritbord, &[ada]).await;
    assert_eq!(app.holders(ritbord).await, (vec![wrong], vec![ada]));

    let path = format!("/api/v1/teams/{}/invitations/{wrong}", app.team);
    let bad = json!({"email": "ada@", "first_name": "", "last_name": null}).to_string();
    assert_eq!(
        app.call(&app.maja, Method::PATCH, &path, &bad).await.json()["errors"].as_array().unwrap().len(),
        2
    );
    let ask = json!({"email": "right@bygg.example", "first_name": "Rita"}).to_string();
    let corrected = app.call(&app.maja, Method::PATCH, &path, &ask).await;
    assert_eq!(corrected.status, StatusCode::OK, "{}", corrected.body);
    assert_eq!(
        (&corrected.json()["email"], &corrected.json()["is_new"]),
        (&json!("right@bygg.example"), &json!(true))
    );
    let right: PersonId = corrected.json()["person"].as_str().unwrap().parse().unwrap();
    assert_eq!(app.holders(ritbord).await, (vec![right], vec![ada]), "she still waits");
    assert_eq!((app.holders(fasad).await.0, app.see(fasad).await.assigned), (vec![right], 1));
    assert_eq!(app.texts("SELECT CAST(people AS TEXT) FROM groups").await, ["1", "1"]);
    let mails =
        app.texts("SELECT kind FROM mails WHERE to_address = 'right@bygg.example' ORDER BY kind").await;
    assert_eq!(mails, ["invitation", "products_given"]);
    let names = "SELECT first_name || ' ' || last_name FROM people WHERE email = 'right@bygg.example'";
    assert_eq!(app.texts(names).await, ["Rita Berg000"]);
}

/// Sixteen tabs remove Ada, bring her back, invite her, and give her seats.
#[both_engines]
async fn removing_and_inviting_at_once_leaves_no_seat_and_no_member_behind(app: TestApp) {
    let [ritbord, fasad] = [app.pool(app.ritbord, 2).await, app.pool(app.fasad, 2).await];
    let (ada, bo) = (app.user("Ada", "Berg").await, app.user("Bo", "Ek").await);
    group(&app, "CAD", ritbord, &[ada, bo]).await;
    let correct_the_count =
        "UPDATE teams SET people = (SELECT COUNT(*) FROM memberships m WHERE m.team_id = teams.id)";
    app.db
        .command(&Actor::system("test"), move |cx| {
            cx.quiet();
            cx.execute(correct_the_count, &[])
        })
        .await
        .unwrap();
    let app = Arc::new(app);
    for _ in 0..4 {
        let outcomes = testkit::at_once(&app, 16, move |app, n| async move {
            let team = app.team;
            match n % 4 {
                0 => app.db.command(&app.maja, move |cx| seats::leave_team(cx, team, ada).map(|_| ())).await,
                1 => {
                    app.db
                        .command(&app.maja, move |cx| organizations::invite(cx, &ada_again(team)).map(|_| ()))
                        .await
                }
                2 => {
                    app.db
                        .command(&app.maja, move |cx| seats::return_to_team(cx, team, ada).map(|_| ()))
                        .await
                }
                _ => app.assign([ritbord, fasad][n / 4 % 2], &[ada]).await.map(|_| ()),
            }
        })
        .await;
        let known = [Kind::NotFound, Kind::Conflict];
        for refused in outcomes.into_iter().filter_map(|outcome| outcome.err()) {
            assert!(known.contains(&refused.kind()), "{refused:?}");
        }
        let stranded = "SELECT COUNT(*) FROM assignments a WHERE NOT EXISTS (
            SELECT 1 FROM memberships m WHERE m.team_id = a.team_id AND m.person_id = a.person_id)";
        assert_eq!(app.count(stranded).await, 0);
        let miscounted = "SELECT COUNT(*) FROM pools po WHERE po.assigned > po.capacity OR po.assigned <>
            (SELECT COUNT(*) FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NULL)";
        assert_eq!(app.count(miscounted).await, 0);
        let groups = "SELECT COUNT(*) FROM groups g WHERE g.people <>
            (SELECT COUNT(*) FROM group_members m WHERE m.group_id = g.id)";
        assert_eq!(app.count(groups).await, 0);
        let teams = "SELECT COUNT(*) FROM teams t WHERE t.people <>
            (SELECT COUNT(*) FROM memberships m WHERE m.team_id = t.id)";
        assert_eq!(app.count(teams).await, 0);
        let both = "SELECT COUNT(*) FROM removed_members r
            JOIN memberships m ON m.team_id = r.team_id AND m.person_id = r.person_id";
        assert_eq!(app.count(both).await, 0, "in the team, or out of it");
    }
}

fn ada_again(team: TeamId) -> Invite {
    let name = |text| Name::parse("name", text).expect("a name");
    Invite {
        team,
        email: Email::parse("email", "ada.berg@bygg.example").expect("an address"),
        first_name: name("Ada"),
        last_name: name("Berg"),
        lang: Lang::Sv,
        time_zone: "Europe/Stockholm".into(),
    }
}
