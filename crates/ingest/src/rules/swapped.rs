//! Longitude and latitude stand in their own places.

use yuren_geodesy::{BBox, LonLat};

use super::Judged;
use crate::RuleName;
use crate::finding::{Severity, said};

/// So many degrees around the city's box are still the city here: no datum shifts farther.
const MARGIN: f64 = 0.05;

pub(super) fn check(judged: &mut Judged<'_>) {
    let (Some([first, second]), Some(bbox)) = (judged.draft.numbers, judged.context.bbox) else { return };
    if is_near(&bbox, first, second) || !is_near(&bbox, second, first) {
        return;
    }
    let value = judged.position_text();
    judged.draft.numbers = Some([second, first]);
    let meaning = said(
        "经度和纬度颠倒；已按交换后处理",
        "longitude and latitude stand in each other's place; they are taken swapped",
    );
    let mend = said("请交换两个数", "swap the two numbers");
    judged.say(Severity::Warning, RuleName::Swapped, judged.position_field(), &value, meaning, mend);
}

/// Whether the numbers are in or near the box, in whatever datum.
pub(crate) fn is_near(bbox: &BBox, lon: f64, lat: f64) -> bool {
    let [west, south, east, north] = bbox.to_array();
    let [west, south] = [(west - MARGIN).max(-180.0), (south - MARGIN).max(-90.0)];
    let wide = BBox::new(west, south, (east + MARGIN).min(180.0), (north + MARGIN).min(90.0));
    matches!((LonLat::new(lon, lat), wide), (Ok(point), Ok(wide)) if wide.contains(point))
}
