//! Tables: a column says once how it behaves (figures, wrapping, when it leaves), its head and cells follow.

use super::{button::Button, drawn, icon, is_blank};
use crate::texts;
use i18n_embed_fl::fl;
use kernel::Lang;
use maud::{Markup, Render, html};

/// A column.
#[derive(Clone)]
pub struct Col {
    name: String,
    hidden: bool,
    main: bool,
    third: bool,
    head: Vec<&'static str>,
    cell: Vec<&'static str>,
    sort: Option<(Sort, String)>,
    also: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Up,
    Down,
    /// One may sort by it, but the list is not sorted by it now.
    Not,
}

/// `col("Role").wraps().leaves(2)`
pub fn col(name: impl Into<String>) -> Col {
    Col {
        name: name.into(),
        hidden: false,
        main: false,
        third: false,
        head: Vec::new(),
        cell: Vec::new(),
        sort: None,
        also: false,
    }
}

impl Col {
    /// The column that names the row and takes the room that is left. One a table.
    pub fn main(mut self) -> Self {
        self.main = true;
        self
    }
    /// Keeps a third of the width for the name when it is tight.
    pub fn third(mut self) -> Self {
        self.third = true;
        self
    }
    /// Figures and times, at the right.
    pub fn number(mut self) -> Self {
        self.head.push("n");
        self.cell.push("n");
        self
    }
    pub fn no_wrap(mut self) -> Self {
        self.cell.push("nw");
        self
    }
    /// Wraps when it is tight.
    pub fn wraps(mut self) -> Self {
        self.cell.push("wr");
        self
    }
    pub fn muted(mut self) -> Self {
        self.cell.push("muted");
        self
    }
    pub fn mono(mut self) -> Self {
        self.cell.push("mono");
        self
    }
    /// Leaves when the list is narrow: 4 first (under 768 px), then 3 (640), then 2 (480).
    pub fn leaves(mut self, turn: u8) -> Self {
        let class = match turn {
            0..=2 => "p2",
            3 => "p3",
            _ => "p4",
        };
        self.head.push(class);
        self.cell.push(class);
        self
    }
    /// On phones, where it has left, it is said in a line under the name.
    pub fn under_name(mut self) -> Self {
        self.also = true;
        self
    }
    /// The head is for screen readers only, as above a column of buttons.
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }
    /// The head is a link that sorts.
    pub fn sort(mut self, sort: Sort, href: impl Into<String>) -> Self {
        self.sort = Some((sort, href.into()));
        self
    }

    fn draw_head(&self) -> Markup {
        let sorted = self.sort.as_ref().map(|(sort, _)| *sort);
        let how = match sorted {
            Some(Sort::Up) => Some("ascending"),
            Some(Sort::Down) => Some("descending"),
            _ => None,
        };
        html! {
            th class=[classes(&self.head)] scope="col" aria-sort=[how] {
                @if self.hidden { span.sr { (self.name) } }
                @else if let Some((_, href)) = &self.sort {
                    a href=(href) { (self.name) @if how.is_some() { " " (icon("sort")) } }
                }
                @else { (self.name) }
            }
        }
    }
}

fn classes(classes: &[&'static str]) -> Option<String> {
    (!classes.is_empty()).then(|| classes.join(" "))
}

/// A row of a table.
#[derive(Clone, Default)]
pub struct Tr {
    cells: Vec<Markup>,
    pick: Option<Pick>,
    id: Option<String>,
    tap: bool,
    current: bool,
    bad: bool,
}

#[derive(Clone)]
struct Pick {
    value: String,
    label: String,
    checked: bool,
}

/// `tr().cell(who(..)).cell(sign(Is::Ok, "Active")).tap()`
pub fn tr() -> Tr {
    Tr::default()
}

impl Tr {
    pub fn cell(mut self, cell: impl Render) -> Self {
        self.cells.push(drawn(cell));
        self
    }
    /// The link of class `go` in it covers the row; `who` and `what` bring one.
    pub fn tap(mut self) -> Self {
        self.tap = true;
        self
    }
    /// Its box: what it sends, and what it selects, for screen readers ("Select Noora Aalto").
    pub fn pick(mut self, value: impl Into<String>, label: impl Into<String>) -> Self {
        self.pick = Some(Pick { value: value.into(), label: label.into(), checked: false });
        self
    }
    pub fn picked(mut self, checked: bool) -> Self {
        if let Some(pick) = &mut self.pick {
            pick.checked = checked;
        }
        self
    }
    /// Open beside the list.
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
    /// Something is wrong with it.
    pub fn bad(mut self, bad: bool) -> Self {
        self.bad = bad;
        self
    }
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// A table. Draw it inside [`picks`] when its rows can be picked.
#[derive(Clone)]
pub struct Table {
    caption: String,
    shown: bool,
    tight: bool,
    columns: Vec<Col>,
    rows: Vec<Tr>,
    foot: Option<Tr>,
    picks: Option<(String, String)>,
    empty: Markup,
}

/// `table("People, sorted by last name").cols([col("Name").main(), col("Status")]).rows(people.iter().map(row))`
pub fn table(caption: impl Into<String>) -> Table {
    Table {
        caption: caption.into(),
        shown: false,
        tight: false,
        columns: Vec::new(),
        rows: Vec::new(),
        foot: None,
        picks: None,
        empty: drawn(""),
    }
}

impl Table {
    pub fn cols(mut self, columns: impl IntoIterator<Item = Col>) -> Self {
        self.columns.extend(columns);
        self
    }
    pub fn rows(mut self, rows: impl IntoIterator<Item = Tr>) -> Self {
        self.rows.extend(rows);
        self
    }
    pub fn row(mut self, row: Tr) -> Self {
        self.rows.push(row);
        self
    }
    /// Sums.
    pub fn foot(mut self, foot: Tr) -> Self {
        self.foot = Some(foot);
        self
    }
    /// Rows have boxes that send `name`; the label is that of the box for all ("Select every person on this page").
    pub fn picks(mut self, name: impl Into<String>, all: impl Into<String>) -> Self {
        self.picks = Some((name.into(), all.into()));
        self
    }
    /// The caption is for everyone, not only for screen readers.
    pub fn shown_caption(mut self) -> Self {
        self.shown = true;
        self
    }
    /// Rows of 32 pixels.
    pub fn tight(mut self) -> Self {
        self.tight = true;
        self
    }
    /// Stands in the place of a table without rows; see [`empty`](super::empty()).
    pub fn or_empty(mut self, empty: impl Render) -> Self {
        self.empty = drawn(empty);
        self
    }

    fn draw(&self) -> Markup {
        html! {
            table class=(if self.tight { "table table-tight" } else { "table" }) {
                caption.sr[!self.shown] { (self.caption) }
                thead {
                    tr {
                        @if let Some((_, all)) = &self.picks {
                            th.c scope="col" { input.pick-all.js-only type="checkbox" aria-label=(all); span.sr { (all) } }
                        }
                        @for column in &self.columns { (column.draw_head()) }
                    }
                }
                tbody { @for row in &self.rows { (self.draw_row(row)) } }
                @if let Some(foot) = &self.foot { tfoot { (self.draw_row(foot)) } }
            }
        }
    }
    fn draw_row(&self, row: &Tr) -> Markup {
        let class: Vec<&str> = [("tap", row.tap), ("is-bad", row.bad)]
            .into_iter()
            .filter_map(|(class, on)| on.then_some(class))
            .collect();
        html! {
            tr class=[classes(&class)] id=[row.id.as_ref()] aria-current=[row.current.then_some("true")] {
                @if let Some((name, _)) = &self.picks {
                    td.c {
                        @if let Some(pick) = &row.pick {
                            input.pick type="checkbox" name=(name) value=(pick.value) checked[pick.checked]
                                aria-label=(pick.label);
                        }
                    }
                }
                @for (column, cell) in self.columns.iter().zip(&row.cells) {
                    @if column.main { (self.draw_main(column, cell, row)) }
                    @else { td class=[classes(&column.cell)] { (cell) } }
                }
            }
        }
    }
    fn draw_main(&self, column: &Col, cell: &Markup, row: &Tr) -> Markup {
        let also: Vec<&Markup> = (self.columns.iter().zip(&row.cells))
            .filter(|(column, cell)| column.also && !is_blank(cell))
            .map(|(_, cell)| cell)
            .collect();
        html! {
            th.fill.one.third[column.third] scope="row" {
                (cell)
                @if !also.is_empty() {
                    span.also { @for (n, cell) in also.iter().enumerate() { @if n > 0 { " · " } (cell) } }
                }
            }
        }
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        if self.rows.is_empty() && !is_blank(&self.empty) {
            return self.empty.clone();
        }
        if self.picks.is_some() {
            return self.draw();
        }
        html! { div.list-in { (self.draw()) } }
    }
}

/// The form around a table with boxes, its bar of acts and its pager.
/// `picks("/users/picked", html! { (table) (bulk(lang, "Selected people", [..])) (pager(..)) })`
pub fn picks(action: &str, body: impl Render) -> Markup {
    html! { div.list-in { form.picks method="post" action=(action) { (body) } } }
}

/// The same where picking leads on to a page that asks what to do, and changes nothing by itself.
pub fn picks_for(page: &str, body: impl Render) -> Markup {
    html! { div.list-in { form.picks action=(page) { (body) } } }
}

/// Acts on the picked rows: shown while one is picked, counts by itself.
/// `bulk(lang, "Selected people", [button::plain("Assign products").icon("seat").sends("act", "assign")])`
pub fn bulk(lang: Lang, label: impl Into<String>, buttons: impl IntoIterator<Item = Button>) -> Markup {
    html! {
        div.bulk role="group" aria-label=(label.into()) {
            output { (fl!(texts(lang), "picked")) }
            @for button in buttons { (button) }
        }
    }
}

/// Something wide that scrolls sideways inside its own frame: `scroll("Buttons and their states", table)`
pub fn scroll(label: impl Into<String>, body: impl Render) -> Markup {
    html! { div.scroll role="region" aria-label=(label.into()) tabindex="0" { (body) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::{Is, sign};

    fn people() -> Table {
        table("People").cols([
            col("Name").main().sort(Sort::Down, "?sort=name"),
            col("Role").wraps().leaves(2).under_name(),
            col("Seats").number().leaves(3),
        ])
    }

    #[test]
    fn head_and_cells_follow_the_column() {
        let row = tr().cell("Noora <Aalto>").cell("User").cell("2").tap().current(true);
        let html = people().row(row).render().0;
        assert!(html.starts_with("<div class=\"list-in\">"), "{html}");
        assert!(
            html.contains("<th scope=\"col\" aria-sort=\"descending\"><a href=\"?sort=name\">Name"),
            "{html}"
        );
        assert!(
            html.contains("<th class=\"n p3\" scope=\"col\">Seats") && html.contains("<td class=\"n p3\">2"),
            "{html}"
        );
        assert!(html.contains("scope=\"row\">Noora &lt;Aalto&gt;<span class=\"also\">User</span>"), "{html}");
        assert!(html.contains("<tr class=\"tap\" aria-current=\"true\">"), "{html}");
    }

    #[test]
    fn a_row_that_cannot_be_picked_keeps_its_place() {
        let table =
            people().picks("person", "Select all").row(tr().cell("A").cell(sign(Is::Ok, "B")).cell("1"));
        let html = table.render().0;
        assert!(html.contains("<td class=\"c\"></td>") && html.starts_with("<table"), "{html}");
    }

    #[test]
    fn without_rows_the_next_step_is_shown() {
        assert_eq!(people().or_empty("Nobody yet").render().0, "Nobody yet");
    }
}
