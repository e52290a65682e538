//! The door to the database: `read` and `command`, each on a database thread.

use crate::{
    command::Command,
    conn::{Conn, Engine, Wire},
    jobs::Subscriptions,
    lanes::{self, Task},
    migrate,
    postgres::PgConn,
    read::Read,
    sqlite::SqliteConn,
};
use crossbeam_channel::{Sender, TrySendError, bounded};
use kernel::{Actor, Chance, Clock, Error, House, Result, Timestamp};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io,
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};
use tokio::sync::{Notify, oneshot};

/// Where the data are: `sqlite:PATH` or a `postgres://` url.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Address {
    pub fn parse(url: &str) -> Result<Self> {
        match url {
            _ if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(Address::Postgres(url.to_owned()))
            }
            _ => match url.strip_prefix("sqlite:") {
                Some(path) => Ok(Address::Sqlite(PathBuf::from(path.trim_start_matches("//")))),
                // Not the text itself: it may hold a password.
                None => Err(Error::fault("database is neither sqlite:PATH nor postgres://...")),
            },
        }
    }

    pub fn engine(&self) -> Engine {
        match self {
            Address::Sqlite(_) => Engine::Sqlite,
            Address::Postgres(_) => Engine::Postgres,
        }
    }

    pub(crate) fn connect(&self, read_only: bool) -> Result<Conn> {
        let wire = match self {
            Address::Sqlite(path) => SqliteConn::open(path, read_only).map(Wire::Sqlite),
            Address::Postgres(url) => PgConn::open(url).map(|conn| Wire::Postgres(Box::new(conn))),
        };
        let mut conn = Conn::new(wire.map_err(|(_, message)| Error::fault(message))?);
        if conn.engine() == Engine::Postgres {
            // No statement here is worth compiling: that takes longer than all of them.
            conn.batch("SET jit = off")?;
        }
        if conn.engine() == Engine::Postgres && !read_only {
            // A plan that was cached while a table was empty would read all of it later on. A statement that cannot do
            // without reading all then looks so dear that it would be compiled each time.
            conn.batch("SET enable_seqscan = off; SET synchronous_commit = on; SET lock_timeout = '20s'")?;
        }
        Ok(conn)
    }
}

/// How many connections of each kind, and how long a queue may grow before the answer is "busy".
const LANES: usize = 4;
const SINGLES: usize = 8;
const QUEUE: usize = 4096;

/// Reading a file is work for the processors, so more readers than these only wait for each other, each with a cache of
/// its own. Reading from PostgreSQL is waiting.
fn reader_count(engine: Engine) -> usize {
    match engine {
        Engine::Sqlite => thread::available_parallelism().map_or(2, NonZero::get).clamp(2, 8),
        Engine::Postgres => 4,
    }
}

type ReadTask = Box<dyn FnOnce(&mut Read) + Send>;

/// The database. Cheap to clone; shared by all of the server.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    clock: Clock,
    chance: Chance,
    readers: Sender<(Actor, ReadTask)>,
    /// On SQLite the one writer; on PostgreSQL threads that take single commands.
    singles: Sender<Box<dyn Task>>,
    /// On PostgreSQL: lanes that commit many commands at a time, each fed by key.
    lanes: Vec<Sender<Box<dyn Task>>>,
    jobs_added: Arc<Notify>,
    house: Arc<House>,
}

impl Db {
    /// Connects, brings the schema up to date and starts the database threads.
    pub fn open(
        address: &Address,
        house: House,
        clock: Clock,
        chance: Chance,
        heard: Subscriptions,
    ) -> Result<Db> {
        // On a thread of its own: the caller may be inside a runtime, and the PostgreSQL driver drives one.
        let address = address.clone();
        thread::spawn(move || Self::open_here(&address, house, clock, chance, heard))
            .join()
            .map_err(|panic| Error::fault(lanes::words(&*panic)))?
    }

    /// For looking only: nothing is written, not even the schema brought up to date, and every command is refused.
    pub fn open_to_read(address: &Address, house: House, clock: Clock, chance: Chance) -> Result<Db> {
        let address = address.clone();
        let open = move || {
            let house = Arc::new(house);
            let readers = readers(&address, &house, &clock)?;
            let engine = address.engine();
            let (singles, _) = bounded(1);
            let jobs_added = Arc::default();
            Ok(Db(Arc::new(Inner {
                engine,
                clock,
                chance,
                readers,
                singles,
                lanes: vec![],
                jobs_added,
                house,
            })))
        };
        thread::spawn(open).join().map_err(|panic| Error::fault(lanes::words(&*panic)))?
    }

    fn open_here(
        address: &Address,
        house: House,
        clock: Clock,
        chance: Chance,
        heard: Subscriptions,
    ) -> Result<Db> {
        let house = Arc::new(house);
        if let Address::Sqlite(path) = address {
            make_place(path).map_err(Error::fault)?;
        }
        let mut first = address.connect(false)?;
        migrate::run(&mut first, clock.now())?;
        let engine = first.engine();
        let jobs_added = Arc::new(Notify::new());
        let kit = lanes::Kit {
            address: address.clone(),
            house: house.clone(),
            clock: clock.clone(),
            chance: chance.clone(),
            sequence: Arc::default(),
            heard: Arc::new(heard),
            jobs_added: jobs_added.clone(),
        };
        let readers = readers(address, &house, &clock)?;
        let (singles, tasks) = bounded(QUEUE);
        let mut lanes = Vec::new();
        if engine == Engine::Sqlite {
            spawn("db-write".into(), move || lanes::run(kit, first, &tasks, lanes::Commit::Savepoints))?;
        } else {
            for at in 0..SINGLES {
                let (kit, conn, tasks) = (kit.clone(), address.connect(false)?, tasks.clone());
                spawn(format!("db-single-{at}"), move || {
                    lanes::run(kit, conn, &tasks, lanes::Commit::OneByOne)
                })?;
            }
            for at in 0..LANES {
                let (lane, tasks) = bounded(QUEUE);
                let (kit, conn) = (kit.clone(), address.connect(false)?);
                spawn(format!("db-lane-{at}"), move || {
                    lanes::run(kit, conn, &tasks, lanes::Commit::Together)
                })?;
                lanes.push(lane);
            }
        }
        Ok(Db(Arc::new(Inner { engine, clock, chance, readers, singles, lanes, jobs_added, house })))
    }

    pub fn engine(&self) -> Engine {
        self.0.engine
    }
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }
    pub fn house(&self) -> &House {
        &self.0.house
    }
    pub fn chance(&self) -> &Chance {
        &self.0.chance
    }

    /// Asks, in one snapshot. Nothing can be written.
    pub async fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, waiting) = oneshot::channel();
        let task: ReadTask = Box::new(move |cx| {
            let outcome = in_snapshot(cx, ask);
            let _ = answer.send(outcome);
        });
        self.0.readers.try_send((actor.clone(), task)).map_err(refuse)?;
        waiting.await.map_err(|_| Error::busy())?
    }

    /// Runs a command in one transaction. Nobody hears "yes" before the commit is on disk.
    pub async fn command<T: Send + 'static>(
        &self,
        actor: &Actor,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.submit(&self.0.singles, actor, verb).await
    }

    /// The same, many at a time on PostgreSQL. Commands with one key come one after the other in one lane, so the key
    /// names what they would wait for: a pool, a person. They lock nothing else that is contended.
    pub async fn command_on<T: Send + 'static>(
        &self,
        key: impl Hash,
        actor: &Actor,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let queue = match self.0.lanes.len() {
            0 => &self.0.singles,
            count => &self.0.lanes[hasher.finish() as usize % count],
        };
        self.submit(queue, actor, verb).await
    }

    /// Resolves when a command has left jobs behind.
    pub async fn jobs_added(&self) {
        self.0.jobs_added.notified().await;
    }

    async fn submit<T: Send + 'static>(
        &self,
        queue: &Sender<Box<dyn Task>>,
        actor: &Actor,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, waiting) = oneshot::channel();
        queue.try_send(lanes::task(actor.clone(), verb, answer)).map_err(refuse)?;
        waiting.await.map_err(|_| Error::busy())?
    }
}

/// The folder, and a file that nobody but its owner can read: SQLite gives the files beside it the same rights.
pub(crate) fn make_place(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn readers(address: &Address, house: &Arc<House>, clock: &Clock) -> Result<Sender<(Actor, ReadTask)>> {
    let (readers, asked) = bounded::<(Actor, ReadTask)>(QUEUE);
    for at in 0..reader_count(address.engine()) {
        let conn = address.connect(true)?;
        let (asked, clock, address) = (asked.clone(), clock.clone(), address.clone());
        let cx = Read { conn, actor: Actor::nobody(), now: clock.now(), house: house.clone() };
        spawn(format!("db-read-{at}"), move || read_loop(cx, &address, &clock, &asked))?;
    }
    Ok(readers)
}

fn refuse<T>(error: TrySendError<T>) -> Error {
    match error {
        TrySendError::Full(_) => Error::busy(),
        TrySendError::Disconnected(_) => Error::fault("the database threads are gone"),
    }
}

fn spawn(name: String, body: impl FnOnce() + Send + 'static) -> Result<()> {
    thread::Builder::new().name(name).spawn(body).map(|_| ()).map_err(Error::fault)
}

fn in_snapshot<T>(cx: &mut Read, ask: impl FnOnce(&mut Read) -> Result<T>) -> Result<T> {
    let begin = match cx.engine() {
        Engine::Sqlite => "BEGIN",
        Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    cx.conn.batch(begin)?;
    let outcome = catch_unwind(AssertUnwindSafe(|| ask(cx)))
        .unwrap_or_else(|panic| Err(Error::fault(format!("a query panicked: {}", lanes::words(&*panic)))));
    cx.conn.batch("COMMIT")?;
    outcome
}

fn read_loop(
    mut cx: Read,
    address: &Address,
    clock: &Clock,
    asked: &crossbeam_channel::Receiver<(Actor, ReadTask)>,
) {
    for (actor, task) in asked {
        cx.actor = actor;
        cx.now = clock.now();
        task(&mut cx);
        match cx.conn.take_failure() {
            Some(crate::conn::Failure::Lost) => cx.conn = lanes::reconnect(address, true),
            Some(_) => {
                // The failed statement may have left the snapshot open.
                let _ = cx.conn.batch("ROLLBACK");
                cx.conn.take_failure();
            }
            None => {}
        }
    }
}
