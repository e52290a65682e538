//! What to call somebody of whom a list says the address alone. The person mends it in the profile.

use roster::Row;

/// Stands for the last name of who has none yet.
const UNKNOWN: &str = "–";

/// First and last name: as the row says them, else as the address does.
pub(crate) fn of(row: &Row) -> (String, String) {
    let said = |name: &Option<kernel::Name>| name.as_ref().map(ToString::to_string);
    match (said(&row.first_name), said(&row.last_name)) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => (first, UNKNOWN.to_owned()),
        (None, Some(last)) => (UNKNOWN.to_owned(), last),
        (None, None) => from_address(row.email.as_str()),
    }
}

/// `noora.aalto@bygg.example` is Noora Aalto, `noora@bygg.example` is Noora.
fn from_address(email: &str) -> (String, String) {
    let local = email.split(['@', '+']).next().unwrap_or_default();
    let mut parts =
        local.split(['.', '_', '-']).filter(|part| part.contains(char::is_alphabetic)).map(capital);
    let first = parts.next().unwrap_or_else(|| local.to_owned());
    let rest = parts.collect::<Vec<_>>().join(" ");
    (first, if rest.is_empty() { UNKNOWN.to_owned() } else { rest })
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_say_the_name() {
        let of = |email| from_address(email);
        let is = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        assert_eq!(of("noora.aalto@bygg.example"), is("Noora", "Aalto"));
        assert_eq!(of("carl_von.essen+cad@bygg.example"), is("Carl", "Von Essen"));
        assert_eq!(of("noora@bygg.example"), is("Noora", "–"));
        assert_eq!(of("007@bygg.example"), is("007", "–"));
    }
}
