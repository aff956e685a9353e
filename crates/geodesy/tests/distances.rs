//! The ruler, the geodesic and the chord against PyPI geographiclib's figures (`make_geodesics.py`).

use proptest::prelude::*;
use yuren_geodesy::{Ecef, LonLat, Wgs84, geodesic_m, ruler_m};

struct Pair {
    near: bool,
    a: LonLat<Wgs84>,
    b: LonLat<Wgs84>,
    metres: f64,
}

fn pairs() -> Vec<Pair> {
    let pairs: Vec<_> = include_str!("geodesics.csv").lines().skip(1).map(pair).collect();
    assert!(pairs.len() > 300, "the fixture has {} pairs", pairs.len());
    pairs
}

fn pair(line: &str) -> Pair {
    let (kind, numbers) = line.split_once(',').expect("a kind first");
    let numbers: Vec<f64> = numbers.split(',').map(|n| n.parse().expect("a number")).collect();
    let [lon1, lat1, lon2, lat2, metres] = numbers[..] else { panic!("{line} has not five numbers") };
    Pair { near: kind == "near", a: point(lon1, lat1), b: point(lon2, lat2), metres }
}

fn point(lon: f64, lat: f64) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).expect("a coordinate")
}

#[test]
fn the_geodesic_equals_geographiclib_to_a_micrometre() {
    for Pair { a, b, metres, .. } in pairs() {
        let ours = geodesic_m(a, b);
        assert!((ours - metres).abs() < 1e-6, "{a:?} to {b:?}: {ours} instead of {metres}");
    }
}

#[test]
fn the_ruler_is_good_to_a_hundredth_of_a_percent_within_200_km() {
    for Pair { a, b, metres, .. } in pairs().into_iter().filter(|pair| pair.near && pair.metres < 200_000.0) {
        let ours = ruler_m(a, b);
        assert!((ours - metres).abs() <= 1e-4 * metres, "{a:?} to {b:?}: {ours} instead of {metres}");
    }
}

#[test]
fn the_chord_never_exceeds_geographiclib_s_geodesic() {
    for Pair { a, b, metres, .. } in pairs() {
        let chord = Ecef::from(a).chord_m(b.into());
        assert!(chord <= metres + 1e-8, "{a:?} to {b:?}: chord {chord}, geodesic {metres}");
    }
}

fn anywhere() -> impl Strategy<Value = LonLat<Wgs84>> {
    (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| point(lon, lat))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_chord_never_exceeds_the_geodesic(a in anywhere(), b in anywhere()) {
        prop_assert!(Ecef::from(a).chord_m(b.into()) <= geodesic_m(a, b) + 1e-8);
    }

    #[test]
    fn the_chord_of_neighbours_is_nearly_the_geodesic(a in anywhere(), north in -0.01f64..0.01, east in -0.01f64..0.01) {
        let b = point((a.lon() + east).clamp(-180.0, 180.0), (a.lat() + north).clamp(-90.0, 90.0));
        let (chord, geodesic) = (Ecef::from(a).chord_m(b.into()), geodesic_m(a, b));
        prop_assert!(chord <= geodesic + 1e-8 && geodesic - chord < 1e-3, "chord {chord}, geodesic {geodesic}");
    }

    #[test]
    fn both_distances_are_the_same_there_and_back(a in anywhere(), b in anywhere()) {
        prop_assert!((geodesic_m(a, b) - geodesic_m(b, a)).abs() < 1e-6);
        prop_assert!((ruler_m(a, b) - ruler_m(b, a)).abs() < 1e-6);
    }

    #[test]
    fn the_ruler_agrees_with_the_geodesic_for_random_pairs_within_200_km(
        a in anywhere(), north in -0.9f64..0.9, east in -0.9f64..0.9,
    ) {
        let wrapped = |lon: f64| if lon > 180.0 { lon - 360.0 } else if lon < -180.0 { lon + 360.0 } else { lon };
        let b = point(wrapped(a.lon() + east), (a.lat() + north).clamp(-90.0, 90.0));
        let geodesic = geodesic_m(a, b);
        prop_assert!((ruler_m(a, b) - geodesic).abs() <= 1e-4 * geodesic + 1e-9);
    }
}
