//! A signed address of a build for one person, and the record that it was used. Whether the person holds the
//! product was decided above.

use crate::{
    Build, Ticket, ask,
    events::{BuildDownloaded, DownloadKeyMade},
    queries, ticket,
};
use kernel::{BuildId, KeyId, PersonId, Result, Timestamp};
use store::Command;

/// The path of the download, good for ten minutes.
pub fn offer_download(cx: &mut Command, build: BuildId, person: PersonId) -> Result<String> {
    ask::build(cx, build)?;
    let key = download_key(cx)?;
    let expires = Timestamp::from_seconds(cx.now().plus(ticket::VALID).seconds());
    Ok(Ticket { build, person, expires }.path(&key))
}

/// The key that signs, made at the first use.
pub fn download_key(cx: &mut Command) -> Result<Vec<u8>> {
    if let Some(key) = queries::download_keys(cx)?.into_iter().next() {
        return Ok(key);
    }
    let (id, key): (KeyId, _) = (cx.id(), cx.chance().bytes::<32>().to_vec());
    queries::insert_download_key(cx, id, &key)?;
    cx.record(DownloadKeyMade { key: id, label: "download".into() });
    Ok(key)
}

/// Notes that the person began to download the build.
pub fn record_download(cx: &mut Command, build: &Build, person: PersonId) -> Result<()> {
    let release = ask::release(cx, build.release_id)?;
    let product = ask::product(cx, release.product_id)?;
    queries::insert_download(cx, build.id, person)?;
    cx.record(BuildDownloaded {
        build: build.id,
        label: format!("{} {} {} {}", product.name, release.version, build.platform, build.language),
        person,
        sha256: build.sha256.to_string(),
    });
    Ok(())
}
