//! The same by JSON: team, members, invitations.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

fn ada() -> Value {
    json!({"first_name": "Ada", "last_name": "Åkesson", "email": ADA, "language": "sv"})
}

async fn get(app: &TestApp, path: &str) -> testkit::Answer {
    app.call(app.maja, Method::GET, path, &Value::Null).await
}

#[both_engines]
async fn a_program_invites_and_a_repeat_sends_no_second_mail(app: TestApp) {
    let path = format!("/api/v1/teams/{}/invitations", app.team);
    let invited = app.call(app.maja, Method::POST, &path, &ada()).await;
    assert_eq!(invited.status, StatusCode::CREATED, "{}", invited.body);
    let person = invited.json()["person"].as_str().unwrap().to_owned();
    assert_eq!((&invited.json()["email"], &invited.json()["is_new"]), (&json!(ADA), &json!(true)));
    let made = app.made().await;
    let again = app.call(app.maja, Method::POST, &path, &ada()).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(again.json()["code"], "already-member");
    assert_eq!(again.json()["type"], "urn:plats:problem:already-member");
    assert_eq!(app.made().await, made);
    assert_eq!(app.mails_to(ADA).await[0].subject, "Byggkonsult bjuder in dig till Nordkad");
    let found = get(&app, &format!("/api/v1/teams/{}/members?q=%C3%85KES", app.team)).await.json();
    assert_eq!(
        found["items"],
        json!([{"id": person, "first_name": "Ada", "last_name": "Åkesson", "email": ADA, "role": "user",
            "status": "invited"}])
    );
    assert_eq!(found["total"], 2);
}

#[both_engines]
async fn every_mistake_is_told_where_it_stands(app: TestApp) {
    let path = format!("/api/v1/teams/{}/invitations", app.team);
    let made = app.made().await;
    let bad = json!({"first_name": "", "last_name": "\u{0}", "email": "аda@bygg.example", "language": "xx"});
    let refused = app.call(app.maja, Method::POST, &path, &bad).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let expected =
        ["/first_name missing", "/last_name unreadable", "/email email-letters", "/language not-understood"];
    assert_eq!(refused.refused(), expected);
    for bad in [json!({}), json!([]), json!("Ada"), json!({"email": ADA})] {
        let refused = app.call(app.maja, Method::POST, &path, &bad).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
    for bad in ["limit=0", "limit=201", "limit=x", "cursor=x", "cursor=%FF", "search=ada"] {
        let refused = get(&app, &format!("/api/v1/teams/{}/members?{bad}", app.team)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn the_list_comes_in_pages_by_last_name_and_loses_nobody(app: TestApp) {
    let path = format!("/api/v1/teams/{}/invitations", app.team);
    for (n, last) in ["Öberg", "Åkesson", "Berg", "berg", "Ek ~ & co", "Zander"].into_iter().enumerate() {
        let ask = json!({"first_name": "Ada", "last_name": last, "email": format!("ada{n}@bygg.example")});
        assert_eq!(app.call(app.maja, Method::POST, &path, &ask).await.status, StatusCode::CREATED);
    }
    let (mut next, mut seen) = (format!("/api/v1/teams/{}/members?limit=2", app.team), vec![]);
    while !next.is_empty() {
        let page = get(&app, &next).await;
        let json = page.json();
        let names = json["items"].as_array().unwrap().iter();
        seen.extend(names.map(|member| member["last_name"].as_str().unwrap().to_owned()));
        assert_eq!(json["total"], 7);
        next = page.link.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        assert_eq!(json["next"].as_str().is_some(), !next.is_empty());
    }
    assert_eq!(seen, ["Berg", "berg", "Ek", "Ek ~ & co", "Zander", "Åkesson", "Öberg"]);
    // A search goes along from page to page.
    let first = get(&app, &format!("/api/v1/teams/{}/members?limit=1&q=ADA", app.team)).await;
    let second = get(&app, first.link.split(['<', '>']).nth(1).unwrap()).await;
    assert_eq!(second.json()["items"][0]["last_name"], "berg");
    assert!(second.link.contains("q=ADA"), "{}", second.link);
}

/// What people would do to a search.
#[both_engines]
async fn a_search_takes_signs_as_signs(app: TestApp) {
    app.invited("Ada", ADA).await;
    app.invited("Åsa", "asa@bygg.example").await;
    let search = async |text: &str| {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", text).finish();
        let found = get(&app, &format!("/api/v1/teams/{}/members?{query}", app.team)).await.json();
        found["items"].as_array().unwrap().len()
    };
    let cases = [
        ("ada berg", 1),
        ("Berg", 2),
        ("ÅSA b", 1),
        ("berg åsa@", 1),
        ("asa@ åsa", 1),
        ("sa", 0),
        ("bygg", 3),
        ("asa@bygg.example", 1),
        ("%", 0),
        ("_da", 0),
        ("' OR 1=1 --", 0),
        ("\\", 0),
        ("  ", 3),
    ];
    for (text, count) in cases {
        assert_eq!(search(text).await, count, "{text}");
    }
}

#[both_engines]
async fn a_name_that_changes_moves_in_the_list(app: TestApp) {
    let ada = app.user("Ada", ADA).await;
    app.user("Bo", "bo@bygg.example").await;
    let list = async || {
        let found = get(&app, &format!("/api/v1/teams/{}/members", app.team)).await.json();
        let names = found["items"].as_array().unwrap().iter();
        names.map(|member| member["first_name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(list().await, ["Ada", "Bo", "Maja"]);
    let fields = [("first", "Ada"), ("last", "Öberg"), ("language", "en"), ("time_zone", "Europe/Stockholm")];
    app.post(ada, "/profile", &fields).await;
    app.work().await;
    assert_eq!(list().await, ["Bo", "Maja", "Ada"]);
}

#[both_engines]
async fn users_hear_that_they_may_not_and_strangers_find_nothing(app: TestApp) {
    let bo = app.user("Bo", "bo@bygg.example").await;
    let (team, other) = (app.team, "team_01h455vb4pex5vsknk084sn02q");
    let doors = [
        (Method::GET, format!("/api/v1/teams/{team}"), Value::Null),
        (Method::GET, format!("/api/v1/teams/{team}/members"), Value::Null),
        (Method::POST, format!("/api/v1/teams/{team}/invitations"), ada()),
    ];
    let made = app.made().await;
    for (method, path, body) in doors {
        let stranger = app.call(app.eve, method.clone(), &path, &body).await;
        let user = app.call(bo, method.clone(), &path, &body).await;
        let none = app.call(app.maja, method.clone(), &path.replace(&team.to_string(), other), &body).await;
        let kind = if body.is_null() { "" } else { "application/json" };
        let nobody = app.send(method.clone(), &path, None, kind, &body.to_string()).await;
        assert_eq!(
            [stranger.status, user.status, none.status, nobody.status].map(|status| status.as_u16()),
            [404, 403, 404, 401],
            "{method} {path}"
        );
        // That there is such a team cannot be told from that there is none.
        assert_eq!(stranger.json()["title"], none.json()["title"]);
    }
    assert_eq!(app.made().await, made);
    let team = get(&app, &format!("/api/v1/teams/{team}")).await.json();
    assert_eq!((&team["name"], &team["organization_name"]), (&json!("Malmö"), &json!("Byggkonsult")));
}

/// Everybody sees the teams that they administer; Olle of the vendor sees all of them.
#[both_engines]
async fn teams_are_listed_for_those_who_administer_them(app: TestApp) {
    let (bo, olle) = (app.user("Bo", "bo@bygg.example").await, app.operator().await);
    let create = format!("/manage/organizations/{}/teams/new", app.organization);
    for name in ["Åre", "Ystad"] {
        app.wait(Duration::from_secs(1));
        app.post(app.maja, &create, &[("name", name)]).await;
    }
    let listed = async |who, query: &str| {
        let answer = app.call(who, Method::GET, &format!("/api/v1/teams{query}"), &Value::Null).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let names = answer.json()["items"].as_array().unwrap().clone();
        let names = names.iter().map(|team| team["name"].as_str().unwrap().to_owned());
        (names.collect::<Vec<_>>(), answer.link)
    };
    assert_eq!(listed(app.maja, "").await.0, ["Malmö", "Åre", "Ystad"]);
    assert_eq!(listed(app.eve, "").await.0, ["Lund"]);
    assert!(listed(bo, "").await.0.is_empty(), "who administers none is shown none");
    assert_eq!(listed(olle, "?q=%C3%A5re").await.0, ["Åre"]);
    assert_eq!(listed(olle, "?q=BYGGKONSULT").await.0.len(), 3);
    assert!(listed(olle, "?q=%25").await.0.is_empty());
    assert!(listed(app.eve, "?q=ystad").await.0.is_empty());

    let (first, link) = listed(app.maja, "?limit=2&q=bygg").await;
    assert_eq!(first, ["Malmö", "Åre"]);
    let next = link.split(['<', '>']).nth(1).unwrap();
    let (rest, link) = listed(app.maja, next.strip_prefix("/api/v1/teams").unwrap()).await;
    assert_eq!((rest.as_slice(), link.as_str()), (["Ystad".to_owned()].as_slice(), ""));
    let nobody = app.send(Method::GET, "/api/v1/teams", None, "", "").await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}
