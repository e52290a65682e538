//! A file on its way in: checked before, stored, checked again, added. Page and API share it.

use crate::{
    AddBuild, Build, Digest, Files, Refused, Staged,
    add_build::{Fit, add_build},
};
use bytes::Bytes;
use futures_util::Stream;
use kernel::{Error, Result, secret::hex};
use web::Visit;

/// The build, and whether it is new there. Of what is refused nothing stays in the store.
pub(crate) async fn upload<E>(
    visit: &Visit,
    files: &Files,
    add: AddBuild,
    (announced, body): (Option<Digest>, impl Stream<Item = Result<Bytes, E>>),
) -> Result<(Build, bool)> {
    let asked = add.clone();
    visit.read(move |cx| asked.release(cx)).await?;
    let name = hex(&visit.site.db.chance().bytes::<16>());
    let staged = files.stage(&name, body).await?;
    match weigh(visit, &add, announced, &staged).await {
        Ok(Fit::New | Fit::Replaces(_)) => {}
        Ok(Fit::Same(build)) => {
            files.discard(staged).await?;
            return Ok((build, false));
        }
        Err(refusal) => {
            files.discard(staged).await?;
            return Err(refusal);
        }
    }
    let stored = files.keep(staged).await?;
    visit.command(move |cx| add_build(cx, &add, &stored)).await
}

async fn weigh(visit: &Visit, add: &AddBuild, announced: Option<Digest>, staged: &Staged) -> Result<Fit> {
    let sha256 = staged.sha256;
    if announced.is_some_and(|announced| announced != sha256) {
        return Err(Error::from(Refused::DigestMismatch));
    }
    let add = add.clone();
    visit
        .read(move |cx| {
            let (_, release) = add.release(cx)?;
            add.fit(cx, &release, sha256)
        })
        .await
}
