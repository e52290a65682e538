//! Work without the server, and clocks and files that are not what they should be.

use crate::{NOW, Story, fake_plats::DAY};
use client::{Language, LicenseError, Refused, Standing};
use std::fs;

#[test]
fn a_start_without_network_while_the_lease_holds() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    let asked = story.plats.state().seen.len();
    assert_eq!(story.start_again().unwrap().standing, Standing::Valid { days_left: 30 });
    assert_eq!(story.plats.state().seen.len(), asked, "nobody is asked before it is time");
}

#[test]
fn a_lease_that_is_due_works_on_without_network_and_says_why() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    story.set_clock(NOW + 28 * DAY);
    let license = story.start_again().unwrap();
    assert_eq!(license.standing, Standing::RefreshDue { days_left: 2 });
    assert!(matches!(license.note, Some(LicenseError::ServerUnreachable(_))));
    assert_eq!(license.warning(Language::Swedish).unwrap(), "Din licens gäller 2 dagar till utan internet.");
}

#[test]
fn the_end_comes_after_the_days_of_grace() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    story.set_clock(NOW + 31 * DAY);
    let license = story.start_again().unwrap();
    assert_eq!(license.standing, Standing::Grace { days_left: 6 });
    assert_eq!(license.until(), NOW + 37 * DAY);
    story.set_clock(NOW + 37 * DAY);
    assert_eq!(story.start_again(), Err(LicenseError::LeaseExpired));
}

#[test]
fn back_online_an_expired_lease_is_renewed() {
    let story = Story::new();
    story.licensed();
    story.set_clock(NOW + 40 * DAY);
    story.plats.state().now = NOW + 40 * DAY;
    assert_eq!(story.start_again().unwrap().standing, Standing::Valid { days_left: 30 });
}

#[test]
fn a_clock_set_back_is_noticed_and_work_goes_on() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    story.set_clock(NOW + 20 * DAY);
    story.start_again().unwrap();
    story.set_clock(NOW + 2 * DAY);
    let license = story.start_again().unwrap();
    assert_eq!(license.standing, Standing::ClockSetBack { days_left: 17 });
    assert!(license.warning(Language::English).unwrap().contains("clock"));
}

#[test]
fn a_clock_set_back_does_not_make_a_lease_longer() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    story.set_clock(NOW + 38 * DAY);
    assert_eq!(story.start_again(), Err(LicenseError::LeaseExpired));
    story.set_clock(NOW + 2 * DAY);
    assert_eq!(story.start_again(), Err(LicenseError::ClockSetBack));
}

#[test]
fn either_mark_is_enough_and_a_forged_one_counts_for_nothing() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    story.set_clock(NOW + 20 * DAY);
    story.start_again().unwrap();
    fs::write(story.file("clock"), format!(r#"{{"seen":{NOW},"mac":"{}"}}"#, "0".repeat(64))).unwrap();
    story.set_clock(NOW);
    assert_eq!(story.program().status().unwrap().standing, Standing::ClockSetBack { days_left: 17 });
}

#[test]
fn a_clock_that_was_wrong_by_years_is_healed_online() {
    let story = Story::new();
    story.licensed();
    story.set_clock(NOW + 3000 * DAY);
    assert!(story.start_again().unwrap().standing.may_work(), "just granted, the server's clock counts");
    story.set_clock(NOW + DAY);
    story.plats.state().now = NOW + DAY;
    assert!(story.start_again().unwrap().standing.may_work());
    story.go_offline();
    assert_eq!(story.start_again().unwrap().standing, Standing::Valid { days_left: 30 });
}

#[test]
fn a_damaged_lease_is_no_lease_and_is_fetched_again() {
    let story = Story::new();
    story.licensed();
    fs::write(story.file("lease.jws"), "eyJ.broken").unwrap();
    assert_eq!(story.program().status(), Err(LicenseError::Unbelievable(Refused::Malformed)));
    assert!(story.start_again().unwrap().standing.may_work());
}

#[test]
fn every_damaged_file_leads_to_an_answer() {
    for name in ["device.json", "keys.jws", "lease.jws", "session.json", "privacy.json", "clock"] {
        for content in [&b""[..], b"{}", b"\xff\xfe\x00", b"null", b"a.b.c"] {
            let story = Story::new();
            story.licensed();
            fs::write(story.file(name), content).unwrap();
            let online = story.start_again();
            let fine = online.is_ok() || online == Err(LicenseError::SignedOut);
            assert!(fine, "{name}: {online:?}");
        }
    }
}

#[test]
fn a_copied_store_does_not_work_elsewhere() {
    let story = Story::new();
    story.licensed();
    let elsewhere = story.builder().device_id("machine-2").build().unwrap();
    assert_eq!(elsewhere.status().unwrap().standing, Standing::WrongDevice);
    story.go_offline();
    assert_eq!(elsewhere.start(), Err(LicenseError::WrongDevice));
}

#[test]
fn a_newer_program_than_the_lease_covers() {
    let story = Story::new();
    story.licensed();
    story.go_offline();
    let newer = story.builder().version("2028.0").build().unwrap();
    assert_eq!(newer.start(), Err(LicenseError::VersionNotCovered));
}

#[test]
fn a_lease_is_carried_to_a_machine_without_network() {
    let story = Story::new();
    story.licensed();
    let keys = fs::read_to_string(story.file("keys.jws")).unwrap();
    let signed = fs::read_to_string(story.file("lease.jws")).unwrap();
    story.go_offline();
    for name in ["keys.jws", "lease.jws", "session.json"] {
        fs::remove_file(story.file(name)).unwrap();
    }
    let file = lease::armored("KEYS", &keys) + &lease::armored("LEASE", &signed);
    assert!(story.program().import("nothing").is_err());
    story.program().import(&file).unwrap();
    story.set_clock(NOW + 10 * DAY);
    assert!(story.start_again().unwrap().standing.may_work(), "without a session, too");
}

#[cfg(unix)]
#[test]
fn files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let story = Story::new();
    story.licensed();
    for entry in fs::read_dir(story.file("")).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.path());
    }
}

#[test]
fn wrong_settings_are_said_at_once() {
    let story = Story::new();
    let code = |builder: client::Builder| builder.build().err().map(|error| error.code().to_owned());
    assert_eq!(code(story.builder().server("http://plats.example")).as_deref(), Some("settings"));
    assert_eq!(code(story.builder().root_key("short")).as_deref(), Some("settings"));
    assert_eq!(code(story.builder().product("")).as_deref(), Some("settings"));
}
