//! Separated text, with what Excel makes of it.

use std::sync::Arc;

use super::encoding;
use super::limits::{Bounds, Refusal, unreadable};
use crate::Cell;
use crate::sheet::Sheet;

/// So many lines are looked at to tell what separates the columns.
const SAMPLE_LINES: usize = 8;

pub(super) fn sheets(bytes: &[u8], file: &Arc<str>, mut bounds: Bounds) -> Result<Vec<Sheet>, Refusal> {
    refuse_old_workbook(bytes)?;
    let text = encoding::decode(bytes)?;
    let (separator, body, lines_before) = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(body.as_bytes());
    let mut sheet = Sheet::new(Arc::clone(file));
    let mut lines = Lines { text: body.as_bytes(), at: 0, number: 1 };
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(unreadable)? {
        let begins = record.position().map_or(0, |position| position.byte() as usize);
        let line = lines.number_at(begins) + lines_before;
        for (column, field) in record.iter().enumerate() {
            sheet.put(line, column, Cell::text(unquirked(field)), &mut bounds)?;
        }
    }
    Ok(vec![sheet])
}

/// Numbers of lines, going forwards. The reader's own lag behind where lines end in CR LF or stand empty.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    number: u32,
}

impl Lines<'_> {
    /// The line, from 1, of the first byte from `begins` on that ends no line.
    fn number_at(&mut self, begins: usize) -> u32 {
        while let Some(&byte) = self.text.get(self.at).filter(|&&b| self.at < begins || b == b'\r' || b == b'\n') {
            let is_end = byte == b'\n' || byte == b'\r' && self.text.get(self.at + 1) != Some(&b'\n');
            self.number += u32::from(is_end);
            self.at += 1;
        }
        self.number
    }
}

/// A workbook of Excel 97 begins like no text; it would else be told as text in no encoding.
fn refuse_old_workbook(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(unreadable("an old Excel workbook (.xls) or one with a password; save it as .xlsx"));
    }
    Ok(())
}

/// What separates columns, the text below a `sep=` line, and how many lines that took.
fn separator(text: &str) -> (u8, &str, u32) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(&[separator]) = first.strip_prefix("sep=").map(str::as_bytes) {
        let body = text.split_once('\n').map_or("", |(_, body)| body);
        return (separator, body, 1);
    }
    let count = |separator: char| {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES);
        lines.map(|line| outside_quotes(line, separator)).sum::<usize>()
    };
    let commas = count(',');
    let best = [(';', count(';')), ('\t', count('\t'))].into_iter().max_by_key(|&(_, count)| count);
    match best {
        Some((separator, count)) if count > commas => (separator as u8, text, 0),
        _ => (b',', text, 0),
    }
}

fn outside_quotes(line: &str, separator: char) -> usize {
    line.split('"').step_by(2).map(|part| part.matches(separator).count()).sum()
}

/// `="0123"`, by which people keep Excel from dropping zeros, as `0123`.
fn unquirked(field: &str) -> &str {
    field
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'))
        .unwrap_or(field)
}
