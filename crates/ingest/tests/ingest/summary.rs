//! What an import would do, as it is shown.

use std::cell::Cell;

use serde_json::{Value, json};
use yuren_geodesy::DatumName;
use yuren_ingest::{Mapping, RuleName, Severity, Shown, Summary, read};

use crate::fixture::plant::planted;
use crate::fixture::{list, workbook};
use crate::support::{city, import, yangzhou};

/// What a workbook would do, listed as far as told.
fn summary(bytes: &[u8], shown: &Shown) -> Value {
    let import = import(city());
    let reading = read(bytes, "名单.xlsx");
    let sheets = reading.tables.iter().map(|table| import.drafts(table, &Mapping::guess(table), &mut || ()));
    let sheets: Vec<_> = sheets.collect();
    let plan = import.plan(reading.findings.clone(), &sheets, &|_| 1);
    json!(Summary::new(&import, &reading, &sheets, &plan, plan.added.len(), shown))
}

fn spoilt() -> Vec<u8> {
    let mut list = list(yangzhou(), 1_296, DatumName::Gcj02, 1);
    planted(&mut list, DatumName::Gcj02);
    workbook(&list)
}

#[test]
fn lists_end_where_they_are_told_to_and_numbers_are_whole() {
    let bytes = spoilt();
    let all = summary(&bytes, &Shown::ALL);
    let few = summary(&bytes, &Shown { places: 3, questions: 1, findings: 5 });
    assert_eq!(all["counts"], few["counts"]);
    assert_eq!(all["counts_by_rule"], few["counts_by_rule"]);
    let length = |summary: &Value, part: &str| summary[part].as_array().expect("a list").len() as u64;
    for part in ["added", "kept", "approximate"] {
        assert_eq!(length(&all, part), all["counts"][part].as_u64().expect("a number"), "{part}");
        assert!(length(&few, part) <= 3, "{part}");
    }
    assert_eq!((length(&few, "added"), length(&few, "findings")), (3, 5));
}

#[test]
fn the_gravest_comes_first() {
    let all = summary(&spoilt(), &Shown::ALL);
    let ranks = |part: &str| -> Vec<usize> {
        let rank = |found: &Value| ["error", "warning", "note"].iter().position(|&word| found["severity"] == word);
        all[part].as_array().expect("a list").iter().map(|found| rank(found).expect("a severity")).collect()
    };
    for part in ["findings", "counts_by_rule"] {
        let ranks = ranks(part);
        assert!(ranks.first() == Some(&0) && ranks.is_sorted(), "{part}: {ranks:?}");
    }
}

#[test]
fn a_sheet_is_shown_with_its_first_rows_as_texts() {
    let bytes = "名称,经度,纬度\n甲馆,119.45,32.4\n乙馆\n丙馆\n丁馆\n戊馆\n己馆\n".as_bytes();
    let shown = summary(bytes, &Shown::ALL);
    let sheet = &shown["sheets"][0];
    assert_eq!((&sheet["rows"], sheet["sample"].as_array().expect("rows").len()), (&6.into(), 5));
    assert_eq!(sheet["sample"][0], json!(["甲馆", "119.45", "32.4"]));
    assert_eq!(sheet["sample"][1], json!(["乙馆", "", ""]), "a short row is as wide as its header");
}

#[test]
fn the_gravest_of_a_rule_is_known_beyond_what_is_told() {
    let import = import(city());
    let rows = "馆,场馆\n".repeat(yuren_ingest::TOLD_PER_RULE + 1);
    let reading = read(format!("名称,类别\n{rows}").as_bytes(), "名单.csv");
    let table = &reading.tables[0];
    let steps = Cell::new(0);
    let drafts = import.drafts(table, &Mapping::guess(table), &mut || steps.set(steps.get() + 1));
    assert_eq!(drafts.findings.worst(RuleName::NoPosition), Some(Severity::Error));
    assert_eq!(drafts.findings.worst(RuleName::Swapped), None);
    assert_eq!(steps.get(), 2 * table.rows.len(), "a row is read and judged");
}
