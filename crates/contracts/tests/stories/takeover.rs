//! The contract manager has left, and the new primary admin applies to take over (mission S13, B1).

use crate::{
    TestApp,
    world::{managed_by, order, with},
};
use axum::http::{Method, StatusCode};
use kernel::{Role, clock::days};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::{Answer, both_engines};

pub const ELIN: &str = "elin@bygg.example";
pub const MAJA: &str = "maja@bygg.example";
pub const PIA: &str = "pia@skissera.example";
pub const OLLE: &str = "olle@nordkad.example";
/// Name and content.
type File<'a> = (&'a str, &'a [u8]);
const LETTER: File<'_> = ("Intyg.pdf", b"%PDF-1.7 Elin has left.");

/// Skissera ordered NK-1 for Elin; Maja has become primary admin of the team. The contract's id.
pub async fn bygg(app: &TestApp) -> String {
    let given = with(order("PO-1"), "/contract_number", "NK-1");
    let placed = app.place(&app.skissera, &given).await.json();
    app.member("Maja", MAJA, Role::PrimaryAdmin).await;
    placed["contract"]["id"].as_str().unwrap().to_owned()
}

pub async fn apply(app: &TestApp, who: &str, contract: &str) -> Answer {
    let path = format!("/api/v1/contracts/{contract}/takeovers");
    app.send_file(who, &path, &[("reason", "Elin left in spring.")], LETTER).await
}

/// The id of Maja's application.
pub async fn applied(app: &TestApp) -> (String, String) {
    let contract = bygg(app).await;
    let answer = apply(app, MAJA, &contract).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    (contract, answer.json()["id"].as_str().unwrap().to_owned())
}

pub async fn say(app: &TestApp, who: &str, takeover: &str, answer: &str) -> Answer {
    let path = format!("/api/v1/takeovers/{takeover}/answer");
    app.call_as(who, Method::POST, &path, &json!({"answer": answer, "note": "So be it."})).await
}

pub async fn decide(app: &TestApp, who: &str, takeover: &str, decision: &str) -> Answer {
    let path = format!("/api/v1/takeovers/{takeover}/decision");
    app.call_as(who, Method::POST, &path, &json!({"decision": decision, "note": "As the letter says."})).await
}

pub async fn state(app: &TestApp, takeover: &str) -> String {
    let answer = app.call(&app.vendor, Method::GET, &format!("/api/v1/takeovers/{takeover}"), None).await;
    answer.json()["state"].as_str().unwrap().to_owned()
}

pub async fn manager(app: &TestApp, contract: &str) -> String {
    let answer = app.call(&app.vendor, Method::GET, &format!("/api/v1/contracts/{contract}"), None).await;
    answer.json()["contract_manager"]["email"].as_str().unwrap().to_owned()
}

fn code(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.json()["code"].as_str().unwrap_or_default().to_owned())
}

#[both_engines]
async fn the_manager_is_asked_agrees_and_the_partner_grants_it(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    let mails = app.mails_to(ELIN).await;
    let asked = mails.iter().find(|mail| mail.subject == "Maja Ek vill ta över avtal NK-1").unwrap();
    let way = format!("http://account.nordkad.example/takeovers/{takeover}/answer");
    assert_eq!(asked.link.as_deref(), Some(way.as_str()));
    assert!(app.told(ELIN, "Elin left in spring.").await && app.told(ELIN, "1 december 2026").await);
    assert!(app.told(MAJA, "Your application to take over contract NK-1 has arrived").await);
    assert!(!app.told(PIA, "NK-1").await);

    // Before the manager's answer nobody decides.
    let early = decide(&app, PIA, &takeover, "grant").await;
    assert_eq!(code(&early), (409, "takeover-still-waiting".into()));

    let agreed = say(&app, ELIN, &takeover, "agree").await;
    assert_eq!((agreed.status, &agreed.json()["state"]), (StatusCode::OK, &json!("agreed")));
    assert_eq!(manager(&app, &contract).await, ELIN);
    assert!(app.told(MAJA, "Contract NK-1: your application goes on").await);
    assert!(app.told(PIA, "To decide: Maja Ek applies for contract NK-1").await);
    assert!(!app.told(OLLE, "NK-1").await);

    let granted = decide(&app, PIA, &takeover, "grant").await;
    assert_eq!((granted.status, &granted.json()["state"]), (StatusCode::OK, &json!("granted")));
    assert_eq!(granted.json()["decision_note"], "As the letter says.");
    assert_eq!(manager(&app, &contract).await, MAJA);
    assert!(app.told(MAJA, "You are now contract manager of contract NK-1").await);
    assert!(app.told(ELIN, "Avtal NK-1 har en ny avtalsansvarig").await);
    assert!(app.told(PIA, "contract NK-1 has another contract manager").await);

    // What the manager may, Maja may now, and Elin no longer; the list of orders knows both names.
    let page = format!("/manage/contracts/{contract}");
    assert_eq!(app.visit(MAJA, &page, None).await.status, StatusCode::OK);
    assert_eq!(app.visit(ELIN, &page, None).await.status, StatusCode::NOT_FOUND);
    for name in ["maja%20ek", "elin"] {
        assert!(app.visit(OLLE, &format!("/orders?q={name}"), None).await.says("PO-1"), "{name}");
    }
    let actions = app.texts("SELECT action FROM audit WHERE action LIKE 'takeover.%' OR action LIKE 'contract.m%' ORDER BY id").await;
    let expected = [
        "contract.made",
        "takeover.applied",
        "takeover.answered",
        "takeover.ended",
        "contract.manager-changed",
    ];
    assert_eq!(actions, expected);
}

#[both_engines]
async fn an_objection_ends_it_at_once(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    let objected = say(&app, ELIN, &takeover, "object").await;
    assert_eq!((objected.status, &objected.json()["state"]), (StatusCode::OK, &json!("objected")));
    assert!(app.told(MAJA, "Contract NK-1: the application has ended").await);
    assert!(app.told(MAJA, "Elin Asp has objected").await && app.told(MAJA, "So be it.").await);

    // Again the same: nothing. Another answer, a decision: refused.
    assert_eq!(say(&app, ELIN, &takeover, "object").await.status, StatusCode::OK);
    for late in [say(&app, ELIN, &takeover, "agree").await, decide(&app, PIA, &takeover, "grant").await] {
        assert_eq!(code(&late), (409, "takeover-over".into()));
    }
    app.wait(days(8));
    app.work().await;
    assert_eq!(
        (state(&app, &takeover).await, manager(&app, &contract).await),
        ("objected".into(), ELIN.into())
    );
    // Nothing is open: Maja may apply anew.
    assert_eq!(apply(&app, MAJA, &contract).await.status, StatusCode::CREATED);
}

#[both_engines]
async fn after_seven_silent_days_the_partner_decides(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    app.wait(days(5));
    assert!(app.told(ELIN, "Avtal NK-1: ditt svar före 1 december 2026").await);
    app.wait(days(2).saturating_sub(Duration::from_millis(1)));
    app.work().await;
    assert_eq!(state(&app, &takeover).await, "waiting");
    app.wait(Duration::from_millis(1));
    // At exactly seven days it is too late, also before the job has run.
    let late = say(&app, ELIN, &takeover, "object").await;
    assert_eq!(code(&late), (410, "takeover-answer-too-late".into()));
    app.work().await;
    assert_eq!(state(&app, &takeover).await, "silent");
    assert!(app.told(MAJA, "has not answered in time").await && app.told(PIA, "To decide").await);
    let late = say(&app, ELIN, &takeover, "agree").await;
    assert_eq!(code(&late), (410, "takeover-answer-too-late".into()));

    let refused = decide(&app, PIA, &takeover, "refuse").await;
    assert_eq!(refused.json()["state"], "refused");
    assert_eq!(decide(&app, PIA, &takeover, "refuse").await.status, StatusCode::OK);
    assert_eq!(code(&decide(&app, PIA, &takeover, "grant").await), (409, "takeover-over".into()));
    assert_eq!(manager(&app, &contract).await, ELIN);
    for address in [MAJA, ELIN] {
        assert!(app.told(address, "As the letter says.").await, "{address}");
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'takeover_reminder'").await, 1);
}

/// The worker sleeps; the decision need not wait for it.
#[both_engines]
async fn a_decision_after_the_time_does_not_wait_for_the_job(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    app.wait(days(7));
    assert_eq!(decide(&app, PIA, &takeover, "grant").await.json()["state"], "granted");
    app.work().await;
    assert_eq!(
        (state(&app, &takeover).await, manager(&app, &contract).await),
        ("granted".into(), MAJA.into())
    );
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'takeover.answered'").await, 1);
}

#[both_engines]
async fn without_a_partner_the_vendor_decides(app: TestApp) {
    let placed = app.place(&app.vendor, &order("PO-1")).await.json();
    app.member("Maja", MAJA, Role::PrimaryAdmin).await;
    let contract = placed["contract"]["id"].as_str().unwrap();
    let takeover = apply(&app, MAJA, contract).await.json()["id"].as_str().unwrap().to_owned();
    say(&app, ELIN, &takeover, "agree").await;
    assert!(app.told(OLLE, "To decide").await);
    assert_eq!(decide(&app, PIA, &takeover, "grant").await.status, StatusCode::NOT_FOUND);
    assert_eq!(decide(&app, OLLE, &takeover, "grant").await.status, StatusCode::OK);
    assert_eq!(manager(&app, contract).await, MAJA);
}

#[both_engines]
async fn the_applicant_may_withdraw_and_apply_again(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    let path = format!("/api/v1/takeovers/{takeover}");
    for _ in 0..2 {
        let withdrawn = app.call_as(MAJA, Method::DELETE, &path, &json!({})).await;
        assert_eq!((withdrawn.status, &withdrawn.json()["state"]), (StatusCode::OK, &json!("withdrawn")));
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'takeover.ended'").await, 1);
    assert!(app.told(ELIN, "har återtagit ansökan").await);
    assert_eq!(code(&say(&app, ELIN, &takeover, "agree").await), (409, "takeover-over".into()));
    assert_eq!(apply(&app, MAJA, &contract).await.status, StatusCode::CREATED);
}

#[both_engines]
async fn only_the_primary_admin_of_a_team_with_seats_applies(app: TestApp) {
    let contract = bygg(&app).await;
    let own = apply(&app, ELIN, &contract).await;
    assert_eq!(code(&own), (409, "already-contract-manager".into()));
    app.member("Sara", "sara@bygg.example", Role::SecondaryAdmin).await;
    app.member("Bo", "bo@bygg.example", Role::User).await;
    for (who, status) in [
        ("sara@bygg.example", StatusCode::FORBIDDEN),
        ("bo@bygg.example", StatusCode::FORBIDDEN),
        (OLLE, StatusCode::CONFLICT),
        (PIA, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(apply(&app, who, &contract).await.status, status, "{who}");
    }
    // The primary admin of a team without seats of the contract, and one of another company.
    app.person("Nils", "nils@bygg.example").await;
    app.further_team("nils@bygg.example", "Lund").await;
    let other = with(managed_by(order("PO-2"), "Eve", "eve@skiss.example"), "/customer/number", "9");
    let eves = app.place(&app.vendor, &other).await.json();
    for who in ["nils@bygg.example", "eve@skiss.example"] {
        assert_eq!(apply(&app, who, &contract).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    let eves = eves["contract"]["id"].as_str().unwrap();
    assert_eq!(apply(&app, MAJA, eves).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.count("SELECT COUNT(*) FROM takeovers").await, 0);

    // The same twice is one; another one has to wait.
    assert_eq!(apply(&app, MAJA, &contract).await.status, StatusCode::CREATED);
    assert_eq!(apply(&app, MAJA, &contract).await.status, StatusCode::OK);
    let path = format!("/api/v1/contracts/{contract}/takeovers");
    let other = app.send_file(MAJA, &path, &[("reason", "Something else.")], LETTER).await;
    assert_eq!(code(&other), (409, "takeover-open".into()));
    assert_eq!(app.count("SELECT COUNT(*) FROM takeovers").await, 1);
    // When everything has ended there is nothing to manage for the team.
    app.it_is("2027-12-01T09:00:00Z");
    app.work().await;
    assert_eq!(apply(&app, MAJA, &contract).await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn what_is_no_proof_is_refused(app: TestApp) {
    let contract = bygg(&app).await;
    let path = format!("/api/v1/contracts/{contract}/takeovers");
    let large = vec![b'x'; (10 << 20) + 1];
    let reason = [("reason", "Elin left.")];
    let long = "x".repeat(2001);
    let cases: [(&[(&str, &str)], _, &str); 7] = [
        (&reason, ("", b"".as_slice()), "document-missing"),
        (&reason, ("empty.pdf", b""), "document-missing"),
        (&reason, ("large.txt", &large), "document-too-large"),
        (&reason, ("letter.pdf", b"MZ\x90\0\x03"), "document-unknown"),
        (&[], LETTER, "invalid-fields"),
        (&[("reason", "a\u{202e}b")], LETTER, "invalid-fields"),
        (&[("reason", &long)], LETTER, "invalid-fields"),
    ];
    for (fields, file, expected) in cases {
        let refused = app.send_file(MAJA, &path, fields, file).await;
        assert_eq!(code(&refused), (422, expected.into()));
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM takeovers").await, 0);
    // What it is says the content; a name that no file can have is left away.
    let taken = app.send_file(MAJA, &path, &reason, ("..", b"\x89PNG\r\n\x1a\nrest")).await.json();
    assert_eq!(taken["document_name"], "document.png");
}

#[both_engines]
async fn the_document_is_for_those_concerned_and_never_opens_in_the_site(app: TestApp) {
    let (_, takeover) = applied(&app).await;
    app.member("Sara", "sara@bygg.example", Role::SecondaryAdmin).await;
    for path in [format!("/takeovers/{takeover}/document"), format!("/api/v1/takeovers/{takeover}/document")]
    {
        for who in [MAJA, ELIN, PIA, OLLE] {
            let document = app.visit(who, &path, None).await;
            assert_eq!((document.status, document.body.as_bytes()), (StatusCode::OK, LETTER.1), "{who}");
        }
        assert_eq!(app.visit("sara@bygg.example", &path, None).await.status, StatusCode::NOT_FOUND);
        let headers = app.headers(ELIN, &path).await;
        let header = |name: &str| headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "application/pdf");
        assert!(header("content-disposition").starts_with("attachment; filename=\"Intyg.pdf\""));
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").contains("sandbox"));
    }
    let other = format!("/api/v1/takeovers/{takeover}/document");
    assert_eq!(app.call(&app.other_partner, Method::GET, &other, None).await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn each_side_does_its_own_part_and_no_other(app: TestApp) {
    let (_, takeover) = applied(&app).await;
    assert_eq!(say(&app, MAJA, &takeover, "agree").await.status, StatusCode::FORBIDDEN);
    assert_eq!(say(&app, OLLE, &takeover, "agree").await.status, StatusCode::FORBIDDEN);
    assert_eq!(decide(&app, ELIN, &takeover, "refuse").await.status, StatusCode::FORBIDDEN);
    assert_eq!(decide(&app, MAJA, &takeover, "grant").await.status, StatusCode::FORBIDDEN);
    let path = format!("/api/v1/takeovers/{takeover}");
    assert_eq!(app.call_as(ELIN, Method::DELETE, &path, &json!({})).await.status, StatusCode::FORBIDDEN);
    let other = format!("{path}/decision");
    let grant = json!({"decision": "grant"});
    let knocked = app.call(&app.other_partner, Method::POST, &other, Some(&grant)).await;
    assert_eq!(knocked.status, StatusCode::NOT_FOUND);
    assert_eq!(state(&app, &takeover).await, "waiting");
    // A program of the partner decides as well as its people.
    say(&app, ELIN, &takeover, "agree").await;
    let by_key = app.call(&app.skissera, Method::POST, &other, Some(&grant)).await;
    assert_eq!(by_key.json()["state"], "granted");
}

#[both_engines]
async fn nobody_decides_in_an_own_matter(app: TestApp) {
    let contract = bygg(&app).await;
    // Pia of the partner is primary admin at the customer, too.
    app.member("Pia", PIA, Role::PrimaryAdmin).await;
    let takeover = apply(&app, PIA, &contract).await.json()["id"].as_str().unwrap().to_owned();
    say(&app, ELIN, &takeover, "agree").await;
    assert_eq!(decide(&app, PIA, &takeover, "grant").await.status, StatusCode::FORBIDDEN);
    assert_eq!(decide(&app, OLLE, &takeover, "grant").await.json()["state"], "granted");
}

#[both_engines]
async fn who_is_primary_admin_no_longer_does_not_get_the_role(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    say(&app, ELIN, &takeover, "agree").await;
    app.member("Sara", "sara@bygg.example", Role::PrimaryAdmin).await;
    let refused = decide(&app, PIA, &takeover, "grant").await;
    assert_eq!(code(&refused), (409, "applicant-left".into()));
    assert_eq!(manager(&app, &contract).await, ELIN);
    assert_eq!(decide(&app, PIA, &takeover, "refuse").await.json()["state"], "refused");
    assert_eq!(apply(&app, "sara@bygg.example", &contract).await.status, StatusCode::CREATED);
}

#[both_engines]
async fn lists_show_what_one_may_see(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    let ids = |answer: Answer| -> Vec<String> {
        let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item: &Value| item["id"].as_str().unwrap().to_owned()).collect()
    };
    for key in [&app.vendor, &app.skissera] {
        assert_eq!(ids(app.call(key, Method::GET, "/api/v1/takeovers", None).await), [takeover.as_str()]);
    }
    assert!(ids(app.call(&app.other_partner, Method::GET, "/api/v1/takeovers", None).await).is_empty());
    assert_eq!(app.visit(MAJA, "/api/v1/takeovers", None).await.status, StatusCode::NOT_FOUND);
    let of_contract = format!("/api/v1/contracts/{contract}/takeovers");
    for who in [MAJA, ELIN, PIA] {
        assert_eq!(ids(app.visit(who, &of_contract, None).await), [takeover.as_str()], "{who}");
    }
    app.member("Sara", "sara@bygg.example", Role::SecondaryAdmin).await;
    assert!(ids(app.visit("sara@bygg.example", &of_contract, None).await).is_empty());
}
