//! A conversation: what people wrote, what happened in between.

use super::{button, drawn, field, icon, icon_s, sign::avatar};
use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
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

/// Someone is writing.
pub fn typing(words: impl Render) -> Markup {
    html! { li.event { span.typing aria-hidden="true" { i {} i {} i {} } p { (words) } } }
}

/// Where one writes: sends `text` and, when `files` names a field, files.
/// `say(lang, "/cases/7/messages", "Write to Elin", Some("file"))`
pub fn say(lang: Lang, action: &str, placeholder: &str, files: Option<&str>) -> Markup {
    let kind = files.map(|_| "multipart/form-data");
    let message = field::area("text", fl!(texts(lang), "your-message")).hidden_label().rows(2).required();
    html! {
        form.say method="post" action=(action) enctype=[kind] {
            (message.placeholder(placeholder))
            div.acts {
                @if let Some(name) = files {
                    label.btn.btn-quiet.file-pick {
                        (icon("clip")) (fl!(texts(lang), "attach"))
                        input.sr type="file" name=(name) multiple;
                    }
                }
                span.push {}
                (button::main(fl!(texts(lang), "send")).icon("send"))
            }
        }
    }
}
