//! What the room writes to people: the mail with a link to choose a password.

use crate::{Person, link::Purpose, texts};
use i18n_embed_fl::fl;
use kernel::{House, Result, Timestamp};
use notifications::Mail;
use web::{
    format,
    mail_frame::{Block, MailBody, Words},
};

/// Registration, reset, and links sent anew. The mail of a first order and the invitation have more to say and live
/// with their rooms.
pub(crate) fn link_mail(
    house: &House,
    person: &Person,
    purpose: Purpose,
    url: &str,
    expires_at: Timestamp,
) -> Result<Mail> {
    let t = texts(person.lang);
    let (vendor, name) = (house.vendor.clone(), person.first_name.clone());
    let (subject, intro, label) = match purpose {
        Purpose::Reset => (
            fl!(t, "mail-reset-subject", vendor = vendor.clone()),
            fl!(t, "mail-reset-text", name = name, email = person.email.clone()),
            fl!(t, "mail-reset-button"),
        ),
        Purpose::Registration | Purpose::Welcome | Purpose::Invitation => (
            fl!(t, "mail-register-subject", vendor = vendor.clone()),
            fl!(t, "mail-register-text", name = name, email = person.email.clone()),
            fl!(t, "mail-register-button"),
        ),
    };
    let body = MailBody {
        preheader: intro.clone(),
        title: subject.clone(),
        paragraphs: vec![Words::from(intro)],
        link: Some((label, url.to_owned())),
        link_note: fl!(
            t,
            "mail-link-note",
            until = format::date_time(expires_at, &person.zone(), person.lang)
        ),
        blocks: vec![Block::text(fl!(t, "mail-not-you"))],
        footer: Words::from(fl!(t, "mail-footer", email = person.email.clone(), vendor = vendor)),
        ..web::letter(house, person.lang)
    };
    Ok(Mail {
        kind: purpose.name(),
        to: person.address()?,
        to_name: person.name(),
        person: Some(person.id),
        organization: None,
        lang: person.lang,
        subject,
        text: body.text(),
        html: body.html(),
        secret: None,
        send_at: None,
    })
}
