//! A place in an OpenStreetMap extract, before it is a row.

use yuren_catalog::RoleKind;

use super::osm_tags::COLUMNS;

/// A place in an extract.
pub(super) struct Found {
    /// `node/123`, `way/123`.
    pub(super) key: String,
    /// Longitude and latitude in WGS-84 degrees, once known.
    pub(super) lon_lat: Option<[f64; 2]>,
    /// For a way, the ids of its corners.
    pub(super) corners: Vec<i64>,
    /// What its tags stand for.
    pub(super) kinds: Vec<RoleKind>,
    /// Its texts by column, the name first.
    pub(super) values: [Option<String>; COLUMNS.len()],
}

impl Found {
    /// Whether it is drawn as an outline, not as a point.
    pub(super) fn is_outline(&self) -> bool {
        !self.corners.is_empty()
    }

    /// Its name; what has none is not found.
    pub(super) fn name(&self) -> &str {
        self.values[0].as_deref().unwrap_or_default()
    }
}
