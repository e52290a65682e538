//! What a query sees: the actor, the time, rows.

use crate::{
    conn::{Conn, Engine},
    value::{Bind, FromRow, by_ids},
};
use kernel::{Actor, Error, House, Permission, Result, Scope, Timestamp};
use std::sync::Arc;

/// A read of the database for one actor, in one snapshot.
pub struct Read {
    pub(crate) conn: Conn,
    pub(crate) actor: Actor,
    pub(crate) now: Timestamp,
    pub(crate) house: Arc<House>,
}

impl Read {
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
    pub fn now(&self) -> Timestamp {
        self.now
    }
    /// The vendor's facts: public url, name.
    pub fn house(&self) -> &House {
        &self.house
    }
    pub fn engine(&self) -> Engine {
        self.conn.engine()
    }

    /// Refuses unless the one table of roles allows it (see [`Actor::require`]).
    pub fn require(&self, permission: Permission, scope: Scope) -> Result<()> {
        self.actor.require(permission, scope)
    }
    pub fn may(&self, permission: Permission, scope: Scope) -> bool {
        self.actor.may(permission, scope)
    }

    /// All rows.
    pub fn all<T: FromRow>(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<Vec<T>> {
        self.conn.rows(sql, params)?.iter_mut().map(T::from_row).collect()
    }
    /// All rows for these, who stand in the statement as `{ids}` behind the other parameters; some hundreds at a time.
    pub fn all_of<T: FromRow>(&mut self, sql: &str, first: &[&dyn Bind], of: &[impl Bind]) -> Result<Vec<T>> {
        let mut found = vec![];
        for (sql, params) in by_ids(sql, first, of) {
            found.extend(self.all::<T>(&sql, &params)?);
        }
        Ok(found)
    }
    /// The first row, if there is one.
    pub fn opt<T: FromRow>(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<Option<T>> {
        self.conn.rows(sql, params)?.first_mut().map(T::from_row).transpose()
    }
    /// The first row, or a refusal: not found.
    pub fn one<T: FromRow>(&mut self, sql: &str, params: &[&dyn Bind]) -> Result<T> {
        self.opt(sql, params)?.ok_or_else(Error::not_found)
    }
}
