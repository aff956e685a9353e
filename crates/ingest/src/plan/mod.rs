//! What an import would do, before anything is done: added, changed field by field, withdrawn, to be confirmed.
//!
//! `planning` goes from row to row: `matching` finds the place that a row is, `merge` lays the row over it (`role_facts` its roles', `own` a feature of
//! our own), `standing` withdraws what is gone, and `pack_rules` has the city's own rules judge what comes of it.

mod field_change;
mod hours_facts;
mod matching;
mod merge;
mod own;
mod pack_rules;
mod planning;
mod role_facts;
mod standing;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_catalog::{ChangeSet, Expected, Place, PlaceChange, PlaceId, Precision, Source, SourceKey};

use crate::finding::{Severity, Spot, said};
use crate::{Findings, RuleName};

pub use field_change::FieldChange;

/// Which row of which sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub struct RowRef {
    /// The sheet's name.
    #[schema(value_type = String)]
    pub sheet: Arc<str>,
    /// The row's number.
    pub row: u32,
}

/// A place that a row makes, or makes of one that is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The row; `None` for a place whose row is gone.
    pub row: Option<RowRef>,
    /// What changes, field by field; empty for a new place.
    pub fields: Vec<FieldChange>,
    /// The place as it shall be, and what it is a change of.
    pub change: PlaceChange,
}

/// Why a row must be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ImportDoubt)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// A place of that name stands there already, from elsewhere.
    SameName,
    /// The place was withdrawn: its row came back, or somebody withdrew it for good.
    Withdrawn,
}

/// A row that may be a place that is already there.
#[derive(Clone, Debug, PartialEq)]
pub struct ToConfirm {
    /// The row's key, by which it is answered.
    pub key: String,
    /// The row.
    pub row: RowRef,
    /// Why it is asked.
    pub doubt: Doubt,
    /// The name in the row.
    pub name: String,
    /// The place that it may be.
    pub candidate: PlaceId,
    /// The name of that place as it stands.
    pub candidate_name: String,
    /// How far the two are apart, in metres.
    pub distance_m: f64,
    /// What the row makes of that place, if it is the same.
    pub same: Planned,
    /// What it says of that place otherwise than others do; left alone.
    pub kept: Vec<FieldChange>,
    /// The place that the row makes, if it is another; `None` = the city's rules refuse it, as on the very point of the candidate.
    pub new: Option<Planned>,
}

/// An answer to a [`ToConfirm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportAnswer)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The row is the place that is there.
    Same,
    /// The row is a place of its own. For [`Doubt::Withdrawn`]: let it be withdrawn.
    New,
}

/// A field that the list states otherwise than others do, and that is left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = KeptField)]
pub struct Kept {
    /// The row.
    pub row: RowRef,
    /// The place.
    #[schema(value_type = String)]
    pub place: PlaceId,
    /// The field, what stands there (`before`) and what the list says (`after`).
    pub field: FieldChange,
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The list's key among the sources.
    pub source_key: SourceKey,
    /// What the list is.
    pub source: Source,
    /// Places that are new.
    pub added: Vec<Planned>,
    /// Places that change.
    pub changed: Vec<Planned>,
    /// Places that stay as they are.
    pub unchanged: Vec<PlaceId>,
    /// Places whose rows are gone from this list.
    pub withdrawn: Vec<Planned>,
    /// Rows that may be places that are already there; without an answer they are not imported.
    pub to_confirm: Vec<ToConfirm>,
    /// Fields that are left alone.
    pub kept: Vec<Kept>,
    /// Rows that errors keep out.
    pub refused: usize,
    /// Everything that was found, by reading, by the rules and by planning.
    pub findings: Findings,
}

impl Plan {
    /// The changes that carry it out. Rows to be confirmed are in it as they are answered, by their keys; those without an answer
    /// are not.
    pub fn change_set(&self, answers: &BTreeMap<String, Answer>, why: impl Into<String>) -> ChangeSet {
        let sure = [&self.added, &self.changed, &self.withdrawn].into_iter().flatten();
        let confirmed =
            self.to_confirm.iter().filter_map(|question| match (answers.get(&question.key)?, question.doubt) {
                (Answer::Same, _) => Some(&question.same),
                (Answer::New, Doubt::SameName) => question.new.as_ref(),
                (Answer::New, Doubt::Withdrawn) => None,
            });
        // A confirmed place may be as it shall be already.
        let differs = |planned: &&Planned| planned.change.expected == Expected::Absent || !planned.fields.is_empty();
        // Two rows may be answered to be one place: the first is taken.
        let mut seen = HashSet::new();
        let first = |planned: &&Planned| seen.insert(planned.change.place.id.clone());
        let changes = sure.chain(confirmed).filter(differs).filter(first).map(|planned| planned.change.clone());
        let changes: Vec<_> = changes.collect();
        let is_named = !changes.is_empty();
        let sources = is_named.then(|| (self.source_key.clone(), self.source.clone())).into_iter().collect();
        ChangeSet { changes, sources, why: why.into(), ..ChangeSet::default() }
    }

    /// Places at the centre of a region, to be fixed on the map.
    pub fn approximate(&self) -> impl Iterator<Item = &Place> {
        let places = self.added.iter().chain(&self.changed).map(|planned| &planned.change.place);
        places.filter(|place| place.position.precision == Precision::Approximate)
    }

    pub(crate) fn keep(&mut self, row: &RowRef, place: &Place, field: FieldChange) {
        let meaning = said(
            format!("{} 由其他来源维护（{}），不改为清单中的值", field.field, field.before),
            format!(
                "{} is maintained by another source ({}), and is not changed to what the list says",
                field.field, field.before
            ),
        );
        let mend = said("如以清单为准，请选择“以清单为准”", "choose that the list wins if it should");
        let at = Spot { sheet: Some(Arc::clone(&row.sheet)), row: Some(row.row), column: None };
        self.findings.add(Severity::Note, RuleName::Kept, at, &field.after, meaning, mend);
        self.kept.push(Kept { row: row.clone(), place: place.id.clone(), field });
    }
}
