//! What letters are compared by in a search: `å` is found by `a`, `Ø` by `o`, whatever case they are written in.

use std::collections::BTreeSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// More letters of a word tell nobody apart.
const LONGEST: usize = 40;

/// Lower case without marks; a letter that is no other with a mark becomes what people type in its place.
///
/// ```
/// use kernel::fold::fold;
/// assert_eq!(fold("Åsa Ørsted-Łukaß"), "asa orsted-lukass");
/// assert_eq!(fold("ﬁle Ⅷ"), "file viii");
/// ```
pub fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    let mut folded = String::with_capacity(plain.len());
    // Lower case has marks of its own: `İ` becomes `i` and a dot.
    for letter in plain.nfkd().filter(|c| !is_combining_mark(*c)) {
        match letter {
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            other => folded.push(other),
        }
    }
    folded
}

/// The folded words of a text, each once: letters and digits that stand together. An apostrophe holds a word together.
///
/// ```
/// use kernel::fold::words;
/// assert_eq!(words("Bo.Öberg+cad@bygg"), ["bo", "bygg", "cad", "oberg"]);
/// assert_eq!(words("O’Brien, o'brien"), ["obrien"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text).replace(['\'', '’', '`'], "");
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let words: BTreeSet<String> = parts.map(|part| part.chars().take(LONGEST).collect()).collect();
    words.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_folded_stays_as_it_is(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn case_and_marks_make_no_difference(text in "[a-zåäöéüñçßæøłđþ' -]{0,30}") {
            prop_assert_eq!(words(&text.to_uppercase()), words(&text));
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text));
        }

        #[test]
        fn a_word_holds_no_sign_and_is_found_again(text in any::<String>()) {
            for word in words(&text) {
                prop_assert!(!word.is_empty() && word.chars().count() <= LONGEST);
                prop_assert!(word.chars().all(char::is_alphanumeric));
                prop_assert_eq!(words(&word), vec![word]);
            }
        }
    }
}
