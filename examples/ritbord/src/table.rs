//! The drawing: shapes in the order they were drawn. A unit is one column or one row.

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Line { from: Point, to: Point },
    Rect { from: Point, to: Point },
    Circle { center: Point, radius: i32 },
    Text { at: Point, words: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// Why a command was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    Unknown(String),
    Usage(&'static str),
    NothingToUndo,
}

#[derive(Debug, Default)]
pub struct Table {
    shapes: Vec<Shape>,
}

impl Table {
    pub fn draw(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub fn undo(&mut self) -> Result<(), Wrong> {
        self.shapes.pop().map(|_| ()).ok_or(Wrong::NothingToUndo)
    }

    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }
}
