//! The single events of the year.

use super::{Story, events::Chapter};
use crate::demo::{
    cast::{
        self, Colleague, FASAD, FASAD_FIELD, GOTHENBURG, MANAGER, MATVERK, OTHER_MANAGER, PRIMARY, RITBORD,
        SAMIRA,
    },
    customers::{self, Purchase, line},
    devices::{self, Start},
};
use jiff::{ToSpan, civil::Date};
use kernel::{Error, Result, Role};

const fn start(
    email: &'static str,
    [device, platform]: [&'static str; 2],
    [product, version]: [&'static str; 2],
) -> Start {
    Start { email, device, platform, product, version }
}

const MAJAS: [&str; 2] = ["MALMO-WS-0417", "windows-x64"];
const RITBORD_NOW: [&str; 2] = ["ritbord", "2027.1"];

/// Who starts which program after signing in for the last time.
const STARTS: [Start; 17] = [
    start(PRIMARY.email, MAJAS, RITBORD_NOW),
    start(PRIMARY.email, MAJAS, ["fasad", "12.3"]),
    start(PRIMARY.email, MAJAS, ["matverk", "4.2.1"]),
    start(PRIMARY.email, ["MAJA-LAPTOP", "windows-x64"], RITBORD_NOW),
    start(SAMIRA.email, ["MALMO-WS-0433", "windows-x64"], RITBORD_NOW),
    start(SAMIRA.email, ["SAMIRA-LAPTOP", "macos-arm64"], RITBORD_NOW),
    start(SAMIRA.email, ["SAMIRA-LAPTOP", "macos-arm64"], ["fasad", "12.4"]),
    start(cast::SECONDARY.email, ["MALMO-WS-0402", "windows-x64"], RITBORD_NOW),
    start("noora.aalto@byggkonsult.example", ["noora-thinkpad", "linux-x64"], RITBORD_NOW),
    start("hodan.abdi@byggkonsult.example", ["MALMO-WS-0421", "windows-x64"], RITBORD_NOW),
    start("hodan.abdi@byggkonsult.example", ["MALMO-WS-0421", "windows-x64"], ["matverk", "4.2.3"]),
    start("borje.alm@byggkonsult.example", ["MALMO-WS-0388", "windows-x64"], ["fasad", "12.3"]),
    start("jelena.antic@byggkonsult.example", ["MALMO-WS-0440", "windows-x64"], ["fasad", "12.4"]),
    start("emre.aksoy@byggkonsult.example", ["MALMO-WS-0419", "windows-x64"], ["ritbord", "2026.3"]),
    start(GOTHENBURG.email, ["GBG-WS-0112", "windows-x64"], RITBORD_NOW),
    start("wei.zhang@byggkonsult.example", ["GBG-WS-0116", "windows-x64"], RITBORD_NOW),
    start("zofia.wisniewska@fjordlys.example", ["zofia-mbp", "macos-arm64"], RITBORD_NOW),
];

impl Story<'_> {
    pub(super) async fn signs_in(&mut self, email: &'static str) -> Result<()> {
        let cookie = self.stage.sign_in(email).await?;
        self.cookies.insert(email, cookie);
        for start in STARTS.into_iter().filter(|start| start.email == email) {
            devices::start(self.stage, start).await?;
        }
        Ok(())
    }

    pub(super) async fn visits(&self, email: &str) -> Result<()> {
        let cookie = self.cookies.get(email).ok_or_else(Error::sign_in_needed)?;
        self.stage.visit(cookie).await
    }

    pub(super) async fn joins(&self, team: &str, colleague: &Colleague) -> Result<()> {
        let email = colleague.who.email;
        let admin = match team {
            "Malmö" => PRIMARY.email,
            "Göteborg" if email != GOTHENBURG.email => GOTHENBURG.email,
            "Fjordlys" => OTHER_MANAGER.email,
            _ => MANAGER.email,
        };
        let place = self.team(team)?;
        customers::welcome(self.stage, admin, place, colleague).await?;
        match email {
            email if email == GOTHENBURG.email => {
                customers::change_role(self.stage, admin, place, email, Role::PrimaryAdmin).await
            }
            email if email == cast::SECONDARY.email => {
                customers::change_role(self.stage, admin, place, email, Role::SecondaryAdmin).await
            }
            _ => Ok(()),
        }
    }

    pub(super) async fn chapter(&mut self, chapter: Chapter) -> Result<()> {
        match chapter {
            Chapter::Gothenburg => self.gothenburg().await,
            Chapter::Fjordlys => self.fjordlys().await,
            Chapter::SamiraInGothenburg => self.samira_in_gothenburg().await,
            Chapter::FieldWork => self.field_work().await,
            Chapter::Undecided => {
                let until = self.end_of_year_after(1)?;
                let lines = vec![line(MATVERK, 4, None, until)];
                self.by_skissera("PO 4500-133", "NK-40-24006", lines).await.map(|_| ())
            }
            Chapter::Bounce => {
                customers::invite(self.stage, PRIMARY.email, self.team("Malmö")?, &cast::LINNEA).await
            }
            Chapter::Groups => self.groups().await,
            Chapter::Newcomers => {
                customers::import(self.stage, PRIMARY.email, self.team("Malmö")?, cast::NEWCOMERS).await
            }
        }
    }

    async fn groups(&self) -> Result<()> {
        let malmo = self.team("Malmö")?;
        for (name, sku, people) in cast::GROUPS {
            customers::group(self.stage, PRIMARY.email, malmo, (name, sku), people).await?;
        }
        Ok(())
    }

    async fn gothenburg(&self) -> Result<()> {
        let until = self.end_of_year_after(1)?;
        let lines = vec![line(RITBORD, 5, None, until)];
        let order = self.by_skissera("PO 4500-123", "NK-40-22630", lines).await?;
        customers::land(self.stage, MANAGER.email, &order, self.team("Göteborg")?).await
    }

    async fn fjordlys(&mut self) -> Result<()> {
        let until = self.end_of_year_after(1)?;
        let purchase = Purchase {
            number: "SO 2026-0412",
            contract: "NK-40-23350",
            partner: None,
            customer: ["NO 918 447 203", "Fjordlys Arkitektur AS"],
            manager: &OTHER_MANAGER,
            time_zone: "Europe/Oslo",
            lines: vec![line(RITBORD, 5, None, until.clone()), line(FASAD, 1, None, until)],
        };
        let order = customers::place(self.stage, &self.operator, purchase).await?;
        self.stage.follow_link(OTHER_MANAGER.email).await?;
        let organization = order.organization;
        let teams =
            self.stage.read(&self.operator, move |cx| organizations::teams_of(cx, organization)).await?;
        let team = teams.into_iter().next().ok_or_else(Error::not_found)?;
        customers::give(self.stage, OTHER_MANAGER.email, &team, OTHER_MANAGER.email, &[RITBORD]).await?;
        self.teams.insert("Fjordlys", team);
        Ok(())
    }

    async fn samira_in_gothenburg(&self) -> Result<()> {
        let team = self.team("Göteborg")?;
        customers::invite(self.stage, GOTHENBURG.email, team, &SAMIRA).await?;
        customers::give(self.stage, GOTHENBURG.email, team, SAMIRA.email, &[RITBORD]).await
    }

    async fn field_work(&self) -> Result<()> {
        let first = self.stage.today().first_of_month().checked_add(1.month()).map_err(Error::fault)?;
        let last = last_day(first, 12)?;
        let lines = vec![line(FASAD_FIELD, 6, Some(first.to_string()), last)];
        let order = self.by_skissera("PO 4500-129", "NK-40-23914", lines).await?;
        customers::land(self.stage, MANAGER.email, &order, self.team("København")?).await
    }

    fn end_of_year_after(&self, years: i64) -> Result<String> {
        last_day(self.first_day, 12 * (years + 1))
    }
}

/// The day before the first one comes round again after so many months.
fn last_day(first: Date, months: i64) -> Result<String> {
    let after = first.checked_add(months.months()).map_err(Error::fault)?;
    Ok(after.yesterday().map_err(Error::fault)?.to_string())
}
