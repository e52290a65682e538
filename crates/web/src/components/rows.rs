//! Rows of things that are not a table: an icon or a mark, a title with a line of text, acts or a state at the right.

use super::{drawn, is_blank};
use maud::{Markup, Render, html};

#[derive(Clone)]
pub struct Row {
    lead: Markup,
    title: Markup,
    text: Markup,
    side: Markup,
    acts: Markup,
    id: Option<String>,
}

/// `row("Seven people lose Fasad").lead(icon_in("alert", "of-warn")).text("14 of 240 seats end.").acts(button)`
pub fn row(title: impl Render) -> Row {
    Row { lead: drawn(""), title: drawn(title), text: drawn(""), side: drawn(""), acts: drawn(""), id: None }
}

impl Row {
    /// An icon, a mark or an avatar.
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = drawn(lead);
        self
    }
    pub fn text(mut self, text: impl Render) -> Self {
        self.text = drawn(text);
        self
    }
    /// A state and perhaps a link under it.
    pub fn side(mut self, side: impl Render) -> Self {
        self.side = drawn(side);
        self
    }
    /// Buttons; on phones they go under the text.
    pub fn acts(mut self, acts: impl Render) -> Self {
        self.acts = drawn(acts);
        self
    }
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// A ruled list; it has a column for leads when any row has one. No rows, no list.
pub fn rows(rows: impl IntoIterator<Item = Row>) -> Markup {
    let rows: Vec<Row> = rows.into_iter().collect();
    let leads = rows.iter().any(|row| !is_blank(&row.lead));
    html! {
        @if !rows.is_empty() {
            ul class=(if leads { "rows" } else { "rows rows-2" }) {
                @for row in &rows {
                    li id=[row.id.as_ref()] {
                        @if leads && is_blank(&row.lead) { span {} } @else { (row.lead) }
                        div { h3 { (row.title) } @if !is_blank(&row.text) { p { (row.text) } } }
                        @if !is_blank(&row.side) { div.side { (row.side) } }
                        @if !is_blank(&row.acts) { div.acts { (row.acts) } }
                    }
                }
            }
        }
    }
}

/// What will happen, or what one may do, each with its icon: `ticks([(icon_in("seat", "muted"), "Five seats become free")])`
pub fn ticks<L: Render, W: Render>(lines: impl IntoIterator<Item = (L, W)>) -> Markup {
    html! { ul.ticks-list { @for (lead, words) in lines { li { (lead) span { (words) } } } } }
}
