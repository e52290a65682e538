//! The people of a team: any page of a million by one range of an index.

use super::behind;
use crate::people::{Detail, Filter, Listed, PeoplePage, Standing, Step, TeamFacts};
use kernel::{Email, GroupId, MailId, OrganizationId, PersonId, PoolId, Result, TeamId, Timestamp};
use notifications::Status;
use store::{Bind, FromRow, Read, Row};

impl FromRow for TeamFacts {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(TeamFacts {
            id: row.take()?,
            name: row.take()?,
            organization: row.take()?,
            organization_name: row.take()?,
            people: row.take()?,
        })
    }
}

pub(crate) fn team(cx: &mut Read, team: TeamId) -> Result<TeamFacts> {
    cx.one(
        "SELECT t.id, t.name, o.id, o.name, t.people
         FROM teams t JOIN organizations o ON o.id = t.organization_id WHERE t.id = $1",
        &[&team],
    )
}

const LISTED: &str = "p.id, p.first_name, p.last_name, p.email, m.role, m.sort_name, m.created_at, p.seen_at,
    CASE WHEN p.password_hash IS NULL THEN 0 ELSE 1 END, i.expires_at, x.status";

/// What stands beside a membership `m`.
const BESIDE: &str = " JOIN people p ON p.id = m.person_id
     LEFT JOIN invitations i ON i.team_id = m.team_id AND i.person_id = m.person_id
     LEFT JOIN mails x ON x.id = i.mail_id";

impl FromRow for Listed {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Listed {
            person: row.take()?,
            first_name: row.take()?,
            last_name: row.take()?,
            email: row.take()?,
            role: row.take()?,
            sort_name: row.take()?,
            since: row.take()?,
            seen_at: row.take()?,
            has_password: row.take()?,
            invitation_ends: row.take()?,
            mail_status: row.take()?,
        })
    }
}

/// The page is found by its keys alone; the people are joined to the few rows that were found.
pub(crate) fn people(
    cx: &mut Read,
    team: TeamId,
    filter: &Filter,
    step: &Step,
    size: usize,
) -> Result<PeoplePage> {
    let now = cx.now();
    let place = place_of(cx, team, filter, step)?;
    let mut ask = Ask::new(team, size as i64 + 1);
    // The list whose order is walked along.
    let key = match filter {
        Filter { pool: Some(_), .. } => "s",
        Filter { group: Some(_), .. } => "g",
        _ => "m",
    };
    ask.filter(filter, key, now);
    let way = ask.from(key, step, place);

    let from = match key {
        "s" => "assignments s JOIN memberships m ON m.team_id = s.team_id AND m.person_id = s.person_id",
        "g" => "group_members g JOIN memberships m ON m.team_id = g.team_id AND m.person_id = g.person_id",
        _ => "memberships m",
    };
    let beside = if filter.standing.is_some() { BESIDE } else { "" };
    let sql = format!(
        "SELECT {LISTED} FROM (
            SELECT m.team_id, m.person_id, m.role, m.created_at, {key}.sort_name FROM {from}{beside}
            WHERE m.team_id = $1{} ORDER BY {key}.sort_name {way}, {key}.person_id {way} LIMIT $2
         ) m{BESIDE} ORDER BY m.sort_name {way}, m.person_id {way}",
        ask.conditions
    );
    let params: Vec<&dyn Bind> = ask.params.iter().map(|param| &**param as &dyn Bind).collect();
    Ok(PeoplePage::of(cx.all(&sql, &params)?, step, size))
}

/// The sort name of the person at whom the page begins; None when that person is gone, and it begins at the top.
fn place_of(cx: &mut Read, team: TeamId, filter: &Filter, step: &Step) -> Result<Option<(String, PersonId)>> {
    let (Step::After(person) | Step::Before(person)) = step else { return Ok(None) };
    let found: Option<(String,)> = match (filter.pool, filter.group) {
        (Some(pool), _) => cx.opt(
            "SELECT sort_name FROM assignments WHERE pool_id = $1 AND person_id = $2",
            &[&pool, person],
        )?,
        (None, Some(group)) => cx.opt(
            "SELECT sort_name FROM group_members WHERE group_id = $1 AND person_id = $2",
            &[&group, person],
        )?,
        (None, None) => cx.opt(
            "SELECT sort_name FROM memberships WHERE team_id = $1 AND person_id = $2",
            &[&team, person],
        )?,
    };
    Ok(found.map(|(name,)| (name, *person)))
}

/// A WHERE clause that grows, with what is bound in it. `$1` is the team, `$2` the limit.
struct Ask {
    conditions: String,
    params: Vec<Box<dyn Bind + Send>>,
}

impl Ask {
    fn new(team: TeamId, limit: i64) -> Self {
        Ask { conditions: String::new(), params: vec![Box::new(team), Box::new(limit)] }
    }
    /// Every `?` of the condition is the value.
    fn also(&mut self, condition: &str, value: impl Bind + Send + 'static) {
        self.params.push(Box::new(value));
        let place = format!("${}", self.params.len());
        self.conditions += &format!(" AND {}", condition.replace('?', &place));
    }

    fn filter(&mut self, filter: &Filter, key: &str, now: Timestamp) {
        if let Some(pool) = filter.pool {
            self.also("s.pool_id = ?", pool);
        }
        match filter.group {
            Some(group) if key == "g" => self.also("g.group_id = ?", group),
            Some(group) => {
                let among = "EXISTS (SELECT 1 FROM group_members g WHERE g.group_id = ? AND g.person_id = m.person_id)";
                self.also(among, group);
            }
            None => {}
        }
        if let Some(role) = filter.role {
            self.also("m.role = ?", role);
        }
        match filter.standing {
            None => {}
            Some(Standing::Active) => self.conditions += " AND p.password_hash IS NOT NULL",
            Some(Standing::MailFailed) => {
                self.conditions += " AND p.password_hash IS NULL AND x.status = 'failed'";
            }
            Some(Standing::Expired) => {
                self.conditions += " AND p.password_hash IS NULL AND COALESCE(x.status, '') <> 'failed'";
                self.also("i.expires_at <= ?", now);
            }
            Some(Standing::Invited) => {
                self.conditions += " AND p.password_hash IS NULL AND COALESCE(x.status, '') <> 'failed'";
                self.also("(i.expires_at IS NULL OR i.expires_at > ?)", now);
            }
        }
        self.search(filter.search.trim(), key);
    }

    /// A User ID, a whole address, the beginning of one, or words of the name: what an index answers, or at worst one
    /// walk along the names of the team.
    fn search(&mut self, search: &str, key: &str) {
        let search = search.to_lowercase();
        if search.is_empty() {
            return;
        }
        if let Ok(person) = search.parse::<PersonId>() {
            return self.also(&format!("{key}.person_id = ?"), person);
        }
        if let Ok(email) = Email::parse("q", &search) {
            let own = format!("{key}.person_id = (SELECT id FROM people WHERE email_key = ?)");
            return self.also(&own, email.key().to_owned());
        }
        let mut words = String::from("1 = 1");
        for word in search.split_whitespace().take(4) {
            self.params.push(Box::new(format!("%{}%", store::escaped_like(word))));
            words += &format!(" AND {key}.sort_name LIKE ${} ESCAPE '\\'", self.params.len());
        }
        if search.len() >= 3 && !search.contains(char::is_whitespace) {
            let end = behind(&search);
            self.params.push(Box::new(search));
            self.params.push(Box::new(end));
            let n = self.params.len();
            words += &format!(
                " OR {key}.person_id IN (SELECT id FROM people WHERE email_key >= ${} AND email_key < ${n} LIMIT 500)",
                n - 1
            );
        }
        self.conditions += &format!(" AND ({words})");
    }

    /// Begins at the step; the direction to walk in.
    fn from(&mut self, key: &str, step: &Step, place: Option<(String, PersonId)>) -> &'static str {
        let backwards = matches!(step, Step::Before(_));
        if let Step::From(letter) = step {
            self.also(&format!("{key}.sort_name >= ?"), letter.to_lowercase());
        }
        if let Some((name, person)) = place {
            let sign = if backwards { "<" } else { ">" };
            self.params.push(Box::new(name));
            self.params.push(Box::new(person));
            let n = self.params.len();
            self.conditions += &format!(" AND ({key}.sort_name, {key}.person_id) {sign} (${}, ${n})", n - 1);
        }
        if backwards { "DESC" } else { "ASC" }
    }
}

impl FromRow for Detail {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Detail {
            listed: Listed::from_row(row)?,
            lang: row.take()?,
            invited_at: row.take()?,
            mail_answer: row.take()?,
        })
    }
}

/// Not found for those who are not of the team.
pub(crate) fn detail(cx: &mut Read, team: TeamId, person: PersonId) -> Result<Detail> {
    cx.one(
        &format!(
            "SELECT {LISTED}, p.language, i.sent_at, x.answer FROM memberships m{BESIDE}
             WHERE m.team_id = $1 AND m.person_id = $2"
        ),
        &[&team, &person],
    )
}

/// A mail to a person, for the panel.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub id: MailId,
    pub subject: String,
    pub to: String,
    pub status: Status,
    pub answer: Option<String>,
    pub at: Timestamp,
}

impl FromRow for Letter {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Letter {
            id: row.take()?,
            subject: row.take()?,
            to: row.take()?,
            status: row.take()?,
            answer: row.take()?,
            at: row.take()?,
        })
    }
}

/// The newest mails from the organization to the person.
pub(crate) fn letters_to(
    cx: &mut Read,
    organization: OrganizationId,
    person: PersonId,
) -> Result<Vec<Letter>> {
    cx.all(
        "SELECT id, subject, to_address, status, answer, changed_at FROM mails
         WHERE person_id = $1 AND organization_id = $2 ORDER BY id DESC LIMIT 50",
        &[&person, &organization],
    )
}

/// The pools of a team, for the filter by product: id, product, offering.
pub(crate) fn pool_names(cx: &mut Read, team: TeamId) -> Result<Vec<(PoolId, String, String)>> {
    cx.all(
        "SELECT po.id, p.name, f.name FROM pools po
         JOIN products p ON p.id = po.product_id JOIN offerings f ON f.id = po.offering_id
         WHERE po.team_id = $1 ORDER BY p.name, f.name, po.id",
        &[&team],
    )
}

/// The groups of a team, by name.
pub(crate) fn group_names(cx: &mut Read, team: TeamId) -> Result<Vec<(GroupId, String)>> {
    cx.all("SELECT id, name FROM groups WHERE team_id = $1 ORDER BY name_key", &[&team])
}
