//! Who did what, when: one row an event, written in the transaction of the command.

use crate::command::Command;
use kernel::{AuditId, OrganizationId, Result, Who};
use serde::Serialize;

/// What happened, in the past tense (`SeatAssigned`). The fields are the details that the audit row keeps and that
/// the rooms above hear; no secrets.
pub trait Event: Serialize {
    /// Stable, for people who search: `seat.assigned`.
    const ACTION: &'static str;
    /// The organization whose log this belongs to, if it belongs to one.
    fn organization(&self) -> Option<OrganizationId> {
        None
    }
    /// The id of what it happened to.
    fn subject(&self) -> String;
    /// What people call it: an email address, a product, a number.
    fn label(&self) -> String;
}

#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    pub action: &'static str,
    pub details: String,
    organization: Option<OrganizationId>,
    subject: String,
    label: String,
}

impl Recorded {
    pub fn of<E: Event>(event: &E) -> Self {
        Recorded {
            action: E::ACTION,
            details: serde_json::to_string(event)
                .unwrap_or_else(|error| format!("{{\"unwritable\":\"{error}\"}}")),
            organization: event.organization(),
            subject: event.subject(),
            label: event.label(),
        }
    }
}

pub(crate) fn insert(cx: &mut Command, id: AuditId, event: &Recorded) -> Result<()> {
    let (kind, actor_id) = match &cx.actor().who {
        Who::Nobody => ("nobody", None),
        Who::Person(id) => ("person", Some(id.to_string())),
        Who::ApiKey(id) => ("api_key", Some(id.to_string())),
        Who::System(_) => ("system", None),
    };
    let (label, request) = (cx.actor().label.clone(), cx.actor().request_id.clone());
    cx.execute(
        "INSERT INTO audit (id, at, action, actor_kind, actor_id, actor_label, organization_id, subject_id,
            subject_label, details, request_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            &id,
            &cx.now(),
            &event.action,
            &kind,
            &actor_id,
            &label,
            &event.organization,
            &event.subject,
            &event.label,
            &event.details,
            &request,
        ],
    )?;
    Ok(())
}

/// Declares events that are told by their fields: name, action, fields, then the fields of subject and label. After
/// `of an organization;` each event has its `organization` besides, and belongs to that log.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// store::events! {
///     /// A key was made.
///     KeyMade "key.made" { key: kernel::ApiKeyId, name: String } key name;
/// }
/// assert_eq!(<KeyMade as store::Event>::ACTION, "key.made");
/// ```
#[macro_export]
macro_rules! events {
    (of an organization; $($(#[$doc:meta])* $name:ident $action:literal { $($field:ident: $kind:ty),* $(,)? } $subject:ident $label:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub struct $name { pub organization: kernel::OrganizationId, $(pub $field: $kind),* }
        $crate::events!(@event $name $action $subject $label {
            fn organization(&self) -> Option<kernel::OrganizationId> {
                Some(self.organization)
            }
        });
    )*};
    (@event $name:ident $action:literal $subject:ident $label:ident { $($more:tt)* }) => {
        impl $crate::Event for $name {
            const ACTION: &'static str = $action;
            $($more)*
            fn subject(&self) -> String {
                self.$subject.to_string()
            }
            fn label(&self) -> String {
                self.$label.to_string()
            }
        }
    };
    ($($(#[$doc:meta])* $name:ident $action:literal { $($field:ident: $kind:ty),* $(,)? } $subject:ident $label:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub struct $name { $(pub $field: $kind),* }
        $crate::events!(@event $name $action $subject $label {});
    )*};
}
