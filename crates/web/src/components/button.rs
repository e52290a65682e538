//! Buttons, and links that look like them. One filled button a view: `main`; the others are `plain`, `quiet` or `bad`.

use super::{drawn, icon};
use maud::{Markup, Render, html};

/// A button. It submits its form unless it has an address or opens something.
#[derive(Clone)]
pub struct Button {
    kind: &'static str,
    size: &'static str,
    words: Markup,
    icon: Option<(&'static str, &'static str)>,
    trailing: Option<&'static str>,
    only_icon: bool,
    fold: bool,
    label: Option<String>,
    does: Does,
    name: Option<(String, String)>,
    form: Option<String>,
    action: Option<String>,
    no_checks: bool,
    disabled: bool,
    busy: bool,
    js_only: bool,
    print: bool,
    language: Option<&'static str>,
}

#[derive(Clone)]
enum Does {
    Submit,
    Nothing,
    Go(String),
    OpenMenu(String),
    OpenDialog(String),
    CloseDialog(String),
}

/// The one filled button of a view.
pub fn main(words: impl Render) -> Button {
    Button::new(" btn-main", words)
}

/// Outlined.
pub fn plain(words: impl Render) -> Button {
    Button::new("", words)
}

/// Without a border, for Cancel and the like.
pub fn quiet(words: impl Render) -> Button {
    Button::new(" btn-quiet", words)
}

/// An act that takes something away.
pub fn bad(words: impl Render) -> Button {
    Button::new(" btn-bad", words)
}

/// An icon alone, with a label for those who do not see it: `only_icon("more", "More")`.
pub fn only_icon(name: &'static str, label: impl Into<String>) -> Button {
    Button { only_icon: true, label: Some(label.into()), ..Button::new("", "").icon(name) }
}

impl Button {
    fn new(kind: &'static str, words: impl Render) -> Self {
        Button {
            kind,
            size: "",
            words: drawn(words),
            icon: None,
            trailing: None,
            only_icon: false,
            fold: false,
            label: None,
            does: Does::Submit,
            name: None,
            form: None,
            action: None,
            no_checks: false,
            disabled: false,
            busy: false,
            js_only: false,
            print: false,
            language: None,
        }
    }
    pub fn icon(mut self, name: &'static str) -> Self {
        self.icon = Some((name, "icon"));
        self
    }
    /// An icon in the accent color, as on Start and Download.
    pub fn accent_icon(mut self, name: &'static str) -> Self {
        self.icon = Some((name, "icon icon-s of-accent"));
        self
    }
    /// An icon after the words, as on a menu button.
    pub fn trailing(mut self, name: &'static str) -> Self {
        self.trailing = Some(name);
        self
    }
    pub fn small(mut self) -> Self {
        self.size = " btn-s";
        self
    }
    pub fn large(mut self) -> Self {
        self.size = " btn-l";
        self
    }
    pub fn wide(mut self) -> Self {
        self.size = " btn-wide";
        self
    }
    /// Quiet as well as what it is: for icons alone.
    pub fn quietly(mut self) -> Self {
        self.kind = " btn-quiet";
        self
    }
    /// Only the icon on phones; the words stay for screen readers.
    pub fn fold(mut self) -> Self {
        self.fold = true;
        self
    }
    /// A fuller name for screen readers, when the words alone do not say which: `Take back: Ritbord, Malmö`.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
    /// Makes it a link.
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.does = Does::Go(href.into());
        self
    }
    /// Opens the [`menu`](super::menu()) with this id.
    pub fn opens_menu(mut self, id: impl Into<String>) -> Self {
        self.does = Does::OpenMenu(id.into());
        self
    }
    /// Opens the [`dialog`](super::dialog()) with this id.
    pub fn opens_dialog(mut self, id: impl Into<String>) -> Self {
        self.does = Does::OpenDialog(id.into());
        self
    }
    pub fn closes_dialog(mut self, id: impl Into<String>) -> Self {
        self.does = Does::CloseDialog(id.into());
        self
    }
    /// `type="button"`: a script gives it its meaning.
    pub fn inert(mut self) -> Self {
        self.does = Does::Nothing;
        self
    }
    /// What is sent when this button submits the form.
    pub fn sends(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.name = Some((name.into(), value.into()));
        self
    }
    /// Submits the form with this id, from outside of it.
    pub fn form(mut self, id: impl Into<String>) -> Self {
        self.form = Some(id.into());
        self
    }
    /// Submits the form to another address.
    pub fn action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }
    /// The browser does not check the fields first: for Do not allow, Leave out, Back.
    pub fn no_checks(mut self) -> Self {
        self.no_checks = true;
        self
    }
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
    pub fn busy(mut self, busy: bool) -> Self {
        self.busy = busy;
        self
    }
    /// Shown only when scripts run.
    pub fn js_only(mut self) -> Self {
        self.js_only = true;
        self
    }
    /// Prints the page.
    pub fn prints(mut self) -> Self {
        self.print = true;
        self.inert().js_only()
    }
    /// The words are in this language (BCP 47).
    pub fn lang(mut self, tag: &'static str) -> Self {
        self.language = Some(tag);
        self
    }

    fn class(&self) -> String {
        let icon = if self.only_icon { " btn-icon" } else { "" };
        let js = if self.js_only { " js-only" } else { "" };
        format!("btn{}{icon}{}{js}", self.kind, self.size)
    }
    fn inside(&self) -> Markup {
        html! {
            @if let Some((name, class)) = self.icon {
                svg class=(if self.size == " btn-s" && !self.only_icon { "icon icon-s" } else { class }) aria-hidden="true" {
                    use href=(icon::address(name)) {}
                }
            }
            @if self.fold { span.fold { (self.words) } } @else { (self.words) }
            @if let Some(name) = self.trailing { (icon::icon_s(name)) }
        }
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        if let Does::Go(href) = &self.does {
            let href = (!self.disabled).then_some(href);
            return html! {
                a class=(self.class()) href=[href] role=[self.disabled.then_some("link")]
                    aria-disabled=[self.disabled.then_some("true")] aria-label=[self.label.as_ref()]
                    lang=[self.language] hreflang=[self.language] { (self.inside()) }
            };
        }
        let (menu, command, target) = match &self.does {
            Does::OpenMenu(id) => (Some(id), None, None),
            Does::OpenDialog(id) => (None, Some("show-modal"), Some(id)),
            Does::CloseDialog(id) => (None, Some("close"), Some(id)),
            _ => (None, None, None),
        };
        let kind = if matches!(self.does, Does::Submit) { "submit" } else { "button" };
        html! {
            button class=(self.class()) type=(kind)
                name=[self.name.as_ref().map(|(name, _)| name)] value=[self.name.as_ref().map(|(_, value)| value)]
                form=[self.form.as_ref()] formaction=[self.action.as_ref()] formnovalidate[self.no_checks]
                popovertarget=[menu] command=[command] commandfor=[target]
                disabled[self.disabled] aria-busy=[self.busy.then_some("true")] aria-label=[self.label.as_ref()]
                data-print[self.print] lang=[self.language] { (self.inside()) }
        }
    }
}

/// Buttons in a line.
pub fn acts(buttons: impl Render) -> Markup {
    html! { div.acts { (buttons) } }
}

/// A small act in a line of text that posts: `link_button("Take back").sends("release", id)` is inside a form.
pub fn link_button(words: impl Render) -> LinkButton {
    LinkButton { words: drawn(words), name: None, action: None, label: None }
}

pub struct LinkButton {
    words: Markup,
    name: Option<(String, String)>,
    action: Option<String>,
    label: Option<String>,
}

impl LinkButton {
    pub fn sends(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.name = Some((name.into(), value.into()));
        self
    }
    pub fn action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

impl Render for LinkButton {
    fn render(&self) -> Markup {
        html! {
            button.link type="submit" name=[self.name.as_ref().map(|(name, _)| name)]
                value=[self.name.as_ref().map(|(_, value)| value)]
                formaction=[self.action.as_ref()] aria-label=[self.label.as_ref()] { (self.words) }
        }
    }
}

/// A form that is nothing but its button: `post("/sessions/7/end", button::plain("Sign out").small())`.
pub fn post(action: &str, button: impl Render) -> Markup {
    html! { form.alone method="post" action=(action) { (button) } }
}

/// The same with one hidden value: `act("/seats", "release", &id, link_button("Take back"))`.
pub fn act(action: &str, name: &str, value: &str, button: impl Render) -> Markup {
    html! { form.alone method="post" action=(action) { input type="hidden" name=(name) value=(value); (button) } }
}
