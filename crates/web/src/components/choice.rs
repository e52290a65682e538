//! Choices: a box to check, one of several, on or off, and a choice inside a line.

use super::{drawn, field, is_blank};
use maud::{Markup, Render, html};

/// A box to check; sends `value` (`on` unless said otherwise) when it is checked.
#[derive(Clone)]
pub struct Check {
    name: String,
    value: String,
    words: Markup,
    hint: Markup,
    error: Option<String>,
    checked: bool,
    disabled: bool,
    required: bool,
    switch: bool,
}

/// `check("stay", "Stay signed in").checked(stay)`
pub fn check(name: impl Into<String>, words: impl Render) -> Check {
    Check {
        name: name.into(),
        value: "on".to_owned(),
        words: drawn(words),
        hint: drawn(""),
        error: None,
        checked: false,
        disabled: false,
        required: false,
        switch: false,
    }
}

/// On or off at once, for settings.
pub fn switch(name: impl Into<String>, words: impl Render) -> Check {
    Check { switch: true, ..check(name, words) }
}

impl Check {
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = drawn(hint);
        self
    }
    pub fn error(mut self, error: impl Into<Option<String>>) -> Self {
        self.error = error.into();
        self
    }
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = checked;
        self
    }
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

impl Render for Check {
    fn render(&self) -> Markup {
        let error_id = format!("{}-error", field::id_of(&self.name));
        let box_and_words = html! {
            label class=(if self.switch { "switch" } else { "check" }) {
                input type="checkbox" name=(self.name) value=(self.value) role=[self.switch.then_some("switch")]
                    checked[self.checked] disabled[self.disabled] required[self.required]
                    aria-invalid=[self.error.as_ref().map(|_| "true")]
                    aria-describedby=[self.error.as_ref().map(|_| &error_id)];
                (words(&self.words, &self.hint))
            }
        };
        match &self.error {
            None => box_and_words,
            Some(error) => html! { div.field { (box_and_words) (field::error_line(&error_id, error)) } },
        }
    }
}

fn words(words: &Markup, hint: &Markup) -> Markup {
    html! { span { (words) @if !is_blank(hint) { small { (hint) } } } }
}

/// One or any of several, under a legend.
#[derive(Clone)]
pub struct Choices {
    name: String,
    legend: Markup,
    hidden_legend: bool,
    kind: &'static str,
    chosen: Vec<String>,
    error: Option<String>,
    hint: Markup,
    options: Vec<Choice>,
}

#[derive(Clone)]
struct Choice {
    value: String,
    words: Markup,
    hint: Markup,
    disabled: bool,
}

/// One of them: `radios("role", "Role").choice("user", "User", "Sees the own products").value("user")`
pub fn radios(name: impl Into<String>, legend: impl Render) -> Choices {
    Choices::new("radio", name, legend)
}

/// Any of them.
pub fn checks(name: impl Into<String>, legend: impl Render) -> Choices {
    Choices::new("checkbox", name, legend)
}

impl Choices {
    fn new(kind: &'static str, name: impl Into<String>, legend: impl Render) -> Self {
        Choices {
            name: name.into(),
            legend: drawn(legend),
            hidden_legend: false,
            kind,
            chosen: Vec::new(),
            error: None,
            hint: drawn(""),
            options: Vec::new(),
        }
    }
    pub fn choice(mut self, value: impl Into<String>, words: impl Render, hint: impl Render) -> Self {
        self.options.push(Choice {
            value: value.into(),
            words: drawn(words),
            hint: drawn(hint),
            disabled: false,
        });
        self
    }
    /// One that cannot be chosen, and why.
    pub fn not(mut self, value: impl Into<String>, words: impl Render, why: impl Render) -> Self {
        self.options.push(Choice {
            value: value.into(),
            words: drawn(words),
            hint: drawn(why),
            disabled: true,
        });
        self
    }
    /// What is chosen; may be said several times for `checks`.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.chosen.push(value.into());
        self
    }
    pub fn values<V: Into<String>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.chosen.extend(values.into_iter().map(Into::into));
        self
    }
    pub fn hidden_legend(mut self) -> Self {
        self.hidden_legend = true;
        self
    }
    pub fn error(mut self, error: impl Into<Option<String>>) -> Self {
        self.error = error.into();
        self
    }
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = drawn(hint);
        self
    }
}

impl Render for Choices {
    fn render(&self) -> Markup {
        let id = field::id_of(&self.name);
        let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
        let described = match (&self.error, is_blank(&self.hint)) {
            (Some(_), _) => Some(&error_id),
            (None, false) => Some(&hint_id),
            (None, true) => None,
        };
        html! {
            fieldset.field id=(id) aria-describedby=[described] aria-invalid=[self.error.as_ref().map(|_| "true")] {
                legend.sr[self.hidden_legend] { (self.legend) }
                @for option in &self.options {
                    label.check {
                        input type=(self.kind) name=(self.name) value=(option.value)
                            checked[self.chosen.contains(&option.value)] disabled[option.disabled];
                        (words(&option.words, &option.hint))
                    }
                }
                @if let Some(error) = &self.error { (field::error_line(&error_id, error)) }
                @else if !is_blank(&self.hint) { p.hint id=(hint_id) { (self.hint) } }
            }
        }
    }
}

/// A choice inside a line: `pair("Send", "when", [("now", "at once"), ("8", "tomorrow at 08:00")], "now")`
pub fn pair<V: AsRef<str>, W: AsRef<str>>(
    words: impl Render,
    name: &str,
    options: impl IntoIterator<Item = (V, W)>,
    chosen: &str,
) -> Markup {
    html! {
        label.pair {
            (words) " "
            select.input name=(name) {
                @for (value, words) in options {
                    option value=(value.as_ref()) selected[value.as_ref() == chosen] { (words.as_ref()) }
                }
            }
        }
    }
}
