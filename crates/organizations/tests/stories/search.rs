//! People of a team are found by the beginnings of words, in whatever letters they are typed.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::PersonId;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::Command;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";
const BO: &str = "bo.orsted@kontor.bygg.example";

async fn page(app: &TestApp, query: &str) -> Value {
    let path = format!("/api/v1/teams/{}/members?{query}", app.team);
    let answer = app.call(app.maja, Method::GET, &path, &Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{query} {}", answer.body);
    answer.json()
}

fn names(page: &Value) -> Vec<String> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["first_name"].as_str().unwrap().to_owned())
        .collect()
}

async fn found(app: &TestApp, text: &str) -> Vec<String> {
    names(&page(app, &query(&[("q", text)])).await)
}

fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

async fn called(app: &TestApp, person: PersonId, first: &str, last: &str) {
    let fields = [("first", first), ("last", last), ("language", "en"), ("time_zone", "Europe/Stockholm")];
    app.post(person, "/profile", &fields).await;
    app.work().await;
}

#[both_engines]
async fn letters_are_found_without_their_marks(app: TestApp) {
    let bo = app.user("Bo", BO).await;
    called(&app, bo, "Åke-Bo", "Ørsted Łuk").await;
    for text in
        ["åke", "ake", "AKE", "A\u{30a}k", "bo", "orst", "ørsted å", "luk bo ak", "kontor", "bo.o", "Bo@kon"]
    {
        assert_eq!(found(&app, text).await, ["Åke-Bo"], "{text}");
    }
    for text in ["ke", "rsted", "example", "akebo", "åke maja"] {
        assert!(found(&app, text).await.is_empty(), "{text}");
    }
}

#[both_engines]
async fn a_new_name_is_found_and_the_old_one_is_not(app: TestApp) {
    let (ada, team) = (app.user("Ada", ADA).await, app.lund);
    app.act(move |cx| {
        let lund = organizations::team(cx, team)?;
        organizations::add_member(cx, &lund, ada)
    })
    .await;
    called(&app, ada, "Ada", "Öberg").await;
    assert_eq!(found(&app, "oberg").await, ["Ada"]);
    assert!(found(&app, "berg").await.is_empty());
    let lund = format!("/api/v1/teams/{team}/members?q=oberg");
    assert_eq!(names(&app.call(app.eve, Method::GET, &lund, &Value::Null).await.json()), ["Ada"]);
}

#[both_engines]
async fn who_leaves_is_found_among_those_who_left_and_again_when_back(app: TestApp) {
    let ada = app.user("Åsa", ADA).await;
    app.remove(app.maja, ada).await.unwrap();
    assert!(found(&app, "asa").await.is_empty());
    assert_eq!(app.count("SELECT COUNT(*) FROM member_words WHERE word = 'asa'").await, 0);
    assert_eq!(names(&page(&app, "status=removed&q=asa").await), ["Åsa"]);
    assert!(names(&page(&app, "status=removed&q=bo").await).is_empty());
    app.bring_back(app.maja, ada).await.unwrap();
    assert_eq!(found(&app, "asa").await, ["Åsa"]);
    assert!(names(&page(&app, "status=removed&q=asa").await).is_empty());
}

/// The kinds of words by which the ways to find people differ: few, many of one word, many of very many words.
const CROWD: i64 = 4_300;

/// Members as a release without words left them.
fn crowd(cx: &mut Command, team: kernel::TeamId) -> kernel::Result<()> {
    cx.quiet();
    let numbers =
        "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1)";
    let id = "'user_01kb3q6v7me3ztkx1m0000' || substr(CAST(10000 + i AS TEXT), 2)";
    cx.execute(
        &format!(
            "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone, scheme,
                created_at)
             {numbers} SELECT {id}, 'k' || i || '@crowd.example', 'k' || i || '@crowd.example', 'Åke',
                'Öst' || (i % 7), 'öst' || (i % 7) || ' åke', 'en', 'UTC', 'device', 0 FROM n"
        ),
        &[&CROWD],
    )?;
    cx.execute(
        &format!(
            "INSERT INTO memberships (team_id, person_id, role, sort_name, created_at)
             {numbers} SELECT CAST($2 AS TEXT), {id}, 'user', 'öst' || (i % 7) || ' åke', 0 FROM n"
        ),
        &[&CROWD, &team],
    )?;
    cx.execute(
        "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts)
         VALUES ('job_00000000000000000000000016', 'organizations.fill-words', '{\"removed\":false,\"after\":null}', 0, 0, 0)",
        &[],
    )?;
    Ok(())
}

#[both_engines]
async fn however_many_are_found_each_is_shown_once_and_in_order(app: TestApp) {
    let team = app.team;
    app.act(move |cx| crowd(cx, team)).await;
    assert!(found(&app, "ake").await.is_empty());
    app.work().await;
    // One word, seven words, very many, few.
    for (text, count) in [("ake", CROWD), ("ost", CROWD), ("k", CROWD), ("k ost3", CROWD / 7), ("k430", 2)] {
        let (mut cursor, mut people, mut order) = (String::new(), BTreeSet::new(), vec![]);
        loop {
            let mut pairs = vec![("q", text), ("limit", "200")];
            if !cursor.is_empty() {
                pairs.push(("cursor", &cursor));
            }
            let page = page(&app, &query(&pairs)).await;
            for one in page["items"].as_array().unwrap() {
                people.insert(one["id"].as_str().unwrap().to_owned());
                order.push((
                    one["last_name"].as_str().unwrap().to_owned(),
                    one["id"].as_str().unwrap().to_owned(),
                ));
            }
            if page["next"] == json!(null) {
                break;
            }
            cursor = page["next"].as_str().unwrap().to_owned();
        }
        assert_eq!((people.len() as i64, order.len() as i64), (count, count), "{text}");
        assert!(order.is_sorted(), "{text}");
    }
}
