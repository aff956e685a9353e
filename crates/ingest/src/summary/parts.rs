//! The parts of a summary: the list, its sheets, places, questions, rules.

use std::cmp::Reverse;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Place, PlaceId, SourceKey};
use yuren_geodesy::DatumName;

use crate::finding::cut;
use crate::{
    Doubt, Drafts, FieldChange, Findings, Import, Mapping, Planned, Row, RowRef, RuleName, Severity, Table, ToConfirm,
};

/// So many first rows of a sheet are shown.
const SAMPLE_ROWS: usize = 5;

/// A list as a source of the city.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportSource)]
pub(super) struct SourceSummary<'a> {
    /// Its key: the same list has the same key every time.
    #[schema(value_type = String)]
    key: &'a SourceKey,
    /// What it is called.
    title: &'a str,
    /// Under which licence it may be used.
    licence: &'a str,
    /// Whether the city has it already.
    is_known: bool,
}

/// A sheet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportSheet)]
pub(super) struct SheetSummary<'a> {
    /// Its name; for files without sheets the file's.
    sheet: &'a str,
    /// What stands above its header.
    title: &'a str,
    /// The header row's number; 0 where the format names its columns itself.
    header_row: u32,
    /// How many rows stand below.
    rows: usize,
    /// What its columns are taken for.
    #[schema(value_type = Mapping)]
    mapping: &'a Mapping,
    /// The datum that its coordinates are taken in; null = it has none, or it could not be told.
    #[schema(required)]
    datum: Option<&'static str>,
    /// Its first five rows, a text for each column.
    sample: Vec<Vec<String>>,
}

/// A place that a row makes or changes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PlannedPlace<'a> {
    /// The row; null = it is gone.
    #[schema(required, value_type = Option<RowRef>)]
    row: Option<&'a RowRef>,
    /// The place.
    #[schema(value_type = String)]
    place: &'a PlaceId,
    /// Its name as it shall be.
    name: &'a str,
    /// What changes; empty for a new place.
    #[schema(value_type = Vec<FieldChange>)]
    fields: &'a [FieldChange],
}

/// A row that must be confirmed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportQuestion)]
pub(super) struct Question<'a> {
    /// The row's key, by which it is answered.
    key: &'a str,
    /// The row.
    #[schema(value_type = RowRef)]
    row: &'a RowRef,
    /// Why it is asked.
    doubt: Doubt,
    /// The name in the row.
    name: &'a str,
    /// The place that it may be.
    #[schema(value_type = String)]
    candidate: &'a PlaceId,
    /// That place's name.
    candidate_name: &'a str,
    /// How far the two are apart, in metres.
    distance_m: f64,
    /// What the row changes of that place, if it is the same.
    #[schema(value_type = Vec<FieldChange>)]
    fields: &'a [FieldChange],
    /// Whether it may be another place; false where the city's rules refuse that, as on the very point of the candidate.
    can_be_new: bool,
}

/// A place by its name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NamedPlace<'a> {
    /// The place.
    #[schema(value_type = String)]
    place: &'a PlaceId,
    /// Its name.
    name: &'a str,
}

/// How much a rule found.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RuleCount {
    /// The rule.
    #[schema(value_type = String)]
    rule: RuleName,
    /// Its name in Chinese.
    name: &'static str,
    /// Its name in English.
    name_en: &'static str,
    /// How often.
    count: usize,
    /// The gravest of it.
    severity: Severity,
}

impl<'a> SourceSummary<'a> {
    pub(super) fn new(import: &'a Import<'_>) -> Self {
        let Import { snapshot, source_key, source, .. } = import;
        let is_known = snapshot.sources().contains_key(source_key);
        Self { key: source_key, title: &source.title, licence: &source.licence, is_known }
    }
}

impl<'a> SheetSummary<'a> {
    pub(super) fn new(table: &'a Table, sheet: &'a Drafts) -> Self {
        let width = table.header.len();
        let sample = |row: &Row| (0..width).map(|column| cut(&row.cell(column).trimmed())).collect();
        Self {
            sheet: &table.sheet,
            title: &table.title,
            header_row: table.header_row,
            rows: table.rows.len(),
            mapping: &sheet.mapping,
            datum: sheet.datum.map(DatumName::as_str),
            sample: table.rows.iter().take(SAMPLE_ROWS).map(sample).collect(),
        }
    }
}

impl<'a> PlannedPlace<'a> {
    pub(super) fn new(planned: &'a Planned) -> Self {
        let place = &planned.change.place;
        Self { row: planned.row.as_ref(), place: &place.id, name: &place.name, fields: &planned.fields }
    }
}

impl<'a> Question<'a> {
    pub(super) fn new(question: &'a ToConfirm) -> Self {
        Self {
            key: &question.key,
            row: &question.row,
            doubt: question.doubt,
            name: &question.name,
            candidate: &question.candidate,
            candidate_name: &question.candidate_name,
            distance_m: question.distance_m.round(),
            fields: &question.same.fields,
            can_be_new: question.new.is_some(),
        }
    }
}

impl<'a> NamedPlace<'a> {
    pub(super) fn new(place: &'a Place) -> Self {
        Self { place: &place.id, name: &place.name }
    }
}

impl RuleCount {
    /// Of every rule that found something: the gravest first, then the most.
    pub(super) fn all(findings: &Findings) -> Vec<Self> {
        let found = findings.counts().iter().map(|(&rule, &count)| Self {
            rule,
            name: rule.name_zh(),
            name_en: rule.name_en(),
            count,
            severity: findings.worst(rule).unwrap_or(Severity::Note),
        });
        let mut found: Vec<Self> = found.collect();
        found.sort_by_key(|found| (Reverse(found.severity), Reverse(found.count), found.rule));
        found
    }
}
