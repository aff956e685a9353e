//! The nearest and the nth nearest site.

use std::num::NonZeroUsize;

use proptest::prelude::*;
use yuren_coverage::{NEVER, Nearest, Times, TimesError, all_met, nearest, nth_nearest};

use crate::support::{MINUTE, grid_times, table};

fn nth(n: usize) -> NonZeroUsize {
    NonZeroUsize::new(n).unwrap()
}

/// The times in whole minutes, a row of the city a row, from the south.
fn rows(times: impl IntoIterator<Item = u32>) -> Vec<Vec<u32>> {
    let minutes: Vec<u32> = times.into_iter().map(|time| time / MINUTE).collect();
    minutes.chunks(5).map(<[u32]>::to_vec).collect()
}

#[test]
fn in_a_city_of_five_by_five_with_a_site_in_two_corners_the_middle_walks_four_blocks() {
    // Sites in the south-west and the north-east corner. A crossing at (c, r) has c + r blocks to the one and 8 − c − r
    // to the other.
    let times = grid_times(5, 5, &[(0, 0), (4, 4)]);
    let nearest = nearest(&times, None);
    let expected = [[0, 1, 2, 3, 4], [1, 2, 3, 4, 3], [2, 3, 4, 3, 2], [3, 4, 3, 2, 1], [4, 3, 2, 1, 0]];
    assert_eq!(rows(nearest.iter().map(|nearest| nearest.time)), expected);
    // On the diagonal between them both are four blocks away, and the first is told.
    let first = |row: usize, column: usize| nearest[row * 5 + column].site == Some(0);
    assert!(first(0, 4) && first(2, 2) && first(4, 0) && !first(2, 3));
    let second = nth_nearest(&times, None, nth(2));
    let expected = [[8, 7, 6, 5, 4], [7, 6, 5, 4, 5], [6, 5, 4, 5, 6], [5, 4, 5, 6, 7], [4, 5, 6, 7, 8]];
    assert_eq!(rows(second), expected);
}

#[test]
fn a_site_that_is_closed_counts_for_nobody() {
    let times = grid_times(5, 1, &[(0, 0), (4, 0)]);
    let open = [false, true];
    let expected: Vec<_> = [4, 3, 2, 1, 0].map(|blocks| Nearest { time: blocks * MINUTE, site: Some(1) }).into();
    assert_eq!(nearest(&times, Some(&open)), expected);
    assert_eq!(nth_nearest(&times, Some(&open), nth(2)), [NEVER; 5]);
    assert_eq!(nearest(&times, Some(&[false; 2])), [Nearest { time: NEVER, site: None }; 5]);
}

#[test]
fn of_fewer_sites_than_n_there_is_no_nth_nearest_however_large_n_is() {
    let times = grid_times(5, 5, &[(0, 0), (4, 4)]);
    for n in [3, 10, usize::MAX] {
        assert_eq!(nth_nearest(&times, None, nth(n)), [NEVER; 25], "{n}");
    }
    assert_eq!(nth_nearest(&Times::new(2, Vec::new()).unwrap(), None, nth(1)), [NEVER; 2]);
}

#[test]
fn a_city_without_a_third_need_is_served_by_none_of_its_sites() {
    // A venue at the west end, a school at the east end, and then a counselling station in no place.
    let venue = nearest(&grid_times(5, 1, &[(0, 0)]), None);
    let school = nearest(&grid_times(5, 1, &[(4, 0)]), None);
    let both = all_met(&[&venue, &school]).unwrap();
    // The farther end counts; in the middle, two blocks from either, the first need binds.
    assert_eq!(both.iter().map(|met| met.time / MINUTE).collect::<Vec<_>>(), [4, 3, 2, 3, 4]);
    assert_eq!(both.iter().map(|met| met.need).collect::<Vec<_>>(), [1, 1, 0, 0, 0]);
    let station = nearest(&Times::new(5, Vec::new()).unwrap(), None);
    assert!(all_met(&[&venue, &school, &station]).unwrap().iter().all(|met| met.time == NEVER && met.need == 2));
}

#[test]
fn a_site_is_added_moved_and_taken_away_without_the_others() {
    let mut times = grid_times(5, 1, &[(0, 0), (4, 0)]);
    let middle = grid_times(5, 1, &[(2, 0)]).column(0).into();
    times.add(middle).unwrap();
    assert_eq!(times, grid_times(5, 1, &[(0, 0), (4, 0), (2, 0)]));
    times.replace(0, grid_times(5, 1, &[(1, 0)]).column(0).into()).unwrap();
    assert_eq!(times, grid_times(5, 1, &[(1, 0), (4, 0), (2, 0)]));
    times.remove(1);
    assert_eq!(times, grid_times(5, 1, &[(1, 0), (2, 0)]));
    let problem = times.add([0; 4].into()).unwrap_err();
    assert_eq!(problem, TimesError { site: 2, found: 4, demand: 5 });
    assert_eq!(problem.to_string(), "the times to site 2 are 4; there are 5 demand points");
    assert_eq!(times.sites(), 2);
}

proptest! {
    #[test]
    fn nearest_and_nth_nearest_are_what_sorting_says(times in table(), mask in any::<u16>(), n in 1..14_usize) {
        let open: Vec<bool> = (0..times.sites()).map(|site| mask >> site & 1 == 1).collect();
        for open in [None, Some(open.as_slice())] {
            let (nearest, nth_time) = (nearest(&times, open), nth_nearest(&times, open, nth(n)));
            for point in 0..times.demand() {
                let sites = (0..times.sites()).filter(|&site| open.is_none_or(|open| open[site]));
                let mut sorted: Vec<_> = sites.map(|site| (times.column(site)[point], site as u32)).collect();
                sorted.sort_unstable();
                let (time, site) = sorted.first().copied().unwrap_or((NEVER, 0));
                let site = (time != NEVER).then_some(site);
                prop_assert_eq!(nearest[point], Nearest { time, site });
                prop_assert_eq!(nth_time[point], sorted.get(n - 1).map_or(NEVER, |nth| nth.0));
            }
        }
    }
}
