//! An invitation is accepted when the person has been in: by its link, or by any other that set the first password.

use crate::{events::InvitationAccepted, queries, team};
use accounts::PasswordSet;
use kernel::{PersonId, Result};
use store::{Command, Done, Work};

/// Whoever sets a password holds the mailbox that was invited: every invitation that waits for it is answered.
pub(crate) async fn hear(work: Work, set: PasswordSet) -> Result<Done> {
    let accept = move |cx: &mut Command| accept_invitations(cx, set.person);
    work.db.command(&work.actor("organizations.accept-invitations"), accept).await?;
    Ok(Done::Finished)
}

pub(crate) fn accept_invitations(cx: &mut Command, person: PersonId) -> Result<()> {
    let teams = queries::accept_invitations(cx, person)?;
    if teams.is_empty() {
        cx.quiet();
        return Ok(());
    }
    let email = accounts::person(cx, person)?.email;
    for id in teams {
        let organization = team::team(cx, id)?.organization;
        cx.record(InvitationAccepted { team: id, organization, person, email: email.clone() });
    }
    Ok(())
}
