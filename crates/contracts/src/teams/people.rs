//! People as an admin names them: by address, or by User ID.

use crate::{queries, refusal::Refused};
use kernel::{Email, Error, FieldError, PersonId, Result, TeamId};
use std::collections::{BTreeSet, HashMap};
use store::Read;

/// In one act.
pub(super) const MOST: usize = 10_000;

/// Addresses and User IDs out of pasted text, parted by anything that is in none.
pub fn names_in(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || ",;<>\"'()".contains(c));
    let is_name = |part: &&str| part.contains('@') || part.starts_with("user_");
    parts.filter(is_name).map(str::to_owned).collect()
}

/// All of them as members of the team; or the refusal that names those who are not.
pub(super) fn members_named(cx: &mut Read, team: TeamId, names: &[String]) -> Result<Vec<PersonId>> {
    if names.is_empty() {
        return Err(Refused::NobodyNamed.into());
    }
    if names.len() > MOST {
        return Err(Error::fields(vec![FieldError::new("people", "too-many").bound(MOST as i64)]));
    }
    let (mut keys, mut people) = (HashMap::new(), BTreeSet::new());
    let mut strangers = vec![];
    for name in names {
        match (name.parse::<PersonId>(), Email::parse("people", name)) {
            (Ok(person), _) => drop(people.insert(person)),
            (_, Ok(email)) => drop(keys.insert(email.key().to_owned(), name.clone())),
            _ => strangers.push(name.clone()),
        }
    }
    let wanted: Vec<PersonId> = people.iter().copied().collect();
    let members = organizations::going(cx, team, None, Some(&wanted))?;
    people = members.into_iter().map(|member| member.person).collect();
    strangers.extend(wanted.iter().filter(|id| !people.contains(id)).map(ToString::to_string));

    let addresses: Vec<String> = keys.keys().cloned().collect();
    for (person, key) in queries::members_by_address(cx, team, &addresses)? {
        people.insert(person);
        keys.remove(&key);
    }
    strangers.extend(keys.into_values());
    strangers.sort();
    match strangers.is_empty() {
        true => Ok(people.into_iter().collect()),
        false => Err(Refused::NotHolders { people: shown(&strangers) }.into()),
    }
}

fn shown(names: &[String]) -> String {
    let first = names.iter().take(10).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > 10 { format!("{first} ...") } else { first }
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn names_stand_in_any_text() {
        let text = "Ada Berg <ada@bygg.example>; bo@bygg.example\nuser_01 and nobody";
        assert_eq!(names_in(text), ["ada@bygg.example", "bo@bygg.example", "user_01"]);
    }
}
