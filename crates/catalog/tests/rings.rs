//! Points in polygons, and how far off their edges.

use proptest::prelude::*;
use yuren_catalog::rings;
use yuren_geodesy::{LonLat, Wgs84, geodesic_m};

fn square(from: f64, to: f64) -> Vec<[f64; 2]> {
    vec![[from, from], [to, from], [to, to], [from, to], [from, from]]
}

#[test]
fn a_hole_is_outside_and_an_island_in_it_inside() {
    let rings = [square(0.0, 10.0), square(2.0, 8.0), square(4.0, 6.0)];
    for (at, inside) in [(1.0, true), (3.0, false), (5.0, true), (9.0, true), (11.0, false), (-1.0, false)] {
        assert_eq!(rings::contain(&rings, at, at), inside, "{at}");
    }
}

#[test]
fn edges_and_corners_are_inside() {
    let rings = [square(0.0, 10.0), square(2.0, 8.0)];
    for (lon, lat) in
        [(0.0, 5.0), (10.0, 5.0), (5.0, 0.0), (5.0, 10.0), (0.0, 0.0), (10.0, 10.0), (2.0, 5.0), (8.0, 8.0)]
    {
        assert!(rings::contain(&rings, lon, lat), "{lon}, {lat}");
    }
}

#[test]
fn a_ray_through_a_corner_counts_once() {
    let diamond = [vec![[0.0, -1.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]]];
    assert!(rings::contain(&diamond, 0.0, 0.0));
    assert!(!rings::contain(&diamond, -2.0, 0.0));
    assert!(!rings::contain(&diamond, -2.0, 1.0));
}

#[test]
fn no_rings_hold_nothing() {
    assert!(!rings::contain(&[], 0.0, 0.0));
    assert!(!rings::contain(&[Vec::new()], 0.0, 0.0));
    assert!(rings::edge_distance_m(&[Vec::new()], 0.0, 0.0).is_infinite());
}

/// The angle by which the polygon turns around the point: the other way to tell inside from outside.
fn winds_around(ring: &[[f64; 2]], lon: f64, lat: f64) -> bool {
    let angle = |[x, y]: [f64; 2]| (y - lat).atan2(x - lon);
    let turn = |a: [f64; 2], b: [f64; 2]| {
        (angle(b) - angle(a) + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI
    };
    let turned: f64 = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(&a, &b)| turn(a, b)).sum();
    turned.abs() > std::f64::consts::PI
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// A star around a centre crosses itself nowhere, so that turning and crossing agree.
    #[test]
    fn crossing_edges_and_turning_angles_agree(
        radii in prop::collection::vec(0.1..1.0_f64, 3..40),
        lon in -1.2..1.2_f64,
        lat in -1.2..1.2_f64,
        clockwise in any::<bool>(),
    ) {
        let step = std::f64::consts::TAU / radii.len() as f64;
        let mut ring: Vec<_> =
            radii.iter().enumerate().map(|(i, r)| [r * (i as f64 * step).cos(), r * (i as f64 * step).sin()]).collect();
        if clockwise {
            ring.reverse();
        }
        prop_assert_eq!(rings::contain(&[ring.clone()], lon, lat), winds_around(&ring, lon, lat));
    }

    #[test]
    fn the_distance_to_a_far_short_edge_is_the_geodesic_within_half_a_percent(
        lon in 119.0..120.0_f64,
        lat in 32.0..33.5_f64,
        east in -0.02..0.02_f64,
        north in -0.02..0.02_f64,
    ) {
        let point = |lon, lat| LonLat::<Wgs84>::new(lon, lat).unwrap();
        let corner = [lon + east, lat + north];
        let found = rings::edge_distance_m(&[vec![corner, corner]], lon, lat);
        let geodesic = geodesic_m(point(lon, lat), point(corner[0], corner[1]));
        prop_assert!((found - geodesic).abs() <= 0.005 * geodesic + 1e-6, "{} is not {}", found, geodesic);
    }
}
