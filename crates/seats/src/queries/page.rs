//! One page of a list of people, by name. Whoever is searched for leads to the list, or it is walked along.

use crate::people::{Listed, Step, Window};
use kernel::{Email, PersonId, Result, TeamId};
use organizations::{Along, Search, way, words_from};
use store::{Bind, FromRow, Read, Row};

/// A table with a row for each person.
pub(crate) struct List<'a> {
    pub team: TeamId,
    /// What is shown of a row `l` and its person `p`.
    pub columns: &'a str,
    pub table: &'a str,
    /// What holds of the rows of the list; `$1` is `of`, `$2` is taken.
    pub holds: &'a str,
    pub of: &'a dyn Bind,
}

struct Named<T> {
    sort_name: String,
    row: T,
}

impl<T: FromRow> FromRow for Named<T> {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Named { sort_name: row.take()?, row: T::from_row(row)? })
    }
}

pub(crate) fn page<T: FromRow>(
    cx: &mut Read,
    list: &List<'_>,
    window: &Window,
    person: impl Fn(&T) -> PersonId,
) -> Result<Listed<T>> {
    let search = Search::parse(&window.search);
    let parts = way(cx, list.team, &search)?.parts();
    let (name, id) = anchor(cx, window.step)?;
    let mut found = vec![];
    for along in &parts {
        let mut ask = Ask::of(list, along, &search);
        ask.begin(window.step, &name, &id);
        found.extend(ask.rows::<T>(cx, list, window)?);
    }
    if parts.len() > 1 {
        let backwards = matches!(window.step, Step::Before(_));
        let order = |one: &Named<T>, other: &Named<T>| {
            let order = one.sort_name.cmp(&other.sort_name).then(person(&one.row).cmp(&person(&other.row)));
            if backwards { order.reverse() } else { order }
        };
        found.sort_by(order);
        found.dedup_by_key(|named| person(&named.row));
        found.truncate(usize::try_from(window.size + 1).unwrap_or_default());
    }
    Ok(Listed::of(found.into_iter().map(|named| named.row).collect(), window, person))
}

/// Where the page begins. The person may have left the list since; the name still says where that was.
fn anchor(cx: &mut Read, step: Step) -> Result<(String, String)> {
    let (Step::After(person) | Step::Before(person)) = step else { return Ok(Default::default()) };
    let found = cx.opt::<(String,)>("SELECT sort_name FROM people WHERE id = $1", &[&person])?;
    Ok((found.map(|(name,)| name).unwrap_or_default(), person.to_string()))
}

/// A statement that grows: `$1` names the list, `$2` is the limit.
struct Ask {
    key: &'static str,
    from: String,
    wheres: String,
    params: Vec<Box<dyn Bind + Send>>,
    way: &'static str,
}

impl Ask {
    fn of(list: &List<'_>, along: &Along, search: &Search) -> Ask {
        let mut params: Vec<Box<dyn Bind + Send>> = vec![];
        let (mut key, mut from, mut wheres) = ("l", String::new(), list.holds.to_owned());
        if !along.is_list() {
            (key, from) = ("w", words_from(along, 3, ""));
            wheres += " AND l.person_id = w.person_id";
            params.extend(
                along.bound(list.team).into_iter().map(|word| Box::new(word) as Box<dyn Bind + Send>),
            );
        }
        from += list.table;
        let patterns = search.patterns();
        if !patterns.is_empty() {
            from += " CROSS JOIN memberships m";
            wheres += " AND m.team_id = l.team_id AND m.person_id = l.person_id";
        }
        let mut ask = Ask { key, from, wheres, params, way: "ASC" };
        for pattern in patterns {
            ask.also("m.words LIKE ?", pattern);
        }
        if let Some(person) = search.person {
            ask.also("l.person_id = ?", person);
        }
        if let Some(email) = search.email.as_ref().map(Email::key) {
            ask.also("l.person_id = (SELECT id FROM people WHERE email_key = ?)", email.to_owned());
        }
        ask
    }

    fn also(&mut self, condition: &str, value: impl Bind + Send + 'static) {
        self.params.push(Box::new(value));
        self.wheres += &format!(" AND {}", condition.replace('?', &format!("${}", self.params.len() + 2)));
    }

    fn begin(&mut self, step: Step, name: &str, id: &str) {
        let sign = match step {
            Step::First => return,
            Step::After(_) => ">",
            Step::Before(_) => "<",
        };
        if sign == "<" {
            self.way = "DESC";
        }
        self.params.push(Box::new(name.to_owned()));
        self.params.push(Box::new(id.to_owned()));
        let (key, n) = (self.key, self.params.len() + 2);
        self.wheres += &format!(" AND ({key}.sort_name, {key}.person_id) {sign} (${}, ${n})", n - 1);
    }

    fn rows<T: FromRow>(&self, cx: &mut Read, list: &List<'_>, window: &Window) -> Result<Vec<Named<T>>> {
        let Ask { key, from, wheres, way, .. } = self;
        let sql = format!(
            "SELECT {key}.sort_name, {} FROM {from} CROSS JOIN people p WHERE {wheres} AND p.id = l.person_id
             ORDER BY {key}.sort_name {way}, {key}.person_id {way} LIMIT $2",
            list.columns
        );
        let limit = window.size + 1;
        let mut params: Vec<&dyn Bind> = vec![list.of, &limit];
        params.extend(self.params.iter().map(|param| &**param as &dyn Bind));
        cx.all(&sql, &params)
    }
}
