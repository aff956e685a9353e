//! Who is served.

use proptest::prelude::*;
use yuren_coverage::Status::{AcrossWater, Perhaps, Served, Unserved};
use yuren_coverage::{Amount, Groups, NEVER, Readings, Status, Tally, Weights, nearest, unserved};

use crate::support::{MINUTE, even, grid_times, minutes, time, weights};

#[test]
fn in_a_city_of_five_by_five_two_blocks_about_the_middle_serve_thirteen_of_twenty_five() {
    // Within r blocks of a crossing lie 1 + 2r(r + 1) crossings while the city is wide enough: 1, 5, 13. At three
    // blocks only the four corners are left out, at four nobody.
    let times = grid_times(5, 5, &[(2, 2)]);
    let known: Vec<u32> = nearest(&times, None).into_iter().map(|nearest| nearest.time).collect();
    let readings = Readings { known: &known, perhaps: &known, straight: None };
    for (blocks, served) in [(0, 1), (1, 5), (2, 13), (3, 21), (4, 25)] {
        let tally = Tally::of(&readings.statuses(blocks * MINUTE).unwrap(), &even(25)).unwrap();
        assert_eq!(tally.served, Amount { points: served, weight: served as f64 });
        assert_eq!(tally.unserved.points, 25 - served);
        assert_eq!(tally.served_share(), Some(served as f64 / 25.0), "{blocks} blocks");
    }
    // A tenth of a second short of two blocks, and the ring at two blocks is out.
    let tally = Tally::of(&readings.statuses(2 * MINUTE - 1).unwrap(), &even(25)).unwrap();
    assert_eq!(tally.served.points, 5);
}

#[test]
fn what_nobody_knows_and_what_lies_across_water_is_not_served_and_counted_apart() {
    let known = minutes([Some(5), Some(20), Some(20), None, None]);
    let perhaps = minutes([Some(5), Some(10), Some(20), Some(15), None]);
    let straight = minutes([Some(5), Some(10), Some(9), Some(15), Some(10)]);
    let readings = Readings { known: &known, perhaps: &perhaps, straight: Some(&straight) };
    let statuses = readings.statuses(10 * MINUTE).unwrap();
    assert_eq!(statuses, [Served, Perhaps, AcrossWater, Unserved, AcrossWater]);
    let weights = Weights::new(vec![1.0, 2.0, 3.0, 4.0, 6.0]).unwrap();
    let tally = Tally::of(&statuses, &weights).unwrap();
    assert_eq!(tally.across_water, Amount { points: 2, weight: 9.0 });
    assert_eq!(tally.all(), Amount { points: 5, weight: 16.0 });
    assert_eq!((tally.served_share(), tally.perhaps_share()), (Some(1.0 / 16.0), Some(2.0 / 16.0)));
    // The heaviest first.
    assert_eq!(unserved(&statuses, &weights).unwrap(), [4, 3, 2, 1]);
    // By streets there is no other way, and the last is just not served.
    let by_streets = Readings { straight: None, ..readings };
    assert_eq!(by_streets.statuses(10 * MINUTE).unwrap(), [Served, Perhaps, Unserved, Unserved, Unserved]);
}

#[test]
fn never_is_within_no_threshold_not_even_the_largest() {
    let known = [NEVER, NEVER - 1];
    let readings = Readings { known: &known, perhaps: &known, straight: Some(&known) };
    assert_eq!(readings.statuses(NEVER).unwrap(), [Unserved, Served]);
}

#[test]
fn a_town_is_counted_by_its_own_points_and_one_without_weight_has_no_share() {
    let groups = Groups::new(vec![Some(1), Some(0), None, Some(1), Some(3)], 4).unwrap();
    let weights = Weights::new(vec![1.0, 2.0, 100.0, 3.0, 0.0]).unwrap();
    let tallies = Tally::by_group(&[Served, Served, Served, Unserved, Served], &weights, &groups).unwrap();
    let shares: Vec<_> = tallies.iter().map(Tally::served_share).collect();
    // Town 1: 1 of 1 + 3. Town 2 has no point, and town 3 one that weighs nothing.
    assert_eq!(shares, [Some(1.0), Some(0.25), None, None]);
    assert_eq!(tallies.iter().map(|tally| tally.all().points).collect::<Vec<_>>(), [1, 2, 0, 1]);
}

#[test]
fn lists_that_do_not_fit_are_refused_by_what_they_are() {
    let (two, three) = ([0; 2], [0; 3]);
    let problem = Readings { known: &three, perhaps: &two, straight: None }.statuses(1).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "there are 2 times with unknown hours; there must be one for each of 3 demand points"
    );
    let problem = Readings { known: &three, perhaps: &three, straight: Some(&two) }.statuses(1).unwrap_err();
    assert_eq!(problem.to_string(), "there are 2 times across water; there must be one for each of 3 demand points");
    let problem = Tally::of(&[Served], &even(2)).unwrap_err();
    assert_eq!(problem.to_string(), "there are 1 statuses; there must be one for each of 2 demand points");
    let groups = Groups::new(vec![Some(0)], 1).unwrap();
    let problem = Tally::by_group(&[Served, Served], &even(2), &groups).unwrap_err();
    assert_eq!(problem.to_string(), "there are 1 groups; there must be one for each of 2 demand points");
    let problem = Groups::new(vec![None, Some(2)], 2).unwrap_err();
    assert_eq!(problem.to_string(), "demand point 1 is in group 2; there are 2 groups, counted from 0");
}

/// Times by three readings, groups and weights of some demand points.
fn city() -> impl Strategy<Value = ([Vec<u32>; 3], Vec<Option<u32>>, Weights)> {
    (1..40_usize).prop_flat_map(|count| {
        let times = || prop::collection::vec(time(), count);
        let group = prop::collection::vec(prop::option::of(0..5_u32), count);
        ([times(), times(), times()], group, weights(count))
    })
}

proptest! {
    #[test]
    fn every_point_has_one_status_and_groups_add_up((times, of, weights) in city(), within in time()) {
        let [known, perhaps, straight] = times;
        let readings = Readings { known: &known, perhaps: &perhaps, straight: Some(&straight) };
        let statuses = readings.statuses(within).unwrap();
        let near = |time: u32| time != NEVER && time <= within;
        for (point, &status) in statuses.iter().enumerate() {
            let expected = match (near(known[point]), near(perhaps[point]), near(straight[point])) {
                (true, _, _) => Served,
                (false, true, _) => Perhaps,
                (false, false, true) => AcrossWater,
                (false, false, false) => Unserved,
            };
            prop_assert_eq!(status, expected);
        }
        let all = Tally::of(&statuses, &weights).unwrap();
        prop_assert_eq!(all.all().points, weights.len());
        prop_assert!((all.all().weight - weights.total()).abs() <= 1e-9 * weights.total());
        let tallies = Tally::by_group(&statuses, &weights, &Groups::new(of.clone(), 5).unwrap()).unwrap();
        for (group, tally) in tallies.iter().enumerate() {
            let inside = |&point: &usize| of[point] == Some(group as u32) && statuses[point] == Served;
            let served: Vec<f64> = (0..of.len()).filter(inside).map(|point| weights.as_slice()[point]).collect();
            let expected = Amount { points: served.len(), weight: served.iter().sum() };
            prop_assert_eq!(tally.served, expected);
        }
        let left = unserved(&statuses, &weights).unwrap();
        prop_assert_eq!(left.len(), statuses.iter().filter(|status| **status != Status::Served).count());
    }
}
