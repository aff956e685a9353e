//! A sheet as it was read: rows of cells, nothing concluded from them.

use std::borrow::Cow;
use std::sync::Arc;

use yuren_catalog::Place;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CellValue {
    /// Nothing.
    #[default]
    Empty,
    /// A text, as it stands in the file.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
}

/// Something about a cell beside its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellNote {
    /// The value is the last result of a formula, as the file stores it.
    Formula,
    /// The file stores a formula and no result.
    FormulaWithoutValue,
    /// The cell shows an error such as `#N/A`; its value is that text.
    Error,
    /// The value is that of the merged cell around it.
    Merged,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: CellValue,
    /// What is odd about it.
    pub note: Option<CellNote>,
}

impl Cell {
    /// A cell with this text; an empty text is [`CellValue::Empty`].
    pub fn text(text: &str) -> Self {
        let value = if text.is_empty() { CellValue::Empty } else { CellValue::Text(text.into()) };
        Self { value, note: None }
    }

    /// A cell with this number.
    pub fn number(number: f64) -> Self {
        Self { value: CellValue::Number(number), note: None }
    }

    /// The value as text without the white space around it; empty for an empty cell.
    pub fn trimmed(&self) -> Cow<'_, str> {
        match &self.value {
            CellValue::Empty => Cow::Borrowed(""),
            CellValue::Text(text) => Cow::Borrowed(text.trim_matches(is_blank)),
            CellValue::Number(number) => Cow::Owned(number.to_string()),
            CellValue::Bool(true) => Cow::Borrowed("是"),
            CellValue::Bool(false) => Cow::Borrowed("否"),
        }
    }

    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
        match &self.value {
            CellValue::Empty => true,
            CellValue::Text(text) => text.chars().all(is_blank),
            CellValue::Number(_) | CellValue::Bool(_) => false,
        }
    }
}

/// White space, and the marks that word processors leave at the ends of texts.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number as its maker sees it, from 1: the row in a spreadsheet, the line in a text, the feature in a collection.
    pub number: u32,
    /// Its cells from the first column on; trailing ones may be missing.
    pub cells: Vec<Cell>,
    /// The place that it is, where it is a feature of our own.
    pub place: Option<Box<Place>>,
}

impl Row {
    /// The cell in this column; an empty one where there is none.
    pub fn cell(&self, column: usize) -> &Cell {
        const NONE: &Cell = &Cell { value: CellValue::Empty, note: None };
        self.cells.get(column).unwrap_or(NONE)
    }

    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
        self.place.is_none() && self.cells.iter().all(Cell::is_blank)
    }
}

/// A sheet: its header, and the rows below.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The sheet's name; for files without sheets the file's.
    pub sheet: Arc<str>,
    /// What stands above the header, such as the list's title.
    pub title: String,
    /// The header row's number; 0 where the format names its columns itself.
    pub header_row: u32,
    /// The columns' names.
    pub header: Vec<String>,
    /// The rows below the header that are not blank.
    pub rows: Vec<Row>,
}
