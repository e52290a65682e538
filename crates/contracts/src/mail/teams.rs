//! Mails about subscriptions that went to another team.

use super::Letter;
use crate::{pages::paths, queries, teams::MovePlan, texts};
use i18n_embed_fl::fl;
use kernel::{House, PersonId, Result};
use notifications::Mail;
use std::collections::BTreeSet;
use store::Command;
use web::{format, mail_frame::MailBody};

/// To the admins of both teams and the contract manager, but for who did it.
pub(crate) fn moved(cx: &mut Command, plan: &MovePlan) -> Result<()> {
    let contract = queries::contract(cx, plan.subscription.contract)?;
    let mut readers: BTreeSet<PersonId> = BTreeSet::from([contract.manager]);
    for team in [plan.from.id, plan.to.id] {
        readers.extend(queries::admins(cx, team)?);
    }
    let by = accounts::acting_name(cx)?;
    for reader in readers {
        if cx.actor().person_id() == Some(reader) {
            continue;
        }
        let letter = Letter { person: accounts::person(cx, reader)?, contract: contract.clone() };
        let mail = letter.moved(plan, &by, cx.house())?;
        notifications::send(cx, mail)?;
    }
    Ok(())
}

impl Letter {
    fn moved(&self, plan: &MovePlan, by: &str, house: &House) -> Result<Mail> {
        let t = texts(self.lang());
        let shown = |count: i64| format::number(count.unsigned_abs(), self.lang());
        let (product, from, to) =
            (plan.subscription.product_name.as_str(), plan.from.name.as_str(), plan.to.name.as_str());
        let title = fl!(t, "mail-moved-title", product = product, to = to);
        let text = fl!(
            t,
            "mail-moved-text",
            name = self.person.first_name.as_str(),
            by = by,
            count = plan.seats,
            shown = shown(plan.seats),
            product = product,
            from = from,
            to = to,
            number = self.contract.number.as_str()
        );
        let people = plan.pool.as_ref().map_or(0, |pool| pool.going.len() as i64);
        let people = fl!(t, "mail-moved-people", count = people, shown = shown(people));
        let manages = self.person.id == self.contract.manager;
        let link = match manages {
            true => (fl!(t, "mail-see-contract"), house.url(&paths::contract(self.contract.id))),
            false => (fl!(t, "mail-see-products"), house.url(&seats::paths::by_product(plan.to.id))),
        };
        let body = MailBody {
            preheader: text.clone(),
            title: title.clone(),
            paragraphs: vec![text.into(), people.into()],
            link: Some(link),
            footer: fl!(t, "mail-moved-footer", email = self.person.email.as_str()).into(),
            ..web::letter(house, self.lang())
        };
        self.mail("subscription_moved", title, &body)
    }
}
