//! A flat map of metres about a point, for what is near it.

use yuren_geodesy::metres_a_degree;

use crate::graph::UNITS_A_DEGREE;

/// Metres to the east and to the north of a point, straight in degrees. Within 2 km it is wrong by 0.05 % at most
/// ([`metres_a_degree`]). Streets across 180° are not supported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flat {
    /// In 1e-7 degrees.
    origin: [f64; 2],
    metres_a_unit: [f64; 2],
}

impl Flat {
    /// The map about a point in 1e-7 degrees `[lon, lat]`.
    pub(crate) fn about(origin: [f64; 2]) -> Self {
        Self {
            origin,
            metres_a_unit: metres_a_degree(origin[1] / UNITS_A_DEGREE).map(|metres| metres / UNITS_A_DEGREE),
        }
    }

    /// Where a point in 1e-7 degrees is, in metres.
    pub(crate) fn metres(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        [(lon - self.origin[0]) * self.metres_a_unit[0], (lat - self.origin[1]) * self.metres_a_unit[1]]
    }
}

/// A stored point, to reckon with.
pub(crate) fn exact([lon, lat]: [i32; 2]) -> [f64; 2] {
    [f64::from(lon), f64::from(lat)]
}

/// The point at a share of the straight way from one to another.
pub(crate) fn between(a: [f64; 2], b: [f64; 2], share: f64) -> [f64; 2] {
    [0, 1].map(|i| a[i] + (b[i] - a[i]) * share)
}

/// The share of the straight way from one point to another that lies before the point of it nearest to a third.
pub(crate) fn share_nearest(point: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let squared = along[0] * along[0] + along[1] * along[1];
    let ahead = (point[0] - a[0]) * along[0] + (point[1] - a[1]) * along[1];
    if squared > 0.0 { (ahead / squared).clamp(0.0, 1.0) } else { 0.0 }
}

/// How long the straight line from one point to another is.
pub(crate) fn length(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [east, north] = [b[0] - a[0], b[1] - a[1]];
    (east * east + north * north).sqrt()
}
