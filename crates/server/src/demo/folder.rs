//! The folder of a demo: whether it is one, whether it is whole, and that only one demo runs on it.

use crate::Config;
use kernel::{Error, Result};
use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

pub(super) const MAILS: &str = "mail";
/// Locked while a demo runs; says whether its making came to the end.
const MARK: &str = "plats-demo";
const WHOLE: &str = "This folder belongs to `platsd demo`. It can be deleted.\n";
/// What a demo makes, and so what may be deleted when it is made anew.
const MADE: [&str; 7] = ["plats.db", "plats.db-wal", "plats.db-shm", "plats.toml", "keys", "builds", MAILS];

/// A folder that belongs to this demo as long as it is held.
#[derive(Debug)]
pub struct DemoFolder {
    path: PathBuf,
    mark: File,
    complete: bool,
}

impl DemoFolder {
    /// Makes the folder when it is not there. One with other things in it is refused; what an interrupted making left,
    /// or what was made before `fresh` was asked for, is deleted.
    pub fn open(path: &Path, fresh: bool) -> Result<DemoFolder> {
        let shown = path.display();
        let fault = |error: io::Error| Error::fault(format!("the folder {shown} cannot be used: {error}"));
        fs::create_dir_all(path).map_err(fault)?;
        let path = path.canonicalize().map_err(fault)?;
        let is_new = fs::read_dir(&path).map_err(fault)?.next().is_none();
        if !is_new && !path.join(MARK).exists() {
            return Err(Error::fault(format!(
                "the folder {shown} holds other things than a demo: choose another one with --data FOLDER"
            )));
        }
        let mark = File::options().create(true).truncate(false).read(true).append(true).open(path.join(MARK));
        let mark = mark.map_err(fault)?;
        match mark.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::fault(format!(
                    "a demo runs on the folder {shown} already: open it, or choose another one with --data FOLDER"
                )));
            }
            Err(TryLockError::Error(error)) => return Err(fault(error)),
        }
        let complete = !fresh && fs::read_to_string(path.join(MARK)).map_err(fault)? == WHOLE;
        let folder = DemoFolder { path, mark, complete };
        if !complete {
            folder.clear().map_err(fault)?;
        }
        Ok(folder)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    fn clear(&self) -> io::Result<()> {
        self.mark.set_len(0)?;
        for name in MADE {
            let path = self.path.join(name);
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            match removed {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn complete(&mut self) -> Result<()> {
        io::Write::write_all(&mut self.mark, WHOLE.as_bytes()).map_err(Error::fault)?;
        self.complete = true;
        Ok(())
    }

    /// The mails' folder answers as a server does that has no such mailbox.
    pub(super) fn refuse_mail_to(&self, address: &str) -> Result<()> {
        let mails = self.path.join(MAILS);
        fs::create_dir_all(&mails).map_err(Error::fault)?;
        fs::write(mails.join(notifications::mailbox::REFUSED), format!("{address}\n")).map_err(Error::fault)
    }

    /// The settings as a real vendor would write them, for `platsd doctor --config` and for reading.
    pub(super) fn write_settings(&self, config: &Config) -> Result<()> {
        let quoted = |text: &str| toml_text(text);
        let text = format!(
            "public_url = {}\nlisten = {}\ndatabase = {}\ndata = {}\n\n[vendor]\nname = {}\nlegal = {}\n\
             support_mail = {}\ntime_zone = {}\n\n[mail]\nfrom = {}\nsmtp = {}\n",
            quoted(&config.public_url),
            quoted(&config.listen),
            quoted(&config.database),
            quoted(&config.data.to_string_lossy()),
            quoted(&config.vendor.name),
            quoted(&config.vendor.legal),
            quoted(config.vendor.support_mail.as_deref().unwrap_or_default()),
            quoted(&config.vendor.time_zone),
            quoted(&config.mail.from),
            quoted(&config.mail.smtp),
        );
        fs::write(self.path.join("plats.toml"), text).map_err(Error::fault)
    }
}

/// A basic string: `"..."`.
fn toml_text(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
