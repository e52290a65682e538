//! Whose turn it is to carry out jobs. On PostgreSQL any number of processes share them; on SQLite it is one, which
//! takes what an earlier one had begun for its own.

use kernel::{Error, Result};
use std::{
    fs::{File, TryLockError},
    path::PathBuf,
};
use store::Address;

/// A file beside the database that is locked by the process that carries out its jobs.
pub(crate) struct Turn(Option<PathBuf>);

impl Turn {
    pub fn of(address: &Address) -> Turn {
        match address {
            Address::Sqlite(path) => Turn(Some(path.with_added_extension("jobs"))),
            Address::Postgres(_) => Turn(None),
        }
    }

    /// To be held as long as jobs are carried out. A process that dies lets go of it.
    pub fn take(&self) -> Result<Option<File>> {
        let Some(path) = &self.0 else { return Ok(None) };
        let fault = |error| Error::fault(format!("{}: {error}", path.display()));
        let file = File::options().create(true).truncate(false).write(true).open(path).map_err(fault)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Err(Error::fault(
                "another process carries out the jobs of this database already. On SQLite only one does: `platsd serve`, \
                 or `platsd worker` beside `platsd serve --without-jobs`",
            )),
            Err(TryLockError::Error(error)) => Err(fault(error)),
        }
    }
}
