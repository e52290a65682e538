//! Messages: a note in the page, a strip across it, a toast after an act.

use super::{drawn, icon, icon_s, is_blank, sign::Is};
use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

#[derive(Clone)]
pub struct Note {
    is: Is,
    title: Markup,
    body: Markup,
    acts: Markup,
    icon: Option<&'static str>,
    small: bool,
    alert: bool,
}

/// `note(Is::Warn, "14 seats are not renewed", "Seven people lose access.")`; an empty title is left out.
pub fn note(is: Is, title: impl Render, body: impl Render) -> Note {
    Note {
        is,
        title: drawn(title),
        body: drawn(body),
        acts: drawn(""),
        icon: None,
        small: false,
        alert: false,
    }
}

impl Note {
    pub fn icon(mut self, name: &'static str) -> Self {
        self.icon = Some(name);
        self
    }
    pub fn acts(mut self, acts: impl Render) -> Self {
        self.acts = drawn(acts);
        self
    }
    /// For panels.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }
    /// Read out at once: after a failed act.
    pub fn alert(mut self) -> Self {
        self.alert = true;
        self
    }
}

fn icon_of(is: Is) -> &'static str {
    match is {
        Is::Ok => "good",
        Is::Warn => "alert",
        Is::Bad => "stop",
        _ => "info",
    }
}

fn paint(is: Is) -> Option<&'static str> {
    matches!(is, Is::Ok | Is::Warn | Is::Bad | Is::Info).then(|| is.name()).flatten()
}

impl Render for Note {
    fn render(&self) -> Markup {
        html! {
            div.note.note-s[self.small] data-is=[paint(self.is)] role=[self.alert.then_some("alert")] {
                (icon(self.icon.unwrap_or(icon_of(self.is))))
                @if !is_blank(&self.title) { h3 { (self.title) } }
                @if !is_blank(&self.body) { p { (self.body) } }
                @if !is_blank(&self.acts) { div.acts { (self.acts) } }
            }
        }
    }
}

/// A line across the page: one acts for someone else, the page is read-only.
pub fn strip(is: Is, words: impl Render, act: impl Render) -> Markup {
    html! {
        div.strip data-is=(paint(is).unwrap_or("info")) role="status" {
            (icon_s(icon_of(is))) span { (words) } (act)
        }
    }
}

/// One sentence after an act, with Undo (words and the address it posts to) where there is one.
pub fn toast(lang: Lang, words: &str, undo: Option<(&str, &str)>) -> Markup {
    html! {
        div.toast role="status" {
            span { (words) }
            @if let Some((undo, action)) = undo {
                form.alone method="post" action=(action) {
                    button.btn.btn-s type="submit" { (icon_s("undo")) (undo) }
                }
            }
            button.btn.btn-quiet.btn-icon.btn-s.js-only type="button" data-dismiss aria-label=(fl!(texts(lang), "close")) {
                (icon("x"))
            }
        }
    }
}
