//! The database: whether it answers, fits this program and is whole; and what it tells of jobs, mails and builds.

use super::{Finding, disk, fail, ok, warn, words};
use crate::Config;
use kernel::{
    Actor, Chance, Clock, Lang, Result, Timestamp,
    clock::{days, minutes},
};
use std::time::Duration;
use store::{
    Address, Db, Engine, Read,
    jobs::Queue,
    upkeep::{self, Look, Schema},
};
use web::format;

/// Signs, links and leases bear a few seconds.
const SKEW: Duration = Duration::from_secs(5);
const MUCH_SKEW: Duration = minutes(1);

pub(super) fn look(config: &Config, clock: &Clock) -> Vec<Finding> {
    let address = match Address::parse(&config.database) {
        Ok(address) => address,
        Err(error) => return vec![fail("database", words(&error), "Mend database in the settings")],
    };
    if let Address::Sqlite(path) = &address
        && !path.exists()
    {
        let says = format!("there is no file {} yet", path.display());
        return vec![warn(
            "database",
            says,
            "The first `platsd serve` makes it; if there was one, look at the path",
        )];
    }
    let look = match upkeep::look(&address, true) {
        Ok(look) => look,
        Err(error) => {
            let advice = match address.engine() {
                Engine::Postgres => "Start it, and look at database in the settings",
                Engine::Sqlite => {
                    "Look at the path; a damaged file is kept as it is, and the last backup restored"
                }
            };
            return vec![fail("database", format!("it does not answer: {}", words(&error)), advice)];
        }
    };
    let mut findings = vec![reached(&address, &look), schema(&look.schema)];
    match look.engine {
        Engine::Sqlite => findings.push(integrity(&look.broken)),
        Engine::Postgres => findings.extend(look.time.map(|there| skew(there, clock.now()))),
    }
    findings
}

fn reached(address: &Address, look: &Look) -> Finding {
    match address {
        Address::Sqlite(path) => {
            let size = std::fs::metadata(path).map(|file| file.len()).unwrap_or_default();
            let size = format::bytes(size, Lang::En);
            ok("database", format!("SQLite {}, {}, {size}", look.version, path.display()))
        }
        Address::Postgres(_) => ok("database", format!("PostgreSQL {} answers", look.version)),
    }
}

fn schema(schema: &Schema) -> Finding {
    const NAME: &str = "schema";
    match schema {
        Schema::Current => ok(NAME, "as this program wants it"),
        Schema::Behind(steps) => warn(
            NAME,
            format!("{} steps behind this program: {}", steps.len(), steps.join(", ")),
            "Make a backup and run `platsd migrate`, or start `platsd serve`, which does it too",
        ),
        Schema::Ahead(steps) => fail(
            NAME,
            format!("a newer program has been here: {}", steps.join(", ")),
            "Install that version again, or go back to a backup from before",
        ),
        Schema::Changed(step) => fail(
            NAME,
            format!("the step {step} is not the one that was carried out here"),
            "Install the version that made this database",
        ),
    }
}

fn integrity(broken: &[String]) -> Finding {
    const NAME: &str = "integrity";
    match broken {
        [] => ok(NAME, "every page and every reference was read, and is whole"),
        [first, ..] => fail(
            NAME,
            format!("{} things are broken: {first}", broken.len()),
            "Stop platsd, keep the file as it is, and restore the last backup",
        ),
    }
}

fn skew(there: Timestamp, here: Timestamp) -> Finding {
    const NAME: &str = "clock";
    let apart = there.since(here).max(here.since(there));
    let says = format!("this machine and the database are {} s apart", apart.as_secs());
    let advice = "Set both clocks by the same time server (chrony, systemd-timesyncd)";
    match apart {
        apart if apart > MUCH_SKEW => fail(NAME, says, advice),
        apart if apart > SKEW => warn(NAME, says, advice),
        _ => ok(NAME, says),
    }
}

/// What only the rooms know. Nothing is asked of a database with another schema.
pub(super) async fn read(config: &Config, clock: &Clock, chance: &Chance) -> Vec<Finding> {
    let Ok(address) = Address::parse(&config.database) else { return vec![] };
    let fits = |look: Look| look.schema == Schema::Current;
    let exists = !matches!(&address, Address::Sqlite(path) if !path.exists());
    if !exists || !upkeep::look(&address, false).is_ok_and(fits) {
        return vec![];
    }
    match counts(config, &address, clock, chance).await {
        Ok(counts) => vec![
            operator(counts.has_operator),
            queue(&counts.queue),
            mails(counts.failed, counts.deferred),
            builds(config, &counts.files),
        ],
        Err(error) => vec![fail("rows", words(&error), "Look at the database's own log")],
    }
}

struct Counts {
    has_operator: bool,
    queue: Queue,
    failed: i64,
    deferred: i64,
    files: Vec<(String, u64)>,
}

async fn counts(config: &Config, address: &Address, clock: &Clock, chance: &Chance) -> Result<Counts> {
    let db = Db::open_to_read(address, config.house(), clock.clone(), chance.clone())?;
    db.read(&Actor::system("doctor"), |cx| {
        let week = cx.now().minus(days(7));
        let (failed, deferred) = notifications::undelivered(cx, week)?;
        let (has_operator, queue) = (accounts::has_operator(cx)?, store::jobs::queue(cx)?);
        Ok(Counts { has_operator, queue, failed, deferred, files: files(cx)? })
    })
    .await
}

fn files(cx: &mut Read) -> Result<Vec<(String, u64)>> {
    const AT_ONCE: i64 = 1000;
    let mut all: Vec<(String, u64)> = vec![];
    loop {
        let after = all.last().map(|(key, _)| key.clone()).unwrap_or_default();
        let found = catalog::stored_files(cx, &after, AT_ONCE)?;
        let is_last = (found.len() as i64) < AT_ONCE;
        all.extend(found);
        if is_last {
            return Ok(all);
        }
    }
}

fn operator(is_there: bool) -> Finding {
    match is_there {
        true => ok("operator", "there is one"),
        false => warn(
            "operator",
            "there is none yet",
            "Run `platsd init`, or open the link that `platsd serve` prints",
        ),
    }
}

fn queue(queue: &Queue) -> Finding {
    const NAME: &str = "jobs";
    if let [(kind, reason), ..] = &queue.dead[..] {
        let says =
            format!("{} were given up after three days; the latest, {kind}: {reason}", queue.dead.len());
        return warn(NAME, says, "Mend the reason; what they were to do has to be done by hand");
    }
    match queue.behind {
        behind if behind > minutes(10) => warn(
            NAME,
            format!("one that is due has waited for {} minutes", behind.as_secs() / 60),
            "Start `platsd serve` or `platsd worker`: nobody carries them out",
        ),
        _ => ok(NAME, "none is late, none was given up"),
    }
}

fn mails(failed: i64, deferred: i64) -> Finding {
    const NAME: &str = "mails";
    let says =
        format!("{failed} failed in the last seven days, {deferred} wait for a server that said later");
    match (failed, deferred) {
        (0, 0) => ok(NAME, "none failed in the last seven days, none waits for its server"),
        _ => warn(NAME, says, "See the vendor's page Mails for addresses and answers"),
    }
}

fn builds(config: &Config, files: &[(String, u64)]) -> Finding {
    const NAME: &str = "builds";
    match &disk::wrong_files(config, files)[..] {
        [] => ok(NAME, format!("all {} files are there in their size", files.len())),
        wrong => fail(
            NAME,
            format!("{} of {} files are wrong: {}", wrong.len(), files.len(), wrong[0]),
            "Take them from a backup, or publish these builds again",
        ),
    }
}
