//! Every point lies in the city's box.

use yuren_geodesy::{BBox, LonLat, Wgs84};

use crate::RegionLevel;
use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let Some([west, south, east, north]) = draft.city.as_ref().map(|city| city.bbox) else { return };
    // A box that is none has its own finding.
    let Ok(bbox) = BBox::new(west, south, east, north) else { return };
    for entry in &draft.places {
        inside(&bbox, entry.value.position.point, entry.spot(), || "geometry.coordinates".to_owned(), report);
        for (i, &entrance) in entry.value.entrances.iter().enumerate() {
            inside(&bbox, entrance, entry.spot(), || format!("entrances[{i}]"), report);
        }
    }
    for entry in &draft.regions {
        let Some(position) = &entry.value.position else { continue };
        let is_district = entry.value.code.level() == RegionLevel::District;
        let field = || if is_district { "position.point" } else { "geometry.coordinates" }.to_owned();
        inside(&bbox, position.point, entry.spot(), field, report);
    }
}

fn inside(bbox: &BBox, point: LonLat<Wgs84>, at: Spot<'_>, field: impl Fn() -> String, report: &mut Report) {
    if bbox.contains(point) {
        return;
    }
    let (lon, lat) = (point.lon(), point.lat());
    let mend = "correct the coordinates, or widen the bbox in city.toml";
    report.error(at, &field(), format!("[{lon}, {lat}] is outside the city's bbox"), mend);
}
