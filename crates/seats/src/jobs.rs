//! What the room does when it hears of others.

use crate::{default, imports, queries, settle};
use accounts::DetailsChanged;
use store::{Done, Jobs};

pub fn jobs(jobs: &mut Jobs) {
    jobs.hear("seats.give-defaults", default::hear);
    jobs.on(settle::run);
    imports::jobs(jobs);
    // Lists of who has a seat are sorted by a copy of the name.
    jobs.hear("seats.rename-holder", |work, changed: DetailsChanged| async move {
        let rename = move |cx: &mut store::Command| {
            cx.quiet();
            queries::rename(cx, changed.person)?;
            queries::rename_in_groups(cx, changed.person)
        };
        work.db.command(&work.actor("seats.rename-holder"), rename).await?;
        Ok(Done::Finished)
    });
}
