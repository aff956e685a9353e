//! Random tables come back as they were, from text and from workbooks; random bytes never bring the reader down.

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use yuren_ingest::read;

/// A cell's text: no white space around it, and nothing that one of the formats gives a meaning of its own.
fn cell() -> impl Strategy<Value = String> {
    "[a-z图书馆室\"',;=+<>&-]{0,8}".prop_map(|text| text.trim_start_matches("=\"").to_owned())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    proptest::collection::vec(proptest::collection::vec(cell(), 3), 1..20)
}

fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
    let reading = read(bytes, "名单");
    let cells = |row: &yuren_ingest::Row| (0..3).map(|at| row.cell(at).trimmed().into_owned()).collect();
    reading.tables.iter().flat_map(|table| table.rows.iter().map(cells)).collect()
}

proptest! {
    #[test]
    fn a_table_comes_back_from_text(rows in rows()) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["名称", "地址", "电话"]).expect("a record");
        for row in &rows {
            writer.write_record(row).expect("a record");
        }
        let bytes = writer.into_inner().expect("bytes");
        let wanted: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(read_back(&bytes), wanted);
    }

    #[test]
    fn a_table_comes_back_from_a_workbook(rows in rows()) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let header = ["名称", "地址", "电话"].map(str::to_owned).to_vec();
        for (at, row) in (0..).zip(std::iter::once(&header).chain(&rows)) {
            for (column, text) in (0..).zip(row) {
                sheet.write_string(at, column, text).expect("a cell");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a workbook");
        let wanted: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(read_back(&bytes), wanted);
    }

    #[test]
    fn any_bytes_end_in_tables_or_findings(bytes in proptest::collection::vec(any::<u8>(), 0..512), head in 0..4_usize) {
        let heads: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\0\0\0\x0d\x0a\x09OSMHeader\x18\x10", b"{\"type\":\"FeatureCollection\","];
        let reading = read(&[heads[head], &bytes].concat(), "名单");
        prop_assert!(!reading.tables.is_empty() || reading.findings.has_file_error());
    }
}
