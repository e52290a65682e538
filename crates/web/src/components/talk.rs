//! A conversation: what people wrote, what happened in between.

use super::{drawn, icon_s, sign::avatar};
use maud::{Markup, Render, html};

/// `talk("Conversation", [message("Maja Lindqvist", "2026-11-24T09:31", "09:31", html! { p { "…" } }), event(..)])`
pub fn talk(label: impl Into<String>, entries: impl IntoIterator<Item = Markup>) -> Markup {
    html! {
        div.talk-log role="log" aria-label=(label.into()) tabindex="0" {
            ol.talk { @for entry in entries { (entry) } }
        }
    }
}

/// What a person wrote; the body holds paragraphs and files.
pub fn message(name: &str, datetime: &str, time: &str, body: impl Render) -> Markup {
    html! {
        li {
            (avatar(name))
            div.msg { header { b { (name) } " " time datetime=(datetime) { (time) } } (body) }
        }
    }
}

/// What happened meanwhile.
pub fn event(icon_name: &str, words: impl Render, datetime: &str, time: &str) -> Markup {
    let words = drawn(words);
    html! { li.event { (icon_s(icon_name)) p { (words) " " time datetime=(datetime) { (time) } } } }
}
