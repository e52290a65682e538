//! Heads: where one is, what the page is about, what one can do; and ruled sections.

use super::{drawn, is_blank};
use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

/// The head of a page.
#[derive(Clone)]
pub struct Head {
    title: Markup,
    sub: Markup,
    crumbs: Markup,
    lead: Markup,
    acts: Vec<Markup>,
}

/// `head("Users").sub("12,480 people").act(button::main("Invite users").icon("plus").href("/users/new"))`
pub fn head(title: impl Render) -> Head {
    Head { title: drawn(title), sub: drawn(""), crumbs: drawn(""), lead: drawn(""), acts: Vec::new() }
}

impl Head {
    #[expect(clippy::should_implement_trait, reason = "a line under the title, no subtraction")]
    pub fn sub(mut self, sub: impl Render) -> Self {
        self.sub = drawn(sub);
        self
    }
    pub fn crumbs(mut self, crumbs: Markup) -> Self {
        self.crumbs = crumbs;
        self
    }
    /// A mark or an avatar before the title.
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = drawn(lead);
        self
    }
    /// The next button; the main one last.
    pub fn act(mut self, act: impl Render) -> Self {
        self.acts.push(drawn(act));
        self
    }
    pub fn acts(mut self, acts: impl Render) -> Self {
        self.acts.push(drawn(acts));
        self
    }
}

impl Render for Head {
    fn render(&self) -> Markup {
        let words = html! { h1 { (self.title) } @if !is_blank(&self.sub) { p { (self.sub) } } };
        html! {
            div.head {
                div {
                    (self.crumbs)
                    @if is_blank(&self.lead) { (words) } @else { div.titled { (self.lead) div { (words) } } }
                }
                @if self.acts.iter().any(|act| !is_blank(act)) { div.acts { @for act in &self.acts { (act) } } }
            }
        }
    }
}

/// The way here: `crumbs(lang, [("Users", "/users"), ("Import", "")])`; the last one is this page.
pub fn crumbs<W: Render, H: AsRef<str>>(lang: Lang, way: impl IntoIterator<Item = (W, H)>) -> Markup {
    html! {
        nav.crumbs aria-label=(fl!(texts(lang), "crumbs")) {
            ol {
                @for (words, href) in way {
                    @if href.as_ref().is_empty() { li aria-current="page" { (words) } }
                    @else { li { a href=(href.as_ref()) { (words) } } }
                }
            }
        }
    }
}

/// A ruled section: an ink line, a heading, perhaps a link at the right (`""` for none), then what it holds.
/// The id is that of the section, so that links can name it.
pub fn section(id: &str, title: impl Render, side: impl Render, body: impl Render) -> Markup {
    let side = drawn(side);
    html! {
        section.sec id=(id) aria-labelledby=(format!("{id}-h")) {
            header { h2 id=(format!("{id}-h")) { (title) } (side) }
            (body)
        }
    }
}

/// A section inside a panel, one level lower.
pub fn subsection(id: &str, title: impl Render, side: impl Render, body: impl Render) -> Markup {
    let side = drawn(side);
    html! {
        section.sec id=(id) aria-labelledby=(format!("{id}-h")) {
            header { h3 id=(format!("{id}-h")) { (title) } (side) }
            (body)
        }
    }
}

/// Two columns where there is room, the first one wider.
pub fn columns(main: impl Render, side: impl Render) -> Markup {
    html! { div.cols { div { (main) } div { (side) } } }
}

/// Two columns, the second one wider than in [`columns`].
pub fn columns_wide(main: impl Render, side: impl Render) -> Markup {
    html! { div.cols.cols-wide { div { (main) } div { (side) } } }
}

/// Two columns of one width.
pub fn columns_even(one: impl Render, other: impl Render) -> Markup {
    html! { div.cols.cols-even { div { (one) } div { (other) } } }
}

/// A list and, beside it or instead of it, the open detail. For [`flush_page`](crate::layout::flush_page).
/// `alone` says that the detail is what was asked for: in a narrow window it is then the page.
pub fn split(list: impl Render, panel: Option<Markup>, alone: bool) -> Markup {
    html! {
        div.split data-show=[(alone && panel.is_some()).then_some("detail")] {
            div.list { (list) }
            @if let Some(panel) = panel { (panel) }
        }
    }
}

/// The detail beside a list: a way back (shown only where it stands alone), a head with a close link, then the rest.
pub struct Panel {
    id: String,
    title: Markup,
    sub: Markup,
    lead: Markup,
    back: (String, String),
    close: String,
}

/// `panel("person", "Samira Al-Hassan", "All users", "/users").lead(avatar_l(name)).sub(email).body(lang, html! {})`
pub fn panel(
    id: &str,
    title: impl Render,
    back_label: impl Into<String>,
    back_href: impl Into<String>,
) -> Panel {
    let href = back_href.into();
    Panel {
        id: id.to_owned(),
        title: drawn(title),
        sub: drawn(""),
        lead: drawn(""),
        back: (back_label.into(), href.clone()),
        close: href,
    }
}

impl Panel {
    #[expect(clippy::should_implement_trait, reason = "a line under the title, no subtraction")]
    pub fn sub(mut self, sub: impl Render) -> Self {
        self.sub = drawn(sub);
        self
    }
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = drawn(lead);
        self
    }
    pub fn body(self, lang: Lang, body: impl Render) -> Markup {
        let title_id = format!("{}-name", self.id);
        html! {
            aside.panel id=(self.id) aria-labelledby=(title_id) {
                p.panel-back {
                    a.btn.btn-quiet.btn-s href=(self.back.1) { (super::icon_s("back")) (self.back.0) }
                }
                div.stack {
                    header.titled {
                        (self.lead)
                        div.grow {
                            h2 id=(title_id) { (self.title) }
                            @if !is_blank(&self.sub) { p.small.muted { (self.sub) } }
                        }
                        a.btn.btn-quiet.btn-icon.push href=(self.close) aria-label=(fl!(texts(lang), "close")) {
                            (super::icon("x"))
                        }
                    }
                    (body)
                }
            }
        }
    }
}
