//! A point is not far from the district, town or village that its row names.

use yuren_catalog::{Precision, RegionLevel, rings};
use yuren_geodesy::ruler_m;

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

/// So far outside a district, in metres, is still inside: outlines are generalised by hundreds of metres.
const OUTLINE_M: f64 = 500.0;
/// Farther than this from a town's middle, in metres, is another town.
const TOWN_M: f64 = 15_000.0;
/// Farther than this from a village's middle, and than three times its own radius, in metres, is another village.
const VILLAGE_M: f64 = 3_000.0;

pub(super) fn check(judged: &mut Judged<'_>) {
    let (Some(position), Some(code)) = (&judged.draft.position, &judged.draft.region) else { return };
    let point = position.point;
    // What is not even in the city is told by its own rule.
    let is_inside = judged.context.bbox.is_none_or(|bbox| bbox.contains(point));
    if judged.draft.numbers.is_none() || judged.is_shifted || !is_inside {
        return;
    }
    let gazetteer = judged.context.gazetteer;
    let mut found = None;
    if let Some(district) = gazetteer.outlined_district(code)
        && !district.polygons.iter().any(|polygon| rings::contain(polygon, point.lon(), point.lat()))
    {
        let outlines = district.polygons.iter().map(|p| rings::edge_distance_m(p, point.lon(), point.lat()));
        let outside_m = outlines.fold(f64::INFINITY, f64::min);
        found = (outside_m > OUTLINE_M).then(|| (Field::District, district.name.clone(), outside_m));
    }
    if let Some(region) = gazetteer.get(code).filter(|_| found.is_none())
        && let Some(centre) = region.position.as_ref().filter(|p| p.precision != Precision::Synthetic)
    {
        let off_m = ruler_m(centre.point, point);
        let (field, most_m) = match region.code.level() {
            RegionLevel::Village => (Field::Village, VILLAGE_M.max(3.0 * centre.radius_m)),
            RegionLevel::Town => (Field::Town, TOWN_M),
            RegionLevel::City | RegionLevel::District => return,
        };
        found = (off_m > most_m).then(|| (field, region.name.clone(), off_m));
    }
    let Some((field, name, off_m)) = found else { return };
    let km = off_m / 1_000.0;
    let value = judged.position_text();
    let meaning = said(
        format!("坐标离所填的{name} {km:.1} 公里"),
        format!("the point is {km:.1} km off {name}, which the row names"),
    );
    let mend = said("请核对坐标和区划", "check the coordinates and the region");
    let field = Some(field).filter(|&field| judged.context.mapping.column(field).is_some());
    judged.say(Severity::Warning, RuleName::FarFromStated, field.or(judged.position_field()), &value, meaning, mend);
}
