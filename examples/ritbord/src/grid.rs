//! The drawing on a grid of characters. A character is twice as high as it is wide, so a circle is twice as many columns.

use crate::table::{Point, Shape, Table};
use std::fmt;

pub const WIDTH: i32 = 72;
pub const HEIGHT: i32 = 24;

pub struct Grid {
    rows: Vec<Vec<char>>,
}

impl Grid {
    pub fn of(table: &Table) -> Self {
        let mut grid = Self { rows: vec![vec![' '; cells(WIDTH)]; cells(HEIGHT)] };
        for shape in table.shapes() {
            grid.draw(shape);
        }
        grid
    }

    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { from, to } => self.line(*from, *to),
            Shape::Rect { from, to } => self.rect(*from, *to),
            Shape::Circle { center, radius } => self.circle(*center, *radius),
            Shape::Text { at, words } => {
                for (x, c) in (at.x..WIDTH).zip(words.chars()) {
                    self.put(x, at.y, c);
                }
            }
        }
    }

    /// Steps along the longer side.
    fn line(&mut self, from: Point, to: Point) {
        let (wide, high) = (to.x - from.x, to.y - from.y);
        let steps = wide.abs().max(high.abs());
        let c = stroke(wide, high);
        for step in 0..=steps {
            let along = |length: i32| (2 * length * step + steps).div_euclid((2 * steps).max(1));
            self.put(from.x + along(wide), from.y + along(high), c);
        }
    }

    fn rect(&mut self, a: Point, b: Point) {
        let (left, right, top, bottom) = (a.x.min(b.x), a.x.max(b.x), a.y.min(b.y), a.y.max(b.y));
        for x in left..=right {
            self.put(x, top, '─');
            self.put(x, bottom, '─');
        }
        for y in top..=bottom {
            self.put(left, y, '│');
            self.put(right, y, '│');
        }
        for (x, y, corner) in [(left, top, '┌'), (right, top, '┐'), (left, bottom, '└'), (right, bottom, '┘')]
        {
            self.put(x, y, corner);
        }
    }

    fn circle(&mut self, center: Point, radius: i32) {
        let round = f64::from(radius);
        let steps = (radius * 16).clamp(1, 4096);
        for step in 0..steps {
            let angle = std::f64::consts::TAU * f64::from(step) / f64::from(steps);
            let (x, y) = (2.0 * round * angle.cos(), round * angle.sin());
            self.put(center.x + rounded(x), center.y + rounded(y), 'o');
        }
    }

    /// What lies beside the table is not drawn.
    fn put(&mut self, x: i32, y: i32, c: char) {
        let row = usize::try_from(y).ok().and_then(|y| self.rows.get_mut(y));
        let cell = row.and_then(|row| usize::try_from(x).ok().and_then(|x| row.get_mut(x)));
        if let Some(cell) = cell {
            *cell = c;
        }
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let edge = "─".repeat(cells(WIDTH));
        writeln!(f, "┌{edge}┐")?;
        for row in &self.rows {
            writeln!(f, "│{}│", row.iter().collect::<String>())?;
        }
        write!(f, "└{edge}┘")
    }
}

/// The character that looks most like the direction.
fn stroke(wide: i32, high: i32) -> char {
    if wide.abs() > 2 * high.abs() {
        '─'
    } else if high.abs() > 2 * wide.abs() {
        '│'
    } else if (wide > 0) == (high > 0) {
        '╲'
    } else {
        '╱'
    }
}

fn cells(count: i32) -> usize {
    usize::try_from(count).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates are within ten thousands")]
fn rounded(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, parse};

    fn drawn(lines: &[&str]) -> Vec<String> {
        let mut table = Table::default();
        for line in lines {
            if let Ok(Command::Draw(shape)) = parse(line) {
                table.draw(shape);
            }
        }
        Grid::of(&table).rows.iter().map(|row| row.iter().collect::<String>().trim_end().to_owned()).collect()
    }

    #[test]
    fn shapes_are_drawn() {
        let rows = drawn(&["rect 0 0 5 3", "text 1 1 hej", "line 8 0 11 3", "line 13 2 20 2"]);
        assert_eq!(rows[..4], ["┌────┐  ╲", "│hej │   ╲", "│    │    ╲  ────────", "└────┘     ╲"]);
    }

    #[test]
    fn a_circle_is_round_to_the_eye() {
        let rows = drawn(&["circle 10 4 3"]);
        assert_eq!(rows[4], "    o           o");
        assert_eq!((rows[0].as_str(), rows[8].as_str()), ("", ""));
    }

    #[test]
    fn what_lies_beside_the_table_is_no_trouble() {
        drawn(&[
            "line -9000 -9000 9000 9000",
            "circle 0 0 10000",
            "rect -5 -5 10000 10000",
            "text 70 0 longer than this",
        ]);
        drawn(&["line 5 5 5 5", "circle 3 3 0"]);
    }
}
