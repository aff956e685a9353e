//! Excel workbooks, cell by cell.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxFormulaMetadata};

use super::guard::guarded;
use super::limits::{Bounds, Refusal, unreadable};
use super::package;
use crate::finding::{Severity, Spot, said};
use crate::sheet::Sheet;
use crate::{Cell, CellNote, CellValue, Findings, RuleName};

/// The workbook's visible sheets.
pub(super) fn sheets(bytes: &[u8], mut bounds: Bounds, findings: &mut Findings) -> Result<Vec<Sheet>, Refusal> {
    if package::inspect(bytes)?.has_macros {
        let meaning = said("工作簿含宏；宏不会被运行或读取", "the workbook has macros; they are neither run nor read");
        let mend = said("可另存为不含宏的 xlsx", "it can be saved as an xlsx without macros");
        findings.add(Severity::Warning, RuleName::Macros, Spot::default(), "", meaning, mend);
    }
    guarded(|| {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
        let visible = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
        let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
        let mut sheets = Vec::new();
        for name in names {
            sheets.extend(read(&mut workbook, &name, &mut bounds)?);
        }
        Ok(sheets)
    })
}

/// A sheet; `None` for a chart or a dialogue.
fn read(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, bounds: &mut Bounds) -> Result<Option<Sheet>, Refusal> {
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    let mut sheet = Sheet::new(Arc::from(name));
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(unreadable)? {
        let (row, column) = record.pos;
        let cell = cell(record.value, record.formula.as_ref());
        sheet.put(row.saturating_add(1), column as usize, cell, bounds)?;
    }
    fill_down(&mut sheet, &merged, bounds)?;
    Ok(Some(sheet))
}

fn cell(value: DataRef<'_>, formula: Option<&XlsxFormulaMetadata>) -> Cell {
    let mut note = formula.map(|_| CellNote::Formula);
    let value = match value {
        DataRef::Empty => {
            note = note.map(|_| CellNote::FormulaWithoutValue);
            CellValue::Empty
        }
        DataRef::Int(number) => CellValue::Number(number as f64),
        DataRef::Float(number) => CellValue::Number(number),
        DataRef::SharedString(text) => Cell::text(text).value,
        DataRef::Bool(yes) => CellValue::Bool(yes),
        DataRef::DateTime(moment) => Cell::text(&moment_text(&moment)).value,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(&text).value,
        DataRef::Error(error) => {
            note = Some(CellNote::Error);
            Cell::text(error_text(&error)).value
        }
    };
    Cell { value, note }
}

/// A date, a time or both, as people write them.
fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    let days = moment.as_f64();
    if days < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if days.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

/// Gives the cells below a merged one its value, as it is meant: one district beside the rows of its places.
fn fill_down(sheet: &mut Sheet, merged: &[Dimensions], bounds: &mut Bounds) -> Result<(), Refusal> {
    for area in merged {
        let (first, last) = (area.start.0.saturating_add(1), area.end.0.saturating_add(1));
        let column = area.start.1 as usize;
        let from = sheet.rows.partition_point(|row| row.number < first);
        let to = sheet.rows.partition_point(|row| row.number <= last);
        if to.saturating_sub(from) < 2 || sheet.rows[from].number != first {
            continue;
        }
        let value = sheet.rows[from].cell(column).value.clone();
        if value == CellValue::Empty {
            continue;
        }
        for row in &mut sheet.rows[from + 1..to] {
            // Merged cells of a made-up workbook may lie over each other, any number of times.
            bounds.cells(1)?;
            if let CellValue::Text(text) = &value {
                bounds.text(text)?;
            }
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::default());
            }
            row.cells[column] = Cell { value: value.clone(), note: Some(CellNote::Merged) };
        }
    }
    Ok(())
}
