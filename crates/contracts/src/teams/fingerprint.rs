//! Names a plan by what it does, so that one that was shown is told apart from one that is made later.

use kernel::secret::hex;
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

struct Hashing(Sha256);

impl Write for Hashing {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// Two plans that print alike have the same one.
pub(super) fn fingerprint(plan: &dyn fmt::Debug) -> String {
    let mut hashing = Hashing(Sha256::new());
    // Writing to a hash cannot fail.
    let _ = write!(hashing, "{plan:?}");
    hex(&hashing.0.finalize())[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn what_does_the_same_has_the_same_name() {
        assert_eq!(fingerprint(&(1, "a")), fingerprint(&(1, "a")));
        assert_ne!(fingerprint(&(1, "a")), fingerprint(&(2, "a")));
        assert_eq!(fingerprint(&1).len(), 32);
    }
}
