//! What `boundaries` and `water` tiles hold: polygons a map can fill, cut without a seam, and names where they belong.

use std::sync::Arc;

use geo_types::{Geometry, LineString, Polygon};
use proptest::prelude::*;
use yuren_catalog::WaterBody;
use yuren_geodesy::TileCoord;
use yuren_index::{Filter, Snapshot};
use yuren_tiles::{MAX_TILE_BYTES, MAX_ZOOM, TileLayer, Tiles};

use crate::decode::{Feature, features, message};
use crate::fixture::{city, covering, square, tile_at};

const ANY: Filter =
    Filter { roles: yuren_catalog::RoleKindSet::EMPTY, fees: yuren_index::FeeSet::EMPTY, regions: Vec::new() };

fn with_water(water: Vec<WaterBody>) -> Tiles {
    Tiles::new(Arc::new(Snapshot::new(city(Vec::new(), water), 1)))
}

fn body(name: &str, rings: Vec<Vec<[f64; 2]>>) -> WaterBody {
    WaterBody { name: Some(name.into()), name_en: Some(format!("{name} Lake")), rings, source: "osm".into() }
}

fn of<'a>(found: &'a [Feature], source_layer: &'a str) -> impl Iterator<Item = &'a Feature> {
    found.iter().filter(move |feature| feature.source_layer == source_layer)
}

fn polygons(feature: &Feature) -> Vec<Polygon<f64>> {
    match feature.geometry.clone() {
        Geometry::Polygon(polygon) => vec![polygon],
        Geometry::MultiPolygon(several) => several.0,
        other => panic!("{other:?} is no polygon"),
    }
}

/// Twice the signed area, positive where the ring turns clockwise on screen (y down), as MVT 2.1 has outer rings.
fn turn(ring: &LineString<f64>) -> f64 {
    ring.lines().map(|line| line.start.x * line.end.y - line.end.x * line.start.y).sum()
}

fn area(found: &[Feature], source_layer: &str) -> f64 {
    let of_polygon =
        |polygon: &Polygon<f64>| turn(polygon.exterior()) + polygon.interiors().iter().map(turn).sum::<f64>();
    of(found, source_layer).flat_map(polygons).map(|polygon| of_polygon(&polygon) / 2.0).sum()
}

/// A ring of `n` corners around a centre at radii that go up and down: concave, and it never crosses itself.
fn star(centre: [f64; 2], radii: &[f64]) -> Vec<[f64; 2]> {
    let corner = |(i, radius): (usize, &f64)| {
        let (sin, cos) = (i as f64 / radii.len() as f64 * std::f64::consts::TAU).sin_cos();
        [centre[0] + radius * cos, centre[1] + radius * sin]
    };
    let mut ring: Vec<_> = radii.iter().enumerate().map(corner).collect();
    ring.push(ring[0]);
    ring
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_ring_has_an_area_the_right_winding_and_no_corner_twice(
        radii in prop::collection::vec(0.01..0.4_f64, 3..60),
        centre in [119.1..119.8_f64, 32.3..33.4_f64],
        backwards in prop::bool::ANY,
        z in 0..=MAX_ZOOM,
    ) {
        let mut outer = star(centre, &radii);
        if backwards {
            outer.reverse();
        }
        let island = star(centre, &radii.iter().map(|radius| radius / 3.0).collect::<Vec<_>>());
        let tiles = with_water(vec![body("湖", vec![outer.clone(), island])]);
        for at in [centre, outer[0], outer[outer.len() / 2]] {
            let bytes = tiles.tile(TileLayer::Water, tile_at(at, z), &ANY);
            prop_assert!(bytes.len() <= MAX_TILE_BYTES);
            for polygon in of(&features(&bytes), "water").flat_map(polygons) {
                prop_assert!(turn(polygon.exterior()) > 0.0);
                for ring in polygon.interiors() {
                    prop_assert!(turn(ring) < 0.0);
                }
                for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                    // The decoder repeats the first corner at the end.
                    prop_assert!(ring.0.len() >= 4, "{:?}", ring);
                    prop_assert!(ring.lines().all(|line| line.start != line.end), "{:?}", ring);
                    let reach = -64.0..=4160.0;
                    prop_assert!(ring.coords().all(|c| reach.contains(&c.x) && reach.contains(&c.y)), "{:?}", ring);
                }
            }
        }
    }
}

#[test]
fn a_polygon_runs_on_over_a_tiles_edge_so_that_no_seam_shows() {
    let tiles = with_water(vec![body("湖", square([119.2, 32.5], [119.7, 33.1]))]);
    for z in 10..=13 {
        // Two neighbours whose common edge lies in the lake.
        let west = tile_at([119.45, 32.8], z);
        let east = TileCoord::new(z, west.x() + 1, west.y()).unwrap();
        let reach = |tile: TileCoord| {
            let found = features(&tiles.tile(TileLayer::Water, tile, &ANY));
            let xs: Vec<_> =
                of(&found, "water").flat_map(polygons).flat_map(|p| p.exterior().0.clone()).map(|c| c.x).collect();
            (xs.iter().copied().fold(f64::MAX, f64::min), xs.iter().copied().fold(f64::MIN, f64::max))
        };
        assert_eq!((reach(west).1, reach(east).0), (4160.0, -64.0), "at zoom {z}");
    }
}

#[test]
fn an_island_stays_dry() {
    let mut rings = square([119.2, 32.5], [119.7, 33.1]);
    rings.extend(square([119.3, 32.6], [119.6, 33.0]));
    let tiles = with_water(vec![body("湖", rings)]);
    assert!(tiles.tile(TileLayer::Water, tile_at([119.45, 32.8], 14), &ANY).is_empty(), "the middle of the island");
    let found = features(&tiles.tile(TileLayer::Water, tile_at([119.45, 32.8], 8), &ANY));
    let lake = of(&found, "water").flat_map(polygons).next().unwrap();
    assert_eq!(lake.interiors().len(), 1);
}

#[test]
fn simplified_polygons_keep_their_area() {
    let radii: Vec<_> =
        (0..2_000).map(|n| 0.2 + 0.05 * (f64::from(n) / 40.0).sin() + 0.0005 * f64::from(n % 2)).collect();
    let exact = with_water(vec![body("湖", vec![star([119.45, 32.8], &radii)])]);
    let area_at = |z: u8| {
        let all: f64 = covering(z)
            .into_iter()
            // The tile's own square only: buffers would count twice.
            .map(|tile| area(&features(&exact.tile(TileLayer::Water, tile, &ANY)), "water"))
            .sum();
        all / (4096.0 * f64::from(1_u32 << z)).powi(2)
    };
    // At zooms 5 to 7 one tile holds the lake whole.
    let reference = area_at(7);
    for z in [5, 6] {
        assert!((area_at(z) / reference - 1.0).abs() < 0.02, "at zoom {z}");
    }
    let corners = |z: u8| {
        let found = features(&exact.tile(TileLayer::Water, tile_at([119.45, 32.8], z), &ANY));
        of(&found, "water").flat_map(polygons).map(|polygon| polygon.exterior().0.len()).sum::<usize>()
    };
    assert!(corners(5) < 200, "{} corners", corners(5));
}

#[test]
fn a_coast_too_fine_for_a_tile_is_drawn_coarser_rather_than_large() {
    // A comb of 40,000 corners within one tile of zoom 10.
    let teeth: Vec<_> = (0..40_000).map(|n| if n % 2 == 0 { 0.02 } else { 0.12 }).collect();
    let tiles = with_water(vec![body("湖", vec![star([119.4, 32.8], &teeth)])]);
    for z in 0..=MAX_ZOOM {
        let bytes = tiles.tile(TileLayer::Water, tile_at([119.4, 32.8], z), &ANY);
        assert!(bytes.len() <= MAX_TILE_BYTES, "{} bytes at zoom {z}", bytes.len());
    }
}

#[test]
fn a_lake_cut_in_pieces_is_named_once_and_in_its_largest() {
    let tiles = with_water(vec![
        body("高邮湖", square([119.2, 32.6], [119.25, 32.65])),
        body("高邮湖", square([119.25, 32.6], [119.5, 32.9])),
    ]);
    for z in 8..=12 {
        let named: Vec<_> = covering(z)
            .into_iter()
            .flat_map(|tile| features(&tiles.tile(TileLayer::Water, tile, &ANY)))
            .filter(|feature| feature.source_layer == "water_name")
            .collect();
        assert_eq!(named.len(), 1, "at zoom {z}");
        assert_eq!((named[0].text("name"), named[0].text("name_en")), ("高邮湖", "高邮湖 Lake"));
    }
    let home = tile_at([119.375, 32.75], 12);
    assert_eq!(of(&features(&tiles.tile(TileLayer::Water, home, &ANY)), "water_name").count(), 1);
}

#[test]
fn districts_are_drawn_at_every_zoom_and_together_fill_the_city() {
    let tiles = with_water(Vec::new());
    for z in 0..=MAX_ZOOM {
        let bytes = tiles.tile(TileLayer::Boundaries, tile_at([119.3, 32.5], z), &ANY);
        let found = features(&bytes);
        let codes: Vec<_> = of(&found, "district").map(|feature| feature.text("code").to_owned()).collect();
        // Below zoom 2 the whole city is smaller than what could be seen.
        assert!(z < 2 || codes.contains(&"321002".to_owned()), "{codes:?} at zoom {z}");
    }
    let inside = tile_at([119.3, 32.5], 14);
    let found = features(&tiles.tile(TileLayer::Boundaries, inside, &ANY));
    assert_eq!(
        area(&found, "district").to_string(),
        "17842176",
        "a tile within a district is filled to its buffer's edge"
    );
}

#[test]
fn towns_are_named_from_zoom_nine_and_villages_from_thirteen() {
    let tiles = with_water(Vec::new());
    let named = |z: u8| {
        let all = covering(z).into_iter().flat_map(|tile| features(&tiles.tile(TileLayer::Boundaries, tile, &ANY)));
        let mut levels: Vec<_> = all
            .filter(|feature| feature.source_layer == "region")
            .map(|feature| format!("{}:{}", feature.text("level"), feature.text("code")))
            .collect();
        levels.sort();
        levels
    };
    let districts = ["district:321002", "district:321012"];
    let towns = [districts.as_slice(), &["town:321002001", "town:321012001"]].concat();
    let villages = [towns.as_slice(), &["village:321002001001"]].concat();
    assert_eq!(named(8), districts);
    assert_eq!(named(9), towns);
    assert_eq!(named(12), towns);
    assert_eq!(named(13), villages);
}

#[test]
fn a_town_says_in_which_district_it_lies() {
    let tiles = with_water(Vec::new());
    let found = features(&tiles.tile(TileLayer::Boundaries, tile_at([119.55, 32.43], 10), &ANY));
    let town = of(&found, "region").find(|feature| feature.text("level") == "town").unwrap();
    assert_eq!((town.text("name"), town.text("district")), ("仙女镇", "321012"));
}

#[test]
fn a_region_has_its_english_name_beside_the_other_where_it_has_one() {
    let tiles = with_water(Vec::new());
    let found = features(&tiles.tile(TileLayer::Boundaries, tile_at([119.4, 32.8], 6), &ANY));
    for layer in ["region", "district"] {
        let names = |code: &str| {
            let feature = of(&found, layer).find(|feature| feature.text("code") == code).unwrap();
            (
                feature.text("name").to_owned(),
                feature.properties.contains_key("name_en").then(|| feature.text("name_en").to_owned()),
            )
        };
        assert_eq!(names("321002"), ("广陵区".into(), Some("Guangling District".into())), "{layer}");
        assert_eq!(names("321012"), ("江都区".into(), None), "{layer}");
    }
}

#[test]
fn a_district_without_a_position_is_named_inside_its_polygon() {
    let tiles = with_water(Vec::new());
    let found = features(&tiles.tile(TileLayer::Boundaries, tile_at([119.4, 32.8], 6), &ANY));
    let at = of(&found, "region").find(|feature| feature.text("code") == "321002").unwrap().point();
    let outline = of(&found, "district").find(|feature| feature.text("code") == "321002").map(polygons).unwrap();
    let xs = || outline[0].exterior().coords().map(|corner| corner.x);
    let ys = || outline[0].exterior().coords().map(|corner| corner.y);
    assert!(xs().any(|x| x < at[0]) && xs().any(|x| x > at[0]));
    assert!(ys().any(|y| y < at[1]) && ys().any(|y| y > at[1]));
}

#[test]
fn a_tile_with_nothing_in_it_is_no_bytes_at_all() {
    let tiles = with_water(Vec::new());
    for &layer in TileLayer::ALL {
        let bytes = tiles.tile(layer, tile_at([-70.0, -30.0], 12), &ANY);
        assert!(message(&bytes).layers.is_empty() && bytes.is_empty(), "{layer}");
    }
}
