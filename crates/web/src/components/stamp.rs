//! Facts: the ruled cells of a drawing's stamp, a plain list, and figures.

use super::{drawn, is_blank};
use maud::{Markup, Render, html};

/// `stamp([("Contract", html! { span.mono { "NK-40-21877" } }), ("Renewal date", html! { b { "31 December 2026" } })])`
pub fn stamp<L: Render, F: Render>(cells: impl IntoIterator<Item = (L, F)>) -> Markup {
    cells_of("stamp", cells)
}

/// For panels.
pub fn stamp_s<L: Render, F: Render>(cells: impl IntoIterator<Item = (L, F)>) -> Markup {
    cells_of("stamp stamp-s", cells)
}

/// With wider cells.
pub fn stamp_w<L: Render, F: Render>(cells: impl IntoIterator<Item = (L, F)>) -> Markup {
    cells_of("stamp stamp-w", cells)
}

/// Labels at the left, facts at the right.
pub fn facts<L: Render, F: Render>(facts: impl IntoIterator<Item = (L, F)>) -> Markup {
    html! { dl.facts { @for (label, fact) in facts { dt { (label) } dd { (fact) } } } }
}

fn cells_of<L: Render, F: Render>(class: &str, cells: impl IntoIterator<Item = (L, F)>) -> Markup {
    html! { dl class=(class) { @for (label, fact) in cells { div { dt { (label) } dd { (fact) } } } } }
}

/// `figures([("Errors", "14", "11 with a suggestion")])`: what, how many, what it means (`""` for nothing).
pub fn figures<L: Render, N: Render, M: Render>(figures: impl IntoIterator<Item = (L, N, M)>) -> Markup {
    html! {
        dl.figs {
            @for (label, number, meaning) in figures {
                @let meaning = drawn(meaning);
                div { dt { (label) } dd { (number) } @if !is_blank(&meaning) { dd { (meaning) } } }
            }
        }
    }
}
