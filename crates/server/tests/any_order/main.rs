//! Any order of events (mission S3). In the guide that Plats comes from, a person who makes an account before the
//! welcome mail loses the link to the license. Here whatever happens first, it ends in the same linked state.

#![expect(clippy::unwrap_used, reason = "a story that breaks off says where it did")]

mod ends;
mod orders;
mod steps;
mod world;

use kernel::Secret;
use orders::{every_order, moments};
use testkit::{Engine, both_engines};
use world::World;

/// So many people live through their days side by side; each has an order of events of their own.
const AT_ONCE: usize = 105;

async fn live_through(world: &World, days: Vec<orders::Day>) {
    for (at, days) in days.chunks(AT_ONCE).enumerate() {
        let people = steps::live(world, at * AT_ONCE, days).await;
        for person in &people {
            ends::check(world, person).await;
        }
    }
    ends::check_all(world, days.len()).await;
}

/// Register, choose a password, order, follow the welcome, invite, accept, reset: every order of these seven. Those in
/// which something comes between asking for a reset and following it are many more and add little: each ninth of them.
#[test]
fn every_order_of_the_events_ends_alike() {
    testkit::run(Engine::Sqlite, |world: World| async move {
        let (mut days, others): (Vec<_>, Vec<_>) =
            every_order().into_iter().partition(orders::resets_in_one_go);
        assert_eq!((days.len(), others.len()), (630, 1890));
        days.extend(others.into_iter().step_by(9));
        live_through(&world, days).await;
    });
}

#[test]
fn so_it_does_on_postgres() {
    testkit::run(Engine::Postgres, |world: World| async move {
        // No divisor of what repeats in the list.
        live_through(&world, every_order().into_iter().step_by(53).collect()).await;
    });
}

/// Several events in the same moment: two tabs, two nodes, a vendor, an admin and the person herself.
#[both_engines]
async fn events_of_the_same_moment_end_alike(world: World) {
    live_through(&world, (0..81).map(moments).collect()).await;
}

/// All at once, over and over.
#[both_engines]
async fn everything_at_once_ends_alike(world: World) {
    let day = orders::all_asked_then_all_followed();
    live_through(&world, vec![day; 40]).await;
}

/// The setting knows the token of no link but by its mail.
#[both_engines]
async fn no_token_lies_around(world: World) {
    live_through(&world, vec![orders::all_asked_then_all_followed()]).await;
    let kept = world.texts("SELECT text || html || COALESCE(secret, '') FROM mails").await;
    assert!(kept.iter().all(|text| !text.contains("plats_link_")));
    let hashes = world.texts("SELECT token_hash FROM links").await;
    assert!(hashes.iter().all(|hash| hash.len() == Secret::new("").hash().len()));
}
