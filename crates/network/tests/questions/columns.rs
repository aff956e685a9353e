//! Times from many demand points to sites.

use proptest::prelude::*;
use yuren_network::{Closed, NEVER, NO_SITE, Scratch, nearest_times, times_to};

use crate::oracle;
use crate::support::{some_graph, some_snaps};

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_column_holds_the_time_from_each_demand_point_and_the_nearest_site_is_the_least_of_the_columns(
        (graph, snaps, sites) in some_graph().prop_flat_map(|graph| {
            let edges = graph.edges().len();
            (Just(graph), some_snaps(edges, 8), 1_usize..5)
        }),
        closed in prop::collection::vec(0_u32..24, 0..3),
        limit in prop_oneof![0_u32..200, 0_u32..60_000],
    ) {
        let closed: Closed = closed.into_iter().collect();
        let sites: Vec<_> = snaps.iter().rev().take(sites).copied().collect();
        let demand: Vec<_> = snaps.iter().copied().map(Some).chain([None]).collect();
        let mut scratch = Scratch::new();
        let columns: Vec<_> =
            sites.iter().map(|site| times_to(&graph, site, &demand, limit, &closed, &mut scratch)).collect();
        for (site, column) in sites.iter().zip(&columns) {
            let expected: Vec<_> = demand
                .iter()
                .map(|snap| snap.map_or(NEVER, |snap| oracle::time_within(&graph, &snap, site, limit, &closed)))
                .collect();
            prop_assert_eq!(column, &expected);
        }
        let nearest = nearest_times(&graph, &sites, &demand, limit, &closed);
        for (number, found) in nearest.into_iter().enumerate() {
            let of_columns = (0..).zip(&columns).map(|(site, column)| (column[number], site)).min().unwrap();
            let expected = if of_columns.0 == NEVER { (NEVER, NO_SITE) } else { of_columns };
            prop_assert_eq!(found, expected, "demand point {}", number);
        }
    }
}
