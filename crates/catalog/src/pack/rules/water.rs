//! Places stand on land.

use crate::pack::draft::{Draft, Entry};
use crate::pack::report::Report;
use crate::{Precision, WaterBody, rings};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let bodies: Vec<_> = draft.water.iter().map(|body| (extent(body), body)).collect();
    for entry in &draft.places {
        let point = entry.value.position.point;
        let (lon, lat) = (point.lon(), point.lat());
        let holds = |&&([west, south, east, north], body): &&([f64; 4], &Entry<WaterBody>)| {
            (west..=east).contains(&lon)
                && (south..=north).contains(&lat)
                && rings::contain(&body.value.rings, lon, lat)
        };
        let Some((_, body)) = bodies.iter().find(holds) else { continue };
        let water = body.value.name.as_deref().unwrap_or("water");
        let problem = format!("[{lon}, {lat}] lies in {water} (water.geojson, feature #{})", body.number);
        let at = entry.spot();
        if entry.value.position.precision == Precision::Synthetic {
            report.error(at, "geometry.coordinates", problem, "generate a point on land");
        } else {
            // An island or a quay may be finer than the outline of the water.
            report.warning(at, "geometry.coordinates", problem, "check the point; if it is right, leave it");
        }
    }
}

fn extent(body: &Entry<WaterBody>) -> [f64; 4] {
    let empty = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    body.value.rings.iter().flatten().fold(empty, |[west, south, east, north], &[lon, lat]| {
        [west.min(lon), south.min(lat), east.max(lon), north.max(lat)]
    })
}
