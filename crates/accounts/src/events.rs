//! What happened, for the audit log and for the rooms above.

use kernel::{ApiKeyId, PartnerId, PersonId, SessionId};
use serde::{Deserialize, Serialize};

store::events! {
    PersonCreated "person.created" { person: PersonId, email: String } person email;
    /// By a link, or with the present password; `how` is the link's purpose or `change`.
    PasswordSet "person.password-set" { person: PersonId, email: String, how: String } person email;
    SignedIn "person.signed-in" { person: PersonId, email: String, session: SessionId } person email;
    SignedOut "person.signed-out" { person: PersonId, email: String, sessions: u64 } person email;
    DetailsChanged "person.details-changed" { person: PersonId, email: String } person email;
    LinkSent "person.link-sent" { person: PersonId, email: String, purpose: String } person email;
    StaffAdded "staff.added" { person: PersonId, email: String, role: String, partner: Option<PartnerId> } person email;
    PartnerCreated "partner.created" { partner: PartnerId, name: String } partner name;
    ApiKeyCreated "api-key.created" { key: ApiKeyId, name: String } key name;
    ApiKeyRevoked "api-key.revoked" { key: ApiKeyId, name: String } key name;
}
