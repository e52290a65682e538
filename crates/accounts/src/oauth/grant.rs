//! What one person allowed one program on one device: every token hangs on it, and ends with it.

use super::scope::Scopes;
use kernel::{ConsentId, PersonId, Result, Timestamp};
use std::time::Duration;
use store::{FromRow, Row};

/// Long enough for a browser to reach the program.
pub const CODE_LIFETIME: Duration = Duration::from_secs(60);
pub const ACCESS_LIFETIME: Duration = kernel::clock::hours(1);

#[derive(Debug, Clone)]
pub struct Grant {
    pub id: ConsentId,
    pub person: PersonId,
    pub client_id: String,
    pub scopes: Scopes,
    /// When the person proved who they are.
    pub signed_in_at: Timestamp,
    /// The latest generation of refresh tokens that was used.
    pub used_generation: i64,
    pub ended_at: Option<Timestamp>,
}

impl Grant {
    pub fn is_alive(&self) -> bool {
        self.ended_at.is_none()
    }
}

pub(super) struct NewGrant {
    pub person: PersonId,
    pub client_id: String,
    pub scopes: Scopes,
    pub device_name: Option<String>,
    pub program_version: Option<String>,
    pub address: String,
    pub signed_in_at: Timestamp,
    pub expires_at: Timestamp,
}

/// An authorization code as it is kept.
pub(super) struct CodeRow {
    pub grant: ConsentId,
    pub redirect_uri: String,
    pub challenge: Option<String>,
    pub nonce: Option<String>,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// A refresh or access token as it is kept.
pub(super) struct RefreshRow {
    pub grant: ConsentId,
    pub client_id: String,
    pub person: PersonId,
    pub scopes: Scopes,
    pub generation: i64,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub alive: bool,
}

/// A program on a device, for the list under the profile.
#[derive(Debug, Clone)]
pub struct Connected {
    pub consent: ConsentId,
    pub client_id: String,
    pub program: String,
    pub device_name: Option<String>,
    pub program_version: Option<String>,
    pub address: String,
    pub created_at: Timestamp,
    pub used_at: Timestamp,
}

/// What a program may learn about its person.
#[derive(Debug, Clone)]
pub(super) struct Holder {
    pub id: PersonId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub verified_at: Option<Timestamp>,
    pub language: String,
    pub time_zone: String,
}

macro_rules! rows {
    ($($row:ident { $($field:ident)* })*) => {$(
        impl FromRow for $row {
            fn from_row(row: &mut Row) -> Result<Self> {
                Ok($row { $($field: row.take()?),* })
            }
        }
    )*};
}

rows! {
    Grant { id person client_id scopes signed_in_at used_generation ended_at }
    CodeRow { grant redirect_uri challenge nonce expires_at used_at }
    RefreshRow { grant client_id person scopes generation created_at expires_at alive }
    Connected { consent client_id program device_name program_version address created_at used_at }
    Holder { id first_name last_name email verified_at language time_zone }
}
