//! What is in the database, as texts to compare.

use crate::world::World;
use kernel::Actor;

impl World {
    /// Another text after each row that is written, changed or deleted.
    pub async fn written(&self) -> String {
        if self.is_on_sqlite() {
            // There is one writer, and it counts.
            return self.text("SELECT CAST(total_changes() AS TEXT)").await;
        }
        self.written_rows().await
    }
    /// The same by what is there now: how many rows, and by whom each was written last.
    pub async fn written_rows(&self) -> String {
        let state = |table: &str| match self.is_on_sqlite() {
            // PostgreSQL keeps the transaction with each row; SQLite keeps nothing, so the people stand for all.
            true => format!("SELECT '{table} ' || COUNT(*) || ' ' AS state FROM {table}"),
            false => format!(
                "SELECT CONCAT('{table} ', COUNT(*), ' ', SUM(xmin::text::bigint), ' ') AS state FROM {table}"
            ),
        };
        let names = "SELECT 'people ' || first_name AS state FROM people";
        let mut all: Vec<_> = tables().iter().map(|table| state(table)).collect();
        all.push(names.to_owned());
        self.states(all).await
    }
    /// How many rows each table has, and what the pools and the mails add up to.
    pub async fn rows(&self) -> String {
        let count = |table: &String| format!("SELECT '{table} ' || COUNT(*) AS state FROM {table}");
        let tables = tables();
        let counts = tables.iter().filter(|table| !["jobs", "throttle"].contains(&table.as_str())).map(count);
        let sums = [
            "SELECT 'seats ' || SUM(capacity) || ' of which ' || SUM(assigned) AS state FROM pools",
            "SELECT 'mails ' || status || ' ' || COUNT(*) AS state FROM mails GROUP BY status",
        ];
        self.states(counts.chain(sums.map(str::to_owned)).collect()).await
    }
    async fn states(&self, questions: Vec<String>) -> String {
        let sql = format!("SELECT state FROM ({}) AS states ORDER BY state", questions.join(" UNION ALL "));
        let read = self.app.db.read(&Actor::system("test"), move |cx| cx.all::<(String,)>(&sql, &[])).await;
        read.expect("the state of all tables").into_iter().map(|(state,)| state + "\n").collect()
    }
}

fn tables() -> Vec<String> {
    let history = store::migrate::history();
    history
        .split("CREATE TABLE ")
        .skip(1)
        .filter_map(|rest| rest.split(' ').next())
        .map(str::to_owned)
        .collect()
}
