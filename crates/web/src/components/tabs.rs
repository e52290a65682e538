//! Tabs and steps: links between sides of one thing, and how far one has come.

use maud::{Markup, Render, html};

/// A tab: a link, whether it is this page, and perhaps a count.
#[derive(Clone)]
pub struct Tab {
    words: String,
    href: String,
    current: bool,
    count: Option<String>,
}

/// `tab("Waiting", "/pools/7/waiting").count("3").current(true)`
pub fn tab(words: impl Into<String>, href: impl Into<String>) -> Tab {
    Tab { words: words.into(), href: href.into(), current: false, count: None }
}

impl Tab {
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
    pub fn count(mut self, count: impl Into<String>) -> Self {
        self.count = Some(count.into());
        self
    }
}

/// `tabs("Users", [tab("By user", "/users").current(true), tab("Groups", "/groups")])`
pub fn tabs(label: impl Into<String>, tabs: impl IntoIterator<Item = Tab>) -> Markup {
    html! {
        nav.tabs aria-label=(label.into()) {
            @for tab in tabs {
                a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                    (tab.words) @if let Some(count) = tab.count { " " span { (count) } }
                }
            }
        }
    }
}

/// `steps("Steps", ["Choose a file", "Check", "Send"], 1)`: those before `now` are done.
pub fn steps<W: Render>(label: impl Into<String>, steps: impl IntoIterator<Item = W>, now: usize) -> Markup {
    html! {
        ol.steps aria-label=(label.into()) {
            @for (n, words) in steps.into_iter().enumerate() {
                li.done[n < now] aria-current=[(n == now).then_some("step")] { (words) }
            }
        }
    }
}
