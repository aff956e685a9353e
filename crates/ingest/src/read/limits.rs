//! How much of a file is read, and what is said of more.

use std::sync::Arc;

use crate::RuleName;
use crate::finding::{Said, said};

/// Largest file in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// Most bytes that a file may unpack to.
pub const MAX_UNZIPPED_BYTES: u64 = 256 << 20;
/// Most rows of a file that are not blank, its header included.
pub const MAX_ROWS: usize = 200_000;
/// The same of a file of points, which is a grid of a whole province at times: most of its rows lie outside the city.
pub const MAX_POINT_ROWS: usize = 1_000_000;
/// Most columns of a sheet.
pub const MAX_COLUMNS: usize = 256;
/// Most cells of a file, empty ones before others in a row included.
const MAX_CELLS: usize = 8_000_000;
/// Most bytes of text in all cells together: a workbook may name one text a million times.
const MAX_TEXT_BYTES: usize = 192 << 20;
/// Longest text of a cell in characters.
pub const MAX_CELL_CHARS: usize = 4_096;

/// Why nothing of a file is read. Boxed, because it rides in every result.
#[derive(Debug)]
pub(crate) struct Refusal(pub(super) Box<Why>);

/// What [`Refusal`] tells.
#[derive(Debug)]
pub(crate) struct Why {
    pub(super) rule: RuleName,
    pub(super) sheet: Option<Arc<str>>,
    pub(super) row: Option<u32>,
    pub(super) column: Option<u32>,
    pub(super) value: String,
    pub(super) meaning: Said,
    pub(super) mend: Said,
}

impl Refusal {
    /// A refusal of the file as a whole.
    pub(super) fn new(rule: RuleName, value: impl Into<String>, meaning: Said, mend: Said) -> Self {
        Self(Box::new(Why { rule, sheet: None, row: None, column: None, value: value.into(), meaning, mend }))
    }

    /// The same, because of this row.
    pub(crate) fn in_row(mut self, row: u32) -> Self {
        self.0.row = Some(row);
        self
    }

    /// The same, because of this column.
    pub(super) fn in_column(mut self, column: usize) -> Self {
        self.0.column = Some(column as u32);
        self
    }

    /// The same, because of this sheet.
    pub(super) fn in_sheet(mut self, sheet: &Arc<str>) -> Self {
        self.0.sheet = Some(Arc::clone(sheet));
        self
    }
}

/// The file is not what it looks like, for the reason that its reader gives.
pub(super) fn unreadable(reason: impl std::fmt::Display) -> Refusal {
    let reason = crate::finding::cut(&reason.to_string());
    let meaning = said(format!("文件损坏或格式不对：{reason}"), format!("the file is damaged or malformed: {reason}"));
    let mend =
        said("请用原来的软件打开后另存一份再导入", "open it in the program that made it, save it anew and import that");
    Refusal::new(RuleName::Unreadable, "", meaning, mend)
}

/// Whether the file is small enough to be looked at.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() <= MAX_BYTES {
        return Ok(());
    }
    let mib = MAX_BYTES >> 20;
    Err(too_large(
        format!("{} bytes", bytes.len()),
        said(format!("文件超过 {mib} MiB"), format!("the file is larger than {mib} MiB")),
    ))
}

/// Something is more than is read.
pub(crate) fn too_large(value: impl Into<String>, meaning: Said) -> Refusal {
    let mend = said("请拆成几个较小的文件", "split it into smaller files");
    Refusal::new(RuleName::TooLarge, value, meaning, mend)
}

/// Whether a row may have a cell in this column, from 0.
pub(super) fn column(column: usize) -> Result<(), Refusal> {
    if column < MAX_COLUMNS {
        return Ok(());
    }
    let meaning = said(format!("超过 {MAX_COLUMNS} 列"), format!("there are more than {MAX_COLUMNS} columns"));
    let mend = said("请删去用不到的列", "remove the columns that are not needed");
    Err(Refusal::new(RuleName::TooLarge, "", meaning, mend).in_column(column))
}

/// What may still be read of a file, over all its sheets.
#[derive(Debug)]
pub(super) struct Bounds {
    max_rows: usize,
    rows: usize,
    cells: usize,
    text_bytes: usize,
}

impl Bounds {
    /// Of a file of which nothing was read yet, and that may have so many rows.
    pub(super) fn new(max_rows: usize) -> Self {
        Self { max_rows, rows: max_rows, cells: MAX_CELLS, text_bytes: MAX_TEXT_BYTES }
    }

    /// Takes one more row.
    pub(super) fn row(&mut self) -> Result<(), Refusal> {
        let most = self.max_rows;
        let meaning = || said(format!("超过 {most} 行"), format!("there are more than {most} rows"));
        take(&mut self.rows, 1).ok_or_else(|| too_large("", meaning()))
    }

    /// Takes so many more cells.
    pub(super) fn cells(&mut self, count: usize) -> Result<(), Refusal> {
        let meaning = || said(format!("超过 {MAX_CELLS} 个单元格"), format!("there are more than {MAX_CELLS} cells"));
        take(&mut self.cells, count).ok_or_else(|| too_large("", meaning()))
    }

    /// Takes the text of one more cell.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self::text(text)?;
        let mib = MAX_TEXT_BYTES >> 20;
        let meaning = || said(format!("文字总量超过 {mib} MiB"), format!("its text is more than {mib} MiB"));
        take(&mut self.text_bytes, text.len()).ok_or_else(|| too_large("", meaning()))
    }
}

fn take(left: &mut usize, count: usize) -> Option<()> {
    *left = left.checked_sub(count)?;
    Some(())
}

/// Whether a cell may hold this text.
fn text(text: &str) -> Result<(), Refusal> {
    if let Some(before) = text.split_once('\0').map(|(before, _)| before) {
        let meaning = said("单元格里有空字符（NUL）", "the cell holds a NUL character");
        let mend = said("请用原来的软件重新导出该文件", "export the file anew from the program that made it");
        return Err(Refusal::new(RuleName::Nul, before, meaning, mend));
    }
    // A character is at most four bytes: most texts need not be counted.
    if text.len() <= MAX_CELL_CHARS || text.chars().count() <= MAX_CELL_CHARS {
        return Ok(());
    }
    let meaning = said(
        format!("单元格超过 {MAX_CELL_CHARS} 个字符"),
        format!("a cell has more than {MAX_CELL_CHARS} characters"),
    );
    let mend =
        said("请缩短它；如果是引号没有成对，请补上", "shorten it; if a quotation mark is missing its pair, add it");
    Err(Refusal::new(RuleName::TooLarge, text, meaning, mend))
}
