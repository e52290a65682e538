//! A page of the people of a team, as quick out of a million as out of a thousand: along an index that has the order of
//! the list, or out of so few that sorting them costs nothing.

use super::ask::{Ask, Source};
use crate::{
    people::{By, Filter, Listed, PeoplePage, Standing, Step, TeamFacts},
    queries,
};
use kernel::{PersonId, Result, Role, TeamId, Timestamp};
use organizations::{Along, FEW, Search, Way, way};
use store::Read;

/// So far a list is walked along for a crowd, before the names of all of the crowd are sorted.
const NEAR: i64 = 5000;

/// What a page is asked for by, and where it begins.
pub(super) struct Asked<'a> {
    pub team: TeamFacts,
    pub filter: &'a Filter,
    pub search: Search,
    pub step: &'a Step,
    pub place: Option<(Key, PersonId)>,
    pub size: usize,
    pub now: Timestamp,
}

/// What a row is sorted by, besides its person.
#[derive(Debug, Clone)]
pub(super) enum Key {
    Name(String),
    Time(Timestamp),
}

pub(crate) fn people(
    cx: &mut Read,
    team: TeamId,
    filter: &Filter,
    step: &Step,
    size: usize,
) -> Result<PeoplePage> {
    let (team, now) = (queries::team(cx, team)?, cx.now());
    let place = place(cx, team.id, filter, step)?;
    let search = Search::parse(&filter.search);
    let asked = Asked { team, filter, search, step, place, size, now };
    let rows = asked.rows(cx)?;
    Ok(PeoplePage::of(rows, step, size, filter.sort.by))
}

/// How many the filter finds, counted up to `most`.
pub(crate) fn count_people(cx: &mut Read, team: &TeamFacts, filter: &Filter, most: i64) -> Result<i64> {
    if !filter.is_set() {
        return Ok(team.people.min(most));
    }
    let search = Search::parse(&filter.search);
    let (team, now, step) = (team.clone(), cx.now(), &Step::First);
    let asked = Asked { team, filter, search, step, place: None, size: 0, now };
    let way = way(cx, asked.team.id, &asked.search)?;
    let list = match asked.fewest(cx, &way)? {
        Some(few) => few,
        None => asked.orders().pop().unwrap_or(Source::Team),
    };
    Ask::all_of(&asked, &list, most).counted_rows(cx)
}

/// The place at which the page begins. The person may have left the list since: the name still says where that was.
fn place(cx: &mut Read, team: TeamId, filter: &Filter, step: &Step) -> Result<Option<(Key, PersonId)>> {
    let (Step::After(mark) | Step::Before(mark)) = step else { return Ok(None) };
    let key = match (filter.sort.by, mark.at) {
        (By::Name, _) => cx
            .opt::<(String,)>(
                "SELECT COALESCE((SELECT m.sort_name FROM memberships m WHERE m.team_id = $1 AND m.person_id = $2),
                    p.sort_name) FROM people p WHERE p.id = $2",
                &[&team, &mark.person],
            )?
            .map(|(name,)| Key::Name(name)),
        (_, at) => at.map(Key::Time),
    };
    Ok(key.map(|key| (key, mark.person)))
}

impl Asked<'_> {
    fn rows(&self, cx: &mut Read) -> Result<Vec<Listed>> {
        let way = way(cx, self.team.id, &self.search)?;
        let few = self.fewest(cx, &way)?;
        if self.filter.sort.by != By::Name {
            return match few {
                Some(few) => Ask::sorted(self, &few).rows(cx),
                None => Ask::walk(self, &Source::Team).rows(cx),
            };
        }
        match (few, way) {
            (Some(few), _) if few.has_order() => Ask::walk(self, &few).rows(cx),
            (Some(few), _) => Ask::sorted(self, &few).rows(cx),
            (None, Way::Words(words)) => self.side_by_side(cx, words),
            (None, way) => match (self.orders().pop(), way) {
                (Some(list), _) => Ask::walk(self, &list).rows(cx),
                (None, Way::Crowd(word)) => self.crowd(cx, word),
                (None, _) => Ask::walk(self, &Source::Team).rows(cx),
            },
        }
    }

    /// Of the lists that hold everybody who is asked for, the shortest, if it is short.
    fn fewest(&self, cx: &mut Read, way: &Way) -> Result<Option<Source>> {
        let mut lists = self.orders();
        match self.filter.standing {
            Some(Standing::MailFailed) => lists.push(Source::Failed),
            Some(Standing::Expired) => lists.push(Source::Expired),
            _ => {}
        }
        if self.search.person.is_some() || self.search.email.is_some() {
            lists.push(Source::One);
        }
        if self.filter.sort.by != By::Name && self.team.people <= FEW {
            lists.push(Source::Team);
        }
        if self.filter.sort.by == By::Name
            && *way == Way::All
            && lists.iter().all(Source::has_order)
            && lists.len() < 2
        {
            return Ok(None);
        }
        let mut fewest = match way {
            Way::Beginning(word, rows) => Some((*rows, Source::Words(Along::Beginning(word.clone())))),
            _ => None,
        };
        for list in lists {
            let count = Ask::count(self, &list, FEW + 1).counted(cx)?;
            if count <= FEW && fewest.as_ref().is_none_or(|(least, _)| count < *least) {
                fewest = Some((count, list));
            }
        }
        Ok(fewest.map(|(_, list)| list))
    }

    /// Shorter lists than that of the team which have the order of names, the shortest last as far as one can tell.
    fn orders(&self) -> Vec<Source> {
        let standing = self.filter.standing.map(|standing| match standing {
            Standing::Active => Source::Active,
            _ => Source::Waiting,
        });
        let lists = [
            standing,
            self.filter.group.map(Source::Group),
            self.filter.pool.map(Source::Pool),
            self.filter.role.filter(|role| *role == Role::SecondaryAdmin).map(|_| Source::SecondaryAdmins),
            self.filter.role.filter(|role| *role == Role::PrimaryAdmin).map(|_| Source::PrimaryAdmin),
        ];
        lists.into_iter().flatten().collect()
    }

    /// Along all of these words at once.
    fn side_by_side(&self, cx: &mut Read, words: Vec<String>) -> Result<Vec<Listed>> {
        let mut rows = vec![];
        for word in words {
            rows.extend(Ask::walk(self, &Source::Words(Along::Word(word))).rows(cx)?);
        }
        let down = self.goes_down();
        rows.sort_by(|one, other| {
            let order = (&one.sort_name, one.person).cmp(&(&other.sort_name, other.person));
            if down { order.reverse() } else { order }
        });
        rows.dedup_by_key(|row| row.person);
        Ok(rows)
    }

    /// Some way along the list, where a page of them most often is: but not where many of one name come first.
    fn crowd(&self, cx: &mut Read, word: String) -> Result<Vec<Listed>> {
        let end = Ask::place_behind(self, cx, NEAR)?;
        let mut near = Ask::walk(self, &Source::Team);
        if let Some(end) = &end {
            near.until(end);
        }
        let rows = near.rows(cx)?;
        if rows.len() > self.size || end.is_none() {
            return Ok(rows);
        }
        match self.is_word_alone() {
            true => Ask::sorted(self, &Source::Words(Along::Beginning(word))).rows(cx),
            false => Ask::walk(self, &Source::Team).rows(cx),
        }
    }

    /// The direction in which the rows are read: that of the order, and the other way towards its beginning.
    pub fn goes_down(&self) -> bool {
        self.filter.sort.down != matches!(self.step, Step::Before(_))
    }

    /// Whether everybody with the one word that is looked for belongs to the list.
    pub fn is_word_alone(&self) -> bool {
        let Filter { sort: _, search: _, role, standing, pool, group } = self.filter;
        self.search.words.len() == 1
            && (role.is_none() && standing.is_none() && pool.is_none() && group.is_none())
            && self.filter.sort.by == By::Name
    }
}
