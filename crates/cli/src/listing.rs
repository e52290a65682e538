//! Lists of the API, a page or all of them.

use crate::{
    answer::{self, Answer},
    context::Context,
    failure::Result,
    http::{Ask, Http},
};
use clap::Args;
use i18n_embed_fl::fl;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Which part of a list.
#[derive(Debug, Args)]
pub struct Part {
    /// How many, at most 200
    #[arg(long, value_name = "NUMBER", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=200))]
    limit: u16,
    /// From where the page before ended
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
    /// All of them; with --json one answer a line
    #[arg(long)]
    all: bool,
}

pub struct Listed<T> {
    pub rows: Vec<T>,
    pub next: Option<String>,
    answers: Vec<Answer>,
}

impl Part {
    pub fn all() -> Part {
        Part { limit: 200, cursor: None, all: true }
    }
    pub fn first(limit: u16) -> Part {
        Part { limit, cursor: None, all: false }
    }

    /// `ask` is made anew for every page.
    pub fn fetch<T: DeserializeOwned>(
        &self,
        (cx, http): (&Context, &Http),
        ask: impl Fn() -> Ask,
    ) -> Result<Listed<T>> {
        let mut listed = Listed { rows: vec![], next: None, answers: vec![] };
        let (rows, answers) = (&mut listed.rows, &mut listed.answers);
        listed.next = self.pages((cx, http), ask, |page, answer| {
            rows.extend(page);
            answers.push(answer);
            Ok(())
        })?;
        Ok(listed)
    }

    /// One page after the other goes into `page`, and is not kept. Where the next one begins, if there is one.
    pub fn pages<T: DeserializeOwned>(
        &self,
        (cx, http): (&Context, &Http),
        ask: impl Fn() -> Ask,
        mut page: impl FnMut(Vec<T>, Answer) -> Result<()>,
    ) -> Result<Option<String>> {
        let mut next = self.cursor.clone();
        loop {
            let mut ask = ask().query("limit", self.limit.to_string());
            if let Some(next) = next.take() {
                ask = ask.query("cursor", next);
            }
            let answer = http.send(&ask)?;
            let mut body: Value = answer.parse(cx.t)?;
            let items: serde_json::Result<Vec<T>> = serde_json::from_value(body["items"].take());
            let items = items.map_err(|_| answer::not_plats(cx.t))?;
            next = body["next"].as_str().map(str::to_owned);
            page(items, answer)?;
            if !self.all || next.is_none() {
                return Ok(next);
            }
        }
    }
}

impl<T> Listed<T> {
    /// The table, or what stands in its place when there is nothing; or the answers as they came.
    pub fn tell(&self, cx: &Context, table: impl FnOnce(&[T]) -> String) -> Result<()> {
        if cx.json() {
            return self.answers.iter().try_for_each(|answer| cx.say(&answer.text));
        }
        if self.rows.is_empty() {
            return cx.say(&fl!(cx.t, "nothing-there"));
        }
        cx.say(&table(&self.rows))?;
        match &self.next {
            Some(next) => cx.say(&fl!(cx.t, "there-is-more", next = next.as_str())),
            None => Ok(()),
        }
    }
}
