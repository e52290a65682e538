//! Maja changes many people at once, through the doors for programs: a file, a preview, a yes, results, and back.

use crate::TestApp;
use axum::http::{Method, StatusCode};
use kernel::{Actor, PersonId};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::both_engines;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl TestApp {
    /// A file of people, and what shall happen to them.
    async fn import(&self, how: &str, table: impl Into<Vec<u8>>) -> Value {
        let sent =
            self.send_table(&self.maja, &format!("/api/v1/teams/{}/imports?{how}", self.team), table).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
        sent.json()
    }
    async fn refused(&self, how: &str, table: impl Into<Vec<u8>>) -> String {
        let sent =
            self.send_table(&self.maja, &format!("/api/v1/teams/{}/imports?{how}", self.team), table).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", sent.body);
        sent.json()["code"].as_str().unwrap_or_default().to_owned()
    }
    async fn at(&self, method: Method, import: &Value, part: &str) -> (StatusCode, Value) {
        let path = format!("/api/v1/imports/{}{part}", import["id"].as_str().unwrap());
        let answer = self.call(&self.maja, method, &path, "").await;
        (answer.status, serde_json::from_str(&answer.body).unwrap_or(Value::Null))
    }
    /// Says yes and waits until it is done.
    async fn carried_out(&self, import: &Value) -> Value {
        let (status, answer) = self.at(Method::PUT, import, "/confirmation").await;
        assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
        self.work().await;
        self.at(Method::GET, import, "").await.1
    }
    async fn undone(&self, import: &Value) -> Value {
        let (status, answer) = self.at(Method::PUT, import, "/undo").await;
        assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
        self.work().await;
        self.at(Method::GET, import, "").await.1
    }
    /// Each row: its number, its state, the code of why not.
    async fn rows_of(&self, import: &Value) -> Vec<(i64, String, String)> {
        let (_, list) = self.at(Method::GET, import, "/rows").await;
        let row = |row: &Value| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (row["row"].as_i64().unwrap_or_default(), text(&row["state"]), text(&row["reasons"][0]["code"]))
        };
        list["items"].as_array().unwrap().iter().map(row).collect()
    }
    async fn members(&self) -> i64 {
        self.count("SELECT COUNT(*) FROM memberships").await
    }
}

fn row(number: i64, state: &str, code: &str) -> (i64, String, String) {
    (number, state.to_owned(), code.to_owned())
}

#[both_engines]
async fn a_department_comes_with_a_file(app: TestApp) {
    let pool = app.pool(app.ritbord, 3).await;
    let bo = app.user("Bo", "Berg").await;
    let before = app.members().await;
    // As a Swedish spreadsheet writes it: semicolons, Windows-1252.
    let table = b"E-post;F\xf6rnamn;Efternamn;Roll\r\n\
        asa@bygg.example;\xc5sa;\xd6berg;Sekund\xe4r administrat\xf6r\r\n\
        bo.berg@bygg.example;Bo;Berg;\r\n\
        carl@bygg,example;Carl;Ek;\r\n\
        asa@bygg.example;Asa;Oberg;\r\n\
        dina@bygg.example;Dina;Dal;Chef\r\n";
    let how = format!("act=invite&pools={pool}&language=sv&file_name=avdelning.csv");
    let import = app.import(&how, table).await;
    assert_eq!(import["state"], "ready");
    assert_eq!(import["rows"], json!({ "planned": 2, "faulty": 3 }));
    assert_eq!(import["seats"], json!({ pool.to_string(): { "takes": 2, "misses": 0 } }));
    let expected = [
        row(2, "planned", ""),
        row(3, "planned", ""),
        row(4, "faulty", "email-form"),
        row(5, "faulty", "duplicate"),
        row(6, "faulty", "unknown-role"),
    ];
    assert_eq!(app.rows_of(&import).await, expected);
    assert_eq!((app.members().await, app.see(pool).await.assigned), (before, 0), "nothing has happened");
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 0);

    let done = app.carried_out(&import).await;
    assert_eq!((&done["state"], &done["rows"]), (&json!("done"), &json!({ "done": 2, "faulty": 3 })));
    assert_eq!((app.members().await, app.see(pool).await.assigned), (before + 1, 2));
    assert!(app.holders(pool).await.0.contains(&bo));
    let mails = app.texts("SELECT kind || ' ' || to_address FROM mails ORDER BY kind, to_address").await;
    assert_eq!(
        mails,
        [
            "invitation asa@bygg.example",
            "products_given asa@bygg.example",
            "products_given bo.berg@bygg.example",
            "secondary_admin asa@bygg.example"
        ]
    );
    let who = app.texts("SELECT DISTINCT actor_label FROM audit WHERE action = 'invitation.sent'").await;
    assert_eq!(who, ["maja.lindqvist@bygg.example"], "the log names her, not a job");
}

#[both_engines]
async fn what_could_not_be_taken_is_mended_and_sent_again(app: TestApp) {
    let pool = app.pool(app.ritbord, 5).await;
    let how = format!("act=invite&pools={pool}");
    let first = app
        .import(&how, "First name;Last name;Email\nNoora;Aalto;noora@bygg.example\nBo;Berg;bo@bygg,example\n")
        .await;
    app.carried_out(&first).await;
    let path = format!("/api/v1/imports/{}/to-mend", first["id"].as_str().unwrap());
    let to_mend = app.call(&app.maja, Method::GET, &path, "").await.body;
    assert_eq!(
        to_mend,
        "\u{feff}First name;Last name;Email;Att rätta\r\nBo;Berg;\"bo@bygg,example\";Det är ingen e-postadress. En sådan ser ut \
         som namn@foretag.se. Menade du bo@bygg.example?\r\n"
    );

    let mended = to_mend.replace("\"bo@bygg,example\"", "bo@bygg.example");
    let second = app.carried_out(&app.import(&how, mended).await).await;
    assert_eq!(second["rows"], json!({ "done": 1 }));
    // The first file, mended by hand, once more: nothing is left to do.
    let again = app.import(&how, "Noora,Aalto,noora@bygg.example\nBo,Berg,bo@bygg.example\n").await;
    assert_eq!(again["rows"], json!({ "nothing": 2 }));
    let (status, answer) = app.at(Method::PUT, &again, "/confirmation").await;
    assert_eq!((status, &answer["code"]), (StatusCode::CONFLICT, &json!("nothing-to-do")));
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'invitation'").await, 2);
}

#[both_engines]
async fn all_of_it_is_undone_within_a_day(app: TestApp) {
    let pool = app.pool(app.ritbord, 5).await;
    let bo = app.user("Bo", "Berg").await;
    let before = app.members().await;
    let table = "email,role\nbo.berg@bygg.example,secondary admin\ndina.dal@bygg.example,user\n";
    let import = app.import(&format!("act=invite&pools={pool}"), table).await;
    let (status, answer) = app.at(Method::PUT, &import, "/undo").await;
    assert_eq!((status, &answer["code"]), (StatusCode::CONFLICT, &json!("not-done")));
    app.carried_out(&import).await;
    assert_eq!((app.members().await, app.see(pool).await.assigned), (before + 1, 2));

    let undone = app.undone(&import).await;
    assert_eq!((&undone["state"], &undone["rows"]), (&json!("undone"), &json!({ "undone": 2 })));
    assert_eq!((app.members().await, app.see(pool).await.assigned), (before, 0));
    let role = app
        .texts(
            "SELECT m.role FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.first_name = 'Bo'",
        )
        .await;
    assert_eq!(role, ["user"]);
    assert!(app.assign(pool, &[bo]).await.is_ok(), "Bo is there as before");

    let second = app.import(&format!("act=invite&pools={pool}"), table).await;
    app.carried_out(&second).await;
    app.wait(DAY);
    let (status, answer) = app.at(Method::PUT, &second, "/undo").await;
    assert_eq!((status, &answer["code"]), (StatusCode::GONE, &json!("ended-too-long-ago")));
}

#[both_engines]
async fn exactly_these_people_have_the_product(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let [ada, bo, cim] = app.users().await;
    app.assign(pool, &[ada, bo]).await.unwrap();
    let table = "ada.berg001@bygg.example\nada.berg002@bygg.example\n";
    let import = app.import(&format!("act=replace&pools={pool}"), table).await;
    assert_eq!(
        app.rows_of(&import).await,
        [row(0, "planned", ""), row(1, "nothing", ""), row(2, "planned", "")]
    );
    assert_eq!(import["seats"][pool.to_string()]["takes"], 0, "one comes, one goes");
    app.carried_out(&import).await;
    assert_eq!(app.holders(pool).await.0, [bo, cim]);
    app.undone(&import).await;
    assert_eq!(app.holders(pool).await.0, [ada, bo]);
}

#[both_engines]
async fn a_row_that_cannot_be_read_keeps_everybody_in_place(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let [ada, bo] = app.users().await;
    app.assign(pool, &[ada, bo]).await.unwrap();
    let import = app
        .import(&format!("act=replace&pools={pool}"), "ada.berg000@bygg.example\nada.berg001@bygg,example\n")
        .await;
    let (status, answer) = app.at(Method::PUT, &import, "/confirmation").await;
    assert_eq!((status, &answer["code"]), (StatusCode::CONFLICT, &json!("mend-first")));
    assert_eq!(app.holders(pool).await.0, [ada, bo]);
}

#[both_engines]
async fn the_preview_counts_the_seats(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let [_a, _b, _c] = app.users().await;
    let table =
        "ada.berg000@bygg.example\nada.berg001@bygg.example\nada.berg002@bygg.example\nnobody@bygg.example\n";
    let import = app.import(&format!("act=assign&pools={pool}"), table).await;
    let expected = [
        row(1, "planned", ""),
        row(2, "planned", ""),
        row(3, "faulty", "no-free-seat"),
        row(4, "faulty", "not-a-member"),
    ];
    assert_eq!(app.rows_of(&import).await, expected);
    // Somebody else is quicker between the preview and the yes.
    app.assign(pool, &[app.user("Zoe", "Zorn").await]).await.unwrap();
    let done = app.carried_out(&import).await;
    assert_eq!(done["rows"], json!({ "done": 1, "refused": 1, "faulty": 2 }));
    assert_eq!(app.rows_of(&import).await[1], row(2, "refused", "no-free-seat"));
    assert_eq!(app.see(pool).await.assigned, 2);
}

#[both_engines]
async fn groups_are_filled_and_emptied_and_what_they_bring_is_explained(app: TestApp) {
    let pool = app.pool(app.ritbord, 5).await;
    let [_ada, _bo] = app.users().await;
    let (team, name) = (app.team, kernel::Name::parse("name", "Fasader").unwrap());
    let make = move |cx: &mut store::Command| {
        let group = seats::groups::create_group(cx, team, &name)?.id;
        seats::groups::bring_product(cx, group, pool).map(|_| group)
    };
    let group = app.db.command(&app.maja, make).await.unwrap();
    let both = "Email;Grupper\nada.berg000@bygg.example;fasader\nada.berg001@bygg.example;Fasader, Tak\n";
    let import = app.import("act=join", both).await;
    assert_eq!(app.rows_of(&import).await, [row(2, "planned", ""), row(3, "faulty", "unknown-group")]);
    app.carried_out(&import).await;
    assert_eq!(app.see(pool).await.assigned, 1);

    let take = app
        .import(&format!("act=unassign&pools={pool}"), "ada.berg000@bygg.example\nada.berg001@bygg.example\n")
        .await;
    assert_eq!(app.rows_of(&take).await, [row(1, "faulty", "comes-along"), row(2, "nothing", "")]);
    let out = app.import(&format!("act=part&groups={group}"), "ada.berg000@bygg.example\n").await;
    app.carried_out(&out).await;
    assert_eq!(app.see(pool).await.assigned, 0);
    app.undone(&out).await;
    assert_eq!(app.see(pool).await.assigned, 1);
}

#[both_engines]
async fn roles_change_and_nobody_locks_themselves_out(app: TestApp) {
    app.user("Bo", "Berg").await;
    let table = "email,roll\nbo.berg@bygg.example,administratör\nmaja.lindqvist@bygg.example,user\nbo.berg@bygg.example,pa\n";
    let import = app.import("act=role", table).await;
    let expected = [row(2, "planned", ""), row(3, "faulty", "primary-admin"), row(4, "faulty", "duplicate")];
    assert_eq!(app.rows_of(&import).await, expected);
    let done = app.carried_out(&import).await;
    assert_eq!(done["rows"]["done"], 1);
    let table = "email,role\nbo.berg@bygg.example,primary admin\n";
    let up = app.import("act=role", table).await;
    assert_eq!(app.rows_of(&up).await, [row(2, "faulty", "role-is-handed-over")]);
    let remove = app.import("act=remove", "maja.lindqvist@bygg.example\nbo.berg@bygg.example\n").await;
    assert_eq!(app.rows_of(&remove).await, [row(1, "faulty", "primary-admin"), row(2, "planned", "")]);
}

#[both_engines]
async fn those_who_were_removed_come_back_with_their_products(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let [ada, bo] = app.users().await;
    app.assign(pool, &[ada, bo]).await.unwrap();
    let import = app.import("act=remove", "ada.berg000@bygg.example\nada.berg001@bygg.example\n").await;
    app.carried_out(&import).await;
    assert_eq!(app.see(pool).await.assigned, 0);
    app.undone(&import).await;
    assert_eq!(app.holders(pool).await.0, [ada, bo]);
}

#[both_engines]
async fn it_is_stopped_half_way(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let [_ada, _bo] = app.users().await;
    let table = "ada.berg000@bygg.example\nada.berg001@bygg.example\n";
    let import = app.import(&format!("act=assign&pools={pool}"), table).await;
    app.at(Method::PUT, &import, "/confirmation").await;
    let (status, stopped) = app.at(Method::DELETE, &import, "/confirmation").await;
    assert_eq!((status, &stopped["state"]), (StatusCode::ACCEPTED, &json!("done")));
    app.work().await;
    assert_eq!(app.see(pool).await.assigned, 0);
    assert_eq!(app.rows_of(&import).await, [row(1, "planned", ""), row(2, "planned", "")]);
    // What was never begun goes without a trace; what was begun does not.
    assert_eq!(app.at(Method::DELETE, &import, "").await.0, StatusCode::CONFLICT);
    let other = app.import(&format!("act=assign&pools={pool}"), table).await;
    assert_eq!(app.at(Method::DELETE, &other, "").await.0, StatusCode::NO_CONTENT);
    assert_eq!(app.at(Method::GET, &other, "").await.0, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn who_is_no_admin_any_more_changes_nothing_more(app: TestApp) {
    let pool = app.pool(app.ritbord, 2).await;
    let [_ada] = app.users().await;
    let olle = app.member_as(app.team, kernel::Role::SecondaryAdmin, "Olle", "Ström").await;
    let olle_acts = Actor { who: kernel::Who::Person(olle), ..app.maja.clone() };
    let path = format!("/api/v1/teams/{}/imports?act=assign&pools={pool}", app.team);
    let import = app.send_table(&olle_acts, &path, "ada.berg000@bygg.example\n").await.json();
    let confirm = format!("/api/v1/imports/{}/confirmation", import["id"].as_str().unwrap());
    assert_eq!(app.call(&olle_acts, Method::PUT, &confirm, "").await.status, StatusCode::ACCEPTED);
    let team = app.team;
    let demote =
        move |cx: &mut store::Command| organizations::change_role(cx, team, olle, kernel::Role::User);
    app.db.command(&app.maja, demote).await.unwrap();
    app.work().await;
    assert_eq!(app.rows_of(&import).await, [row(1, "refused", "forbidden")]);
    assert_eq!(app.see(pool).await.assigned, 0);
}

#[both_engines]
async fn files_that_are_no_list_of_people_are_refused_at_once(app: TestApp) {
    let refused = async |table: Vec<u8>| app.refused("act=invite", table).await;
    assert_eq!(refused(vec![]).await, "empty-file");
    assert_eq!(refused(b"PK\x03\x04 a workbook".to_vec()).await, "workbook");
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n".to_vec()).await, "image-file");
    assert_eq!(refused(b"noora@bygg.example\0\0".to_vec()).await, "binary-file");
    assert_eq!(refused(b"Name,Shoe\nNoora,38\n".to_vec()).await, "no-address-column");
    assert_eq!(refused(vec![b','; 10_000]).await, "too-many-columns");
    assert_eq!(refused(b"a@bygg.example\n".repeat(100_001)).await, "too-many-rows");
    assert_eq!(refused(vec![b'a'; 33 << 20]).await, "file-too-large");
    assert_eq!(app.count("SELECT COUNT(*) FROM imports").await, 0);
    let formula = app.import("act=invite", "=cmd(),Aalto,noora@bygg.example\n").await;
    assert_eq!(app.rows_of(&formula).await, [row(1, "faulty", "formula")]);
    let pool = app.pool(app.ritbord, 1).await;
    for how in [
        "act=assign",
        "act=replace",
        "act=join",
        "act=role",
        "act=dance",
        &format!("act=invite&pools={pool}x"),
    ] {
        assert_eq!(app.refused(how, "noora@bygg.example\n").await, "invalid-fields", "{how}");
    }
}

#[both_engines]
async fn strangers_see_nothing_and_users_may_not(app: TestApp) {
    let [ada] = app.users::<1>().await;
    let user = Actor { who: kernel::Who::Person(ada), ..app.maja.clone() };
    let path = format!("/api/v1/teams/{}/imports?act=remove", app.team);
    let table = "ada.berg000@bygg.example\n";
    assert_eq!(app.send_table(&app.eve, &path, table).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.send_table(&user, &path, table).await.status, StatusCode::FORBIDDEN);
    let import = app.import("act=remove", table).await;
    let at = |part: &str| format!("/api/v1/imports/{}{part}", import["id"].as_str().unwrap());
    for (method, part) in [
        (Method::GET, ""),
        (Method::DELETE, ""),
        (Method::GET, "/rows"),
        (Method::GET, "/to-mend"),
        (Method::PUT, "/confirmation"),
        (Method::DELETE, "/confirmation"),
        (Method::PUT, "/undo"),
    ] {
        assert_eq!(
            app.call(&app.eve, method.clone(), &at(part), "").await.status,
            StatusCode::NOT_FOUND,
            "{part}"
        );
        assert_eq!(app.call(&user, method, &at(part), "").await.status, StatusCode::FORBIDDEN, "{part}");
    }
    // A pool of another team is not one that could be chosen.
    let strangers = app.strangers;
    let offering = app.ritbord.offering;
    let set = move |cx: &mut store::Command| seats::set_capacity(cx, strangers, offering, 5);
    let pool = app.db.command(&Actor::system("order"), set).await.unwrap();
    assert_eq!(app.refused(&format!("act=assign&pools={pool}"), table).await, "invalid-fields");
}

#[both_engines]
async fn ten_thousand_rows_go_through_in_turns(app: TestApp) {
    let pool = app.pool(app.ritbord, 50).await;
    let known: [PersonId; 60] = app.users().await;
    assert_eq!(known.len(), 60);
    let rows = (0..10_000).map(|n| format!("ada.berg{n:03}@bygg.example\n")).collect::<String>();
    let import = app.import(&format!("act=assign&pools={pool}"), rows).await;
    assert_eq!(import["state"], "looking", "the rest is looked at in the background");
    app.work().await;
    let ready = app.at(Method::GET, &import, "").await.1;
    assert_eq!(ready["rows"], json!({ "planned": 50, "faulty": 9_950 }));
    let done = app.carried_out(&import).await;
    assert_eq!((&done["rows"]["done"], app.see(pool).await.free()), (&json!(50), 0));
}
