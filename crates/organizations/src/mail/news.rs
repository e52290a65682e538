//! Mails about what has happened to a membership: it ended, or its role is another.

use super::envelope;
use crate::{moving::Arrival, queries, team::Team, texts};
use accounts::Person;
use i18n_embed_fl::fl;
use kernel::{PersonId, Result, Role};
use notifications::Mail;
use store::{Command, Read};
use web::mail_frame::{MailBody, Words};

/// As many of the other admins are told.
const MOST: usize = 200;

/// To who has left, or was removed.
pub(crate) fn removed(cx: &mut Read, team: &Team, person: &Person) -> Result<Mail> {
    let (t, by) = (texts(person.lang), accounts::acting_name(cx)?);
    let (name, team_name) = (person.first_name.as_str(), team.name.as_str());
    let organization = team.organization_name.as_str();
    let what = match cx.actor().person_id() == Some(person.id) {
        true => fl!(t, "mail-left-text", name = name, team = team_name, organization = organization),
        false => {
            fl!(t, "mail-removed-text", name = name, by = by, team = team_name, organization = organization)
        }
    };
    let news = News {
        kind: "removed",
        subject: fl!(t, "mail-removed-subject", team = team_name, organization = organization),
        paragraphs: vec![what, fl!(t, "mail-removed-stays")],
        is_admin: false,
    };
    news.to(cx, team, person)
}

/// To who came from one team into another with their seats, or has left the one for the other.
pub(crate) fn moved(
    cx: &mut Read,
    (from, to): (&Team, &Team),
    person: &Person,
    what: &Arrival,
) -> Result<Mail> {
    let (t, organization) = (texts(person.lang), to.organization_name.as_str());
    let (before, after) = (from.name.as_str(), to.name.as_str());
    let intro = fl!(
        t,
        "mail-moved-text",
        name = person.first_name.as_str(),
        by = what.moved_by.as_str(),
        before = before,
        after = after,
        organization = organization
    );
    let stays = match what.has_left {
        true => fl!(t, "mail-moved-whole", before = before),
        false => fl!(t, "mail-moved-part", before = before),
    };
    let news = News {
        kind: "moved",
        subject: fl!(t, "mail-moved-subject", team = after, organization = organization),
        paragraphs: vec![intro, stays],
        is_admin: false,
    };
    news.to(cx, to, person)
}

/// To who became or is no longer SA.
pub(crate) fn role_changed(cx: &mut Command, team: &Team, person: PersonId, role: Role) -> Result<()> {
    let (person, by) = (accounts::person(cx, person)?, accounts::acting_name(cx)?);
    let (t, name, team_name) = (texts(person.lang), person.first_name.as_str(), team.name.as_str());
    let organization = team.organization_name.as_str();
    let is_admin = role.is_team_admin();
    let news = match is_admin {
        true => News {
            kind: "secondary_admin",
            subject: fl!(t, "mail-secondary-subject", team = team_name),
            paragraphs: vec![
                fl!(
                    t,
                    "mail-secondary-text",
                    name = name,
                    by = by,
                    team = team_name,
                    organization = organization
                ),
                fl!(t, "mail-secondary-may"),
            ],
            is_admin,
        },
        false => News {
            kind: "no_longer_admin",
            subject: fl!(t, "mail-dismissed-subject", team = team_name),
            paragraphs: vec![
                fl!(
                    t,
                    "mail-dismissed-text",
                    name = name,
                    by = by,
                    team = team_name,
                    organization = organization
                ),
                fl!(t, "mail-dismissed-stays"),
            ],
            is_admin,
        },
    };
    let letter = news.to(cx, team, &person)?;
    notifications::send(cx, letter).map(|_| ())
}

/// To the new and the former PA, whoever did it, and to the other admins.
pub(crate) fn handed_over(
    cx: &mut Command,
    team: &Team,
    new: PersonId,
    former: Option<PersonId>,
) -> Result<()> {
    let involved = [Some(new), former, cx.actor().person_id()];
    let mut others = queries::secondary_admins(cx, team.id, (MOST + involved.len()) as i64)?;
    others.retain(|admin| !involved.contains(&Some(*admin)));
    others.truncate(MOST);

    let new = accounts::person(cx, new)?;
    let former = former.map(|former| accounts::person(cx, former)).transpose()?;
    let change = HandedOver { team, new: &new, former: former.as_ref(), by: accounts::acting_name(cx)? };
    let mut letters = vec![change.to_new(cx)?];
    if let Some(former) = &former {
        letters.push(change.to_former(cx, former)?);
    }
    for other in others {
        let other = accounts::person(cx, other)?;
        letters.push(change.to_other(cx, &other)?);
    }
    for letter in letters {
        notifications::send(cx, letter)?;
    }
    Ok(())
}

struct HandedOver<'a> {
    team: &'a Team,
    new: &'a Person,
    former: Option<&'a Person>,
    by: String,
}

impl HandedOver<'_> {
    fn to_new(&self, cx: &Read) -> Result<Mail> {
        let (t, team) = (texts(self.new.lang), self.team.name.as_str());
        let (name, organization) = (self.new.first_name.as_str(), self.team.organization_name.as_str());
        let mut paragraphs =
            vec![fl!(t, "mail-primary-text", name = name, team = team, organization = organization)];
        paragraphs.extend(self.former.map(|former| fl!(t, "mail-primary-former", former = former.name())));
        paragraphs.push(fl!(t, "mail-changed-by", by = self.by.as_str()));
        let subject = fl!(t, "mail-primary-subject", team = team);
        News { kind: "primary_admin", subject, paragraphs, is_admin: true }.to(cx, self.team, self.new)
    }

    fn to_former(&self, cx: &Read, former: &Person) -> Result<Mail> {
        let (t, team) = (texts(former.lang), self.team.name.as_str());
        let (name, organization) = (former.first_name.as_str(), self.team.organization_name.as_str());
        let who = self.new.name();
        let subject = fl!(t, "mail-former-subject", who = who.as_str(), team = team);
        let paragraphs = vec![
            fl!(t, "mail-former-text", name = name, who = who, team = team, organization = organization),
            fl!(t, "mail-changed-by", by = self.by.as_str()),
        ];
        News { kind: "former_primary_admin", subject, paragraphs, is_admin: true }.to(cx, self.team, former)
    }

    fn to_other(&self, cx: &Read, other: &Person) -> Result<Mail> {
        let (t, team) = (texts(other.lang), self.team.name.as_str());
        let (name, organization) = (other.first_name.as_str(), self.team.organization_name.as_str());
        let who = self.new.name();
        let subject = fl!(t, "mail-other-subject", who = who.as_str(), team = team);
        let mut paragraphs =
            vec![fl!(t, "mail-other-text", name = name, who = who, team = team, organization = organization)];
        paragraphs.extend(self.former.map(|former| fl!(t, "mail-primary-former", former = former.name())));
        paragraphs.push(fl!(t, "mail-changed-by", by = self.by.as_str()));
        News { kind: "primary_admin_changed", subject, paragraphs, is_admin: true }.to(cx, self.team, other)
    }
}

/// A mail that tells, and asks for nothing.
struct News {
    kind: &'static str,
    subject: String,
    paragraphs: Vec<String>,
    /// Whether the reader may look at the people of the team.
    is_admin: bool,
}

impl News {
    fn to(self, cx: &Read, team: &Team, person: &Person) -> Result<Mail> {
        let (t, house) = (texts(person.lang), cx.house());
        let link = match self.is_admin {
            true => (fl!(t, "mail-team-button"), house.url(&crate::pages::users_path(team.id))),
            false => (fl!(t, "mail-joined-button"), house.url("/account")),
        };
        let (email, organization) = (person.email.as_str(), team.organization_name.as_str());
        let body = MailBody {
            preheader: self.paragraphs.first().cloned().unwrap_or_default(),
            title: self.subject.clone(),
            paragraphs: self.paragraphs.into_iter().map(Words::from).collect(),
            link: Some(link),
            footer: Words::from(fl!(
                t,
                "mail-news-footer",
                email = email,
                team = team.name.as_str(),
                organization = organization
            )),
            ..web::letter(house, person.lang)
        };
        envelope(self.kind, team, person, self.subject, &body)
    }
}
