//! The life of a contract on one line.

use super::{drawn, is_blank};
use maud::{Markup, Render, html};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Past,
    Now,
    Next,
    /// Ahead, and an end.
    NextBad,
    /// Over, and an end.
    PastBad,
}

/// `timeline([(When::Past, "Ordered", "12 Dec 2023"), (When::Now, "Active", "since 1 Jan 2024")])`
pub fn timeline<W: Render, S: Render>(points: impl IntoIterator<Item = (When, W, S)>) -> Markup {
    html! {
        ol.timeline {
            @for (when, words, since) in points {
                @let since = drawn(since);
                li .next[matches!(when, When::Next | When::NextBad)] .bad[matches!(when, When::NextBad | When::PastBad)]
                    aria-current=[(when == When::Now).then_some("step")] {
                    b { (words) } @if !is_blank(&since) { small { (since) } }
                }
            }
        }
    }
}
