//! A point lies in the city; and a row that names no region lies in the district around its point, or in the city as a
//! whole where no district has an outline.

use super::Judged;
use crate::RuleName;
use crate::finding::{Severity, said};

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(numbers) = judged.draft.numbers else { return };
    if judged.datum.is_none() {
        // Where the point is cannot be known, and the sheet as a whole is refused for it.
        return;
    }
    let point = judged.draft.position.as_ref().map(|position| position.point);
    let is_inside = point.is_some_and(|point| judged.context.bbox.is_none_or(|bbox| bbox.contains(point)));
    if is_inside && judged.draft.region.is_none() {
        let region = point.and_then(|point| judged.context.gazetteer.region_at(point));
        judged.draft.region = region.map(|region| region.code.clone());
    }
    if is_inside && judged.draft.region.is_some() {
        return;
    }
    let [lon, lat] = numbers;
    let value = format!("{lon}, {lat}");
    let meaning = said("这一点不在本市", "the point is not in the city");
    let mend = said(
        "请核对经纬度（先经度后纬度，小数度）",
        "check longitude and latitude, in this order and in decimal degrees",
    );
    judged.say(Severity::Error, RuleName::OutsideCity, judged.position_field(), &value, meaning, mend);
}
