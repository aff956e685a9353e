//! The findings as a workbook that opens anywhere and runs nothing.

use std::io::{Cursor, Read};

use yuren_geodesy::DatumName;
use yuren_ingest::{read, report};
use zip::ZipArchive;

use crate::fixture::plant::planted;
use crate::fixture::{list, workbook};
use crate::support::{city, import, plan, yangzhou};

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("a part").read_to_string(&mut text).expect("a text");
    text
}

#[test]
fn offending_cells_are_coloured_and_noted_where_they_stood() {
    let mut list = list(yangzhou(), 1_296, DatumName::Gcj02, 1);
    planted(&mut list, DatumName::Gcj02);
    let bytes = workbook(&list);
    let plan = plan(&import(city()), &bytes);
    let reading = read(&bytes, "名单.xlsx");
    let out = report(&reading.tables, &plan.findings).expect("a workbook");
    let back = read(&out, "检查结果.xlsx");
    let copied = back.tables.iter().find(|table| &*table.sheet == "家长学校").expect("the sheet");
    assert_eq!(copied.header_row, 2);
    assert_eq!(copied.rows.len(), list.len());
    let finding = plan.findings.told().iter().find(|f| f.rule.as_str() == "hours").expect("a finding");
    let cell = format!("J{}", finding.row.expect("a row"));
    assert!(part(&out, "xl/comments1.xml").contains(&format!("ref=\"{cell}\"")));
    let sheet = part(&out, "xl/worksheets/sheet2.xml");
    let at = sheet.find(&format!("r=\"{cell}\"")).expect("the cell");
    assert!(sheet[at..at + 40].contains(" s=\""), "{}", &sheet[at..at + 40]);
}

#[test]
fn what_a_spreadsheet_would_run_is_written_as_text_behind_an_apostrophe() {
    let text =
        "名称,区县,类别\n=cmd|'/c calc'!A0,广陵区,场馆\n@SUM(A1),广陵区,场馆\n+86 514,广陵区,场馆\n-5,广陵区,场馆\n";
    let reading = read(text.as_bytes(), "=名单:[1].csv");
    let plan = plan(&import(city()), text.as_bytes());
    let out = report(&reading.tables, &plan.findings).expect("a workbook");
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        assert!(!part(&out, sheet).contains("<f>"), "{sheet}");
    }
    let strings = part(&out, "xl/sharedStrings.xml");
    assert!(strings.contains("<t>'=cmd|'/c calc'!A0</t>"), "{strings}");
    assert!(
        strings.contains("<t>'@SUM(A1)</t>") && strings.contains("<t>'+86 514</t>") && strings.contains("<t>-5</t>")
    );
    assert!(!strings.contains("<t>=") && !strings.contains("<t>@"));
}
