//! Every SQL statement of the room.

use crate::{
    link::{Link, Purpose},
    person::{COLUMNS, NewPerson, Person, sort_name},
    staff::{ApiKeyRow, Partner},
};
use kernel::{
    ApiKeyId, Email, Lang, PartnerId, PersonId, Result, Role, Secret, TeamId, Timestamp, clock::days,
};
use store::{Bind, Command, Read, Spent};

/// Links out of mails that are a year too old. Before that a link says what became of it, and offers a new one.
pub(crate) const SPENT_LINKS: Spent =
    Spent { table: "links", key: "token_hash", over: "expires_at < $1", kept: days(365) };

pub(crate) fn person(cx: &mut Read, id: PersonId) -> Result<Person> {
    cx.one(&format!("SELECT {COLUMNS} FROM people WHERE id = $1"), &[&id])
}

/// The person as they are now, and nobody changes how they get in before this transaction ends.
pub(crate) fn held_person(cx: &mut Command, id: PersonId) -> Result<Person> {
    cx.one(&format!("SELECT {COLUMNS} FROM people WHERE id = $1 FOR NO KEY UPDATE"), &[&id])
}

pub(crate) fn person_by_email(cx: &mut Read, email: &Email) -> Result<Option<Person>> {
    cx.opt(&format!("SELECT {COLUMNS} FROM people WHERE email_key = $1"), &[&email.key()])
}

pub(crate) fn insert_person(cx: &mut Command, id: PersonId, new: &NewPerson) -> Result<bool> {
    let now = cx.now();
    let sort = sort_name(new.first_name.as_str(), new.last_name.as_str());
    let inserted = cx.execute(
        "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone, scheme, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'device', $9) ON CONFLICT (email_key) DO NOTHING",
        &[
            &id,
            &new.email.as_str(),
            &new.email.key(),
            &new.first_name.as_str(),
            &new.last_name.as_str(),
            &sort,
            &new.lang,
            &new.time_zone,
            &now,
        ],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn password_hash(cx: &mut Read, email: &Email) -> Result<Option<(PersonId, Option<String>)>> {
    cx.opt("SELECT id, password_hash FROM people WHERE email_key = $1", &[&email.key()])
}

/// Whether this is still the hash of the person's password.
pub(crate) fn is_password_hash(cx: &mut Read, person: PersonId, hash: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM people WHERE id = $1 AND password_hash = $2";
    Ok(cx.opt::<(i64,)>(sql, &[&person, &hash])?.is_some())
}

pub(crate) fn set_password(cx: &mut Command, person: PersonId, hash: &str) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE people SET password_hash = $2, verified_at = COALESCE(verified_at, $3) WHERE id = $1",
        &[&person, &hash, &now],
    )?;
    Ok(())
}

pub(crate) fn update_details(
    cx: &mut Command,
    person: PersonId,
    first: &str,
    last: &str,
    lang: Lang,
    time_zone: &str,
) -> Result<()> {
    let sort = sort_name(first, last);
    cx.execute(
        "UPDATE people SET first_name = $2, last_name = $3, sort_name = $4, language = $5, time_zone = $6 WHERE id = $1",
        &[&person, &first, &last, &sort, &lang, &time_zone],
    )?;
    Ok(())
}

pub(crate) fn set_scheme(cx: &mut Command, person: PersonId, scheme: &str) -> Result<()> {
    cx.execute("UPDATE people SET scheme = $2 WHERE id = $1", &[&person, &scheme])?;
    Ok(())
}

pub(crate) fn insert_link(cx: &mut Command, token: &Secret, link: &Link) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "INSERT INTO links (token_hash, purpose, person_id, email_key, team_id, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            &token.hash(),
            &link.purpose.name(),
            &link.person,
            &link.email_key,
            &link.team,
            &now,
            &link.expires_at,
        ],
    )?;
    Ok(())
}

/// Five hundred people a statement.
pub(crate) fn move_links(
    cx: &mut Command,
    purpose: Purpose,
    (from, to): (TeamId, TeamId),
    people: &[PersonId],
) -> Result<()> {
    let purpose = purpose.name();
    for some in people.chunks(500) {
        let mut params: Vec<&dyn Bind> = vec![&from, &to, &purpose];
        params.extend(some.iter().map(|person| person as &dyn Bind));
        let sql = format!(
            "UPDATE links SET team_id = $2 WHERE team_id = $1 AND purpose = $3 AND person_id IN ({})",
            store::places(4, some.len())
        );
        cx.execute(&sql, &params)?;
    }
    Ok(())
}

pub(crate) fn look_at_link(cx: &mut Read, token: &Secret) -> Result<Option<Link>> {
    cx.opt(
        "SELECT purpose, person_id, email_key, team_id, expires_at, used_at, revoked_at FROM links WHERE token_hash = $1",
        &[&token.hash()],
    )
}

pub(crate) fn use_link(cx: &mut Command, token: &Secret) -> Result<bool> {
    let now = cx.now();
    let used = cx.execute(
        "UPDATE links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2",
        &[&token.hash(), &now],
    )?;
    Ok(used == 1)
}

/// Ends the open links of a person, of one purpose and team or (None) all.
pub(crate) fn revoke_links(
    cx: &mut Command,
    person: PersonId,
    purpose: Option<Purpose>,
    team: Option<TeamId>,
) -> Result<()> {
    let now = cx.now();
    let purpose = purpose.map(Purpose::name);
    let team = team.map(|team| team.to_string());
    cx.execute(
        "UPDATE links SET revoked_at = $2 WHERE person_id = $1 AND used_at IS NULL AND revoked_at IS NULL
         AND (CAST($3 AS TEXT) IS NULL OR purpose = $3) AND (CAST($4 AS TEXT) IS NULL OR team_id = $4)",
        &[&person, &now, &purpose, &team],
    )?;
    Ok(())
}

pub(crate) fn has_operator(cx: &mut Read) -> Result<bool> {
    Ok(cx.opt::<(i64,)>("SELECT 1 FROM staff WHERE role = 'operator' LIMIT 1", &[])?.is_some())
}

pub(crate) fn insert_staff(
    cx: &mut Command,
    person: PersonId,
    role: Role,
    partner: Option<PartnerId>,
) -> Result<bool> {
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO staff (person_id, role, partner_id, created_at)
         SELECT $1, $2, CAST($3 AS TEXT), $4 WHERE NOT EXISTS (
            SELECT 1 FROM staff WHERE person_id = $1 AND role = $2 AND COALESCE(partner_id, '') = COALESCE(CAST($3 AS TEXT), ''))",
        &[&person, &role, &partner, &now],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn staff(cx: &mut Read, partner: Option<PartnerId>) -> Result<Vec<Person>> {
    let columns = COLUMNS.replace("id, email", "p.id, p.email");
    cx.all(
        &format!(
            "SELECT {columns} FROM staff s JOIN people p ON p.id = s.person_id
             WHERE COALESCE(s.partner_id, '') = COALESCE(CAST($1 AS TEXT), '') ORDER BY p.sort_name, p.id LIMIT 500"
        ),
        &[&partner],
    )
}

pub(crate) fn insert_partner(
    cx: &mut Command,
    id: PartnerId,
    name: &str,
    number: &str,
    desk: Option<&str>,
) -> Result<bool> {
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO partners (id, name, number, license_desk, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (number) DO NOTHING",
        &[&id, &name, &number, &desk, &now],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn insert_api_key(
    cx: &mut Command,
    id: ApiKeyId,
    token: &Secret,
    name: &str,
    partner: Option<PartnerId>,
    by: &str,
) -> Result<()> {
    let now = cx.now();
    let role = if partner.is_some() { Role::Partner } else { Role::Operator };
    cx.execute(
        "INSERT INTO api_keys (id, token_hash, name, role, partner_id, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[&id, &token.hash(), &name, &role, &partner, &by, &now],
    )?;
    Ok(())
}

/// Id, name, partner, last use.
type FoundKey = (ApiKeyId, String, Option<PartnerId>, Option<Timestamp>);

pub(crate) fn api_key(cx: &mut Read, token: &Secret) -> Result<Option<FoundKey>> {
    cx.opt(
        "SELECT id, name, partner_id, used_at FROM api_keys WHERE token_hash = $1 AND revoked_at IS NULL",
        &[&token.hash()],
    )
}

/// The partner that a key acts for, or none for the vendor's; None when it was revoked.
pub(crate) fn partner_of_key(cx: &mut Read, id: ApiKeyId) -> Result<Option<Option<PartnerId>>> {
    let found = cx.opt::<(Option<PartnerId>,)>(
        "SELECT partner_id FROM api_keys WHERE id = $1 AND revoked_at IS NULL",
        &[&id],
    )?;
    Ok(found.map(|(partner,)| partner))
}

pub(crate) fn note_person(cx: &mut Command, id: PersonId) -> Result<()> {
    let now = cx.now();
    cx.execute("UPDATE people SET seen_at = $2 WHERE id = $1", &[&id, &now])?;
    Ok(())
}

pub(crate) fn note_api_key(cx: &mut Command, id: ApiKeyId) -> Result<()> {
    let now = cx.now();
    cx.execute("UPDATE api_keys SET used_at = $2 WHERE id = $1", &[&id, &now])?;
    Ok(())
}

pub(crate) fn revoke_api_key(cx: &mut Command, id: ApiKeyId) -> Result<Option<String>> {
    let now = cx.now();
    let row = cx.returning::<(String,)>(
        "UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING name",
        &[&id, &now],
    )?;
    Ok(row.map(|(name,)| name))
}

const PARTNER: &str = "SELECT id, name, number, license_desk FROM partners";

pub(crate) fn partner(cx: &mut Read, id: PartnerId) -> Result<Partner> {
    cx.one(&format!("{PARTNER} WHERE id = $1"), &[&id])
}

pub(crate) fn partner_by_number(cx: &mut Read, number: &str) -> Result<Option<Partner>> {
    cx.opt(&format!("{PARTNER} WHERE number = $1"), &[&number])
}

pub(crate) fn partners(cx: &mut Read) -> Result<Vec<Partner>> {
    cx.all(&format!("{PARTNER} ORDER BY name, id LIMIT 1000"), &[])
}

pub(crate) fn api_keys(cx: &mut Read) -> Result<Vec<ApiKeyRow>> {
    cx.all(
        "SELECT k.id, k.name, p.name, k.created_by, k.created_at, k.used_at FROM api_keys k
         LEFT JOIN partners p ON p.id = k.partner_id WHERE k.revoked_at IS NULL ORDER BY k.id DESC LIMIT 1000",
        &[],
    )
}
