//! What `plats` says, in the language of the environment. Help and usage are English; the server refuses in the
//! language that the request names.

use i18n_embed::{LanguageLoader, fluent::FluentLanguageLoader};
use std::sync::OnceLock;

pub type Texts = &'static FluentLanguageLoader;

#[derive(rust_embed::RustEmbed)]
#[folder = "locales/"]
struct TextFiles;

/// As `Accept-Language` has it: `sv_SE.UTF-8` is `sv-SE`; English where nothing is said.
pub fn language_tag() -> String {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let said = names.into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    tag(&said.unwrap_or_default())
}

fn tag(locale: &str) -> String {
    let bare = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let is_tag = bare.len() <= 35 && bare.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    match bare.as_str() {
        "" | "C" | "POSIX" => "en".into(),
        _ if is_tag => bare,
        _ => "en".into(),
    }
}

pub fn load(tag: &str) -> Texts {
    static ENGLISH: OnceLock<FluentLanguageLoader> = OnceLock::new();
    static SWEDISH: OnceLock<FluentLanguageLoader> = OnceLock::new();
    match tag.split('-').next() {
        Some("sv") => SWEDISH.get_or_init(|| loaded("sv")),
        _ => ENGLISH.get_or_init(|| loaded("en")),
    }
}

fn loaded(language: &str) -> FluentLanguageLoader {
    let identifier = |tag: &str| tag.parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
    let loader = FluentLanguageLoader::new("cli", identifier("en"));
    loader
        .load_languages(&TextFiles, &[identifier(language)])
        .unwrap_or_else(|error| panic!("the texts in {language} do not load: {error}"));
    loader.set_use_isolating(false);
    loader
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_locale_becomes_a_tag() {
        for (locale, expected) in [
            ("sv_SE.UTF-8", "sv-SE"),
            ("en_GB", "en-GB"),
            ("ca_ES@valencia", "ca-ES"),
            ("C.UTF-8", "en"),
            ("POSIX", "en"),
            ("", "en"),
            ("sv\r\nX: y", "en"),
        ] {
            assert_eq!(tag(locale), expected, "{locale}");
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let keys = |text: &str| -> BTreeSet<String> {
            let lines = text.lines().filter(|line| !line.starts_with([' ', '#']));
            lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
        };
        let (en, sv) = (include_str!("../locales/en/cli.ftl"), include_str!("../locales/sv/cli.ftl"));
        assert_eq!(keys(en), keys(sv));
        assert!(load("sv-SE").has("not-plats") && load("de").has("not-plats"));
    }
}
