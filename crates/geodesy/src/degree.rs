//! How long a degree is.

use crate::ellipsoid::{Curvature, WGS84};

/// Metres in a degree of longitude and in a degree of latitude, at a latitude in degrees. A flat map made of them about a
/// point is wrong, 2 km from it and up to 70° of latitude, by 0.05 % of a distance at most.
pub fn metres_a_degree(lat: f64) -> [f64; 2] {
    let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
    let Curvature { prime_vertical_m, meridian_m } = WGS84.curvature(sin_lat);
    [(prime_vertical_m * cos_lat).to_radians(), meridian_m.to_radians()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LonLat, geodesic_m};

    #[test]
    fn a_flat_map_of_2_km_is_wrong_by_a_twentieth_of_a_percent_at_most() {
        for (lat, bearing) in (-70..=70).step_by(5).flat_map(|lat| (0..36).map(move |step| (f64::from(lat), step))) {
            let [east_m, north_m] = metres_a_degree(lat);
            let (sin, cos) = (f64::from(bearing) * 10.0).to_radians().sin_cos();
            let away = LonLat::new(10.0 + 2_000.0 * sin / east_m, lat + 2_000.0 * cos / north_m).unwrap();
            let measured_m = geodesic_m(LonLat::new(10.0, lat).unwrap(), away);
            assert!((measured_m - 2_000.0).abs() < 1.0, "{lat}°, bearing {bearing}0°: {measured_m}");
        }
    }
}
