//! The geodesic on the WGS-84 ellipsoid: the distance that every ranking and every answer uses.

use std::sync::LazyLock;

use geographiclib_rs::{Geodesic, InverseGeodesic};

use crate::{LonLat, Wgs84};

/// Length in metres of the shortest path between two points along the WGS-84 ellipsoid, to nanometres.
///
/// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), by the `geographiclib-rs` port.
pub fn geodesic_m(a: LonLat<Wgs84>, b: LonLat<Wgs84>) -> f64 {
    static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);
    WGS84.inverse(a.lat(), a.lon(), b.lat(), b.lon())
}
