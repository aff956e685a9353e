//! What an import would do, in few enough words to be shown: for people who decide, and for programs.

mod parts;

use std::cmp::Reverse;

use serde::Serialize;
use utoipa::ToSchema;

use self::parts::{NamedPlace, PlannedPlace, Question, RuleCount, SheetSummary, SourceSummary};
use crate::{Drafts, Finding, Format, Import, Kept, Plan, Planned, Reading};

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
            source: SourceSummary::new(import),
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
            approximate: approximate().take(shown.places).map(NamedPlace::new).collect(),
            counts_by_rule: RuleCount::all(&plan.findings),
            findings,
        }
    }
}
