//! The rows of "Needs you".

use crate::{
    needs::{ExpiredInvitations, FailedInvitation, FailedMail, MOST, Need, WaitingLanding},
    people::Standing,
    texts,
};
use contracts::{paths, takeover::Takeover};
use i18n_embed_fl::fl;
use kernel::{Lang, PersonId, TeamId};
use web::{
    Visit,
    components::{button, icon::icon_in, row, rows::Row},
    format,
};

pub(super) fn need_row(visit: &Visit, need: &Need) -> Row {
    match need {
        Need::Landing(landing) => landing_row(visit.lang, landing),
        Need::Takeover(takeover) => takeover_row(visit, takeover),
        Need::TakeoversToDecide { count } => takeovers_to_decide(visit.lang, *count),
        Need::FailedInvitation(failed) => failed_invitation(visit.lang, failed),
        Need::MoreFailedInvitations { team, count } => more_failed(visit.lang, *team, *count),
        Need::ExpiredInvitations(expired) => expired_row(visit, expired),
        Need::FailedMail(mail) => failed_mail(visit.lang, mail),
        Need::FailedMails { count } => failed_mails(visit.lang, *count),
    }
}

fn landing_row(lang: Lang, landing: &WaitingLanding) -> Row {
    let t = texts(lang);
    let text = fl!(
        t,
        "need-landing-text",
        organization = landing.organization_name.as_str(),
        contract = landing.contract_number.as_str()
    );
    row(fl!(t, "need-landing", order = landing.order_number.as_str()))
        .lead(icon_in("contract", "of-info"))
        .text(text)
        .acts(
            button::plain(fl!(t, "choose-team"))
                .href(format!("/manage/contracts/{}/landing", landing.contract)),
        )
}

fn takeover_row(visit: &Visit, takeover: &Takeover) -> Row {
    let t = texts(visit.lang);
    let until = format::date_time(takeover.answer_by, &visit.zone(), visit.lang);
    let number = takeover.contract_number.as_str();
    row(fl!(t, "need-takeover", who = takeover.applicant.name(), contract = number))
        .lead(icon_in("contract", "of-warn"))
        .text(fl!(t, "need-takeover-text", until = until))
        .acts(button::plain(fl!(t, "answer")).href(paths::takeover_answer(takeover.id)))
}

fn takeovers_to_decide(lang: Lang, count: usize) -> Row {
    let t = texts(lang);
    row(fl!(t, "need-decisions", count = count))
        .lead(icon_in("contract", "of-info"))
        .acts(button::plain(fl!(t, "look-at-them")).href(paths::TAKEOVERS))
}

fn failed_invitation(lang: Lang, failed: &FailedInvitation) -> Row {
    let t = texts(lang);
    row(fl!(t, "need-invitation"))
        .lead(icon_in("nomail", "of-bad"))
        .text(with_answer(&failed.email, failed.answer.as_deref()))
        .acts(button::plain(fl!(t, "open-person")).href(person_path(failed.team, failed.person)))
}

fn more_failed(lang: Lang, team: TeamId, count: usize) -> Row {
    let t = texts(lang);
    row(fl!(t, "need-more-invitations", count = count))
        .lead(icon_in("nomail", "of-bad"))
        .acts(button::plain(fl!(t, "see-who")).href(people_path(team, Standing::MailFailed)))
}

fn expired_row(visit: &Visit, expired: &ExpiredInvitations) -> Row {
    let t = texts(visit.lang);
    let title = match expired.names.len() {
        MOST.. => fl!(t, "need-expired-many", count = MOST),
        count => fl!(t, "need-expired", count = count),
    };
    let team = visit.visitor.iter().flat_map(|visitor| visitor.administered());
    let team = team.filter(|(team, ..)| *team == expired.team).map(|(.., place)| place.name.as_str()).next();
    let names = named(&expired.names, visit.lang);
    row(title)
        .lead(icon_in("clock", "of-warn"))
        .text(fl!(t, "need-expired-text", names = names, team = team.unwrap_or_default()))
        .acts(button::plain(fl!(t, "see-who")).href(people_path(expired.team, Standing::Expired)))
}

fn failed_mail(lang: Lang, mail: &FailedMail) -> Row {
    let t = texts(lang);
    let what = fl!(t, "need-mail-text", subject = mail.subject.as_str(), to = mail.to.as_str());
    row(fl!(t, "need-mail"))
        .lead(icon_in("nomail", "of-warn"))
        .text(with_answer(&what, mail.answer.as_deref()))
        .acts(
            button::plain(fl!(t, "see-mails"))
                .href(format!("{}/emails", person_path(mail.team, mail.person))),
        )
}

fn failed_mails(lang: Lang, count: usize) -> Row {
    let t = texts(lang);
    let title = match count {
        MOST.. => fl!(t, "need-mails-many", count = MOST),
        count => fl!(t, "need-mails", count = count),
    };
    row(title)
        .lead(icon_in("nomail", "of-bad"))
        .text(fl!(t, "need-mails-text"))
        .acts(button::plain(fl!(t, "see-mails")).href("/vendor/mails?status=failed"))
}

fn person_path(team: TeamId, person: PersonId) -> String {
    format!("/manage/teams/{team}/users/{person}")
}

fn people_path(team: TeamId, standing: Standing) -> String {
    format!("/manage/teams/{team}/users?status={}", standing.name())
}

fn with_answer(what: &str, answer: Option<&str>) -> String {
    match answer {
        Some(answer) => format!("{what}: {answer}"),
        None => what.to_owned(),
    }
}

/// "Ada Berg, Bo Ek and 4 others"
fn named(names: &[String], lang: Lang) -> String {
    let t = texts(lang);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => fl!(t, "two-names", one = one.as_str(), two = two.as_str()),
        [one, two, rest @ ..] => {
            fl!(t, "names-and-more", one = one.as_str(), two = two.as_str(), count = rest.len())
        }
    }
}
