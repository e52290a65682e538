//! What this room refuses.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Kind, Lang, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    SlugTaken,
    SkuTaken,
    /// Also in another spelling: `2027.01` when `2027.1` is there.
    VersionTaken,
    /// The version of a privacy statement stands for one text for good: people accepted it.
    StatementTaken,
    /// The release has another file for this platform and language.
    BuildTaken,
    /// The file that arrived is not the one whose SHA-256 was announced.
    DigestMismatch,
    NoFile,
    EmptyFile,
    FileTooLarge {
        most: u64,
    },
    UploadBroken,
    /// The address of a download was made too long ago.
    DownloadExpired,
    /// The address of a download was changed or cut off.
    DownloadNotGenuine,
}

impl Refusal for Refused {
    fn kind(&self) -> Kind {
        match self {
            Refused::SlugTaken
            | Refused::SkuTaken
            | Refused::VersionTaken
            | Refused::StatementTaken
            | Refused::BuildTaken => Kind::Conflict,
            Refused::DigestMismatch
            | Refused::NoFile
            | Refused::EmptyFile
            | Refused::FileTooLarge { .. }
            | Refused::UploadBroken => Kind::Invalid,
            Refused::DownloadExpired => Kind::Gone,
            Refused::DownloadNotGenuine => Kind::Forbidden,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Refused::SlugTaken => "slug-taken",
            Refused::SkuTaken => "sku-taken",
            Refused::VersionTaken => "version-taken",
            Refused::StatementTaken => "statement-taken",
            Refused::BuildTaken => "build-taken",
            Refused::DigestMismatch => "digest-mismatch",
            Refused::NoFile => "no-file",
            Refused::EmptyFile => "empty-file",
            Refused::FileTooLarge { .. } => "file-too-large",
            Refused::UploadBroken => "upload-broken",
            Refused::DownloadExpired => "download-expired",
            Refused::DownloadNotGenuine => "download-not-genuine",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Refused::SlugTaken => fl!(t, "refused-slug-taken"),
            Refused::SkuTaken => fl!(t, "refused-sku-taken"),
            Refused::VersionTaken => fl!(t, "refused-version-taken"),
            Refused::StatementTaken => fl!(t, "refused-statement-taken"),
            Refused::BuildTaken => fl!(t, "refused-build-taken"),
            Refused::DigestMismatch => fl!(t, "refused-digest-mismatch"),
            Refused::NoFile => fl!(t, "refused-no-file"),
            Refused::EmptyFile => fl!(t, "refused-empty-file"),
            Refused::FileTooLarge { most } => {
                fl!(t, "refused-file-too-large", most = web::format::bytes(*most, lang))
            }
            Refused::UploadBroken => fl!(t, "refused-upload-broken"),
            Refused::DownloadExpired => fl!(t, "refused-download-expired"),
            Refused::DownloadNotGenuine => fl!(t, "refused-download-not-genuine"),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Refused::SlugTaken => Some("slug"),
            Refused::SkuTaken => Some("sku"),
            Refused::VersionTaken | Refused::StatementTaken => Some("version"),
            _ => None,
        }
    }
}
