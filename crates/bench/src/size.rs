//! How much is measured, and how long.

use crate::load::Load;
use std::time::Duration;

pub struct Size {
    pub warm_up: Duration,
    pub window: Duration,
    /// Connections of all that is measured under load.
    pub connections: usize,
    /// People who have a lease and renew it.
    pub regulars: i64,
    /// People who ask for their first lease: one of ten requests.
    pub newcomers: i64,
    /// People without a seat of the hot pool.
    pub hot: i64,
    /// People of the team whose page is shown: few, and very many.
    pub few: i64,
    pub many: i64,
    /// Of a table that is imported.
    pub rows: i64,
    /// People in the database of the program that is started.
    pub company: i64,
    /// How often it is started.
    pub starts: usize,
    /// Requests before its memory is read.
    pub requests: usize,
}

impl Size {
    pub const FULL: Size = Size {
        warm_up: Duration::from_secs(2),
        window: Duration::from_secs(10),
        connections: 64,
        regulars: 2_000,
        newcomers: 30_000,
        hot: 120_000,
        few: 1_000,
        many: 1_000_000,
        rows: 100_000,
        company: 100_000,
        starts: 7,
        requests: 2_000,
    };
    pub const QUICK: Size = Size {
        warm_up: Duration::from_millis(300),
        window: Duration::from_secs(2),
        connections: 64,
        regulars: 200,
        newcomers: 4_000,
        hot: 20_000,
        few: 1_000,
        many: 50_000,
        rows: 5_000,
        company: 10_000,
        starts: 3,
        requests: 500,
    };

    pub fn load(&self) -> Load {
        Load { connections: self.connections, warm_up: self.warm_up, window: self.window }
    }
    /// For references, and for waits rather than rates.
    pub fn short(&self, connections: usize) -> Load {
        Load { connections, warm_up: self.warm_up, window: self.window / 2 }
    }
}
