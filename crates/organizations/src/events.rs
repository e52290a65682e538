//! What happened, for the audit log and for the rooms above.

use kernel::{OrganizationId, PersonId, TeamId};
use serde::{Deserialize, Serialize};
use store::Event;

macro_rules! events {
    ($($name:ident $action:literal { $($field:ident: $kind:ty),* } $subject:ident $label:ident;)*) => {$(
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub struct $name { pub organization: OrganizationId, $(pub $field: $kind),* }
        impl Event for $name {
            const ACTION: &'static str = $action;
            fn organization(&self) -> Option<OrganizationId> {
                Some(self.organization)
            }
            fn subject(&self) -> String {
                self.$subject.to_string()
            }
            fn label(&self) -> String {
                self.$label.to_string()
            }
        }
    )*};
}

events! {
    OrganizationFounded "organization.founded" { name: String } organization name;
    TeamFounded "team.founded" { team: TeamId, name: String } team name;
    MemberAdded "member.added" { team: TeamId, person: PersonId, role: String } person role;
    InvitationSent "invitation.sent" { team: TeamId, person: PersonId, email: String } person email;
    RoleChanged "member.role-changed" { team: TeamId, person: PersonId, email: String, role: String, before: String } person email;
}
