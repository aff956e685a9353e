//! Web Mercator tiles.

use proptest::prelude::*;
use yuren_geodesy::{LonLat, TileCoord, TileError, Wgs84, world_xy};

fn point(lon: f64, lat: f64) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).expect("a coordinate")
}

#[test]
fn yangzhou_is_in_the_tile_that_the_slippy_map_formula_gives() {
    // By hand: x = 2^14 (119.4382 + 180) / 360; y = 2^14 (1 - asinh(tan 32.4012°) / π) / 2.
    let tile = TileCoord::containing(point(119.4382, 32.4012), 14);
    assert_eq!((tile.z(), tile.x(), tile.y()), (14, 13_627, 6_631));
}

#[test]
fn the_world_is_one_tile_at_zoom_0() {
    let bounds = TileCoord::new(0, 0, 0).expect("a tile").bounds();
    assert_eq!((bounds.west(), bounds.east()), (-180.0, 180.0));
    assert!((bounds.north() - 85.051_128_78).abs() < 1e-8 && (bounds.south() + 85.051_128_78).abs() < 1e-8);
}

#[test]
fn a_tile_outside_its_zoom_is_refused_with_what_is_allowed() {
    assert_eq!(TileCoord::new(31, 0, 0), Err(TileError::Zoom(31)));
    let error = TileCoord::new(3, 8, 0).expect_err("columns of zoom 3 end at 7");
    assert_eq!(error.to_string(), "x 8 is outside zoom 3; allowed: 0 to 7");
    assert!(TileCoord::new(30, (1 << 30) - 1, (1 << 30) - 1).is_ok());
}

#[test]
fn poles_and_the_antimeridian_lie_in_the_outermost_tiles() {
    for (lon, lat, x, y) in [(-180.0, 90.0, 0, 0), (180.0, -90.0, 1023, 1023)] {
        let tile = TileCoord::containing(point(lon, lat), 10);
        assert_eq!((tile.x(), tile.y()), (x, y));
    }
}

proptest! {
    #[test]
    fn a_point_lies_within_the_bounds_of_its_tile(lon in -180.0..=180.0, lat in -85.0..=85.0, z in 0u8..=22) {
        let (west, south, east, north) = {
            let b = TileCoord::containing(point(lon, lat), z).bounds();
            (b.west(), b.south(), b.east(), b.north())
        };
        prop_assert!(west - 1e-9 <= lon && lon <= east + 1e-9 && south - 1e-9 <= lat && lat <= north + 1e-9);
    }

    #[test]
    fn east_is_right_and_north_is_up(lon in -179.0f64..179.0, lat in -84.0f64..84.0) {
        let [x, y] = world_xy(point(lon, lat));
        let [right, up] = [world_xy(point(lon + 1.0, lat))[0], world_xy(point(lon, lat + 1.0))[1]];
        prop_assert!(right > x && up < y && (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y));
    }
}
