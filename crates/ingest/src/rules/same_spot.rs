//! No two rows stand on one point: one would hide the other.

use std::collections::HashMap;

use super::Context;
use crate::finding::{Severity, said};
use crate::{Draft, Field, Findings, RuleName};

pub(super) fn check(context: &Context<'_>, drafts: &mut [Draft], findings: &mut Findings) {
    let mut taken: HashMap<[i64; 2], u32> = HashMap::new();
    for draft in drafts.iter_mut().filter(|draft| !draft.refused) {
        let Some(position) = &draft.position else { continue };
        // Points have 7 decimals, about a centimetre: the distance within which the city's rules take two for one.
        let spot = [position.point.lon(), position.point.lat()].map(|degrees| (degrees * 1e7).round() as i64);
        let near = (-1..=1).flat_map(|x| (-1..=1).map(move |y| [spot[0] + x, spot[1] + y]));
        let Some(row) = near.filter_map(|spot| taken.get(&spot)).min().copied() else {
            taken.insert(spot, draft.row);
            continue;
        };
        let value = format!("{}, {}", position.point.lon(), position.point.lat());
        let meaning = said(format!("与第 {row} 行在同一点上"), format!("it stands on the same point as row {row}"));
        let mend = said("请合并为一行，或改正其中一个坐标", "make them one row, or correct one of the points");
        let at = context.spot(draft.row, Some(Field::Lon));
        findings.add(Severity::Error, RuleName::SameSpot, at, &value, meaning, mend);
        draft.refused = true;
    }
}
