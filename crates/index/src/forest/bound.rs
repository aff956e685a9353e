//! What the distance to anything inside a box in space is at least.

use yuren_geodesy::{Ecef, LonLat, Wgs84, geodesic_m};

use super::Envelope;

/// From this straight-line distance in metres on, the box's surroundings are measured along the ground too. Up to here the
/// chord falls short of the geodesic by at most about 1 m (`d³ / 24 R²`).
const FAR_M: f64 = 100_000.0;

/// The largest box, as the straight-line distance in metres from its middle to its farthest corner, that is measured along
/// the ground.
const MEASURED_M: f64 = 1_000_000.0;

/// The least radius of curvature of the WGS-84 ellipsoid in metres, `b² / a`: the meridian's at the equator. (Rounded down.)
const LEAST_CURVATURE_RADIUS_M: f64 = 6_335_439.0;

/// The point from which distances are asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// On the ground.
    pub(super) point: LonLat<Wgs84>,
    /// In space.
    pub(super) at: Ecef,
}

impl Origin {
    pub(super) fn new(point: LonLat<Wgs84>) -> Self {
        Self { point, at: Ecef::from(point) }
    }

    /// A lower bound in metres of the geodesic to anything on the ellipsoid inside the box.
    ///
    /// Near by it is the straight line to the box. Far away that line runs deep through the Earth and tells places of one
    /// city hardly apart (at the antipode not at all), so there the triangle inequality helps: the geodesic to the
    /// box's middle, less what lies between the middle and anything in the box.
    pub(super) fn bound_m(&self, envelope: &Envelope) -> f64 {
        let chord_m = envelope.distance_2(&self.at.xyz).sqrt();
        if chord_m < FAR_M { chord_m } else { chord_m.max(self.around_middle_m(envelope)) }
    }

    fn around_middle_m(&self, envelope: &Envelope) -> f64 {
        let (lower, upper) = (envelope.lower(), envelope.upper());
        let Some(middle) = on_the_ground([0, 1, 2].map(|i| f64::midpoint(lower[i], upper[i]))) else { return 0.0 };
        let at = Ecef::from(middle).xyz;
        let farthest = [0, 1, 2].map(|i| (at[i] - lower[i]).abs().max((upper[i] - at[i]).abs()));
        let reach_m = farthest.iter().map(|d| d * d).sum::<f64>().sqrt();
        if reach_m > MEASURED_M { 0.0 } else { geodesic_m(self.point, middle) - longest_geodesic_m(reach_m) }
    }
}

/// What the geodesic of two points is at most, given the straight line between them.
///
/// By Schur's theorem, a curve whose curvature is nowhere above `1 / r` has a chord no shorter than the circle's of radius
/// `r` has over an arc of the same length.
fn longest_geodesic_m(chord_m: f64) -> f64 {
    2.0 * LEAST_CURVATURE_RADIUS_M * (chord_m / (2.0 * LEAST_CURVATURE_RADIUS_M)).asin()
}

/// A point of the ellipsoid near the given one, itself if it lies there; which one matters for speed only.
fn on_the_ground([x, y, z]: [f64; 3]) -> Option<LonLat<Wgs84>> {
    /// `(b / a)²` of WGS-84.
    const AXES_RATIO_2: f64 = 0.993_305_620_01;
    let lat = z.atan2(AXES_RATIO_2 * x.hypot(y)).to_degrees();
    LonLat::new(y.atan2(x).to_degrees(), lat).ok()
}

#[cfg(test)]
mod tests {
    use rstar::AABB;

    use super::*;

    fn around(points: &[LonLat<Wgs84>]) -> Envelope {
        AABB::from_points(&points.iter().map(|&point| Ecef::from(point).xyz).collect::<Vec<_>>())
    }

    /// Boxes around a few points of a lattice over the whole Earth, asked from everywhere else on it.
    #[test]
    fn the_bound_never_exceeds_the_geodesic_to_anything_in_the_box() {
        let lattice: Vec<LonLat<Wgs84>> = (-180..=180)
            .step_by(30)
            .flat_map(|lon| (-90..=90).step_by(15).map(move |lat| (f64::from(lon), f64::from(lat))))
            .filter_map(|(lon, lat)| LonLat::new(lon, lat).ok())
            .collect();
        for size in [0.0, 0.001, 0.1, 1.0, 20.0] {
            for corner in &lattice {
                let members: Vec<_> = [(0.0, 0.0), (size, 0.0), (0.0, size), (size, size), (size / 3.0, size / 2.0)]
                    .into_iter()
                    .filter_map(|(dx, dy)| LonLat::new(corner.lon() + dx, corner.lat() + dy).ok())
                    .collect();
                let envelope = around(&members);
                for &origin in &lattice {
                    let bound_m = Origin::new(origin).bound_m(&envelope);
                    for &member in &members {
                        let geodesic_m = geodesic_m(origin, member);
                        assert!(bound_m <= geodesic_m + 1e-6, "{origin:?} to {member:?}: {bound_m} > {geodesic_m}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_village_on_the_far_side_of_the_earth_is_bounded_within_its_own_size() {
        let village = [(119.40, 32.40), (119.41, 32.40), (119.40, 32.41), (119.41, 32.41)];
        let village = village.map(|(lon, lat)| LonLat::new(lon, lat).unwrap());
        let envelope = around(&village);
        for (lon, lat) in [(-60.6, -32.4), (119.4, 23.4), (-60.0, 60.0), (0.0, -90.0)] {
            let origin = LonLat::new(lon, lat).unwrap();
            let nearest_m = village.iter().map(|&m| geodesic_m(origin, m)).fold(f64::INFINITY, f64::min);
            let bound_m = Origin::new(origin).bound_m(&envelope);
            assert!((0.0..3_000.0).contains(&(nearest_m - bound_m)), "{origin:?}: {bound_m} of {nearest_m}");
        }
    }
}
