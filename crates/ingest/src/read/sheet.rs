//! A sheet being read, cell by cell and within bounds.

use std::sync::Arc;

use super::limits::{self, Bounds, Refusal};
use crate::sheet::Sheet;
use crate::{Cell, CellValue, Row};

impl Sheet {
    pub(super) fn new(name: Arc<str>) -> Self {
        Self { name, columns: None, rows: Vec::new() }
    }

    /// Puts a cell at its place. Rows must not go backwards.
    pub(super) fn put(&mut self, row: u32, column: usize, cell: Cell, bounds: &mut Bounds) -> Result<(), Refusal> {
        if cell.is_blank() && cell.note.is_none() {
            return Ok(());
        }
        let at = |refusal: Refusal| refusal.in_sheet(&self.name).in_row(row).in_column(column);
        limits::column(column).map_err(at)?;
        if let CellValue::Text(text) = &cell.value {
            bounds.text(text).map_err(at)?;
        }
        let last = self.rows.last().map_or(0, |last| last.number);
        if row < last {
            return Err(at(limits::unreadable("its rows are not in order")));
        }
        let is_new = row > last || self.rows.is_empty();
        let width = if is_new { 0 } else { self.rows[self.rows.len() - 1].cells.len() };
        bounds.cells((column + 1).saturating_sub(width)).map_err(at)?;
        if is_new {
            bounds.row().map_err(at)?;
            self.rows.push(Row { number: row, ..Row::default() });
        }
        let cells = &mut self.rows.last_mut().expect("a row was just made sure of").cells;
        if cells.len() <= column {
            cells.resize(column + 1, Cell::default());
        }
        cells[column] = cell;
        Ok(())
    }
}
