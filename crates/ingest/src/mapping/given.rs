//! Mappings that people have looked at, laid beside the sheets that they are of.

use std::collections::BTreeMap;

use super::Mapping;
use crate::finding::cut;
use crate::{Misdeclared, Table};

/// The mapping of each sheet, in order: the one given for it by its name, else what its header says.
///
/// A file that could not be read has no sheets, and says itself what is wrong with it.
pub fn mappings(tables: &[Table], given: &BTreeMap<String, Mapping>) -> Result<Vec<Mapping>, Misdeclared> {
    for (sheet, mapping) in given.iter().filter(|_| !tables.is_empty()) {
        let path = format!("mappings.{sheet}");
        let Some(table) = tables.iter().find(|table| *table.sheet == **sheet) else {
            let sheets: Vec<&str> = tables.iter().map(|table| &*table.sheet).collect();
            return Err(Misdeclared::new(path, sheet, &format!("a sheet of the file: {}", cut(&sheets.join(", ")))));
        };
        let headers: Vec<&str> = mapping.columns.iter().map(|column| column.header.as_str()).collect();
        if headers != table.header {
            let allowed = format!("the sheet's columns in their order: {}", cut(&table.header.join(", ")));
            return Err(Misdeclared::new(path + ".columns", &headers.join(", "), &allowed));
        }
    }
    Ok(tables.iter().map(|table| given.get(&*table.sheet).cloned().unwrap_or_else(|| Mapping::guess(table))).collect())
}
