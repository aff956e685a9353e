//! The area within a time of a place.

use geo::{Area, Contains, Coord, LineString, MultiPolygon, Point, Polygon, Validation};
use proptest::prelude::*;
use yuren_network::{
    Closed, Direction, GridCity, Isochrone, ReachedEdge, Scratch, grid_city, isochrone, isochrones, reach,
};

use crate::support::{distance_m, edge, point_along, snap, some_graph, some_snaps};
use yuren_network::Graph;

fn multi_polygon(area: &Isochrone) -> MultiPolygon {
    let ring = |ring: &Vec<[f64; 2]>| LineString::new(ring.iter().map(|&[x, y]| Coord { x, y }).collect());
    let polygon = |rings: &Vec<Vec<[f64; 2]>>| Polygon::new(ring(&rings[0]), rings[1..].iter().map(ring).collect());
    MultiPolygon::new(area.polygons.iter().map(polygon).collect())
}

/// Points of a stretch, in degrees; at most 20 m apart where it is no longer than 4 km.
fn points_of(graph: &Graph, stretch: &ReachedEdge) -> Vec<[f64; 2]> {
    let share = |step: i32| f64::from(step) / 200.0;
    (0..=200)
        .map(|step| stretch.from_fraction + (stretch.to_fraction - stretch.from_fraction) * share(step))
        .map(|fraction| point_along(graph, stretch.edge, fraction))
        .collect()
}

fn is_about(metres: f64, expected: f64) -> bool {
    (metres - expected).abs() < 1e-9
}

/// What every area keeps, whatever it is of.
fn check_rings(area: &Isochrone) -> Result<(), TestCaseError> {
    let shape = multi_polygon(area);
    prop_assert!(shape.is_valid(), "{:?}", shape.validation_errors());
    let mut corners: Vec<[i64; 2]> = Vec::new();
    for rings in &area.polygons {
        for (number, ring) in rings.iter().enumerate() {
            prop_assert_eq!(ring.first(), ring.last());
            let line: LineString = ring.iter().map(|&[x, y]| (x, y)).collect();
            let winding = Polygon::new(line, Vec::new()).signed_area();
            prop_assert!(if number == 0 { winding > 0.0 } else { winding < 0.0 }, "ring {} winds {}", number, winding);
            corners.extend(ring[1..].iter().map(|corner| corner.map(|degrees| (degrees * 1e7).round() as i64)));
        }
    }
    let count = corners.len();
    corners.sort_unstable();
    corners.dedup();
    prop_assert_eq!(corners.len(), count, "two rings, or one twice, touch a point");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_reached_stretch_lies_inside_and_every_point_beyond_twice_the_tolerance_outside(
        (graph, snaps) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 2))
        }),
        limit in 50_u32..30_000,
        tolerance_m in 8.0_f64..120.0,
        towards in any::<bool>(),
        places in prop::collection::vec((-20_000_i32..220_000, -20_000_i32..220_000), 100),
    ) {
        let direction = if towards { Direction::Towards } else { Direction::From };
        let (mut scratch, closed) = (Scratch::new(), Closed::default());
        let found = reach(&graph, &snaps[0], limit, direction, &closed, &mut scratch);
        let area = isochrone(&graph, &found, tolerance_m);
        prop_assert!(is_about(area.tolerance_m, tolerance_m));
        check_rings(&area)?;
        let shape = multi_polygon(&area);
        let reached: Vec<_> = found.edges(&graph).flat_map(|stretch| points_of(&graph, &stretch)).collect();
        for &point in &reached {
            prop_assert!(shape.contains(&Point::from(point)), "{:?} is reached", point);
        }
        for (lon, lat) in places {
            let place = [119.4 + f64::from(lon) / 1e7, 32.4 + f64::from(lat) / 1e7];
            let away_m = reached.iter().map(|&point| distance_m(place, point)).fold(f64::INFINITY, f64::min);
            // What is reached is known to within the metres between the points above.
            if away_m > 2.0 * tolerance_m + 10.0 {
                prop_assert!(!shape.contains(&Point::from(place)), "{:?} is {} m away", place, away_m);
            }
        }
    }

    #[test]
    fn the_area_of_a_shorter_time_lies_in_that_of_a_longer_one(
        (graph, snaps) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 2))
        }),
        limit in 50_u32..3_000,
        places in prop::collection::vec((0_i32..200_000, 0_i32..200_000), 200),
    ) {
        let (mut scratch, closed) = (Scratch::new(), Closed::default());
        let found = reach(&graph, &snaps[0], limit, Direction::From, &closed, &mut scratch);
        let areas = isochrones(&graph, &found, &[limit / 3, limit / 2, limit], 25.0);
        prop_assert_eq!(areas.len(), 3);
        let shapes: Vec<_> = areas.iter().map(multi_polygon).collect();
        for (lon, lat) in places {
            let place = Point::new(119.4 + f64::from(lon) / 1e7, 32.4 + f64::from(lat) / 1e7);
            let inside: Vec<_> = shapes.iter().map(|shape| shape.contains(&place)).collect();
            prop_assert!(inside.is_sorted(), "{:?}: {:?}", place, inside);
        }
    }
}

/// How many rings each polygon of a wholly reached grid of 3 by 3 nodes has.
fn rings_of_a_grid(tolerance_m: f64) -> Vec<usize> {
    let graph = grid_city(GridCity { columns: 3, rows: 3, block_m: 200.0, block_time: 1_600 });
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    let found = reach(&graph, &snap(0, 0.5, 0, 0), 36_000, Direction::From, &closed, &mut scratch);
    let area = isochrone(&graph, &found, tolerance_m);
    check_rings(&area).unwrap();
    area.polygons.iter().map(Vec::len).collect()
}

#[test]
fn blocks_wider_than_four_tolerances_stay_open_and_narrow_ones_are_filled() {
    assert_eq!(rings_of_a_grid(25.0), [5], "an outer ring, and one around each of four blocks");
    assert_eq!(rings_of_a_grid(120.0), [1]);
}

#[test]
fn a_place_too_far_from_its_street_reaches_nothing() {
    let graph = Graph::new(vec![[0, 0], [10_000, 0]], [edge(0, 1, 800, 800)]).unwrap();
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    let found = reach(&graph, &snap(0, 0.5, 301, 0), 300, Direction::From, &closed, &mut scratch);
    assert_eq!(isochrone(&graph, &found, 25.0).polygons, Vec::<Vec<Vec<[f64; 2]>>>::new());
}

#[test]
fn an_area_too_large_for_its_tolerance_is_drawn_more_coarsely_and_says_so() {
    // A ferry over 20 degrees.
    let graph = Graph::new(vec![[0, 0], [200_000_000, 200_000_000]], [edge(0, 1, 800, 800)]).unwrap();
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    let found = reach(&graph, &snap(0, 0.5, 0, 0), 36_000, Direction::From, &closed, &mut scratch);
    let area = isochrone(&graph, &found, 25.0);
    assert!(is_about(area.tolerance_m, 400.0), "{}", area.tolerance_m);
    let least = isochrone(&graph, &found, f64::NAN).tolerance_m;
    assert!(is_about(least, 512.0), "a tolerance that is no number is the least one: {least}");
}
