//! A row stands once in its sheet: by its key, and by its name and where it is.

use std::collections::HashMap;

use yuren_geodesy::ruler_m;

use super::Context;
use crate::anchors::folded;
use crate::finding::{Severity, said};
use crate::same_place::SAME_PLACE_M;
use crate::{Draft, Field, Findings, RuleName};

pub(super) fn check(context: &Context<'_>, drafts: &mut [Draft], findings: &mut Findings) {
    let mut by_key: HashMap<String, u32> = HashMap::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        if draft.refused || draft.place.is_some() {
            continue;
        }
        let name = folded(&draft.name);
        let namesakes = by_name.entry(name).or_default();
        let mut error = None;
        if let Some(&row) = by_key.get(&draft.key).filter(|_| draft.has_own_key) {
            error = Some((RuleName::DuplicateKey, Field::Key, draft.key.clone(), row));
        } else if let Some(&other) = namesakes.iter().find(|&&other| are_one(&drafts[other], draft)) {
            error = Some((RuleName::Duplicate, Field::Name, draft.name.clone(), drafts[other].row));
        }
        let Some((rule, field, value, row)) = error else {
            by_key.insert(draft.key.clone(), draft.row);
            namesakes.push(i);
            continue;
        };
        let (meaning, mend) = if rule == RuleName::DuplicateKey {
            (
                said(format!("编号与第 {row} 行相同"), format!("row {row} has the same key")),
                said("请改正其中一个编号", "correct one of the keys"),
            )
        } else {
            (
                said(format!("名称和位置与第 {row} 行相同"), format!("row {row} has the same name and place")),
                said("请合并为一行，牌子之间用顿号分开", "make them one row, its kinds separated by commas"),
            )
        };
        findings.add(Severity::Error, rule, context.spot(draft.row, Some(field)), &value, meaning, mend);
        drafts[i].refused = true;
    }
}

/// Whether two rows of one name are one place. Without points both are where they say.
fn are_one(a: &Draft, b: &Draft) -> bool {
    match (&a.position, &b.position) {
        (Some(at), Some(bt)) if a.numbers.is_some() && b.numbers.is_some() => {
            ruler_m(at.point, bt.point) <= SAME_PLACE_M
        }
        _ => a.region == b.region,
    }
}
