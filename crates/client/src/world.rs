//! Time and chance, handed in so that tests can decide them.

use crate::{LicenseError, Result};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use std::{sync::Arc, time::Duration};

type Now = Arc<dyn Fn() -> i64 + Send + Sync>;
type Chance = Arc<dyn Fn(&mut [u8]) -> Result<()> + Send + Sync>;
type Sleep = Arc<dyn Fn(Duration) + Send + Sync>;

#[derive(Clone)]
pub(crate) struct World {
    pub now: Now,
    pub chance: Chance,
    pub sleep: Sleep,
}

impl World {
    pub fn real() -> Self {
        Self {
            now: Arc::new(system_clock),
            chance: Arc::new(system_chance),
            sleep: Arc::new(std::thread::sleep),
        }
    }

    /// Seconds since 1970.
    pub fn now(&self) -> i64 {
        (self.now)()
    }

    pub fn sleep(&self, time: Duration) {
        (self.sleep)(time);
    }

    pub fn bytes<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        (self.chance)(&mut bytes)?;
        Ok(bytes)
    }

    /// 256 bits that nobody guesses, in base64url: a state, a verifier, an idempotency key.
    pub fn secret(&self) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(self.bytes::<32>()?))
    }

    /// Some time from 0 up to `most`: programs that lost the server together do not come back together.
    pub fn jitter(&self, most: Duration) -> Duration {
        let share = self.bytes::<2>().map_or(u16::MAX, u16::from_le_bytes);
        most.mul_f64(f64::from(share) / f64::from(u16::MAX))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the edge: a program's own clock, unless another was handed in"
)]
fn system_clock() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

#[expect(clippy::disallowed_methods, reason = "the edge: the system's chance, unless another was handed in")]
fn system_chance(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|error| LicenseError::Store(format!("no randomness: {error}")))
}
