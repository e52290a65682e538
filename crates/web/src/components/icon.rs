//! Icons: symbols of one external sprite, hidden from screen readers because words stand beside them.

use crate::assets;
use maud::{Markup, html};
use std::{collections::HashSet, sync::LazyLock};

static SYMBOLS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let sprite = include_str!("../../assets/icons.svg");
    sprite.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
});

/// Whether the sprite has this symbol.
pub fn known(name: &str) -> bool {
    SYMBOLS.contains(name)
}

/// The names of all symbols, in order.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = SYMBOLS.iter().copied().collect();
    names.sort_unstable();
    names
}

/// `icon("seat")`, the size of a line of text.
pub fn icon(name: &str) -> Markup {
    drawn(name, "icon")
}

/// The small one, for small buttons and lines.
pub fn icon_s(name: &str) -> Markup {
    drawn(name, "icon icon-s")
}

/// In a color of its own: `icon_in("alert", "of-warn")`. Also `of-ok`, `of-bad`, `of-info`, `of-accent`, `muted`.
pub fn icon_in(name: &str, color: &str) -> Markup {
    drawn(name, &format!("icon {color}"))
}

/// The vendor's logo from the sprite.
pub fn logo() -> Markup {
    drawn("logo", "icon logo")
}

fn drawn(name: &str, class: &str) -> Markup {
    html! { svg class=(class) aria-hidden="true" { use href=(address(name)) {} } }
}

/// The address of a symbol: `/assets/icons.HASH.svg#seat`.
pub fn address(name: &str) -> String {
    debug_assert!(known(name), "the sprite has no symbol {name}");
    format!("{}#{name}", assets::href("icons.svg"))
}
