//! Files on their way to the server and from it, a part at a time.

use super::{Ask, Http, Lost, lost};
use crate::{
    answer::{Answer, not_plats},
    failure::Result,
    upload::Table,
};
use std::{fmt, io, time::Duration};
use ureq::{
    Error, SendBody,
    http::{StatusCode, header},
};

/// An upload that is slower, in bytes a second, counts as broken.
const SLOWEST: u64 = 16 * 1024;
/// For a table, however long it is.
const PATIENCE: Duration = Duration::from_secs(1800);
const CSV: &str = "text/csv";

/// A file that cannot be read to its end while it is sent.
#[derive(Debug)]
pub struct FileFault(pub String);

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FileFault {}

impl Http {
    /// A file in the body of a PUT. The server is asked before the first byte leaves (`Expect: 100-continue`);
    /// `open` gives the file anew for each attempt.
    pub fn put_file<R: io::Read>(
        &self,
        ask: &Ask,
        (size, repr_digest): (u64, &str),
        mut open: impl FnMut() -> io::Result<R>,
    ) -> Result<Answer> {
        let head = || {
            self.head(ask)
                .header(header::CONTENT_TYPE, "application/octet-stream")
                .header(header::CONTENT_LENGTH, size)
                .header(header::EXPECT, "100-continue")
                .header("repr-digest", repr_digest)
        };
        // The server writes the file to its place before it answers.
        let patience = Duration::from_secs(120 + size / SLOWEST);
        let once = || {
            let mut file = open().map_err(|error| Lost { why: Error::Io(error), again: false })?;
            let sent = self.run(head(), SendBody::from_reader(&mut file), patience);
            // Gigabytes are not sent again unasked.
            sent.map_err(|lost| Lost { again: false, ..lost })
        };
        self.answered(true, once)?.checked(self.t)
    }

    /// A table in the body of a POST, sent once, since it may come out of a pipe. The server is asked before the first
    /// byte leaves.
    pub fn post_table(&self, ask: &Ask, mut table: Table) -> Result<Answer> {
        let head = self.head(ask).header(header::CONTENT_TYPE, CSV).header(header::EXPECT, "100-continue");
        let head = match table.size {
            Some(size) => head.header(header::CONTENT_LENGTH, size),
            None => head,
        };
        let sent = self.run(head, SendBody::from_reader(&mut table.bytes), PATIENCE);
        sent.map_err(|lost| self.unreachable(&lost.why, true))?.checked(self.t)
    }

    /// A table that the server sends.
    pub fn get_table(&self, ask: &Ask) -> Result<impl io::Read + use<>> {
        let mut table = None;
        let once = || {
            let response = self.respond(self.head(ask).header(header::ACCEPT, CSV), (), PATIENCE)?;
            if response.status() != StatusCode::OK || response.body().mime_type() != Some(CSV) {
                return Answer::read(response).map_err(lost);
            }
            let (head, body) = response.into_parts();
            table = Some(body.into_reader());
            Ok(Answer::of(head))
        };
        let answer = self.answered(true, once)?;
        match table {
            Some(table) => Ok(table),
            None => Err(answer.checked(self.t).err().unwrap_or_else(|| not_plats(self.t))),
        }
    }
}
