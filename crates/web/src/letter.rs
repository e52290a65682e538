//! A mail in the vendor's name, ready for its words.

use crate::mail_frame::MailBody;
use kernel::{House, Lang};

/// The frame of a mail with what is the same in all of them.
pub fn letter(house: &House, lang: Lang) -> MailBody {
    MailBody {
        lang,
        vendor: house.vendor.clone(),
        address: house.legal.lines().map(str::to_owned).collect(),
        support_mail: house.support_mail.clone(),
        ..MailBody::default()
    }
}
