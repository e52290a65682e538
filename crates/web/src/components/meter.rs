//! A pool as a ruler: what is taken, what ends, what is free, who waits; and progress.

use super::drawn;
use crate::{format, texts};
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

/// The meter of a pool.
#[derive(Clone)]
pub struct Meter {
    lang: Lang,
    assigned: u64,
    capacity: u64,
    ending: u64,
    waiting: u64,
    small: bool,
    label: Label,
}

#[derive(Clone)]
enum Label {
    Own,
    Words(String),
    Element(String),
}

/// `meter(lang, 233, 240).waiting(3)`. A page that shows what ends needs nothing more: the frame brings the hatch.
pub fn meter(lang: Lang, assigned: u64, capacity: u64) -> Meter {
    Meter { lang, assigned, capacity, ending: 0, waiting: 0, small: false, label: Label::Own }
}

impl Meter {
    /// So many of the assigned seats end.
    pub fn ending(mut self, ending: u64) -> Self {
        self.ending = ending.min(self.assigned);
        self
    }
    pub fn waiting(mut self, waiting: u64) -> Self {
        self.waiting = waiting;
        self
    }
    /// A bar without ruler, for rows and lists.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }
    /// Names it for screen readers by the words.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Label::Words(label.into());
        self
    }
    /// Names it by the element with this id.
    pub fn labelled_by(mut self, id: impl Into<String>) -> Self {
        self.label = Label::Element(id.into());
        self
    }

    /// "233 of 240 seats assigned, 7 free; 3 people wait"
    pub fn in_words(&self) -> String {
        let number = |n| format::number(n, self.lang);
        let free = self.capacity.saturating_sub(self.assigned);
        let mut words = fl!(
            texts(self.lang),
            "meter",
            assigned = number(self.assigned),
            capacity = number(self.capacity),
            free = number(free)
        );
        if self.ending > 0 {
            words += &fl!(texts(self.lang), "meter-ending", count = self.ending, shown = number(self.ending));
        }
        if self.waiting > 0 {
            words +=
                &fl!(texts(self.lang), "meter-waiting", count = self.waiting, shown = number(self.waiting));
        }
        words
    }

    fn share(&self, of: u64) -> String {
        percent(of, self.capacity.max(self.assigned).max(1))
    }
    fn ruler(&self) -> Markup {
        let staying = self.assigned.saturating_sub(self.ending);
        html! {
            svg aria-hidden="true" {
                rect.m-box width="100%" height="100%" {}
                @if staying > 0 { rect.m-has width=(self.share(staying)) height="100%" {} }
                @if self.ending > 0 {
                    rect.m-end x=(self.share(staying)) width=(self.share(self.ending)) height="100%" {}
                }
            }
        }
    }
    fn scale(&self) -> Markup {
        let whole = self.capacity;
        let parts = [4, 5, 3, 6, 2].into_iter().find(|parts| whole.is_multiple_of(*parts)).unwrap_or(1);
        let each = whole / parts;
        let fine = [6, 5, 4, 3, 2].into_iter().find(|fine| each.is_multiple_of(*fine)).unwrap_or(1);
        html! {
            svg.ticks aria-hidden="true" {
                @for n in 0..=parts * fine {
                    @let x = percent(n, parts * fine);
                    line.m-tick x1=(x) x2=(x) y1="0" y2=(if n.is_multiple_of(fine) { "8" } else { "4" }) {}
                }
            }
            div.scale aria-hidden="true" {
                @for n in 0..=parts { span { (format::number(n * each, self.lang)) } }
            }
        }
    }
    fn queue(&self) -> Markup {
        html! {
            svg.m-queue aria-hidden="true" {
                @for n in 0..self.waiting.min(3) { rect.m-wait x=(1 + 12 * n) y="1" width="8" height="26" {} }
            }
        }
    }
}

impl Render for Meter {
    fn render(&self) -> Markup {
        let (label, by) = match &self.label {
            Label::Own => (Some(fl!(texts(self.lang), "meter-label")), None),
            Label::Words(words) => (Some(words.clone()), None),
            Label::Element(id) => (None, Some(id)),
        };
        let bar = html! {
            div class=(if self.small { "meter meter-s" } else { "meter" }) role="meter"
                aria-label=[label] aria-labelledby=[by] aria-valuemin="0"
                aria-valuemax=(self.capacity.max(self.assigned)) aria-valuenow=(self.assigned)
                aria-valuetext=(self.in_words()) {
                (self.ruler())
                @if !self.small && self.capacity > 0 { (self.scale()) }
            }
        };
        html! {
            @if self.small || self.waiting == 0 { (bar) }
            @else { div.m-row { (bar) (self.queue()) } }
        }
    }
}

fn percent(part: u64, whole: u64) -> String {
    let share = 100.0 * part as f64 / whole.max(1) as f64;
    let text = format!("{share:.3}");
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

/// What a color of the meter stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swatch {
    Has,
    Ends,
    Free,
    Waits,
}

/// `legend([(Swatch::Has, "Assigned and staying", "226"), (Swatch::Waits, "Waiting for your answer", "3")])`
pub fn legend<W: Render, N: Render>(lines: impl IntoIterator<Item = (Swatch, W, N)>) -> Markup {
    html! {
        dl.legend {
            @for (swatch, words, number) in lines {
                div {
                    dt {
                        svg aria-hidden="true" {
                            @match swatch {
                                Swatch::Has => { rect.m-has width="100%" height="100%" {} }
                                Swatch::Ends => { rect.m-end width="100%" height="100%" {} }
                                Swatch::Free => { rect.m-box width="100%" height="100%" {} }
                                Swatch::Waits => { rect.m-wait x="1" y="1" width="14" height="10" {} }
                            }
                        }
                        (words)
                    }
                    dd { (number) }
                }
            }
        }
    }
}

/// `progress("import", html! { b { "742" } " of 1,206 invited" }, "about 20 seconds left", Some((742, 1206)))`;
/// without a value it moves.
pub fn progress(id: &str, words: impl Render, rest: impl Render, value: Option<(u64, u64)>) -> Markup {
    let rest = drawn(rest);
    let id = format!("{id}-words");
    html! {
        div.prog role="group" aria-labelledby=(id) {
            span id=(id) { (words) }
            @if !super::is_blank(&rest) { span.muted { (rest) } }
            progress aria-labelledby=(id) max=[value.map(|(_, most)| most)] value=[value.map(|(now, _)| now)] {}
        }
    }
}

/// The pattern for what ends; the frame of every page brings it once.
pub fn hatch() -> Markup {
    html! {
        svg.defs width="0" height="0" aria-hidden="true" {
            defs {
                pattern #hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    line.m-hatch x1="0" y1="0" x2="0" y2="6" {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_in_words_what_it_shows() {
        let pool = meter(Lang::En, 1102, 1200).waiting(1);
        assert_eq!(pool.in_words(), "1,102 of 1,200 seats assigned, 98 free; 1 person waits");
        let pool = meter(Lang::Sv, 233, 240).ending(7).waiting(3);
        assert_eq!(pool.in_words(), "233 av 240 platser tilldelade, 7 lediga; 7 upphör; 3 personer väntar");
    }

    #[test]
    fn it_survives_an_empty_and_an_overfull_pool() {
        assert!(meter(Lang::En, 0, 0).render().0.contains("aria-valuemax=\"0\""));
        let html = meter(Lang::En, 3, 2).render().0;
        assert!(html.contains("width=\"100%\"") && html.contains("aria-valuemax=\"3\""), "{html}");
    }

    #[test]
    fn shares_are_short() {
        assert_eq!(
            (percent(233, 240).as_str(), percent(1, 4).as_str(), percent(0, 9).as_str()),
            ("97.083%", "25%", "0%")
        );
    }
}
