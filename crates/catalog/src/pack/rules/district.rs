//! A place lies in the district that it says.

use crate::pack::draft::Draft;
use crate::pack::report::Report;
use crate::{RegionLevel, rings};

/// So far outside, in metres, is still inside: outlines are generalised by hundreds of metres.
const TOLERANCE_M: f64 = 500.0;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        let mut around = entry.value.region.and_ancestors();
        let Some(district) = around.find(|code| code.level() == RegionLevel::District) else { continue };
        // A statistical district has no outline: it lies inside others.
        let Some(district) = draft.region(&district).filter(|district| !district.polygons.is_empty()) else { continue };
        let point = entry.value.position.point;
        let (lon, lat) = (point.lon(), point.lat());
        if district.polygons.iter().any(|polygon| rings::contain(polygon, lon, lat)) {
            continue;
        }
        let outlines = district.polygons.iter().map(|polygon| rings::edge_distance_m(polygon, lon, lat));
        let outside_m = outlines.fold(f64::INFINITY, f64::min);
        if outside_m > TOLERANCE_M {
            let problem = format!("[{lon}, {lat}] is {outside_m:.0} m outside {} ({})", district.name, district.code);
            let mend = "correct the point (it must be WGS-84, not GCJ-02 or BD-09) or the region";
            report.warning(entry.spot(), "geometry.coordinates", problem, mend);
        }
    }
}
