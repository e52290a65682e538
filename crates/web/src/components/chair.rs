//! The drawing beside sign-in. A vendor's own drawing goes here.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, html};

/// A chair with its measures.
pub fn chair(lang: Lang) -> Markup {
    const MEASURES: [&str; 5] = [
        "M20 520h380",
        "M52 110v410M44 110h54M44 520h16M47 115l10-10M47 525l10-10",
        "M372 318v202M316 318h64M367 323l10-10M367 525l10-10",
        "M106 556h208M106 530v34M314 530v34M101 561l10-10M309 561l10-10",
        "M210 88v452",
    ];
    const WOOD: [&str; 15] = [
        "M148 333L134 502H142L157 333",
        "M272 333L286 502H278L263 333",
        "M121 424h178v8H121z",
        "M123 333L105 520H115L136 333z",
        "M297 333L315 520H305L284 333z",
        "M148.7 136L153.5 318h4.4L152.7 136",
        "M172.4 136L175.2 318h4.4L176.4 136",
        "M196.1 136L196.9 318h4.4L200.1 136",
        "M219.9 136L218.7 318h4.4L223.9 136",
        "M243.6 136L240.4 318h4.4L247.6 136",
        "M267.3 136L262.1 318h4.4L271.3 136",
        "M117 140L125 318H133L125 140",
        "M303 140L295 318H287L295 140",
        "M106 128c28-24 180-24 208 0l-5 25c-30-18-168-18-198 0z",
        "M111 318h198l-6 15H117z",
    ];
    html! {
        svg viewBox="0 0 420 600" role="img" aria-label=(fl!(texts(lang), "chair")) {
            g.dim {
                @for (n, d) in MEASURES.iter().enumerate() {
                    path d=(d) stroke-dasharray=[(n == 4).then_some("14 4 2 4")] {}
                }
            }
            g.ink { @for d in WOOD { path d=(d) {} } }
            text x="0" y="0" transform="translate(42 315) rotate(-90)" { "880" }
            text x="0" y="0" transform="translate(362 419) rotate(-90)" { "440" }
            text x="210" y="574" { "460" }
        }
    }
}
