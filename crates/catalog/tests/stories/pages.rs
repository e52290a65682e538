//! The same in the browser, without scripts.

use crate::{
    TestApp,
    world::{Answer, request},
};
use axum::http::{Method, header};
use kernel::Actor;
use testkit::both_engines;

const RELEASE: &str = "/vendor/products/ritbord/releases/2027.1";

#[both_engines]
async fn olle_fills_an_empty_catalog_by_its_pages(app: TestApp) {
    let empty = app.visit(&app.olle, "/vendor/products", None).await.text();
    assert!(empty.contains("Inga produkter än") && empty.matches("btn-main").count() == 1, "{empty}");
    let fields =
        [("name", "Ritbord"), ("slug", "ritbord"), ("description", "Ritar <hus>"), ("icon", "p-ritbord")];
    let made = app.visit(&app.olle, "/vendor/products/new", Some(&fields)).await;
    assert_eq!((made.status.as_u16(), made.header("location")), (303, "/vendor/products/ritbord"));
    let product = app.visit(&app.olle, "/vendor/products/ritbord", None).await.text();
    assert!(product.contains("Ritar &lt;hus&gt;") && product.contains("Inga versioner än"), "{product}");
    assert!(product.contains("Ingen integritetspolicy än") && product.contains("Inga erbjudanden än"));

    let fields =
        [("version", "2027.1"), ("kind", "security"), ("notes", "Täpper till.\r\n\r\nInstallera snart.")];
    let made = app.visit(&app.olle, "/vendor/products/ritbord/releases/new", Some(&fields)).await;
    assert_eq!((made.status.as_u16(), made.header("location")), (303, RELEASE));
    let release = app.visit(&app.olle, RELEASE, None).await.text();
    assert!(release.contains("Säkerhet") && release.contains("plats publish ritbord 2027.1"), "{release}");

    let offering = app.visit(&app.olle, "/vendor/offerings/new?product=ritbord", None).await.text();
    assert!(
        offering.contains("value=\"ritbord\" selected") && offering.contains("value=\"30\""),
        "{offering}"
    );
    let policy = [("max_devices", "3"), ("offline_days", "30"), ("refresh_hours", "24")];
    let fields =
        [("product", "ritbord"), ("name", "Ritbord, 1 år"), ("sku", "rit-1y"), ("license_model", "named")];
    let fields = [&fields[..], &policy[..]].concat();
    let made = app.visit(&app.olle, "/vendor/offerings/new", Some(&fields)).await;
    assert_eq!((made.status.as_u16(), made.header("location")), (303, "/vendor/offerings/RIT-1Y"));
    let changed =
        [("name", "Ritbord"), ("max_devices", "5"), ("offline_days", "30"), ("refresh_hours", "24")];
    assert_eq!(app.visit(&app.olle, "/vendor/offerings/RIT-1Y", Some(&changed)).await.status, 303);
    let list = app.visit(&app.olle, "/vendor/offerings", None).await.text();
    assert!(list.contains("RIT-1Y") && list.contains("30 dagar"), "{list}");
    let list = app.visit(&app.olle, "/vendor/products", None).await.text();
    assert!(list.contains("2027.1") && list.contains("href=\"/vendor/products/ritbord\""), "{list}");
}

#[both_engines]
async fn a_refused_form_keeps_what_was_typed(app: TestApp) {
    app.ritbord().await;
    let fields = [("name", "Ritbord två"), ("slug", "ritbord"), ("description", ""), ("icon", "")];
    let taken = app.visit(&app.olle, "/vendor/products/new", Some(&fields)).await;
    assert_eq!(taken.status, 409);
    assert!(
        taken.text().contains("En annan produkt har det kortnamnet") && taken.text().contains("Ritbord två")
    );
    let fields = [("version", "sju"), ("kind", "update"), ("notes", "Rättat")];
    let wrong = app.visit(&app.olle, "/vendor/products/ritbord/releases/new", Some(&fields)).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("Rättat") && wrong.text().contains("aria-invalid=\"true\""),
        "{}",
        wrong.text()
    );
    let edit = app.visit(&app.olle, "/vendor/products/ritbord/edit", None).await.text();
    assert!(edit.contains("value=\"Ritbord\"") && edit.contains("value=\"p-ritbord\" checked"), "{edit}");
}

/// As a browser sends the form: the fields, then the file.
async fn upload(app: &TestApp, actor: &Actor, fields: &[(&str, &str)], file: Option<(&str, &str)>) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    if let Some((name, content)) = file {
        body += &format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n{content}\r\n"
        );
    }
    body += "--x--\r\n";
    let request = request(Method::POST, &format!("{RELEASE}/builds"))
        .header(header::ACCEPT, "text/html")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    app.send(actor, request, body).await
}

#[both_engines]
async fn olle_uploads_a_file_by_the_form(app: TestApp) {
    app.ritbord().await;
    let place = [("platform", "macos-arm64"), ("language", "sv")];
    let done = upload(&app, &app.olle, &place, Some(("Ritbord på svenska.dmg", "mac"))).await;
    assert_eq!((done.status.as_u16(), done.header("location")), (303, RELEASE), "{}", done.text());
    let page = app.visit(&app.olle, RELEASE, None).await.text();
    assert!(page.contains("Ritbord på svenska.dmg") && page.contains("macOS, Apple silicon"), "{page}");

    let taken = upload(&app, &app.olle, &place, Some(("Ritbord.dmg", "another"))).await;
    assert_eq!(taken.status, 409);
    assert!(taken.text().contains("value=\"macos-arm64\" selected"), "what was chosen stays");
    let replace = [&place[..], &[("replace", "1")]].concat();
    assert_eq!(upload(&app, &app.olle, &replace, Some(("Ritbord.dmg", "another"))).await.status, 303);
    let none = upload(&app, &app.olle, &place, Some(("", ""))).await;
    assert_eq!(none.status, 422);
    assert!(none.text().contains("Välj en fil först."));
    assert_eq!(upload(&app, &app.olle, &place, None).await.status, 422);
    let wrong = upload(&app, &app.olle, &[("platform", "amiga"), ("language", "sv")], Some(("a", "b"))).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(upload(&app, &app.ada, &place, Some(("a.dmg", "b"))).await.status, 404);
}

#[both_engines]
async fn every_page_is_shut_to_those_who_do_not_belong_there(app: TestApp) {
    app.ritbord().await;
    let pages = [
        "/vendor/products",
        "/vendor/products/new",
        "/vendor/products/ritbord",
        "/vendor/products/ritbord/edit",
        "/vendor/products/ritbord/privacy",
        "/vendor/products/ritbord/releases/new",
        RELEASE,
        "/vendor/offerings",
        "/vendor/offerings/new",
        "/vendor/offerings/RIT",
    ];
    for path in pages {
        let nobody = app.visit(&Actor::nobody(), path, None).await;
        assert!(nobody.status == 303 && nobody.header("location").starts_with("/sign-in?"), "{path}");
        assert_eq!(app.visit(&app.ada, path, None).await.status, 404, "{path}");
        assert_eq!(app.visit(&app.rut, path, None).await.status, 404, "{path}");
    }
    for path in [
        "/vendor/products/fasad",
        "/vendor/products/ritbord/releases/9",
        "/vendor/products/ritbord/releases/-",
        "/vendor/offerings/X",
    ] {
        assert_eq!(app.visit(&app.olle, path, None).await.status, 404, "{path}");
    }
}
