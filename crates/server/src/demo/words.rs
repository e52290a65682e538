//! What a newcomer reads in the terminal.

use super::cast::{PASSWORD, WORTH_BEING};
use crate::Config;
use kernel::Lang;
use std::fmt::Write;

pub(super) fn start_ritbord(url: &str) -> String {
    format!("cargo run --package ritbord -- --server {url}")
}

pub(super) fn words(config: &Config) -> String {
    let url = &config.public_url;
    let mut text = format!(
        "\nThe demo of Plats: the vendor Nordkad and its customers, all of them made up.\n\n  \
         Sign in    {url}\n  \
         People     {url}/demo\n  \
         Mails      {url}/demo/mailbox\n             \
         every mail that was sent is there; none leaves this machine\n  \
         Password   {PASSWORD}\n             \
         the same for everybody\n\nWho can sign in, for example:\n\n"
    );
    let roles = WORTH_BEING.map(|(role, ..)| web::role_label(role, Lang::En));
    let widest = roles.iter().map(|role| role.chars().count()).max().unwrap_or_default();
    let longest = WORTH_BEING.iter().map(|(_, who, _)| who.email.len()).max().unwrap_or_default();
    for ((_, who, [why, _]), role) in WORTH_BEING.iter().zip(roles) {
        let _ = writeln!(text, "  {role:widest$}  {:longest$}  {why}", who.email);
    }
    let _ = write!(
        text,
        "\nA program that is licensed by it, in another terminal, from the project's folder:\n\n  {}\n\n\
         Everything is kept in {}\nCtrl-C stops the demo, the same command goes on with it, --fresh makes it anew.\n",
        start_ritbord(url),
        config.data.display(),
    );
    text
}
