//! A row whose point fits where it ought to be only in another datum than its sheet's, or when one shift is undone.

use yuren_geodesy::ruler_m;

use super::Judged;
use crate::RuleName;
use crate::finding::{Severity, said};
use crate::shifts::Taken;

/// A point is out of place only if it is so many metres beyond where it ought to be.
const BEYOND_M: f64 = 100.0;

pub(super) fn check(judged: &mut Judged<'_>) {
    let (Some(numbers), Some(datum)) = (judged.draft.numbers, judged.datum) else { return };
    let Some(taken) = fits_better(judged, numbers, Taken::As(datum)) else { return };
    judged.is_shifted = true;
    let [sheet_zh, sheet_en] = Taken::As(datum).name();
    let [zh, en] = taken.name();
    let value = judged.position_text();
    let field = judged.position_field();
    if let Taken::As(_) = taken {
        let meaning = said(
            format!("整表按 {sheet_zh}，这一行更像 {zh}"),
            format!("the sheet is taken as {sheet_en}, and this row looks like {en}"),
        );
        let mend = said("请核对这一行的坐标来自哪个地图", "check which map its coordinates are from");
        judged.say(Severity::Warning, RuleName::LooksShifted, field, &value, meaning, mend);
    } else {
        let meaning = said(format!("这一行像是{zh}"), format!("this row looks like {en}"));
        let mend = said("请用原始坐标重填", "write the coordinates as they were before they were converted");
        judged.say(Severity::Warning, RuleName::ShiftedTwice, field, &value, meaning, mend);
    }
}

/// The way to take the numbers that brings the row where it ought to be, if the sheet's does not.
fn fits_better(judged: &Judged<'_>, numbers: [f64; 2], sheet: Taken) -> Option<Taken> {
    let draft = &judged.draft;
    let anchor = judged.context.anchors.of(&draft.name, draft.region.as_ref(), numbers).filter(|a| a.is_close)?;
    let off_m = |taken: Taken| taken.spot(numbers).map_or(f64::INFINITY, |spot| ruler_m(spot, anchor.point));
    if off_m(sheet) <= anchor.radius_m + BEYOND_M {
        return None;
    }
    let best = Taken::ALL.into_iter().min_by(|&a, &b| off_m(a).total_cmp(&off_m(b)))?;
    (best != sheet && off_m(best) <= anchor.radius_m).then_some(best)
}
