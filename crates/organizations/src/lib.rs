//! Customer companies, their teams, who belongs to them and in which role, and how people are invited. The room refuses
//! to know products, seats and contracts. Start with [`Team`] and [`invite`].

mod accept;
mod api;
mod correct;
mod events;
mod invite;
mod jobs;
mod lives;
mod mail;
mod members;
mod moving;
pub mod pages;
mod queries;
mod refusal;
mod remove;
mod removed;
mod roles;
mod search;
mod team;
mod words;

pub use api::{routes as api_routes, team_shown};
pub use correct::{Correction, correct_invitation};
pub use events::{
    InvitationAccepted, InvitationCorrected, InvitationSent, MemberAdded, MemberRemoved, MemberReturned,
    OrganizationFounded, RoleChanged, TeamArchived, TeamFounded, TeamRenamed, TeamReturned,
};
pub use invite::{Invite, Invited, invite, resend_invitation};
pub use jobs::jobs;
pub use lives::{archive_team, hold_organization, hold_teams, rename_team, return_team};
pub use members::{Member, MemberList, member, members};
pub use moving::{Coming, Going, going, move_people};
pub use pages::routes;
pub use queries::words_from;
pub use refusal::Refused;
pub use remove::{keep_with_removal, remove_member, return_member};
pub use removed::{RemovedMember, UNDO_FOR, removed_members};
pub use roles::change_role;
pub use search::{Along, FEW, Search, Way, way};
pub use team::{
    Organization, Team, TeamList, add_member, administered_teams, create_team, found_team, organization,
    organization_by_number, organization_for, team, teams, teams_of,
};

web::room_texts!("organizations");
