//! The role of the contract manager in the browser: instructions where the act is done, and each step for both sides.

use crate::{
    TestApp,
    takeover::{ELIN, MAJA, OLLE, PIA, applied, bygg, manager, state},
};
use axum::http::StatusCode;
use kernel::Role;
use testkit::both_engines;

#[both_engines]
async fn the_page_of_the_manager_says_how_it_is_changed(app: TestApp) {
    let contract = bygg(&app).await;
    app.member("Sara", "sara@bygg.example", Role::SecondaryAdmin).await;
    app.member("Bo", "bo@bygg.example", Role::User).await;
    let way = format!("/manage/contracts/{contract}/manager");
    let page = app.visit(ELIN, &way, None).await;
    for words in ["Elin Asp", "Så ändrar ni det", "har 7 dagar", "Lämna över", "beslutar återförsäljaren"]
    {
        assert!(page.says(words), "{words}");
    }
    assert!(!page.shows(&format!("{way}/application")));
    let page = app.visit(MAJA, &way, None).await;
    assert!(page.says("How to change it") && page.shows(&format!("{way}/application")));
    assert!(!page.shows(&format!("{way}/change")));
    // Sara sees who it is, and cannot apply.
    let page = app.visit("sara@bygg.example", &way, None).await;
    assert!(page.says("Elin Asp") && !page.shows(&format!("{way}/application")));
    for (who, status) in [
        (PIA, StatusCode::OK),
        (OLLE, StatusCode::OK),
        ("bo@bygg.example", StatusCode::FORBIDDEN),
        ("", StatusCode::SEE_OTHER),
    ] {
        assert_eq!(app.visit(who, &way, None).await.status, status, "{who}");
    }
    // The contract leads there for its manager, the list of contracts for the primary admin.
    assert!(app.visit(ELIN, &format!("/manage/contracts/{contract}"), None).await.shows(&way));
    let list = app.visit(MAJA, "/manage/contracts", None).await;
    assert!(list.says("Contracts behind your teams") && list.says("Managed by Elin Asp") && list.shows(&way));
    assert!(!app.visit(ELIN, "/manage/contracts", None).await.says("Avtal bakom dina team"));
}

#[both_engines]
async fn a_primary_admin_applies_and_both_sides_see_each_step(app: TestApp) {
    let contract = bygg(&app).await;
    let form = format!("/manage/contracts/{contract}/manager/application");
    let page = app.visit(MAJA, &form, None).await;
    assert!(page.says("Elin Asp is asked, and has 7 days") && page.shows("multipart/form-data"));
    let bad = app.send_file(MAJA, &form, &[("reason", "Elin <left>")], ("x.exe", b"MZ\0\0")).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.says("neither PDF, PNG, JPEG nor text") && bad.shows("Elin &lt;left&gt;"));
    let empty = app.send_file(MAJA, &form, &[("reason", " ")], ("x.txt", b"Elin has left.")).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.shows("f-reason-error"));

    let sent =
        app.send_file(MAJA, &form, &[("reason", "Elin <left>")], ("note.txt", b"Elin has left.")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = app.visit(MAJA, &sent.location, None).await;
    for words in ["Waits for the contract manager, until 1 December 2026", "Applied", "Withdraw", "note.txt"]
    {
        assert!(page.says(words), "{words}");
    }
    assert!(page.shows("Elin &lt;left&gt;") && !page.says("Agree"));
    assert!(app.visit(MAJA, &form, None).await.says("has applied to take over contract NK-1"));

    let answer = format!("{}/answer", sent.location);
    assert!(app.visit(ELIN, &format!("/manage/contracts/{contract}"), None).await.says("Maja Ek har ansökt"));
    for who in [ELIN, MAJA] {
        assert!(app.visit(who, "/manage/contracts", None).await.shows(&sent.location), "{who}");
    }
    let page = app.visit(ELIN, &answer, None).await;
    assert!(page.says("Ska Maja Ek ta över avtal NK-1?") && page.says("Invänd") && page.says("Godkänn"));
    assert_eq!(app.visit(MAJA, &answer, None).await.status, StatusCode::FORBIDDEN);
    let nothing = app.visit(ELIN, &answer, Some(&[("note", "?")])).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let agreed = app.visit(ELIN, &answer, Some(&[("answer", "agree"), ("note", "Det är rätt.")])).await;
    assert_eq!((agreed.status, &agreed.location), (StatusCode::SEE_OTHER, &sent.location));
    for (who, words) in [(MAJA, "Agreed"), (ELIN, "Godkänt")] {
        let page = app.visit(who, &sent.location, None).await;
        assert!(page.says(words) && page.says("Det är rätt."), "{who}");
    }
    // A page that was left open says what is the matter.
    let late = app.visit(ELIN, &answer, Some(&[("answer", "object"), ("note", "")])).await;
    assert!(late.status == StatusCode::CONFLICT && late.says("redan besvarad"));
}

#[both_engines]
async fn the_partner_finds_what_is_to_decide_and_decides(app: TestApp) {
    let (contract, takeover) = applied(&app).await;
    let decision = format!("/takeovers/{takeover}/decision");
    assert!(app.visit(PIA, &decision, None).await.says("still has time to answer"));
    let early = app.visit(PIA, &decision, Some(&[("decision", "grant"), ("note", "")])).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    let answer = format!("/takeovers/{takeover}/answer");
    app.visit(ELIN, &answer, Some(&[("answer", "agree"), ("note", "")])).await;

    assert!(app.visit(PIA, "/orders", None).await.shows("/takeovers"));
    let list = app.visit(PIA, "/takeovers", None).await;
    assert!(list.says("NK-1") && list.says("Maja Ek") && list.says("The contract manager agreed"));
    assert!(app.visit(OLLE, "/takeovers", None).await.says("NK-1"));
    assert_eq!(app.visit(MAJA, "/takeovers", None).await.status, StatusCode::NOT_FOUND);
    assert!(app.visit(PIA, &decision, None).await.says("Who is to manage contract NK-1?"));
    assert_eq!(app.visit(ELIN, &decision, None).await.status, StatusCode::FORBIDDEN);
    let granted = app.visit(PIA, &decision, Some(&[("decision", "grant"), ("note", "")])).await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER, "{}", granted.body);
    assert_eq!(manager(&app, &contract).await, MAJA);
    assert!(app.visit(PIA, "/takeovers", None).await.says("No application is open"));
    assert!(app.visit(PIA, &format!("/takeovers/{takeover}"), None).await.says("Granted"));
}

#[both_engines]
async fn an_application_is_withdrawn_by_a_button(app: TestApp) {
    let (_, takeover) = applied(&app).await;
    let end = format!("/takeovers/{takeover}/end");
    assert_eq!(app.visit(ELIN, &end, Some(&[])).await.status, StatusCode::FORBIDDEN);
    let done = app.visit(MAJA, &end, Some(&[])).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, format!("/takeovers/{takeover}")));
    assert_eq!(state(&app, &takeover).await, "withdrawn");
    assert!(app.visit(ELIN, &format!("/takeovers/{takeover}"), None).await.says("Återtagen"));
}

#[both_engines]
async fn the_manager_hands_over_to_an_admin_or_by_address(app: TestApp) {
    let contract = bygg(&app).await;
    app.member("Bo", "bo@bygg.example", Role::User).await;
    let form = format!("/manage/contracts/{contract}/manager/change");
    let page = app.visit(ELIN, &form, None).await;
    assert!(page.says("Maja Ek") && !page.says("bo@bygg.example"));
    assert_eq!(app.visit(MAJA, &form, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visit(ELIN, &form, Some(&[])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = app.visit(ELIN, &form, Some(&[("email", "nobody@bygg.example")])).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("Bjud in personen först"));
    let done = app.visit(ELIN, &form, Some(&[("email", "bo@bygg.example")])).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/manage/contracts"));
    assert_eq!(manager(&app, &contract).await, "bo@bygg.example");
}
