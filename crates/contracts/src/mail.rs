//! What the room writes to people: order confirmation, welcome, the choice of a team, and the news for admins.

mod teams;

pub(crate) use teams::moved;

use crate::{
    announce::Told,
    contract::{Contract, Subscription},
    order::Order,
    pages::paths,
    queries::{self, Ending},
    term, texts,
};
use accounts::{LINK_PATH, Person, Purpose};
use i18n_embed_fl::fl;
use kernel::{Email, Error, House, Lang, OrganizationId, PersonId, Result, TeamId};
use notifications::Mail;
use seats::{Outlook, Turn};
use std::collections::BTreeSet;
use store::Command;
use web::{
    format,
    mail_frame::{Block, MailBody, Words},
};

/// Mail 1, at once.
pub(crate) fn order_confirmation(cx: &mut Command, order: &Order) -> Result<()> {
    let letter = Letter::to_manager(cx, order)?;
    let (t, lang, house) = (texts(letter.person.lang), letter.person.lang, cx.house().clone());
    let waits = order.welcome_at > cx.now();
    let next = match waits {
        true => {
            let when = format::date_time(order.welcome_at, &letter.contract.zone(), lang);
            fl!(t, "mail-confirmation-later", when = when)
        }
        false => fl!(t, "mail-confirmation-now"),
    };
    let title = fl!(t, "mail-confirmation-title", number = order.number.as_str());
    let body = MailBody {
        preheader: letter.bought(),
        title: title.clone(),
        paragraphs: vec![letter.who_ordered(&house).into()],
        link: Some((
            fl!(t, "mail-see-contract"),
            house.url(&format!("/manage/contracts/{}", order.contract)),
        )),
        blocks: vec![
            Block::Facts(letter.facts(order, &house)),
            Block::Heading(fl!(t, "mail-lines")),
            Block::list(letter.contract.subscriptions.iter().map(|line| letter.line_with_days(line))),
            Block::text(next),
        ],
        footer: letter.footer(&house),
        ..web::letter(&house, lang)
    };
    let mail = letter.mail("order_confirmation", title, &body)?;
    notifications::send(cx, mail).map(|_| ())
}

/// Mail 2. Who has a password gets no new link to choose one.
pub(crate) fn welcome(cx: &mut Command, order: &Order) -> Result<()> {
    let letter = Letter::to_manager(cx, order)?;
    let (t, house) = (texts(letter.person.lang), cx.house().clone());
    let (name, vendor) = (letter.person.first_name.as_str(), house.vendor.as_str());
    if letter.person.has_password {
        let body = MailBody {
            title: fl!(t, "mail-welcome-known-title", name = name),
            paragraphs: vec![
                format!("{} {}", letter.who_ordered(&house), fl!(t, "mail-welcome-known-text")).into(),
            ],
            link: Some((fl!(t, "mail-to-account"), house.url("/"))),
            ..letter.welcome_body(&house)
        };
        let subject = fl!(
            t,
            "mail-welcome-known-subject",
            vendor = vendor,
            customer = order.organization_name.as_str()
        );
        let mail = letter.mail("welcome", subject, &body)?;
        return notifications::send(cx, mail).map(|_| ());
    }
    let (secret, expires_at) =
        accounts::issue_link(cx, Purpose::Welcome, letter.person.id, order.team, cx.now())?;
    let until = format::date_time(expires_at, &letter.contract.zone(), letter.person.lang);
    let mut body = MailBody {
        title: fl!(t, "mail-welcome-title", name = name),
        paragraphs: vec![format!("{} {}", letter.who_ordered(&house), fl!(t, "mail-welcome-text")).into()],
        link: Some((fl!(t, "mail-choose-password"), house.url(LINK_PATH))),
        link_note: fl!(t, "mail-link-note", until = until),
        ..letter.welcome_body(&house)
    };
    body.blocks.push(Block::text(fl!(t, "mail-welcome-before")));
    let mail = letter.mail("welcome", fl!(t, "mail-welcome-subject", vendor = vendor), &body)?;
    notifications::send(cx, Mail { secret: Some(secret), ..mail }).map(|_| ())
}

/// There are several teams, and nobody guesses.
pub(crate) fn choose_team(cx: &mut Command, order: &Order) -> Result<()> {
    let letter = Letter::to_manager(cx, order)?;
    let (t, house) = (texts(letter.person.lang), cx.house().clone());
    let title = fl!(t, "mail-choose-title", number = order.number.as_str());
    let path = format!("/manage/contracts/{}/landing", order.contract);
    let body = MailBody {
        preheader: letter.bought(),
        title: title.clone(),
        paragraphs: vec![
            fl!(
                t,
                "mail-choose-text",
                name = letter.person.first_name.as_str(),
                customer = order.organization_name.as_str()
            )
            .into(),
        ],
        link: Some((fl!(t, "mail-choose-link"), house.url(&path))),
        blocks: vec![Block::list(letter.contract.subscriptions.iter().map(|line| letter.line(line)))],
        footer: letter.footer(&house),
        ..web::letter(&house, letter.person.lang)
    };
    let mail = letter.mail("choose_team", title, &body)?;
    notifications::send(cx, mail).map(|_| ())
}

/// To the admins of the team, but for the contract manager, who has other mails (mission B10).
pub(crate) fn landed(cx: &mut Command, order: &Order, team: TeamId) -> Result<()> {
    let contract = queries::contract(cx, order.contract)?;
    let team_name = organizations::team(cx, team)?.name;
    for admin in queries::admins(cx, team)? {
        if admin == order.manager {
            continue;
        }
        let person = accounts::person(cx, admin)?;
        let letter = Letter { person, contract: contract.clone() };
        let mail = letter.landed(order, team, &team_name, cx.house())?;
        notifications::send(cx, mail)?;
    }
    Ok(())
}

/// So many are named in a mail.
const NAMED: usize = 20;

/// Who will lose which product when the subscriptions end, as it stands now (mission B11).
pub(crate) fn seats_end(
    cx: &mut Command,
    to: PersonId,
    ending: &Ending,
    lost: &[Outlook],
    told: &Told,
) -> Result<()> {
    let (person, house) = (accounts::person(cx, to)?, cx.house().clone());
    let (lang, zone) = (person.lang, term::zone_of(&ending.time_zone));
    let t = texts(lang);
    let last_day = format::date(term::last_day(ending.end_at), &zone, lang);
    let (team, date) = (ending.team_name.as_str(), last_day.as_str());
    let title = fl!(t, "mail-end-title", team = team, date = date);
    let text = fl!(t, "mail-end-text", name = person.first_name.as_str(), team = team, date = date);
    let (link, path) = match (told.admins.contains(&to), lost) {
        (false, _) => (fl!(t, "mail-see-contract"), contract_of(to, told)),
        (true, [one]) => (fl!(t, "mail-end-link"), seats::paths::outlook(ending.team, one.pool.id)),
        (true, _) => (fl!(t, "mail-end-link"), seats::paths::by_product(ending.team)),
    };
    let mut blocks = lost.iter().flat_map(|outlook| pool_that_falls(outlook, lang)).collect::<Vec<_>>();
    blocks.push(Block::text(fl!(t, "mail-end-order")));
    let numbers: BTreeSet<&str> = told.ends.iter().map(|coming| coming.number.as_str()).collect();
    let numbers = numbers.into_iter().collect::<Vec<_>>().join(", ");
    blocks.push(Block::text(fl!(t, "mail-end-contracts", numbers = numbers)));
    let body = MailBody {
        preheader: text.clone(),
        title: title.clone(),
        paragraphs: vec![text.into()],
        link: Some((link, house.url(&path))),
        blocks,
        footer: fl!(t, "mail-end-footer", email = person.email.as_str(), team = team).into(),
        ..web::letter(&house, lang)
    };
    let mail = mail_to(&person, ending.organization, "seats_end", (title, &body))?;
    notifications::send(cx, mail).map(|_| ())
}

/// The contract that the manager is told for.
fn contract_of(manager: PersonId, told: &Told) -> String {
    let own = told.ends.iter().find(|coming| coming.manager == manager);
    own.map_or_else(|| paths::CONTRACTS.to_owned(), |coming| paths::contract(coming.contract))
}

/// "Ritbord: 12 seats become 7, 3 people lose it", and who they are.
fn pool_that_falls(outlook: &Outlook, lang: Lang) -> Vec<Block> {
    let t = texts(lang);
    let shown = |count: i64| format::number(count.unsigned_abs(), lang);
    let turn = |turn: &Turn| {
        let heading = fl!(
            t,
            "mail-end-pool",
            product = outlook.pool.product_name.as_str(),
            before = shown(turn.before),
            after = shown(turn.capacity),
            count = turn.lose,
            lose = shown(turn.lose)
        );
        let more = turn.lose - turn.people.len().min(NAMED) as i64;
        let mut names: Vec<String> = turn.people.iter().take(NAMED).map(seats::Holder::name).collect();
        names.extend((more > 0).then(|| fl!(t, "mail-end-more", count = more, shown = shown(more))));
        [Block::Heading(heading), Block::list(names)]
    };
    outlook.turns.iter().flat_map(turn).collect()
}

fn mail_to(
    person: &Person,
    organization: OrganizationId,
    kind: &'static str,
    (subject, body): (String, &MailBody),
) -> Result<Mail> {
    Ok(Mail {
        kind,
        to: Email::parse("email", &person.email).map_err(|error| Error::fault(error.code))?,
        to_name: person.name(),
        person: Some(person.id),
        organization: Some(organization),
        lang: person.lang,
        subject,
        text: body.text(),
        html: body.html(),
        secret: None,
        send_at: None,
    })
}

/// What every mail of the room is made of.
struct Letter {
    person: Person,
    contract: Contract,
}

impl Letter {
    fn to_manager(cx: &mut Command, order: &Order) -> Result<Letter> {
        Ok(Letter {
            person: accounts::person(cx, order.manager)?,
            contract: queries::contract(cx, order.contract)?,
        })
    }

    fn mail(&self, kind: &'static str, subject: String, body: &MailBody) -> Result<Mail> {
        mail_to(&self.person, self.contract.organization, kind, (subject, body))
    }

    fn lang(&self) -> Lang {
        self.person.lang
    }

    /// "Skissera AB has ordered for Byggkonsult, and you are its contract manager."
    fn who_ordered(&self, house: &House) -> String {
        let t = texts(self.lang());
        let by = self.contract.partner_name.as_deref().unwrap_or(&house.vendor);
        fl!(t, "mail-who-ordered", by = by, customer = self.contract.organization_name.as_str())
    }

    fn bought(&self) -> String {
        let products: Vec<_> = self.contract.subscriptions.iter().map(|line| self.line(line)).collect();
        products.join("; ").chars().take(140).collect()
    }

    /// "Ritbord, 1,200 seats in Malmö"
    fn line(&self, line: &Subscription) -> String {
        let t = texts(self.lang());
        let shown = format::number(line.quantity.unsigned_abs(), self.lang());
        let (product, count) = (line.product_name.as_str(), line.quantity);
        match &line.team_name {
            Some(team) => {
                fl!(t, "mail-line-in", product = product, count = count, shown = shown, team = team.as_str())
            }
            None => fl!(t, "mail-line", product = product, count = count, shown = shown),
        }
    }

    fn line_with_days(&self, line: &Subscription) -> String {
        let (t, zone, lang) = (texts(self.lang()), self.contract.zone(), self.lang());
        let from = format::date(line.start_at, &zone, lang);
        let until = format::date(line.last_day(), &zone, lang);
        fl!(t, "mail-line-days", line = self.line(line), from = from, until = until)
    }

    /// "1 January 2026 to 31 December 2026", from the first day of any line to the last.
    fn term(&self) -> String {
        let (zone, lang, lines) = (self.contract.zone(), self.lang(), &self.contract.subscriptions);
        let first = lines.iter().map(|line| line.start_at).min().unwrap_or(self.contract.created_at);
        fl!(texts(lang), "mail-term", from = format::date(first, &zone, lang), until = self.until())
    }

    fn until(&self) -> String {
        let last = self.contract.subscriptions.iter().map(|line| line.end_at).max();
        let last = last.map_or(self.contract.created_at, term::last_day);
        format::date(last, &self.contract.zone(), self.lang())
    }

    fn facts(&self, order: &Order, house: &House) -> Vec<(String, String)> {
        let t = texts(self.lang());
        let by = self.contract.partner_name.clone().unwrap_or_else(|| house.vendor.clone());
        vec![
            (fl!(t, "order-number"), order.number.clone()),
            (fl!(t, "contract"), self.contract.number.clone()),
            (
                fl!(t, "customer"),
                format!("{}, {}", self.contract.organization_name, self.contract.organization_number),
            ),
            (fl!(t, "ordered-by"), by),
            (fl!(t, "contract-manager"), self.contract.manager_name()),
            (fl!(t, "term"), self.term()),
        ]
    }

    /// What both kinds of welcome have in common.
    fn welcome_body(&self, house: &House) -> MailBody {
        let t = texts(self.lang());
        let contract =
            fl!(t, "mail-contract-until", number = self.contract.number.as_str(), until = self.until());
        let first = match self.person.has_password {
            true => fl!(t, "mail-step-sign-in"),
            false => fl!(t, "mail-step-password"),
        };
        MailBody {
            preheader: self.bought(),
            blocks: vec![
                Block::Heading(fl!(t, "mail-what-you-have")),
                Block::list(self.contract.subscriptions.iter().map(|line| self.line(line))),
                Block::text(contract),
                Block::Heading(fl!(t, "mail-what-next")),
                Block::steps([first, fl!(t, "mail-step-invite"), fl!(t, "mail-step-seats")]),
            ],
            footer: self.footer(house),
            ..web::letter(house, self.lang())
        }
    }

    fn landed(&self, order: &Order, team: TeamId, team_name: &str, house: &House) -> Result<Mail> {
        let t = texts(self.lang());
        let title = fl!(t, "mail-landed-title", team = team_name);
        let text = fl!(
            t,
            "mail-landed-text",
            name = self.person.first_name.as_str(),
            number = order.number.as_str(),
            customer = order.organization_name.as_str(),
            manager = self.contract.manager_name()
        );
        let lines = self.contract.subscriptions.iter().filter(|line| line.order == order.id);
        let body = MailBody {
            preheader: text.clone(),
            title: title.clone(),
            paragraphs: vec![text.into()],
            link: Some((fl!(t, "mail-see-products"), house.url(&format!("/manage/teams/{team}/products")))),
            blocks: vec![Block::list(lines.map(|line| self.line_with_days(line)))],
            footer: fl!(t, "mail-landed-footer", email = self.person.email.as_str(), team = team_name).into(),
            ..web::letter(house, self.lang())
        };
        self.mail("order_landed", title, &body)
    }

    fn footer(&self, house: &House) -> Words {
        let t = texts(self.lang());
        let by = self.contract.partner_name.as_deref().unwrap_or(&house.vendor);
        let sent = Words::from(fl!(t, "mail-footer", email = self.person.email.as_str(), by = by));
        match &house.support_mail {
            Some(support) => sent
                .then(format!(" {} ", fl!(t, "mail-not-you")))
                .link(fl!(t, "mail-tell-us"), format!("mailto:{support}"))
                .then("."),
            None => sent,
        }
    }
}
