//! The SQL of contract managers and of applications to become one.

use crate::takeover::{Answer, Document, DocumentKind, Outcome, Party, Takeover};
use kernel::{ContractId, OrganizationId, PartnerId, PersonId, Result, Role, TakeoverId, TeamId, Timestamp};
use store::{Bind, Command, Read};

const TAKEOVER: &str = "SELECT k.id, c.id, c.number, g.id, g.name, c.time_zone, c.partner_id,
       a.id, a.first_name, a.last_name, a.email, m.id, m.first_name, m.last_name, m.email,
       k.reason, k.applied_at, k.answer_by, k.answer, k.answered_at, k.answer_note,
       k.outcome, k.ended_at, k.ended_by, k.outcome_note, d.name, d.size
     FROM takeovers k
     JOIN contracts c ON c.id = k.contract_id
     JOIN organizations g ON g.id = c.organization_id
     JOIN people a ON a.id = k.applicant_id
     JOIN people m ON m.id = k.manager_id
     JOIN takeover_documents d ON d.takeover_id = k.id";

/// Holds off everybody else who would change the manager or an application, until the commit.
pub(crate) fn lock_contract(cx: &mut Command, id: ContractId) -> Result<()> {
    cx.one::<(ContractId,)>("SELECT id FROM contracts WHERE id = $1 FOR UPDATE", &[&id]).map(|_| ())
}

pub(crate) fn takeover(cx: &mut Read, id: TakeoverId) -> Result<Takeover> {
    cx.one(&format!("{TAKEOVER} WHERE k.id = $1"), &[&id])
}

pub(crate) fn contract_of(cx: &mut Read, id: TakeoverId) -> Result<ContractId> {
    Ok(cx.one::<(ContractId,)>("SELECT contract_id FROM takeovers WHERE id = $1", &[&id])?.0)
}

pub(crate) fn open_of(cx: &mut Read, contract: ContractId) -> Result<Option<Takeover>> {
    cx.opt(&format!("{TAKEOVER} WHERE k.contract_id = $1 AND k.outcome IS NULL"), &[&contract])
}

/// The open ones of which the person is a side, oldest first.
pub(crate) fn open_with(cx: &mut Read, person: PersonId) -> Result<Vec<Takeover>> {
    cx.all(
        &format!(
            "{TAKEOVER} WHERE k.outcome IS NULL AND (k.manager_id = $1 OR k.applicant_id = $1)
             ORDER BY k.id LIMIT 20"
        ),
        &[&person],
    )
}

/// The applications of a contract, newest first.
pub(crate) fn takeovers_of(cx: &mut Read, contract: ContractId, limit: i64) -> Result<Vec<Takeover>> {
    cx.all(&format!("{TAKEOVER} WHERE k.contract_id = $1 ORDER BY k.id DESC LIMIT $2"), &[&contract, &limit])
}

/// The open ones at all, or those at contracts of these partners; oldest first.
pub(crate) fn open_takeovers(
    cx: &mut Read,
    partners: Option<&[PartnerId]>,
    after: Option<TakeoverId>,
    limit: i64,
) -> Result<Vec<Takeover>> {
    let mut params: Vec<&dyn Bind> = vec![&limit];
    let mut wheres = String::from("k.outcome IS NULL");
    if let Some(after) = &after {
        params.push(after);
        wheres += " AND k.id > $2";
    }
    if let Some(partners) = partners {
        wheres += &format!(" AND c.partner_id IN ({})", store::places(params.len() + 1, partners.len()));
        params.extend(partners.iter().map(|partner| partner as &dyn Bind));
    }
    cx.all(&format!("{TAKEOVER} WHERE {wheres} ORDER BY k.id LIMIT $1"), &params)
}

pub(crate) struct NewTakeover<'a> {
    pub id: TakeoverId,
    pub contract: ContractId,
    pub applicant: PersonId,
    pub manager: PersonId,
    pub reason: &'a str,
    pub answer_by: Timestamp,
    pub document: &'a Document,
}

/// Whether no other application of the contract was open.
pub(crate) fn insert_takeover(cx: &mut Command, new: &NewTakeover<'_>) -> Result<bool> {
    let now = cx.now();
    let inserted = cx.execute(
        "INSERT INTO takeovers (id, contract_id, applicant_id, manager_id, reason, applied_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        &[&new.id, &new.contract, &new.applicant, &new.manager, &new.reason, &now, &new.answer_by],
    )?;
    if inserted == 0 {
        return Ok(false);
    }
    let document = new.document;
    cx.execute(
        "INSERT INTO takeover_documents (takeover_id, name, kind, size, sha256, content)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            &new.id,
            &document.name.as_str(),
            &document.kind.name(),
            &(document.content.len() as i64),
            &document.sha256,
            &document.content,
        ],
    )?;
    Ok(true)
}

/// Name, kind and content.
pub(crate) fn document(cx: &mut Read, id: TakeoverId) -> Result<(String, String, Vec<u8>)> {
    cx.one("SELECT name, kind, content FROM takeover_documents WHERE takeover_id = $1", &[&id])
}

pub(crate) fn document_sha256(cx: &mut Read, id: TakeoverId) -> Result<String> {
    Ok(cx.one::<(String,)>("SELECT sha256 FROM takeover_documents WHERE takeover_id = $1", &[&id])?.0)
}

pub(crate) fn set_answer(cx: &mut Command, id: TakeoverId, answer: Answer, note: &str) -> Result<()> {
    let now = cx.now();
    cx.execute(
        "UPDATE takeovers SET answer = $2, answered_at = $3, answer_note = $4 WHERE id = $1 AND answer IS NULL",
        &[&id, &answer.name(), &now, &note],
    )?;
    Ok(())
}

pub(crate) fn set_outcome(cx: &mut Command, id: TakeoverId, outcome: Outcome, note: &str) -> Result<()> {
    let (now, by) = (cx.now(), cx.actor().label.clone());
    cx.execute(
        "UPDATE takeovers SET outcome = $2, ended_at = $3, ended_by = $4, outcome_note = $5
         WHERE id = $1 AND outcome IS NULL",
        &[&id, &outcome.name(), &now, &by, &note],
    )?;
    Ok(())
}

/// Whether nobody had reminded the manager.
pub(crate) fn remind(cx: &mut Command, id: TakeoverId) -> Result<bool> {
    let now = cx.now();
    let reminded = cx.execute(
        "UPDATE takeovers SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL",
        &[&id, &now],
    )?;
    Ok(reminded == 1)
}

/// What lists are searched by follows: the orders are found by the new name as well.
pub(crate) fn set_manager(cx: &mut Command, contract: ContractId, to: &Party) -> Result<()> {
    cx.execute("UPDATE contracts SET manager_id = $2 WHERE id = $1", &[&contract, &to.id])?;
    let words = format!(" {} {}", to.name(), to.email).to_lowercase();
    cx.execute(
        "UPDATE orders SET search_text = search_text || $2 WHERE contract_id = $1",
        &[&contract, &words],
    )?;
    Ok(())
}

/// Whether the person is primary admin of a team with seats of the contract that have not ended.
pub(crate) fn is_primary_admin(cx: &mut Read, contract: ContractId, person: PersonId) -> Result<bool> {
    let found = cx.opt::<(i64,)>(
        "SELECT 1 FROM subscriptions s JOIN memberships m ON m.team_id = s.team_id
         WHERE s.contract_id = $1 AND s.ended_at IS NULL AND m.person_id = $2 AND m.role = $3 LIMIT 1",
        &[&contract, &person, &Role::PrimaryAdmin],
    )?;
    Ok(found.is_some())
}

/// The teams with seats of the contract that have not ended.
pub(crate) fn teams_of(cx: &mut Read, contract: ContractId) -> Result<Vec<TeamId>> {
    let found = cx.all::<(TeamId,)>(
        "SELECT DISTINCT team_id FROM subscriptions
         WHERE contract_id = $1 AND ended_at IS NULL AND team_id IS NOT NULL ORDER BY team_id",
        &[&contract],
    )?;
    Ok(found.into_iter().map(|(team,)| team).collect())
}

/// The contracts with seats in these teams that somebody else manages, newest first.
pub(crate) fn contracts_behind(cx: &mut Read, teams: &[TeamId], but: PersonId) -> Result<Vec<ContractId>> {
    let mut params: Vec<&dyn Bind> = vec![&but];
    params.extend(teams.iter().map(|team| team as &dyn Bind));
    let found = cx.all::<(ContractId,)>(
        &format!(
            "SELECT DISTINCT c.id FROM contracts c JOIN subscriptions s ON s.contract_id = c.id
             WHERE s.ended_at IS NULL AND c.manager_id <> $1 AND s.team_id IN ({})
             ORDER BY c.id DESC LIMIT 200",
            store::places(2, teams.len())
        ),
        &params,
    )?;
    Ok(found.into_iter().map(|(contract,)| contract).collect())
}

const PARTY: &str = "SELECT p.id, p.first_name, p.last_name, p.email FROM people p";

/// The person if a member of any team of the organization, by User ID or by the key of the address.
pub(crate) fn colleague(cx: &mut Read, organization: OrganizationId, named: &str) -> Result<Option<Party>> {
    cx.opt(
        &format!(
            "{PARTY} WHERE (p.id = $2 OR p.email_key = $2) AND EXISTS (SELECT 1 FROM memberships m
                JOIN teams t ON t.id = m.team_id WHERE m.person_id = p.id AND t.organization_id = $1)"
        ),
        &[&organization, &named],
    )
}

/// The admins of the organization's teams, to choose from.
pub(crate) fn admins_of(cx: &mut Read, organization: OrganizationId, limit: i64) -> Result<Vec<Party>> {
    cx.all(
        &format!(
            "{PARTY} WHERE p.id IN (SELECT m.person_id FROM memberships m JOIN teams t ON t.id = m.team_id
                WHERE t.organization_id = $1 AND m.role IN ('primary_admin', 'secondary_admin'))
             ORDER BY p.sort_name, p.id LIMIT $2"
        ),
        &[&organization, &limit],
    )
}

pub(crate) fn document_kind(name: &str) -> Result<DocumentKind> {
    DocumentKind::from_name(name)
        .ok_or_else(|| kernel::Error::fault(format!("a row holds the unknown kind {name}")))
}
