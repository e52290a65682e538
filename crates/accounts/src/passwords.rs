//! Passwords: how good one must be, and the slow hash, kept off the database threads.

use crate::{Refused, sign_in::Proven};
use argon2::{
    Argon2, PasswordVerifier,
    password_hash::{PasswordHasher, phc::PasswordHash},
};
use kernel::{Chance, Error, PersonId, Result, Secret};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// At least this many characters when the password stands alone (NIST SP 800-63B-4).
pub const LEAST: usize = 15;

/// Refuses what is short or easily guessed; `own` are the person's own words, which a guesser tries first.
///
/// ```
/// use accounts::passwords::check_strength;
/// use kernel::Secret;
/// assert!(check_strength(&Secret::new("tre gula stolar i regn"), &["Maja"]).is_ok());
/// assert!(check_strength(&Secret::new("kort"), &[]).is_err());
/// assert!(check_strength(&Secret::new("aaaaaaaaaaaaaaaaaaaa"), &[]).is_err());
/// ```
pub fn check_strength(password: &Secret, own: &[&str]) -> Result<()> {
    if password.expose().chars().count() < LEAST {
        return Err(Error::fields(vec![
            kernel::FieldError::new("password", "too-short").bound(LEAST as i64),
        ]));
    }
    let head: String = password.expose().chars().take(100).collect();
    match zxcvbn::zxcvbn(&head, own).score() >= zxcvbn::Score::Three {
        true => Ok(()),
        false => Err(Refused::WeakPassword.into()),
    }
}

/// The hashing pool: as many at a time as there are cores, the rest wait in line without holding a thread.
#[derive(Clone)]
pub struct Passwords {
    at_once: Arc<Semaphore>,
    chance: Chance,
    /// Checked when there is no person or no password, so that the answer takes as long.
    nobodys: Arc<str>,
}

impl Passwords {
    pub fn new(chance: Chance) -> Result<Self> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let nobodys = hash(&Secret::new("nobody's password"), &chance)?;
        Ok(Passwords { at_once: Arc::new(Semaphore::new(cores)), chance, nobodys: nobodys.into() })
    }

    pub async fn hash(&self, password: Secret) -> Result<String> {
        let chance = self.chance.clone();
        self.in_turn(move || hash(&password, &chance)).await
    }

    /// Whether the password fits the person; the same work for nobody, and for somebody without a password.
    pub(crate) async fn prove(
        &self,
        password: Secret,
        found: Option<(PersonId, Option<String>)>,
    ) -> Result<Option<Proven>> {
        let known = found.and_then(|(person, hash)| Some(Proven { person, hash: hash? }));
        let stored = known.as_ref().map_or_else(|| self.nobodys.to_string(), |known| known.hash.clone());
        let fits = self.in_turn(move || {
            let parsed = PasswordHash::new(&stored).map_err(Error::fault)?;
            Ok(hasher()?.verify_password(password.expose().as_bytes(), &parsed).is_ok())
        });
        let fits = fits.await?;
        Ok(known.filter(|_| fits))
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _turn = self.at_once.acquire().await.map_err(Error::fault)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::fault)?
    }
}

fn hash(password: &Secret, chance: &Chance) -> Result<String> {
    let salt = chance.bytes::<16>();
    let hashed: PasswordHash =
        hasher()?.hash_password_with_salt(password.expose().as_bytes(), &salt).map_err(Error::fault)?;
    Ok(hashed.to_string())
}

/// argon2id, 19 MiB, two passes, one lane (OWASP).
fn hasher() -> Result<Argon2<'static>> {
    let params = argon2::Params::new(19 * 1024, 2, 1, None).map_err(Error::fault)?;
    Ok(Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    /// The time of an answer must not tell whether there is such a person.
    #[tokio::test]
    async fn nobodys_password_costs_the_same_work_as_somebodys() {
        let passwords = Passwords::new(Chance::new(|bytes| bytes.fill(7))).unwrap();
        let adas = passwords.hash(Secret::new("tre gula stolar i regn")).await.unwrap();
        let cost = |hash: &str| hash.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(cost(&passwords.nobodys), cost(&adas));
        assert_eq!(cost(&adas)[3], "m=19456,t=2,p=1");

        let ada = PersonId::new(Timestamp::from_millis(1), &passwords.chance);
        let typed = || Secret::new("tre gula stolar i regn");
        let prove = async |found| passwords.prove(typed(), found).await.unwrap().map(|proven| proven.person);
        assert_eq!(prove(Some((ada, Some(adas)))).await, Some(ada));
        assert_eq!(prove(Some((ada, None))).await, None);
        assert_eq!(prove(None).await, None);
        let nobodys = Secret::new("nobody's password");
        assert!(passwords.prove(nobodys, None).await.unwrap().is_none(), "it lets nobody in");
    }
}
