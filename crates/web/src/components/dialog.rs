//! Dialogs, and the bar that confirms a prepared act. Each dialog is a page of its own as well.

use super::{button, drawn, icon, is_blank};
use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

#[derive(Clone)]
pub struct Dialog {
    lang: Lang,
    id: String,
    title: Markup,
    body: Markup,
    action: Option<String>,
    foot: Markup,
    acts: Markup,
}

/// `dialog(lang, "role", "Change the role").form("/people/7/role", fields).acts(button::main("Change role"))`.
/// It opens by `button::plain("Change role").opens_dialog("role")`; acts submit its form, Cancel is there already.
pub fn dialog(lang: Lang, id: impl Into<String>, title: impl Render) -> Dialog {
    Dialog {
        lang,
        id: id.into(),
        title: drawn(title),
        body: drawn(""),
        action: None,
        foot: drawn(""),
        acts: drawn(""),
    }
}

impl Dialog {
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = drawn(body);
        self
    }
    pub fn form(mut self, action: impl Into<String>, fields: impl Render) -> Self {
        self.action = Some(action.into());
        self.body(fields)
    }
    /// A line in the foot: "You can undo this for 30 days."
    pub fn foot(mut self, foot: impl Render) -> Self {
        self.foot = drawn(foot);
        self
    }
    pub fn acts(mut self, act: button::Button) -> Self {
        self.acts = match &self.action {
            Some(_) => drawn(act.form(format!("{}-form", self.id))),
            None => drawn(act),
        };
        self
    }
}

impl Render for Dialog {
    fn render(&self) -> Markup {
        let title_id = format!("{}-title", self.id);
        html! {
            dialog.dialog id=(self.id) aria-labelledby=(title_id) closedby="any" {
                header {
                    h2 id=(title_id) { (self.title) }
                    (button::only_icon("x", fl!(texts(self.lang), "close")).quietly().small().closes_dialog(&self.id))
                }
                @if let Some(action) = &self.action {
                    form.dialog-b id=(format!("{}-form", self.id)) method="post" action=(action) { (self.body) }
                } @else { div.dialog-b { (self.body) } }
                footer {
                    @if !is_blank(&self.foot) { small { (self.foot) } }
                    (button::plain(fl!(texts(self.lang), "cancel")).closes_dialog(&self.id))
                    (self.acts)
                }
            }
        }
    }
}

/// The last child of a page: what will happen, then one main button.
/// `confirm_bar("1,206 people are invited", "At once, in Swedish.", button::main("Send").form("import"))`
pub fn confirm_bar(words: impl Render, more: impl Render, acts: impl Render) -> Markup {
    let more = drawn(more);
    html! {
        div.confirm {
            p { (words) @if !is_blank(&more) { small { (more) } } }
            div.acts { (acts) }
        }
    }
}

/// The search that Ctrl K opens; without scripts it is a link to the same page.
pub fn palette(lang: Lang, action: &str) -> Markup {
    let words = fl!(texts(lang), "search-for");
    html! {
        dialog #palette .palette aria-label=(fl!(texts(lang), "search")) closedby="any" {
            form role="search" action=(action) {
                (icon("search"))
                input type="search" name="q" aria-label=(words) placeholder=(words) autocomplete="off" autofocus;
                (button::quiet(fl!(texts(lang), "close")).small().closes_dialog("palette"))
            }
            footer {
                span { kbd { "Enter" } " " (fl!(texts(lang), "key-search")) }
                span { kbd { "Esc" } " " (fl!(texts(lang), "key-close")) }
            }
        }
    }
}

/// What a search has found, for the palette and for the page of the search.
#[derive(Clone)]
pub struct Found {
    icon: String,
    words: Markup,
    note: Markup,
    href: String,
}

/// `found("p-fasad", "Fasad, Malmö", "/pools/7").note("233 of 240 seats")`
pub fn found(icon_name: &str, words: impl Render, href: impl Into<String>) -> Found {
    Found { icon: icon_name.to_owned(), words: drawn(words), note: drawn(""), href: href.into() }
}

impl Found {
    pub fn note(mut self, note: impl Render) -> Self {
        self.note = drawn(note);
        self
    }
}

/// `results([("Products", vec![found(..)]), ("Groups", vec![])])`; a heading without finds is left out.
pub fn results<H: Render>(groups: impl IntoIterator<Item = (H, Vec<Found>)>) -> Markup {
    html! {
        div.palette-r {
            @for (heading, finds) in groups {
                @if !finds.is_empty() {
                    h2 { (heading) }
                    ul {
                        @for find in &finds {
                            li {
                                a href=(find.href) {
                                    (icon(&find.icon)) (find.words)
                                    @if !is_blank(&find.note) { " " small { (find.note) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
