//! Where a row ought to be, by what the city knows already: places of its name, and the village or town that it names.

use std::collections::HashMap;

use yuren_catalog::{Place, Precision, RegionCode, RegionLevel, SourceKey, Status};
use yuren_geodesy::{LonLat, Wgs84, ruler_m};
use yuren_index::Snapshot;

use crate::gazetteer::Gazetteer;
use crate::shifts::Taken;

/// A place of the same name farther than this from all that the row's numbers may mean is another place.
const SAME_NAME_M: f64 = 3_000.0;
/// A place known by name lies within so many metres of where lists put it: a gate here, a middle there.
const NAME_RADIUS_M: f64 = 100.0;
/// A town's list spreads about its middle by so many metres.
const TOWN_RADIUS_M: f64 = 3_000.0;

/// A spot about which a row ought to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    pub(crate) point: LonLat<Wgs84>,
    /// The row ought to be within so many metres.
    pub(crate) radius_m: f64,
    /// Whether it is close enough to tell one datum from another for a single row.
    pub(crate) is_close: bool,
}

/// Places of the city by name.
pub(crate) struct Anchors<'a> {
    gazetteer: &'a Gazetteer<'a>,
    by_name: HashMap<String, Vec<LonLat<Wgs84>>>,
}

impl<'a> Anchors<'a> {
    /// Anchors from all places with real positions that do not come from `source` itself: its own mistakes prove nothing.
    pub(crate) fn new(snapshot: &Snapshot, gazetteer: &'a Gazetteer<'a>, source: &SourceKey) -> Self {
        let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
        let is_real = |place: &&Place| {
            place.status != Status::Withdrawn
                && matches!(place.position.precision, Precision::Surveyed | Precision::Osm)
                && place.position.provenance.source != *source
        };
        for place in snapshot.places().iter().filter(is_real) {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                by_name.entry(folded(name)).or_default().push(place.position.point);
            }
        }
        Self { gazetteer, by_name }
    }

    /// The closest anchor of a row with this name, region and numbers.
    pub(crate) fn of(&self, name: &str, region: Option<&RegionCode>, numbers: [f64; 2]) -> Option<Anchor> {
        let spots: Vec<_> = Taken::ALL.iter().filter_map(|taken| taken.spot(numbers)).collect();
        let nearest_m = |point: LonLat<Wgs84>| spots.iter().map(|&s| ruler_m(s, point)).fold(f64::INFINITY, f64::min);
        let namesakes = self.by_name.get(&folded(name)).map_or(&[][..], Vec::as_slice);
        let nearest = namesakes.iter().map(|&point| (nearest_m(point), point)).min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, point)) = nearest.filter(|&(distance_m, _)| distance_m < SAME_NAME_M) {
            return Some(Anchor { point, radius_m: NAME_RADIUS_M, is_close: true });
        }
        let region = self.gazetteer.get(region?)?;
        let position = region.position.as_ref().filter(|position| position.precision != Precision::Synthetic)?;
        match region.code.level() {
            RegionLevel::Village => {
                let radius_m = position.radius_m.max(NAME_RADIUS_M);
                Some(Anchor { point: position.point, radius_m, is_close: true })
            }
            RegionLevel::Town => Some(Anchor { point: position.point, radius_m: TOWN_RADIUS_M, is_close: false }),
            RegionLevel::City | RegionLevel::District => None,
        }
    }
}

/// A name as it is compared: half width, lower case, without spaces and punctuation.
pub(crate) fn folded(name: &str) -> String {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    name.chars().map(half_width).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}
