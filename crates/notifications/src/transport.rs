//! The ways out of the house: a mail server, or a folder that stands for one.

use crate::{
    mailbox,
    render::Letter,
    smtp::{Security, Smtp, trust},
};
use kernel::{Error, Result};
use lettre::transport::smtp::authentication::Credentials;
use percent_encoding::percent_decode_str;
use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};
use tokio::sync::SemaphorePermit;
use url::Url;

#[derive(Debug, Clone)]
pub enum Transport {
    Smtp(Smtp),
    /// Each mail becomes a file: see [`crate::mailbox`].
    Folder(PathBuf),
}

/// Why a mail did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The same mail may pass later.
    ForNow(String),
    /// This mail never will.
    ForGood(String),
}

impl Transport {
    /// Reads the setting: `smtp://localhost:25`, `smtp+starttls://user:password@host:587`,
    /// `smtps://user:password@host:465`, `folder:/path`. `?ca=/path.pem` names a certificate authority of one's own;
    /// `smtp://host?tls=required` is another spelling of `smtp+starttls://host`.
    ///
    /// Passwords and links do not travel in clear: plain `smtp` is for this machine alone.
    ///
    /// ```
    /// use notifications::Transport;
    /// assert!(Transport::parse("smtp://localhost:25").is_ok());
    /// let refused = Transport::parse("smtp://mail.example:25").unwrap_err();
    /// assert!(refused.inner_message().unwrap().contains("smtp+starttls://mail.example"));
    /// ```
    pub fn parse(setting: &str) -> Result<Transport> {
        if let Some(path) = setting.strip_prefix("folder:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return match path.is_empty() {
                true => Err(Error::fault("mail: folder: needs a path, as in folder:/var/lib/plats/mail")),
                false => Ok(Transport::Folder(path.into())),
            };
        }
        // The setting holds a password, so what is wrong with it is told without repeating it.
        let url =
            Url::parse(setting).map_err(|error| Error::fault(format!("mail: this is not a url: {error}")))?;
        server(&url).map(Transport::Smtp)
    }

    /// Goes as far as a mail would, and sends none: connects, signs in, takes its leave; or tries whether the folder can
    /// be written. The answer is what the other side called itself, or why it could not be reached.
    pub async fn greet(&self) -> Result<String, String> {
        match self {
            Transport::Smtp(smtp) => smtp.greet().await,
            Transport::Folder(folder) => {
                let tried = std::fs::create_dir_all(folder).and_then(|()| {
                    let file = folder.join(".greeting");
                    std::fs::write(&file, "").and_then(|()| std::fs::remove_file(&file))
                });
                let shown = folder.display();
                match tried {
                    Ok(()) => Ok(format!("the folder {shown}")),
                    Err(error) => Err(format!("the folder {shown} cannot be written: {error}")),
                }
            }
        }
    }

    /// Waits for one of the places for a conversation. Whoever claims a mail has its place already, so that a claim
    /// is as long as one conversation, however many mails wait.
    pub(crate) async fn place(&self) -> Option<SemaphorePermit<'_>> {
        match self {
            Transport::Smtp(smtp) => smtp.place().await,
            Transport::Folder(_) => None,
        }
    }

    /// Hands the mail over; the answer is what the other side said.
    pub(crate) async fn deliver(&self, letter: Letter) -> Result<String, Refused> {
        match self {
            Transport::Smtp(smtp) => smtp.deliver(&letter.message).await,
            Transport::Folder(folder) => {
                let folder = folder.clone();
                tokio::task::spawn_blocking(move || put(&folder, letter))
                    .await
                    .unwrap_or_else(|error| Err(Refused::ForNow(error.to_string())))
            }
        }
    }
}

fn put(folder: &Path, letter: Letter) -> Result<String, Refused> {
    if mailbox::refuses(folder, &letter.copy.to) {
        return Err(Refused::ForGood("550 5.1.1 no such mailbox".into()));
    }
    mailbox::keep(folder, letter)
        .map_err(|error| Refused::ForNow(format!("the folder cannot be written: {error}")))
}

fn server(url: &Url) -> Result<Smtp> {
    let Some(host) = url.host_str().filter(|host| !host.is_empty()) else {
        return Err(Error::fault(
            "mail: the url names no host, as in smtps://user:password@mail.example:465",
        ));
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let asks =
        |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let ca = asks("ca");
    let (security, usual_port) = match (url.scheme(), asks("tls").as_deref()) {
        ("smtp+starttls", _) | ("smtp", Some("required")) => {
            (Security::StartTls(trust(host, ca.as_deref())?), 587)
        }
        ("smtps", _) => (Security::Tls(trust(host, ca.as_deref())?), 465),
        ("smtp", None) if is_this_machine(host) => (Security::Plain, 25),
        ("smtp", None) => {
            return Err(Error::fault(format!(
                "mail: smtp://{host} would send passwords and links in clear over the network. \
                 Write smtp+starttls://{host} (port 587) or smtps://{host} (port 465); plain smtp:// is for localhost"
            )));
        }
        (scheme, _) => {
            return Err(Error::fault(format!(
                "mail: {scheme}: is not known here. Write smtp+starttls://, smtps://, smtp://localhost or folder:/path"
            )));
        }
    };
    Ok(Smtp::new(host, url.port().unwrap_or(usual_port), security, credentials(url)?))
}

fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn credentials(url: &Url) -> Result<Option<Credentials>> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8().map(|text| text.into_owned());
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) => {
            let user = decode(user).map_err(Error::fault)?;
            Ok(Some(Credentials::new(user, decode(password).map_err(Error::fault)?)))
        }
        (_, None) => {
            Err(Error::fault("mail: the url names a user and no password: write user:password@host"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(setting: &str) -> String {
        Transport::parse(setting).unwrap_err().inner_message().unwrap().to_owned()
    }

    #[test]
    fn plain_smtp_stays_on_this_machine() {
        for here in ["smtp://localhost", "smtp://127.0.0.1:2525", "smtp://[::1]:25", "smtp://me:pw@127.0.0.1"]
        {
            assert!(matches!(Transport::parse(here), Ok(Transport::Smtp(_))), "{here}");
        }
        for away in
            ["smtp://mail.example", "smtp://10.0.0.2:25", "smtp://localhost.example", "smtp://0.0.0.0"]
        {
            assert!(refusal(away).contains("in clear"), "{away}");
        }
    }

    #[test]
    fn secure_servers_anywhere_and_folders_are_fine() {
        for setting in [
            "smtp+starttls://me:p%40ss@mail.example:587",
            "smtp://me:pw@mail.example?tls=required",
            "smtps://me:pw@mail.example:465",
            "smtps://mail.example",
        ] {
            assert!(matches!(Transport::parse(setting), Ok(Transport::Smtp(_))), "{setting}");
        }
        for setting in ["folder:/tmp/mails", "folder:///tmp/mails"] {
            assert!(
                matches!(Transport::parse(setting), Ok(Transport::Folder(at)) if at.ends_with("tmp/mails"))
            );
        }
    }

    #[test]
    fn a_wrong_setting_is_told_without_its_password() {
        for wrong in
            ["", "folder:", "mail.example:25", "http://me:hush@mail.example", "smtps://me@mail.example"]
        {
            assert!(refusal(wrong).starts_with("mail: "), "{wrong}");
        }
        for wrong in
            ["smtp://me:hush@mail.example", "smtps://me:hush@", "smtps://me:hush@mail.example?ca=/none.pem"]
        {
            assert!(!refusal(wrong).contains("hush"), "{wrong}");
        }
    }
}
