//! Fields: a label, what is typed, then a hint or an error, tied together for screen readers.

use super::{drawn, icon, is_blank};
use maud::{Markup, Render, html};

/// A labeled field; its id derives from its name.
#[derive(Clone)]
pub struct Field {
    shape: Shape,
    name: String,
    id: String,
    label: Markup,
    value: String,
    error: Option<String>,
    hint: Markup,
    side: Markup,
    hidden_label: bool,
    large: bool,
    mono: bool,
    required: bool,
    disabled: bool,
    readonly: bool,
    autofocus: bool,
    attributes: Vec<(&'static str, String)>,
}

#[derive(Clone)]
enum Shape {
    Line(&'static str),
    Area(u8),
    Select(Vec<(String, String)>),
}

/// A line of text.
pub fn text(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Line("text"), name, label)
}

/// An email address: the right keyboard, no capital letters. Say `.autocomplete("username")` where one signs in.
pub fn email(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Line("email"), name, label)
}

/// A password; say `.autocomplete("current-password")` or `"new-password"`. Its value is never written back.
pub fn password(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Line("password"), name, label)
}

/// A whole number.
pub fn number(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Line("number"), name, label)
}

/// A date, as `2026-12-31`.
pub fn date(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Line("date"), name, label)
}

/// A search field with its glass.
pub fn search(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Line("search"), name, label)
}

/// Several lines of text; it grows with them.
pub fn area(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Area(3), name, label)
}

/// One of a list: `select("role", "Role").option("user", "User").value(role)`.
pub fn select(name: impl Into<String>, label: impl Render) -> Field {
    Field::new(Shape::Select(Vec::new()), name, label)
}

/// What a form carries along unseen.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// The id of the field with this name: `f-email`.
pub fn id_of(name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' };
    format!("f-{}", name.chars().map(plain).collect::<String>())
}

/// The line under a field that says what is wrong.
pub fn error_line(id: &str, error: &str) -> Markup {
    html! { p.error id=(id) { (icon("alert")) span { (error) } } }
}

impl Field {
    fn new(shape: Shape, name: impl Into<String>, label: impl Render) -> Self {
        let name = name.into();
        Field {
            shape,
            id: id_of(&name),
            name,
            label: drawn(label),
            value: String::new(),
            error: None,
            hint: drawn(""),
            side: drawn(""),
            hidden_label: false,
            large: false,
            mono: false,
            required: false,
            disabled: false,
            readonly: false,
            autofocus: false,
            attributes: Vec::new(),
        }
    }
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
    /// A sentence, or `None` when all is well.
    pub fn error(mut self, error: impl Into<Option<String>>) -> Self {
        self.error = error.into();
        self
    }
    /// Shown under the field when there is no error.
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = drawn(hint);
        self
    }
    /// At the right end of the label's line, as Forgotten? beside Password.
    pub fn side(mut self, side: impl Render) -> Self {
        self.side = drawn(side);
        self
    }
    /// Another `type`: `tel`, `url`, `datetime-local`.
    pub fn kind(mut self, kind: &'static str) -> Self {
        if let Shape::Line(now) = &mut self.shape {
            *now = kind;
        }
        self
    }
    /// When a page has two fields with one name.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }
    pub fn autocomplete(self, what: &str) -> Self {
        self.with("autocomplete", what)
    }
    pub fn placeholder(self, text: impl Into<String>) -> Self {
        self.with("placeholder", text)
    }
    /// `numeric`, `email`, ...: the keyboard of a phone.
    pub fn inputmode(self, mode: &str) -> Self {
        self.with("inputmode", mode)
    }
    pub fn max_length(self, letters: usize) -> Self {
        self.with("maxlength", letters.to_string())
    }
    pub fn min(self, least: impl ToString) -> Self {
        self.with("min", least.to_string())
    }
    pub fn max(self, most: impl ToString) -> Self {
        self.with("max", most.to_string())
    }
    pub fn step(self, step: impl ToString) -> Self {
        self.with("step", step.to_string())
    }
    /// Joins the form with this id from outside of it.
    pub fn form(self, id: &str) -> Self {
        self.with("form", id)
    }
    pub fn rows(mut self, rows: u8) -> Self {
        if let Shape::Area(now) = &mut self.shape {
            *now = rows;
        }
        self
    }
    pub fn option(mut self, value: impl Into<String>, words: impl Into<String>) -> Self {
        if let Shape::Select(options) = &mut self.shape {
            options.push((value.into(), words.into()));
        }
        self
    }
    pub fn options<V: Into<String>, W: Into<String>>(
        self,
        options: impl IntoIterator<Item = (V, W)>,
    ) -> Self {
        options.into_iter().fold(self, |field, (value, words)| field.option(value, words))
    }
    /// The label is for screen readers only; the place says the rest.
    pub fn hidden_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }
    pub fn mono(mut self) -> Self {
        self.mono = true;
        self
    }
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
    pub fn readonly(mut self, readonly: bool) -> Self {
        self.readonly = readonly;
        self
    }
    pub fn autofocus(mut self) -> Self {
        self.autofocus = true;
        self
    }
    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
    fn described_by(&self) -> Option<String> {
        let end = if self.error.is_some() { "error" } else { "hint" };
        (self.error.is_some() || !is_blank(&self.hint)).then(|| format!("{}-{end}", self.id))
    }
    fn class(&self) -> String {
        let large = if self.large { " input-l" } else { "" };
        let mono = if self.mono { " mono" } else { "" };
        format!("input{large}{mono}")
    }
    fn control(&self) -> Markup {
        let invalid = self.error.is_some().then_some("true");
        match &self.shape {
            Shape::Line(kind) => html! {
                input class=(self.class()) id=(self.id) name=(self.name) type=(kind)
                    value=[(!self.value.is_empty() && *kind != "password").then_some(&self.value)]
                    autocomplete=[self.attribute("autocomplete")] placeholder=[self.attribute("placeholder")]
                    inputmode=[self.attribute("inputmode")] maxlength=[self.attribute("maxlength")]
                    min=[self.attribute("min")] max=[self.attribute("max")] step=[self.attribute("step")]
                    form=[self.attribute("form")]
                    autocapitalize=[matches!(*kind, "email" | "password").then_some("none")]
                    spellcheck=[matches!(*kind, "email" | "password").then_some("false")]
                    required[self.required] disabled[self.disabled] readonly[self.readonly] autofocus[self.autofocus]
                    aria-invalid=[invalid] aria-describedby=[self.described_by()];
            },
            Shape::Area(rows) => html! {
                textarea class=(self.class()) id=(self.id) name=(self.name) rows=(rows)
                    placeholder=[self.attribute("placeholder")] maxlength=[self.attribute("maxlength")]
                    form=[self.attribute("form")] required[self.required] disabled[self.disabled]
                    readonly[self.readonly] autofocus[self.autofocus]
                    aria-invalid=[invalid] aria-describedby=[self.described_by()] { "\n" (self.value) }
            },
            Shape::Select(options) => html! {
                select class=(self.class()) id=(self.id) name=(self.name) form=[self.attribute("form")]
                    autocomplete=[self.attribute("autocomplete")]
                    required[self.required] disabled[self.disabled] autofocus[self.autofocus]
                    aria-invalid=[invalid] aria-describedby=[self.described_by()] {
                    @for (value, words) in options {
                        option value=(value) selected[*value == self.value] { (words) }
                    }
                }
            },
        }
    }
    fn label_line(&self) -> Markup {
        html! {
            @if self.hidden_label { label.sr for=(self.id) { (self.label) } }
            @else if is_blank(&self.side) { label for=(self.id) { (self.label) } }
            @else { span.between { label.label for=(self.id) { (self.label) } (self.side) } }
        }
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        html! {
            div.field {
                (self.label_line())
                @if matches!(self.shape, Shape::Line("search")) { div.find { (icon("search")) (self.control()) } }
                @else { (self.control()) }
                @if let Some(error) = &self.error { (error_line(&format!("{}-error", self.id), error)) }
                @else if !is_blank(&self.hint) { p.hint id=(format!("{}-hint", self.id)) { (self.hint) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_takes_the_place_of_the_hint_and_is_announced() {
        let field =
            email("person[mail]", "Email").value("a\"b").hint("Work").error(Some("No <comma>".to_owned()));
        let html = field.render().0;
        assert!(html.contains(r#"id="f-person-mail-""#) && html.contains(r#"name="person[mail]""#), "{html}");
        assert!(html.contains(r#"aria-invalid="true" aria-describedby="f-person-mail--error""#), "{html}");
        assert!(html.contains("No &lt;comma&gt;") && html.contains("value=\"a&quot;b\""), "{html}");
        assert!(!html.contains("Work"));
    }

    #[test]
    fn a_password_is_never_written_back() {
        assert!(!password("word", "Password").value("hunter2").render().0.contains("hunter2"));
    }
}
