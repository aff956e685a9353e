//! Files that were made to hurt end in a finding, within bounds, and nothing of them is imported.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Formula, Workbook};
use yuren_ingest::{Reading, RuleName, Severity, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::{city, import, plan};

const CONTENT_TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;

/// A small sound workbook.
fn sound() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (name, value)) in (0..).zip([("名称", "测试馆"), ("区县", "广陵区"), ("类别", "场馆")]) {
        sheet.write_string(0, column, name).expect("a cell");
        sheet.write_string(1, column, value).expect("a cell");
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The sound workbook with parts replaced or added.
fn with_parts(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(sound())).expect("a zip");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..from.len() {
        let part = from.by_index_raw(i).expect("a part");
        if parts.iter().all(|(name, _)| part.name().expect("a plain name") != *name) {
            to.raw_copy_file(part).expect("a copy");
        }
    }
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        to.start_file(*name, packed).expect("a part");
        to.write_all(bytes).expect("its bytes");
    }
    to.finish().expect("a zip").into_inner()
}

/// A worksheet of this data.
fn worksheet(data: &str) -> Vec<u8> {
    let xmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    format!(r#"<?xml version="1.0"?><worksheet xmlns="{xmlns}"><sheetData>{data}</sheetData></worksheet>"#).into_bytes()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Asserts that a file is refused by a rule, and that nothing of it would be imported.
fn refused(bytes: &[u8], rule: RuleName) -> Reading {
    let reading = read(bytes, "名单");
    assert!(reading.tables.is_empty(), "{rule}");
    let told: Vec<_> = reading.findings.told().iter().filter(|f| f.severity == Severity::Error).collect();
    assert_eq!(told.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [rule], "{told:?}");
    let plan = plan(&import(city()), bytes);
    assert!(plan.added.is_empty() && plan.changed.is_empty() && plan.withdrawn.is_empty());
    reading
}

#[test]
fn a_zip_bomb_is_stopped_while_it_unpacks() {
    // 512 MiB of spaces pack into half a megabyte.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("[Content_Types].xml", packed).expect("a part");
    zip.write_all(CONTENT_TYPES.as_bytes()).expect("its bytes");
    zip.start_file(SHEET, packed).expect("a part");
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..512 {
        zip.write_all(&spaces).expect("spaces");
    }
    let bytes = zip.finish().expect("a zip").into_inner();
    assert!(bytes.len() < 4 << 20);
    refused(&bytes, RuleName::TooLarge);
}

#[test]
fn a_bomb_whose_directory_lies_about_its_size_is_stopped_too() {
    let mut bytes = with_parts(&[("xl/media/big.bin", &vec![0; 300 << 20])]);
    // The size in the central directory and in the local header.
    let real = (300_u32 << 20).to_le_bytes();
    let lie = 1_000_u32.to_le_bytes();
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == real {
            bytes[at..at + 4].copy_from_slice(&lie);
        }
    }
    let reading = read(&bytes, "名单.xlsx");
    assert!(reading.tables.is_empty() && reading.findings.has_file_error());
}

#[test]
fn an_entity_bomb_is_refused_before_anything_expands() {
    let bomb = br#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><worksheet/>"#;
    refused(&with_parts(&[(SHEET, bomb)]), RuleName::Entities);
}

#[test]
fn a_file_of_more_than_64_mib_is_not_looked_at() {
    refused(&vec![b'a'; read::MAX_BYTES + 1], RuleName::TooLarge);
}

#[test]
fn a_cell_at_the_end_of_the_sheet_costs_no_more_than_itself() {
    let cells = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>
        <row r="1048576"><c r="A1048576" t="inlineStr"><is><t>馆</t></is></c></row>"#;
    let reading = read(&with_parts(&[(SHEET, &worksheet(cells))]), "名单.xlsx");
    assert_eq!(reading.tables[0].rows[0].number, 1_048_576);
    let wide = r#"<row r="1"><c r="XFD1" t="inlineStr"><is><t>名称</t></is></c></row>"#;
    refused(&with_parts(&[(SHEET, &worksheet(wide))]), RuleName::TooLarge);
}

#[test]
fn ten_thousand_columns_are_too_many_however_the_file_is_written() {
    let header: Vec<String> = (0..10_000).map(|i| format!("列{i}")).collect();
    refused(header.join(",").as_bytes(), RuleName::TooLarge);
    let cells: String = (0..10_000).map(|_| r#"<c t="inlineStr"><is><t>x</t></is></c>"#).collect();
    refused(&with_parts(&[(SHEET, &worksheet(&format!("<row>{cells}</row>")))]), RuleName::TooLarge);
    let properties: Vec<String> = (0..10_000).map(|i| format!("\"p{i}\":1")).collect();
    let feature = format!(r#"{{"type":"Feature","geometry":null,"properties":{{{}}}}}"#, properties.join(","));
    refused(format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#).as_bytes(), RuleName::TooLarge);
}

#[test]
fn too_many_rows_and_too_long_a_cell_are_refused_by_row() {
    refused("名称\n".repeat(read::MAX_ROWS + 1).as_bytes(), RuleName::TooLarge);
    let reading = refused(format!("名称,类别\n馆,{}\n", "长".repeat(4_097)).as_bytes(), RuleName::TooLarge);
    assert!(reading.findings.told()[0].meaning_en.contains("row 2, column 2"), "{:?}", reading.findings);
}

#[test]
fn one_long_text_named_a_million_times_is_bounded() {
    let strings = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{}</t></si></sst>"#,
        "长".repeat(4_000)
    );
    let rows: String = (0..100_000).map(|_| r#"<row><c t="s"><v>0</v></c></row>"#).collect();
    let bytes = with_parts(&[(SHEET, &worksheet(&rows)), ("xl/sharedStrings.xml", strings.as_bytes())]);
    refused(&bytes, RuleName::TooLarge);
}

#[test]
fn merged_cells_over_each_other_are_bounded() {
    let rows: String =
        (0..3_000).map(|_| r#"<row><c t="inlineStr"><is><t>长长长长长长长长</t></is></c></row>"#).collect();
    let merged = r#"<mergeCell ref="A1:A3000"/>"#.repeat(3_000);
    let xml = String::from_utf8(worksheet(&rows)).expect("a text");
    let xml = xml.replace("</sheetData>", &format!("</sheetData><mergeCells>{merged}</mergeCells>"));
    refused(&with_parts(&[(SHEET, xml.as_bytes())]), RuleName::TooLarge);
}

#[test]
fn texts_and_features_that_would_take_many_times_their_size_are_refused() {
    let text = format!(r#"<row><c t="inlineStr"><is><t>{}</t></is></c></row>"#, "x".repeat(2 << 20));
    refused(&with_parts(&[(SHEET, &worksheet(&text))]), RuleName::TooLarge);
    let feature = format!(r#"{{"type":"Feature","geometry":null,"properties":{{"a":[0{}]}}}}"#, ",0".repeat(3 << 20));
    refused(format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#).as_bytes(), RuleName::TooLarge);
    let many = format!(r#"{{"type":"FeatureCollection","features":[0{}]}}"#, ",0".repeat(read::MAX_ROWS));
    refused(many.as_bytes(), RuleName::Unreadable);
}

#[test]
fn a_nul_is_refused_by_row_and_column() {
    let reading = refused(b"name,kind\nlibrary,ven\0ue\n", RuleName::Nul);
    assert!(reading.findings.told()[0].meaning_en.contains("row 2, column 2"), "{:?}", reading.findings);
}

#[test]
fn two_encodings_in_one_file_are_refused_by_line() {
    let gb18030: &[u8] = b"\xcd\xbc\xca\xe9\xb9\xdd,\xb3\xa1\xb9\xdd\n";
    let marked = [b"\xef\xbb\xbf", "名称,类别\n".as_bytes(), gb18030].concat();
    let reading = refused(&marked, RuleName::Encoding);
    assert!(reading.findings.told()[0].meaning_en.contains("row 2"), "{:?}", reading.findings);
    let unmarked = ["名称,类别,地址,电话\n图书馆,场馆\n".as_bytes(), gb18030].concat();
    refused(&unmarked, RuleName::Encoding);
    refused(b"name\n\xff\xff\xff\n", RuleName::Encoding);
}

#[test]
fn macros_are_told_of_and_never_read() {
    let reading = read(&with_parts(&[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")]), "名单.xlsm");
    assert_eq!(reading.findings.count(RuleName::Macros), 1);
    assert_eq!(reading.tables[0].rows.len(), 1);
}

#[test]
fn damaged_files_of_every_format_are_findings() {
    let whole = sound();
    for bytes in [&whole[..whole.len() / 2], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\"type\":", b"{}"] {
        refused(bytes, RuleName::Unreadable);
    }
    refused(b"\0\0\0\x0d\x0a\x09OSMHeader\x18\x7f", RuleName::Unreadable);
    refused(b"", RuleName::NoRows);
    refused("[".repeat(1_000_000).replace('[', "{\"a\":").as_bytes(), RuleName::Unreadable);
    refused(
        &with_parts(&[(SHEET, b"<worksheet><sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>")]),
        RuleName::Unreadable,
    );
}

#[test]
fn formulas_are_taken_by_their_stored_results_and_told() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(["名称", "区县", "类别", "容纳人数"]) {
        sheet.write_string(0, column, name).expect("a cell");
    }
    for (column, text) in (0..).zip(["测试馆", "广陵区", "场馆"]) {
        sheet.write_string(1, column, text).expect("a cell");
    }
    sheet.write_formula(1, 3, Formula::new("=20+30").set_result("50")).expect("a cell");
    let plan = plan(&import(city()), &workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(plan.findings.count(RuleName::FormulaCell), 1);
    let capacity = plan.added[0].change.place.roles[0].capacity.as_ref().map(|capacity| capacity.value);
    assert_eq!(capacity, Some(50));
}

#[test]
fn a_cell_that_shows_an_error_refuses_its_row() {
    let cells = r#"<row><c t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>区县</t></is></c></row>
        <row><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>广陵区</t></is></c></row>"#;
    let plan = plan(&import(city()), &with_parts(&[(SHEET, &worksheet(cells))]));
    assert_eq!(plan.findings.count(RuleName::ErrorCell), 1);
    assert_eq!(plan.refused, 1);
}

#[test]
fn markup_in_a_name_is_kept_as_the_text_that_it_is() {
    let name = "<b onclick=alert(1)>馆</b>";
    let plan = plan(&import(city()), format!("名称,区县,类别\n{name},广陵区,场馆\n").as_bytes());
    assert_eq!(plan.added[0].change.place.name, name);
    assert_eq!(plan.findings.count(RuleName::Markup), 1);
}
