//! The drawing as a picture. A column is 10 wide, a row is 20 high, as on the screen.

use crate::{
    grid::{HEIGHT, WIDTH},
    table::{Point, Shape, Table},
};

pub fn picture(table: &Table) -> String {
    let shapes: String = table.shapes().iter().map(element).collect();
    let (width, height) = (WIDTH * 10, HEIGHT * 20);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" fill=\"none\" stroke=\"black\" \
         stroke-width=\"2\">\n{shapes}</svg>\n"
    )
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Line { from, to } => {
            let ((x1, y1), (x2, y2)) = (middle(*from), middle(*to));
            format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>\n")
        }
        Shape::Rect { from, to } => {
            let ((x1, y1), (x2, y2)) = (middle(*from), middle(*to));
            let (x, y, width, height) = (x1.min(x2), y1.min(y2), (x1 - x2).abs(), (y1 - y2).abs());
            format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\n")
        }
        Shape::Circle { center, radius } => {
            let (x, y) = middle(*center);
            format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>\n", radius * 20)
        }
        Shape::Text { at, words } => {
            let (x, y) = (at.x * 10, at.y * 20 + 16);
            let words = escaped(words);
            format!(
                "<text x=\"{x}\" y=\"{y}\" font-family=\"monospace\" font-size=\"16\" fill=\"black\" stroke=\"none\">{words}</text>\n"
            )
        }
    }
}

/// The middle of a character's cell.
fn middle(point: Point) -> (i32, i32) {
    (point.x * 10 + 5, point.y * 20 + 10)
}

fn escaped(words: &str) -> String {
    // Control characters are not allowed in XML at all.
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let mut table = Table::default();
        table.draw(Shape::Text { at: Point { x: 1, y: 1 }, words: "</text><script>&".into() });
        let picture = picture(&table);
        assert!(picture.contains("&lt;/text&gt;&lt;script&gt;&amp;</text>"), "{picture}");
    }
}
