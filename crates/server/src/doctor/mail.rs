//! The way out for mails.

use super::{Finding, fail, ok, warn, words};
use crate::Config;
use notifications::{Sender, Transport};

pub(super) async fn server(config: &Config) -> Finding {
    const NAME: &str = "mail_server";
    let transport = match Transport::parse(&config.mail.smtp) {
        Ok(transport) => transport,
        Err(error) => return fail(NAME, words(&error), "Mend mail.smtp in the settings"),
    };
    if let Err(error) = Sender::new(transport.clone(), &config.mail.from) {
        return fail(NAME, words(&error), "Mend mail.from in the settings");
    }
    match (transport.greet().await, &transport) {
        (Ok(name), Transport::Folder(_)) => {
            warn(NAME, format!("mails go to {name} and to nobody"), "Name a mail server in mail.smtp")
        }
        (Ok(name), Transport::Smtp(_)) => ok(NAME, format!("met {name}")),
        (Err(why), _) => {
            let advice = "Mails wait for three days; look at the server, the network and mail.smtp";
            fail(NAME, format!("the mail server cannot be reached: {why}"), advice)
        }
    }
}
