//! Signing in, in the browser and with a code.

use crate::{Story, fake_plats::get};
use client::LicenseError;
use std::{thread, time::Duration};

#[test]
fn a_first_start_from_privacy_to_license() {
    let story = Story::new();
    let program = story.program();
    assert_eq!(program.start(), Err(LicenseError::SignedOut));

    let statement = program.privacy_statement("sv").unwrap().unwrap();
    assert_eq!((statement.version.as_str(), statement.language.as_str()), ("2026-10", "sv"));
    assert_eq!(program.device_facts().name, None, "the host name waits for the yes");
    program.accept_privacy(&statement.version).unwrap();

    story.sign_in(&program).unwrap();
    let license = program.start().unwrap();
    assert_eq!(license.holder.as_deref(), Some("Maja Lindqvist"));
    assert_eq!(license.standing.days_left(), Some(30));
    assert!(license.allows("export") && !license.allows("import"));
    assert_eq!(license.warning(client::Language::English), None);
    assert_eq!(story.plats.state().last_request["privacy"], "2026-10");
}

/// The device keeps its name for itself; and once there is a statement, the person is asked.
#[test]
fn a_product_without_a_privacy_statement_starts_without_a_question() {
    let story = Story::new();
    story.plats.state().has_statement = false;
    let program = story.program();
    assert!(program.privacy_statement("sv").unwrap().is_none());
    story.sign_in(&program).unwrap();
    program.obtain().unwrap();
    let asked = story.plats.state().last_request.clone();
    assert_eq!((&asked["privacy"], asked["device"].get("name")), (&"".into(), None));

    story.plats.state().has_statement = true;
    story.plats.state().refusal = Some("privacy-not-accepted");
    assert_eq!(program.refresh(), Err(LicenseError::PrivacyNotAccepted));
    assert_eq!(program.accepted_privacy(), None);
    assert_eq!(program.privacy_statement("sv").unwrap().unwrap().version, "2026-10");
}

#[test]
fn without_a_yes_to_the_privacy_statement_no_lease_is_asked_for() {
    let story = Story::new();
    let program = story.program();
    story.sign_in(&program).unwrap();
    assert_eq!(program.obtain(), Err(LicenseError::PrivacyNotAccepted));
    assert_eq!(story.plats.count("POST /api/v1/leases"), 0);
}

#[test]
fn an_answer_of_another_issuer_is_refused() {
    let story = Story::new();
    let program = story.program();
    let other =
        story.sign_in_tampered(&program, |url| url.replace("&iss=", "&iss=https%3A%2F%2Fevil.example&was="));
    assert!(matches!(other, Err(LicenseError::BadAnswer(_))), "{other:?}");
    let missing = story.sign_in_tampered(&program, |url| url.replace("&iss=", "&was="));
    assert!(matches!(missing, Err(LicenseError::BadAnswer(_))), "{missing:?}");
    assert_eq!(story.plats.count("POST /token"), 0);
}

#[test]
fn a_foreign_page_cannot_break_the_wait() {
    let story = Story::new();
    let program = story.program();
    let plats = story.plats.clone();
    let through = program.sign_in_through(|url| {
        let url = url.to_owned();
        thread::spawn(move || {
            plats.browse(&url, |redirect| {
                let (callback, _) = redirect.split_once('?').unwrap();
                assert!(get(&format!("{callback}?code=evil&state=guessed")).starts_with("HTTP/1.1 404"));
                assert!(get(&callback.replace("/callback", "/favicon.ico")).starts_with("HTTP/1.1 404"));
                redirect
            });
        });
        Ok(())
    });
    through.unwrap();
}

#[test]
fn a_person_who_says_no_is_heard() {
    let story = Story::new();
    let program = story.program();
    let said = story.sign_in_tampered(&program, |url| url.replace("?code=", "?error=access_denied&was="));
    assert_eq!(said, Err(LicenseError::SignInDeclined));
}

#[test]
fn nobody_comes_back() {
    let story = Story::new();
    let program = story.builder().sign_in_timeout(Duration::from_millis(100)).build().unwrap();
    assert_eq!(program.sign_in_through(|_| Ok(())), Err(LicenseError::SignInTimedOut));
}

#[test]
fn a_code_is_sent_once_even_if_the_answer_is_lost() {
    let story = Story::new();
    let program = story.program();
    story.plats.state().lost.insert("/token".into(), 1);
    let lost = story.sign_in(&program);
    assert!(matches!(lost, Err(LicenseError::ServerUnreachable(_))), "{lost:?}");
    assert_eq!(story.plats.count("POST /token"), 1);
}

#[test]
fn a_server_that_calls_itself_something_else_is_refused() {
    let story = Story::new();
    story.plats.state().issuer = Some("https://evil.example".into());
    let refused = story.program().sign_in_through(|_| panic!("no browser is opened"));
    assert!(matches!(refused, Err(LicenseError::BadAnswer(_))), "{refused:?}");
}

#[test]
fn a_code_on_another_device() {
    let story = Story::new();
    let program = story.program();
    for error in ["authorization_pending", "slow_down", "authorization_pending"] {
        story.plats.script("/token", 400, &format!(r#"{{"error":"{error}"}}"#));
    }
    let mut shown = None;
    program.sign_in_with_device_code(|code| shown = Some(code.clone())).unwrap();
    let shown = shown.unwrap();
    assert_eq!(shown.code, "BCDF-GHJK");
    assert!(shown.url_with_code.unwrap().ends_with("user_code=BCDF-GHJK"));
    assert_eq!(story.slept(), [5, 5, 10, 10].map(Duration::from_secs));
    assert_eq!(program.holder().as_deref(), Some("Maja Lindqvist"));
}

#[test]
fn a_code_that_is_declined_or_forgotten() {
    let story = Story::new();
    let program = story.program();
    story.plats.script("/token", 400, r#"{"error":"access_denied"}"#);
    assert_eq!(program.sign_in_with_device_code(|_| ()), Err(LicenseError::SignInDeclined));
    story.plats.script("/token", 400, r#"{"error":"expired_token"}"#);
    assert_eq!(program.sign_in_with_device_code(|_| ()), Err(LicenseError::SignInTimedOut));
    for _ in 0..200 {
        story.plats.script("/token", 400, r#"{"error":"authorization_pending"}"#);
    }
    assert_eq!(program.sign_in_with_device_code(|_| ()), Err(LicenseError::SignInTimedOut));
}

#[test]
fn a_sign_out_reaches_the_server() {
    let story = Story::new();
    let program = story.licensed();
    assert_eq!(program.sign_out(), Ok(client::SignedOut::Everywhere));
    assert_eq!(story.plats.count("DELETE /api/v1/leases/lse_1"), 1);
    assert_eq!(story.plats.count("POST /revoke"), 1);
    assert_eq!(story.start_again(), Err(LicenseError::SignedOut));
    assert!(!story.file("session.json").exists() && !story.file("lease.jws").exists());
}

#[test]
fn a_sign_out_without_network_is_a_sign_out_here() {
    let story = Story::new();
    let program = story.licensed();
    story.go_offline();
    assert_eq!(program.sign_out(), Ok(client::SignedOut::HereOnly));
    assert_eq!(story.start_again(), Err(LicenseError::SignedOut));
}
