//! The findings as a workbook: the sheets as they were, what is wrong coloured and explained, and a summary before them.

use rust_xlsxwriter::{Color, Format, Note, Workbook, Worksheet, XlsxError};

use crate::rules::is_like_formula;
use crate::{CellValue, Finding, Findings, RuleName, Severity, Table};

/// Most characters of a sheet's name that Excel takes.
const LONGEST_SHEET_NAME: usize = 31;
/// Characters that Excel takes in no sheet's name.
const NOT_IN_SHEET_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const SUMMARY: &str = "检查结果 Findings";

/// The workbook's bytes.
///
/// Texts that begin like formulas are written as texts with an apostrophe before them (OWASP, "CSV Injection"), so that no
/// program that the workbook is carried to runs them.
pub fn report(tables: &[Table], findings: &Findings) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    summary(workbook.add_worksheet(), findings)?;
    let mut names = vec![SUMMARY.to_lowercase()];
    for table in tables {
        let name = sheet_name(&table.sheet, &names);
        names.push(name.to_lowercase());
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        copy(sheet, table, findings)?;
    }
    workbook.save_to_buffer()
}

/// Counts by rule, then every finding.
fn summary(sheet: &mut Worksheet, findings: &Findings) -> Result<(), XlsxError> {
    sheet.set_name(SUMMARY)?;
    let bold = Format::new().set_bold();
    let mut row = 0;
    let mut line = |sheet: &mut Worksheet, cells: &[&str], format: Option<&Format>| -> Result<(), XlsxError> {
        for (column, cell) in (0..).zip(cells) {
            let text = inert(cell);
            match format {
                Some(format) => sheet.write_string_with_format(row, column, text, format)?,
                None => sheet.write_string(row, column, text)?,
            };
        }
        row += 1;
        Ok(())
    };
    line(sheet, &["规则", "rule", "数量 count"], Some(&bold))?;
    for (rule, count) in findings.counts() {
        line(sheet, &[rule.name_zh(), rule.as_str(), &count.to_string()], None)?;
    }
    line(sheet, &[], None)?;
    let head = ["级别", "规则", "表", "行", "列", "值", "问题", "meaning", "改法", "mend"];
    line(sheet, &head, Some(&bold))?;
    for finding in findings.told() {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let cells = [
            severity_zh(finding.severity),
            finding.rule.name_zh(),
            finding.sheet.as_deref().unwrap_or_default(),
            &number(finding.row),
            &finding.column.map(column_letters).unwrap_or_default(),
            &finding.value,
            &finding.meaning_zh,
            &finding.meaning_en,
            &finding.mend_zh,
            &finding.mend_en,
        ];
        line(sheet, &cells, None)?;
    }
    for (column, width) in [(0, 10.0), (1, 18.0), (2, 16.0), (5, 24.0), (6, 40.0), (7, 40.0), (8, 40.0), (9, 40.0)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// The sheet as it was, at the rows where it stood, with what is wrong coloured and noted.
fn copy(sheet: &mut Worksheet, table: &Table, findings: &Findings) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let header_row = table.header_row.saturating_sub(1);
    if header_row > 0 {
        sheet.write_string(0, 0, inert(&table.title))?;
    }
    for (column, name) in (0..).zip(&table.header) {
        sheet.write_string_with_format(header_row, column, inert(name), &bold)?;
    }
    // Formats that name their columns themselves count their rows from 1: the header stands above.
    let shift = u32::from(table.header_row == 0);
    for row in &table.rows {
        for (column, cell) in (0..).zip(&row.cells) {
            let at = row.number - 1 + shift;
            match &cell.value {
                CellValue::Empty => {}
                CellValue::Text(text) => _ = sheet.write_string(at, column, inert(text))?,
                CellValue::Number(number) => _ = sheet.write_number(at, column, *number)?,
                CellValue::Bool(yes) => _ = sheet.write_boolean(at, column, *yes)?,
            }
        }
    }
    let here = findings.told().iter().filter(|finding| finding.sheet.as_deref() == Some(&*table.sheet));
    let mut cells: std::collections::BTreeMap<(u32, u16), Vec<&Finding>> = std::collections::BTreeMap::new();
    for finding in here {
        let Some(row) = finding.row.filter(|&row| row > 0) else { continue };
        cells.entry((row - 1 + shift, finding.column.unwrap_or_default() as u16)).or_default().push(finding);
    }
    for ((row, column), found) in cells {
        let worst = found.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Note);
        let colour = match worst {
            Severity::Error => Color::RGB(0x00FF_C7CE),
            Severity::Warning => Color::RGB(0x00FF_EB9C),
            Severity::Note => Color::RGB(0x00DD_EBF7),
        };
        sheet.set_cell_format(row, column, &Format::new().set_background_color(colour))?;
        let text: Vec<String> = found.iter().map(|finding| note(finding)).collect();
        sheet.insert_note(row, column, &Note::new(text.join("\n\n")))?;
    }
    Ok(())
}

fn note(finding: &Finding) -> String {
    let Finding { rule, meaning_zh, meaning_en, mend_zh, mend_en, .. } = finding;
    format!("{}：{meaning_zh}。{mend_zh}。\n{}: {meaning_en}; {mend_en}.", RuleName::name_zh(*rule), rule.as_str())
}

/// The text as it may stand in a cell of a spreadsheet: nothing that begins it runs.
pub fn inert(text: &str) -> String {
    if is_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// A name that Excel takes and no other sheet has.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted.chars().filter(|c| !NOT_IN_SHEET_NAMES.contains(c) && !c.is_control()).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let name = |number: usize| {
        let suffix = if number == 0 { String::new() } else { format!(" {number}") };
        let room = LONGEST_SHEET_NAME - suffix.len();
        let head: String = if plain.is_empty() { "sheet" } else { plain }.chars().take(room).collect();
        format!("{}{suffix}", head.trim_end_matches('\''))
    };
    let free = (0..=taken.len()).map(name).find(|name| !taken.contains(&name.to_lowercase()));
    free.expect("of so many names one is free")
}

fn severity_zh(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "提示",
        Severity::Warning => "警告",
        Severity::Error => "错误",
    }
}

/// A column's letters as Excel shows them: 0 is A, 26 is AA.
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(b'A' + (left % 26) as u8);
        left /= 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}
