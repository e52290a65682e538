//! Pages of a team that changes: its settings, and what is asked before subscriptions and people move.

pub(super) mod archive;
pub(super) mod moving;
mod plan;
pub(super) mod settings;
