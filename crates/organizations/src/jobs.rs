//! What the room does when it hears of others.

use crate::{accept, moving, queries, words};
use accounts::DetailsChanged;
use store::{Command, Done, Jobs};

pub fn jobs(jobs: &mut Jobs) {
    queries::SPENT_REMOVALS.daily(jobs);
    jobs.hear("organizations.accept-invitations", accept::hear);
    jobs.on::<words::FillWords, _>(words::fill);
    jobs.on(moving::run);
    // Lists of members are sorted by a copy of the name and searched by its words, so that a page of a million is one index range.
    jobs.hear("organizations.rename-member", |work, changed: DetailsChanged| async move {
        let rename = move |cx: &mut Command| {
            cx.quiet();
            queries::rename(cx, changed.person)
        };
        work.db.command(&work.actor("organizations.rename-member"), rename).await?;
        Ok(Done::Finished)
    });
}
