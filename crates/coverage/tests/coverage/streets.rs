//! The same city by its streets.

use std::sync::Arc;

use yuren_coverage::{NEVER, Readings, Tally, Times, nearest};
use yuren_geodesy::LonLat;
use yuren_network::{Closed, GridCity, Scratch, Snap, grid_city, times_to};

use crate::support::{MINUTE, even, grid_times};

/// The times that the streets of such a city give, some of them closed; edges to the east come first, then those to the
/// north.
fn street_times(columns: u32, rows: u32, sites: &[(u32, u32)], closed: &[u32]) -> Times {
    let graph = grid_city(GridCity { columns, rows, block_m: 75.0, block_time: MINUTE });
    let to_the_east = rows * (columns - 1);
    // A crossing is an end of its street to the north, in the last row of that from the south.
    let crossing = |(column, row): (u32, u32)| {
        let [lon, lat] = graph.nodes()[(row * columns + column) as usize].map(|units| f64::from(units) / 1e7);
        let at = LonLat::new(lon, lat).unwrap();
        let (street, fraction) = if row + 1 < rows { (row, 0.0) } else { (row - 1, 1.0) };
        Snap {
            edge: to_the_east + street * columns + column,
            fraction,
            off_street_m: 0.0,
            off_street: 0,
            point: at,
            place: at,
        }
    };
    let demand: Vec<_> =
        (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row))).map(|at| Some(crossing(at))).collect();
    let closed: Closed = closed.iter().copied().collect();
    let mut scratch = Scratch::new();
    let mut column = |&site: &(u32, u32)| -> Arc<[u32]> {
        times_to(&graph, &crossing(site), &demand, 60 * MINUTE, &closed, &mut scratch).into()
    };
    Times::new(demand.len(), sites.iter().map(&mut column).collect()).unwrap()
}

#[test]
fn streets_of_a_grid_give_the_times_that_are_counted_in_blocks() {
    let sites = [(0, 0), (4, 4), (2, 2), (3, 0)];
    assert_eq!(street_times(5, 5, &sites, &[]), grid_times(5, 5, &sites));
}

#[test]
fn closing_a_street_costs_those_behind_it_the_way_round() {
    // Two rows of five; the site is the south-west corner. Closed: the southern street between the second and third
    // crossing.
    let times = |closed: &[u32]| -> Vec<u32> {
        nearest(&street_times(5, 2, &[(0, 0)], closed), None).into_iter().map(|nearest| nearest.time).collect()
    };
    let minutes = |times: Vec<u32>| times.into_iter().map(|time| time / MINUTE).collect::<Vec<_>>();
    assert_eq!(minutes(times(&[])), [0, 1, 2, 3, 4, 1, 2, 3, 4, 5]);
    // Three crossings go up, along and down again: two blocks more.
    assert_eq!(minutes(times(&[1])), [0, 1, 4, 5, 6, 1, 2, 3, 4, 5]);
    let share = |known: &[u32]| {
        let statuses = Readings { known, perhaps: known, straight: None }.statuses(3 * MINUTE).unwrap();
        Tally::of(&statuses, &even(10)).unwrap().served_share()
    };
    assert_eq!((share(&times(&[])), share(&times(&[1]))), (Some(0.7), Some(0.5)));
    // With the northern one closed as well, nobody gets across.
    let cut_off = times(&[1, 5]);
    assert_eq!((cut_off[1], cut_off[2], cut_off[6], cut_off[7]), (MINUTE, NEVER, 2 * MINUTE, NEVER));
    assert_eq!(share(&cut_off), Some(0.4));
}
