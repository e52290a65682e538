//! What can be done with several people at once.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Act {
    Assign,
    Unassign,
    Join,
    Role,
    Resend,
    Remove,
}

impl Act {
    pub const ALL: [Act; 6] = [Act::Assign, Act::Unassign, Act::Join, Act::Role, Act::Resend, Act::Remove];

    pub const fn name(self) -> &'static str {
        match self {
            Act::Assign => "assign",
            Act::Unassign => "unassign",
            Act::Join => "join",
            Act::Role => "role",
            Act::Resend => "resend",
            Act::Remove => "remove",
        }
    }
    pub fn from_name(name: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.name() == name)
    }
}

pub(super) fn icon_of(act: Act) -> &'static str {
    match act {
        Act::Assign | Act::Unassign => "seat",
        Act::Resend => "send",
        Act::Join | Act::Role | Act::Remove => "users",
    }
}

/// On the button.
pub(in crate::pages) fn words(act: Act, lang: Lang) -> String {
    let t = texts(lang);
    match act {
        Act::Assign => fl!(t, "pick-assign"),
        Act::Unassign => fl!(t, "pick-unassign"),
        Act::Join => fl!(t, "pick-join"),
        Act::Role => fl!(t, "change-role"),
        Act::Resend => fl!(t, "pick-resend"),
        Act::Remove => fl!(t, "pick-remove"),
    }
}

pub(super) fn text(act: Act, lang: Lang) -> String {
    let t = texts(lang);
    match act {
        Act::Assign => fl!(t, "pick-assign-text"),
        Act::Unassign => fl!(t, "pick-unassign-text"),
        Act::Join => fl!(t, "pick-join-text"),
        Act::Role => fl!(t, "pick-role-text"),
        Act::Resend => fl!(t, "pick-resend-text"),
        Act::Remove => fl!(t, "pick-remove-text"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_again() {
        for act in Act::ALL {
            assert_eq!(Act::from_name(act.name()), Some(act));
        }
    }
}
