//! What an import would do, before anything is done: added, changed field by field, withdrawn, to be confirmed.
//!
//! `matching` finds the place that a row is, `merge` lays the row over it, `pack_rules` has the city's own rules judge what
//! comes of it.

mod matching;
mod merge;
mod pack_rules;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use yuren_catalog::{ChangeSet, Expected, Place, PlaceChange, PlaceId, Precision, Revision, Source, SourceKey, Status};

use self::matching::{Match, Matching};
use crate::finding::{Severity, Spot, said};
use crate::{Draft, Drafts, Findings, Import, RuleName};

pub use merge::FieldChange;

/// Which row of which sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct RowRef {
    /// The sheet's name.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
    /// The place that it may be.
    pub candidate: PlaceId,
    /// How far the two are apart, in metres.
    pub distance_m: f64,
    /// What the row makes of that place, if it is the same.
    pub same: Planned,
    /// The place that the row makes, if it is another.
    pub new: Planned,
}

/// An answer to a [`ToConfirm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The row is the place that is there.
    Same,
    /// The row is a place of its own. For [`Doubt::Withdrawn`]: let it be withdrawn.
    New,
}

/// A field that the list states otherwise than others do, and that is left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// The row.
    pub row: RowRef,
    /// The place.
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
    /// Places at the centre of a region, to be fixed on the map.
    pub approximate: Vec<PlaceId>,
    /// Rows that errors keep out.
    pub refused: usize,
    /// Everything that was found, by reading, by the rules and by planning.
    pub findings: Findings,
}

impl Import<'_> {
    /// What this import would do. `sheets` are all that belong to the list: what stands in none of them is gone. `read` is what reading the file found; `revision_of` knows the revision as of which a place of
    /// the snapshot stands.
    ///
    /// If anything is wrong with the file as a whole nothing is planned.
    pub fn plan(&self, read: Findings, sheets: &[Drafts], revision_of: &dyn Fn(&PlaceId) -> Revision) -> Plan {
        let mut plan = Plan {
            source_key: self.source_key.clone(),
            source: self.source.clone(),
            added: Vec::new(),
            changed: Vec::new(),
            unchanged: Vec::new(),
            withdrawn: Vec::new(),
            to_confirm: Vec::new(),
            kept: Vec::new(),
            approximate: Vec::new(),
            refused: 0,
            findings: read,
        };
        let has_rows = sheets.iter().any(|sheet| !sheet.drafts.is_empty());
        for sheet in sheets {
            plan.findings.append(sheet.findings.clone());
        }
        if plan.findings.has_file_error() || !has_rows {
            return plan;
        }
        let matching = Matching::new(self);
        // Keys of all rows, refused ones too: what stands in the list with a mistake is not gone from it.
        let mut keys = HashSet::new();
        let mut seen: HashMap<PlaceId, RowRef> = HashMap::new();
        for sheet in sheets {
            for draft in &sheet.drafts {
                keys.insert(draft.key.as_str());
                let row = RowRef { sheet: Arc::clone(&sheet.sheet), row: draft.row };
                if draft.refused {
                    plan.refused += 1;
                } else {
                    self.plan_row(&mut plan, &matching, sheet, draft, row, &mut seen, revision_of);
                }
            }
        }
        self.withdraw(&mut plan, &matching, &keys, revision_of);
        pack_rules::judge(self, &mut plan);
        plan.list_approximate();
        plan
    }

    /// Plans one row.
    #[allow(clippy::too_many_arguments)] // the stages of one plan, passed along once
    fn plan_row(
        &self,
        plan: &mut Plan,
        matching: &Matching<'_>,
        sheet: &Drafts,
        draft: &Draft,
        row: RowRef,
        seen: &mut HashMap<PlaceId, RowRef>,
        revision_of: &dyn Fn(&PlaceId) -> Revision,
    ) {
        let found = matching.of(draft);
        let merged = |before: Option<&Place>| merge::merge(self, sheet, draft, before);
        let planned = |merged: merge::Merged, expected: Expected| Planned {
            row: Some(row.clone()),
            fields: merged.fields,
            change: PlaceChange { place: merged.place, expected },
        };
        let id = match &found {
            Match::None | Match::SameName { .. } => matching.new_id(draft),
            Match::Certain(place) => place.id.clone(),
        };
        if let Some(other) = seen.get(&id) {
            let meaning = said(
                format!("与 {} 第 {} 行是同一条", other.sheet, other.row),
                format!("it is the same entry as row {} of {}", other.row, other.sheet),
            );
            let at = Spot { sheet: Some(row.sheet), row: Some(row.row), column: None };
            let mend = said("请删去其中一行", "remove one of the two");
            plan.findings.add(Severity::Error, RuleName::DuplicateKey, at, &draft.key, meaning, mend);
            plan.refused += 1;
            return;
        }
        seen.insert(id, row.clone());
        let (before, doubt, distance_m) = match found {
            Match::None => {
                plan.added.push(planned(merged(None), Expected::Absent));
                return;
            }
            Match::Certain(before) if before.status != Status::Withdrawn => {
                let merged = merged(Some(before));
                for field in &merged.kept {
                    plan.keep(&row, before, field.clone());
                }
                if merged.fields.is_empty() {
                    plan.unchanged.push(before.id.clone());
                } else {
                    plan.changed.push(planned(merged, Expected::AsOf(revision_of(&before.id))));
                }
                return;
            }
            Match::Certain(before) => {
                // A row that says itself that it is withdrawn asks nothing.
                if draft.status == Some(Status::Withdrawn) {
                    plan.unchanged.push(before.id.clone());
                    return;
                }
                (before, Doubt::Withdrawn, 0.0)
            }
            Match::SameName { place, distance_m } => (place, Doubt::SameName, distance_m),
        };
        let expected = Expected::AsOf(revision_of(&before.id));
        let mut same = planned(merged(Some(before)), expected);
        let new = match doubt {
            Doubt::SameName => planned(merged(None), Expected::Absent),
            Doubt::Withdrawn => {
                same.fields.extend(merge::stand_again(&mut same.change.place, self));
                let change = PlaceChange { place: before.clone(), expected };
                Planned { row: Some(row.clone()), fields: Vec::new(), change }
            }
        };
        let meaning = match doubt {
            Doubt::SameName => said(
                format!("附近已有同名的“{}”（相距 {distance_m:.0} 米）", before.name),
                format!("{:?} stands there already, {distance_m:.0} m away", before.name),
            ),
            Doubt::Withdrawn => {
                said(format!("“{}”曾被撤销", before.name), format!("{:?} was withdrawn before", before.name))
            }
        };
        let at = Spot { sheet: Some(Arc::clone(&row.sheet)), row: Some(row.row), column: None };
        let mend = said("请确认是否同一处", "confirm whether it is the same place");
        plan.findings.add(Severity::Warning, RuleName::ToConfirm, at, &draft.name, meaning, mend);
        let (key, candidate) = (draft.key.clone(), before.id.clone());
        plan.to_confirm.push(ToConfirm { key, row, doubt, candidate, distance_m, same, new });
    }

    /// Withdraws what came from this list and stands in it no more.
    fn withdraw(
        &self,
        plan: &mut Plan,
        matching: &Matching<'_>,
        keys: &HashSet<&str>,
        revision_of: &dyn Fn(&PlaceId) -> Revision,
    ) {
        for (key, before) in matching.of_this_source() {
            if keys.contains(key) || before.status == Status::Withdrawn {
                continue;
            }
            let mut place = before.clone();
            let fields = merge::withdraw(&mut place, self);
            if fields.is_empty() {
                continue;
            }
            let meaning = said(
                format!("“{}”已不在来源中；标为撤销，不删除", before.name),
                format!("{:?} is gone from the list; it is marked withdrawn, not deleted", before.name),
            );
            let mend = said("若是误删，请补回这一行", "put the row back if it was removed by mistake");
            plan.findings.add(Severity::Warning, RuleName::Withdrawn, Spot::default(), key, meaning, mend);
            let expected = Expected::AsOf(revision_of(&place.id));
            plan.withdrawn.push(Planned { row: None, fields, change: PlaceChange { place, expected } });
        }
    }
}

impl Plan {
    /// The changes that carry it out. Rows to be confirmed are in it as they are answered, by their keys; those without an answer
    /// are not.
    pub fn change_set(&self, answers: &BTreeMap<String, Answer>, why: impl Into<String>) -> ChangeSet {
        let sure = [&self.added, &self.changed, &self.withdrawn].into_iter().flatten();
        let confirmed =
            self.to_confirm.iter().filter_map(|question| match (answers.get(&question.key)?, question.doubt) {
                (Answer::Same, _) => Some(&question.same),
                (Answer::New, Doubt::SameName) => Some(&question.new),
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
        ChangeSet { changes, sources, why: why.into() }
    }

    fn keep(&mut self, row: &RowRef, place: &Place, field: FieldChange) {
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

    fn list_approximate(&mut self) {
        let planned = self.added.iter().chain(&self.changed);
        let approximate = planned.filter(|planned| planned.change.place.position.precision == Precision::Approximate);
        self.approximate = approximate.map(|planned| planned.change.place.id.clone()).collect();
    }
}
