//! What a program holds when it may work.

use crate::{Language, Lease, LicenseError, Standing};

/// The last days are announced.
const ANNOUNCED: i64 = 3;

/// A lease that was verified, and what it is worth now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    pub lease: Lease,
    pub standing: Standing,
    /// The person's name, if the server told it.
    pub holder: Option<String>,
    /// Why the lease was not renewed although it was time; work goes on all the same.
    pub note: Option<LicenseError>,
}

impl License {
    /// Until when work goes on without the server, in seconds since 1970.
    pub fn until(&self) -> i64 {
        match self.standing {
            Standing::Grace { .. } => self.lease.grace_until,
            _ => self.lease.exp,
        }
    }

    /// Whether the lease carries an entitlement of the product.
    pub fn allows(&self, entitlement: &str) -> bool {
        self.lease.entitlements.iter().any(|known| known == entitlement)
    }

    /// What to tell the person, when there is something to tell.
    pub fn warning(&self, language: Language) -> Option<String> {
        let days = self.standing.days_left()?;
        let swedish = language == Language::Swedish;
        match self.standing {
            Standing::ClockSetBack { .. } => Some(LicenseError::ClockSetBack.advice(language)),
            Standing::Grace { .. } if swedish => Some(format!(
                "Din licens har gått ut. Programmet fungerar {} till; anslut till internet innan dess.",
                dagar(days)
            )),
            Standing::Grace { .. } => Some(format!(
                "Your license has run out. The program works for {} more; connect to the internet before that.",
                count(days)
            )),
            _ if days > ANNOUNCED => None,
            _ if swedish => Some(format!("Din licens gäller {} till utan internet.", dagar(days))),
            _ => Some(format!("Your license holds for {} more without the internet.", count(days))),
        }
    }
}

fn count(days: i64) -> String {
    if days == 1 { "1 day".into() } else { format!("{days} days") }
}

fn dagar(days: i64) -> String {
    if days == 1 { "1 dag".into() } else { format!("{days} dagar") }
}
