//! Where files are kept, without a database.

use crate::TestApp;
use bytes::Bytes;
use catalog::Files;
use futures_util::{StreamExt, TryStreamExt, stream};
use kernel::clock::days;
use std::convert::Infallible;
use testkit::both_engines;

fn pieces(sizes: Vec<usize>) -> impl futures_util::Stream<Item = Result<Bytes, Infallible>> {
    stream::iter(sizes).enumerate().map(|(at, size)| Ok(Bytes::from(vec![at as u8; size])))
}

#[tokio::test]
async fn a_file_of_many_pieces_comes_back_as_it_went_in() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(folder.path().to_str().unwrap()).unwrap();
    let sizes = vec![1, 5 << 20, 3, 9 << 20, 70_000];
    let whole: Vec<u8> = pieces(sizes.clone()).map_ok(|bytes| bytes.to_vec()).try_concat().await.unwrap();
    let stored = files.keep(files.stage("one", pieces(sizes)).await.unwrap()).await.unwrap();
    assert_eq!(stored.size, whole.len() as u64);
    let read = files.read(&stored.key, 4 << 20..6 << 20).await.unwrap();
    let read: Vec<u8> = read.map_ok(|bytes| bytes.to_vec()).try_concat().await.unwrap();
    assert!(read == whole[4 << 20..6 << 20]);
}

#[test]
fn a_place_that_cannot_be_used_is_refused_with_the_reason() {
    let refused = |place| Files::open(place).unwrap_err().inner_message().unwrap_or_default().to_owned();
    assert!(refused("ftp://files.example/builds").contains("ftp://"));
    if cfg!(not(feature = "s3")) {
        assert!(refused("s3://builds").contains("without the feature s3"));
    }
}

#[both_engines]
async fn what_no_build_names_is_swept_after_two_days(app: TestApp) {
    app.ritbord().await;
    app.put("old", "").await;
    app.put("new", "&replace=true").await;
    app.jobs.schedule(&app.db).await.unwrap();
    assert_eq!(app.jobs.run_due(&app.db).await.unwrap(), 2, "files, and old downloads");
    assert_eq!(app.kept().len(), 2, "somebody may be downloading it");
    let uploads = app.kept()[0].parent().unwrap().with_file_name("uploads");
    std::fs::create_dir_all(&uploads).unwrap();
    std::fs::write(uploads.join("left-by-a-crash#1"), "half").unwrap();

    // The files carry the time of this machine; the test's clock runs ahead of it.
    let ahead = std::fs::metadata(&app.kept()[0]).unwrap().modified().unwrap();
    let ahead = ahead.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64;
    let behind = u64::try_from(ahead - app.db.now().millis()).unwrap_or(0);
    app.wait(std::time::Duration::from_millis(behind) + days(3));
    app.jobs.run_due(&app.db).await.unwrap();
    app.jobs.run_due(&app.db).await.unwrap();
    assert_eq!(app.kept().len(), 1, "{:?}", app.kept());
}
