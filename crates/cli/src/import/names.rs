//! What the ids in rows are called: pools by their offering, groups by their name.

use crate::{
    context::Context,
    failure::Result,
    http::{Ask, Http},
    listing::Part,
};
use std::collections::HashMap;
use wire::seats::{Group, ImportRow, Pool};

#[derive(Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// Asks for no more than the rows speak of.
    pub fn of((cx, http): (&Context, &Http), team: &str, rows: &[ImportRow]) -> Result<Names> {
        let mut names = Names::default();
        let acts = || rows.iter().flat_map(|row| row.plan.iter().chain(&row.done));
        let speak_of =
            |kind: &str| acts().filter_map(|act| act.subject.as_ref()).any(|id| id.starts_with(kind));
        if speak_of("pool_") {
            let found = pools((cx, http), team)?;
            names.0.extend(found.into_iter().map(|pool| (pool.id, pool.offering_name)));
        }
        if speak_of("grp_") {
            let found = Part::all().fetch::<Group>((cx, http), || Ask::get(["teams", team, "groups"]))?;
            names.0.extend(found.rows.into_iter().map(|group| (group.id, group.name)));
        }
        Ok(names)
    }

    /// What is gone meanwhile goes by its id.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }
}

pub fn pools((cx, http): (&Context, &Http), team: &str) -> Result<Vec<Pool>> {
    Ok(Part::all().fetch((cx, http), || Ask::get(["teams", team, "pools"]))?.rows)
}
