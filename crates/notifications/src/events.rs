//! What happened to a mail. The rooms above may hear it: an invitation whose mail failed shows that.

use kernel::{MailId, OrganizationId, PersonId};
use serde::{Deserialize, Serialize};
use store::Event;

macro_rules! mail_events {
    ($($(#[$doc:meta])* $event:ident $action:literal $({ $extra:ident })?;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $event {
            pub mail: MailId,
            pub kind: String,
            pub to: String,
            pub person: Option<PersonId>,
            pub organization: Option<OrganizationId>,
            $(pub $extra: String,)?
        }

        impl Event for $event {
            const ACTION: &'static str = $action;
            fn organization(&self) -> Option<OrganizationId> {
                self.organization
            }
            fn subject(&self) -> String {
                self.mail.to_string()
            }
            fn label(&self) -> String {
                self.to.clone()
            }
        }
    )*};
}

mail_events! {
    MailQueued "mail.queued";
    /// A server took it, and answered so.
    MailSent "mail.sent" { answer };
    /// No server will take it, for this reason.
    MailFailed "mail.failed" { answer };
    MailCanceled "mail.canceled";
}
