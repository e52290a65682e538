//! Filters live in the url: a search field, a menu of further filters, a chip for each that is set.

use super::{drawn, icon};
use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

/// The search form above a list.
#[derive(Clone)]
pub struct Filters {
    lang: Lang,
    action: String,
    search: Option<(String, String, String)>,
    kept: Vec<(String, String)>,
    more: Markup,
    chips: Vec<Markup>,
    clear: Option<String>,
    typing: bool,
}

/// `filters(lang, "/users").search("q", q, "Name, email or User ID").chip("Team", "Malmö", href_without)`
pub fn filters(lang: Lang, action: impl Into<String>) -> Filters {
    Filters {
        lang,
        action: action.into(),
        search: None,
        kept: Vec::new(),
        more: drawn(""),
        chips: Vec::new(),
        clear: None,
        typing: false,
    }
}

impl Filters {
    pub fn search(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
        words: impl Into<String>,
    ) -> Self {
        self.search = Some((name.into(), value.into(), words.into()));
        self
    }
    /// A filter that stays while one searches.
    pub fn keep(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.kept.push((name.into(), value.into()));
        self
    }
    /// Selects, or a menu button and its menu.
    pub fn more(mut self, more: impl Render) -> Self {
        self.more = html! { (self.more) (more) };
        self
    }
    /// A filter that is set; the address is that of the list without it.
    pub fn chip(mut self, name: impl Render, value: impl Render, without: impl AsRef<str>) -> Self {
        self.chips.push(chip(self.lang, name, value, without));
        self
    }
    /// The list is so quick that it is searched while one types.
    pub fn while_typing(mut self) -> Self {
        self.typing = true;
        self
    }
    /// Where all filters are gone.
    pub fn clear(mut self, href: impl Into<String>) -> Self {
        self.clear = Some(href.into());
        self
    }
}

impl Render for Filters {
    fn render(&self) -> Markup {
        html! {
            search {
                form.filters action=(self.action) data-typing[self.typing] {
                    @if let Some((name, value, words)) = &self.search {
                        div.find {
                            (icon("search"))
                            input.input type="search" name=(name) value=[(!value.is_empty()).then_some(value)]
                                aria-label=(words) placeholder=(words);
                        }
                    }
                    @for (name, value) in &self.kept { input type="hidden" name=(name) value=(value); }
                    (self.more)
                    @for chip in &self.chips { (chip) }
                    @if let Some(href) = &self.clear { a.small href=(href) { (fl!(texts(self.lang), "clear")) } }
                }
            }
        }
    }
}

/// A set filter: a link to the list without it.
pub fn chip(lang: Lang, name: impl Render, value: impl Render, without: impl AsRef<str>) -> Markup {
    html! {
        a.chip href=(without.as_ref()) {
            span { (name) } " " (value) span.sr { ", " (fl!(texts(lang), "remove-filter")) } (icon("x"))
        }
    }
}
