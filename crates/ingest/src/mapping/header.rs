//! Where the header is: below a merged title, below a date, or in the first row.

use std::collections::HashSet;

use super::{offer_synonyms, synonyms};
use crate::sheet::Sheet;
use crate::{Field, Row, Table};

/// The header is among so many first rows.
const SEARCHED: usize = 20;

/// The sheet with its header apart from its rows; `None` if it holds nothing.
pub(crate) fn split(sheet: Sheet) -> Option<Table> {
    let Sheet { name, columns, mut rows } = sheet;
    if let Some(header) = columns {
        rows.retain(|row| !row.is_blank());
        let is_empty = rows.is_empty();
        return (!is_empty).then_some(Table { sheet: name, title: String::new(), header_row: 0, header, rows });
    }
    if rows.is_empty() {
        return None;
    }
    let at = header_position(&rows);
    let below = rows.split_off(at + 1);
    let head = rows.pop()?;
    let texts = rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_blank());
    let title = texts.map(|cell| cell.trimmed()).collect::<Vec<_>>().join(" ");
    let header = head.cells.iter().map(|cell| cell.trimmed().into_owned()).collect();
    let rows = below.into_iter().filter(|row| !row.is_blank()).collect();
    Some(Table { sheet: name, title, header_row: head.number, header, rows })
}

/// The row that names the most fields; if none names any, the first that has more than one cell.
fn header_position(rows: &[Row]) -> usize {
    let searched = &rows[..rows.len().min(SEARCHED)];
    let named = |row: &Row| {
        let texts: Vec<_> = row.cells.iter().map(|cell| cell.trimmed()).collect();
        let named =
            |field: fn(&str) -> Option<Field>| texts.iter().filter_map(|text| field(text)).collect::<HashSet<_>>();
        let is_of_offers = offer_synonyms::is_list(texts.iter().map(AsRef::as_ref));
        named(if is_of_offers { offer_synonyms::field } else { synonyms::field }).len()
    };
    let counts: Vec<usize> = searched.iter().map(named).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    if most > 0 {
        return counts.iter().position(|&count| count == most).unwrap_or_default();
    }
    searched.iter().position(|row| row.cells.iter().filter(|cell| !cell.is_blank()).count() > 1).unwrap_or_default()
}
