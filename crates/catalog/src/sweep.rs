//! What is over: old downloads, and files that no build names any more, because they were replaced or because of a
//! crash between storing and adding.

use crate::{Files, queries};
use kernel::{Actor, Result, clock::days};
use store::{Jobs, Work};

/// Long enough for every upload to end and every download of a replaced file to be through.
const GRACE: std::time::Duration = days(2);

/// Sweeps once a day.
pub fn jobs(jobs: &mut Jobs, files: Files) {
    queries::SPENT_DOWNLOADS.daily(jobs);
    jobs.every("catalog.sweep-files", days(1), move |work| sweep(work, files.clone()));
}

async fn sweep(work: Work, files: Files) -> Result<()> {
    let now = work.db.now();
    files.remove_pieces(GRACE, now).await?;
    for key in files.older_than(GRACE, now).await? {
        let asked = key.clone();
        let system = Actor::system("catalog.sweep-files");
        if !work.db.read(&system, move |cx| queries::is_file_wanted(cx, &asked)).await? {
            files.remove(&key).await?;
            tracing::info!(key, "removed a file that no build names");
        }
    }
    Ok(())
}
