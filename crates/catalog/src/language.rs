//! The language that a build speaks; programs speak more languages than Plats does.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{FieldError, Lang};
use std::{fmt, str::FromStr};

/// A BCP 47 tag of language and region; `mul` is one build for several languages.
///
/// ```
/// use catalog::Language;
/// assert_eq!("PT-br".parse::<Language>().unwrap().as_str(), "pt-BR");
/// assert_eq!("mul".parse::<Language>().unwrap().display_name(kernel::Lang::En), "Several languages");
/// assert_eq!("sv".parse::<Language>().unwrap().display_name(kernel::Lang::Sv), "Svenska");
/// assert_eq!("../x".parse::<Language>().unwrap_err().code, "language-form");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(String);

impl Language {
    /// What the upload form offers; the API takes any tag.
    pub const COMMON: [&'static str; 12] =
        ["mul", "en", "sv", "nb", "da", "fi", "de", "nl", "fr", "es", "it", "pl"];

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In the reader's language, with a capital; a tag without a name of ours stays as it is.
    pub fn display_name(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self.0.as_str() {
            "mul" => fl!(t, "language-mul"),
            "en" => fl!(t, "language-en"),
            "sv" => fl!(t, "language-sv"),
            "nb" => fl!(t, "language-nb"),
            "da" => fl!(t, "language-da"),
            "fi" => fl!(t, "language-fi"),
            "de" => fl!(t, "language-de"),
            "nl" => fl!(t, "language-nl"),
            "fr" => fl!(t, "language-fr"),
            "es" => fl!(t, "language-es"),
            "it" => fl!(t, "language-it"),
            "pl" => fl!(t, "language-pl"),
            other => other.to_owned(),
        }
    }
}

impl FromStr for Language {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldError::new("language", "missing"));
        }
        let (language, region) =
            text.split_once('-').map_or((text, None), |(tag, region)| (tag, Some(region)));
        let letters = |part: &str, least, most| {
            (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
        };
        if !letters(language, 2, 3) || !region.is_none_or(|region| letters(region, 2, 4)) {
            return Err(FieldError::new("language", "language-form"));
        }
        let region = region.map(|region| match region.len() {
            // A script, such as Hant.
            4 => region[..1].to_ascii_uppercase() + &region[1..].to_ascii_lowercase(),
            _ => region.to_ascii_uppercase(),
        });
        let language = language.to_ascii_lowercase();
        Ok(Language(region.map_or(language.clone(), |region| format!("{language}-{region}"))))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
