//! What both sides and those who decide are told, each in the own language.

use super::{
    Party, Takeover,
    standing::{Answer, Outcome},
};
use crate::{contract::Contract, pages::paths, term, texts};
use accounts::Person;
use i18n_embed_fl::fl;
use kernel::{Decides, OrganizationId, PartnerId, PersonId, Result};
use notifications::Mail;
use store::{Command, Read};
use web::{
    format,
    mail_frame::{Block, MailBody, Words},
};

/// To the manager, who is asked, and to the applicant, who knows now that it arrived.
pub(super) fn applied(cx: &mut Command, takeover: &Takeover) -> Result<()> {
    let until = |person: &Person| until(takeover, person);
    let manager = accounts::person(cx, takeover.manager.id)?;
    let t = texts(manager.lang);
    let (who, number) = (takeover.applicant.name(), takeover.contract_number.as_str());
    let subject = fl!(t, "mail-asked-subject", who = who.as_str(), number = number);
    asked(cx, takeover, &manager, ("takeover_asked", subject))?;

    let applicant = accounts::person(cx, takeover.applicant.id)?;
    let t = texts(applicant.lang);
    let (name, manager) = (applicant.first_name.as_str(), takeover.manager.name());
    let paragraphs = vec![
        fl!(
            t,
            "mail-applied-text",
            name = name,
            number = number,
            manager = manager,
            until = until(&applicant)
        ),
        what_follows(cx, &applicant),
    ];
    let subject = fl!(t, "mail-applied-subject", number = number);
    News::of(takeover, &applicant, ("takeover_applied", subject), paragraphs).send(cx, &applicant)
}

/// Two days before the end.
pub(super) fn reminder(cx: &mut Command, takeover: &Takeover) -> Result<()> {
    let manager = accounts::person(cx, takeover.manager.id)?;
    let number = takeover.contract_number.as_str();
    let subject =
        fl!(texts(manager.lang), "mail-reminder-subject", number = number, until = until(takeover, &manager));
    asked(cx, takeover, &manager, ("takeover_reminder", subject))
}

fn asked(
    cx: &mut Command,
    takeover: &Takeover,
    manager: &Person,
    (kind, subject): (&'static str, String),
) -> Result<()> {
    let t = texts(manager.lang);
    let paragraphs = vec![
        fl!(
            t,
            "mail-asked-text",
            name = manager.first_name.as_str(),
            who = takeover.applicant.name(),
            email = takeover.applicant.email.as_str(),
            number = takeover.contract_number.as_str(),
            customer = takeover.organization_name.as_str()
        ),
        fl!(t, "mail-asked-until", until = until(takeover, manager)),
        what_follows(cx, manager),
    ];
    let link = Some((fl!(t, "mail-asked-link"), paths::takeover_answer(takeover.id)));
    let blocks = vec![Block::Heading(fl!(t, "takeover-reason")), Block::text(takeover.reason.as_str())];
    News { link, blocks, ..News::of(takeover, manager, (kind, subject), paragraphs) }.send(cx, manager)
}

/// To the applicant, when it goes on to those who decide.
pub(super) fn answered(cx: &mut Command, takeover: &Takeover, answer: Answer) -> Result<()> {
    let applicant = accounts::person(cx, takeover.applicant.id)?;
    let t = texts(applicant.lang);
    let (name, number, manager) =
        (applicant.first_name.as_str(), takeover.contract_number.as_str(), takeover.manager.name());
    let text = match answer {
        Answer::Agreed => fl!(t, "mail-agreed-text", name = name, manager = manager, number = number),
        _ => fl!(t, "mail-silent-text", name = name, manager = manager, number = number),
    };
    let subject = fl!(t, "mail-answered-subject", number = number);
    let paragraphs = vec![text, what_follows(cx, &applicant)];
    News::of(takeover, &applicant, ("takeover_answered", subject), paragraphs).send(cx, &applicant)
}

/// To the partner's people; to the vendor's where there is no partner, or nobody works for it.
pub(super) fn to_decide(cx: &mut Command, takeover: &Takeover, answer: Answer) -> Result<()> {
    for person in deciders(cx, takeover.partner)? {
        let t = texts(person.lang);
        let number = takeover.contract_number.as_str();
        let (who, manager) = (takeover.applicant.name(), takeover.manager.name());
        let customer = takeover.organization_name.as_str();
        let text = fl!(
            t,
            "mail-decide-text",
            name = person.first_name.as_str(),
            who = who.as_str(),
            number = number,
            customer = customer
        );
        let said = match answer {
            Answer::Agreed => fl!(t, "mail-decide-agreed", manager = manager),
            _ => fl!(t, "mail-decide-silent", manager = manager),
        };
        let subject = fl!(t, "mail-decide-subject", who = who, number = number, customer = customer);
        let link = Some((fl!(t, "mail-decide-link"), paths::takeover_decision(takeover.id)));
        let news = News::of(takeover, &person, ("takeover_to_decide", subject), vec![text, said]);
        News { link, organization: None, ..news }.send(cx, &person)?;
    }
    Ok(())
}

fn deciders(cx: &mut Read, partner: Option<PartnerId>) -> Result<Vec<Person>> {
    let own = match partner {
        Some(partner) => accounts::people_of(cx, Some(partner))?,
        None => vec![],
    };
    if own.is_empty() { accounts::people_of(cx, None) } else { Ok(own) }
}

/// To whom the end is news. Who has the role now is told by [`manager_changed`].
pub(super) fn ended(cx: &mut Command, takeover: &Takeover, outcome: Outcome, note: &str) -> Result<()> {
    let readers: &[PersonId] = match outcome {
        Outcome::Granted => &[],
        Outcome::Objected | Outcome::Lapsed => &[takeover.applicant.id],
        Outcome::Refused => &[takeover.applicant.id, takeover.manager.id],
        Outcome::Withdrawn => &[takeover.manager.id],
    };
    for reader in readers {
        let person = accounts::person(cx, *reader)?;
        let t = texts(person.lang);
        let (name, number) = (person.first_name.as_str(), takeover.contract_number.as_str());
        let (who, manager) = (takeover.applicant.name(), takeover.manager.name());
        let text = match outcome {
            Outcome::Objected => {
                fl!(t, "mail-objected-text", name = name, manager = manager, number = number)
            }
            Outcome::Withdrawn => fl!(t, "mail-withdrawn-text", name = name, who = who, number = number),
            Outcome::Lapsed => fl!(t, "mail-lapsed-text", name = name, number = number),
            Outcome::Refused | Outcome::Granted => {
                fl!(t, "mail-refused-text", name = name, who = who, number = number, manager = manager)
            }
        };
        let subject = fl!(t, "mail-ended-subject", number = number);
        let blocks = match note {
            "" => vec![],
            note => vec![Block::Heading(fl!(t, "takeover-note")), Block::text(note)],
        };
        let news = News::of(takeover, &person, ("takeover_ended", subject), vec![text]);
        News { blocks, ..news }.send(cx, &person)?;
    }
    Ok(())
}

/// To the new manager, the former one, and the people of the partner.
pub(super) fn manager_changed(cx: &mut Command, contract: &Contract, to: &Party) -> Result<()> {
    let by = accounts::acting_name(cx)?;
    to_new_manager(cx, contract, to, &by)?;
    to_former_manager(cx, contract, to, &by)?;
    let Some(partner) = contract.partner else { return Ok(()) };
    for person in accounts::people_of(cx, Some(partner))? {
        if ![to.id, contract.manager].contains(&person.id) {
            to_partner(cx, contract, (to, &by), &person)?;
        }
    }
    Ok(())
}

fn to_new_manager(cx: &mut Command, contract: &Contract, to: &Party, by: &str) -> Result<()> {
    let new = accounts::person(cx, to.id)?;
    let t = texts(new.lang);
    let (name, number, customer) =
        (new.first_name.as_str(), contract.number.as_str(), contract.organization_name.as_str());
    let subject = fl!(t, "mail-new-manager-subject", number = number);
    let paragraphs = vec![
        fl!(t, "mail-new-manager-text", name = name, number = number, customer = customer),
        fl!(t, "mail-new-manager-before", before = contract.manager_name(), by = by),
        fl!(t, "mail-new-manager-does"),
    ];
    let link = Some((fl!(t, "mail-see-contract"), paths::contract(contract.id)));
    let news = News::about(contract, ("contract_manager_new", subject), paragraphs);
    News { link, ..news }.send(cx, &new)
}

fn to_former_manager(cx: &mut Command, contract: &Contract, to: &Party, by: &str) -> Result<()> {
    let former = accounts::person(cx, contract.manager)?;
    let t = texts(former.lang);
    let (name, number, customer) =
        (former.first_name.as_str(), contract.number.as_str(), contract.organization_name.as_str());
    let subject = fl!(t, "mail-former-manager-subject", number = number);
    let paragraphs = vec![
        fl!(
            t,
            "mail-former-manager-text",
            name = name,
            who = to.name(),
            number = number,
            customer = customer
        ),
        fl!(t, "mail-changed-by", by = by),
        fl!(t, "mail-former-manager-rest"),
    ];
    News::about(contract, ("contract_manager_former", subject), paragraphs).send(cx, &former)
}

fn to_partner(
    cx: &mut Command,
    contract: &Contract,
    (to, by): (&Party, &str),
    person: &Person,
) -> Result<()> {
    let t = texts(person.lang);
    let (number, customer) = (contract.number.as_str(), contract.organization_name.as_str());
    let text = fl!(
        t,
        "mail-partner-manager-text",
        name = person.first_name.as_str(),
        who = to.name(),
        email = to.email.as_str(),
        before = contract.manager_name(),
        number = number,
        customer = customer
    );
    let subject = fl!(t, "mail-partner-manager-subject", number = number, customer = customer);
    let paragraphs = vec![text, fl!(t, "mail-changed-by", by = by)];
    let news = News::about(contract, ("contract_manager_changed", subject), paragraphs);
    News { organization: None, ..news }.send(cx, person)
}

/// "Afterwards Skissera's people decide."
fn what_follows(cx: &Read, person: &Person) -> String {
    let t = texts(person.lang);
    match cx.house().takeovers.decides {
        Decides::Staff => fl!(t, "takeover-then-staff"),
        Decides::Itself => fl!(t, "takeover-then-itself"),
    }
}

fn until(takeover: &Takeover, person: &Person) -> String {
    format::date_time(takeover.answer_by, &term::zone_of(&takeover.time_zone), person.lang)
}

/// A mail about the manager of a contract.
struct News {
    kind: &'static str,
    subject: String,
    paragraphs: Vec<String>,
    /// Words and path.
    link: Option<(String, String)>,
    blocks: Vec<Block>,
    contract_number: String,
    organization_name: String,
    /// Whose admins see how the mail fared; None for those of the vendor and the partner.
    organization: Option<OrganizationId>,
}

impl News {
    fn of(
        takeover: &Takeover,
        person: &Person,
        (kind, subject): (&'static str, String),
        paragraphs: Vec<String>,
    ) -> News {
        News {
            kind,
            subject,
            paragraphs,
            link: Some((fl!(texts(person.lang), "mail-see-takeover"), paths::takeover(takeover.id))),
            blocks: vec![],
            contract_number: takeover.contract_number.clone(),
            organization_name: takeover.organization_name.clone(),
            organization: Some(takeover.organization),
        }
    }

    fn about(contract: &Contract, (kind, subject): (&'static str, String), paragraphs: Vec<String>) -> News {
        News {
            kind,
            subject,
            paragraphs,
            link: None,
            blocks: vec![],
            contract_number: contract.number.clone(),
            organization_name: contract.organization_name.clone(),
            organization: Some(contract.organization),
        }
    }

    fn send(self, cx: &mut Command, person: &Person) -> Result<()> {
        let (t, house) = (texts(person.lang), cx.house());
        let footer = fl!(
            t,
            "mail-manager-footer",
            email = person.email.as_str(),
            number = self.contract_number.as_str(),
            customer = self.organization_name.as_str()
        );
        let body = MailBody {
            preheader: self.paragraphs.first().cloned().unwrap_or_default(),
            title: self.subject.clone(),
            paragraphs: self.paragraphs.into_iter().map(Words::from).collect(),
            link: self.link.map(|(words, path)| (words, house.url(&path))),
            blocks: self.blocks,
            footer: footer.into(),
            ..web::letter(house, person.lang)
        };
        let mail = Mail {
            kind: self.kind,
            to: person.address()?,
            to_name: person.name(),
            person: Some(person.id),
            organization: self.organization,
            lang: person.lang,
            subject: self.subject,
            text: body.text(),
            html: body.html(),
            secret: None,
            send_at: None,
        };
        notifications::send(cx, mail).map(|_| ())
    }
}
