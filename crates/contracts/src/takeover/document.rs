//! The document that goes with an application. What it is says its content, never its name.

use super::refusal::Refused;
use catalog::FileName;
use kernel::{Result, secret::hex};
use sha2::{Digest, Sha256};

/// A scanned page is smaller.
pub const MOST: usize = 10 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    Pdf,
    Png,
    Jpeg,
    Text,
}

impl DocumentKind {
    /// ```
    /// use contracts::takeover::DocumentKind;
    /// let kind = |content: &[u8]| DocumentKind::of(content);
    /// assert_eq!(kind(b"%PDF-1.7\n"), Some(DocumentKind::Pdf));
    /// assert_eq!(kind(b"\x89PNG\r\n\x1a\n..."), Some(DocumentKind::Png));
    /// assert_eq!(kind(b"\xff\xd8\xff\xe0"), Some(DocumentKind::Jpeg));
    /// assert_eq!(kind("Elin slutade i våras.\r\n".as_bytes()), Some(DocumentKind::Text));
    /// assert_eq!(kind(b"MZ\x90\0"), None);
    /// assert_eq!(kind(b"\xe5\xe4\xf6"), None); // no UTF-8
    /// assert_eq!(kind(b""), None);
    /// ```
    pub fn of(content: &[u8]) -> Option<DocumentKind> {
        let is_text = |text: &str| {
            !text.trim().is_empty() && text.chars().all(|c| !c.is_control() || "\n\r\t\u{c}".contains(c))
        };
        match content {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(DocumentKind::Pdf),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(DocumentKind::Png),
            [0xff, 0xd8, 0xff, ..] => Some(DocumentKind::Jpeg),
            _ if std::str::from_utf8(content).is_ok_and(is_text) => Some(DocumentKind::Text),
            _ => None,
        }
    }
    pub const fn name(self) -> &'static str {
        match self {
            DocumentKind::Pdf => "pdf",
            DocumentKind::Png => "png",
            DocumentKind::Jpeg => "jpeg",
            DocumentKind::Text => "text",
        }
    }
    pub fn from_name(name: &str) -> Option<DocumentKind> {
        let all = [DocumentKind::Pdf, DocumentKind::Png, DocumentKind::Jpeg, DocumentKind::Text];
        all.into_iter().find(|kind| kind.name() == name)
    }
    /// What its file is called when the name that came with it cannot be one.
    const fn file_name(self) -> &'static str {
        match self {
            DocumentKind::Pdf => "document.pdf",
            DocumentKind::Png => "document.png",
            DocumentKind::Jpeg => "document.jpg",
            DocumentKind::Text => "document.txt",
        }
    }
    pub const fn media_type(self) -> &'static str {
        match self {
            DocumentKind::Pdf => "application/pdf",
            DocumentKind::Png => "image/png",
            DocumentKind::Jpeg => "image/jpeg",
            DocumentKind::Text => "text/plain; charset=utf-8",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub name: FileName,
    pub kind: DocumentKind,
    pub sha256: String,
    pub content: Vec<u8>,
}

impl Document {
    pub fn parse(name: &str, content: Vec<u8>) -> Result<Document> {
        if content.is_empty() {
            return Err(Refused::DocumentMissing.into());
        }
        if content.len() > MOST {
            return Err(Refused::DocumentTooLarge { most: MOST as u64 }.into());
        }
        let kind = DocumentKind::of(&content).ok_or(Refused::DocumentUnknown)?;
        let sha256 = hex(&Sha256::digest(&content));
        Ok(Document { name: name_of(name, kind)?, kind, sha256, content })
    }
}

pub(super) fn name_of(name: &str, kind: DocumentKind) -> Result<FileName> {
    FileName::parse(name)
        .or_else(|_| FileName::parse(kind.file_name()))
        .map_err(|error| kernel::Error::fault(error.code))
}
