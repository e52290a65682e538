//! Waiting until nothing is done in the background, with a bar on a terminal.

use super::told::count;
use crate::{
    answer::Answer,
    context::Context,
    failure::Result,
    http::{Ask, Http},
    texts::Texts,
};
use i18n_embed_fl::fl;
use indicatif::{ProgressBar, ProgressStyle};
use std::{thread, time::Duration};
use wire::seats::Import;

const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// How an import stands, and the answer that said so.
pub struct Followed {
    pub answer: Answer,
    pub import: Import,
}

/// Beginning with what the server said just now.
pub fn follow((cx, http): (&Context, &Http), mut answer: Answer) -> Result<Followed> {
    let (bar, mut pause) = (bar(), FIRST_PAUSE);
    loop {
        let import: Import = answer.parse(cx.t)?;
        let Some(busy) = Busy::of(&import) else {
            bar.finish_and_clear();
            return Ok(Followed { answer, import });
        };
        let (done, all) = busy.far(&import);
        bar.set_message(busy.words(cx.t));
        bar.set_length(all);
        bar.set_position(done);
        thread::sleep(pause);
        pause = LONGEST_PAUSE.min(pause * 2);
        answer = http.send(&Ask::get(["imports", &import.id]))?;
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Busy {
    Looking,
    Running,
    Undoing,
}

impl Busy {
    fn of(import: &Import) -> Option<Busy> {
        match import.state.as_str() {
            "reading" | "looking" => Some(Busy::Looking),
            "running" => Some(Busy::Running),
            "undoing" => Some(Busy::Undoing),
            _ => None,
        }
    }

    /// How many rows, and of how many.
    fn far(self, import: &Import) -> (u64, u64) {
        let rows =
            |states: &[&str]| states.iter().map(|state| count(import, state)).sum::<i64>().unsigned_abs();
        let (done, left) = match self {
            Busy::Looking => (rows(&["planned", "nothing", "faulty"]), rows(&["read"])),
            Busy::Running => (rows(&["done", "refused"]), rows(&["planned"])),
            Busy::Undoing => (rows(&["undone", "stays"]), rows(&["done"])),
        };
        (done, done + left)
    }

    fn words(self, t: Texts) -> String {
        match self {
            Busy::Looking => fl!(t, "looking-at-rows"),
            Busy::Running => fl!(t, "carrying-out"),
            Busy::Undoing => fl!(t, "undoing"),
        }
    }
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {human_pos} / {human_len}, {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_counts_what_is_under_way() {
        let import = |state: &str, rows: &[(&str, i64)]| Import {
            id: "imp_1".into(),
            team: "team_1".into(),
            act: "invite".into(),
            file_name: None,
            state: state.into(),
            rows: rows.iter().map(|(state, count)| ((*state).to_owned(), *count)).collect(),
            seats: [].into(),
            made_at: String::new(),
            made_by: String::new(),
            confirmed_at: None,
            ended_at: None,
        };
        let far = |state: &str, rows: &[(&str, i64)]| {
            let import = import(state, rows);
            Busy::of(&import).map(|busy| busy.far(&import))
        };
        assert_eq!(far("looking", &[("read", 500), ("planned", 300), ("faulty", 200)]), Some((500, 1000)));
        assert_eq!(
            far("running", &[("planned", 7), ("done", 2), ("refused", 1), ("nothing", 9)]),
            Some((3, 10))
        );
        assert_eq!(far("undoing", &[("done", 1), ("undone", 4), ("faulty", 3)]), Some((4, 5)));
        for state in ["ready", "done", "undone"] {
            assert_eq!(far(state, &[]), None);
        }
    }
}
