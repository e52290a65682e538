//! The settings: a TOML file, then the environment (`PLATS_PUBLIC_URL`, `PLATS_MAIL__SMTP` ...).

use figment::{
    Figment,
    providers::{Env, Format, Toml},
};
use kernel::{Decides, Error, House, Result, TakeoverPolicy};
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where people reach this server; every link is built from it.
    pub public_url: String,
    #[serde(default = "listen")]
    pub listen: String,
    /// `sqlite:PATH` or `postgres://...`
    pub database: String,
    /// The folder of keys and uploaded builds.
    pub data: PathBuf,
    /// Whether `X-Forwarded-For` of a proxy in front is believed.
    #[serde(default)]
    pub behind_proxy: bool,
    #[serde(default)]
    pub areas: Areas,
    pub cookie_domain: Option<String>,
    pub vendor: Vendor,
    pub mail: Mail,
    #[serde(default)]
    pub takeover: Takeover,
}

/// The areas that have a host of their own (mission S4).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Areas {
    pub account: Option<String>,
    pub manage: Option<String>,
    pub profile: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    pub name: String,
    #[serde(default)]
    pub legal: String,
    pub brand: Option<String>,
    pub support_mail: Option<String>,
    #[serde(default = "zone")]
    pub time_zone: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub from: String,
    pub smtp: String,
}

/// How applications to take over a contract come to their end.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Takeover {
    /// For the answer of the present contract manager, 1 to 90.
    pub days: u32,
    pub decides: Decider,
}

/// Who decides when the contract manager agreed, or kept silent.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    Staff,
    Itself,
}

impl Default for Takeover {
    fn default() -> Self {
        Takeover { days: TakeoverPolicy::default().days, decides: Decider::Staff }
    }
}

fn listen() -> String {
    "127.0.0.1:8080".into()
}

fn zone() -> String {
    "UTC".into()
}

/// Other variables may begin alike (`PLATS_CONFIG`); only those of settings count.
fn environment() -> Env {
    const SETTINGS: [&str; 10] = [
        "public_url",
        "listen",
        "database",
        "data",
        "behind_proxy",
        "areas",
        "cookie_domain",
        "vendor",
        "mail",
        "takeover",
    ];
    let first = |key: &str| key.split("__").next().unwrap_or_default().to_ascii_lowercase();
    Env::prefixed("PLATS_").filter(move |key| SETTINGS.contains(&first(key.as_str()).as_str())).split("__")
}

/// The name or address in a url, without the port.
pub(crate) fn host(url: &str) -> &str {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or_default();
    match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

fn bare(url: &str) -> String {
    url.trim_end_matches('/').to_owned()
}

impl Config {
    pub fn load(file: &Path) -> Result<Config> {
        let settings = Figment::new().merge(Toml::file_exact(file)).merge(environment());
        let config: Config =
            settings.extract().map_err(|error| Error::fault(format!("settings: {error}")))?;
        let config = config.checked()?;
        let apart = config.hosts_apart();
        if !apart.is_empty() {
            tracing::warn!(
                hosts = apart.join(", "),
                "no cookie_domain covers these hosts: one sign-in does not count there"
            );
        }
        Ok(config)
    }

    fn checked(mut self) -> Result<Config> {
        self.public_url = bare(&self.public_url);
        for area in [&mut self.areas.account, &mut self.areas.manage, &mut self.areas.profile] {
            *area = area.as_deref().map(bare);
        }
        if !self.public_url.starts_with("http://") && !self.public_url.starts_with("https://") {
            return Err(Error::fault("settings: public_url starts with neither http:// nor https://"));
        }
        if jiff::tz::TimeZone::get(&self.vendor.time_zone).is_err() {
            return Err(Error::fault(
                "settings: vendor.time_zone is not a time zone, such as Europe/Stockholm",
            ));
        }
        if !(1..=90).contains(&self.takeover.days) {
            return Err(Error::fault("settings: takeover.days is not a number of days from 1 to 90"));
        }
        Ok(self)
    }

    pub fn house(&self) -> House {
        House {
            public_url: self.public_url.clone(),
            vendor: self.vendor.name.clone(),
            legal: self.vendor.legal.clone(),
            support_mail: self.vendor.support_mail.clone(),
            time_zone: self.vendor.time_zone.clone(),
            takeovers: TakeoverPolicy {
                days: self.takeover.days,
                decides: match self.takeover.decides {
                    Decider::Staff => Decides::Staff,
                    Decider::Itself => Decides::Itself,
                },
            },
        }
    }

    /// The hosts on which a sign-in elsewhere does not count: those beside the one of `public_url`, or all that are not
    /// within `cookie_domain`.
    pub fn hosts_apart(&self) -> Vec<&str> {
        let (home, areas) = (host(&self.public_url), &self.areas);
        let bases = [&areas.account, &areas.manage, &areas.profile].into_iter().flatten();
        let mut apart: Vec<_> = std::iter::once(home)
            .chain(bases.map(|base| host(base)))
            .filter(|name| match self.cookie_domain.as_deref().map(|domain| domain.trim_start_matches('.')) {
                Some(domain) => *name != domain && !name.ends_with(&format!(".{domain}")),
                None => *name != home,
            })
            .collect();
        apart.sort_unstable();
        apart.dedup();
        apart
    }

    pub fn areas(&self) -> Vec<(&'static str, String)> {
        let Areas { account, manage, profile } = self.areas.clone();
        [("/account", account), ("/manage", manage), ("/profile", profile)]
            .into_iter()
            .filter_map(|(path, base)| base.map(|base| (path, base)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(more: &str) -> Result<Config> {
        let text = format!(
            "public_url = 'http://localhost'\ndatabase = 'sqlite:x'\ndata = 'x'\n[vendor]\nname = 'Nordkad'\n\
             [mail]\nfrom = 'a@nordkad.example'\nsmtp = 'folder:x'\n{more}"
        );
        let config: Config = Figment::new().merge(Toml::string(&text)).extract().map_err(Error::fault)?;
        config.checked()
    }

    #[test]
    fn takeovers_wait_seven_days_for_people_unless_told() {
        let usual = settings("").unwrap().house().takeovers;
        assert_eq!(usual, TakeoverPolicy { days: 7, decides: Decides::Staff });
        let told = settings("[takeover]\ndays = 14\ndecides = 'itself'").unwrap().house().takeovers;
        assert_eq!(told, TakeoverPolicy { days: 14, decides: Decides::Itself });
        for wrong in ["days = 0", "days = 91", "days = -1", "decides = 'nobody'", "hours = 3"] {
            assert!(settings(&format!("[takeover]\n{wrong}")).is_err(), "{wrong}");
        }
    }
}
