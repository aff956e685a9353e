//! Earth-centred, Earth-fixed positions: where a straight line is a lower bound of the way along the ground.

use crate::ellipsoid::WGS84;
use crate::{LonLat, Wgs84};

/// A point on the ellipsoid in ECEF metres (地心地固坐标): x to 0° E on the equator, z to the north pole.
///
/// The straight line between two such points never exceeds the geodesic between them, so a search in this space with
/// [`Ecef::chord_m`] as its bound misses nothing, at the poles and across 180° as anywhere else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ecef {
    /// x, y and z in metres.
    pub xyz: [f64; 3],
}

impl Ecef {
    /// Straight-line distance in metres through the Earth; at most [`crate::geodesic_m`] of the same pair, but for rounding
    /// (under 10 nm).
    pub fn chord_m(self, other: Self) -> f64 {
        let [dx, dy, dz] = [0, 1, 2].map(|i| self.xyz[i] - other.xyz[i]);
        (dx * dx + dy * dy + dz * dz).sqrt()
    }
}

impl From<LonLat<Wgs84>> for Ecef {
    /// The point at ellipsoidal height zero.
    fn from(point: LonLat<Wgs84>) -> Self {
        let (sin_lat, cos_lat) = point.lat().to_radians().sin_cos();
        let (sin_lon, cos_lon) = point.lon().to_radians().sin_cos();
        let prime_vertical_m = WGS84.curvature(sin_lat).prime_vertical_m;
        Self {
            xyz: [
                prime_vertical_m * cos_lat * cos_lon,
                prime_vertical_m * cos_lat * sin_lon,
                prime_vertical_m * (1.0 - WGS84.eccentricity_2) * sin_lat,
            ],
        }
    }
}
