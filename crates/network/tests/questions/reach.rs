//! How far one gets.

use proptest::prelude::*;
use yuren_network::{Closed, Direction, GridCity, NEVER, Scratch, grid_city, reach};

use crate::oracle;
use crate::support::{edge, snap, some_graph, some_snaps};
use yuren_network::Graph;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn times_are_those_of_relaxing_every_arc_until_nothing_changes(
        (graph, snaps) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 6))
        }),
        closed in prop::collection::vec(0_u32..24, 0..3),
        limit in prop_oneof![0_u32..200, 0_u32..60_000],
    ) {
        let closed: Closed = closed.into_iter().collect();
        // One scratch for all: what a search leaves behind must not show in the next.
        let mut scratch = Scratch::new();
        for from in &snaps {
            let there = reach(&graph, from, limit, Direction::From, &closed, &mut scratch);
            for to in &snaps {
                let expected = oracle::time_within(&graph, from, to, limit, &closed);
                prop_assert_eq!(there.time_at(&graph, to), expected, "from {:?} to {:?}", from, to);
                let shorter = oracle::time_within(&graph, from, to, limit / 2, &closed);
                prop_assert_eq!(there.within(limit / 2).time_at(&graph, to), shorter);
            }
            let back = reach(&graph, from, limit, Direction::Towards, &closed, &mut scratch);
            for to in &snaps {
                let expected = oracle::time_within(&graph, to, from, limit, &closed);
                prop_assert_eq!(back.time_at(&graph, to), expected, "towards {:?} from {:?}", from, to);
            }
        }
    }

    #[test]
    fn a_spot_on_an_edge_is_in_a_reached_stretch_just_if_its_time_is_within_the_limit(
        (graph, snaps) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 3))
        }),
        closed in prop::collection::vec(0_u32..24, 0..3),
        limit in 0_u32..200,
        towards in any::<bool>(),
    ) {
        let closed: Closed = closed.into_iter().collect();
        let direction = if towards { Direction::Towards } else { Direction::From };
        let mut scratch = Scratch::new();
        let from = &snaps[0];
        let found = reach(&graph, from, limit, direction, &closed, &mut scratch);
        let stretches: Vec<_> = found.edges(&graph).collect();
        for number in 0..graph.edges().len() as u32 {
            for step in 0..=20 {
                let spot = snap(number, f64::from(step) / 20.0, 0, 999);
                let (a, b) = if towards { (&spot, from) } else { (from, &spot) };
                let is_within = oracle::time_within(&graph, a, b, limit, &closed) != NEVER;
                // A hair's breadth, because a stretch may end right here, where the time rounds up.
                let inside = |margin: f64| stretches.iter().any(|stretch| {
                    stretch.edge == number
                        && stretch.from_fraction - margin <= spot.fraction
                        && spot.fraction <= stretch.to_fraction + margin
                });
                if is_within {
                    prop_assert!(inside(1e-9), "{:?} is not in {:?}", spot, stretches);
                } else if inside(-1e-9) {
                    // The ends of the place's own closed street are spots of it, but no way leads there.
                    prop_assert!(false, "{:?} is in {:?}", spot, stretches);
                }
            }
        }
    }
}

#[test]
fn on_a_grid_the_time_is_that_of_the_blocks_walked() {
    let graph = grid_city(GridCity { columns: 5, rows: 4, block_m: 100.0, block_time: 800 });
    // Half-way along the street from node 0 to node 1, and a quarter of the way from node 13 to node 14.
    let (from, to) = (snap(0, 0.5, 40, 0), snap(2 * 4 + 3, 0.25, 8, 1));
    assert_eq!([graph.edges()[11].tail, graph.edges()[11].head], [13, 14]);
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    let found = reach(&graph, &from, 36_000, Direction::From, &closed, &mut scratch);
    // Off the street, half a block to node 1, two blocks north and two east to node 13, a quarter more, off the street.
    assert_eq!(found.time_at(&graph, &to), 40 + 400 + 4 * 800 + 200 + 8);
    let closed: Closed = [0].into_iter().collect();
    let found = reach(&graph, &from, 36_000, Direction::From, &closed, &mut scratch);
    assert_eq!(found.time_at(&graph, &to), NEVER, "the place's own street is closed");
}

#[test]
fn against_a_one_way_street_one_goes_round_the_block() {
    // A square 0 1 2 3, one-way all round.
    let square = (0..4).map(|node| edge(node, (node + 1) % 4, 100, NEVER));
    let graph = Graph::new(vec![[0, 0], [1_000, 0], [1_000, 1_000], [0, 1_000]], square).unwrap();
    let (first, second) = (snap(0, 0.25, 0, 0), snap(0, 0.75, 0, 1));
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    let found = reach(&graph, &first, 10_000, Direction::From, &closed, &mut scratch);
    assert_eq!(found.time_at(&graph, &second), 50);
    let found = reach(&graph, &second, 10_000, Direction::From, &closed, &mut scratch);
    assert_eq!(found.time_at(&graph, &first), 350);
    let found = reach(&graph, &second, 10_000, Direction::Towards, &closed, &mut scratch);
    assert_eq!(found.time_at(&graph, &first), 50);
}

#[test]
fn a_ferry_of_hours_is_waited_for() {
    // Longer than the queue's ring, and beside it a shorter way that is found later.
    let edges = [edge(0, 1, 90_000, 90_000), edge(0, 2, 40_000, 40_000), edge(2, 1, 49_999, 49_999), edge(1, 3, 1, 1)];
    let graph = Graph::new(vec![[0, 0]; 4], edges).unwrap();
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    let found = reach(&graph, &snap(0, 0.0, 0, 0), NEVER, Direction::From, &closed, &mut scratch);
    assert_eq!(found.time_at(&graph, &snap(3, 1.0, 0, 1)), 90_000);
}

#[test]
fn a_scratch_serves_graphs_of_any_size_one_after_another() {
    let (large, small) = (
        grid_city(GridCity { columns: 9, rows: 9, block_m: 50.0, block_time: 400 }),
        grid_city(GridCity { columns: 2, rows: 2, block_m: 50.0, block_time: 400 }),
    );
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    for graph in [&large, &small, &large] {
        let found = reach(graph, &snap(0, 0.0, 0, 0), NEVER, Direction::From, &closed, &mut scratch);
        let last = graph.edges().len() as u32 - 1;
        let blocks = if graph.node_count() == 4 { 2 } else { 16 };
        assert_eq!(found.time_at(graph, &snap(last, 1.0, 0, 1)), blocks * 400);
    }
}
