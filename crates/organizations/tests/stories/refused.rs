//! Invitations that nobody may send, and bad input: a clear refusal, and nothing half done.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use testkit::both_engines;

#[both_engines]
async fn only_admins_of_the_team_invite(app: TestApp) {
    let bo = app.user("Bo", "bo@bygg.example").await;
    let made = app.made().await;
    let ask = async |who, team| app.invite(who, team, "Ada", "ada@bygg.example").await.status;
    assert_eq!(ask(bo, app.team).await, StatusCode::FORBIDDEN);
    assert_eq!(ask(app.eve, app.team).await, StatusCode::NOT_FOUND);
    assert_eq!(ask(app.maja, app.lund).await, StatusCode::NOT_FOUND);
    let path = format!("/manage/teams/{}/users/invite", app.team);
    for (who, status) in [(bo, StatusCode::FORBIDDEN), (app.eve, StatusCode::NOT_FOUND)] {
        assert_eq!(app.see(who, &path).await.status, status);
    }
    let nobody = app.send(Method::GET, &path, None, "", "").await;
    assert!(nobody.location.starts_with("/sign-in?next=%2Fmanage%2Fteams%2F"), "{}", nobody.location);
    // An admin elsewhere in the same organization is a stranger to this team.
    let other = app.known("Olof", "olof@bygg.example").await;
    let organization = app.organization;
    app.act(move |cx| organizations::found_team(cx, organization, "Göteborg", other)).await;
    let made = app.made().await - made;
    assert_eq!(ask(other, app.team).await, StatusCode::NOT_FOUND);
    assert!(made > 0 && app.mails_to("ada@bygg.example").await.is_empty());
}

#[both_engines]
async fn what_cannot_be_read_is_shown_beside_its_field_and_stays_typed(app: TestApp) {
    let path = format!("/manage/teams/{}/users/invite", app.team);
    let made = app.made().await;
    let long = "x".repeat(1 << 19);
    let cases = [
        ("first", "", "Fill this in."),
        ("first", "\u{202e}adA", "characters that cannot be read"),
        ("last", long.as_str(), "120"),
        ("email", "ada", "address"),
        ("email", "ada@bygg.example\r\nBcc: eve@evil.example", "address"),
        ("email", "аda@bygg.example", "letters"),
        ("language", "xx", ""),
    ];
    for (field, value, words) in cases {
        let mut fields =
            [("first", "Ada"), ("last", "Berg"), ("email", "ada@bygg.example"), ("language", "sv")];
        fields.iter_mut().find(|(name, _)| *name == field).unwrap().1 = value;
        let refused = app.post(app.maja, &path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(refused.shows("aria-invalid"), "{field}");
        assert!(refused.shows(words), "{field}: {words}");
        assert!(field == "first" || refused.shows("value=\"Ada\""), "what was typed is there");
    }
    assert_eq!(app.made().await, made);
}

/// Mail programs must not take a name for a header, nor a page for a script.
#[both_engines]
async fn names_do_no_harm(app: TestApp) {
    app.invited("<b>Ada</b>", "ada@bygg.example").await;
    let mails = app.mails_to("ada@bygg.example").await;
    assert!(mails[0].html.contains("&lt;b&gt;Ada") && !mails[0].html.contains("<b>Ada"));
    let link = app.newest_link("ada@bygg.example").await;
    let page = app.send(Method::GET, &link, None, "", "").await;
    assert!(page.shows("&lt;b&gt;Ada") && !page.shows("<b>Ada"));
}
