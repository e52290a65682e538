//! The number of a contract, for people who read it out on the telephone: `N-7Q2M-94XD`.

use kernel::Chance;

/// No letter that looks like another: no 0 O, no 1 I L, no U beside V.
const LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Made from chance: a number that counted up would tell customers how many others there are.
///
/// ```
/// use kernel::Chance;
/// let number = contracts::contract_number("Nordkad", &Chance::new(|bytes| bytes.fill(7)));
/// assert!(number.starts_with("N-") && number.len() == 11);
/// ```
pub fn contract_number(vendor: &str, chance: &Chance) -> String {
    let prefix = vendor.chars().find(char::is_ascii_alphabetic).unwrap_or('P').to_ascii_uppercase();
    let mut rest = u64::from_be_bytes(chance.bytes());
    let mut letters = String::with_capacity(8);
    for _ in 0..8 {
        letters.push(char::from(LETTERS[(rest % 30) as usize]));
        rest /= 30;
    }
    format!("{prefix}-{}-{}", &letters[..4], &letters[4..])
}
