//! The statement behind a page of people: where it begins to read, what it tests, and in which order it answers.

use super::{
    LISTED,
    list::{Asked, Key},
};
use crate::people::{By, Listed, Standing, Step};
use kernel::{Email, GroupId, PersonId, PoolId, Result, Role};
use organizations::{Along, words_from};
use store::{Bind, Read};

/// A list that holds everybody who is asked for, and perhaps others.
#[derive(Debug, Clone)]
pub(super) enum Source {
    Team,
    Words(Along),
    Pool(PoolId),
    Group(GroupId),
    Active,
    /// Those who have not been in.
    Waiting,
    /// Those whose link works no more, in this team or when they were in it.
    Expired,
    /// Those whose invitation did not arrive.
    Failed,
    SecondaryAdmins,
    PrimaryAdmin,
    /// Who is named by a whole address or by the User ID.
    One,
}

impl Source {
    /// Whether an index has it in the order of names.
    pub fn has_order(&self) -> bool {
        match self {
            Source::Words(along) => matches!(along, Along::Word(_)),
            Source::Expired | Source::Failed | Source::One => false,
            _ => true,
        }
    }
}

/// More words of one person do not begin alike.
const ALIKE: i64 = 20;

/// What stands beside a membership `m`, apart from the person.
const INVITED: &str = " LEFT JOIN invitations i ON i.team_id = m.team_id AND i.person_id = m.person_id
     LEFT JOIN mails x ON x.id = i.mail_id";

/// `$1` is the team, `$2` the limit.
pub(super) struct Ask {
    from: String,
    conditions: String,
    params: Vec<Box<dyn Bind + Send>>,
    /// What the rows are sorted by.
    key: &'static str,
    person: &'static str,
    way: &'static str,
}

impl Ask {
    fn new(asked: &Asked<'_>, limit: i64) -> Ask {
        let way = if asked.goes_down() { "DESC" } else { "ASC" };
        let params: Vec<Box<dyn Bind + Send>> = vec![Box::new(asked.team.id), Box::new(limit)];
        let (key, person) = match asked.filter.sort.by {
            By::Name => ("m.sort_name", "m.person_id"),
            By::Seen => ("COALESCE(p.seen_at, 0)", "p.id"),
            By::Since => ("m.created_at", "m.person_id"),
        };
        Ask { from: String::new(), conditions: String::new(), params, key, person, way }
    }

    /// Along a list that has the order, as far as the page goes.
    pub fn walk(asked: &Asked<'_>, source: &Source) -> Ask {
        let mut ask = Ask::new(asked, asked.size as i64 + 1);
        let mut has_person = false;
        match source {
            Source::Words(along) => {
                ask.from = ask.words(asked, along, "") + "memberships m";
                ask.conditions += " AND m.person_id = w.person_id";
                (ask.key, ask.person) = ("w.sort_name", "w.person_id");
            }
            Source::Pool(pool) => {
                ask.from =
                    "assignments s JOIN memberships m ON m.team_id = s.team_id AND m.person_id = s.person_id"
                        .into();
                ask.also("s.pool_id = ?", *pool);
                (ask.key, ask.person) = ("s.sort_name", "s.person_id");
            }
            Source::Group(group) => {
                ask.from = "group_members g JOIN memberships m ON m.team_id = g.team_id AND m.person_id = g.person_id".into();
                ask.also("g.group_id = ?", *group);
                (ask.key, ask.person) = ("g.sort_name", "g.person_id");
            }
            _ if asked.filter.sort.by == By::Seen => {
                ask.from = "people p CROSS JOIN memberships m".into();
                has_person = true;
            }
            _ => ask.from = "memberships m".into(),
        }
        ask.tests(asked, source, has_person);
        ask.begin(asked);
        ask
    }

    /// All of a short list, sorted.
    pub fn sorted(asked: &Asked<'_>, source: &Source) -> Ask {
        let mut ask = Ask::new(asked, asked.size as i64 + 1);
        if asked.filter.sort.by == By::Name && matches!(source, Source::Words(_)) {
            (ask.key, ask.person) = ("w.sort_name", "w.person_id");
        }
        let list = match source {
            Source::Words(along) if asked.is_word_alone() => {
                // Nothing is tested afterwards: the first of the list are the page.
                let inside = ask.first_of_a_word(asked);
                ask.words(asked, along, &inside)
            }
            Source::Words(along) => ask.words(asked, along, ""),
            source => ask.list(asked, source, "") + " CROSS JOIN ",
        };
        ask.from = list + "memberships m";
        ask.conditions += " AND m.person_id = w.person_id";
        ask.tests(asked, source, false);
        ask.begin(asked);
        ask
    }

    /// Everybody who is asked for, for counting them.
    pub fn all_of(asked: &Asked<'_>, source: &Source, most: i64) -> Ask {
        let mut ask = Ask::new(asked, most);
        let list = match source {
            Source::Words(along) => ask.words(asked, along, ""),
            source => ask.list(asked, source, "") + " CROSS JOIN ",
        };
        ask.from = list + "memberships m";
        ask.conditions += " AND m.person_id = w.person_id";
        ask.tests(asked, source, false);
        ask
    }

    pub fn counted_rows(&self, cx: &mut Read) -> Result<i64> {
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT m.person_id FROM {} WHERE m.team_id = $1{} LIMIT $2) found",
            self.from, self.conditions
        );
        cx.one::<(i64,)>(&sql, &self.bound()).map(|(count,)| count)
    }

    /// How many the list holds, up to `most`.
    pub fn count(asked: &Asked<'_>, source: &Source, most: i64) -> Ask {
        let mut ask = Ask::new(asked, most);
        ask.from = ask.list(asked, source, " LIMIT $2");
        ask
    }

    /// The place so far along the list of the team, if it is that long.
    pub fn place_behind(asked: &Asked<'_>, cx: &mut Read, far: i64) -> Result<Option<(Key, PersonId)>> {
        let mut ask = Ask::new(asked, 1);
        ask.begin(asked);
        let (conditions, way) = (&ask.conditions, ask.way);
        let sql = format!(
            "SELECT m.sort_name, m.person_id FROM memberships m WHERE m.team_id = $1{conditions}
             ORDER BY m.sort_name {way}, m.person_id {way} LIMIT $2 OFFSET {far}"
        );
        let found = cx.opt::<(String, PersonId)>(&sql, &ask.bound())?;
        Ok(found.map(|(name, person)| (Key::Name(name), person)))
    }

    pub fn counted(&self, cx: &mut Read) -> Result<i64> {
        // The team stands in every list but where it is said by another id.
        let sql = format!("SELECT COUNT(*) FROM {} WHERE CAST($1 AS TEXT) <> ''", self.from);
        cx.one::<(i64,)>(&sql, &self.bound()).map(|(count,)| count)
    }

    fn words(&mut self, asked: &Asked<'_>, along: &Along, inside: &str) -> String {
        let from = words_from(along, self.params.len() + 1, inside);
        for word in along.bound(asked.team.id) {
            self.params.push(Box::new(word));
        }
        from
    }

    /// The people of the list as `w`.
    fn list(&mut self, asked: &Asked<'_>, source: &Source, limit: &str) -> String {
        let mut bound = |value: Box<dyn Bind + Send>| {
            self.params.push(value);
            self.params.len()
        };
        let list = match source {
            Source::Pool(pool) => {
                format!("SELECT s.person_id FROM assignments s WHERE s.pool_id = ${}", bound(Box::new(*pool)))
            }
            Source::Group(group) => {
                format!(
                    "SELECT g.person_id FROM group_members g WHERE g.group_id = ${}",
                    bound(Box::new(*group))
                )
            }
            Source::Active => {
                "SELECT t.person_id FROM memberships t WHERE t.team_id = $1 AND t.waits = 0".into()
            }
            Source::Waiting => {
                "SELECT t.person_id FROM memberships t WHERE t.team_id = $1 AND t.waits = 1".into()
            }
            Source::Expired => format!(
                "SELECT o.person_id FROM invitations o
                 WHERE o.team_id = $1 AND o.accepted_at IS NULL AND o.expires_at <= ${}",
                bound(Box::new(asked.now))
            ),
            Source::SecondaryAdmins => {
                "SELECT t.person_id FROM memberships t WHERE t.team_id = $1 AND t.role = 'secondary_admin'"
                    .into()
            }
            Source::PrimaryAdmin => {
                "SELECT t.person_id FROM memberships t WHERE t.team_id = $1 AND t.role = 'primary_admin'"
                    .into()
            }
            Source::Failed => format!(
                "SELECT DISTINCT o.person_id FROM mails f JOIN invitations o ON o.mail_id = f.id
                 WHERE f.organization_id = ${} AND f.status = 'failed' AND o.team_id = $1",
                bound(Box::new(asked.team.organization))
            ),
            Source::One => match (&asked.search.person, asked.search.email.as_ref().map(Email::key)) {
                (Some(person), _) => format!(
                    "SELECT n.id AS person_id FROM people n WHERE n.id = ${}",
                    bound(Box::new(*person))
                ),
                (None, email) => format!(
                    "SELECT n.id AS person_id FROM people n WHERE n.email_key = ${}",
                    bound(Box::new(email.unwrap_or_default().to_owned()))
                ),
            },
            Source::Team | Source::Words(_) => {
                "SELECT t.person_id FROM memberships t WHERE t.team_id = $1".into()
            }
        };
        format!("({list}{limit}) w")
    }

    /// The page of a word out of everybody who has it, before anything is joined to it.
    fn first_of_a_word(&mut self, asked: &Asked<'_>) -> String {
        let (key, person) = (
            std::mem::replace(&mut self.key, "b.sort_name"),
            std::mem::replace(&mut self.person, "b.person_id"),
        );
        let conditions = std::mem::take(&mut self.conditions);
        self.begin(asked);
        let inside = std::mem::replace(&mut self.conditions, conditions);
        (self.key, self.person) = (key, person);
        self.params.push(Box::new((asked.size as i64 + 1) * ALIKE));
        format!(
            "{inside} ORDER BY b.sort_name {way}, b.person_id {way} LIMIT ${}",
            self.params.len(),
            way = self.way
        )
    }

    /// Every `?` of the condition is the value.
    fn also(&mut self, condition: &str, value: impl Bind + Send + 'static) {
        self.params.push(Box::new(value));
        let place = format!("${}", self.params.len());
        self.conditions += &format!(" AND {}", condition.replace('?', &place));
    }

    fn tests(&mut self, asked: &Asked<'_>, source: &Source, has_person: bool) {
        let filter = asked.filter;
        if let Some(pool) = filter.pool.filter(|_| !matches!(source, Source::Pool(_))) {
            self.also(
                "EXISTS (SELECT 1 FROM assignments s WHERE s.pool_id = ? AND s.person_id = m.person_id)",
                pool,
            );
        }
        if let Some(group) = filter.group.filter(|_| !matches!(source, Source::Group(_))) {
            self.also(
                "EXISTS (SELECT 1 FROM group_members g WHERE g.group_id = ? AND g.person_id = m.person_id)",
                group,
            );
        }
        match filter.role {
            // Written out: there are indexes of these alone.
            Some(Role::SecondaryAdmin) => self.conditions += " AND m.role = 'secondary_admin'",
            Some(Role::PrimaryAdmin) => self.conditions += " AND m.role = 'primary_admin'",
            Some(role) => self.also("m.role = ?", role),
            None => {}
        }
        for pattern in asked.search.patterns() {
            self.also("m.words LIKE ?", pattern);
        }
        if let Some(person) = asked.search.person {
            self.also("m.person_id = ?", person);
        }
        if let Some(email) = asked.search.email.as_ref().map(Email::key) {
            self.also("m.person_id = (SELECT id FROM people WHERE email_key = ?)", email.to_owned());
        }
        self.standing(asked, has_person);
    }

    fn standing(&mut self, asked: &Asked<'_>, has_person: bool) {
        let standing = asked.filter.standing;
        let is_by_person = asked.filter.sort.by == By::Seen;
        if (standing.is_some() || is_by_person) && !has_person {
            self.from += " CROSS JOIN people p";
        }
        if standing.is_some() || is_by_person {
            self.conditions += " AND p.id = m.person_id";
        }
        if standing.is_some_and(|standing| standing != Standing::Active) {
            self.from += INVITED;
            self.conditions += " AND m.waits = 1 AND p.password_hash IS NULL";
        }
        match standing {
            None => {}
            Some(Standing::Active) => self.conditions += " AND m.waits = 0 AND p.password_hash IS NOT NULL",
            Some(Standing::Removed) => self.conditions += " AND 1 = 0",
            Some(Standing::MailFailed) => self.conditions += " AND x.status = 'failed'",
            Some(Standing::Expired) => {
                self.also("COALESCE(x.status, '') <> 'failed' AND i.expires_at <= ?", asked.now);
            }
            Some(Standing::Invited) => {
                let open =
                    "COALESCE(x.status, '') <> 'failed' AND (i.expires_at IS NULL OR i.expires_at > ?)";
                self.also(open, asked.now);
            }
        }
    }

    fn begin(&mut self, asked: &Asked<'_>) {
        let (key, sign) = (self.key, if self.way == "DESC" { "<" } else { ">" });
        if let (Step::From(letter), By::Name) = (asked.step, asked.filter.sort.by) {
            let letter = letter.to_lowercase();
            let from = if sign == "<" { super::super::behind(&letter) } else { letter };
            self.also(&format!("{key} {sign}= ?"), from);
        }
        if let Some((from, person)) = &asked.place {
            self.limit_at(sign, from, *person);
        }
    }

    /// Ends before this place.
    pub fn until(&mut self, (key, person): &(Key, PersonId)) {
        self.limit_at(if self.way == "DESC" { ">" } else { "<" }, key, *person);
    }

    fn limit_at(&mut self, sign: &str, key: &Key, person: PersonId) {
        match key {
            Key::Name(name) => self.params.push(Box::new(name.clone())),
            Key::Time(at) => self.params.push(Box::new(*at)),
        }
        self.params.push(Box::new(person));
        let n = self.params.len();
        self.conditions += &format!(" AND ({}, {}) {sign} (${}, ${n})", self.key, self.person, n - 1);
    }

    pub fn rows(&self, cx: &mut Read) -> Result<Vec<Listed>> {
        let Ask { from, conditions, key, person, way, .. } = self;
        let sql = format!(
            "SELECT {LISTED} FROM (
                SELECT m.team_id, m.person_id, m.role, m.created_at, m.sort_name, {key} AS sorted FROM {from}
                WHERE m.team_id = $1{conditions} ORDER BY {key} {way}, {person} {way} LIMIT $2
             ) m JOIN people p ON p.id = m.person_id{INVITED} ORDER BY m.sorted {way}, m.person_id {way}"
        );
        cx.all(&sql, &self.bound())
    }

    fn bound(&self) -> Vec<&dyn Bind> {
        self.params.iter().map(|param| &**param as &dyn Bind).collect()
    }
}
