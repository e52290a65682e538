//! Columns for people. What comes from elsewhere cannot move the cursor.

use unicode_width::UnicodeWidthStr;

/// Control characters become spaces.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// Heads and rows in columns; the last column is not padded.
pub fn table<const N: usize>(heads: [String; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut lines = vec![heads];
    lines.extend(rows.into_iter().map(|row| row.map(|cell| clean(&cell))));
    let widths: [usize; N] =
        std::array::from_fn(|at| lines.iter().map(|line| line[at].width()).max().unwrap_or(0));
    let mut text = String::new();
    for line in &lines {
        let cells = line.iter().zip(widths).map(|(cell, width)| padded(cell, width));
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text.push('\n');
    }
    text
}

/// Names of facts and their values; a fact without values is left out.
pub fn facts(facts: &[(String, Vec<String>)]) -> String {
    let told: Vec<_> = facts.iter().filter(|(_, values)| !values.is_empty()).collect();
    let width = told.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let mut text = String::new();
    for (name, values) in told {
        for (at, value) in values.iter().enumerate() {
            let name = if at == 0 { name.as_str() } else { "" };
            text += &format!("  {}  {}\n", padded(name, width), clean(value));
        }
    }
    text
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_in_any_script() {
        let rows = [["Åsa".into(), "1".into()], ["東京".into(), "2\u{1b}[31m".into()]];
        assert_eq!(table(["Name".into(), "No".into()], rows), "Name  No\nÅsa   1\n東京  2 [31m\n");
    }

    #[test]
    fn facts_without_a_value_are_left_out() {
        let told = facts(&[("A".into(), vec!["1".into(), "2".into()]), ("Long".into(), vec![])]);
        assert_eq!(told, "  A  1\n     2\n");
    }
}
