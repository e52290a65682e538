//! One line of input, read.

use crate::table::{Point, Shape, Wrong};

/// Farther away nothing is drawn, and nothing takes long.
const FARTHEST: i32 = 10_000;

#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Draw(Shape),
    Show,
    Undo,
    Save(String),
    License,
    Help,
    Quit,
    Nothing,
}

pub fn parse(line: &str) -> Result<Command, Wrong> {
    let (word, rest) = first_word(line);
    match word {
        "" => Ok(Command::Nothing),
        "line" => corners(rest, "line X1 Y1 X2 Y2").map(|(from, to)| Command::Draw(Shape::Line { from, to })),
        "rect" => corners(rest, "rect X1 Y1 X2 Y2").map(|(from, to)| Command::Draw(Shape::Rect { from, to })),
        "circle" => circle(rest),
        "text" => text(rest),
        "save" if !rest.is_empty() => Ok(Command::Save(rest.to_owned())),
        "save" => Err(Wrong::Usage("save FILE.svg")),
        "show" => Ok(Command::Show),
        "undo" => Ok(Command::Undo),
        "license" => Ok(Command::License),
        "help" => Ok(Command::Help),
        "quit" | "exit" => Ok(Command::Quit),
        other => Err(Wrong::Unknown(other.to_owned())),
    }
}

fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim())
}

fn corners(rest: &str, usage: &'static str) -> Result<(Point, Point), Wrong> {
    let [x1, y1, x2, y2] = numbers(rest).ok_or(Wrong::Usage(usage))?;
    Ok((Point { x: x1, y: y1 }, Point { x: x2, y: y2 }))
}

fn circle(rest: &str) -> Result<Command, Wrong> {
    match numbers(rest) {
        Some([x, y, radius]) if radius >= 0 => {
            Ok(Command::Draw(Shape::Circle { center: Point { x, y }, radius }))
        }
        _ => Err(Wrong::Usage("circle X Y RADIUS")),
    }
}

fn text(rest: &str) -> Result<Command, Wrong> {
    let (x, rest) = first_word(rest);
    let (y, words) = first_word(rest);
    match (number(x), number(y)) {
        (Some(x), Some(y)) if !words.is_empty() => {
            Ok(Command::Draw(Shape::Text { at: Point { x, y }, words: words.to_owned() }))
        }
        _ => Err(Wrong::Usage("text X Y WORDS")),
    }
}

fn numbers<const N: usize>(rest: &str) -> Option<[i32; N]> {
    let all: Option<Vec<i32>> = rest.split_whitespace().map(number).collect();
    all?.try_into().ok()
}

fn number(word: &str) -> Option<i32> {
    word.parse().ok().filter(|number: &i32| (-FARTHEST..=FARTHEST).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_commands() {
        let point = |x, y| Point { x, y };
        let line = Shape::Line { from: point(1, 2), to: point(30, -4) };
        assert_eq!(parse("line 1 2  30 -4"), Ok(Command::Draw(line)));
        let text = Shape::Text { at: point(3, 4), words: "hej  du".into() };
        assert_eq!(parse(" text 3 4 hej  du "), Ok(Command::Draw(text)));
        assert_eq!(parse("save my house.svg"), Ok(Command::Save("my house.svg".into())));
        assert_eq!(parse("  "), Ok(Command::Nothing));
    }

    #[test]
    fn mistakes_are_explained() {
        assert_eq!(parse("paint"), Err(Wrong::Unknown("paint".into())));
        for line in [
            "line 1 2 3",
            "line 1 2 3 4 5",
            "rect a b c d",
            "circle 1 1 -1",
            "text 1 2",
            "save",
            "line 1 2 3 99999",
        ] {
            assert!(matches!(parse(line), Err(Wrong::Usage(_))), "{line}");
        }
    }
}
