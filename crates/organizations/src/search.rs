//! What somebody typed to find people of a team, and by which way they are found in a million of them.

use crate::queries;
use kernel::{Email, PersonId, Result, TeamId, fold};
use store::Read;

/// More of them in a search say nothing new.
const MOST_WORDS: usize = 6;

/// A User ID, a whole address, or the beginnings of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    pub person: Option<PersonId>,
    pub email: Option<Email>,
    /// Folded, in no order.
    pub words: Vec<String>,
    /// Something was typed that holds neither letters nor digits.
    is_hopeless: bool,
}

impl Search {
    pub fn parse(text: &str) -> Search {
        let text = text.trim();
        if let Ok(person) = text.to_lowercase().parse() {
            return Search { person: Some(person), ..Search::default() };
        }
        if let Ok(email) = Email::parse("q", text) {
            return Search { email: Some(email), ..Search::default() };
        }
        let mut words = fold::words(text);
        words.truncate(MOST_WORDS);
        Search { is_hopeless: words.is_empty() && !text.is_empty(), words, ..Search::default() }
    }

    /// For each word what `LIKE` finds in a line of words; signs alone are in none.
    pub fn patterns(&self) -> Vec<String> {
        match self.is_hopeless {
            true => vec![String::new()],
            false => self.words.iter().map(|word| format!("% {word}%")).collect(),
        }
    }
}

/// How the people with all words of a search are found with the least reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// No words are looked for.
    All,
    /// Few have a word that begins so, in this many rows: all of them are looked at.
    Beginning(String, i64),
    /// Many have one of these whole words; under each of them they stand in the order of the list.
    Words(Vec<String>),
    /// Many have one of very many words that begin so. Wherever one begins to walk along the list, a page of them is near.
    Crowd(String),
}

impl Way {
    /// The lists that hold everybody who is found, to be read side by side.
    pub fn parts(self) -> Vec<Along> {
        match self {
            Way::All | Way::Crowd(_) => vec![Along::List],
            Way::Beginning(word, _) => vec![Along::Beginning(word)],
            Way::Words(words) => words.into_iter().map(Along::Word).collect(),
        }
    }
}

/// What one statement walks along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Along {
    List,
    Beginning(String),
    Word(String),
}

impl Along {
    pub fn is_list(&self) -> bool {
        *self == Along::List
    }
    /// What it binds in a statement, as [`words_from`](crate::words_from) has places for it.
    pub fn bound(&self, team: TeamId) -> Vec<String> {
        match self {
            Along::List => vec![],
            Along::Beginning(word) => vec![team.to_string(), word.clone(), behind(word)],
            Along::Word(word) => vec![team.to_string(), word.clone()],
        }
    }
}

/// So many are read and sorted for one page.
pub const FEW: i64 = 4000;
/// So many words are walked along side by side.
const SIDE_BY_SIDE: i64 = 64;

/// The caller has checked the right to see the members.
pub fn way(cx: &mut Read, team: TeamId, search: &Search) -> Result<Way> {
    if search.is_hopeless {
        return Ok(Way::Words(vec![]));
    }
    let mut rarest: Option<(i64, &String)> = None;
    for word in &search.words {
        let count = queries::count_beginning(cx, team, word, FEW + 1)?;
        // Among the common ones the longest is the rarest, as far as anybody can tell without counting.
        let is_rarer = |(least, rarest): (i64, &String)| (count, rarest.len()) < (least, word.len());
        if rarest.is_none_or(is_rarer) {
            rarest = Some((count, word));
        }
    }
    let Some((count, word)) = rarest else { return Ok(Way::All) };
    if count <= FEW {
        return Ok(Way::Beginning(word.clone(), count));
    }
    let whole = queries::words_beginning(cx, team, word, SIDE_BY_SIDE + 1)?;
    match whole.len() as i64 <= SIDE_BY_SIDE {
        true => Ok(Way::Words(whole)),
        false => Ok(Way::Crowd(word.clone())),
    }
}

/// The first text behind all that begin with this.
pub(crate) fn behind(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_an_id_an_address_or_words() {
        let id = "user_01kb3q6v7me3ztkx1m1kd2yq3n";
        assert_eq!(Search::parse(&id.to_uppercase()).person.unwrap().to_string(), id);
        assert_eq!(Search::parse(" Maja@Bygg.example").email.unwrap().key(), "maja@bygg.example");
        assert_eq!(Search::parse("Öberg, maja@b").patterns(), ["% b%", "% maja%", "% oberg%"]);
        assert_eq!(Search::parse("100%").patterns(), ["% 100%"]);
        assert!(Search::parse("  ").patterns().is_empty());
    }

    #[test]
    fn signs_alone_are_found_in_no_line() {
        assert_eq!(Search::parse("%_").patterns(), [""]);
    }
}
