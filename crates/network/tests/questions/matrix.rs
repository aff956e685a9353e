//! Times from many places to many.

use proptest::prelude::*;
use yuren_network::{Closed, Direction, Graph, GridCity, Matrix, NEVER, OrderError, Scratch, grid_city, reach};

use crate::oracle;
use crate::support::{edge, inertial_order, snap, some_graph, some_snaps};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_order_the_times_are_those_of_relaxing_every_arc_until_nothing_changes(
        (graph, snaps, sources, order) in some_graph().prop_flat_map(|graph| {
            let (nodes, edges) = (graph.node_count() as u32, graph.edges().len());
            let order = Just((0..nodes).collect::<Vec<_>>()).prop_shuffle();
            (Just(graph), some_snaps(edges, 40), 1_usize..30, order)
        }),
        closed in prop::collection::vec(0_u32..24, 0..3),
    ) {
        let open = Matrix::new(&graph, &order).unwrap();
        let closed: Closed = closed.into_iter().collect();
        // More than a batch of sources at times. The last place is the first again, so some are on both sides.
        let (from, to) = snaps.split_at(sources.min(snaps.len()));
        let with_closed = open.with_closed(&graph, closed.clone());
        for (matrix, closed) in [(&with_closed, closed), (&open, Closed::default())] {
            let times = matrix.times(&graph, from, to);
            let expected: Vec<_> = from
                .iter()
                .flat_map(|from| to.iter().map(|to| oracle::time_within(&graph, from, to, NEVER - 1, &closed)))
                .collect();
            prop_assert_eq!(times, expected);
        }
    }
}

#[test]
fn on_a_grid_the_times_are_those_of_a_search_from_each_place() {
    let graph = grid_city(GridCity { columns: 30, rows: 30, block_m: 100.0, block_time: 801 });
    let matrix = Matrix::new(&graph, &inertial_order(&graph)).unwrap();
    let edges = graph.edges().len() as u32;
    let place = |number: u16| {
        let number = u32::from(number);
        snap(number * 7_919 % edges, f64::from(number % 17) / 16.0, number % 90, number as u16)
    };
    let (from, to): (Vec<_>, Vec<_>) = ((0..40).map(place).collect(), (30..130).map(place).collect());
    let times = matrix.times(&graph, &from, &to);
    let (mut scratch, closed) = (Scratch::new(), Closed::default());
    for (from, row) in from.iter().zip(times.chunks_exact(to.len())) {
        let found = reach(&graph, from, NEVER, Direction::From, &closed, &mut scratch);
        let expected: Vec<_> = to.iter().map(|to| found.time_at(&graph, to)).collect();
        assert_eq!(row, expected);
    }
}

#[test]
fn no_place_on_either_side_is_no_time() {
    let graph = grid_city(GridCity { columns: 3, rows: 3, block_m: 100.0, block_time: 800 });
    let matrix = Matrix::new(&graph, &inertial_order(&graph)).unwrap();
    assert!(matrix.times(&graph, &[], &[snap(0, 0.5, 0, 0)]).is_empty());
    assert!(matrix.times(&graph, &[snap(0, 0.5, 0, 0)], &[]).is_empty());
}

#[test]
fn an_order_that_is_none_is_refused_with_what_is_wrong() {
    let graph = Graph::new(vec![[0, 0]; 3], [edge(0, 1, 1, 1)]).unwrap();
    let refused = |order: &[u32]| Matrix::new(&graph, order).unwrap_err();
    assert_eq!(refused(&[0, 1]), OrderError::Length { found: 2, nodes: 3 });
    assert_eq!(refused(&[0, 3, 1]), OrderError::Node { place: 1, node: 3, nodes: 3 });
    assert_eq!(refused(&[0, 1, 1]), OrderError::Node { place: 2, node: 1, nodes: 3 });
    assert!(refused(&[0, 1, 1]).to_string().contains("each node below 3 once"));
}
