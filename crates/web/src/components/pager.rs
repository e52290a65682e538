//! Keyset pages: previous and next, and letters to jump to where a list is sorted by name.

use super::icon_s;
use crate::{format, texts};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

#[derive(Clone)]
pub struct Pager {
    lang: Lang,
    previous: Option<String>,
    next: Option<String>,
    size: Option<u64>,
    letters: Vec<Letter>,
}

#[derive(Clone)]
struct Letter {
    letter: String,
    href: String,
    current: bool,
}

/// `pager(previous_href, next_href, lang).size(50)`. Nothing is drawn when the list is one page without letters.
pub fn pager(previous: impl Into<Option<String>>, next: impl Into<Option<String>>, lang: Lang) -> Pager {
    Pager { lang, previous: previous.into(), next: next.into(), size: None, letters: Vec::new() }
}

impl Pager {
    /// "Next 50" rather than "Next".
    pub fn size(mut self, size: u64) -> Self {
        self.size = Some(size);
        self
    }
    /// `letters([("A", "/users?from=A", true), ("B", "/users?from=B", false)])`
    pub fn letters<L: Into<String>, H: Into<String>>(
        mut self,
        letters: impl IntoIterator<Item = (L, H, bool)>,
    ) -> Self {
        let letters = letters.into_iter();
        self.letters.extend(letters.map(|(letter, href, current)| Letter {
            letter: letter.into(),
            href: href.into(),
            current,
        }));
        self
    }
}

impl Render for Pager {
    fn render(&self) -> Markup {
        if self.previous.is_none() && self.next.is_none() && self.letters.is_empty() {
            return html! {};
        }
        let size = self.size.map(|size| format!(" {}", format::number(size, self.lang))).unwrap_or_default();
        html! {
            nav.pager aria-label=(fl!(texts(self.lang), "pages")) {
                span.acts {
                    (link(&self.previous, html! { (icon_s("left")) (fl!(texts(self.lang), "previous")) (size) }))
                    (link(&self.next, html! { (fl!(texts(self.lang), "next")) (size) (icon_s("right")) }))
                }
                @if !self.letters.is_empty() {
                    span.letters.push role="group" aria-label=(fl!(texts(self.lang), "letters")) {
                        @for letter in &self.letters {
                            a href=(letter.href) aria-current=[letter.current.then_some("true")] { (letter.letter) }
                        }
                    }
                }
            }
        }
    }
}

fn link(href: &Option<String>, words: Markup) -> Markup {
    html! {
        a.btn.btn-s href=[href.as_ref()] role=[href.is_none().then_some("link")]
            aria-disabled=[href.is_none().then_some("true")] { (words) }
    }
}
