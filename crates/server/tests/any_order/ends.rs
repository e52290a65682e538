//! The state in which it all ends: one person, with everything that anybody gave her.

use crate::{steps::Person, world::World};
use axum::http::StatusCode;

pub async fn check(world: &World, person: &Person) {
    let day = &person.day;
    let roles = world.roles(&person.key()).await;
    let number = person.number;
    let expected = [
        format!("contract_manager NK-{number} of Bygg {number}"),
        format!("primary_admin Bygg {number} of Bygg {number}"),
        "user Lund of Skissera".to_owned(),
    ];
    assert_eq!(roles, expected, "{day:?}");

    // In whichever way she writes her address, with the password that she chose last.
    let password = person.password.as_deref().unwrap_or_else(|| panic!("no link let her in: {day:?}"));
    let entered = world.sign_in(person, number, password).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{day:?}");
    let contracts = world.see(&entered.session, "/manage/contracts").await;
    assert!(contracts.body.contains(&format!("NK-{number}")), "{day:?}");
}

/// What no single story shows: that nobody is there twice, and nothing is left open.
pub async fn check_all(world: &World, people: usize) {
    let all = people as i64;
    let count = async |sql: &'static str| world.count(sql).await;
    assert_eq!(count("SELECT COUNT(*) FROM people WHERE email_key LIKE 'elin.%'").await, all);
    assert_eq!(
        count("SELECT COUNT(*) FROM people WHERE email_key LIKE 'elin.%' AND verified_at IS NOT NULL").await,
        all
    );
    assert_eq!(count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NOT NULL").await, all);
    assert_eq!(count("SELECT COUNT(*) FROM links WHERE used_at IS NULL AND revoked_at IS NULL").await, 0);
    assert_eq!(count("SELECT COUNT(*) FROM pools WHERE capacity = 5").await, all);
    for action in ["person.created", "invitation.sent", "order.placed", "contract.made"] {
        let found = world.count_of(action).await;
        assert_eq!(found, all, "{action}");
    }
    let dead = world.texts("SELECT COALESCE(last_error, '') FROM jobs WHERE last_error IS NOT NULL").await;
    assert!(dead.is_empty(), "{dead:?}");
}
