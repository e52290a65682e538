//! Where the files of builds are kept: a folder of this machine, or a bucket.

use crate::{Digest, Refused, Stored};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream::BoxStream};
use kernel::{Error, Result, Timestamp};
use object_store::{
    GetOptions, GetRange, ObjectStore, ObjectStoreExt, WriteMultipart, local::LocalFileSystem, path::Path,
};
use sha2::{Digest as _, Sha256};
use std::{ops::Range, path::PathBuf, sync::Arc, time::Duration};

/// The store of files. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    most: u64,
    /// The folder, where it is one.
    folder: Option<PathBuf>,
}

/// A file that arrived whole and is not yet anybody's.
#[derive(Debug)]
pub struct Staged {
    place: Path,
    pub size: u64,
    pub sha256: Digest,
}

const MOST: u64 = 20 << 30;
/// Written at a time; a bucket takes 10,000 such pieces of one file.
const PIECE: usize = 8 << 20;
/// Pieces under way at once; more memory than this is not used.
const AT_ONCE: usize = 3;
/// What a bucket copies in one request; a larger file stays where it was put.
const LARGEST_COPY: u64 = 5 << 30;

impl Files {
    /// A folder, which is made when it is not there, or `s3://bucket/folder` (with the feature `s3`; keys and
    /// endpoint come from the usual `AWS_...` variables).
    pub fn open(place: &str) -> Result<Files> {
        if place.starts_with("s3://") {
            return Ok(Files::over(bucket(place)?));
        }
        if let Some((scheme, _)) = place.split_once("://").filter(|(scheme, _)| *scheme != "file") {
            return Err(Error::fault(format!(
                "files cannot be kept at {scheme}://: a folder or s3://bucket is meant"
            )));
        }
        let folder = PathBuf::from(place.strip_prefix("file://").unwrap_or(place));
        std::fs::create_dir_all(&folder)
            .map_err(|error| Error::fault(format!("{}: {error}", folder.display())))?;
        let store = LocalFileSystem::new_with_prefix(&folder).map_err(Error::fault)?.with_fsync(true);
        Ok(Files { store: Arc::new(store), most: MOST, folder: Some(folder) })
    }

    /// Any store, for tests and for what is not foreseen here.
    pub fn over(store: Arc<dyn ObjectStore>) -> Files {
        Files { store, most: MOST, folder: None }
    }

    /// Refuses files of more bytes; 20 GiB unless it is said.
    pub fn at_most(self, most: u64) -> Files {
        Files { most, ..self }
    }
    pub fn most(&self) -> u64 {
        self.most
    }

    /// Takes a file in, a piece at a time, and counts its SHA-256. What breaks off leaves nothing behind.
    pub async fn stage<E>(&self, name: &str, body: impl Stream<Item = Result<Bytes, E>>) -> Result<Staged> {
        let place = Path::from(format!("{UPLOADS}/{name}"));
        let upload = self.store.put_multipart(&place).await.map_err(unstored)?;
        let mut upload = WriteMultipart::new_with_chunk_size(upload, PIECE);
        match self.pour(&mut upload, body).await {
            Ok((size, sha256)) => {
                upload.finish().await.map_err(unstored)?;
                Ok(Staged { place, size, sha256 })
            }
            Err(refusal) => {
                upload.abort().await.map_err(Error::fault)?;
                Err(refusal)
            }
        }
    }

    async fn pour<E>(
        &self,
        upload: &mut WriteMultipart,
        body: impl Stream<Item = Result<Bytes, E>>,
    ) -> Result<(u64, Digest)> {
        let (mut size, mut hash) = (0u64, Sha256::new());
        let mut body = std::pin::pin!(body);
        while let Some(bytes) = body.next().await {
            let bytes = bytes.map_err(|_| Refused::UploadBroken)?;
            size += bytes.len() as u64;
            if size > self.most {
                return Err(Refused::FileTooLarge { most: self.most }.into());
            }
            hash.update(&bytes);
            upload.wait_for_capacity(AT_ONCE).await.map_err(unstored)?;
            upload.put(bytes);
        }
        match size {
            0 => Err(Refused::EmptyFile.into()),
            _ => Ok((size, Digest::new(hash.finalize().into()))),
        }
    }

    /// Moves a staged file to its place: named by its content, so that the same file is kept once.
    pub async fn keep(&self, staged: Staged) -> Result<Stored> {
        let Staged { place, size, sha256 } = staged;
        let mut key = place.clone();
        if self.folder.is_some() || size < LARGEST_COPY {
            key = Path::from(format!("{BUILDS}/{sha256}"));
            self.store.rename(&place, &key).await.map_err(unstored)?;
        }
        Ok(Stored { key: key.to_string(), size, sha256 })
    }

    pub async fn discard(&self, staged: Staged) -> Result<()> {
        self.store.delete(&staged.place).await.map_err(Error::fault)
    }

    /// A part of a file, as it comes from the store.
    pub async fn read(&self, key: &str, part: Range<u64>) -> Result<BoxStream<'static, Result<Bytes>>> {
        let options = GetOptions { range: Some(GetRange::Bounded(part)), ..GetOptions::default() };
        let found = self.store.get_opts(&Path::from(key), options).await.map_err(Error::fault)?;
        Ok(found.into_stream().map_err(Error::fault).boxed())
    }

    /// The keys of files older than the given age: candidates for [`crate::jobs`] to sweep.
    pub(crate) async fn older_than(&self, age: Duration, now: Timestamp) -> Result<Vec<String>> {
        let before = now.minus(age).millis();
        let all = self
            .store
            .list(None)
            .try_filter(|file| std::future::ready(file.last_modified.timestamp_millis() < before));
        all.map_ok(|file| file.location.to_string()).try_collect().await.map_err(Error::fault)
    }

    pub(crate) async fn remove(&self, key: &str) -> Result<()> {
        match self.store.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Error::fault(error)),
        }
    }

    /// Pieces of uploads that a crash left in the folder; the store does not list them.
    pub(crate) async fn remove_pieces(&self, age: Duration, now: Timestamp) -> Result<()> {
        let Some(folder) = self.folder.as_ref().map(|folder| folder.join(UPLOADS)) else { return Ok(()) };
        let before = now.minus(age).millis();
        let sweep = move || -> std::io::Result<()> {
            for entry in std::fs::read_dir(&folder)? {
                let entry = entry?;
                let changed = entry.metadata()?.modified()?.duration_since(std::time::UNIX_EPOCH);
                if changed.is_ok_and(|since| (since.as_millis() as i64) < before) {
                    std::fs::remove_file(entry.path())?;
                }
            }
            Ok(())
        };
        match tokio::task::spawn_blocking(sweep).await.map_err(Error::fault)? {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::fault(error)),
            _ => Ok(()),
        }
    }
}

/// A full disk, a quota, or a fault of ours.
fn unstored(error: object_store::Error) -> Error {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(error) = cause {
        let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if matches!(kind, Some(FileTooLarge | QuotaExceeded | StorageFull)) {
            tracing::error!(%error, "there is no space left to keep a file");
            return Error::out_of_space();
        }
        cause = error.source();
    }
    Error::fault(error)
}

const UPLOADS: &str = "uploads";
const BUILDS: &str = "builds";

#[cfg(feature = "s3")]
fn bucket(url: &str) -> Result<Arc<dyn ObjectStore>> {
    let bucket =
        object_store::aws::AmazonS3Builder::from_env().with_url(url).build().map_err(Error::fault)?;
    let folder = url.trim_start_matches("s3://").split_once('/').map_or("", |(_, folder)| folder);
    Ok(match folder.trim_matches('/') {
        "" => Arc::new(bucket),
        folder => Arc::new(object_store::prefix::PrefixStore::new(bucket, folder)),
    })
}

#[cfg(not(feature = "s3"))]
fn bucket(url: &str) -> Result<Arc<dyn ObjectStore>> {
    Err(Error::fault(format!("{url}: this program was built without the feature s3; give a folder instead")))
}
