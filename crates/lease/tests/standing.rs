//! The rule: what a lease is worth here and now.

use lease::{Circumstances, Confirmation, Lease, LeaseKind, Standing};
use proptest::prelude::*;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const ISSUED: i64 = 1_795_000_000;

fn lease() -> Lease {
    Lease {
        iss: "https://plats.example".into(),
        sub: "pairwise-1".into(),
        jti: "lse_1".into(),
        iat: ISSUED,
        nbf: ISSUED,
        exp: ISSUED + 30 * DAY,
        refresh_after: ISSUED + DAY,
        grace_until: ISSUED + 37 * DAY,
        device: "here".into(),
        cnf: Confirmation { jkt: "jkt".into() },
        product: "ritbord".into(),
        versions: "2027".into(),
        kind: LeaseKind::Named,
        entitlements: vec![],
        privacy: "1".into(),
        epoch: 0,
        seq: 0,
    }
}

fn here(now: i64) -> Circumstances<'static> {
    Circumstances { now, high_water_mark: now, device: "here", product: "ritbord", version: "2027.1" }
}

#[test]
fn the_life_of_a_lease() {
    let at = |days: i64| lease().standing(here(ISSUED + days * DAY));
    assert_eq!(at(0), Standing::Valid { days_left: 30 });
    assert_eq!(at(1), Standing::RefreshDue { days_left: 29 });
    assert_eq!(at(29), Standing::RefreshDue { days_left: 1 });
    assert_eq!(at(30), Standing::Grace { days_left: 7 });
    assert_eq!(at(37), Standing::Expired { since: ISSUED + 37 * DAY });
}

#[test]
fn an_hour_left_is_a_day_left() {
    assert_eq!(lease().standing(here(ISSUED + 30 * DAY - HOUR)).days_left(), Some(1));
}

#[test]
fn without_grace_the_end_is_the_end() {
    let strict = Lease { grace_until: 0, ..lease() };
    assert_eq!(strict.standing(here(ISSUED + 30 * DAY)), Standing::Expired { since: ISSUED + 30 * DAY });
}

#[test]
fn place_product_and_version_must_fit() {
    let at = here(ISSUED);
    assert_eq!(lease().standing(Circumstances { device: "there", ..at }), Standing::WrongDevice);
    assert_eq!(lease().standing(Circumstances { product: "other", ..at }), Standing::WrongProduct);
    assert_eq!(lease().standing(Circumstances { version: "2028.0", ..at }), Standing::VersionNotCovered);
}

#[test]
fn a_day_backwards_is_tolerated_more_is_a_doubt() {
    let seen = |mark: i64, now: i64| {
        lease().standing(Circumstances { high_water_mark: ISSUED + mark, ..here(ISSUED + now) })
    };
    assert_eq!(seen(12 * HOUR, 0), Standing::Valid { days_left: 30 });
    assert_eq!(seen(10 * DAY, 9 * DAY), Standing::RefreshDue { days_left: 20 });
    assert_eq!(seen(10 * DAY, 9 * DAY - 1), Standing::ClockSetBack { days_left: 27 });
    assert!(seen(10 * DAY, 0).may_work(), "a doubt is no brick");
}

#[test]
fn setting_the_clock_back_does_not_revive_a_lease() {
    let back = Circumstances { high_water_mark: ISSUED + 40 * DAY, ..here(ISSUED + DAY) };
    assert_eq!(lease().standing(back), Standing::Expired { since: ISSUED + 37 * DAY });
}

#[test]
fn five_minutes_before_the_issue_are_tolerated() {
    let early =
        |seconds: i64| lease().standing(Circumstances { high_water_mark: 0, ..here(ISSUED - seconds) });
    assert_eq!(early(5 * 60), Standing::Valid { days_left: 30 });
    assert_eq!(early(5 * 60 + 1), Standing::ClockSetBack { days_left: 37 });
}

#[test]
fn a_lease_for_tomorrow_waits() {
    let tomorrow = Lease { nbf: ISSUED + DAY, ..lease() };
    assert_eq!(tomorrow.standing(here(ISSUED)), Standing::NotYet { from: ISSUED + DAY });
    assert!(tomorrow.standing(here(ISSUED + DAY)).may_work());
}

proptest! {
    /// Total: any numbers, no overflow, and nobody works past the end by turning the clock.
    #[test]
    fn no_clock_helps_past_the_end(now in any::<i64>(), mark in any::<i64>(), exp in any::<i64>()) {
        let odd = Lease { exp, grace_until: exp, ..lease() };
        let standing = odd.standing(Circumstances { high_water_mark: mark, ..here(now) });
        if now.max(mark) >= exp {
            prop_assert!(!standing.may_work());
        }
    }
}
