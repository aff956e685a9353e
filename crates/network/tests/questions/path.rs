//! The fastest way from one place to another.

use proptest::prelude::*;
use yuren_network::{
    Closed, Deciseconds, Direction, EdgeKind, Graph, GridCity, Matrix, NEVER, NewEdge, Path, PathStretch, Scratch,
    Snap, grid_city, path, reach,
};

use crate::oracle;
use crate::support::{distance_m, edge, inertial_order, point_along, snap, some_graph, some_snaps};

/// A path with nothing closed and no limit.
fn found(graph: &Graph, from: &Snap, to: &Snap) -> Option<Path> {
    path(graph, from, to, NEVER, &Closed::default(), &mut Scratch::new())
}

fn stretch(edge: u32, from_fraction: f64, to_fraction: f64) -> PathStretch {
    PathStretch { edge, from_fraction, to_fraction }
}

/// What a stretch takes by the rule that the README states.
fn time_of(graph: &Graph, stretch: &PathStretch) -> Option<u64> {
    let known = graph.edges()[stretch.edge as usize];
    let share = stretch.to_fraction - stretch.from_fraction;
    let time = |time: Deciseconds| (time != NEVER).then(|| (f64::from(time) * share.abs() + 0.5).floor() as u64);
    match share {
        _ if share > 0.0 => time(known.forward),
        _ if share < 0.0 => time(known.backward),
        _ => time(known.forward).or(time(known.backward)),
    }
}

/// Whether a stretch is but a spot.
fn is_spot(stretch: &PathStretch) -> bool {
    (stretch.to_fraction - stretch.from_fraction).abs() <= 0.0
}

/// The node at the end of an edge that a share of 0 or 1 stands for.
fn node_at(graph: &Graph, edge: u32, fraction: f64) -> u32 {
    let known = graph.edges()[edge as usize];
    if fraction < 0.5 { known.tail } else { known.head }
}

/// How far a point is from a line, in degrees both.
fn away_m(point: [f64; 2], line: &[[f64; 2]]) -> f64 {
    let piece = |pair: &[[f64; 2]]| {
        let steps = (0..=50).map(|step| f64::from(step) / 50.0);
        let on = |share: f64| [0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * share);
        steps.map(|share| distance_m(point, on(share))).fold(f64::INFINITY, f64::min)
    };
    line.windows(2).map(piece).chain(line.iter().map(|&end| distance_m(point, end))).fold(f64::INFINITY, f64::min)
}

fn degrees([lon, lat]: [i32; 2]) -> [f64; 2] {
    [f64::from(lon) / 1e7, f64::from(lat) / 1e7]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_path_takes_the_time_of_a_search_and_of_the_matrix_and_each_of_its_stretches_may_be_gone_along(
        (graph, snaps) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 6))
        }),
        closed in prop::collection::vec(0_u32..24, 0..3),
        limit in prop_oneof![0_u32..200, 0_u32..60_000, Just(NEVER)],
    ) {
        let closed: Closed = closed.into_iter().collect();
        let matrix = Matrix::new(&graph, &inertial_order(&graph)).unwrap().with_closed(&graph, closed.clone());
        let times = matrix.times(&graph, &snaps, &snaps);
        // One scratch for all: what a search leaves behind must not show in the next.
        let mut scratch = Scratch::new();
        for (from, row) in snaps.iter().zip(times.chunks_exact(snaps.len())) {
            for (to, &by_matrix) in snaps.iter().zip(row) {
                let expected = oracle::time_within(&graph, from, to, limit, &closed);
                let reached = reach(&graph, from, limit, Direction::From, &closed, &mut scratch);
                prop_assert_eq!(reached.time_at(&graph, to), expected);
                let stretches: Vec<_> = reached.edges(&graph).collect();
                let found = path(&graph, from, to, limit, &closed, &mut scratch);
                prop_assert_eq!(found.as_ref().map_or(NEVER, |found| found.time), expected, "{:?} to {:?}", from, to);
                let Some(found) = found else { continue };
                prop_assert_eq!(found.time, by_matrix);
                let [Some(first), Some(last)] = [found.stretches.first(), found.stretches.last()] else {
                    prop_assert_eq!((from.place, found.time), (to.place, 0));
                    prop_assert!(found.line(&graph).is_empty());
                    continue;
                };
                prop_assert_eq!((first.edge, first.from_fraction), (from.edge, from.fraction));
                prop_assert_eq!((last.edge, last.to_fraction), (to.edge, to.fraction));
                for pair in found.stretches.windows(2) {
                    let [end, begin] = [(pair[0].edge, pair[0].to_fraction), (pair[1].edge, pair[1].from_fraction)];
                    prop_assert_eq!(node_at(&graph, end.0, end.1), node_at(&graph, begin.0, begin.1));
                }
                let mut sum = u64::from(from.off_street) + u64::from(to.off_street);
                for passed in &found.stretches {
                    prop_assert!(!closed.contains(passed.edge));
                    let time = time_of(&graph, passed);
                    prop_assert!(time.is_some() || is_spot(passed), "against {:?}", passed);
                    sum += time.unwrap_or(0);
                    let middle = f64::midpoint(passed.from_fraction, passed.to_fraction);
                    let holds = |at: f64| stretches.iter().any(|reached| {
                        reached.edge == passed.edge
                            && reached.from_fraction - 1e-9 <= at
                            && at <= reached.to_fraction + 1e-9
                    });
                    // A stretch of nothing may lie on an edge that is closed to whoever goes this way.
                    prop_assert!(holds(middle) || is_spot(passed), "{:?} is reached", passed);
                }
                prop_assert_eq!(u64::from(found.time), sum);
            }
        }
    }

    #[test]
    fn the_line_of_a_path_lies_on_its_stretches_from_snap_to_snap_and_on_nothing_else(
        (graph, snaps) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 4))
        }),
    ) {
        for (from, to) in snaps.iter().flat_map(|from| snaps.iter().map(move |to| (from, to))) {
            let Some(found) = found(&graph, from, to).filter(|found| !found.stretches.is_empty()) else { continue };
            let line: Vec<[f64; 2]> = found.line(&graph).into_iter().map(degrees).collect();
            // The oracle measures on the ellipsoid, the crate on a flat map: up to a metre apart on 2 km.
            for (end, snap) in [(line[0], from), (line[line.len() - 1], to)] {
                prop_assert!(distance_m(end, point_along(&graph, snap.edge, snap.fraction)) < 1.0);
            }
            let mut edges = Vec::new();
            let mut length_m = 0.0;
            for passed in &found.stretches {
                let whole: Vec<_> = graph.line(passed.edge).map(degrees).collect();
                let whole_m: f64 = whole.windows(2).map(|pair| distance_m(pair[0], pair[1])).sum();
                length_m += whole_m * (passed.to_fraction - passed.from_fraction).abs();
                let middle = point_along(&graph, passed.edge, f64::midpoint(passed.from_fraction, passed.to_fraction));
                prop_assert!(away_m(middle, &line) < 60.0, "the line leaves {:?} out", passed);
                edges.push(whole);
            }
            for &point in &line {
                let away = edges.iter().map(|edge| away_m(point, edge)).fold(f64::INFINITY, f64::min);
                prop_assert!(away < 60.0, "{:?} is on no street", point);
            }
            let line_m: f64 = line.windows(2).map(|pair| distance_m(pair[0], pair[1])).sum();
            prop_assert!((line_m - length_m).abs() < 1.0 + length_m / 1_000.0, "{} and {} m", line_m, length_m);
        }
    }
}

#[test]
fn on_a_grid_a_path_is_as_long_as_its_blocks_and_the_ways_to_them() {
    let graph = grid_city(GridCity { columns: 5, rows: 4, block_m: 100.0, block_time: 800 });
    // Half-way along the street from node 0 to node 1, and a quarter of the way from node 13 to node 14.
    let (from, to) = (snap(0, 0.5, 40, 0), snap(2 * 4 + 3, 0.25, 8, 1));
    let found = found(&graph, &from, &to).unwrap();
    assert_eq!(found.time, 40 + 400 + 4 * 800 + 200 + 8);
    let around_m = found.length_m - (5.0 + 50.0 + 400.0 + 25.0 + 1.0);
    assert!(around_m.abs() < 1e-9, "{} m", found.length_m);
    assert_eq!(found.stretches.len(), 6);
}

/// A bent street from node 0 to node 1, on to node 2 by a one-way street, and back to 0 by another.
fn triangle() -> Graph {
    let bent = NewEdge { shape: vec![[1_000, 1_000], [2_000, -1_000]], ..edge(0, 1, 300, 300) };
    let back = NewEdge { shape: vec![[1_000, 5_000]], ..edge(2, 0, 100, NEVER) };
    Graph::new(vec![[0, 0], [3_000, 0], [3_000, 5_000]], [bent, edge(1, 2, 100, NEVER), back]).unwrap()
}

#[test]
fn a_line_keeps_the_bends_of_the_streets_in_the_direction_of_travel() {
    let graph = triangle();
    let there = found(&graph, &snap(0, 0.0, 0, 0), &snap(1, 0.5, 0, 1)).unwrap();
    assert_eq!(there.stretches, [stretch(0, 0.0, 1.0), stretch(1, 0.0, 0.5)]);
    assert_eq!(there.line(&graph), [[0, 0], [1_000, 1_000], [2_000, -1_000], [3_000, 0], [3_000, 2_500]]);
    let back = found(&graph, &snap(0, 1.0, 0, 0), &snap(0, 0.5, 0, 1)).unwrap();
    assert_eq!(back.stretches, [stretch(0, 1.0, 0.5)], "both on one street, and against its direction");
    assert_eq!(back.line(&graph), [[3_000, 0], [2_000, -1_000], [1_500, 0]]);
}

#[test]
fn against_a_one_way_street_a_path_goes_round() {
    let graph = triangle();
    let round = found(&graph, &snap(1, 0.5, 0, 0), &snap(1, 0.25, 0, 1)).unwrap();
    let all_round = [stretch(1, 0.5, 1.0), stretch(2, 0.0, 1.0), stretch(0, 0.0, 1.0), stretch(1, 0.0, 0.25)];
    assert_eq!((round.time, round.stretches.as_slice()), (50 + 100 + 300 + 25, all_round.as_slice()));
}

#[test]
fn a_closed_street_is_gone_round_and_where_there_is_no_way_there_is_no_path() {
    let graph = grid_city(GridCity { columns: 2, rows: 2, block_m: 100.0, block_time: 800 });
    let (west, east) = (snap(2, 0.5, 0, 0), snap(3, 0.5, 0, 1));
    let (mut scratch, closed) = (Scratch::new(), [0].into_iter().collect());
    let by_north = path(&graph, &west, &east, NEVER, &closed, &mut scratch).unwrap();
    assert_eq!(by_north.stretches, [stretch(2, 0.5, 1.0), stretch(1, 0.0, 1.0), stretch(3, 1.0, 0.5)]);
    assert_eq!(path(&graph, &west, &east, by_north.time - 1, &closed, &mut scratch), None, "a limit is kept");
    let closed = [0, 1].into_iter().collect();
    assert_eq!(path(&graph, &west, &east, NEVER, &closed, &mut scratch), None);
    let islands = Graph::new(vec![[0, 0], [9, 0], [0, 900], [9, 900]], [edge(0, 1, 1, 1), edge(2, 3, 1, 1)]).unwrap();
    assert_eq!(found(&islands, &snap(0, 0.5, 0, 0), &snap(1, 0.5, 0, 1)), None);
}

#[test]
fn from_a_place_to_itself_there_is_no_way_to_go() {
    let graph = triangle();
    let place = snap(0, 0.5, 40, 0);
    let found = found(&graph, &place, &place).unwrap();
    assert_eq!(found, Path { time: 0, length_m: 0.0, stretches: Vec::new() });
    assert!(found.line(&graph).is_empty());
}

#[test]
fn of_streets_of_every_kind_a_path_takes_what_is_fastest() {
    let by = |kind, time| NewEdge { kind, ..edge(0, 1, time, time) };
    let streets = [by(EdgeKind::Street, 900), by(EdgeKind::Passage, 500), by(EdgeKind::Ferry, 700)];
    let sides = [edge(0, 0, 1, 1), edge(1, 1, 1, 1)];
    let graph = Graph::new(vec![[0, 0], [9_000, 0]], streets.into_iter().chain(sides)).unwrap();
    let found = found(&graph, &snap(3, 0.0, 0, 0), &snap(4, 0.0, 0, 1)).unwrap();
    assert_eq!(found.stretches[1], stretch(1, 0.0, 1.0));
}
