//! Files of points that are broken, or made to hurt.

use std::fmt::Write as _;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use yuren_ingest::points::read;
use yuren_ingest::{RuleName, read as reading};

use crate::points::{demand, points, refused};
use crate::support::city;

const CSV: &str = "id,name,lon,lat,population\nA,甲,119.45,32.4,3\nB,\"乙,丙\",119.44,32.41,1e3\nC,,119.43,,\n";
const GEOJSON: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","id":1,"properties":{"pop":3},"geometry":{"type":"Point","coordinates":[119.45,32.4]}},
    {"type":"Feature","properties":{"pop":2},"geometry":{"type":"Polygon","coordinates":
        [[[119.4,32.4],[119.5,32.4],[119.5,32.5],[119.4,32.4]],[[119.45,32.41],[119.48,32.41],[119.48,32.42],[119.45,32.41]]]}},
    {"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon","coordinates":
        [[[[119.4,32.4],[119.5,32.4],[119.5,32.5],[119.4,32.4]]]]}}]}"#;

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(CSV.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// A file is read or refused, and no point lies outside what is asked for.
fn survives(bytes: &[u8]) {
    let asked = demand();
    let reading = read(bytes, "点", &asked, city());
    for point in &reading.points {
        assert!(asked.bounds.within.contains(point.at) && point.weight > 0.0 && point.weight <= 1e9, "{point:?}");
    }
    assert!(!reading.findings.has_file_error() || reading.points.is_empty());
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_refused() {
    for whole in [CSV.as_bytes(), GEOJSON.as_bytes()] {
        (0..whole.len()).for_each(|end| survives(&whole[..end]));
    }
    let whole = workbook();
    (0..whole.len()).step_by(37).for_each(|end| survives(&whole[..end]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_file_with_bytes_changed_anywhere_is_read_or_refused(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        for mut bytes in [CSV.as_bytes().to_vec(), GEOJSON.as_bytes().to_vec(), workbook()] {
            for (at, byte) in &flips {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            survives(&bytes);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }
}

/// A grid of a province: most of its rows are outside the city.
fn grid(rows: usize, inside: usize) -> String {
    let mut text = String::from("lon,lat,w\n");
    for i in 0..rows {
        let lon = if i < inside { 119.3 } else { 110.0 } + (i % 1_000) as f64 * 1e-4;
        let _ = writeln!(text, "{lon:.4},32.4,1");
    }
    text
}

#[test]
fn a_million_rows_are_looked_at_and_the_few_of_the_city_are_taken() {
    let most = reading::MAX_POINT_ROWS;
    let text = grid(most - 1, 500);
    let reading = points(&text, &demand());
    assert_eq!((reading.rows, reading.points.len()), (most - 1, 500));
    assert_eq!(reading.findings.count(RuleName::OutsideCity), most - 1 - 500);
    refused(&points(&(text + "110,32.4,1\n"), &demand()), RuleName::TooLarge, "1000000 rows");
}

#[test]
fn a_million_points_are_counted_and_refused() {
    let most = reading::MAX_POINT_ROWS;
    refused(&points(&grid(most - 1, most), &demand()), RuleName::TooLarge, "999999 demand points; 20000 are allowed");
}

#[test]
fn features_beyond_a_million_are_not_looked_at() {
    let many = format!(r#"{{"type":"FeatureCollection","features":[0{}]}}"#, ",0".repeat(reading::MAX_POINT_ROWS));
    refused(&points(&many, &demand()), RuleName::Unreadable, "1000000 features");
}
