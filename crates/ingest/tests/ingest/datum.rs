//! The datum of a sheet is told by evidence, or not at all.

use yuren_geodesy::{DatumName, LonLat};
use yuren_ingest::{RuleName, Severity};

use crate::fixture::{list, numbers, workbook};
use crate::support::{city, drafts, import, plan, yangzhou};

/// 个园, WGS-84.
const GE_GARDEN: [f64; 2] = [119.4382, 32.4012];

fn one_row(header: &str, cells: &str) -> Vec<u8> {
    format!("名称,区县,类别,{header}\n{cells}\n").into_bytes()
}

fn ge_garden(datum: DatumName) -> Vec<u8> {
    let [lon, lat] = numbers(LonLat::new(GE_GARDEN[0], GE_GARDEN[1]).expect("a point"), datum);
    one_row("经度,纬度", &format!("个园,广陵区,文物,{lon},{lat}"))
}

#[test]
fn one_place_that_the_city_knows_by_name_tells_the_datum() {
    for datum in DatumName::ALL {
        let sheet = drafts(&import(city()), &ge_garden(datum)).1.remove(0);
        assert_eq!(sheet.datum, Some(datum));
        let point = sheet.drafts[0].position.as_ref().expect("a position").point;
        assert!((point.lon() - GE_GARDEN[0]).abs() < 2e-6 && (point.lat() - GE_GARDEN[1]).abs() < 2e-6, "{point:?}");
        assert_eq!(sheet.findings.count(RuleName::Datum), 1);
    }
}

#[test]
fn a_declared_datum_is_taken_and_doubted_where_the_rows_say_another() {
    let mut import = import(city());
    import.datum = Some(DatumName::Wgs84);
    let sheet = drafts(&import, &ge_garden(DatumName::Gcj02)).1.remove(0);
    assert_eq!(sheet.datum, Some(DatumName::Wgs84));
    let told: Vec<_> = sheet.findings.told().iter().map(|finding| (finding.severity, finding.rule)).collect();
    assert!(told.contains(&(Severity::Warning, RuleName::Datum)), "{told:?}");
    assert!(told.contains(&(Severity::Warning, RuleName::LooksShifted)), "{told:?}");
}

#[test]
fn a_header_that_names_the_datum_decides_where_the_rows_do_not() {
    let bytes = one_row("高德经度,高德纬度", "无人知道的馆,广陵区,场馆,119.45,32.39");
    assert_eq!(drafts(&import(city()), &bytes).1[0].datum, Some(DatumName::Gcj02));
}

#[test]
fn a_sheet_whose_datum_cannot_be_told_is_refused_and_asks_for_it() {
    let bytes = one_row("经度,纬度", "无人知道的馆,广陵区,场馆,119.45,32.39");
    let plan = plan(&import(city()), &bytes);
    assert!(plan.findings.has_file_error());
    assert!(plan.added.is_empty());
    let finding = plan.findings.told().iter().find(|finding| finding.rule == RuleName::Datum).expect("a finding");
    assert!(finding.mend_en.contains("gcj02"), "{}", finding.mend_en);
}

#[test]
fn a_whole_sheet_that_was_shifted_twice_is_refused() {
    let mut list = list(yangzhou(), 1_296, DatumName::Wgs84, 5);
    for entry in &mut list {
        let once = entry.truth.to_gcj02();
        let again = LonLat::new(once.lon(), once.lat()).expect("a point");
        let [lon, lat] = numbers(again, DatumName::Gcj02);
        entry.cells[6] = lon;
        entry.cells[7] = lat;
    }
    let plan = plan(&import(city()), &workbook(&list));
    assert!(plan.findings.has_file_error());
    assert!(plan.added.is_empty());
}

#[test]
fn a_list_without_coordinates_needs_no_datum() {
    let plan = plan(&import(city()), "名称,区县,乡镇,类别\n测试馆,广陵区,东关街道,场馆\n".as_bytes());
    assert_eq!(plan.findings.count(RuleName::Datum), 0);
    assert_eq!(plan.approximate().count(), 1);
}

#[test]
fn where_the_datum_cannot_be_told_no_row_is_accused_of_its_place() {
    let bytes = one_row("经度,纬度", "无人知道的馆,,场馆,119.4311,32.4102");
    let sheet = drafts(&import(city()), &bytes).1.remove(0);
    let rules: Vec<_> = sheet.findings.counts().keys().copied().collect();
    assert_eq!(rules, [RuleName::Datum]);
}
