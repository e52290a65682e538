//! When seats go: who is pinned keeps the seat, then those who have had it longest; and what was shown is what happens.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::{Email, PersonId, PoolId, Timestamp, clock::minutes};
use seats::{Change, Outlook};
use std::sync::Arc;
use testkit::both_engines;
use tokio::task::JoinSet;

/// So many people, each with a seat of a pool for as many, given a minute apart.
async fn seated<const N: usize>(app: &TestApp) -> (PoolId, [PersonId; N]) {
    let (pool, people) = (app.pool(app.ritbord, N as i64).await, app.users::<N>().await);
    for person in people {
        app.assign(pool, &[person]).await.unwrap();
        app.wait(minutes(1));
    }
    (pool, people)
}

async fn outlook(app: &TestApp, pool: PoolId, changes: &[(u64, i64)]) -> Outlook {
    let now = app.db.now();
    let at = |(minute, seats): &(u64, i64)| Change { at: now.plus(minutes(*minute)), seats: *seats };
    let changes: Vec<_> = changes.iter().map(at).collect();
    app.read(&app.maja, move |cx| seats::outlook(cx, pool, &changes)).await.unwrap()
}

fn losers(outlook: &Outlook) -> Vec<PersonId> {
    outlook.losers().map(|(_, holder)| holder.person).collect()
}

#[both_engines]
async fn the_pinned_keep_the_seat_in_the_order_of_pinning(app: TestApp) {
    let (pool, [ada, bob, cia, dan]) = seated::<4>(&app).await;
    app.pin(pool, dan).await.unwrap();
    app.wait(minutes(1));
    app.pin(pool, cia).await.unwrap();

    app.pool(app.ritbord, 3).await;
    assert_eq!(app.holders(pool).await.1, [bob], "the last of those who are not pinned");
    app.pool(app.ritbord, 1).await;
    assert_eq!(
        app.holders(pool).await,
        (vec![dan], vec![ada, bob, cia]),
        "the first pinned is the last to lose it"
    );
    // They come back in the same order.
    app.pool(app.ritbord, 2).await;
    assert_eq!(app.holders(pool).await.0, [cia, dan]);
    app.unpin(pool, cia).await.unwrap();
    app.pool(app.ritbord, 1).await;
    app.pool(app.ritbord, 2).await;
    assert_eq!(app.holders(pool).await.0, [ada, dan], "without the pin the longest assigned is first");
    let pins = "SELECT COUNT(*) FROM audit WHERE action IN ('seat.pinned', 'seat.unpinned')";
    assert_eq!(app.count(pins).await, 3);
}

#[both_engines]
async fn who_waits_and_is_pinned_is_the_next_and_takes_nobodys_seat(app: TestApp) {
    let (pool, [ada, bob, cia]) = seated::<3>(&app).await;
    app.pool(app.ritbord, 1).await;
    app.pin(pool, cia).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![ada], vec![bob, cia]));
    app.release(pool, &[ada]).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![cia], vec![bob]));
}

/// Falls, a rise in between, and two changes at one moment that are none.
#[both_engines]
async fn what_was_shown_is_what_happens(app: TestApp) {
    let (pool, people) = seated::<8>(&app).await;
    for at in [6, 2] {
        app.pin(pool, people[at]).await.unwrap();
        app.wait(minutes(1));
    }
    app.pool(app.ritbord, 7).await;
    app.pin(pool, people[7]).await.unwrap();

    let shown = outlook(&app, pool, &[(5, -4), (1, -2), (3, 3), (2, -7), (2, 7), (9, -9)]).await;
    let turns: Vec<_> = shown.turns.iter().map(|turn| (turn.capacity, turn.lose, turn.regain)).collect();
    assert_eq!(turns, [(5, 2, 0), (8, 0, 3), (4, 4, 0), (0, 4, 0)]);
    for turn in &shown.turns {
        let before = app.holders(pool).await.0;
        app.pool(app.ritbord, turn.capacity).await;
        let after = app.holders(pool).await;
        let mut lost: Vec<_> = before.into_iter().filter(|person| after.1.contains(person)).collect();
        let mut said: Vec<_> = turn.people.iter().map(|holder| holder.person).collect();
        lost.sort();
        said.sort();
        assert_eq!((lost, after.1.len() as i64), (said, turn.waiting), "{turn:?}");
        app.wait(minutes(1));
    }
}

#[both_engines]
async fn a_pool_to_which_nothing_happens_has_nothing_to_show(app: TestApp) {
    let (pool, _) = seated::<2>(&app).await;
    assert!(outlook(&app, pool, &[]).await.turns.is_empty());
    assert!(outlook(&app, pool, &[(1, 5), (1, -5)]).await.turns.is_empty());
    let seen = app.read(&app.eve, move |cx| seats::outlook(cx, pool, &[])).await;
    assert_eq!(seen.unwrap_err().kind(), kernel::Kind::NotFound);
}

#[both_engines]
async fn a_pin_comes_back_with_the_seat(app: TestApp) {
    let (pool, [ada, bob, cia]) = seated::<3>(&app).await;
    app.pin(pool, cia).await.unwrap();
    let released = app.release(pool, &[cia]).await.unwrap().release;
    let undo = move |cx: &mut store::Command| seats::restore_seats(cx, pool, released);
    app.db.command_on(pool, &app.maja, undo).await.unwrap();
    assert_eq!(losers(&outlook(&app, pool, &[(1, -2)]).await), [bob, ada]);

    let team = app.team;
    app.db.command(&app.maja, move |cx| seats::leave_team(cx, team, cia)).await.unwrap();
    app.db.command(&app.maja, move |cx| seats::return_to_team(cx, team, cia)).await.unwrap();
    assert_eq!(losers(&outlook(&app, pool, &[(1, -2)]).await), [bob, ada]);

    // Taken back for good, it is gone: who gets the seat anew stands at the end.
    app.release(pool, &[cia]).await.unwrap();
    app.assign(pool, &[cia]).await.unwrap();
    assert_eq!(losers(&outlook(&app, pool, &[(1, -2)]).await), [cia, bob]);
    assert_eq!(app.pin(pool, app.maja.person_id().unwrap()).await.unwrap_err().code(), "not-assigned");
}

#[both_engines]
async fn a_corrected_invitation_keeps_the_pin(app: TestApp) {
    let (pool, [ada, bob]) = seated::<2>(&app).await;
    app.pin(pool, bob).await.unwrap();
    let correction = organizations::Correction {
        team: app.team,
        person: bob,
        email: Email::parse("email", "right@bygg.example").unwrap(),
        first_name: None,
        last_name: None,
    };
    let correct = move |cx: &mut store::Command| seats::correct_invitation(cx, &correction);
    app.db.command(&app.maja, correct).await.unwrap();
    assert_eq!(losers(&outlook(&app, pool, &[(1, -1)]).await), [ada]);
}

/// Whoever wins, the counts are right, and nobody who was pinned before the seats went has lost one to somebody unpinned.
#[both_engines]
async fn pins_while_seats_come_and_go_keep_the_count_and_the_order(app: TestApp) {
    let (pool, people) = seated::<8>(&app).await;
    app.pin(pool, people[7]).await.unwrap();
    app.wait(minutes(1));
    let (app, mut running) = (Arc::new(app), JoinSet::new());
    for at in 0..24 {
        let app = app.clone();
        running.spawn(async move {
            match at % 4 {
                0 => {
                    app.pool(app.ritbord, 1 + (at as i64 * 5) % 8).await;
                }
                1 => drop(app.unpin(pool, people[at % 7]).await.expect("a pin taken out")),
                _ => app.pin(pool, people[at % 7]).await.expect("a pin"),
            }
        });
    }
    running.join_all().await;
    app.pool(app.ritbord, 1).await;
    assert_eq!(app.holders(pool).await.0, [people[7]], "the first pinned");
    let wrong = "SELECT COUNT(*) FROM pools po WHERE po.assigned <>
        (SELECT COUNT(*) FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NULL)";
    assert_eq!(app.count(wrong).await, 0);
}

#[both_engines]
async fn maja_pins_ada_in_the_browser_and_undoes_it(app: TestApp) {
    let (pool, [ada, bob]) = seated::<2>(&app).await;
    let page = seats::paths::pool(app.team, pool);
    let shown = app.visit(&app.maja, &page, None).await.body;
    assert!(shown.contains(&seats::paths::pin(app.team, pool, ada)) && shown.contains("/outlook"), "{shown}");
    let pinned = app.visit(&app.maja, &seats::paths::pin(app.team, pool, bob), Some(&[])).await;
    assert_eq!((pinned.status, pinned.location.as_str()), (StatusCode::SEE_OTHER, page.as_str()));
    assert_eq!(pinned.undo, seats::paths::unpin(app.team, pool, bob));
    assert!(app.visit(&app.maja, &page, None).await.body.contains(&pinned.undo));
    let own = app.visit(&app.maja, &seats::paths::by_user(app.team, bob), None).await.body;
    assert!(own.contains("Fäst"), "{own}");

    app.wait(minutes(1));
    app.pin(pool, ada).await.unwrap();
    let gone = app.visit(&app.maja, &pinned.undo, Some(&[])).await;
    assert_eq!(losers(&outlook(&app, pool, &[(1, -1)]).await), [bob]);
    // Undo puts the pin back where it was: before Ada's.
    let back = app.visit(&app.maja, &gone.undo, Some(&[])).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", gone.undo);
    assert_eq!(losers(&outlook(&app, pool, &[(1, -1)]).await), [ada]);
    let twice = app.visit(&app.maja, &gone.undo, Some(&[])).await;
    assert_eq!(twice.status, StatusCode::SEE_OTHER, "pinned already: nothing changes");
}

/// Nobody gets to the front by a moment that lies ahead or behind all others out of thin air: it is bounded by now.
#[both_engines]
async fn a_pin_of_the_future_is_one_of_now(app: TestApp) {
    let (pool, [ada, bob]) = seated::<2>(&app).await;
    let ahead = Timestamp::from_millis(i64::MAX);
    let pin = move |cx: &mut store::Command| seats::pin_seat(cx, pool, ada, Some(ahead));
    app.db.command_on(pool, &app.maja, pin).await.unwrap();
    app.wait(minutes(1));
    app.pin(pool, bob).await.unwrap();
    assert_eq!(losers(&outlook(&app, pool, &[(1, -1)]).await), [bob]);
}

#[both_engines]
async fn a_program_pins_and_unpins(app: TestApp) {
    let (pool, [ada, bob]) = seated::<2>(&app).await;
    let pin = format!("/api/v1/pools/{pool}/pins/{bob}");
    for _ in 0..2 {
        assert_eq!(app.call(&app.maja, Method::PUT, &pin, "").await.status, StatusCode::NO_CONTENT);
    }
    let list =
        app.call(&app.maja, Method::GET, &format!("/api/v1/pools/{pool}/assignments"), "").await.json();
    assert!(
        list["items"][1]["pinned_at"].is_string() && list["items"][0].get("pinned_at").is_none(),
        "{list}"
    );
    assert_eq!(losers(&outlook(&app, pool, &[(1, -1)]).await), [ada]);
    for _ in 0..2 {
        assert_eq!(app.call(&app.maja, Method::DELETE, &pin, "").await.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(losers(&outlook(&app, pool, &[(1, -1)]).await), [bob]);
    assert_eq!(app.call(&app.eve, Method::PUT, &pin, "").await.status, StatusCode::NOT_FOUND);
}
