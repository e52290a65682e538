//! What every story stands on: an empty database, a folder, a clock that the test moves, a chance that repeats itself.

use crate::postgres::{FreshDatabase, fresh_database};
use kernel::{Chance, Clock, House, Timestamp};
use std::{
    future::Future,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};
use store::{Address, Db, Jobs};
use tempfile::TempDir;

/// 2026-11-24, 08:30 UTC: a Tuesday, half past nine in Malmö.
pub const MORNING: Timestamp = Timestamp::from_seconds(1_795_509_000);

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The people and things that a room's stories begin with.
pub trait Setting: Sized {
    fn on(ground: Ground) -> impl Future<Output = Self>;
}

/// Tells one story on one engine; [`both_engines`](crate::both_engines) calls it twice.
pub fn run<S: Setting, F: Future<Output = ()>>(engine: Engine, story: impl FnOnce(S) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async { story(S::on(Ground::new(engine)).await).await });
}

pub struct Ground {
    pub engine: Engine,
    pub time: Time,
    /// One for all nodes: no two of them may draw the same.
    pub chance: Chance,
    address: Address,
    folder: TempDir,
    _postgres: Option<FreshDatabase>,
}

impl Ground {
    pub fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let postgres = (engine == Engine::Postgres).then(fresh_database);
        let address = match &postgres {
            Some(fresh) => Address::Postgres(fresh.url.clone()),
            None => Address::Sqlite(folder.path().join("plats.db")),
        };
        Ground { engine, time: Time::default(), chance: chance(), address, folder, _postgres: postgres }
    }

    /// A folder that goes with the test.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the database is, as the settings say it.
    pub fn database(&self) -> String {
        match &self.address {
            Address::Sqlite(path) => format!("sqlite:{}", path.display()),
            Address::Postgres(url) => url.clone(),
        }
    }

    /// A node on the database; a second call is a second node.
    pub fn open(&self, house: House, jobs: &Jobs) -> Db {
        let clock = self.time.clock();
        Db::open(&self.address, house, clock, self.chance.clone(), jobs.subscriptions()).expect("a database")
    }
}

/// Stands still until the test moves it.
#[derive(Clone)]
pub struct Time(Arc<AtomicI64>);

impl Default for Time {
    fn default() -> Self {
        Time(Arc::new(AtomicI64::new(MORNING.millis())))
    }
}

impl Time {
    pub fn clock(&self) -> Clock {
        let time = self.clone();
        Clock::new(move || time.now())
    }
    pub fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
    pub fn wait(&self, time: Duration) {
        self.0.fetch_add(i64::try_from(time.as_millis()).expect("not that long"), Ordering::SeqCst);
    }
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.millis(), Ordering::SeqCst);
    }
}

/// Never the same bytes twice, and the same ones in every run.
pub fn chance() -> Chance {
    let drawn = AtomicU64::new(0);
    Chance::new(move |bytes| {
        let next = drawn.fetch_add(1, Ordering::SeqCst) + 1;
        let mixed = next.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = mixed[at % 8] ^ (at / 8 * 29) as u8;
        }
    })
}
