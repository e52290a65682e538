//! Files of a release on their way out, to Ada, who was given a signed address.

use crate::{TestApp, world::request};
use axum::http::Method;
use kernel::{Actor, clock::minutes};
use testkit::both_engines;

const FILE: &str = "0123456789abcdefghij";

#[both_engines]
async fn ada_downloads_the_whole_file_and_is_in_the_log(app: TestApp) {
    app.ritbord().await;
    let address = app.offer(app.built(FILE).await).await;
    let file = app.fetch(&address, &[]).await;
    assert_eq!((file.status.as_u16(), file.text().as_str()), (200, FILE));
    assert_eq!(file.header("content-length"), "20");
    assert_eq!(file.header("accept-ranges"), "bytes");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"Ritbord.msi\""));
    assert!(file.header("repr-digest").starts_with("sha-256=:"));
    assert!(file.header("etag").len() == 66 && !file.header("last-modified").is_empty());
    assert_eq!(app.downloaders().await, ["ada@bygg.example"]);

    let head = app.send(&Actor::nobody(), request(Method::HEAD, &address), "").await;
    assert_eq!((head.status.as_u16(), head.header("content-length"), head.body.len()), (200, "20", 0));
    let held = file.header("etag");
    assert_eq!(app.fetch(&address, &[("if-none-match", held)]).await.status, 304);
    assert_eq!(app.fetch(&address, &[("if-match", "\"other\"")]).await.status, 412);
    assert_eq!(app.downloaders().await.len(), 1, "a question is no download");
    assert_eq!(app.texts("SELECT person_id FROM downloads").await.len(), 1);
}

#[both_engines]
async fn an_interrupted_download_goes_on_where_it_stopped(app: TestApp) {
    app.ritbord().await;
    let build = app.built(FILE).await;
    let address = app.offer(build).await;
    let first = app.fetch(&address, &[("range", "bytes=0-9")]).await;
    assert_eq!((first.status.as_u16(), first.header("content-range")), (206, "bytes 0-9/20"));
    let tag = first.header("etag").to_owned();

    app.wait(minutes(11));
    let late = app.fetch(&address, &[("range", "bytes=10-"), ("if-range", &tag)]).await;
    assert_eq!(late.status, 410, "the address is too old");
    let anew = app.offer(build).await;
    let rest = app.fetch(&anew, &[("range", "bytes=10-"), ("if-range", &tag)]).await;
    assert_eq!((rest.status.as_u16(), rest.header("content-range")), (206, "bytes 10-19/20"));
    assert_eq!(first.text() + &rest.text(), FILE);
    assert_eq!(app.downloaders().await.len(), 1, "the rest of a download is no further download");

    let past = app.fetch(&anew, &[("range", "bytes=20-")]).await;
    assert_eq!((past.status.as_u16(), past.header("content-range")), (416, "bytes */20"));
    let tail = app.fetch(&anew, &[("range", "bytes=-3")]).await;
    assert_eq!(tail.text(), "hij");
    assert_eq!(
        app.fetch(&anew, &[("range", "bytes=1-2,5-6")]).await.text(),
        FILE,
        "several parts: the whole"
    );
}

#[both_engines]
async fn a_browser_that_takes_compressed_pages_gets_the_file_as_it_is(app: TestApp) {
    app.ritbord().await;
    let file = "a".repeat(10_000);
    let address = app.offer(app.built(&file).await).await;
    let got = app.fetch(&address, &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((got.header("content-length"), got.header("accept-ranges")), ("10000", "bytes"));
    assert_eq!(got.text(), file);
    let page = request(Method::GET, "/vendor/products").header("accept-encoding", "gzip");
    let page = app.send(&app.olle, page, "").await;
    assert_eq!(page.header("content-encoding"), "gzip", "pages are compressed in this test");
}

#[both_engines]
async fn a_replaced_file_is_never_glued_to_the_old_one(app: TestApp) {
    app.ritbord().await;
    let build = app.built(FILE).await;
    let address = app.offer(build).await;
    let tag = app.fetch(&address, &[("range", "bytes=0-9")]).await.header("etag").to_owned();
    assert_eq!(app.put("a newer file, and longer", "&replace=true").await.status, 201);
    let rest = app.fetch(&address, &[("range", "bytes=10-"), ("if-range", &tag)]).await;
    assert_eq!((rest.status.as_u16(), rest.text().as_str()), (200, "a newer file, and longer"));
}

#[both_engines]
async fn an_address_that_was_changed_opens_nothing(app: TestApp) {
    app.ritbord().await;
    let (build, olle) = (app.built(FILE).await, app.olle.person_id().unwrap());
    let address = app.offer(build).await;
    let (ada, bare) = (app.ada.person_id().unwrap(), address.split('?').next().unwrap());
    let later = address.replace("expires=1", "expires=2");
    let changed = [
        bare.to_owned(),
        later,
        address.replace(&ada.to_string(), &olle.to_string()),
        address[..address.len() - 4].to_owned(),
        "/downloads/nothing?person=x&expires=1&signature=y".to_owned(),
        format!("{bare}?person={ada}&expires=9223372036854775807&signature=AAAA"),
    ];
    for path in changed {
        let refused = app.fetch(&path, &[("accept", "application/json")]).await;
        assert_eq!(refused.code(), (403, "download-not-genuine".into()), "{path}");
    }
    assert!(app.downloaders().await.is_empty());
}

#[both_engines]
async fn an_old_link_says_where_to_get_a_new_one(app: TestApp) {
    app.ritbord().await;
    let address = app.offer(app.built(FILE).await).await;
    app.wait(minutes(10));
    let page = app.visit(&app.ada, &address, None).await;
    assert_eq!(page.status, 410);
    assert!(
        page.text().contains("href=\"/account/products/ritbord\"")
            && page.text().contains("Hämta en ny länk")
    );
    let program = app.fetch(&address, &[("accept", "application/json")]).await;
    assert_eq!(program.code(), (410, "download-expired".into()));
}

#[both_engines]
async fn the_key_is_made_once_and_old_addresses_outlive_a_second_one(app: TestApp) {
    app.ritbord().await;
    let build = app.built(FILE).await;
    let (one, two) = (app.offer(build).await, app.offer(build).await);
    assert_eq!(one, two);
    assert_eq!(app.audit().await.iter().filter(|action| *action == "download-key.made").count(), 1);
}
