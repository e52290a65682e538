//! A fresh PostgreSQL database for one test.
//!
//! The cluster is not started here: one cluster serves a whole run of many test processes, so `xtask` owns it
//! and says in `PLATS_TEST_POSTGRES` where it is.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::thread;

use tokio_postgres::{Config, NoTls};

/// The url of a database of the test cluster in which databases may be created and dropped.
const CLUSTER: &str = "PLATS_TEST_POSTGRES";

/// Drops its database when it goes out of scope, also when the test has panicked or left connections open.
#[derive(Debug)]
pub struct FreshDatabase {
    pub url: String,
    name: String,
    cluster: String,
}

/// Creates an empty database of its own. Blocks; may be called inside and outside of a runtime.
///
/// # Panics
/// When there is no cluster: a story that did not run on PostgreSQL must not look like one that passed.
pub fn fresh_database() -> FreshDatabase {
    let Ok(cluster) = std::env::var(CLUSTER) else {
        panic!(
            "{CLUSTER} is not set: start the test cluster with `cargo xtask postgres` and export the line it \
             prints, or run everything with `cargo xtask test`"
        );
    };
    let name = format!("plats_{:016x}", chance());
    let url = beside(&cluster, &name);
    // Text order is the same as in SQLite only under "C"; template0 has no settings of the machine in it.
    let create =
        format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    if let Err(why) = execute(&cluster, create) {
        panic!("the test cluster at {cluster} gives no database: {why}");
    }
    FreshDatabase { url, name, cluster }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        let outcome = execute(&self.cluster, format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        if let Err(why) = outcome {
            eprintln!("the database {} stays in the test cluster: {why}", self.name);
        }
    }
}

/// Every process and every call gets its own keys from the standard library, which is all that a name needs.
fn chance() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// The url of another database of the same cluster; what follows a `?` (a socket folder) stays.
fn beside(url: &str, name: &str) -> String {
    let (address, options) = match url.split_once('?') {
        Some((address, options)) => (address, format!("?{options}")),
        None => (url, String::new()),
    };
    let host_at = address.find("://").map_or(0, |at| at + 3);
    let server = match address[host_at..].find('/') {
        Some(slash) => &address[..host_at + slash],
        None => address,
    };
    format!("{server}/{name}{options}")
}

/// A thread and a runtime of its own: the caller may be inside a runtime, where blocking on another is forbidden.
fn execute(url: &str, sql: String) -> Result<(), String> {
    let config: Config = url.parse().map_err(|why| format!("{why}"))?;
    let work = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(say)?;
        runtime.block_on(async {
            let (client, connection) = config.connect(NoTls).await.map_err(say)?;
            let connection = tokio::spawn(connection);
            client.batch_execute(&sql).await.map_err(say)?;
            drop(client);
            connection.await.map_err(say)?.map_err(say)
        })
    };
    thread::spawn(work).join().unwrap_or_else(|_| Err("the thread panicked".to_owned()))
}

/// The driver's own sentence is "db error"; the reason is in its sources.
fn say(error: impl std::error::Error) -> String {
    let mut sentence = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        sentence = format!("{sentence}: {cause}");
        source = cause.source();
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_of_a_database_beside_another() {
        let on_port = beside("postgres://postgres@127.0.0.1:5433/postgres", "own");
        assert_eq!(on_port, "postgres://postgres@127.0.0.1:5433/own");
        let on_socket = beside("postgresql://postgres@%2Ftmp%2Fcluster/postgres?port=5433", "own");
        assert_eq!(on_socket, "postgresql://postgres@%2Ftmp%2Fcluster/own?port=5433");
        assert_eq!(beside("postgres://localhost", "own"), "postgres://localhost/own");
    }

    #[tokio::test]
    async fn each_test_has_its_own_database_and_leaves_none() {
        let (first, second) = (fresh_database(), fresh_database());
        assert_ne!(first.url, second.url);
        execute(&first.url, "CREATE TABLE person (id TEXT)".to_owned()).expect("a table is created");
        execute(&second.url, "CREATE TABLE person (id TEXT)".to_owned()).expect("the other one is empty");

        let url = first.url.clone();
        drop(first);
        assert!(execute(&url, "SELECT 1".to_owned()).is_err_and(|why| why.contains("does not exist")));
    }
}
