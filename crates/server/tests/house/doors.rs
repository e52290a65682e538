//! Rule 8: every door is tried as nobody, as a stranger, as a member without the right, as an admin of another
//! organization, as another partner. `exceptions.txt` lists the doors that open to one of them, each with its reason.

use crate::{
    answer::Answer,
    asks::ask,
    exceptions::{self, Class},
    routes::Door,
    world::{Ask, World},
};
use testkit::both_engines;

/// Whom most doors know nothing of, or not enough.
const CALLERS: [&str; 8] = [
    "nobody",
    "unknown-token",
    "stranger",
    "user",
    "other-admin",
    "other-partner",
    "other-partner-key",
    "other-program",
];

#[both_engines]
async fn every_door_refuses_whom_it_is_not_for(mut world: World) {
    let exceptions = exceptions::read();
    for caller in CALLERS {
        for door in world.doors() {
            let class = exceptions.get(&door).copied().unwrap_or(Class::Guarded);
            if class == Class::Everyone && !door.is_get() && !world.is_on_sqlite() {
                continue; // It would open, and the day could not be begun anew.
            }
            let full = ask(&world, &door);
            let (answer, wrote) = knock(&world, caller, &door, &full).await;
            // What is for every person may be for keys and programs as well.
            if class.opens_to(caller) || class == Class::SignedIn && answer.opens() {
                assert!(
                    answer.status.as_u16() < 500,
                    "{door} as {caller}: {} {}",
                    answer.status,
                    answer.body
                );
            } else {
                refuses(caller, &door, &answer);
                assert!(!wrote, "{door} refuses {caller} and leaves something written");
                knows_no_more(&world, caller, &door, (full, &answer)).await;
                empty_handed(&world, caller, &door).await;
            }
            if class != Class::Everyone {
                tells_nothing(caller, &door, &answer);
            }
            if wrote && world.is_on_sqlite() {
                world.begin_anew().await;
            }
        }
    }
}

/// Names of things that belong together: an admin may not reach into another team by way of the own one.
#[both_engines]
async fn the_words_that_must_not_be_told_are_told_inside(world: World) {
    let orders =
        world.send(&world.card(world.proof("partner")).await, "GET", "/orders", &Ask::default()).await;
    let devices = world
        .send(&world.card(world.proof("holder")).await, "GET", "/account/devices", &Ask::default())
        .await;
    let inside = orders.body + &devices.body;
    assert_eq!(WORDS.iter().find(|word| !inside.contains(**word)), None);
}

#[both_engines]
async fn ids_of_two_organizations_do_not_fit_together(world: World) {
    let crossed = world
        .doors()
        .into_iter()
        .filter(|door| door.path.contains("{team}") && door.path.matches('{').count() > 1);
    for door in crossed {
        let mut ask = ask(&world, &door);
        ask.instead.push(("team", world.id("other team").to_owned()));
        let (answer, wrote) = knock(&world, "other-admin", &door, &ask).await;
        assert_eq!(answer.status, 404, "{door} within the own team: {}", answer.body);
        assert!(!wrote, "{door} refuses and leaves something written");
        tells_nothing("other-admin", &door, &answer);
    }
}

async fn knock(world: &World, caller: &str, door: &Door, ask: &Ask) -> (Answer, bool) {
    let card = world.card(world.proof(caller)).await;
    if door.is_get() && !world.is_on_sqlite() {
        return (world.knock(&card, door, ask).await, false);
    }
    let before = world.written().await;
    let answer = world.knock(&card, door, ask).await;
    (answer, before != world.written().await)
}

/// Outside, what is there and what is not looks the same. Whoever is not signed in is sent to sign in where something
/// is, which tells of names that can be guessed alone.
async fn knows_no_more(world: &World, caller: &str, door: &Door, (full, answer): (Ask, &Answer)) {
    let unknown = match caller {
        "user" => return,
        "nobody" | "other-program" => world.of_unknown(door, full, |id| !id.contains('_')),
        _ => world.of_unknown(door, full, |_| true),
    };
    let (unknown, wrote) = knock(world, caller, door, &unknown).await;
    let same = unknown.status == answer.status && !wrote;
    assert!(same, "{door} as {caller}: {} where it is, {} where it is not", answer.status, unknown.status);
}

/// Who may not come in at all is not told by the way in which the request was wrong.
async fn empty_handed(world: &World, caller: &str, door: &Door) {
    if door.is_get() {
        return;
    }
    let (answer, wrote) = knock(world, caller, door, &Ask::default()).await;
    let refused = answer.asks_to_sign_in || answer.status.is_client_error();
    assert!(refused && !wrote, "{door} as {caller} with empty hands: {} {}", answer.status, answer.body);
}

fn refuses(caller: &str, door: &Door, answer: &Answer) {
    let fits = match (caller, answer.status.as_u16()) {
        ("nobody", 303) => answer.asks_to_sign_in && !door.is_api(),
        (_, 401) => answer.kind == "application/problem+json" && answer.challenge.starts_with("Bearer"),
        ("user" | "other-program", 403) | (_, 404) => true,
        // The door is for people; that it does not look any further is held by `knows_no_more`.
        ("other-partner-key", 403) => true,
        _ => false,
    };
    assert!(fits, "{door} as {caller}: {} {} {}", answer.status, answer.location, answer.body);
    if door.is_api() {
        assert_eq!(answer.kind, "application/problem+json", "{door} as {caller}: {}", answer.body);
    }
}

/// What only Byggkonsult and those around it have on their pages.
const WORDS: [&str; 5] = ["Byggkonsult", "bygg.example", "PO-1", "PO-2", "MALMO-1"];

/// Nothing of Byggkonsult is in what others are shown.
fn tells_nothing(caller: &str, door: &Door, answer: &Answer) {
    let told = ["Byggkonsult", "bygg.example", "PO-1", "PO-2", "MALMO-1"]
        .iter()
        .find(|word| answer.body.contains(**word));
    assert!(caller == "user" || told.is_none(), "{door} tells {caller} of {told:?}: {}", answer.body);
}
