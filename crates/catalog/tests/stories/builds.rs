//! Files of a release on their way in.

use crate::{
    TestApp,
    world::{BUILDS, request},
};
use axum::{
    body::{Body, Bytes},
    http::Method,
};
use catalog::{AddBuild, Digest, Stored};
use futures_util::stream;
use testkit::both_engines;

const FOX: &str = "d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592";

#[both_engines]
async fn olle_publishes_a_build_and_a_repeated_upload_does_no_harm(app: TestApp) {
    app.ritbord().await;
    let fox = "The quick brown fox jumps over the lazy dog";
    let first = app.put(fox, "").await;
    assert_eq!(first.status, 201, "{}", first.text());
    let build = first.json();
    assert_eq!(build["sha256"], FOX);
    assert_eq!((build["size"].as_u64(), build["file_name"].as_str()), (Some(43), Some("Ritbord.msi")));
    assert_eq!(first.header("repr-digest"), FOX.parse::<Digest>().unwrap().repr_digest());

    let again = app.put(fox, "").await;
    assert_eq!((again.status.as_u16(), again.json()["id"] == build["id"]), (200, true));
    assert_eq!(app.put("other", "").await.code(), (409, "build-taken".into()));
    let replaced = app.put("other", "&replace=true").await;
    assert_eq!((replaced.status.as_u16(), replaced.json()["id"] == build["id"]), (201, true), "the id stays");
    let log = app.audit().await;
    assert_eq!(log[2..], ["build.added", "build.replaced"]);
    assert_eq!(app.kept().len(), 2, "the replaced file stays for those who are downloading it");
}

#[both_engines]
async fn what_arrives_is_compared_with_what_was_sent(app: TestApp) {
    app.ritbord().await;
    let path = format!("{BUILDS}/linux-x64/mul?file_name=ritbord.tar.gz");
    let digest = FOX.parse::<Digest>().unwrap().repr_digest();
    let put = |digest: &str, file: &'static str| {
        app.send(&app.olle, request(Method::PUT, &path).header("repr-digest", digest), file)
    };
    assert_eq!(
        put(&digest, "The quick brown fox jumps over the lazy cat").await.code(),
        (422, "digest-mismatch".into())
    );
    let unreadable = put("sha-256=fox", "x").await.json();
    assert_eq!(unreadable["errors"][0]["pointer"], "/Repr-Digest");
    assert!(app.kept().is_empty(), "{:?}", app.kept());
    assert_eq!(put(&digest, "The quick brown fox jumps over the lazy dog").await.status, 201);
    assert_eq!(app.kept().len(), 1);
}

#[both_engines]
async fn nothing_stays_of_an_upload_that_is_empty_too_large_or_broken(app: TestApp) {
    app.ritbord().await;
    assert_eq!(app.put("", "").await.code(), (422, "empty-file".into()));
    assert_eq!(app.put(&"x".repeat((1 << 20) + 1), "").await.code(), (422, "file-too-large".into()));
    let pieces = [Ok(Bytes::from(vec![7; 9000])), Err(std::io::Error::other("the line is cut"))];
    let path = format!("{BUILDS}/windows-x64/sv?file_name=Ritbord.msi");
    let body = Body::from_stream(stream::iter(pieces));
    assert_eq!(
        app.send(&app.olle, request(Method::PUT, &path), body).await.code(),
        (422, "upload-broken".into())
    );
    assert!(app.kept().is_empty(), "{:?}", app.kept());
    assert_eq!(app.audit().await.len(), 2);
}

#[both_engines]
async fn a_file_has_a_place_or_is_not_taken(app: TestApp) {
    app.ritbord().await;
    let put = async |rest: &str| {
        let path = format!("/api/v1/products/{rest}");
        app.send(&app.olle, request(Method::PUT, &path), "file").await
    };
    assert_eq!(put("fasad/releases/2027.1/builds/windows-x64/sv?file_name=a.msi").await.status, 404);
    assert_eq!(put("ritbord/releases/2031/builds/windows-x64/sv?file_name=a.msi").await.status, 404);
    let wrong = put("ritbord/releases/2027.1/builds/amiga/svenska!?file_name=..%2F..").await;
    let errors = wrong.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["pointer"].to_string())
        .collect::<String>();
    assert_eq!((wrong.status.as_u16(), errors.as_str()), (422, "\"/platform\"\"/language\"\"/file_name\""));
    assert_eq!(
        put("ritbord/releases/2027.01/builds/windows-x64/SV?file_name=a.msi").await.status,
        201,
        "spelled otherwise"
    );
    assert!(app.kept().len() == 1);
}

#[both_engines]
async fn two_who_upload_the_same_at_once_both_succeed(app: TestApp) {
    app.ritbord().await;
    let (one, two) = tokio::join!(app.put("the same", ""), app.put("the same", ""));
    assert!(one.status.is_success() && two.status.is_success(), "{} {}", one.text(), two.text());
    assert_eq!(one.json()["id"], two.json()["id"]);
    assert_eq!((app.kept().len(), app.audit().await.len()), (1, 3));
}

#[both_engines]
async fn of_three_who_add_the_same_at_once_one_is_first_and_nobody_is_refused(app: TestApp) {
    app.ritbord().await;
    let stored = Stored { key: "builds/x".into(), size: 3, sha256: Digest::new([7; 32]) };
    for language in ["sv", "en", "de", "fr", "nl", "pl"] {
        let add = AddBuild::parse(["ritbord", "2027.1"], ["linux-x64", language], "r.deb", false).unwrap();
        let go = || {
            let (add, stored) = (add.clone(), stored.clone());
            app.db.command(&app.olle, move |cx| catalog::add_build(cx, &add, &stored))
        };
        let (one, two, three) = tokio::join!(go(), go(), go());
        let new = [one, two, three].into_iter().filter(|added| added.as_ref().unwrap().1).count();
        assert_eq!(new, 1, "{language}");
    }
}

#[both_engines]
async fn strangers_upload_nothing(app: TestApp) {
    app.ritbord().await;
    let path = format!("{BUILDS}/windows-x64/sv?file_name=Ritbord.msi");
    for (actor, status) in [(&kernel::Actor::nobody(), 401), (&app.ada, 404), (&app.rut, 404)] {
        assert_eq!(app.send(actor, request(Method::PUT, &path), "file").await.status, status);
    }
    assert!(app.kept().is_empty());
}
