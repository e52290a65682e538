//! Rule 8: every door is tried as nobody, as a stranger, as a member without the right, as an admin of another
//! organization, as another partner. `exceptions.txt` lists the doors that open to one of them, each with its reason.

use crate::{
    asks::ask,
    exceptions::{self, Class},
    routes::Door,
    world::{Answer, Ask, World},
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
            if class.opens_to(caller) {
                assert!(
                    answer.status.as_u16() < 500,
                    "{door} as {caller}: {} {}",
                    answer.status,
                    answer.body
                );
            } else {
                refuses(caller, &door, &answer);
                assert!(!wrote, "{door} refuses {caller} and leaves something written");
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
        _ => false,
    };
    assert!(fits, "{door} as {caller}: {} {} {}", answer.status, answer.location, answer.body);
    if door.is_api() {
        assert_eq!(answer.kind, "application/problem+json", "{door} as {caller}: {}", answer.body);
    }
}

/// Nothing of Byggkonsult is in what others are shown.
fn tells_nothing(caller: &str, door: &Door, answer: &Answer) {
    let told = ["Byggkonsult", "bygg.example", "PO-1", "PO-2", "MALMO-1"]
        .iter()
        .find(|word| answer.body.contains(**word));
    assert!(caller == "user" || told.is_none(), "{door} tells {caller} of {told:?}: {}", answer.body);
}
