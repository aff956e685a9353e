//! The same list in the ways that programs write it.

use yuren_catalog::{ChangeSet, Expected, Fee, PlaceChange, Precision, RoleKind};
use yuren_geodesy::DatumName;
use yuren_ingest::{Cell, CellNote, Field, Mapping, Table, read};

use crate::support::{after, city, import, plan};

fn table(bytes: &[u8]) -> Table {
    let mut reading = read(bytes, "名单");
    assert_eq!(reading.findings.told(), []);
    reading.tables.remove(0)
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    let row = |cells: &[Cell]| cells.iter().map(|cell| cell.trimmed().into_owned()).collect();
    table.rows.iter().map(|row_| row(&row_.cells)).collect()
}

const UTF8: &str = "名称,电话\n图书馆,0514-87654321\n";

#[test]
fn text_is_read_in_every_encoding_that_excel_writes() {
    let gb18030: &[u8] = b"\xc3\xfb\xb3\xc6,\xb5\xe7\xbb\xb0\n\xcd\xbc\xca\xe9\xb9\xdd,0514-87654321\n";
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(UTF8.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xef\xbb\xbf", UTF8.as_bytes()].concat();
    for bytes in [UTF8.as_bytes(), gb18030, &utf16, &marked] {
        let table = table(bytes);
        assert_eq!(table.header, ["名称", "电话"]);
        assert_eq!(texts(&table), [["图书馆", "0514-87654321"]]);
    }
}

#[test]
fn separators_are_told_by_the_text_or_by_its_first_line() {
    for text in [
        "名称;电话\n馆;1,2\n馆;3,4\n",
        "名称\t电话\n馆\t1,2\n馆\t3,4\n",
        "sep=;\n名称;电话\n馆;1,2\n馆;3,4\n",
        "sep=|\n名称|电话\n馆|1,2\n馆|3,4\n",
    ] {
        let table = table(text.as_bytes());
        assert_eq!(texts(&table), [["馆", "1,2"], ["馆", "3,4"]], "{text}");
    }
}

#[test]
fn lines_may_end_as_on_any_system() {
    for end in ["\n", "\r\n", "\r"] {
        let table = table(["名称", "甲馆", "乙馆", ""].join(end).as_bytes());
        assert_eq!(texts(&table), [["甲馆"], ["乙馆"]], "{end:?}");
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3], "{end:?}");
    }
}

#[test]
fn quirks_of_excel_are_undone_and_rows_keep_their_numbers() {
    let table =
        table("名称,编号\r\n\r\n\"两行\n名称\",=\"0123\"\r\n,\r\n\"a \"\"b\"\"\",\"=\"\"0456\"\"\"\r\n".as_bytes());
    assert_eq!(texts(&table), [["两行\n名称", "0123"], ["a \"b\"", "0456"]]);
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 6]);
}

#[test]
fn a_header_is_found_below_a_merged_title_and_merged_cells_fill_the_rows_beside_them() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 0, 0, 3, "扬州市候学驿站名单", &plain).expect("a title");
    sheet.merge_range(1, 0, 2, 0, "区县", &plain).expect("a header");
    sheet.merge_range(1, 1, 2, 1, "名称", &plain).expect("a header");
    sheet.merge_range(1, 2, 1, 3, "坐标", &plain).expect("a header");
    sheet.write_string(2, 2, "经度").expect("a cell").write_string(2, 3, "纬度").expect("a cell");
    sheet.merge_range(3, 0, 4, 0, "广陵区", &plain).expect("a district");
    for (row, name) in [(3, "甲小学"), (4, "乙小学")] {
        sheet.write_string(row, 1, name).expect("a cell");
        sheet.write_number(row, 2, 119.45).expect("a cell").write_number(row, 3, 32.39).expect("a cell");
    }
    let table = table(&workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(table.header, ["区县", "名称", "经度", "纬度"]);
    assert_eq!(table.header_row, 3);
    assert_eq!(texts(&table), [["广陵区", "甲小学", "119.45", "32.39"], ["广陵区", "乙小学", "119.45", "32.39"]]);
    assert_eq!(table.rows[1].cells[0].note, Some(CellNote::Merged));
    assert_eq!(Mapping::guess(&table).role, Some(RoleKind::WaitingStation));
}

#[test]
fn a_mapping_is_a_value_that_is_shown_edited_and_handed_back() {
    let table = table("场馆名,负责人,经度(BD-09)\n馆,某人,119\n".as_bytes());
    let mut mapping = Mapping::guess(&table);
    assert_eq!(mapping.unmapped().collect::<Vec<_>>(), ["场馆名", "负责人"]);
    assert_eq!(mapping.header_datum, Some(DatumName::Bd09));
    mapping.columns[0].field = Some(Field::Name);
    assert_eq!(mapping.column(Field::Name), Some(0));
    let json = serde_json::to_string(&mapping).expect("JSON");
    assert_eq!(serde_json::from_str::<Mapping>(&json).expect("the same"), mapping);
    let sheet = import(city()).drafts(
        &table,
        &Mapping {
            columns: mapping
                .columns
                .clone()
                .into_iter()
                .map(|mut column| {
                    column.field = Some(Field::Name);
                    column
                })
                .collect(),
            ..mapping
        },
        &mut || (),
    );
    assert!(sheet.findings.has_file_error());
}

#[test]
fn geojson_features_become_rows_and_their_properties_columns() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[119.45,32.39]},"properties":{"name":"甲馆","type":"venue","district":"广陵区"}},
        {"type":"Feature","id":"b","geometry":{"type":"Polygon","coordinates":[[[119.46,32.38],[119.48,32.38],[119.48,32.4],[119.46,32.38]]]},"properties":{"name":"乙馆","type":"venue","fee":"free"}}]}"#;
    let table = table(text.as_bytes());
    assert_eq!(table.header[..5], ["id", "lon", "lat", "district", "name"]);
    let plan = plan(&import(city()), text.as_bytes());
    let points: Vec<_> = plan.added.iter().map(|planned| planned.change.place.position.point).collect();
    assert_eq!(
        points.iter().map(|point| (point.lon(), point.lat())).collect::<Vec<_>>(),
        [(119.45, 32.39), (119.47, 32.39)]
    );
    assert_eq!(plan.added[1].change.place.position.precision, Precision::Surveyed);
}

#[test]
fn features_of_our_own_pack_come_in_whole() {
    let bytes = include_bytes!("../../../../data/yangzhou/places/321002.geojson");
    let same = plan(&import(city()), bytes);
    assert_eq!((same.added.len(), same.changed.len(), same.unchanged.len()), (0, 0, 232));
    let text = String::from_utf8(bytes.to_vec())
        .expect("UTF-8")
        .replace("\"fee\":{\"value\":\"free\"", "\"fee\":{\"value\":\"paid\"");
    let changed = plan(&import(city()), text.as_bytes());
    assert!(changed.changed.len() > 100, "{}", changed.changed.len());
    // An editor's fee stays.
    let mut place =
        city().places().iter().find(|place| place.id.as_str() == "p-05teh7ey0ce4").expect("a place").clone();
    let fee = place.roles[0].fee.as_mut().expect("a fee");
    fee.value = Fee::Unknown;
    fee.provenance.source = "editor".into();
    let changes = vec![PlaceChange { place: place.clone(), expected: Expected::AsOf(1) }];
    let edited = after(city(), ChangeSet { changes, ..ChangeSet::default() });
    let again = plan(&import(&edited), bytes);
    assert_eq!((again.changed.len(), again.unchanged.len(), again.kept.len()), (0, 232, 1));
}
