//! The parts that pages are built from, one file a family. A part is a function or a small builder that maud draws:
//! `(button::main("Invite users").icon("plus").href("/users/new"))`. Words come in as text (escaped) or as markup;
//! an empty string leaves a part out.

pub mod button;
pub mod chair;
pub mod choice;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod file;
pub mod filters;
pub mod head;
pub mod icon;
pub mod menu;
pub mod meter;
pub mod note;
pub mod pager;
pub mod rows;
pub mod sign;
pub mod stamp;
pub mod table;
pub mod tabs;
pub mod talk;
pub mod timeline;

pub use button::{act, link_button, post};
pub use choice::{check, checks, pair, radios, switch};
pub use dialog::{confirm_bar, dialog};
pub use empty::{empty, skeleton};
pub use file::{drop, file};
pub use filters::{chip, filters};
pub use head::{crumbs, head, section};
pub use icon::{icon, icon_s, logo};
pub use menu::menu;
pub use meter::{legend, meter, progress};
pub use note::{note, strip, toast};
pub use pager::pager;
pub use rows::{row, rows};
pub use sign::{Is, avatar, badge, live, mark, sign, who};
pub use stamp::{facts, figures, stamp};
pub use table::{bulk, col, picks, picks_for, table, tr};
pub use tabs::{steps, tabs};
pub use talk::talk;
pub use timeline::timeline;

use maud::{Markup, Render, html};

/// Text or markup, drawn once so that a builder can keep it.
fn drawn(words: impl Render) -> Markup {
    html! { (words) }
}

fn is_blank(words: &Markup) -> bool {
    words.0.is_empty()
}
