//! The server answers, late, twice, wrongly, or with a no.

use crate::{
    NOW, Story,
    fake_plats::{DAY, FakePlats},
    root,
};
use client::{Language, LicenseError, Refused};
use lease::{KeySet, SigningKey};
use std::{thread, time::Duration};

const LEASES: &str = "/api/v1/leases";

#[test]
fn a_lost_answer_is_asked_for_again_under_the_same_key() {
    let story = Story::new();
    let program = story.licensed();
    story.plats.state().lost.insert(LEASES.into(), 2);
    story.plats.state().idempotency_keys.clear();
    program.refresh().unwrap();
    let keys = story.plats.state().idempotency_keys.clone();
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| *key == keys[0]));
    let slept = story.slept();
    assert!(slept.len() == 2 && slept[0] >= Duration::from_millis(500) && slept[1] <= Duration::from_secs(2));
}

#[test]
fn a_lost_refresh_does_not_sign_anybody_out() {
    let story = Story::new();
    story.licensed();
    story.plats.state().lost.insert("/token".into(), 1);
    assert!(story.program().refresh().is_ok());
    assert!(story.program().refresh().is_ok(), "and the next rotation works, too");
}

#[test]
fn many_processes_share_one_session() {
    let story = Story::new();
    story.licensed();
    story.plats.state().rescues = false;
    thread::scope(|scope| {
        let programs = (0..8).map(|_| scope.spawn(|| story.program().refresh()));
        for program in programs.collect::<Vec<_>>() {
            assert!(program.join().unwrap().is_ok());
        }
    });
    assert!(story.program().refresh().is_ok());
}

#[test]
fn a_server_that_asks_for_patience_gets_it() {
    let story = Story::new();
    let program = story.licensed();
    story.plats.script(LEASES, 429, "7");
    story.plats.script(LEASES, 503, "3");
    program.refresh().unwrap();
    assert_eq!(story.slept(), [7, 3].map(Duration::from_secs));
    story.plats.script(LEASES, 503, "3600");
    let refused = program.refresh();
    assert!(matches!(refused, Err(LicenseError::ServerUnreachable(_))), "{refused:?}");
}

#[test]
fn a_forgotten_access_token_is_replaced() {
    let story = Story::new();
    let program = story.licensed();
    story.plats.state().forget_access();
    program.refresh().unwrap();
}

#[test]
fn refusals_have_codes_and_plain_words() {
    for code in
        ["no-seat", "seat-taken-back", "too-many-devices", "version-not-covered", "organization-closed"]
    {
        let story = Story::new();
        let program = story.licensed();
        story.plats.state().refusal = Some(code);
        let error = program.refresh().unwrap_err();
        assert_eq!(error.code(), code);
        for language in [Language::English, Language::Swedish] {
            assert!(error.advice(language).ends_with('.'), "{error}");
        }
    }
}

#[test]
fn a_seat_that_was_taken_back_ends_the_lease_at_the_next_check() {
    let story = Story::new();
    story.licensed();
    story.plats.state().refusal = Some("seat-taken-back");
    story.set_clock(NOW + 2 * DAY);
    assert_eq!(story.start_again(), Err(LicenseError::SeatTakenBack));
    story.go_offline();
    assert!(story.start_again().is_err(), "pulling the plug does not bring it back");
}

#[test]
fn a_session_that_was_ended_elsewhere_asks_for_a_new_sign_in() {
    let story = Story::new();
    story.licensed();
    story.plats.state().end_session();
    story.set_clock(NOW + 2 * DAY);
    assert_eq!(story.start_again(), Err(LicenseError::SessionEnded));
    assert_eq!(story.start_again(), Err(LicenseError::SignedOut));
}

#[test]
fn a_new_privacy_statement_is_asked_about() {
    let story = Story::new();
    let program = story.licensed();
    story.plats.state().refusal = Some("privacy-not-accepted");
    assert_eq!(program.refresh(), Err(LicenseError::PrivacyNotAccepted));
    assert_eq!(program.accepted_privacy(), None);
    assert!(program.status().unwrap().standing.may_work());
}

#[test]
fn nonsense_from_the_network_does_not_stop_work() {
    let story = Story::new();
    story.licensed();
    story.set_clock(NOW + 2 * DAY);
    for (status, body) in
        [(200, "<html>Welcome to Hotel</html>"), (302, "http://hotel.example"), (404, ""), (200, "{}")]
    {
        story.plats.script("/.well-known/oauth-authorization-server", status, body);
        let license = story.start_again().unwrap();
        assert!(matches!(license.note, Some(LicenseError::BadAnswer(_))), "{:?}", license.note);
    }
}

#[test]
fn keys_of_another_root_are_not_believed() {
    let story = Story::new();
    let program = story.licensed();
    let mut state = story.plats.state();
    state.keys = KeySet::new(NOW, vec![state.signer.public()]).sign(&SigningKey::from_seed([66; 32]));
    drop(state);
    assert_eq!(program.refresh(), Err(LicenseError::Unbelievable(Refused::UnknownKey)));
    assert!(program.status().unwrap().standing.may_work(), "the lease in hand stays");
}

#[test]
fn keys_rotate_and_a_withdrawn_key_stays_withdrawn() {
    let story = Story::new();
    let program = story.licensed();
    let (old_signer, old_keys) = {
        let mut state = story.plats.state();
        let next = SigningKey::from_seed([12; 32]);
        let old = (state.signer.clone(), state.keys.clone());
        state.keys = KeySet::new(NOW + DAY, vec![next.public()]).sign(&root());
        state.signer = next;
        old
    };
    program.refresh().unwrap();
    let mut state = story.plats.state();
    (state.signer, state.keys) = (old_signer, old_keys);
    drop(state);
    assert_eq!(program.refresh(), Err(LicenseError::Unbelievable(Refused::UnknownKey)));
}

#[test]
fn a_refresh_token_is_not_shown_to_another_server() {
    let story = Story::new();
    story.licensed();
    let other = FakePlats::start(root(), NOW);
    let program = story.builder().server(&other.url).build().unwrap();
    assert_eq!(program.refresh(), Err(LicenseError::SignedOut));
    assert_eq!(other.count("POST"), 0);
}
