//! A folder that stands for a mailbox: each mail is a file `NNN_TIME_ID.eml`, beside it the same as JSON.

use crate::render::Letter;
use kernel::{Error, MailId, Result, Timestamp};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read, Seek, Write},
    path::Path,
};

/// A mail that came, as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    pub id: MailId,
    /// In the order in which they came, from 1.
    pub number: u64,
    pub at: Timestamp,
    pub to: String,
    pub to_name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// What the mail is about.
    pub link: Option<String>,
}

/// A file beside the mails: addresses, one a line, that the folder refuses as a server does that has no such mailbox.
pub const REFUSED: &str = "refused";

/// All mails, the newest first. A mail that came twice shows once, as it does in every mail program.
pub fn list(folder: &Path) -> Result<Vec<Stored>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        entries => entries.map_err(Error::fault)?,
    };
    let mut mails = Vec::new();
    for entry in entries {
        let path = entry.map_err(Error::fault)?.path();
        let is_ours = path.extension().is_some_and(|ending| ending == "json");
        // Strangers' files, and those that somebody takes away just now, are no reason to show nothing.
        if is_ours
            && let Ok(json) = fs::read(&path)
            && let Ok(mail) = serde_json::from_slice::<Stored>(&json)
        {
            mails.push(mail);
        }
    }
    mails.sort_by_key(|mail| mail.number);
    let mut seen = HashSet::new();
    mails.retain(|mail| seen.insert(mail.id));
    mails.reverse();
    Ok(mails)
}

/// What came to the address, the newest first.
pub fn to(folder: &Path, address: &str) -> Result<Vec<Stored>> {
    let mut mails = list(folder)?;
    mails.retain(|mail| mail.to == address);
    Ok(mails)
}

pub(crate) fn refuses(folder: &Path, address: &str) -> bool {
    let list = fs::read_to_string(folder.join(REFUSED)).unwrap_or_default();
    list.lines().any(|line| line.trim().eq_ignore_ascii_case(address))
}

/// Puts a mail into the folder; the answer names its file.
pub(crate) fn keep(folder: &Path, letter: Letter) -> io::Result<String> {
    fs::create_dir_all(folder)?;
    let mail = Stored { number: next_number(folder)?, ..letter.copy };
    let time = mail.at.to_jiff().strftime("%Y%m%dT%H%M%SZ");
    let name = format!("{:03}_{time}_{}", mail.number, mail.id);
    put(folder, &format!("{name}.eml"), &letter.message.formatted())?;
    put(folder, &format!("{name}.json"), &serde_json::to_vec_pretty(&mail)?)?;
    Ok(format!("kept as {name}.eml"))
}

/// Counts in a locked file, so that several processes may write into one folder.
fn next_number(folder: &Path) -> io::Result<u64> {
    let mut counter =
        File::options().create(true).truncate(false).read(true).write(true).open(folder.join(".number"))?;
    counter.lock()?;
    let mut text = String::new();
    counter.read_to_string(&mut text)?;
    let number = text.trim().parse::<u64>().unwrap_or(0) + 1;
    counter.rewind()?;
    write!(counter, "{number}")?;
    Ok(number)
}

/// Under its name there is the whole file or none.
fn put(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let unfinished = folder.join(format!(".{name}.part"));
    fs::write(&unfinished, content)?;
    fs::rename(unfinished, folder.join(name))
}
