//! How far one gets within some times: by streets, or as an estimate a circle.

use yuren_catalog::{Travel, TravelMode};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_network::{Direction, Scratch, isochrones, reach};

use super::estimate::A_MINUTE;
use super::limits::OFF_STREET_M;
use super::streets::{Closing, StreetMap};
use crate::answer::isochrone::Area;
use crate::params::table::LON;
use crate::problem::Problem;

/// Corners of a circle.
const CORNERS: usize = 72;
/// Metres in a degree of latitude on a sphere of the Earth's mean radius.
const M_PER_DEGREE: f64 = 111_195.08;

/// The areas within times in minutes, in rising order, by the streets that are not closed.
pub(crate) fn by_streets(
    streets: &StreetMap,
    mode: TravelMode,
    at: LonLat<Wgs84>,
    minutes: &[f64],
    closing: &Closing,
) -> Result<Vec<Area>, Problem> {
    let graph = streets.graph(mode);
    let from = streets.snap_beside(mode, at, closing).ok_or_else(|| {
        let reason = format!("has no street within {OFF_STREET_M} m");
        LON.invalid(&format!("{},{}", at.lon(), at.lat()), &reason)
    })?;
    let limits: Vec<u32> = minutes.iter().map(|minutes| (minutes * A_MINUTE) as u32).collect();
    let mut scratch = Scratch::new();
    let farthest = limits.iter().copied().max().unwrap_or_default();
    let reach = reach(graph, &from, farthest, Direction::From, &closing.0, &mut scratch);
    let tolerance_m = match mode {
        TravelMode::Walk => 25.0,
        TravelMode::Cycle => 50.0,
        TravelMode::Drive => 100.0,
    };
    let areas = isochrones(graph, &reach, &limits, tolerance_m).into_iter().zip(minutes);
    let area = |(area, &minutes): (yuren_network::Isochrone, &f64)| Area {
        minutes,
        polygons: area.polygons,
        tolerance_m: area.tolerance_m,
    };
    Ok(areas.map(area).collect())
}

/// The same as an estimate: circles around the point, of the straight line that takes so long.
pub(crate) fn estimated(travel: &Travel, mode: TravelMode, at: LonLat<Wgs84>, minutes: &[f64]) -> Vec<Area> {
    let area = |&minutes: &f64| {
        let radius_m = minutes / 60.0 * travel.km_h(mode) * 1000.0 / travel.detour;
        // A chord of so many falls short of the circle by 0.1 %, and the sphere of the ellipsoid by 0.5 %.
        Area { minutes, polygons: vec![vec![circle(at, radius_m)]], tolerance_m: (radius_m * 0.006).ceil() }
    };
    minutes.iter().map(area).collect()
}

/// A circle's corners, counter-clockwise, the last the first again.
fn circle(at: LonLat<Wgs84>, radius_m: f64) -> Vec<[f64; 2]> {
    let north = radius_m / M_PER_DEGREE;
    // At a pole a circle is no circle of degrees; a city is nowhere near one.
    let east = north / at.lat().to_radians().cos().max(0.01);
    let rounded = |degrees: f64| (degrees * 1e7).round() / 1e7;
    let corner = |i: usize| {
        let (sin, cos) = ((i % CORNERS) as f64 / CORNERS as f64 * std::f64::consts::TAU).sin_cos();
        [rounded((at.lon() + east * cos).clamp(-180.0, 180.0)), rounded((at.lat() + north * sin).clamp(-90.0, 90.0))]
    };
    (0..=CORNERS).map(corner).collect()
}

#[cfg(test)]
mod tests {
    use yuren_geodesy::geodesic_m;

    use super::*;

    #[test]
    fn an_estimates_ring_lies_within_its_tolerance_of_where_the_time_is_up() {
        // 15 min on foot: 15 × 75 m ÷ 1.35 = 833.3 m.
        let at = LonLat::new(119.43, 32.4).unwrap();
        let areas = estimated(&Travel::default(), TravelMode::Walk, at, &[15.0]);
        let ring = &areas[0].polygons[0][0];
        assert_eq!(ring.first(), ring.last());
        for &[lon, lat] in ring {
            let off = geodesic_m(at, LonLat::new(lon, lat).unwrap()) - 15.0 * 75.0 / 1.35;
            assert!(off.abs() <= areas[0].tolerance_m, "{off}");
        }
    }
}
