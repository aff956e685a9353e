//! A planner's points from a table: which columns, which rows, which datum.

use encoding_rs::GB18030;
use rust_xlsxwriter::Workbook;
use yuren_catalog::CityPack;
use yuren_geodesy::{BBox, DatumName, LonLat, Wgs84};
use yuren_index::Snapshot;
use yuren_ingest::points::{ColumnNames, Point, PointBounds, PointUse, PointsAsked, PointsReading, read};
use yuren_ingest::{Format, RuleName, Severity};

use crate::support::{city, yangzhou};

/// Demand points in WGS-84, within half a degree of the sample city.
pub(crate) fn demand() -> PointsAsked {
    let [west, south, east, north] = city().city().bbox;
    let within = BBox::new(west - 0.5, south - 0.5, east + 0.5, north + 0.5).expect("a box");
    PointsAsked {
        purpose: PointUse::Demand,
        datum: Some(DatumName::Wgs84),
        columns: ColumnNames::default(),
        is_population: None,
        bounds: PointBounds { points: 20_000, within, id_chars: 64, name_chars: 200, weight: 1e9 },
    }
}

fn candidates() -> PointsAsked {
    PointsAsked { purpose: PointUse::Candidates, ..demand() }
}

pub(crate) fn points(text: &str, asked: &PointsAsked) -> PointsReading {
    read(text.as_bytes(), "点.csv", asked, city())
}

/// Rows and their rules at this severity.
pub(crate) fn told(reading: &PointsReading, severity: Severity) -> Vec<(Option<u32>, RuleName)> {
    let told = reading.findings.told().iter().filter(|finding| finding.severity == severity);
    told.map(|finding| (finding.row, finding.rule)).collect()
}

pub(crate) fn ids(reading: &PointsReading) -> Vec<&str> {
    reading.points.iter().map(|point| point.id.as_str()).collect()
}

/// Asserts that the file as a whole is refused by this rule, with these words among what is said.
pub(crate) fn refused(reading: &PointsReading, rule: RuleName, words: &str) {
    assert!(reading.findings.has_file_error() && reading.points.is_empty(), "{reading:?}");
    let finding = reading.findings.told().iter().find(|finding| finding.row.is_none() && finding.rule == rule);
    let finding = finding.unwrap_or_else(|| panic!("{rule} is not among {:?}", reading.findings));
    let all = format!("{} {} {}", finding.value, finding.meaning_en, finding.mend_en);
    assert!(all.contains(words), "{all}");
}

const TABLE: &str = "编号,名称,经度,纬度,人口\nA,东关,119.45,32.4,120\nB,梅岭,119.44,32.41,80.5\n";

fn point(id: &str, name: &str, lon: f64, lat: f64, weight: f64) -> Point {
    Point { id: id.to_owned(), name: name.to_owned(), at: LonLat::new(lon, lat).expect("a point"), weight }
}

#[test]
fn a_table_gives_points_with_ids_names_and_people() {
    let reading = points(TABLE, &demand());
    assert_eq!(reading.points, [point("A", "东关", 119.45, 32.4, 120.0), point("B", "梅岭", 119.44, 32.41, 80.5)]);
    assert_eq!((reading.format, reading.rows, reading.datum), (Format::Csv, 2, Some(DatumName::Wgs84)));
    assert!(reading.is_population, "人口 says so");
    let columns = ["编号", "名称", "经度", "纬度", "人口"].map(|name| Some(name.to_owned()));
    let ColumnNames { id, name, lon, lat, weight } = reading.columns;
    assert_eq!([id, name, lon, lat, weight], columns);
    assert!(reading.findings.told().is_empty(), "{:?}", reading.findings);
}

#[test]
fn the_same_table_in_gb18030_and_in_a_workbook_gives_the_same_points() {
    let wanted = points(TABLE, &demand()).points;
    let (gb18030, _, _) = GB18030.encode(TABLE);
    assert_eq!(read(&gb18030, "点.csv", &demand(), city()).points, wanted);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(TABLE.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) => sheet.write_string(row, column, cell),
            }
            .expect("a cell");
        }
    }
    let reading = read(&workbook.save_to_buffer().expect("a workbook"), "点.xlsx", &demand(), city());
    assert_eq!((reading.points, reading.format), (wanted, Format::Xlsx));
}

#[test]
fn a_weight_that_is_no_number_above_zero_refuses_its_row_by_name() {
    let weights = ["1", "many", "", "0", "-1", "NaN", "inf", "1e10", "1000000000"];
    let rows = weights.map(|weight| format!("119.45,32.4,{weight}\n")).concat();
    let reading = points(&format!("lon,lat,weight\n{rows}"), &demand());
    let wanted: Vec<_> = (3..=9).map(|row| (Some(row), RuleName::Weight)).collect();
    assert_eq!(told(&reading, Severity::Error), wanted);
    let said: Vec<&str> =
        reading.findings.told().iter().filter(|f| f.rule == RuleName::Weight).map(|f| f.meaning_en.as_str()).collect();
    for (said, words) in said.iter().zip(["no number", "no weight", "zero", "negative", "NaN", "infinite", "greater"]) {
        assert!(said.contains(words), "{said}");
    }
    assert!(reading.findings.told().iter().all(|f| f.rule != RuleName::Weight || f.column == Some(2)));
    assert_eq!(ids(&reading), ["r2", "r10"]);
    assert!(!reading.is_population, "a weight may be anything");
}

#[test]
fn a_row_without_a_coordinate_of_the_city_or_near_it_is_left_out() {
    let rows = [
        ("119.45", "32.4"),
        ("", ""),
        ("119.45", ""),
        ("here", "32.4"),
        ("500", "32.4"),
        ("13295000", "3812000"),
        ("121.47", "31.23"),
        ("119.9", "33.9"),
    ];
    let text = rows.map(|(lon, lat)| format!("{lon},{lat}\n")).concat();
    let reading = points(&format!("x,y\n{text}"), &candidates());
    // A row of commas alone is blank, and no row.
    let wanted = [
        (4, RuleName::CoordinateForm),
        (5, RuleName::CoordinateForm),
        (6, RuleName::CoordinateForm),
        (7, RuleName::CoordinateForm),
        (8, RuleName::OutsideCity),
    ];
    assert_eq!(told(&reading, Severity::Error), wanted.map(|(row, rule)| (Some(row), rule)));
    assert_eq!(ids(&reading), ["r2", "r9"], "half a degree around the city is still taken");
    let reading = points("名称,x,y\n甲,,\n", &candidates());
    assert_eq!(told(&reading, Severity::Error), [(Some(2), RuleName::NoPosition)]);
}

#[test]
fn longitude_and_latitude_that_stand_in_each_others_place_are_swapped() {
    let reading = points("lon,lat\n32.4,119.45\n", &candidates());
    assert_eq!(told(&reading, Severity::Warning), [(Some(2), RuleName::Swapped)]);
    assert!((reading.points[0].at.lon() - 119.45).abs() < 1e-9);
}

#[test]
fn an_id_that_comes_again_refuses_the_later_row_and_a_row_without_one_gets_its_number() {
    let reading = points("id,lon,lat\nr3,119.45,32.4\n,119.44,32.4\nr3,119.43,32.4\n ,119.42,32.4\n", &candidates());
    assert_eq!(ids(&reading), ["r3", "r3_", "r5"]);
    assert_eq!(told(&reading, Severity::Error), [(Some(4), RuleName::DuplicateKey)]);
    let made = [(Some(3), RuleName::MissingKey), (Some(5), RuleName::MissingKey)];
    assert_eq!(told(&reading, Severity::Note), made);
}

#[test]
fn a_row_that_is_left_out_for_its_place_leaves_its_id_to_the_next() {
    let reading = points("id,lon,lat\nA,121.47,31.23\nA,119.44,32.4\n", &candidates());
    assert_eq!(ids(&reading), ["A"]);
    assert_eq!(told(&reading, Severity::Error), [(Some(2), RuleName::OutsideCity)]);
}

#[test]
fn two_points_on_one_spot_are_kept_and_told() {
    let reading = points("id,lon,lat\nA,119.45,32.4\nB,119.45,32.40000001\n", &candidates());
    assert_eq!(ids(&reading), ["A", "B"]);
    assert_eq!(told(&reading, Severity::Warning), [(Some(3), RuleName::SameSpot)]);
}

#[test]
fn an_id_or_a_name_that_no_question_takes_refuses_its_row() {
    let (id, name) = ("i".repeat(65), "名".repeat(201));
    let text =
        format!("id,name,lon,lat\n{id},a,119.45,32.4\nB,{name},119.44,32.4\nC,\u{7}c,119.43,32.4\nD,d,119.42,32.4\n");
    let reading = points(&text, &candidates());
    assert_eq!(told(&reading, Severity::Error), [2, 3, 4].map(|row| (Some(row), RuleName::NameForm)));
    assert_eq!(ids(&reading), ["D"]);
}

#[test]
fn more_points_than_are_taken_are_refused_with_their_number() {
    let table = |rows: usize| {
        let rows = (0..rows).map(|i| format!("119.{i:07},32.4\n")).collect::<Vec<_>>().concat();
        format!("lon,lat\n{rows}")
    };
    let small = |most| {
        let mut asked = candidates();
        asked.bounds.points = most;
        asked
    };
    assert_eq!(points(&table(100), &small(100)).points.len(), 100);
    refused(&points(&table(101), &small(100)), RuleName::TooLarge, "101 candidates; 100 are allowed");
    // Rows that are refused are not counted.
    assert_eq!(points(&(table(100) + "121.47,31.23\n"), &small(100)).points.len(), 100);
}

#[test]
fn columns_are_taken_as_they_are_given_and_unknown_ones_are_refused() {
    let text = "甲,乙,丙,丁\nA,119.45,32.4,7\nB,119.44,32.41,9\n";
    refused(&points(text, &demand()), RuleName::NoHeader, "甲, 乙, 丙, 丁");
    let mut asked = demand();
    let name = |name: &str| Some(name.to_owned());
    asked.columns =
        ColumnNames { id: name("甲"), name: name("甲"), lon: name("乙"), lat: name("丙"), weight: name("丁") };
    let reading = points(text, &asked);
    assert_eq!(ids(&reading), ["A", "B"]);
    assert_eq!((reading.points[1].weight, reading.points[1].name.as_str()), (9.0, "B"));
    asked.columns.weight = name("戊");
    refused(&points(text, &asked), RuleName::Columns, "戊");
}

#[test]
fn a_column_that_is_given_goes_before_the_one_that_the_header_suggests() {
    let mut asked = demand();
    asked.columns.weight = Some("jobs".to_owned());
    let reading = points("lon,lat,population,jobs\n119.45,32.4,10,3\n", &asked);
    assert_eq!((reading.points[0].weight, reading.is_population), (3.0, false));
    let said = PointsAsked { is_population: Some(true), ..asked };
    assert!(points("lon,lat,population,jobs\n119.45,32.4,10,3\n", &said).is_population);
}

#[test]
fn a_column_may_be_said_to_be_none() {
    let text = "编号,名称,经度,纬度,人口\nA,东关,119.45,32.4,7\n";
    let mut asked = demand();
    asked.columns = ColumnNames { weight: Some(String::new()), id: Some(" ".to_owned()), ..ColumnNames::default() };
    let reading = points(text, &asked);
    assert_eq!(reading.points, [point("r2", "东关", 119.45, 32.4, 1.0)]);
    assert_eq!((reading.columns.weight, reading.columns.id, reading.is_population), (None, None, false));
    asked.columns = ColumnNames { lat: Some(String::new()), ..ColumnNames::default() };
    refused(&points(text, &asked), RuleName::NoHeader, "纬度");
}

#[test]
fn the_headers_columns_are_told_whether_or_not_they_hold_coordinates() {
    for (text, found) in [("甲,,乙,甲\n1,2,3,4\n", 0), ("lon,lat,甲,甲\n119.45,32.4,1,2\n", 1)] {
        let reading = points(text, &demand());
        let wanted: &[&str] = if found == 0 { &["甲", "乙"] } else { &["lon", "lat", "甲"] };
        assert_eq!(
            (reading.headers.as_slice(), reading.points.len()),
            (&wanted.iter().map(ToString::to_string).collect::<Vec<_>>()[..], found)
        );
    }
}

#[test]
fn coordinates_may_stand_in_one_cell() {
    let reading = points("编号,坐标\nA,\"119.45,32.4\"\n", &candidates());
    assert_eq!(ids(&reading), ["A"]);
    assert_eq!((reading.columns.lon.as_deref(), reading.columns.lat.as_deref()), (Some("坐标"), Some("坐标")));
}

#[test]
fn points_without_a_weight_column_count_one_each_and_are_no_people() {
    let asked = PointsAsked { is_population: Some(true), ..demand() };
    let reading = points("lon,lat\n119.45,32.4\n119.44,32.4\n", &asked);
    assert!(reading.points.iter().map(|point| point.weight).eq([1.0, 1.0]));
    assert!(!reading.is_population);
    assert_eq!(told(&reading, Severity::Warning), [(None, RuleName::Columns)]);
}

#[test]
fn candidates_need_no_weight_and_none_is_read() {
    let reading = points("lon,lat,population\n119.45,32.4,none\n", &candidates());
    assert_eq!((reading.points.len(), reading.columns.weight, reading.is_population), (1, None, false));
}

#[test]
fn of_several_sheets_the_first_with_coordinates_is_read_and_the_others_are_told() {
    let mut workbook = Workbook::new();
    for (name, cells) in [("说明", ["看", "这里"]), ("点", ["经度", "纬度"]), ("旧点", ["经度", "纬度"])]
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(0, column, cell).expect("a cell");
            sheet.write_number(1, column, [119.45, 32.4][usize::from(column)]).expect("a cell");
        }
    }
    let reading = read(&workbook.save_to_buffer().expect("a workbook"), "点.xlsx", &candidates(), city());
    assert_eq!(reading.points.len(), 1);
    let others: Vec<_> = reading.findings.told().iter().filter_map(|f| f.sheet.as_deref()).collect();
    assert_eq!(others, ["说明", "旧点"]);
}

/// 个园, WGS-84: a place that the sample city knows.
const GE_GARDEN: [f64; 2] = [119.4382, 32.4012];

#[test]
fn a_declared_datum_is_brought_to_wgs84() {
    let truth = LonLat::<Wgs84>::new(GE_GARDEN[0], GE_GARDEN[1]).expect("a point");
    let (gcj02, bd09) = (truth.to_gcj02(), truth.to_bd09());
    for (datum, [lon, lat]) in [
        (DatumName::Wgs84, GE_GARDEN),
        (DatumName::Gcj02, [gcj02.lon(), gcj02.lat()]),
        (DatumName::Bd09, [bd09.lon(), bd09.lat()]),
    ] {
        let asked = PointsAsked { datum: Some(datum), ..candidates() };
        let reading = points(&format!("lon,lat\n{lon},{lat}\n"), &asked);
        let at = reading.points[0].at;
        assert!((at.lon() - truth.lon()).abs() < 2e-7 && (at.lat() - truth.lat()).abs() < 2e-7, "{datum}: {at:?}");
        assert_eq!(reading.datum, Some(datum));
    }
}

#[test]
fn a_datum_that_is_not_declared_is_told_by_names_and_headers_or_asked_for() {
    let asked = PointsAsked { datum: None, ..candidates() };
    let truth = LonLat::<Wgs84>::new(GE_GARDEN[0], GE_GARDEN[1]).expect("a point").to_gcj02();
    let known = points(&format!("名称,经度,纬度\n个园,{},{}\n", truth.lon(), truth.lat()), &asked);
    assert_eq!(known.datum, Some(DatumName::Gcj02));
    let by_header = points("高德经度,高德纬度\n119.45,32.4\n", &asked);
    assert_eq!(by_header.datum, Some(DatumName::Gcj02));
    refused(&points("经度,纬度\n119.45,32.4\n", &asked), RuleName::Datum, "declare it: wgs84, gcj02 or bd09");
}

#[test]
fn outside_mainland_china_coordinates_are_taken_as_they_are() {
    let CityPack { city: of, .. } = yangzhou().clone();
    let bbox = [-51.28, -30.17, -51.08, -29.99];
    let pack = CityPack { city: yuren_catalog::City { bbox, ..of }, ..yangzhou().clone() };
    let elsewhere = Snapshot::new(pack, 1);
    let mut asked = PointsAsked { datum: None, ..demand() };
    asked.bounds.within = BBox::new(-51.78, -30.67, -50.58, -29.49).expect("a box");
    let text = "id,lon,lat,population\n89a901291abffff,-51.1582,-30.0538,159\n";
    let reading = read(text.as_bytes(), "grid.csv", &asked, &elsewhere);
    assert_eq!((reading.datum, reading.points.len()), (Some(DatumName::Wgs84), 1), "{:?}", reading.findings);
    assert_eq!(told(&reading, Severity::Note), [(None, RuleName::Datum)]);
}

#[test]
fn a_table_of_no_rows_gives_no_points_and_says_so() {
    let reading = points("lon,lat\n", &candidates());
    assert!(reading.points.is_empty() && !reading.findings.has_file_error());
    assert_eq!(told(&reading, Severity::Warning), [(None, RuleName::NoRows)]);
}

#[test]
fn what_is_no_table_of_points_is_refused_as_a_whole() {
    refused(&read(b"", "a.csv", &demand(), city()), RuleName::NoRows, "no data");
    refused(&read(b"lon,lat\n\xff\xff\xff\n", "a.csv", &demand(), city()), RuleName::Encoding, "UTF-8");
    refused(&read(b"PK\x03\x04 and then nothing", "a.xlsx", &demand(), city()), RuleName::Unreadable, "damaged");
    refused(&points("119.45,32.4\n119.44,32.41\n", &demand()), RuleName::NoHeader, "no column is the longitude");
    refused(&points("经度,人口\n119.45,3\n", &demand()), RuleName::NoHeader, "no column is the latitude");
    refused(&read(b"{\"type\":\"FeatureCollection\",\"features\":[", "a", &demand(), city()), RuleName::Unreadable, "");
}
