//! Addresses as people write them, and how one that cannot be taken could be mended.

use crate::{Fault, Field};
use kernel::{Email, person::is_unreadable};

/// The name and the address of `Noora Aalto <noora@x.example>`; without brackets there is no name.
pub(crate) fn parts(cell: &str) -> (&str, &str) {
    let bracketed = cell.trim().strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
    let quoted = |c: char| c.is_whitespace() || c == '"';
    bracketed.map_or(("", cell), |(name, address)| (name.trim_matches(quoted), address))
}

pub(crate) fn read(text: &str) -> Result<Email, Fault> {
    Email::parse(Field::Email.code(), text).map_err(|error| {
        let several = words(text).filter(|word| is_address(word)).count() > 1;
        match error.code {
            "email-form" if several => Fault::new(Field::Email, "email-several"),
            _ => Fault { suggestion: mended(text), ..Fault::of(Field::Email, &error) },
        }
    })
}

pub(crate) fn is_address(text: &str) -> bool {
    Email::parse("", text).is_ok()
}

/// How much a cell looks like an address: not at all, with an @, as one that we can mend, as one that is right.
pub(crate) fn likeness(cell: &str) -> usize {
    let (_, address) = parts(cell);
    match address.contains('@') {
        false => 0,
        true if is_address(address) => 4,
        true if mended(address).is_some() => 2,
        true => 1,
    }
}

/// The address that was probably meant. Letters are never guessed at, only signs that slip in.
pub(crate) fn mended(text: &str) -> Option<String> {
    if text.len() > 4 * Email::MAX {
        return None;
    }
    let seen: String = text.chars().filter(|c| !is_unreadable(*c)).collect();
    let mut candidates = words(&seen).filter(|word| word.contains('@')).filter_map(without_slips);
    if let Some(only) = candidates.next() {
        return Some(only).filter(|_| candidates.next().is_none());
    }
    without_slips(&closed_up(&seen))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || ";<>".contains(c)).flat_map(|word| {
        let word = word.trim_matches(',');
        // Two addresses with a comma between them are two words, one with a comma in it is one.
        let apart = word.split(',').filter(|part| part.contains('@')).count() > 1;
        word.split(move |c| apart && c == ',')
    })
}

/// Without the spaces around `@` and the dots.
fn closed_up(text: &str) -> String {
    let mut closed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["@", ".", ","] {
        closed = closed.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    closed
}

fn without_slips(text: &str) -> Option<String> {
    let edge = |c: char| c.is_whitespace() || "<>()[]\"'.,:;".contains(c);
    let mut text = text.trim_matches(edge);
    if let Some((_, rest)) = text.split_once(':').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("mailto"))
    {
        text = rest;
    }
    let (local, domain) = text.split_once('@')?;
    let domain = domain.trim_start_matches('@').replace([',', ';', ':'], ".");
    let once = |text: &str| text.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
    let address = format!("{}@{}", once(local), once(&domain));
    is_address(&address).then_some(address)
}
