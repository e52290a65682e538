//! Random acts of all kinds beside a model that is simple enough to be believed: who has a seat, who is pinned,
//! and who stands where in the line.

use crate::TestApp;
use kernel::{GroupId, Kind, PersonId, PoolId, clock::minutes};
use proptest::prelude::*;
use testkit::{Engine, run};

const PEOPLE: usize = 6;

#[derive(Debug, Clone)]
enum Act {
    Assign(Vec<usize>),
    TakeBack(Vec<usize>),
    Join(usize, Vec<usize>),
    Part(usize, Vec<usize>),
    Bring(usize),
    Withdraw(usize),
    Everybody(bool),
    Except(usize),
    Lift(usize),
    Pin(usize),
    Unpin(usize),
    Capacity(i64),
}

fn act() -> impl Strategy<Value = Act> {
    let people = || proptest::collection::vec(0..PEOPLE, 1..4);
    prop_oneof![
        3 => people().prop_map(Act::Assign),
        3 => people().prop_map(Act::TakeBack),
        4 => (0..2usize, people()).prop_map(|(group, people)| Act::Join(group, people)),
        3 => (0..2usize, people()).prop_map(|(group, people)| Act::Part(group, people)),
        3 => (0..2usize).prop_map(Act::Bring),
        1 => (0..2usize).prop_map(Act::Withdraw),
        2 => any::<bool>().prop_map(Act::Everybody),
        2 => (0..PEOPLE).prop_map(Act::Except),
        2 => (0..PEOPLE).prop_map(Act::Lift),
        3 => (0..PEOPLE).prop_map(Act::Pin),
        1 => (0..PEOPLE).prop_map(Act::Unpin),
        5 => (0..7i64).prop_map(Act::Capacity),
    ]
}

#[derive(Debug, Default, Clone)]
struct Model {
    capacity: i64,
    everybody: bool,
    /// Since which turn each group has whom; the groups that bring the product.
    groups: [[Option<usize>; PEOPLE]; 2],
    brings: [bool; 2],
    direct: [bool; PEOPLE],
    excepted: [bool; PEOPLE],
    /// Since which turn.
    pinned: [Option<usize>; PEOPLE],
    /// The assignments, eldest first: who, and whether on a seat.
    line: Vec<(usize, bool)>,
}

impl Model {
    fn comes_along(&self, person: usize) -> bool {
        let by_group = (0..2).any(|group| self.brings[group] && self.groups[group][person].is_some());
        self.everybody || by_group
    }
    fn should(&self, person: usize) -> bool {
        self.direct[person] || self.comes_along(person) && !self.excepted[person]
    }
    fn has(&self, person: usize) -> bool {
        self.line.iter().any(|(other, _)| *other == person)
    }
    fn free(&self) -> i64 {
        self.capacity - self.line.iter().filter(|(_, seated)| *seated).count() as i64
    }
    /// Places in the line: first the pinned, as they were pinned, then the eldest.
    fn keeping(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.line.len()).collect();
        order.sort_by_key(|at| {
            let pinned = self.pinned[self.line[*at].0];
            (pinned.is_none(), pinned, *at)
        });
        order
    }
    fn move_up(&mut self) {
        for at in self.keeping() {
            if self.free() > 0 && !self.line[at].1 {
                self.line[at].1 = true;
            }
        }
    }
    /// Those of these people to whom something is due, in this order.
    fn settle(&mut self, people: impl IntoIterator<Item = usize> + Clone) {
        let lose: Vec<_> = people.clone().into_iter().filter(|person| !self.should(*person)).collect();
        self.line.retain(|(person, _)| !lose.contains(person));
        lose.iter().for_each(|person| self.pinned[*person] = None);
        self.move_up();
        for person in people {
            if self.should(person) && !self.has(person) {
                self.line.push((person, self.free() > 0));
            }
        }
    }
    /// In a whole pool those are first who came first into a group that brings it.
    fn settle_all(&mut self) {
        let mut people: Vec<_> = (0..PEOPLE).collect();
        if !self.everybody {
            let since =
                |group: usize, person: usize| self.groups[group][person].filter(|_| self.brings[group]);
            let first = |person: &usize| (0..2).filter_map(|group| since(group, *person)).min();
            people.sort_by_key(|person| (first(person), *person));
        }
        self.settle(people);
    }
    fn resize(&mut self, capacity: i64) {
        self.capacity = capacity;
        for at in self.keeping().into_iter().rev() {
            if self.free() < 0 && self.line[at].1 {
                self.line[at].1 = false;
            }
        }
        self.move_up();
    }

    /// Whether it is refused.
    fn play(&mut self, act: &Act, turn: usize) -> bool {
        let sorted = |people: &[usize]| people.iter().copied().collect::<std::collections::BTreeSet<_>>();
        match act {
            Act::Assign(people) => {
                let people = distinct(people);
                if people.iter().any(|person| self.has(*person)) || self.free() < people.len() as i64 {
                    return true;
                }
                for person in people {
                    self.direct[person] = true;
                    self.line.push((person, true));
                }
            }
            Act::TakeBack(people) => {
                let stays = |person: &usize| self.comes_along(*person) && !self.excepted[*person];
                if people.iter().any(|person| !self.has(*person) || stays(person)) {
                    return true;
                }
                people.iter().for_each(|person| self.direct[*person] = false);
                self.settle(sorted(people));
            }
            Act::Join(group, people) => {
                people.iter().for_each(|person| {
                    self.groups[*group][*person].get_or_insert(turn);
                });
                if self.brings[*group] {
                    self.settle(sorted(people));
                }
            }
            Act::Part(group, people) => {
                people.iter().for_each(|person| self.groups[*group][*person] = None);
                if self.brings[*group] {
                    self.settle(sorted(people));
                }
            }
            Act::Bring(group) => {
                self.brings[*group] = true;
                self.settle_all();
            }
            Act::Withdraw(group) => {
                if !std::mem::take(&mut self.brings[*group]) {
                    return true;
                }
                self.settle_all();
            }
            Act::Everybody(gets) => {
                self.everybody = *gets;
                self.settle_all();
            }
            Act::Except(person) => {
                (self.direct[*person], self.excepted[*person]) = (false, true);
                self.settle([*person]);
            }
            Act::Lift(person) => {
                if !std::mem::take(&mut self.excepted[*person]) {
                    return true;
                }
                self.settle([*person]);
            }
            Act::Pin(person) | Act::Unpin(person) if !self.has(*person) => return true,
            Act::Pin(person) => {
                self.pinned[*person].get_or_insert(turn);
            }
            Act::Unpin(person) => self.pinned[*person] = None,
            Act::Capacity(capacity) => self.resize(*capacity),
        }
        false
    }
}

fn distinct(people: &[usize]) -> Vec<usize> {
    let mut found = vec![];
    for person in people {
        if !found.contains(person) {
            found.push(*person);
        }
    }
    found
}

struct Stage {
    app: TestApp,
    pool: PoolId,
    groups: [GroupId; 2],
    people: [PersonId; PEOPLE],
}

impl Stage {
    async fn play(&self, act: &Act) -> kernel::Result<()> {
        let Stage { app, pool, groups, people } = self;
        let some = |chosen: &[usize]| -> Vec<PersonId> { chosen.iter().map(|at| people[*at]).collect() };
        match act {
            Act::Assign(chosen) => app.assign(*pool, &some(chosen)).await.map(|_| ()),
            Act::TakeBack(chosen) => app.release(*pool, &some(chosen)).await.map(|_| ()),
            Act::Join(group, chosen) => app.join(groups[*group], &some(chosen)).await.map(|_| ()),
            Act::Part(group, chosen) => app.part(groups[*group], &some(chosen)).await.map(|_| ()),
            Act::Bring(group) => app.bring(groups[*group], *pool).await.map(|_| ()),
            Act::Withdraw(group) => app.withdraw(groups[*group], *pool).await.map(|_| ()),
            Act::Everybody(gets) => app.everybody(*pool, *gets).await.map(|_| ()),
            Act::Except(person) => app.except(*pool, people[*person]).await.map(|_| ()),
            Act::Lift(person) => app.lift(*pool, people[*person]).await.map(|_| ()),
            Act::Pin(person) => app.pin(*pool, people[*person]).await,
            Act::Unpin(person) => app.unpin(*pool, people[*person]).await.map(|_| ()),
            Act::Capacity(capacity) => {
                app.pool(app.ritbord, *capacity).await;
                Ok(())
            }
        }
    }

    /// The assignments, eldest first.
    async fn line(&self) -> Vec<(usize, bool)> {
        let sql = "SELECT person_id || CASE WHEN suspended_at IS NULL THEN '+' ELSE '-' END FROM assignments
             ORDER BY assigned_at, id";
        let place = |text: &str| {
            let (person, seated) = text.split_at(text.len() - 1);
            let at = self.people.iter().position(|other| other.to_string() == person);
            (at.expect("one of the people"), seated == "+")
        };
        self.app.texts(sql).await.iter().map(|text| place(text)).collect()
    }
}

async fn play(app: TestApp, acts: Vec<Act>) {
    // The admin is of the team as well; the default is not to give her anything here.
    app.leaves_the_team(app.maja.person_id().expect("a person")).await;
    let stage = Stage {
        pool: app.pool(app.ritbord, 3).await,
        groups: [app.group("CAD").await, app.group("Site").await],
        people: app.users::<PEOPLE>().await,
        app,
    };
    let mut model = Model { capacity: 3, ..Model::default() };
    for (turn, act) in acts.iter().enumerate() {
        stage.app.wait(minutes(1));
        let before = (stage.line().await, stage.app.count("SELECT COUNT(*) FROM audit").await);
        let refused = model.play(act, turn);
        match stage.play(act).await {
            Ok(()) => assert!(!refused, "{act:?} should have been refused: {model:?}"),
            Err(error) if matches!(error.kind(), Kind::Conflict | Kind::NotFound) => {
                assert!(refused, "{act:?} was refused by {}: {model:?}", error.code());
            }
            Err(error) => panic!("{act:?}: {error:?}"),
        }
        let line = stage.line().await;
        assert_eq!(line, model.line, "after {act:?}: {model:?}");
        let seen = stage.app.see(stage.pool).await;
        assert!(
            seen.assigned <= seen.capacity && seen.assigned + seen.suspended == line.len() as i64,
            "{seen:?}"
        );
        let told = stage.app.count("SELECT COUNT(*) FROM audit").await > before.1;
        assert!(told || line == before.0, "{act:?} changed seats and the log says nothing");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn seats_follow_the_model_on_sqlite(acts in proptest::collection::vec(act(), 1..40)) {
        run(Engine::Sqlite, |app| play(app, acts));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn seats_follow_the_model_on_postgres(acts in proptest::collection::vec(act(), 1..40)) {
        run(Engine::Postgres, |app| play(app, acts));
    }
}
