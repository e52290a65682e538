//! What goes into a statement and what comes out of a row, the same for both engines.

use kernel::{Error, Id, Lang, Result, Role, Timestamp, id::Named};
use std::borrow::Cow;

/// A value on its way into a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Param<'a> {
    Null,
    Int(i64),
    Text(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
}

/// What can be bound to `$1`, `$2` and so on.
pub trait Bind: Sync {
    fn bind(&self) -> Param<'_>;
}

macro_rules! bind {
    ($($kind:ty: |$value:ident| $param:expr;)*) => {$(
        impl Bind for $kind {
            fn bind(&self) -> Param<'_> {
                let $value = self;
                $param
            }
        }
    )*};
}

bind! {
    i64: |value| Param::Int(*value);
    i32: |value| Param::Int(i64::from(*value));
    u32: |value| Param::Int(i64::from(*value));
    bool: |value| Param::Int(i64::from(*value));
    Timestamp: |value| Param::Int(value.millis());
    str: |value| Param::Text(value.into());
    String: |value| Param::Text(value.as_str().into());
    Cow<'_, str>: |value| Param::Text((&**value).into());
    Vec<u8>: |value| Param::Bytes(value.as_slice().into());
    Lang: |value| Param::Text(value.tag().into());
    Role: |value| Param::Text(value.name().into());
}

impl<K: Named> Bind for Id<K> {
    fn bind(&self) -> Param<'_> {
        Param::Text(self.to_string().into())
    }
}
impl<T: Bind + ?Sized> Bind for &T {
    fn bind(&self) -> Param<'_> {
        (**self).bind()
    }
}
impl<T: Bind> Bind for Option<T> {
    fn bind(&self) -> Param<'_> {
        self.as_ref().map_or(Param::Null, Bind::bind)
    }
}

/// A value that came out of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// What a cell can become.
pub trait FromCell: Sized {
    fn from_cell(cell: Cell) -> Result<Self>;
}

fn unexpected<T>(cell: &Cell) -> Result<T> {
    Err(Error::fault(format!("a row holds {cell:?} where {} was read", std::any::type_name::<T>())))
}

impl FromCell for i64 {
    fn from_cell(cell: Cell) -> Result<Self> {
        match cell {
            Cell::Int(value) => Ok(value),
            other => unexpected(&other),
        }
    }
}
impl FromCell for u32 {
    fn from_cell(cell: Cell) -> Result<Self> {
        i64::from_cell(cell)?.try_into().map_err(Error::fault)
    }
}
impl FromCell for bool {
    fn from_cell(cell: Cell) -> Result<Self> {
        i64::from_cell(cell).map(|value| value != 0)
    }
}
impl FromCell for Timestamp {
    fn from_cell(cell: Cell) -> Result<Self> {
        i64::from_cell(cell).map(Timestamp::from_millis)
    }
}
impl FromCell for String {
    fn from_cell(cell: Cell) -> Result<Self> {
        match cell {
            Cell::Text(value) => Ok(value),
            other => unexpected(&other),
        }
    }
}
impl FromCell for Vec<u8> {
    fn from_cell(cell: Cell) -> Result<Self> {
        match cell {
            Cell::Bytes(value) => Ok(value),
            other => unexpected(&other),
        }
    }
}
impl<K: Named> FromCell for Id<K> {
    fn from_cell(cell: Cell) -> Result<Self> {
        String::from_cell(cell)?.parse().map_err(Error::fault)
    }
}
impl FromCell for Lang {
    fn from_cell(cell: Cell) -> Result<Self> {
        String::from_cell(cell)?.parse().map_err(Error::fault)
    }
}
impl FromCell for Role {
    fn from_cell(cell: Cell) -> Result<Self> {
        let name = String::from_cell(cell)?;
        Role::from_name(&name).ok_or_else(|| Error::fault(format!("a row holds the unknown role {name}")))
    }
}
impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell) -> Result<Self> {
        match cell {
            Cell::Null => Ok(None),
            other => T::from_cell(other).map(Some),
        }
    }
}

/// One row, read from left to right.
#[derive(Debug)]
pub struct Row(std::vec::IntoIter<Cell>);

impl Row {
    pub(crate) fn new(cells: Vec<Cell>) -> Self {
        Row(cells.into_iter())
    }
    /// The next column.
    pub fn take<T: FromCell>(&mut self) -> Result<T> {
        let cell = self.0.next().ok_or_else(|| Error::fault("a row has fewer columns than were read"))?;
        T::from_cell(cell)
    }
}

/// What a row can become: tuples of cells, and the rooms' own types.
pub trait FromRow: Sized {
    fn from_row(row: &mut Row) -> Result<Self>;
}

macro_rules! tuples {
    ($($($name:ident)+;)*) => {$(
        impl<$($name: FromCell),+> FromRow for ($($name,)+) {
            fn from_row(row: &mut Row) -> Result<Self> {
                Ok(($(row.take::<$name>()?,)+))
            }
        }
    )*};
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
}

/// The word as `LIKE ... ESCAPE '\'` finds it literally.
pub fn escaped_like(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// `$2, $3, $4`: the places of so many parameters in an `IN (...)`; for none of them, what is equal to nothing.
pub fn places(first: usize, count: usize) -> String {
    match count {
        0 => "NULL".into(),
        _ => (first..first + count).map(|at| format!("${at}")).collect::<Vec<_>>().join(", "),
    }
}

/// As many ids stand in one statement.
const IDS_AT_ONCE: usize = 500;

/// A statement for some of them at a time, with what is bound in it.
pub(crate) fn by_ids<'a>(
    sql: &'a str,
    first: &'a [&'a dyn Bind],
    of: &'a [impl Bind],
) -> impl Iterator<Item = (String, Vec<&'a dyn Bind>)> {
    of.chunks(IDS_AT_ONCE).map(move |some| {
        let sql = sql.replace("{ids}", &places(first.len() + 1, some.len()));
        (sql, first.iter().copied().chain(some.iter().map(|id| id as &dyn Bind)).collect())
    })
}
