//! Files: where one drops them, and how one is listed.

use super::{drawn, field, icon, is_blank};
use maud::{Markup, Render, html};

/// `drop("file", html! { b { "Choose a CSV file" } " or drop it here" }, "First name, last name, email", ".csv,text/csv")`
pub fn drop(name: &str, words: impl Render, hint: impl Render, accept: &str) -> Drop {
    Drop {
        name: name.to_owned(),
        words: drawn(words),
        hint: drawn(hint),
        accept: accept.to_owned(),
        error: None,
        required: false,
        multiple: false,
    }
}

#[derive(Clone)]
pub struct Drop {
    name: String,
    words: Markup,
    hint: Markup,
    accept: String,
    error: Option<String>,
    required: bool,
    multiple: bool,
}

impl Drop {
    pub fn error(mut self, error: impl Into<Option<String>>) -> Self {
        self.error = error.into();
        self
    }
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
    pub fn multiple(mut self) -> Self {
        self.multiple = true;
        self
    }
}

impl Render for Drop {
    fn render(&self) -> Markup {
        let error_id = format!("{}-error", field::id_of(&self.name));
        html! {
            div.field {
                label.drop {
                    (icon("upload"))
                    span data-file-name { (self.words) }
                    @if !is_blank(&self.hint) { span.small { (self.hint) } }
                    input type="file" name=(self.name) id=(field::id_of(&self.name))
                        accept=[(!self.accept.is_empty()).then_some(&self.accept)]
                        required[self.required] multiple[self.multiple]
                        aria-invalid=[self.error.as_ref().map(|_| "true")]
                        aria-describedby=[self.error.as_ref().map(|_| &error_id)];
                }
                @if let Some(error) = &self.error { (field::error_line(&error_id, error)) }
            }
        }
    }
}

/// `file("contract", "Order confirmation 2026", "PDF, 84 kB", "/contracts/7/order.pdf")`
pub fn file(icon_name: &str, name: impl Render, note: impl Render, href: &str) -> Markup {
    let note = drawn(note);
    html! {
        a.file href=(href) { (icon(icon_name)) span { (name) @if !is_blank(&note) { " " small { (note) } } } }
    }
}
