//! Signs, badges, people and things: a shape and a word, never a color alone.

use super::{drawn, icon, is_blank};
use maud::{Markup, Render, html};

/// How something is. The shape follows: dot, ring, half, triangle, square, dash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    Ok,
    Wait,
    Half,
    Warn,
    Bad,
    Off,
    Info,
    Plain,
}

impl Is {
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Is::Ok => Some("ok"),
            Is::Wait => Some("wait"),
            Is::Half => Some("half"),
            Is::Warn => Some("warn"),
            Is::Bad => Some("bad"),
            Is::Off => Some("off"),
            Is::Info => Some("info"),
            Is::Plain => None,
        }
    }
}

/// A state: `sign(Is::Ok, "Active")`
pub fn sign(is: Is, words: impl Render) -> Markup {
    html! { span.sign data-is=[is.name()] { (words) } }
}

/// A short fact beside a title: `badge(Is::Warn, "calendar", "37 days left")`; an empty icon name leaves it out.
pub fn badge(is: Is, icon_name: &str, words: impl Render) -> Markup {
    html! { span.badge data-is=[is.name()] { @if !icon_name.is_empty() { (icon(icon_name)) } (words) } }
}

/// Happens now.
pub fn live(words: impl Render) -> Markup {
    html! { span.live { (words) } }
}

/// The initials of a person, hidden from readers because the name stands beside: `avatar("Maja Lindqvist")`
pub fn avatar(name: &str) -> Markup {
    html! { span class=(avatar_class(name)) aria-hidden="true" { (initials(name)) } }
}

pub fn avatar_l(name: &str) -> Markup {
    html! { span class=(format!("{} av-l", avatar_class(name))) aria-hidden="true" { (initials(name)) } }
}

/// Where no name stands beside it.
pub fn avatar_alone(name: &str) -> Markup {
    html! { span class=(avatar_class(name)) role="img" aria-label=(name) { (initials(name)) } }
}

/// Several people, the rest as a number.
pub fn avatars<'a>(names: impl IntoIterator<Item = &'a str>, more: usize) -> Markup {
    html! {
        span.avs {
            @for name in names { (avatar_alone(name)) }
            @if more > 0 { span.av { "+" (more) } }
        }
    }
}

fn initials(name: &str) -> String {
    let mut words =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The same person has the same color on every page.
fn avatar_class(name: &str) -> &'static str {
    let sum = name.bytes().fold(0u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    ["av av-1", "av av-2", "av av-3", "av av-4", "av av-5"][(sum % 5) as usize]
}

/// An email address that breaks after its `@` where it does not fit on a line.
pub fn address(email: &str) -> Markup {
    match email.split_once('@') {
        Some((local, domain)) => html! { (local) "@" wbr; (domain) },
        None => html! { (email) },
    }
}

/// The name cell of a list sorted by last name; an empty address leaves the link out.
pub fn who(first: &str, last: &str, email: &str, href: &str) -> Markup {
    who_cell(first, last, email, href, "who who-2")
}

/// The same, always on two lines: for narrow places.
pub fn who_stacked(first: &str, last: &str, email: &str, href: &str) -> Markup {
    who_cell(first, last, email, href, "who")
}

fn who_cell(first: &str, last: &str, email: &str, href: &str, class: &str) -> Markup {
    html! {
        span class=(class) {
            (avatar(&format!("{first} {last}")))
            @if href.is_empty() { span { (first) " " b { (last) } } }
            @else { a.go href=(href) { (first) " " b { (last) } } }
            @if !email.is_empty() { span.sub { (email) } }
        }
    }
}

/// The name cell of a thing: `what(mark("Ritbord", "p-ritbord").small(), "Ritbord", "Malmö", "/products/…")`
pub fn what(lead: impl Render, name: impl Render, sub: impl Render, href: &str) -> Markup {
    let sub = drawn(sub);
    html! {
        span.who {
            (lead)
            @if href.is_empty() { b { (name) } } @else { a.go href=(href) { b { (name) } } }
            @if !is_blank(&sub) { span.sub { (sub) } }
        }
    }
}

/// A thing, square: its glyph of the sprite, or two letters of its name when the sprite has no such glyph.
#[derive(Clone)]
pub struct Mark {
    name: String,
    glyph: String,
    class: &'static str,
}

/// `mark("Ritbord", "p-ritbord").small()`
pub fn mark(name: &str, glyph: &str) -> Mark {
    Mark { name: name.to_owned(), glyph: glyph.to_owned(), class: "mark" }
}

impl Mark {
    pub fn small(mut self) -> Self {
        self.class = "mark mark-s";
        self
    }
    pub fn large(mut self) -> Self {
        self.class = "mark mark-l";
        self
    }
}

impl Render for Mark {
    fn render(&self) -> Markup {
        html! {
            span class=(self.class) aria-hidden="true" {
                @if !icon::known(&self.glyph) { (self.name.chars().filter(|c| c.is_alphanumeric()).take(2).collect::<String>()) }
                @else { (icon(&self.glyph)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(initials("Samira Al-Hassan"), "SA");
        assert_eq!(initials("Hoàng Thị Mai"), "HM");
        assert_eq!(initials("åke"), "Å");
        assert_eq!(initials(""), "");
    }
}
