//! Texts in the reader's language. Every room has `locales/{en,sv}/ROOM.ftl`; a missing key does not compile.

use i18n_embed::{LanguageLoader, fluent::FluentLanguageLoader};
use kernel::Lang;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The loaded texts of one room, one loader a language.
pub struct Texts([OnceLock<FluentLanguageLoader>; 2]);

impl Texts {
    pub const fn new() -> Self {
        Texts([OnceLock::new(), OnceLock::new()])
    }

    pub fn get(
        &self,
        lang: Lang,
        domain: &str,
        files: &(impl i18n_embed::I18nAssets + Sync),
    ) -> &FluentLanguageLoader {
        self.0[lang as usize].get_or_init(|| {
            let loader = FluentLanguageLoader::new(domain, identifier(Lang::En));
            loader.load_languages(files, &[identifier(lang)]).unwrap_or_else(|error| {
                panic!("the texts of {domain} in {} do not load: {error}", lang.tag())
            });
            loader.set_use_isolating(false);
            loader
        })
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new()
    }
}

fn identifier(lang: Lang) -> LanguageIdentifier {
    lang.tag().parse().unwrap_or_default()
}

/// Declares `texts(lang)` for a room: `web::room_texts!("seats");`, then `fl!(texts(lang), "key", name = value)`.
#[macro_export]
macro_rules! room_texts {
    ($room:literal) => {
        #[derive(rust_embed::RustEmbed)]
        #[folder = "locales/"]
        struct TextFiles;

        pub(crate) fn texts(lang: kernel::Lang) -> &'static i18n_embed::fluent::FluentLanguageLoader {
            static TEXTS: $crate::Texts = $crate::Texts::new();
            TEXTS.get(lang, $room, &TextFiles)
        }
    };
}
