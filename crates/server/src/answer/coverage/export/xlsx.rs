//! Coverage as a workbook: how it was worked out, then demand points, districts and towns, sites.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use yuren_ingest::inert;

use super::statement::statement;
use super::table::{Cell, Table, points, regions, sites};
use crate::answer::coverage::CoverageAnswer;
use crate::problem::Problem;

/// The workbook's bytes.
pub(crate) fn xlsx(answer: &CoverageAnswer<'_>) -> Result<Vec<u8>, Problem> {
    workbook(answer).map_err(|error| Problem::internal(&error))
}

fn workbook(answer: &CoverageAnswer<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    method(workbook.add_worksheet(), answer)?;
    let tables =
        [("区县镇街 Regions", regions(answer)), ("需求点 Points", points(answer)), ("设施点 Sites", sites(answer))];
    for (name, table) in tables {
        fill(workbook.add_worksheet(), name, &table)?;
    }
    workbook.save_to_buffer()
}

fn method(sheet: &mut Worksheet, answer: &CoverageAnswer<'_>) -> Result<(), XlsxError> {
    sheet.set_name("说明 Method")?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    for (row, [name, value]) in (0..).zip(statement(answer)) {
        sheet.write_string_with_format(row, 0, name, &bold)?;
        sheet.write_string_with_format(row, 1, inert(&value), &wrapped)?;
    }
    sheet.set_column_width(0, 26.0)?;
    sheet.set_column_width(1, 90.0)?;
    Ok(())
}

fn fill(sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(&table.header) {
        sheet.write_string_with_format(0, column, *head, &bold)?;
        sheet.set_column_width(column, 16.0)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => _ = sheet.write_string(row, column, inert(text))?,
                Cell::Number(number) => _ = sheet.write_number(row, column, *number)?,
                Cell::Empty => {}
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
