//! The same in the browser.

use crate::TestApp;
use axum::http::StatusCode;
use testkit::both_engines;

#[both_engines]
async fn maja_pastes_three_people_and_looks_before_she_says_yes(app: TestApp) {
    let pool = app.pool(app.ritbord, 5).await.to_string();
    let imports = format!("/manage/teams/{}/imports", app.team);
    let empty = app.visit(&app.maja, &imports, None).await.body;
    assert!(empty.contains("Inget har importerats än"), "{empty}");
    let choose = app.visit(&app.maja, &format!("{imports}/new"), None).await.body;
    assert!(choose.contains("Vad ska hända?") && choose.contains("act=replace"), "{choose}");
    let form = app.visit(&app.maja, &format!("{imports}/new?act=invite"), None).await.body;
    assert!(
        form.contains("Ritbord") && form.contains("5 lediga") && form.contains("multipart/form-data"),
        "{form}"
    );

    let people = "Noora, Aalto, noora@bygg.example\nbo.berg@bygg.example; carl@bygg.example";
    let fields = [
        ("act", "invite"),
        ("pool", pool.as_str()),
        ("role", "user"),
        ("language", "sv"),
        ("people", people),
    ];
    let sent = app.upload(&app.maja, &imports, &fields, None).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let preview = app.visit(&app.maja, &sent.location, None).await.body;
    for words in [
        "Inget har hänt än",
        "Genomför 3 ändringar",
        "Ritbord: 3 platser behövs",
        "Bo",
        "Bjuds in. Får Ritbord",
    ] {
        assert!(preview.contains(words), "{words}: {preview}");
    }

    let begun = app.visit(&app.maja, &format!("{}/confirmation", sent.location), Some(&[])).await;
    assert_eq!(begun.location, sent.location);
    let under_way = app.visit(&app.maja, &sent.location, None).await.body;
    assert!(under_way.contains("0 av 3 rader klara") && under_way.contains("data-live"), "{under_way}");
    app.work().await;
    let done = app.visit(&app.maja, &sent.location, None).await.body;
    assert!(done.contains("Klart: Bjuds in. Får Ritbord") && done.contains("Ångra allt"), "{done}");
    let list = app.visit(&app.maja, &imports, None).await.body;
    assert!(list.contains("Bjud in personer") && list.contains("maja.lindqvist@bygg.example"), "{list}");

    app.visit(&app.maja, &format!("{}/undo", sent.location), Some(&[])).await;
    app.work().await;
    let undone = app.visit(&app.maja, &sent.location, None).await.body;
    assert!(undone.contains("Ångrad") && !undone.contains("Ångra allt"), "{undone}");
    let late = app.visit(&app.maja, &format!("{}/confirmation", sent.location), Some(&[])).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[both_engines]
async fn a_file_with_problems_says_which_and_gives_them_back(app: TestApp) {
    app.user("Bo", "Berg").await;
    let imports = format!("/manage/teams/{}/imports", app.team);
    let table = "E-post\tRoll\r\nbo.berg@bygg.example\tAdministratör\r\ncarl@bygg.example\tAdministratör\r\n";
    let sent = app
        .upload(&app.maja, &imports, &[("act", "role")], Some(("C:\\listor\\roller.csv", table.as_bytes())))
        .await;
    let preview = app.visit(&app.maja, &sent.location, None).await.body;
    for words in [
        "Ändra roller, ur roller.csv",
        "Genomför 1 ändring",
        "1 rad togs inte med",
        "Blir sekundär administratör",
    ] {
        assert!(preview.contains(words), "{words}: {preview}");
    }
    let problems = app.visit(&app.maja, &format!("{}?show=problems", sent.location), None).await.body;
    assert!(
        problems.contains("carl@bygg.example") && !problems.contains("bo.berg@bygg.example"),
        "{problems}"
    );
    let file = app.visit(&app.maja, &format!("{}/to-mend.csv", sent.location), None).await.body;
    assert!(
        file.starts_with("\u{feff}E-post\tRoll\tAtt rätta\r\ncarl@bygg.example\tAdministratör\t"),
        "{file}"
    );
    let template = app.visit(&app.maja, &format!("{imports}/template.csv"), None).await.body;
    assert!(template.contains("Förnamn;Efternamn;E-post"), "{template}");

    let gone = app.visit(&app.maja, &format!("{}/discard", sent.location), Some(&[])).await;
    assert_eq!(gone.location, imports);
    assert_eq!(app.visit(&app.maja, &sent.location, None).await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn what_is_wrong_stands_beside_the_field(app: TestApp) {
    let imports = format!("/manage/teams/{}/imports", app.team);
    let nobody = app.upload(&app.maja, &imports, &[("act", "remove"), ("people", "")], None).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.body.contains("Välj en fil, eller klistra in minst en adress"), "{}", nobody.body);
    let workbook =
        app.upload(&app.maja, &imports, &[("act", "remove")], Some(("folk.xlsx", b"PK\x03\x04"))).await;
    assert!(workbook.body.contains("Spara bladet som CSV"), "{}", workbook.body);
    let open =
        app.upload(&app.maja, &imports, &[("act", "replace"), ("people", "a@bygg.example")], None).await;
    assert_eq!(open.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", open.body);
    let foreign =
        app.upload(&app.eve, &imports, &[("act", "remove"), ("people", "a@bygg.example")], None).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}
