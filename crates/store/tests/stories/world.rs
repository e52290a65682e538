//! An empty database, its regular jobs, and a clock that the test moves.

use kernel::{Actor, House, Result};
use std::{sync::Arc, time::Duration};
use store::{Command, Db, Jobs};
use testkit::{Ground, Setting};

pub struct World {
    pub db: Db,
    jobs: Arc<Jobs>,
    ground: Ground,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let mut jobs = Jobs::new();
        store::DEAD_JOBS.daily(&mut jobs);
        let db = ground.open(House::default(), &jobs);
        let world = World { db, jobs: Arc::new(jobs), ground };
        world.start().await;
        world
    }
}

impl World {
    /// What a server does first.
    pub async fn start(&self) {
        self.jobs.schedule(&self.db).await.unwrap();
    }
    pub async fn try_to<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let quiet = move |cx: &mut Command| {
            cx.quiet();
            verb(cx)
        };
        self.db.command(&Actor::system("test"), quiet).await
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.db.read(&Actor::system("test"), move |cx| cx.one::<(i64,)>(sql, &[])).await.unwrap().0
    }
    /// Time goes by, and what is due is done.
    pub async fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
        self.jobs.run_all_due(&self.db).await.unwrap();
    }
}
