//! What Ritbord says, in English and Swedish.

use crate::table::Wrong;
use client::{Language, License, LicenseError, Standing};
use jiff::{Timestamp, tz::TimeZone};

pub struct Texts {
    pub language: Language,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MÅNADER: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

impl Texts {
    pub fn new(tag: &str) -> Self {
        Self { language: Language::from_tag(tag) }
    }

    fn swedish(&self) -> bool {
        self.language == Language::Swedish
    }

    fn pick<'a>(&self, english: &'a str, swedish: &'a str) -> &'a str {
        if self.swedish() { swedish } else { english }
    }

    pub fn licensed(&self, license: &License) -> String {
        let date = self.date(license.until());
        let holder = license.holder.as_deref().unwrap_or(self.pick("this device", "den här enheten"));
        let first = if self.swedish() {
            format!("Licens för {holder} till {date} (fungerar utan nät från nu till dess)")
        } else {
            format!("Licensed to {holder} until {date} (offline from now on works until then)")
        };
        match license.warning(self.language) {
            Some(warning) => format!("{first}\n{warning}"),
            None => first,
        }
    }

    pub fn not_licensed(&self, error: &LicenseError) -> String {
        let cause = match error {
            LicenseError::ServerUnreachable(cause)
            | LicenseError::BadAnswer(cause)
            | LicenseError::Store(cause)
            | LicenseError::Settings(cause)
            | LicenseError::NoBrowser(cause) => format!(": {cause}"),
            _ => String::new(),
        };
        let title = self.pick("Not licensed", "Ingen licens");
        format!("{title} ({}{cause}). {}", error.code(), error.advice(self.language))
    }

    pub fn not_standing(&self, standing: Standing) -> String {
        let title = self.pick("The stored license does not hold", "Den sparade licensen gäller inte");
        format!("{title} ({}).", standing.code())
    }

    pub fn privacy_title(&self, version: &str) -> String {
        format!("{} ({version})", self.pick("Privacy statement", "Integritetsinformation"))
    }

    pub fn privacy_question(&self) -> &str {
        self.pick("Do you accept it? [y/N]", "Godkänner du den? [j/N]")
    }

    pub fn browser_opens(&self) -> &str {
        self.pick("Your browser opens; sign in there.", "Webbläsaren öppnas; logga in där.")
    }

    pub fn open_this(&self, url: &str) -> String {
        format!(
            "{}\n{url}",
            self.pick("Open this address and sign in:", "Öppna den här adressen och logga in:")
        )
    }

    pub fn enter_code(&self, url: &str, code: &str) -> String {
        if self.swedish() {
            format!("Öppna {url} på valfri enhet och skriv koden {code}")
        } else {
            format!("Open {url} on any device and enter the code {code}")
        }
    }

    pub fn signed_out(&self, everywhere: bool) -> &str {
        if everywhere {
            self.pick("Signed out; your seat is free again.", "Utloggad; din plats är ledig igen.")
        } else {
            self.pick(
                "Signed out here. The server was not reached; remove this device in your account when you are online.",
                "Utloggad här. Servern gick inte att nå; ta bort enheten på ditt konto när du har nät.",
            )
        }
    }

    pub fn saved(&self, file: &str) -> String {
        format!("{} {file}", self.pick("Saved", "Sparade"))
    }

    pub fn not_saved(&self, file: &str, why: &str) -> String {
        format!("{} {file}: {why}", self.pick("Could not save", "Kunde inte spara"))
    }

    pub fn wrong(&self, wrong: &Wrong) -> String {
        match wrong {
            Wrong::Unknown(word) => {
                format!("{} \"{word}\"; help", self.pick("Unknown command", "Okänt kommando"))
            }
            Wrong::Usage(usage) => format!("{} {usage}", self.pick("Write:", "Skriv:")),
            Wrong::NothingToUndo => self.pick("Nothing to undo.", "Inget att ångra.").to_owned(),
        }
    }

    pub fn help(&self) -> &str {
        self.pick(
            "line X1 Y1 X2 Y2    rect X1 Y1 X2 Y2    circle X Y RADIUS    text X Y WORDS\n\
             show    undo    save FILE.svg    license    help    quit\n\
             The table has 72 columns and 24 rows; 0 0 is at the top left.",
            "line X1 Y1 X2 Y2    linje          rect X1 Y1 X2 Y2    rektangel\n\
             circle X Y RADIE    cirkel         text X Y ORD        text\n\
             show visa    undo ångra    save FIL.svg spara    license licens    help hjälp    quit avsluta\n\
             Bordet har 72 kolumner och 24 rader; 0 0 är längst upp till vänster.",
        )
    }

    /// 24 December 2026, by the person's own calendar day.
    fn date(&self, seconds: i64) -> String {
        let Ok(time) = Timestamp::from_second(seconds) else { return seconds.to_string() };
        let date = time.to_zoned_datetime(TimeZone::system()).date();
        let months = if self.swedish() { MÅNADER } else { MONTHS };
        let month =
            usize::try_from(date.month() - 1).ok().and_then(|month| months.get(month)).unwrap_or(&"?");
        format!("{} {month} {}", date.day(), date.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        // Noon in Greenwich, the same day nearly everywhere.
        assert_eq!(Texts::new("en").date(1_798_113_600), "24 December 2026");
        assert_eq!(Texts::new("sv_SE.UTF-8").date(1_798_113_600), "24 december 2026");
        assert_eq!(Texts::new("en").date(i64::MAX), i64::MAX.to_string());
    }
}
