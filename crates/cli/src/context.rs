//! What every command is given: the options that all share, the language, the way to the server.

use crate::{
    arguments::Common,
    connection::Connection,
    failure::{Failure, Result},
    http::Http,
    texts::Texts,
};
use i18n_embed_fl::fl;
use std::io::{ErrorKind, Write};

pub struct Context {
    pub common: Common,
    pub t: Texts,
    /// For `Accept-Language`.
    pub language: String,
}

impl Context {
    pub fn json(&self) -> bool {
        self.common.json
    }

    pub fn http(&self) -> Result<Http> {
        Ok(self.http_to(&Connection::find(&self.common, self.t)?))
    }

    pub fn http_to(&self, connection: &Connection) -> Http {
        Http::new(connection, &self.language, self.t)
    }

    /// Prints to the standard output. A reader that has seen enough (`| head`) does not stop the work.
    pub fn say(&self, text: &str) -> Result<()> {
        let mut out = std::io::stdout().lock();
        match writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::usage(fl!(self.t, "not-written", error = error.to_string())))
            }
            _ => Ok(()),
        }
    }
}
