//! Empty and loading: what is missing and the next step; gray bars while something comes.

use super::{drawn, icon, is_blank};
use maud::{Markup, Render, html};

/// `empty("chair", "Nobody has a seat yet", "12 seats are free.", button::main("Assign seats").icon("seat"))`;
/// an empty drawing, text or act is left out.
pub fn empty(drawing: &str, title: impl Render, text: impl Render, act: impl Render) -> Markup {
    let (text, act) = (drawn(text), drawn(act));
    html! {
        div.empty {
            @if !drawing.is_empty() { svg aria-hidden="true" { use href=(icon::address(drawing)) {} } }
            h2 { (title) }
            @if !is_blank(&text) { p { (text) } }
            (act)
        }
    }
}

/// Lines that load: `skeleton("Loading", 4)`
pub fn skeleton(label: impl Into<String>, lines: usize) -> Markup {
    const WIDTHS: [&str; 4] = ["skel skel-s", "skel skel-l", "skel skel-l", "skel"];
    html! {
        div.stack.stack-s role="group" aria-busy="true" aria-label=(label.into()) {
            @for class in WIDTHS.iter().cycle().take(lines) { span class=(class) {} }
        }
    }
}
