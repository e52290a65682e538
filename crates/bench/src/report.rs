//! The table: what was measured, what it is compared with, and whether the goal was met.

use crate::{load::Heard, machine};
use kernel::{Error, Result};
use serde_json::{Value, json};
use std::{fmt::Write, time::Duration};

pub struct Report {
    machine: String,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    measured: Figure,
    reference: Option<(String, f64)>,
    goal: Option<Goal>,
}

/// A number with its unit, and what else is known about it.
#[derive(Debug, Clone, Default)]
pub struct Figure {
    pub value: f64,
    pub unit: &'static str,
    /// Half of the answers, and 99 of 100, came within so many milliseconds.
    waits: Option<[f64; 2]>,
    note: Option<String>,
}

#[derive(Debug, Clone, Copy)]
pub enum Goal {
    /// So many times the reference.
    AtLeast(f64),
    /// Less than so much, in the unit of the figure.
    Under(f64),
}

impl Figure {
    pub fn new(value: f64, unit: &'static str) -> Self {
        Figure { value, unit, ..Figure::default() }
    }
    /// Answers a second; refusals are said beside it.
    pub fn rate(heard: &Heard) -> Self {
        let note = heard.refused.map(|(count, status)| format!("{count} refused by {status}"));
        let waits = Some([50, 99].map(|percent| heard.percentile(percent)));
        Figure { value: heard.rate(), unit: "/s", waits, note }
    }
    /// The same where it is the waits that matter.
    pub fn wait(heard: &Heard) -> Self {
        Figure { value: heard.percentile(50), unit: " ms", ..Figure::rate(heard) }
    }
    pub fn note(self, note: impl Into<String>) -> Self {
        Figure { note: Some(note.into()), ..self }
    }

    fn words(&self) -> String {
        let mut words = format!("{}{}", shown(self.value), self.unit);
        if let Some([half, most]) = self.waits {
            let (half, most) = (shown(half), shown(most));
            words = match self.unit {
                " ms" => format!("p50 {half} ms, p99 {most} ms"),
                _ => format!("{words} (p50 {half} ms, p99 {most} ms)"),
            };
        }
        match &self.note {
            Some(note) => format!("{words}, {note}"),
            None => words,
        }
    }
}

impl Report {
    pub fn begin() -> Result<Self> {
        let folder = tempfile::tempdir().map_err(Error::fault)?;
        let syncs = machine::appends(folder.path(), Duration::from_secs(1))?;
        Ok(Report { machine: machine::line(syncs), rows: vec![] })
    }

    pub fn alone(&mut self, what: impl Into<String>, measured: Figure, goal: Option<Goal>) {
        self.push(Row { what: what.into(), measured, reference: None, goal });
    }
    pub fn beside(
        &mut self,
        what: impl Into<String>,
        measured: &Figure,
        reference: (&str, f64),
        goal: Option<Goal>,
    ) {
        let reference = Some((reference.0.to_owned(), reference.1));
        self.push(Row { what: what.into(), measured: measured.clone(), reference, goal });
    }

    /// Said at once as well: a whole run takes minutes.
    fn push(&mut self, row: Row) {
        eprintln!("{}", row.cells().join(" | "));
        self.rows.push(row);
    }

    pub fn markdown(&self) -> String {
        let mut text = format!("{}\n\n", self.machine);
        text += "| what | measured | reference in the same run | ratio | goal | met |\n|---|--:|--:|--:|--:|---|\n";
        for row in &self.rows {
            let _ = writeln!(text, "| {} |", row.cells().join(" | "));
        }
        text
    }

    pub fn json(&self) -> String {
        let rows: Vec<Value> = self.rows.iter().map(Row::json).collect();
        format!("{:#}\n", json!({"machine": self.machine, "rows": rows}))
    }
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        let (_, reference) = self.reference.as_ref().filter(|(_, value)| *value > 0.0)?;
        Some(self.measured.value / reference)
    }

    fn met(&self) -> Option<bool> {
        match self.goal? {
            Goal::AtLeast(least) => Some(self.ratio()? >= least),
            Goal::Under(most) => Some(self.measured.value < most),
        }
    }

    fn cells(&self) -> [String; 6] {
        let unit = self.measured.unit;
        let reference = self.reference.as_ref();
        let reference = reference.map(|(name, value)| format!("{name}: {}{unit}", shown(*value)));
        let goal = self.goal.map(|goal| match goal {
            Goal::AtLeast(least) => format!("≥ {least}"),
            Goal::Under(most) => format!("< {most}{unit}"),
        });
        let met = self.met().map(|met| if met { "yes" } else { "no" });
        [
            self.what.clone(),
            self.measured.words(),
            reference.unwrap_or_default(),
            self.ratio().map(shown).unwrap_or_default(),
            goal.unwrap_or_default(),
            met.unwrap_or_default().to_owned(),
        ]
    }

    fn json(&self) -> Value {
        let Figure { value, unit, waits, note } = &self.measured;
        let goal = self.goal.map(|goal| match goal {
            Goal::AtLeast(ratio) => json!({"ratio_at_least": ratio}),
            Goal::Under(most) => json!({"under": most}),
        });
        json!({
            "what": self.what,
            "measured": value,
            "unit": unit.trim(),
            "p50_ms": waits.map(|[half, _]| half),
            "p99_ms": waits.map(|[_, most]| most),
            "note": note,
            "reference": self.reference.as_ref().map(|(name, value)| json!({"what": name, "measured": value})),
            "ratio": self.ratio(),
            "goal": goal,
            "met": self.met(),
        })
    }
}

/// Three figures that count, and a comma between thousands.
pub fn shown(value: f64) -> String {
    match value {
        _ if value < 1.0 => format!("{value:.3}"),
        _ if value < 10.0 => format!("{value:.2}"),
        _ if value < 100.0 => format!("{value:.1}"),
        _ => {
            let digits = format!("{value:.0}");
            let parts: Vec<&str> =
                digits.as_bytes().rchunks(3).rev().filter_map(|part| str::from_utf8(part).ok()).collect();
            parts.join(",")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_its_ratio_and_whether_the_goal_was_met() {
        let mut report = Report { machine: "a machine".into(), rows: vec![] };
        let checkout = Figure::new(5_230.4, "/s");
        report.beside("checkout", &checkout, ("echo", 20_000.0), Some(Goal::AtLeast(0.15)));
        report.alone("start", Figure::new(0.412, " s"), Some(Goal::Under(0.3)));
        let text = report.markdown();
        assert!(text.contains("| checkout | 5,230/s | echo: 20,000/s | 0.262 | ≥ 0.15 | yes |"), "{text}");
        assert!(text.contains("| start | 0.412 s |  |  | < 0.3 s | no |"), "{text}");
    }

    #[test]
    fn numbers_are_as_long_as_they_are_sure() {
        assert_eq!(
            [0.0123, 3.456, 45.67, 999.6, 1_234_567.0].map(shown),
            ["0.012", "3.46", "45.7", "1,000", "1,234,567"]
        );
    }
}
