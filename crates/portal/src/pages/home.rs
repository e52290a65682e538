//! Home: what needs the visitor, the own programs, what is new, the own devices.

mod devices;
mod needs;
mod news;
pub(super) mod welcome;

use crate::{
    needs::{MOST, Need, failed_invitations, to_answer, to_decide},
    pages::{greeting::greeting, programs, programs::Program},
    queries,
    queries::News,
    texts,
};
use contracts::takeover;
use i18n_embed_fl::fl;
use kernel::{Permission, PersonId, Result, Role, Scope};
use licensing::OwnDevice;
use maud::{Markup, html};
use store::Read;
use web::{
    Handled, Page, Visit, Visitor,
    components::{head, rows, section},
    format,
};

/// Everything that the page shows, from one snapshot.
struct Home {
    needs: Vec<Need>,
    programs: Vec<Program>,
    news: Vec<News>,
    devices: Vec<OwnDevice>,
    /// Who can give a product to somebody who has none: first and last name, address, team.
    admins: Vec<(String, String, String, String)>,
    /// For operators: product, offering, partner, order.
    first_steps: Option<[bool; 4]>,
}

pub(super) async fn get(visit: Visit) -> Handled<Page> {
    let visitor = visit.visitor()?.clone();
    let home = visit.read(move |cx| home(cx, &visitor)).await?;
    let visitor = visit.visitor()?;
    let t = texts(visit.lang);
    let today = capital(&format::weekday_date(visit.now(), &visit.zone(), visit.lang));
    let sub = match home.needs.len() {
        0 if home.programs.is_empty() => fl!(t, "today", day = today),
        count => fl!(t, "today-needs", day = today, count = count),
    };
    let (main, side) = (main_column(&visit, &home), side_column(&visit, &home));
    let body = html! {
        div.narrow {
            (head(greeting(&visit, &visitor.first_name)).sub(sub))
            @if side.0.is_empty() { (main) } @else { (head::columns(main, side)) }
        }
    };
    Ok(visit.page(&fl!(t, "nav-home"), body))
}

fn home(cx: &mut Read, visitor: &Visitor) -> Result<Home> {
    let person = visitor.person;
    let devices = licensing::own_devices(cx, person)?;
    let programs = programs::of_person(cx, person, &devices)?;
    let admins = match programs.is_empty() && visitor.administered().next().is_none() {
        true => queries::admins_for(cx, person)?,
        false => vec![],
    };
    let steps = visitor.holds(Role::Operator).then(|| queries::first_steps(cx)).transpose()?;
    Ok(Home {
        needs: needs_of(cx, visitor, person)?,
        programs,
        news: queries::news(cx, person, 3)?,
        devices,
        admins,
        first_steps: steps,
    })
}

fn needs_of(cx: &mut Read, visitor: &Visitor, person: PersonId) -> Result<Vec<Need>> {
    let mut needs: Vec<Need> =
        queries::waiting_landings(cx, person)?.into_iter().map(Need::Landing).collect();
    let now = cx.now();
    needs.extend(to_answer(person, takeover::own_open(cx)?, now));
    for role in [Role::Operator, Role::Partner] {
        if visitor.holds(role) {
            let open = takeover::to_decide(cx, None, MOST as i64)?;
            needs.extend(to_decide(role, &open, now));
        }
    }
    // Who administers hundreds of teams looks after them in their lists.
    for (team, organization, _) in visitor.administered().take(20) {
        let found = queries::failed_invitations(cx, team, MOST as i64)?;
        needs.extend(failed_invitations(team, found));
        needs.extend(queries::expired_invitations(cx, team, MOST as i64)?.map(Need::ExpiredInvitations));
        let mails = queries::failed_mails(cx, team, organization, 3)?;
        needs.extend(mails.into_iter().map(Need::FailedMail));
    }
    if cx.may(Permission::ManageVendor, Scope::Vendor) {
        let count = queries::count_failed_mails(cx, MOST as i64)? as usize;
        needs.extend((count > 0).then_some(Need::FailedMails { count }));
    }
    Ok(needs)
}

fn main_column(visit: &Visit, home: &Home) -> Markup {
    let t = texts(visit.lang);
    let all = html! { a.small href="/account/products" { (fl!(t, "all-products")) } };
    // One filled button a view: the first program with a hole.
    let filled = home.programs.iter().position(Program::is_urgent);
    let programs = home.programs.iter().enumerate();
    let programs = programs.map(|(n, program)| {
        programs::program_row(visit, program, programs::downloads(visit, program, filled == Some(n)))
    });
    html! {
        @if let Some(steps) = home.first_steps { (welcome::first_steps(visit, steps)) }
        @if !home.needs.is_empty() {
            (section("need", fl!(t, "needs-you"), "", rows(home.needs.iter().map(|need| needs::need_row(visit, need)))))
        }
        @if home.programs.is_empty() { (welcome::without_programs(visit, &home.admins)) }
        @else { (section("mine", fl!(t, "your-programs"), all, rows(programs))) }
    }
}

fn side_column(visit: &Visit, home: &Home) -> Markup {
    html! {
        @if !home.news.is_empty() { (news::section_of(visit, &home.news)) }
        @if home.devices.iter().any(OwnDevice::is_in_use) { (devices::section_of(visit, &home.devices)) }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
