//! A city in which every time can be read off the plan, and tables at random.

use std::sync::Arc;

use proptest::prelude::*;
use yuren_coverage::{NEVER, Times, Weights};

/// A minute, in tenths of a second.
pub(crate) const MINUTE: u32 = 600;

/// The times in a city of `columns` × `rows` crossings, one demand point a crossing (`row * columns + column`) and a
/// minute from one to the next, to the sites at these crossings. On such a grid the way is as many blocks east or west
/// plus north or south.
pub(crate) fn grid_times(columns: u32, rows: u32, sites: &[(u32, u32)]) -> Times {
    let column = |&(east, north): &(u32, u32)| {
        let blocks = (0..rows).flat_map(|row| (0..columns).map(move |c| c.abs_diff(east) + row.abs_diff(north)));
        blocks.map(|blocks| blocks * MINUTE).collect()
    };
    Times::new((columns * rows) as usize, sites.iter().map(column).collect()).unwrap()
}

/// Minutes as tenths of a second; `None` = never.
pub(crate) fn minutes<const N: usize>(minutes: [Option<u32>; N]) -> Vec<u32> {
    minutes.map(|minutes| minutes.map_or(NEVER, |minutes| minutes * MINUTE)).to_vec()
}

/// One each.
pub(crate) fn even(count: usize) -> Weights {
    Weights::new(vec![1.0; count]).unwrap()
}

/// A time, often one of a few so that there are ties, and sometimes never.
pub(crate) fn time() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..20_u32, 4 => 0..50_000_u32, 1 => Just(NEVER), 1 => NEVER - 3..NEVER]
}

/// A table of up to 12 sites and 30 demand points.
pub(crate) fn table() -> impl Strategy<Value = Times> {
    (0..12_usize, 1..30_usize).prop_flat_map(|(sites, demand)| {
        let column = prop::collection::vec(time(), demand).prop_map(Arc::from);
        prop::collection::vec(column, sites).prop_map(move |columns| Times::new(demand, columns).unwrap())
    })
}

/// Weights of so many demand points, some of them 0.
pub(crate) fn weights(count: usize) -> impl Strategy<Value = Weights> {
    let weight = prop_oneof![1 => Just(0.0), 2 => Just(1.0), 4 => 0.001..1e6_f64];
    prop::collection::vec(weight, count).prop_filter_map("all are 0", |each| Weights::new(each).ok())
}
