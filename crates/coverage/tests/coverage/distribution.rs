//! How times are spread.

use proptest::prelude::*;
use yuren_coverage::{Distribution, EdgesError, Groups, Histogram, Lorenz, NEVER, Weights, nearest};

use crate::support::{MINUTE, even, grid_times, minutes, time, weights};

/// Times about the middle of a city of five by five: 1, 4, 8, 8 and 4 crossings at 0 to 4 blocks.
fn about_the_middle() -> Distribution {
    let times: Vec<u32> = nearest(&grid_times(5, 5, &[(2, 2)]), None).into_iter().map(|nearest| nearest.time).collect();
    Distribution::new(&times, &even(25)).unwrap()
}

#[test]
fn a_time_on_an_edge_counts_below_it_as_a_threshold_does() {
    let edges = [0, 1, 2, 3].map(|minutes| minutes * MINUTE);
    let histogram = about_the_middle().histogram(&edges).unwrap();
    // Up to a minute: the middle itself and its four neighbours. Beyond three minutes: the four corners.
    assert_eq!(histogram, Histogram { weights: vec![5.0, 8.0, 8.0], beyond: 4.0 });
}

#[test]
fn quantiles_are_times_that_somebody_has() {
    let distribution = about_the_middle();
    // Up to 0, 1, 2, 3 and 4 minutes there are 1, 5, 13, 21 and 25 of 25.
    let expected =
        [(0.0, 0), (0.04, 0), (0.041, 1), (0.2, 1), (0.21, 2), (0.5, 2), (0.52, 2), (0.53, 3), (0.9, 4), (1.0, 4)];
    for (share, minutes) in expected {
        assert_eq!(distribution.quantile(share), Some(minutes * MINUTE), "{share}");
    }
    assert_eq!([-0.1, 1.1, f64::NAN].map(|share| distribution.quantile(share)), [None; 3]);
}

#[test]
fn the_mean_and_the_gini_of_a_city_of_five_by_five_come_out_by_hand() {
    let distribution = about_the_middle();
    // (0·1 + 1·4 + 2·8 + 3·8 + 4·4) / 25 = 60 / 25 minutes.
    assert_eq!(distribution.mean(), Some(2.4 * f64::from(MINUTE)));
    // Shares of the people up to each time are 1, 5, 13, 21, 25 of 25; of all minutes 0, 4, 20, 44, 60 of 60.
    let lorenz = distribution.lorenz().unwrap();
    let expected = [(0.0, 0.0), (1.0, 0.0), (5.0, 4.0), (13.0, 20.0), (21.0, 44.0), (25.0, 60.0)];
    for (point, (people, minutes)) in lorenz.points().iter().zip(expected) {
        assert!((point[0] - people / 25.0).abs() < 1e-15 && (point[1] - minutes / 60.0).abs() < 1e-15);
    }
    // Twice the area under it: (1·0 + 4·4 + 8·24 + 8·64 + 4·104) / (25 · 60) = 1136 / 1500.
    assert!((lorenz.gini() - 364.0 / 1500.0).abs() < 1e-15);
}

#[test]
fn who_reaches_nothing_comes_last_and_is_never_given_a_time() {
    let times = minutes([Some(10), None, Some(20), None]);
    let distribution = Distribution::new(&times, &even(4)).unwrap();
    let (reached, beyond) = (distribution.reached_weight(), distribution.beyond_weight());
    assert_eq!((reached, beyond, distribution.weight_within(NEVER)), (2.0, 2.0, 2.0));
    assert_eq!((distribution.quantile(0.25), distribution.quantile(0.5)), (Some(10 * MINUTE), Some(20 * MINUTE)));
    assert_eq!(distribution.quantile(0.51), None);
    assert_eq!(distribution.mean(), Some(15.0 * f64::from(MINUTE)));
    let histogram = distribution.histogram(&[0, 15 * MINUTE]).unwrap();
    assert_eq!(histogram, Histogram { weights: vec![1.0], beyond: 3.0 });
    let nobody = Distribution::new(&[NEVER; 3], &even(3)).unwrap();
    assert_eq!((nobody.quantile(0.0), nobody.mean(), nobody.lorenz()), (None, None, None));
    assert_eq!(nobody.histogram(&[0, 1]).unwrap(), Histogram { weights: vec![0.0], beyond: 3.0 });
}

#[test]
fn each_town_has_a_distribution_of_its_own() {
    let times = minutes([Some(1), Some(2), Some(3), Some(9), None]);
    let groups = Groups::new(vec![Some(0), Some(0), Some(2), None, Some(2)], 3).unwrap();
    let towns = Distribution::by_group(&times, &even(5), &groups).unwrap();
    let told: Vec<_> = towns.iter().map(|town| (town.quantile(0.5), town.beyond_weight())).collect();
    assert_eq!(told, [(Some(MINUTE), 0.0), (None, 0.0), (Some(3 * MINUTE), 1.0)]);
}

#[test]
fn a_third_is_a_third_though_its_weight_cannot_be_written_in_binary() {
    let weights = Weights::new(vec![0.1; 30]).unwrap();
    let times: Vec<u32> = (0..30).collect();
    let distribution = Distribution::new(&times, &weights).unwrap();
    for tenth in 1..=10_u32 {
        assert_eq!(distribution.quantile(f64::from(tenth) / 10.0), Some(3 * tenth - 1), "{tenth}");
    }
}

#[test]
fn edges_that_make_no_histogram_are_refused() {
    let distribution = about_the_middle();
    for (edges, problem, words) in [
        (vec![], EdgesError::Count(0), "there are 0 edges; allowed: 2 to 1000"),
        ((0..1_001).collect(), EdgesError::Count(1_001), "there are 1001 edges; allowed: 2 to 1000"),
        (vec![5, 6], EdgesError::First(5), "the first edge is 5; it must be 0, so that no time lies below"),
        (
            vec![0, 6, 6],
            EdgesError::Order { index: 2, edge: 6 },
            "edge 2 is 6; it must be above the one before, and below 4294967295",
        ),
        (
            vec![0, NEVER],
            EdgesError::Order { index: 1, edge: NEVER },
            "edge 1 is 4294967295; it must be above the one before, and below 4294967295",
        ),
    ] {
        let refused = distribution.histogram(&edges).unwrap_err();
        assert_eq!((refused, refused.to_string().as_str()), (problem, words));
    }
    let problem = Distribution::new(&[1, 2], &even(3)).unwrap_err().to_string();
    assert_eq!(problem, "there are 2 times; there must be one for each of 3 demand points");
}

fn times_and_weights() -> impl Strategy<Value = (Vec<u32>, Weights)> {
    (1..40_usize).prop_flat_map(|count| (prop::collection::vec(time(), count), weights(count)))
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

proptest! {
    #[test]
    fn what_is_told_is_what_going_through_the_points_tells((times, weights) in times_and_weights(), at in time()) {
        let distribution = Distribution::new(&times, &weights).unwrap();
        let pairs: Vec<(u32, f64)> = times.iter().copied().zip(weights.as_slice().iter().copied()).collect();
        let is_within = |time: u32, at: u32| time <= at && time != NEVER;
        let within = |at: u32| pairs.iter().filter(|pair| is_within(pair.0, at)).map(|pair| pair.1).sum::<f64>();
        prop_assert!(close(distribution.weight_within(at), within(at)));
        let edges = [0, 7, 15, 4_000, 30_000];
        let histogram = distribution.histogram(&edges).unwrap();
        let mut sum = 0.0;
        for (weight, edge) in histogram.weights.iter().zip(&edges[1..]) {
            sum += weight;
            prop_assert!(close(sum, within(*edge)), "a bin adds up to a threshold");
        }
        prop_assert!(close(sum + histogram.beyond, weights.total()));
        // A quantile is the smallest time within which there is enough.
        for share in [0.0, 0.1, 0.5, 0.9, 1.0] {
            let enough = |time: u32| within(time) >= share * weights.total() * (1.0 - 1e-12);
            let of_somebody = pairs.iter().filter(|pair| pair.1 > 0.0 && pair.0 != NEVER);
            let expected = of_somebody.map(|pair| pair.0).filter(|&time| enough(time)).min();
            prop_assert_eq!(distribution.quantile(share), expected);
        }
        // The Gini is the mean difference between any two people over twice the mean.
        let reached: Vec<_> = pairs.iter().filter(|pair| pair.0 != NEVER).collect();
        let total: f64 = reached.iter().map(|pair| pair.1).sum();
        let mean = reached.iter().map(|pair| f64::from(pair.0) * pair.1).sum::<f64>() / total;
        let differences: f64 = reached
            .iter()
            .flat_map(|one| reached.iter().map(move |other| f64::from(one.0.abs_diff(other.0)) * one.1 * other.1))
            .sum();
        prop_assert_eq!(distribution.mean().is_some(), total > 0.0);
        if let (Some(lorenz), true) = (distribution.lorenz(), mean > 0.0) {
            prop_assert!(close(distribution.mean().unwrap(), mean));
            prop_assert!(close(lorenz.gini(), differences / (total * total) / (2.0 * mean)));
        }
    }

    #[test]
    fn a_lorenz_curve_goes_up_below_the_diagonal_and_bends_one_way((times, weights) in times_and_weights()) {
        let values: Vec<f64> = times.iter().map(|&time| f64::from(time)).collect();
        let lorenz = Lorenz::new(&values, weights.as_slice()).unwrap().unwrap();
        let points = lorenz.points();
        prop_assert_eq!((points[0], points[points.len() - 1]), ([0.0, 0.0], [1.0, 1.0]));
        for point in points {
            prop_assert!(point[1] <= point[0] + 1e-12);
            prop_assert!((lorenz.at(point[0]) - point[1]).abs() < 1e-9);
        }
        for three in points.windows(3) {
            let slope = |a: [f64; 2], b: [f64; 2]| (b[1] - a[1]) / (b[0] - a[0]);
            prop_assert!(three[0][0] <= three[1][0] && three[0][1] <= three[1][1]);
            prop_assert!(slope(three[0], three[1]) <= slope(three[1], three[2]) * (1.0 + 1e-6) + 1e-6);
        }
        prop_assert!((0.0..=1.0).contains(&lorenz.gini()));
    }
}
