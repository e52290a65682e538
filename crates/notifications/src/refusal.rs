//! Facts that stand in the way.

use crate::texts;
use i18n_embed_fl::fl;
use kernel::{Lang, Refusal};

/// Only a mail that a server has put off can be tried sooner.
#[derive(Debug)]
pub struct MailNotDeferred;

impl Refusal for MailNotDeferred {
    fn code(&self) -> &'static str {
        "mail-not-deferred"
    }
    fn sentence(&self, lang: Lang) -> String {
        fl!(texts(lang), "refusal-mail-not-deferred")
    }
}
