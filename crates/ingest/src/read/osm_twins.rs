//! One place drawn twice: by a building's outline, and by a point in it or at its door.
//!
//! OpenStreetMap asks for one or the other; many extracts have both, each with tags that the other lacks.

use std::collections::HashMap;

use yuren_geodesy::{LonLat, Wgs84, ruler_m};

use super::osm_found::Found;
use crate::same_place::SAME_PLACE_M;

/// So many points of one name are compared with each outline of that name, so that work stays bounded.
const MOST_NAMESAKES: usize = 100;

/// Gives each point what only the outline of the same name, kind and place says, and leaves that outline out. What both say
/// is the point's to say.
pub(super) fn unite(found: Vec<Found>) -> Vec<Found> {
    let (outlines, mut points): (Vec<Found>, Vec<Found>) = found.into_iter().partition(Found::is_outline);
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, point) in points.iter().enumerate() {
        by_name.entry(point.name().to_owned()).or_default().push(i);
    }
    let mut lone = Vec::new();
    for outline in outlines {
        let namesakes = by_name.get(outline.name()).map_or(&[][..], Vec::as_slice);
        match namesakes.iter().take(MOST_NAMESAKES).find(|&&i| are_one(&points[i], &outline)) {
            Some(&i) => complete(&mut points[i], outline),
            None => lone.push(outline),
        }
    }
    points.extend(lone);
    points
}

fn are_one(point: &Found, outline: &Found) -> bool {
    let at = |place: &Found| -> Option<LonLat<Wgs84>> {
        let [lon, lat] = place.lon_lat?;
        LonLat::new(lon, lat).ok()
    };
    let is_near = at(point).zip(at(outline)).is_some_and(|(a, b)| ruler_m(a, b) <= SAME_PLACE_M);
    is_near && point.kinds.iter().any(|kind| outline.kinds.contains(kind))
}

fn complete(point: &mut Found, outline: Found) {
    for (own, other) in point.values.iter_mut().zip(outline.values) {
        if own.is_none() {
            *own = other;
        }
    }
    point.kinds.extend(outline.kinds.into_iter().filter(|kind| !point.kinds.contains(kind)).collect::<Vec<_>>());
}
