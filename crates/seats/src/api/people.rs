//! People as callers name them.

use crate::queries;
use kernel::{Email, Error, FieldError, PersonId, Result, TeamId};
use store::Read;

/// User IDs and addresses as people. An address is looked for among the members of the team alone, so that the
/// answer does not tell who has an account elsewhere. The caller has required the right to see them.
pub(super) fn named(cx: &mut Read, team: TeamId, texts: &[String], most: usize) -> Result<Vec<PersonId>> {
    if texts.len() > most {
        return Err(Error::fields(vec![FieldError::new("people", "too-many").bound(most as i64)]));
    }
    let mut people = Vec::with_capacity(texts.len());
    let mut errors = vec![];
    for (at, text) in texts.iter().enumerate() {
        let field = format!("people.{at}");
        let found = match (text.trim().parse(), Email::parse(&field, text)) {
            (Ok(id), _) => Ok(id),
            (_, Ok(email)) => {
                queries::member_named(cx, team, &email)?.ok_or_else(|| FieldError::new(&field, "unknown"))
            }
            (_, Err(error)) => Err(error),
        };
        match found {
            Ok(id) => people.push(id),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(people) } else { Err(Error::fields(errors)) }
}
