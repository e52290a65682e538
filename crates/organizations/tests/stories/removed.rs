//! People leave the team Malmö: removed, or by their own wish (mission B22). For a month that can be undone.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::{Kind, clock::days};
use serde_json::{Value, json};
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";
const BO: &str = "bo@bygg.example";

async fn list(app: &TestApp, query: &str) -> Value {
    let path = format!("/api/v1/teams/{}/members?{query}", app.team);
    let answer = app.call(app.maja, Method::GET, &path, &Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer.json()
}

fn names(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|one| one["first_name"].as_str().unwrap()).collect()
}

async fn subjects(app: &TestApp, address: &str) -> Vec<String> {
    app.mails_to(address).await.into_iter().map(|mail| mail.subject).collect()
}

#[both_engines]
async fn who_is_removed_is_told_and_keeps_the_user_id(app: TestApp) {
    let bo = app.user("Bo", BO).await;
    app.reads_swedish(bo).await;
    assert_eq!(app.counted().await, 2);
    app.remove(app.maja, bo).await.unwrap();
    assert_eq!((app.roles().await, app.counted().await), (vec!["Maja primary_admin".to_owned()], 1));
    assert_eq!(app.audit().await, [format!("maja@bygg.example member.removed {BO}")]);

    let mails = app.mails_to(BO).await;
    assert_eq!(mails[0].subject, "Du är inte längre med i teamet Malmö hos Byggkonsult");
    let text = mails[0].text.replace('\n', " ");
    assert!(text.contains("Maja Ek har tagit bort dig från teamet Malmö"), "{text}");
    assert_eq!(mails[0].link.as_deref(), Some("http://account.nordkad.example/account"));
    assert_eq!(app.see(bo, "/profile").await.status, StatusCode::OK, "he signs in as before");
    let users = format!("/api/v1/teams/{}/members", app.team);
    assert_eq!(app.call(bo, Method::GET, &users, &Value::Null).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.remove(app.maja, bo).await.unwrap_err().kind(), Kind::NotFound, "he is not there");
}

#[both_engines]
async fn the_list_shows_for_thirty_days_who_was_removed(app: TestApp) {
    let (ada, bo) = (app.invited("Ada", ADA).await, app.user("Bo", BO).await);
    app.change_role(app.maja, bo, "secondary_admin").await;
    assert_eq!(
        (names(&list(&app, "status=invited").await), names(&list(&app, "status=active").await)),
        (vec!["Ada"], vec!["Bo", "Maja"])
    );
    app.remove(app.maja, bo).await.unwrap();
    app.wait(days(1));
    app.remove(app.maja, ada).await.unwrap();

    let removed = list(&app, "status=removed").await;
    assert_eq!((names(&removed), &removed["total"]), (vec!["Ada", "Bo"], &json!(1)));
    assert_eq!(
        removed["items"][1],
        json!({"id": bo.to_string(), "first_name": "Bo", "last_name": "Ek", "email": BO, "role": "secondary_admin",
            "status": "removed", "removed_at": "2026-11-24T08:30:00Z"})
    );
    assert_eq!(names(&list(&app, "").await), ["Maja"]);
    assert_eq!(names(&list(&app, "status=removed&q=BO%40bygg").await), ["Bo"]);
    let first = list(&app, "status=removed&limit=1").await;
    let second =
        list(&app, &format!("status=removed&limit=1&cursor={}", first["next"].as_str().unwrap())).await;
    assert_eq!((names(&first), names(&second)), (vec!["Ada"], vec!["Bo"]));
    let path = format!("/api/v1/teams/{}/members?status=gone", app.team);
    assert_eq!(
        app.call(app.maja, Method::GET, &path, &Value::Null).await.refused(),
        ["/status not-understood"]
    );
    app.wait(days(29));
    assert_eq!(names(&list(&app, "status=removed").await), ["Ada"]);
}

#[both_engines]
async fn bo_leaves_by_himself_and_the_pa_cannot(app: TestApp) {
    let bo = app.user("Bo", BO).await;
    app.remove(bo, bo).await.unwrap();
    assert_eq!(app.audit().await, [format!("{BO} member.removed {BO}")]);
    assert!(
        app.mails_to(BO).await[0]
            .text
            .replace('\n', " ")
            .contains("You have left the team Malmö of Byggkonsult")
    );
    assert_eq!(app.remove(bo, bo).await.unwrap_err().kind(), Kind::NotFound);

    let made = app.made().await;
    let refused = app.remove(app.maja, app.maja).await.unwrap_err();
    assert_eq!((refused.code(), app.made().await), ("primary-admin-stays", made));
    let sara = app.user("Sara", "sara@bygg.example").await;
    app.change_role(app.maja, sara, "primary_admin").await;
    app.remove(app.maja, app.maja).await.unwrap();
    assert_eq!(app.roles().await, ["Sara primary_admin"], "once the role is handed over");
}

#[both_engines]
async fn users_and_strangers_remove_nobody_and_bring_nobody_back(app: TestApp) {
    let (ada, bo) = (app.user("Ada", ADA).await, app.user("Bo", BO).await);
    let made = app.made().await;
    assert_eq!(app.remove(bo, ada).await.unwrap_err().kind(), Kind::Forbidden);
    assert_eq!(app.remove(app.eve, ada).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(
        app.remove(app.eve, app.eve).await.unwrap_err().kind(),
        Kind::NotFound,
        "she is in another team"
    );
    assert_eq!(app.remove(app.maja, app.eve).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(app.made().await, made);
    app.remove(app.maja, ada).await.unwrap();
    let made = app.made().await;
    assert_eq!(
        app.bring_back(ada, ada).await.unwrap_err().kind(),
        Kind::NotFound,
        "nobody brings themselves back"
    );
    assert_eq!(app.bring_back(bo, ada).await.unwrap_err().kind(), Kind::Forbidden);
    assert_eq!(app.bring_back(app.eve, ada).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(app.made().await, made);
}

#[both_engines]
async fn the_invitation_of_who_is_removed_dies_and_its_mail_does_not_leave(app: TestApp) {
    let ada = app.invited("Ada", ADA).await;
    let link = app.newest_link(ADA).await;
    app.resend(app.maja, app.team, ada).await;
    app.remove(app.maja, ada).await.unwrap();
    assert_eq!(app.texts("SELECT status FROM mails ORDER BY id").await, ["sent", "canceled"]);
    assert_eq!(app.send(Method::GET, &link, None, "", "").await.status, StatusCode::GONE);
    assert_eq!(app.mails_to(ADA).await.len(), 1, "who has not been in is not told");

    // Brought back, she needs a link that works.
    app.bring_back(app.maja, ada).await.unwrap();
    let link = app.newest_link(ADA).await;
    assert_eq!(app.choose_password(&link).await.status, StatusCode::SEE_OTHER);
    app.work().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NOT NULL").await, 1);
}

#[both_engines]
async fn an_invitation_of_another_team_lives_on(app: TestApp) {
    let ada = app.invited("Ada", ADA).await;
    app.work().await;
    app.invite(app.eve, app.lund, "Ada", ADA).await;
    let to_lund = app.newest_link(ADA).await;
    app.remove(app.maja, ada).await.unwrap();
    assert_eq!(app.choose_password(&to_lund).await.status, StatusCode::SEE_OTHER);
    app.work().await;
    let accepted =
        "SELECT t.name FROM invitations i JOIN teams t ON t.id = i.team_id WHERE i.accepted_at IS NOT NULL";
    assert_eq!(app.texts(accepted).await, ["Lund"]);
}

#[both_engines]
async fn undo_brings_the_former_role_back(app: TestApp) {
    let (sara, bo) = (app.user("Sara", "sara@bygg.example").await, app.user("Bo", BO).await);
    app.change_role(app.maja, sara, "secondary_admin").await;
    app.work().await;
    for person in [sara, bo] {
        app.remove(app.maja, person).await.unwrap();
    }
    app.work().await;
    app.wait(days(29));
    for person in [sara, bo] {
        app.bring_back(app.maja, person).await.unwrap();
    }
    assert_eq!(app.roles().await, ["Bo user", "Maja primary_admin", "Sara secondary_admin"]);
    assert_eq!((app.counted().await, app.count("SELECT COUNT(*) FROM removed_members").await), (3, 0));
    assert_eq!(
        subjects(&app, BO).await,
        ["You are no longer in the team Malmö of Byggkonsult", "You are in the team Malmö of Byggkonsult"]
    );
    let audit = app.audit().await;
    assert!(audit.contains(&format!("maja@bygg.example member.returned {BO}")), "{audit:?}");
    let made = app.made().await;
    assert_eq!(app.bring_back(app.maja, bo).await.unwrap_err().code(), "already-member");
    assert_eq!(app.made().await, made);
}

/// The mail server is away; nobody hears of a slip that was mended.
#[both_engines]
async fn a_removal_that_is_undone_before_the_mail_leaves_is_not_told(app: TestApp) {
    let bo = app.user("Bo", BO).await;
    app.remove(app.maja, bo).await.unwrap();
    app.bring_back(app.maja, bo).await.unwrap();
    assert!(app.mails_to(BO).await.is_empty());
    assert_eq!(app.texts("SELECT status FROM mails").await, ["canceled"]);
}

#[both_engines]
async fn after_thirty_days_a_removal_stands_and_a_week_later_it_is_forgotten(app: TestApp) {
    app.jobs.schedule(&app.db).await.unwrap();
    let (ada, bo) = (app.user("Ada", ADA).await, app.user("Bo", BO).await);
    app.remove(app.maja, bo).await.unwrap();
    assert_eq!(app.bring_back(app.maja, ada).await.unwrap_err().code(), "already-member");
    app.wait(days(30));
    app.work().await;
    let made = app.made().await;
    assert_eq!(app.bring_back(app.maja, bo).await.unwrap_err().code(), "removed-too-long-ago");
    assert_eq!(app.made().await, made);
    app.wait(days(8));
    app.work().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM removed_members").await, 0);
    assert_eq!(app.bring_back(app.maja, bo).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(app.invite(app.maja, app.team, "Bo", BO).await.status, StatusCode::SEE_OTHER);
}

#[both_engines]
async fn a_removed_person_who_is_invited_is_a_user_like_any_other(app: TestApp) {
    let bo = app.user("Bo", BO).await;
    app.change_role(app.maja, bo, "secondary_admin").await;
    app.remove(app.maja, bo).await.unwrap();
    assert_eq!(app.invited("Bo", BO).await, bo);
    assert_eq!(app.roles().await, ["Bo user", "Maja primary_admin"]);
    assert!(names(&list(&app, "status=removed").await).is_empty());
    app.remove(app.maja, bo).await.unwrap();
    assert_eq!(names(&list(&app, "status=removed").await), ["Bo"], "and can be removed again");
}

#[both_engines]
async fn the_list_of_the_removed_follows_their_names(app: TestApp) {
    let (ada, bo) = (app.user("Ada", ADA).await, app.user("Bo", BO).await);
    for person in [ada, bo] {
        app.remove(app.maja, person).await.unwrap();
    }
    let fields = [("first", "Ada"), ("last", "Öberg"), ("language", "en"), ("time_zone", "Europe/Stockholm")];
    app.post(ada, "/profile", &fields).await;
    app.work().await;
    assert_eq!(names(&list(&app, "status=removed").await), ["Bo", "Ada"]);
}
