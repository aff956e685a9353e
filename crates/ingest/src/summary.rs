//! What an import would do, in few enough words to be shown: for people who decide, and for programs.

use std::cmp::Reverse;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{PlaceId, SourceKey};
use yuren_geodesy::DatumName;

use crate::finding::cut;
use crate::{
    Doubt, Drafts, FieldChange, Finding, Format, Import, Kept, Mapping, Plan, Planned, Reading, RowRef, RuleName,
    Severity, Table,
};

/// So many first rows of a sheet are shown.
const SAMPLE_ROWS: usize = 5;

/// How much is listed at most; numbers are always whole.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// Places added, changed and withdrawn, each; fields kept; approximate places.
    pub places: usize,
    /// Rows to be confirmed.
    pub questions: usize,
    /// Findings.
    pub findings: usize,
}

impl Shown {
    /// Everything.
    pub const ALL: Self = Self { places: usize::MAX, questions: usize::MAX, findings: usize::MAX };
}

/// What an import would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportSummary)]
pub struct Summary<'a> {
    /// What the file is.
    format: Format,
    /// What the list is.
    source: SourceSummary<'a>,
    /// Whether something is wrong with the file as a whole, so that nothing of it is imported.
    is_refused: bool,
    /// Its sheets, as far as it could be read.
    sheets: Vec<SheetSummary<'a>>,
    /// How many rows and places of each sort.
    counts: ImportCounts,
    /// How many places would change: rows to be confirmed count as they are answered.
    changes: usize,
    /// New places.
    added: Vec<PlannedPlace<'a>>,
    /// Places that change.
    changed: Vec<PlannedPlace<'a>>,
    /// Places whose rows are gone from the list.
    withdrawn: Vec<PlannedPlace<'a>>,
    /// Rows that may be places that are there already; without an answer they are not imported.
    to_confirm: Vec<Question<'a>>,
    /// Fields that others maintain and that are left alone.
    #[schema(value_type = Vec<Kept>)]
    kept: &'a [Kept],
    /// Places at the centre of a region, to be fixed on the map.
    approximate: Vec<NamedPlace<'a>>,
    /// What was found by each rule, the gravest first, then the most.
    counts_by_rule: Vec<RuleCount>,
    /// What was found, the gravest first.
    #[schema(value_type = Vec<Finding>)]
    findings: Vec<&'a Finding>,
}

/// A list as a source of the city.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportSource)]
struct SourceSummary<'a> {
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
struct SheetSummary<'a> {
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

/// Rows and places of an import.
#[derive(Debug, Serialize, ToSchema)]
struct ImportCounts {
    /// Rows of the file.
    rows: usize,
    /// New places.
    added: usize,
    /// Places that change.
    changed: usize,
    /// Places whose rows are gone.
    withdrawn: usize,
    /// Places that stay as they are.
    unchanged: usize,
    /// Rows that must be confirmed.
    to_confirm: usize,
    /// Rows that errors keep out.
    refused: usize,
    /// Fields that are left alone.
    kept: usize,
    /// Places at the centre of a region.
    approximate: usize,
}

/// A place that a row makes or changes.
#[derive(Debug, Serialize, ToSchema)]
struct PlannedPlace<'a> {
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
struct Question<'a> {
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
}

/// A place by its name.
#[derive(Debug, Serialize, ToSchema)]
struct NamedPlace<'a> {
    /// The place.
    #[schema(value_type = String)]
    place: &'a PlaceId,
    /// Its name.
    name: &'a str,
}

/// How much a rule found.
#[derive(Debug, Serialize, ToSchema)]
struct RuleCount {
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

impl<'a> Summary<'a> {
    /// Of this plan, which is to be carried out by so many changes.
    pub fn new(
        import: &'a Import<'_>,
        reading: &'a Reading,
        sheets: &'a [Drafts],
        plan: &'a Plan,
        changes: usize,
        shown: &Shown,
    ) -> Self {
        let places = |planned: &'a [Planned]| planned.iter().take(shown.places).map(PlannedPlace::new).collect();
        let approximate = || plan.approximate();
        let mut findings: Vec<&Finding> = plan.findings.told().iter().collect();
        findings.sort_by_key(|finding| Reverse(finding.severity));
        findings.truncate(shown.findings);
        Self {
            format: reading.format,
            source: SourceSummary {
                key: &import.source_key,
                title: &import.source.title,
                licence: &import.source.licence,
                is_known: import.snapshot.sources().contains_key(&import.source_key),
            },
            is_refused: plan.findings.has_file_error(),
            sheets: reading.tables.iter().zip(sheets).map(|(table, sheet)| SheetSummary::new(table, sheet)).collect(),
            counts: ImportCounts {
                rows: reading.tables.iter().map(|table| table.rows.len()).sum(),
                added: plan.added.len(),
                changed: plan.changed.len(),
                withdrawn: plan.withdrawn.len(),
                unchanged: plan.unchanged.len(),
                to_confirm: plan.to_confirm.len(),
                refused: plan.refused,
                kept: plan.kept.len(),
                approximate: approximate().count(),
            },
            changes,
            added: places(&plan.added),
            changed: places(&plan.changed),
            withdrawn: places(&plan.withdrawn),
            to_confirm: plan.to_confirm.iter().take(shown.questions).map(Question::new).collect(),
            kept: &plan.kept[..plan.kept.len().min(shown.places)],
            approximate: approximate()
                .take(shown.places)
                .map(|place| NamedPlace { place: &place.id, name: &place.name })
                .collect(),
            counts_by_rule: counts_by_rule(plan),
            findings,
        }
    }
}

impl<'a> SheetSummary<'a> {
    fn new(table: &'a Table, sheet: &'a Drafts) -> Self {
        let width = table.header.len();
        let sample = |row: &crate::Row| (0..width).map(|column| cut(&row.cell(column).trimmed())).collect();
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
    fn new(planned: &'a Planned) -> Self {
        let place = &planned.change.place;
        Self { row: planned.row.as_ref(), place: &place.id, name: &place.name, fields: &planned.fields }
    }
}

impl<'a> Question<'a> {
    fn new(question: &'a crate::ToConfirm) -> Self {
        Self {
            key: &question.key,
            row: &question.row,
            doubt: question.doubt,
            name: &question.name,
            candidate: &question.candidate,
            candidate_name: &question.candidate_name,
            distance_m: question.distance_m.round(),
            fields: &question.same.fields,
        }
    }
}

fn counts_by_rule(plan: &Plan) -> Vec<RuleCount> {
    let found = plan.findings.counts().iter().map(|(&rule, &count)| RuleCount {
        rule,
        name: rule.name_zh(),
        name_en: rule.name_en(),
        count,
        severity: plan.findings.worst(rule).unwrap_or(Severity::Note),
    });
    let mut found: Vec<RuleCount> = found.collect();
    found.sort_by_key(|found| (Reverse(found.severity), Reverse(found.count), found.rule));
    found
}
