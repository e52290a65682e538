//! What happened, for the audit log and for the rooms above.

use kernel::{PersonId, TeamId};
use serde::{Deserialize, Serialize};

store::events! {
    of an organization;
    OrganizationFounded "organization.founded" { name: String } organization name;
    TeamFounded "team.founded" { team: TeamId, name: String } team name;
    TeamRenamed "team.renamed" { team: TeamId, name: String, before: String } team name;
    TeamArchived "team.archived" { team: TeamId, name: String } team name;
    TeamReturned "team.returned" { team: TeamId, name: String } team name;
    MemberAdded "member.added" { team: TeamId, person: PersonId, email: String, role: String } person email;
    InvitationSent "invitation.sent" { team: TeamId, person: PersonId, email: String } person email;
    InvitationAccepted "invitation.accepted" { team: TeamId, person: PersonId, email: String } person email;
    /// The address was wrong: the invitation went over to this person, from who is called `before`.
    InvitationCorrected "invitation.corrected" { team: TeamId, person: PersonId, email: String, before: String } person email;
    /// By an admin, or by the own wish.
    MemberRemoved "member.removed" { team: TeamId, person: PersonId, email: String, role: String } person email;
    /// The removal is undone.
    MemberReturned "member.returned" { team: TeamId, person: PersonId, email: String, role: String } person email;
    RoleChanged "member.role-changed" { team: TeamId, person: PersonId, email: String, role: String, before: String } person email;
}
