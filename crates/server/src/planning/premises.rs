//! Where a site stands, and by which doors one enters it.

use yuren_catalog::Place;
use yuren_geodesy::{LonLat, Wgs84};

/// Where a site stands, and by which doors one enters it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Premises {
    /// Where it stands.
    pub(crate) at: LonLat<Wgs84>,
    /// Its entrances, where they are known.
    pub(crate) entrances: Vec<LonLat<Wgs84>>,
}

impl From<&Place> for Premises {
    fn from(place: &Place) -> Self {
        Self { at: place.position.point, entrances: place.entrances.clone() }
    }
}

impl From<LonLat<Wgs84>> for Premises {
    /// A spot that nothing more is known of.
    fn from(at: LonLat<Wgs84>) -> Self {
        Self { at, entrances: Vec::new() }
    }
}
