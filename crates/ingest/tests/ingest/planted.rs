//! Mistakes planted among thousands of rows are found, and no sound row is accused.

use std::collections::BTreeMap;

use yuren_geodesy::DatumName;
use yuren_ingest::{RuleName, Severity};

use crate::fixture::plant::planted;
use crate::fixture::{gb_text, list, workbook};
use crate::support::{city, import, plan, yangzhou};

/// What is said of every sheet, whatever its rows.
const ALWAYS: [RuleName; 2] = [RuleName::Datum, RuleName::Columns];

fn found(plan: &yuren_ingest::Plan) -> BTreeMap<&'static str, usize> {
    let counts = plan.findings.counts().iter().filter(|(rule, _)| !ALWAYS.contains(rule));
    counts.map(|(rule, &count)| (rule.as_str(), count)).collect()
}

#[test]
fn no_row_of_a_sound_list_is_accused_in_any_datum() {
    for (datum, seed) in DatumName::ALL.into_iter().zip(1..) {
        let list = list(yangzhou(), usize::MAX, datum, seed);
        assert!(list.len() > 1_296, "{}", list.len());
        let plan = plan(&import(city()), &workbook(&list));
        assert_eq!(found(&plan), BTreeMap::new(), "{datum}: {:?}", plan.findings.told());
        assert_eq!(plan.added.len(), list.len(), "{datum}");
        assert_eq!(plan.findings.told()[0].value, datum.as_str());
    }
}

#[test]
fn every_planted_mistake_is_found_by_its_rule_and_nothing_else_is() {
    for (datum, seed) in DatumName::ALL.into_iter().zip(11..) {
        let mut list = list(yangzhou(), 1_296, datum, seed);
        let wanted = planted(&mut list, datum);
        let plan = plan(&import(city()), &workbook(&list));
        assert_eq!(found(&plan), wanted, "{datum}: {:?}", plan.findings.told());
    }
}

#[test]
fn the_same_list_as_text_in_gb18030_is_judged_as_the_workbook_is() {
    let mut list = list(yangzhou(), 1_296, DatumName::Gcj02, 1);
    let wanted = planted(&mut list, DatumName::Gcj02);
    let plan = plan(&import(city()), &gb_text(&list));
    assert_eq!(found(&plan), wanted, "{:?}", plan.findings.told());
}

#[test]
fn a_row_with_an_error_is_left_out_and_the_others_are_planned() {
    let mut list = list(yangzhou(), 1_296, DatumName::Gcj02, 1);
    planted(&mut list, DatumName::Gcj02);
    let plan = plan(&import(city()), &workbook(&list));
    let errors = plan.findings.told().iter().filter(|finding| finding.severity == Severity::Error);
    let mut rows: Vec<_> = errors.map(|finding| finding.row).collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(plan.refused, rows.len());
    assert_eq!(plan.added.len() + plan.refused, list.len());
    assert_eq!(plan.approximate().count(), plan.findings.count(RuleName::Approximate));
}

#[test]
fn a_finding_names_row_column_value_meaning_and_mend() {
    let mut list = list(yangzhou(), 1_296, DatumName::Gcj02, 1);
    planted(&mut list, DatumName::Gcj02);
    let plan = plan(&import(city()), &workbook(&list));
    let finding = plan.findings.told().iter().find(|finding| finding.rule == RuleName::Hours).expect("hours");
    assert_eq!(finding.sheet.as_deref(), Some("家长学校"));
    assert_eq!(finding.column, Some(9));
    assert_eq!(finding.value, "请电话咨询");
    let row = finding.row.expect("a row") as usize;
    // The title and the header stand above.
    assert_eq!(list[row - 3].cells[9], "请电话咨询");
    for text in [&finding.meaning_zh, &finding.meaning_en, &finding.mend_zh, &finding.mend_en] {
        assert!(!text.is_empty());
    }
}
