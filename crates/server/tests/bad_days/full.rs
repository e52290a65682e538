//! The disk is full: a clear answer, nothing spoiled, reading goes on, and all is well when there is space again.

use crate::{
    found::Found,
    house::{House, PLATSD, Server, done, order, stock},
};
use kernel::Actor;
use serde_json::json;
use std::path::Path;
use testkit::http::Method;
use testkit::{Engine, both_engines, http::Caller, process::Program};

impl House {
    /// A program whose files may be limited while it runs.
    fn start_limited(&self) -> Server {
        let (program, url) = Program::serve_limited(PLATSD, &self.settings());
        Server { program, url }
    }

    /// From now on the database has no space left, or has it again.
    async fn database_is_full(&self, server: &Server, full: bool) {
        if self.ground.engine == Engine::Sqlite {
            let wal = self.ground.folder().join("plats.db-wal").metadata().expect("a log").len();
            return server.program.limit_files(full.then_some(wal + (1 << 20)));
        }
        // PostgreSQL says it by itself, at the last statement of every command.
        let sql = match full {
            true => [
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                 'BEGIN RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''disk_full''; END'",
                "CREATE TRIGGER full_disk BEFORE INSERT ON audit EXECUTE FUNCTION full_disk()",
            ],
            false => ["DROP TRIGGER full_disk ON audit", "DROP FUNCTION full_disk()"],
        };
        let run = move |cx: &mut store::Command| {
            cx.quiet();
            sql.iter().try_for_each(|sql| cx.execute(sql, &[]).map(|_| ()))
        };
        self.db().command(&Actor::system("test"), run).await.expect("a trigger");
    }
}

/// Orders until one is refused; how many were not.
fn order_until_refused(vendor: &Caller) -> usize {
    for n in 0..2_000 {
        let order = numbered(n);
        let answer = vendor.post("/api/v1/orders", &order).expect("an answer");
        if answer.status != 201 {
            assert_eq!(answer.refusal(), (507, "out-of-space".into()));
            return n;
        }
    }
    panic!("the disk is never full");
}

fn numbered(n: usize) -> serde_json::Value {
    order(&format!("PO-{n}"), &format!("New {n}"), &format!("cm{n}@new.example"), 1)
}

#[both_engines]
async fn a_full_database_refuses_what_is_new_and_goes_on_reading(house: House) {
    let mut server = house.start_limited();
    let vendor = house.vendor(&server);
    stock(&vendor);
    house.database_is_full(&server, true).await;
    let placed = order_until_refused(&vendor);
    assert_eq!(placed > 0, house.ground.engine == Engine::Sqlite, "{placed}");

    // Also somebody whose visit would have to be noted.
    let reader = Caller::nobody(&server.url).bearer(&house.reader);
    let list = done(reader.get("/api/v1/orders?limit=200"), 200).json();
    assert_eq!(list["items"].as_array().expect("orders").len(), placed.min(200));
    let found = Found::in_database(&house.db()).await;
    assert_eq!(found.orders.len(), placed);

    house.database_is_full(&server, false).await;
    done(vendor.post("/api/v1/orders", &numbered(placed)), 201);
    server.program.terminate();
    assert_eq!(server.program.ended().code(), Some(0));
    house.deliver_the_rest().await;
    let found = Found::in_database(&house.db()).await;
    assert_eq!((found.orders.len(), found.sent().count()), (placed + 1, found.mails.len()));
}

#[both_engines]
async fn a_build_that_does_not_fit_leaves_nothing(house: House) {
    let server = house.start_limited();
    let vendor = house.vendor(&server);
    stock(&vendor);
    let release = json!({"version": "2027.1", "kind": "feature"});
    done(vendor.post("/api/v1/products/ritbord/releases", &release), 201);
    let builds = "/api/v1/products/ritbord/releases/2027.1/builds/linux-x64/mul?file_name=ritbord.tar.gz";
    let upload = || vendor.send(Method::PUT, builds, "application/octet-stream", vec![7; 12 << 20]);

    server.program.limit_files(Some(9 << 20));
    let refused = upload().expect("an answer");
    assert_eq!(refused.refusal(), (507, "out-of-space".into()));
    let shown = done(vendor.get("/api/v1/products/ritbord/releases/2027.1"), 200).json();
    assert_eq!(shown["builds"], json!([]));
    assert_eq!(files(&house.ground.folder().join("builds")), 0);

    server.program.limit_files(None);
    done(upload(), 201);
    assert_eq!(files(&house.ground.folder().join("builds")), 1);
}

fn files(folder: &Path) -> usize {
    let inside = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    inside.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}
