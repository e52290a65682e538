//! A year of the vendor and its customers, told in the order in which it happened.

mod events;
mod late;

use super::{
    cast::{self, FASAD, MANAGER, MATVERK, PARTNER, PRIMARY, RITBORD},
    customers::{self, Purchase, line},
    stage::{Cookie, Stage},
    vendor::{self, NewRelease, PARTNER_NUMBER},
};
use events::{Event, events};
use jiff::{ToSpan, civil::Date};
use kernel::{Actor, Error, Result, Role};
use organizations::Team;
use std::collections::BTreeMap;

const CUSTOMER: [&str; 2] = ["556712-0487", "Byggkonsult Öresund AB"];
const HEAD_OFFICE: &str = "Byggkonsult Öresund AB";

struct Story<'a> {
    stage: &'a Stage,
    operator: Actor,
    teams: BTreeMap<&'static str, Team>,
    /// Of the browsers in which people have signed in, by address.
    cookies: BTreeMap<&'static str, Cookie>,
    /// The first day of the contract that ends soon.
    first_day: Date,
    start: &'a str,
}

/// `start` is the line that starts the sample program, for the files to tell.
pub(super) async fn tell(stage: &Stage, password_hash: String, start: &str) -> Result<()> {
    let next_month = stage.today().first_of_month().checked_add(1.month()).map_err(Error::fault)?;
    let first_day = next_month.checked_sub(11.months()).map_err(Error::fault)?;
    stage.at(stage.moment(before(first_day, 50)?, 8, 30)?).await?;
    let operator = vendor::staff(stage, password_hash).await?;
    let mut story =
        Story { stage, operator, teams: BTreeMap::new(), cookies: BTreeMap::new(), first_day, start };
    story.opening().await?;
    story.first_customer().await?;
    for (moment, event) in events(stage)? {
        stage.at(moment).await?;
        story.happens(event).await?;
    }
    stage.at(stage.minutes_ago(0)).await
}

fn before(day: Date, days: i64) -> Result<Date> {
    day.checked_sub(days.days()).map_err(Error::fault)
}

impl Story<'_> {
    async fn opening(&self) -> Result<()> {
        vendor::products(self.stage, &self.operator).await?;
        for (slug, version, notes) in [
            ("ritbord", "2026.2", "Layers by room, and quicker printing."),
            ("fasad", "12.2", "Window schedules in two languages."),
            ("matverk", "4.1", "Reads the formats of five further instruments."),
        ] {
            let old = NewRelease { slug, version, kind: "feature", notes };
            vendor::release(self.stage, &self.operator, old, self.start).await?;
        }
        Ok(())
    }

    /// The reseller's first order makes the company and its contract manager; she makes the teams.
    async fn first_customer(&mut self) -> Result<()> {
        let (stage, day) = (self.stage, self.first_day);
        stage.at(stage.moment(before(day, 34)?, 10, 12)?).await?;
        let until = day.checked_add(18.months()).map_err(Error::fault)?.yesterday().map_err(Error::fault)?;
        let order = self
            .by_skissera("PO 4500-096", "NK-40-20411", vec![line(MATVERK, 3, None, until.to_string())])
            .await?;
        stage.at(stage.moment(before(day, 34)?, 10, 40)?).await?;
        stage.follow_link(MANAGER.email).await?;
        let organization = order.organization;
        let elin = stage.actor(MANAGER.email).await?;
        let first = stage.read(&elin, move |cx| organizations::teams_of(cx, organization)).await?;
        let first = first.into_iter().next().ok_or_else(Error::not_found)?;
        self.teams.insert(HEAD_OFFICE, first);
        for name in ["Malmö", "Göteborg", "København"] {
            let team = customers::found_team(stage, MANAGER.email, organization, name).await?;
            self.teams.insert(name, team);
        }
        self.main_contract().await?;
        self.first_people().await
    }

    /// The contract that runs for this year, and ends next month.
    async fn main_contract(&self) -> Result<()> {
        let (stage, day) = (self.stage, self.first_day);
        stage.at(stage.moment(before(day, 20)?, 13, 5)?).await?;
        let last = day.checked_add(1.year()).map_err(Error::fault)?.yesterday().map_err(Error::fault)?;
        let seats = [(RITBORD, 30), (FASAD, 12), (MATVERK, 6)];
        let lines = seats.map(|(sku, seats)| line(sku, seats, Some(day.to_string()), last.to_string()));
        let order = self.by_skissera("PO 4500-118", "NK-40-21877", lines.into()).await?;
        stage.at(stage.moment(before(day, 19)?, 8, 4)?).await?;
        customers::land(stage, MANAGER.email, &order, self.team("Malmö")?).await?;
        // The night in which the seats come, and the morning of the welcome.
        stage.at(stage.moment(day, 0, 0)?).await?;
        stage.at(stage.moment(day, 9, 0)?).await
    }

    async fn first_people(&self) -> Result<()> {
        let (stage, malmo) = (self.stage, self.team("Malmö")?);
        stage.at(stage.moment(self.first_day, 9, 30)?).await?;
        customers::invite(stage, MANAGER.email, malmo, &PRIMARY).await?;
        stage.follow_link(PRIMARY.email).await?;
        customers::change_role(stage, MANAGER.email, malmo, PRIMARY.email, Role::PrimaryAdmin).await?;
        customers::give(stage, PRIMARY.email, malmo, PRIMARY.email, &[RITBORD, FASAD, MATVERK]).await?;
        for name in ["Göteborg", "København"] {
            customers::invite(stage, MANAGER.email, self.team(name)?, &PRIMARY).await?;
        }
        let goteborg = self.team("Göteborg")?;
        customers::change_role(stage, MANAGER.email, goteborg, PRIMARY.email, Role::SecondaryAdmin).await?;
        let lars = &cast::LARS;
        customers::invite(stage, MANAGER.email, self.team(HEAD_OFFICE)?, lars).await?;
        stage.follow_link(lars.email).await?;
        for email in [lars.email, MANAGER.email] {
            customers::give(stage, MANAGER.email, self.team(HEAD_OFFICE)?, email, &[MATVERK]).await?;
        }
        Ok(())
    }

    fn team(&self, name: &str) -> Result<&Team> {
        self.teams.get(name).ok_or_else(|| Error::fault(format!("demo: there is no team {name} yet")))
    }

    async fn by_skissera(
        &self,
        number: &str,
        contract: &str,
        lines: Vec<wire::contracts::OrderLine>,
    ) -> Result<contracts::Order> {
        let petra = self.stage.actor(PARTNER.email).await?;
        let purchase = Purchase {
            number,
            contract,
            partner: Some(PARTNER_NUMBER),
            customer: CUSTOMER,
            manager: &MANAGER,
            time_zone: "Europe/Stockholm",
            lines,
        };
        customers::place(self.stage, &petra, purchase).await
    }

    async fn happens(&mut self, event: Event) -> Result<()> {
        match event {
            Event::Release(new) => vendor::release(self.stage, &self.operator, new, self.start).await,
            Event::Join(team, colleague) => self.joins(team, colleague).await,
            Event::SignIn(email) => self.signs_in(email).await,
            Event::Visit(email) => self.visits(email).await,
            Event::Chapter(chapter) => self.chapter(chapter).await,
        }
    }
}
