//! The tables of phrases.

use std::fmt;
use std::path::Path;

use yuren_ingest::HoursText;

use crate::meaning::Meaning;

/// A line of a table.
pub(crate) struct Row {
    pub(crate) phrase: String,
    /// What it means; `None` = it is to stay text.
    pub(crate) meaning: Option<Meaning>,
    /// Where it stands.
    file: String,
    line: usize,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {}", self.file, self.line, self.phrase)
    }
}

/// The rows of every table in this folder.
pub(crate) fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/phrases");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    files.iter().flat_map(|path| rows_of(path)).collect()
}

fn rows_of(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(text, line)| row(text, &file, line)).collect()
}

fn row(text: &str, file: &str, line: usize) -> Row {
    let cells: Vec<&str> = text.split('\t').collect();
    let [phrase, hours, rest] = cells.as_slice() else {
        panic!("{file}:{line} has {} cells, and needs 3", cells.len())
    };
    let meaning = (*hours != "-").then(|| {
        let rest = if *rest == "-" { "{}" } else { rest };
        Meaning::written(hours, rest).unwrap_or_else(|error| panic!("{file}:{line}: {error}"))
    });
    assert!(meaning.is_some() || *rest == "-", "{file}:{line} says something of a phrase that is to stay text");
    Row { phrase: (*phrase).to_owned(), meaning, file: file.to_owned(), line }
}

/// The phrases that are read, with what is read of them.
pub(crate) fn read() -> Vec<(Row, HoursText)> {
    rows().into_iter().filter_map(|row| HoursText::parse(&row.phrase).ok().map(|read| (row, read))).collect()
}
