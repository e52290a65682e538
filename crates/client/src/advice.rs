//! What to tell a person: what is wrong and what to do about it, in plain words.

use crate::{Language, LicenseError};

impl LicenseError {
    /// What happened and what to do, in the person's language.
    pub fn advice(&self, language: Language) -> String {
        if let Self::Refused { title, detail, .. } = self {
            let sentences = [Some(title.as_str()), detail.as_deref()].into_iter().flatten();
            return sentences.map(sentence).collect::<Vec<_>>().join(" ");
        }
        match language {
            Language::English => self.in_english(),
            Language::Swedish => self.in_swedish(),
        }
        .to_owned()
    }

    fn in_english(&self) -> &'static str {
        match self {
            Self::NoSeat => {
                "You have no seat for this program. Ask your administrator to assign you one, then start again."
            }
            Self::SeatTakenBack => {
                "Your seat was taken back or given to someone else. Save your work and ask your administrator for a seat."
            }
            Self::TooManyDevices => {
                "You are using the program on as many devices as your license allows. Sign out on one of them, or remove it under Devices in your account."
            }
            Self::PrivacyNotAccepted => {
                "Read and accept the privacy statement first; without it the program may not ask for a license."
            }
            Self::VersionNotCovered => {
                "Your license does not cover this version. Install an older version from your account, or ask your administrator to renew."
            }
            Self::ClockSetBack => {
                "The clock of this computer was set back. Set date and time right, connect to the internet and start again."
            }
            Self::LeaseExpired => {
                "Your license has run out on this computer and the license server cannot be reached. Connect to the internet and start again."
            }
            Self::NotYetValid => {
                "Your license begins later. Check the clock of this computer, or wait until the start date."
            }
            Self::WrongDevice => "This license belongs to another computer. Sign in on this one.",
            Self::WrongProduct => "This license belongs to another program. Sign in to get the right one.",
            Self::SignedOut => "Nobody is signed in. Sign in with your User ID.",
            Self::SessionEnded => "Your session was ended, perhaps from another device. Sign in again.",
            Self::SignInDeclined => {
                "The sign-in was declined in the browser. Start again if that was a mistake."
            }
            Self::SignInTimedOut => "The sign-in took too long. Start again.",
            Self::NoBrowser(_) => {
                "No browser could be opened. Sign in with a code instead; any device with a browser will do."
            }
            Self::ServerUnreachable(_) => {
                "The license server cannot be reached. Check the network and try again in a while."
            }
            Self::BadAnswer(_) | Self::Unbelievable(_) => {
                "The license server gave an answer that cannot be trusted. Check the network (a sign-in page of a hotel or guest network may be in the way), and the server address."
            }
            Self::Store(_) => {
                "The license cannot be kept on this computer. Check that the disk is not full and that the folder may be written."
            }
            Self::Settings(_) | Self::Refused { .. } => {
                "The program's license settings are wrong. Tell its maker."
            }
        }
    }

    fn in_swedish(&self) -> &'static str {
        match self {
            Self::NoSeat => {
                "Du har ingen plats för det här programmet. Be din administratör tilldela dig en och starta sedan om."
            }
            Self::SeatTakenBack => {
                "Din plats har tagits tillbaka eller getts till någon annan. Spara ditt arbete och be din administratör om en plats."
            }
            Self::TooManyDevices => {
                "Du använder programmet på så många enheter som din licens tillåter. Logga ut på en av dem, eller ta bort den under Enheter på ditt konto."
            }
            Self::PrivacyNotAccepted => {
                "Läs och godkänn integritetsinformationen först; utan det får programmet inte be om en licens."
            }
            Self::VersionNotCovered => {
                "Din licens omfattar inte den här versionen. Installera en äldre version från ditt konto, eller be din administratör förnya."
            }
            Self::ClockSetBack => {
                "Datorns klocka har ställts tillbaka. Ställ in rätt datum och tid, anslut till internet och starta igen."
            }
            Self::LeaseExpired => {
                "Din licens har gått ut på den här datorn och licensservern går inte att nå. Anslut till internet och starta igen."
            }
            Self::NotYetValid => {
                "Din licens börjar gälla senare. Kontrollera datorns klocka, eller vänta till startdatumet."
            }
            Self::WrongDevice => "Licensen hör till en annan dator. Logga in på den här.",
            Self::WrongProduct => "Licensen hör till ett annat program. Logga in för att få rätt licens.",
            Self::SignedOut => "Ingen är inloggad. Logga in med ditt User ID.",
            Self::SessionEnded => "Din session har avslutats, kanske från en annan enhet. Logga in igen.",
            Self::SignInDeclined => {
                "Inloggningen avböjdes i webbläsaren. Starta igen om det var ett misstag."
            }
            Self::SignInTimedOut => "Inloggningen tog för lång tid. Starta igen.",
            Self::NoBrowser(_) => {
                "Ingen webbläsare gick att öppna. Logga in med en kod i stället; vilken enhet med webbläsare som helst duger."
            }
            Self::ServerUnreachable(_) => {
                "Licensservern går inte att nå. Kontrollera nätverket och försök igen om en stund."
            }
            Self::BadAnswer(_) | Self::Unbelievable(_) => {
                "Licensservern gav ett svar som inte går att lita på. Kontrollera nätverket (inloggningssidan på ett hotell- eller gästnät kan vara i vägen) och serverns adress."
            }
            Self::Store(_) => {
                "Licensen kan inte sparas på den här datorn. Kontrollera att disken inte är full och att mappen går att skriva i."
            }
            Self::Settings(_) | Self::Refused { .. } => {
                "Programmets licensinställningar är fel. Meddela den som gör programmet."
            }
        }
    }
}

/// With the full stop that a heading lacks.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{text}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_said_is_joined_as_sentences() {
        let refused = |title: &str, detail: Option<&str>| {
            let detail = detail.map(str::to_owned);
            LicenseError::Refused { code: "not-found".into(), title: title.into(), detail }
                .advice(Language::English)
        };
        assert_eq!(
            refused("There is no such thing", Some("Check the key.")),
            "There is no such thing. Check the key."
        );
        assert_eq!(refused("The number is used.", None), "The number is used.");
    }
}
