//! The served engine: a synchronous connection to PostgreSQL, driven by a runtime of its own.

use crate::{
    conn::Failure,
    value::{Bind, Cell, Param, Row},
};
use std::{collections::HashMap, error::Error as _, sync::Arc};
use tokio::runtime::Runtime;
use tokio_postgres::{
    Client, Statement,
    error::SqlState,
    types::{IsNull, ToSql, Type, to_sql_checked},
};
use tokio_postgres_rustls::MakeRustlsConnect;

type Answer<T> = Result<T, (Failure, String)>;

pub(crate) struct PgConn {
    runtime: Runtime,
    client: Client,
    prepared: HashMap<String, Statement>,
}

impl PgConn {
    pub fn open(url: &str) -> Answer<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| (Failure::Other, error.to_string()))?;
        let client = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, tls()).await.map_err(failed)?;
            tokio::spawn(connection);
            Ok(client)
        })?;
        Ok(PgConn { runtime, client, prepared: HashMap::new() })
    }

    pub fn rows(&mut self, sql: &str, params: &[&dyn Bind]) -> Answer<Vec<Row>> {
        let statement = self.prepare(sql)?;
        let bound: Vec<_> = params.iter().map(|param| Bound(param.bind())).collect();
        let params: Vec<_> = bound.iter().map(|param| param as &(dyn ToSql + Sync)).collect();
        let found = self.runtime.block_on(self.client.query(&statement, &params)).map_err(failed)?;
        found
            .iter()
            .map(|row| (0..row.len()).map(|at| cell(row, at)).collect::<Answer<_>>().map(Row::new))
            .collect()
    }

    pub fn execute(&mut self, sql: &str, params: &[&dyn Bind]) -> Answer<u64> {
        let statement = self.prepare(sql)?;
        let bound: Vec<_> = params.iter().map(|param| Bound(param.bind())).collect();
        let params: Vec<_> = bound.iter().map(|param| param as &(dyn ToSql + Sync)).collect();
        self.runtime.block_on(self.client.execute(&statement, &params)).map_err(failed)
    }

    pub fn batch(&mut self, sql: &str) -> Answer<()> {
        self.runtime.block_on(self.client.batch_execute(sql)).map_err(failed)
    }

    fn prepare(&mut self, sql: &str) -> Answer<Statement> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.runtime.block_on(self.client.prepare(sql)).map_err(failed)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

/// Encrypted when the server offers it or the url asks for it (`sslmode`), checked against the system's roots.
fn tls() -> MakeRustlsConnect {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap_or_else(|error| unreachable!("the provider speaks TLS 1.2 and 1.3: {error}"))
        .with_root_certificates(roots)
        .with_no_client_auth();
    MakeRustlsConnect::new(config)
}

/// A parameter takes the type that the server inferred for its place.
#[derive(Debug)]
struct Bound<'a>(Param<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut bytes::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match &self.0 {
            Param::Null => Ok(IsNull::Yes),
            Param::Int(value) if *kind == Type::INT4 => i32::try_from(*value)?.to_sql(kind, out),
            Param::Int(value) if *kind == Type::BOOL => (*value != 0).to_sql(kind, out),
            Param::Int(value) if *kind == Type::INT8 => value.to_sql(kind, out),
            Param::Int(value) => value.to_string().to_sql(kind, out),
            Param::Text(value) => (&**value).to_sql(kind, out),
            Param::Bytes(value) => (&**value).to_sql(kind, out),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

fn cell(row: &tokio_postgres::Row, at: usize) -> Answer<Cell> {
    let column = row.columns()[at].type_();
    let read = match *column {
        Type::INT8 => row.try_get::<_, Option<i64>>(at).map(|value| value.map(Cell::Int)),
        Type::INT4 => {
            row.try_get::<_, Option<i32>>(at).map(|value| value.map(|value| Cell::Int(value.into())))
        }
        Type::BOOL => {
            row.try_get::<_, Option<bool>>(at).map(|value| value.map(|value| Cell::Int(value.into())))
        }
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at).map(|value| value.map(Cell::Bytes)),
        _ => row.try_get::<_, Option<String>>(at).map(|value| value.map(Cell::Text)),
    };
    read.map(|value| value.unwrap_or(Cell::Null)).map_err(failed)
}

fn failed(error: tokio_postgres::Error) -> (Failure, String) {
    let Some(reason) = error.as_db_error() else {
        let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        let failure =
            if error.is_closed() || error.code().is_none() { Failure::Lost } else { Failure::Other };
        return (failure, format!("PostgreSQL: {error}{source}"));
    };
    let failure = match reason.code() {
        code if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED => {
            Failure::Retry
        }
        code if *code == SqlState::LOCK_NOT_AVAILABLE => Failure::Busy,
        code if *code == SqlState::DISK_FULL => Failure::Full,
        code if *code == SqlState::ADMIN_SHUTDOWN || *code == SqlState::CRASH_SHUTDOWN => Failure::Lost,
        _ => Failure::Other,
    };
    (failure, format!("PostgreSQL: {} {}", reason.code().code(), reason.message()))
}
