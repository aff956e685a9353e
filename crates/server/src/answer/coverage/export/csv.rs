//! The demand points as separated text that spreadsheets open: UTF-8 with a byte order mark, no cell that runs as a formula. One table, so
//! that programs read it too: how it was worked out stands in its last column, from the first row on.

use yuren_ingest::inert;

use super::statement::statement;
use super::table::{Cell, points};
use crate::answer::coverage::CoverageAnswer;
use crate::problem::Problem;

/// The last column.
const METHOD: &str = "说明 method";

/// The file's bytes.
pub(crate) fn csv(answer: &CoverageAnswer<'_>) -> Result<Vec<u8>, Problem> {
    let internal = |error: ::csv::Error| Problem::internal(&error);
    let table = points(answer);
    let lines = statement(answer).into_iter().map(|[name, value]| format!("{name}: {value}"));
    let mut lines = lines.chain(std::iter::repeat(String::new()));
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(table.header.iter().copied().chain([METHOD])).map_err(internal)?;
    // So many lines as there are: a small set has fewer points than there is to say.
    let told = statement(answer).len().max(table.rows.len());
    for i in 0..told {
        let cells = match table.rows.get(i) {
            Some(row) => row.iter().map(cell).collect(),
            None => vec![String::new(); table.header.len()],
        };
        writer.write_record(cells.into_iter().chain(lines.next())).map_err(internal)?;
    }
    writer.flush().map_err(|error| Problem::internal(&error))?;
    drop(writer);
    Ok(bytes)
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => inert(text),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}
