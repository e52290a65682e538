//! What the room writes to people: you are invited, you belong to one more team; what is new is in `news`.

mod news;

pub(crate) use news::{handed_over, moved, removed, role_changed};

use crate::{team::Team, texts};
use accounts::{LINK_PATH, Person};
use i18n_embed_fl::fl;
use kernel::{Result, Timestamp};
use notifications::Mail;
use store::Read;
use web::{
    format,
    mail_frame::{Block, MailBody, Words},
};

/// To somebody who has no password yet.
pub(crate) fn invited(cx: &mut Read, team: &Team, person: &Person, expires_at: Timestamp) -> Result<Mail> {
    let (t, by) = (texts(person.lang), accounts::acting_name(cx)?);
    let (house, organization) = (cx.house(), team.organization_name.clone());
    let subject =
        fl!(t, "mail-invited-subject", organization = organization.clone(), vendor = house.vendor.clone());
    let intro = fl!(
        t,
        "mail-invited-text",
        name = person.first_name.clone(),
        by = by,
        team = team.name.clone(),
        organization = organization.clone()
    );
    let body = MailBody {
        preheader: intro.clone(),
        title: fl!(t, "mail-invited-title", name = person.first_name.clone()),
        paragraphs: vec![Words::from(intro)],
        link: Some((fl!(t, "mail-invited-button"), house.url(LINK_PATH))),
        link_note: fl!(
            t,
            "mail-link-note",
            until = format::date_time(expires_at, &person.zone(), person.lang)
        ),
        blocks: vec![
            Block::Heading(fl!(t, "mail-next")),
            Block::steps([
                fl!(t, "mail-next-password"),
                fl!(t, "mail-next-products"),
                fl!(t, "mail-next-start"),
            ]),
        ],
        footer: Words::from(fl!(t, "mail-footer", email = person.email.clone(), organization = organization)),
        ..web::letter(house, person.lang)
    };
    envelope("invitation", team, person, subject, &body)
}

/// To somebody who has an account already.
pub(crate) fn joined(cx: &mut Read, team: &Team, person: &Person) -> Result<Mail> {
    let (t, by) = (texts(person.lang), accounts::acting_name(cx)?);
    let (house, organization) = (cx.house(), team.organization_name.clone());
    let subject =
        fl!(t, "mail-joined-subject", team = team.name.clone(), organization = organization.clone());
    let intro = fl!(
        t,
        "mail-joined-text",
        name = person.first_name.clone(),
        by = by,
        team = team.name.clone(),
        organization = organization.clone()
    );
    let body = MailBody {
        preheader: intro.clone(),
        title: subject.clone(),
        paragraphs: vec![Words::from(intro)],
        link: Some((fl!(t, "mail-joined-button"), house.url("/account"))),
        footer: Words::from(fl!(t, "mail-footer", email = person.email.clone(), organization = organization)),
        ..web::letter(house, person.lang)
    };
    envelope("joined", team, person, subject, &body)
}

fn envelope(
    kind: &'static str,
    team: &Team,
    person: &Person,
    subject: String,
    body: &MailBody,
) -> Result<Mail> {
    Ok(Mail {
        kind,
        to: person.address()?,
        to_name: person.name(),
        person: Some(person.id),
        organization: Some(team.organization),
        lang: person.lang,
        subject,
        text: body.text(),
        html: body.html(),
        secret: None,
        send_at: None,
    })
}
