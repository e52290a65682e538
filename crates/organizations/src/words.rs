//! The words by which a member is found: those of the name and of the address, without its last part.

use crate::queries;
use kernel::{PersonId, Result, TeamId, fold};
use serde::{Deserialize, Serialize};
use store::{Command, Done, Job, Work};

/// A name can be long; nobody looks for its twentieth word.
const MOST: usize = 20;

/// Folded, each once.
pub(crate) fn words_of(first_name: &str, last_name: &str, email: &str) -> Vec<String> {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let domain = domain.rsplit_once('.').map_or("", |(domain, _)| domain);
    let mut words = fold::words(&format!("{first_name} {last_name} {local} {domain}"));
    words.truncate(MOST);
    words
}

/// ` ada berg bygg`: each word begins behind a space.
pub(crate) fn line(words: &[String]) -> String {
    words.iter().map(|word| format!(" {word}")).collect()
}

/// So many members a turn.
const AT_ONCE: i64 = 200;

/// Those who were members before there were words get theirs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct FillWords {
    /// Those who have left come last.
    pub removed: bool,
    pub after: Option<(TeamId, PersonId)>,
}

impl Job for FillWords {
    const KIND: &'static str = "organizations.fill-words";
}

pub(crate) async fn fill(work: Work, job: FillWords) -> Result<Done> {
    let turn = move |cx: &mut Command| {
        cx.quiet();
        let list = if job.removed { queries::Wordless::Removed } else { queries::Wordless::Members };
        let found = queries::wordless(cx, list, job.after, AT_ONCE)?;
        for member in &found {
            // Held, so that nobody changes the name between the reading of it and the writing of its words.
            let held = accounts::held_person(cx, member.person)?;
            let words = words_of(&held.first_name, &held.last_name, &held.email);
            queries::fill_words(cx, list, member, &words)?;
        }
        match found.last() {
            Some(last) => cx.enqueue(&FillWords { after: Some((last.team, last.person)), ..job }),
            None if !job.removed => cx.enqueue(&FillWords { removed: true, after: None }),
            None => return Ok(()),
        };
        Ok(())
    };
    work.db.command(&work.actor("organizations.fill-words"), turn).await?;
    Ok(Done::Finished)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_name_and_address_are_found() {
        let words = words_of("Åsa-Lisa", "Ørsted", "Asa.Orsted+cad@ritkontor.bygg.example");
        assert_eq!(words, ["asa", "bygg", "cad", "lisa", "orsted", "ritkontor"]);
        assert_eq!(line(&words), " asa bygg cad lisa orsted ritkontor");
    }
}
