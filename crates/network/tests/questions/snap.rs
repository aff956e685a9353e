//! From a place to its street.

use proptest::collection::vec;
use proptest::prelude::*;
use yuren_geodesy::{LonLat, Wgs84, ruler_m};
use yuren_network::{Barriers, EdgeKind, Graph, GridCity, NEVER, NewEdge, Snapper, grid_city};

use crate::support::{at, edge, point_along, some_graph};

/// What a street's segment offers a place.
struct Offer {
    distance_m: f64,
    crossing: Crossing,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Crossing {
    None,
    Surely,
    /// So near an end of the way that it is a matter of precision.
    Doubtful,
}

fn degrees([lon, lat]: [f64; 2]) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).unwrap()
}

fn between(a: [f64; 2], b: [f64; 2], share: f64) -> [f64; 2] {
    [0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * share)
}

fn in_degrees([lon, lat]: [i32; 2]) -> [f64; 2] {
    [f64::from(lon) / 1e7, f64::from(lat) / 1e7]
}

/// The nearest point of a segment, by halving where it may be.
fn nearest_on(place: [f64; 2], a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    let distance_m = |share: f64| ruler_m(degrees(place), degrees(between(a, b, share)));
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let (left, right) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        if distance_m(left) <= distance_m(right) { high = right } else { low = left }
    }
    between(a, b, f64::midpoint(low, high))
}

/// Whether a barrier lies across a way, by the sides on which the ends of each lie of the other.
fn crossing(from: [f64; 2], to: [f64; 2], barriers: &Barriers) -> Crossing {
    let mut worst = Crossing::None;
    for pair in barriers.lines.iter().flat_map(|line| line.windows(2)) {
        let [c, d] = [in_degrees(pair[0]), in_degrees(pair[1])];
        let side =
            |a: [f64; 2], b: [f64; 2], p: [f64; 2]| (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
        let apart = |x: f64, y: f64| (x > 0.0) != (y > 0.0);
        if apart(side(from, to, c), side(from, to, d)) && apart(side(c, d, from), side(c, d, to)) {
            let share = side(c, d, from) / (side(c, d, from) - side(c, d, to));
            let met = degrees(between(from, to, share));
            let near_end = [from, to].into_iter().any(|end| ruler_m(degrees(end), met) < 0.1);
            if !near_end {
                return Crossing::Surely;
            }
            worst = Crossing::Doubtful;
        }
    }
    worst
}

fn offers(graph: &Graph, barriers: &Barriers, place: [f64; 2]) -> Vec<Offer> {
    let mut offers = Vec::new();
    for (number, known) in (0..).zip(graph.edges()) {
        if known.kind == EdgeKind::Street && (known.forward, known.backward) != (NEVER, NEVER) {
            let line: Vec<_> = graph.line(number).map(in_degrees).collect();
            for pair in line.windows(2) {
                let met = nearest_on(place, pair[0], pair[1]);
                let distance_m = ruler_m(degrees(place), degrees(met));
                offers.push(Offer { distance_m, crossing: crossing(place, met, barriers) });
            }
        }
    }
    offers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_place_meets_the_nearest_street_point_to_which_no_barrier_is_crossed(
        graph in some_graph(),
        lines in vec(vec((0..200_000, 0..200_000), 2..5), 0..6),
        place in (-50_000..250_000, -50_000..250_000),
        within_m in prop_oneof![Just(3_000.0), 0.0_f64..500.0],
    ) {
        let near_yangzhou = |(lon, lat): (i32, i32)| [1_194_000_000 + lon, 324_000_000 + lat];
        let barriers = Barriers {
            lines: lines.into_iter().map(|line| line.into_iter().map(near_yangzhou).collect()).collect(),
        };
        let place = near_yangzhou(place);
        let found = Snapper::new(&graph, &barriers).snap(&graph, at(place), within_m);
        let offers = offers(&graph, &barriers, in_degrees(place));
        let least = |may_be: &dyn Fn(Crossing) -> bool| {
            offers.iter().filter(|offer| may_be(offer.crossing)).map(|offer| offer.distance_m).fold(f64::INFINITY, f64::min)
        };
        let (surely, perhaps) = (least(&|crossing| crossing == Crossing::None), least(&|crossing| crossing != Crossing::Surely));
        // The map that distances are measured on is flat: see its error.
        let slack = |metres: f64| metres * 0.001 + 0.01;
        match found {
            None => prop_assert!(surely + slack(surely) >= within_m, "there is one {} m away", surely),
            Some(snap) => {
                prop_assert!(snap.off_street_m <= within_m);
                prop_assert!(snap.off_street_m <= surely + slack(surely), "{} m, not {}", snap.off_street_m, surely);
                prop_assert!(snap.off_street_m >= perhaps - slack(perhaps), "{} m, not {}", snap.off_street_m, perhaps);
                let met = [snap.point.lon(), snap.point.lat()];
                prop_assert_ne!(crossing(in_degrees(place), met, &barriers), Crossing::Surely);
                prop_assert!((ruler_m(at(place), snap.point) - snap.off_street_m).abs() <= slack(snap.off_street_m));
                prop_assert_eq!(snap.off_street, (snap.off_street_m * 8.0 + 0.5).floor() as u32);
                prop_assert!((0.0..=1.0).contains(&snap.fraction));
                let along = degrees(point_along(&graph, snap.edge, snap.fraction));
                prop_assert!(ruler_m(along, snap.point) < 3.0, "{:?} is not at that share of its edge", snap);
            }
        }
    }
}

/// Two streets to the east, one 30 m north of the place at (500 m, 0), the other 80 m south.
fn two_streets() -> Graph {
    let nodes = vec![[0, 2_700], [90_000, 2_700], [0, -7_200], [90_000, -7_200]];
    Graph::new(nodes, [edge(0, 1, 800, 800), edge(2, 3, 800, 800)]).unwrap()
}

const PLACE: [i32; 2] = [45_000, 0];

#[test]
fn a_place_by_a_river_meets_the_street_on_its_own_bank() {
    let river = Barriers { lines: vec![vec![[0, 1_000], [90_000, 1_000]]] };
    let graph = two_streets();
    let free = Snapper::new(&graph, &Barriers::default()).snap(&graph, at(PLACE), 500.0).unwrap();
    assert_eq!((free.edge, free.fraction, free.off_street), (0, 0.5, 239));
    let snap = Snapper::new(&graph, &river).snap(&graph, at(PLACE), 500.0).unwrap();
    assert_eq!((snap.edge, snap.fraction, snap.off_street), (1, 0.5, 637));
    assert_eq!(snap.place, at(PLACE));
    assert_eq!(Snapper::new(&graph, &river).snap(&graph, at(PLACE), 79.0), None, "it is 79.6 m away");
}

#[test]
fn a_place_in_a_lake_meets_no_street() {
    let shore = [[40_000, -5_000], [50_000, -5_000], [50_000, 2_000], [40_000, 2_000], [40_000, -5_000]];
    let graph = two_streets();
    let snapper = Snapper::new(&graph, &Barriers { lines: vec![shore.into()] });
    assert_eq!(snapper.snap(&graph, at(PLACE), 5_000.0), None);
}

#[test]
fn a_path_along_the_shore_is_met_from_the_land() {
    let shore = Barriers { lines: vec![vec![[0, 2_700], [90_000, 2_700]]] };
    let graph = two_streets();
    let snap = Snapper::new(&graph, &shore).snap(&graph, at(PLACE), 500.0).unwrap();
    assert_eq!(snap.edge, 0);
}

#[test]
fn nobody_steps_onto_a_bridge_a_ferry_or_a_street_that_may_not_be_used() {
    let streets = |kind, forward, backward| {
        let new = NewEdge { kind, ..edge(0, 1, forward, backward) };
        Graph::new(vec![[0, 2_700], [90_000, 2_700]], [new]).unwrap()
    };
    let is_met = |graph: Graph| Snapper::new(&graph, &Barriers::default()).snap(&graph, at(PLACE), 500.0).is_some();
    assert!(is_met(streets(EdgeKind::Street, NEVER, 800)));
    assert!(!is_met(streets(EdgeKind::Street, NEVER, NEVER)));
    assert!(!is_met(streets(EdgeKind::Passage, 800, 800)));
    assert!(!is_met(streets(EdgeKind::Ferry, 800, 800)));
}

#[test]
fn a_place_whose_street_is_closed_meets_the_next_one() {
    let graph = two_streets();
    let snapper = Snapper::new(&graph, &Barriers::default());
    assert_eq!(snapper.snap_where(&graph, at(PLACE), 500.0, |edge| edge != 0).unwrap().edge, 1);
}

#[test]
fn a_distance_that_is_none_finds_nothing() {
    let graph = two_streets();
    let snapper = Snapper::new(&graph, &Barriers::default());
    for within_m in [f64::NAN, -100.0, f64::NEG_INFINITY] {
        assert_eq!(snapper.snap(&graph, at(PLACE), within_m), None, "{within_m}");
    }
    assert!(snapper.snap(&graph, at(PLACE), f64::INFINITY).is_some());
    let empty = Graph::new(Vec::new(), []).unwrap();
    assert_eq!(Snapper::new(&empty, &Barriers::default()).snap(&empty, at(PLACE), 500.0), None);
}

#[test]
fn a_place_with_a_barrier_before_a_thousand_segments_is_given_up() {
    let graph = grid_city(GridCity { columns: 30, rows: 30, block_m: 100.0, block_time: 800 });
    // The place lies west of the city; a wall before the city, and a street behind the place, a little farther than all of it.
    let (wall, place) = ([[-5_000, -900_000], [-5_000, 900_000]], [-10_000, 100_000]);
    let mut nodes = graph.nodes().to_vec();
    nodes.extend([[-900_000, 100_000], [-900_000, 200_000]]);
    let count = graph.node_count() as u32;
    let streets: Vec<NewEdge> = graph.edges().iter().map(|known| edge(known.tail, known.head, 800, 800)).collect();
    let with_farther = |streets: &[NewEdge]| {
        let all = streets.iter().cloned().chain([edge(count, count + 1, 800, 800)]);
        Graph::new(nodes.clone(), all).unwrap()
    };
    let snap =
        |graph: &Graph| Snapper::new(graph, &Barriers { lines: vec![wall.into()] }).snap(graph, at(place), 20_000.0);
    assert_eq!(snap(&with_farther(&streets)), None);
    assert!(snap(&with_farther(&streets[..900])).is_some());
}
