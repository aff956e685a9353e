//! From row to row: what each would do.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use yuren_catalog::{Expected, Place, PlaceChange, PlaceId, Revision, Status};

use super::field_change::Merged;
use super::matching::{Match, Matching};
use super::{Doubt, Plan, Planned, RowRef, ToConfirm, merge, pack_rules, standing};
use crate::finding::{Severity, Spot, said};
use crate::{Draft, Drafts, Findings, Import, RuleName, activities};

impl Import<'_> {
    /// What this import would do. `read` is what reading the file found. `sheets` are all that belong to the list: what stands
    /// in none of them is gone. `revision_of` knows the revision as of which a place of the snapshot stands.
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
            refused: 0,
            findings: read,
        };
        let has_rows = sheets.iter().any(|sheet| !(sheet.drafts.is_empty() && sheet.offers.is_empty()));
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
                if draft.refused || !draft.is_placed() {
                    plan.refused += 1;
                } else {
                    self.plan_row(&mut plan, &matching, sheet, draft, row, &mut seen, revision_of);
                }
            }
        }
        // A list of activities alone says nothing of the places that it once brought.
        if sheets.iter().any(|sheet| !sheet.mapping.is_of_offers()) {
            self.withdraw(&mut plan, &matching, &keys, revision_of);
        }
        activities::plan(self, &mut plan, sheets, revision_of);
        pack_rules::judge(self, &mut plan);
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
        let planned = |merged: Merged, expected: Expected| Planned {
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
        let laid = merged(Some(before));
        let kept = laid.kept.clone();
        let mut same = planned(laid, expected);
        let new = match doubt {
            Doubt::SameName => planned(merged(None), Expected::Absent),
            Doubt::Withdrawn => {
                same.fields.extend(standing::stand_again(&mut same.change.place, self));
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
        let (key, name) = (draft.key.clone(), draft.name.clone());
        let (candidate, candidate_name) = (before.id.clone(), before.name.clone());
        plan.to_confirm.push(ToConfirm {
            key,
            row,
            doubt,
            name,
            candidate,
            candidate_name,
            distance_m,
            same,
            kept,
            new: Some(new),
        });
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
            let fields = standing::withdraw(&mut place, self);
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
