//! An organization of many people, made from the terminal to try out.

use crate::house::{House, said};
use kernel::Actor;
use std::ffi::OsStr;
use testkit::both_engines;

#[both_engines]
async fn fifteen_hundred_people_are_made_once(house: House) {
    let seeded = house.platsd("seed", ["--people", "1500"].map(OsStr::new));
    assert!(seeded.status.success() && said(&seeded).contains("1500 people"), "{}", said(&seeded));
    let again = house.platsd("seed", ["--people", "10"].map(OsStr::new));
    assert!(!again.status.success() && said(&again).contains("organization: "), "{}", said(&again));
    let many = house.platsd("seed", ["--people", "9000000"].map(OsStr::new));
    assert!(!many.status.success() && said(&many).contains("people: "), "{}", said(&many));

    // What the rules of the rooms would have kept.
    let node = house.node().await;
    for (what, sql, count) in [
        ("members", "SELECT people FROM teams WHERE name = 'Seed'", 1500),
        ("seats", "SELECT CAST(SUM(assigned) AS BIGINT) FROM pools WHERE capacity = 1500", 3000),
        ("seats", "SELECT COUNT(*) FROM assignments WHERE suspended_at IS NULL", 3000),
        ("a primary admin", "SELECT COUNT(*) FROM memberships WHERE role = 'primary_admin'", 1),
        (
            "words",
            "SELECT COUNT(*) FROM memberships m WHERE NOT EXISTS (
                SELECT 1 FROM member_words w WHERE w.team_id = m.team_id AND w.person_id = m.person_id)",
            0,
        ),
    ] {
        let found = node.db.read(&Actor::system("test"), move |cx| cx.one::<(i64,)>(sql, &[])).await;
        assert_eq!(found.expect("a number").0, count, "{what}");
    }
}
