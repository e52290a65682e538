//! Menus: links and buttons that a button opens; what takes away stands last.

use super::{drawn, icon, icon_s, is_blank};
use maud::{Markup, Render, html};

#[derive(Clone)]
pub struct Menu {
    id: String,
    head: Markup,
    end: bool,
    items: Vec<Markup>,
}

/// `menu("person-more").link("mail", "Send again", href).rule().bad_link("trash", "Remove", href)`,
/// opened by `button::only_icon("more", "More").opens_menu("person-more")` right before it.
pub fn menu(id: impl Into<String>) -> Menu {
    Menu { id: id.into(), head: drawn(""), end: false, items: Vec::new() }
}

impl Menu {
    /// Opens towards the left, for buttons at the right edge.
    pub fn at_end(mut self) -> Self {
        self.end = true;
        self
    }
    pub fn head(mut self, head: impl Render) -> Self {
        self.head = drawn(head);
        self
    }
    /// An empty icon leaves it out.
    pub fn link(mut self, icon_name: &str, words: impl Render, href: impl AsRef<str>) -> Self {
        self.items.push(html! { a href=(href.as_ref()) { (lead(icon_name)) (words) } });
        self
    }
    /// With a word at the right: `note("Windows, Svenska", "1.9 GB", href)`
    pub fn note(
        mut self,
        icon_name: &str,
        words: impl Render,
        note: impl Render,
        href: impl AsRef<str>,
    ) -> Self {
        self.items.push(html! { a href=(href.as_ref()) { (lead(icon_name)) (words) " " small { (note) } } });
        self
    }
    /// One of several, with a tick when it is the one.
    pub fn choice(
        mut self,
        words: impl Render,
        note: impl Render,
        href: impl AsRef<str>,
        current: bool,
    ) -> Self {
        let note = drawn(note);
        self.items.push(html! {
            a href=(href.as_ref()) aria-current=[current.then_some("true")] {
                (words) " " @if !is_blank(&note) { small { (note) } }
                @if current { (icon_s("check")) }
            }
        });
        self
    }
    pub fn bad_link(mut self, icon_name: &str, words: impl Render, href: impl AsRef<str>) -> Self {
        self.items.push(html! { a.of-bad href=(href.as_ref()) { (lead(icon_name)) (words) } });
        self
    }
    /// An act that posts.
    pub fn post(mut self, icon_name: &str, words: impl Render, action: impl AsRef<str>) -> Self {
        self.items.push(html! {
            form.alone method="post" action=(action.as_ref()) { button type="submit" { (lead(icon_name)) (words) } }
        });
        self
    }
    /// A line between groups.
    pub fn rule(mut self) -> Self {
        self.items.push(html! { hr; });
        self
    }
    /// Anything else.
    pub fn item(mut self, item: impl Render) -> Self {
        self.items.push(drawn(item));
        self
    }
}

fn lead(name: &str) -> Markup {
    html! { @if !name.is_empty() { (icon(name)) } }
}

impl Render for Menu {
    fn render(&self) -> Markup {
        html! {
            div.menu.menu-end[self.end] id=(self.id) popover {
                @if !is_blank(&self.head) { p.menu-h { (self.head) } }
                @for item in &self.items { (item) }
            }
        }
    }
}
