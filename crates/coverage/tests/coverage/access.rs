//! Accessibility by floating catchment areas.

use proptest::prelude::*;
use yuren_coverage::access::{AccessError, Decay, Zone, two_step};
use yuren_coverage::{Times, Weights};

use crate::support::{MINUTE, even, grid_times, table, weights};

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12 * one.abs().max(other.abs()).max(1.0)
}

fn assert_close(found: &[f64], expected: &[f64]) {
    let all = found.len() == expected.len() && found.iter().zip(expected).all(|(one, other)| close(*one, *other));
    assert!(all, "{found:?}, not {expected:?}");
}

#[test]
fn who_reaches_two_sites_has_a_part_of_both() {
    // A street of five crossings, ten people at each; 30 seats at the west end and 20 in the middle, two blocks
    // reached. The west end's seats are for crossings 0, 1, 2: 1 for each of 30. The middle's are for all 50: 0.4 for
    // each.
    let times = grid_times(5, 1, &[(0, 0), (2, 0)]);
    let demand = Weights::new(vec![10.0; 5]).unwrap();
    let access = two_step(&times, &demand, &[30.0, 20.0], &Decay::Step { limit: 2 * MINUTE }).unwrap();
    assert_close(&access, &[1.4, 1.4, 1.4, 0.4, 0.4]);
    // 10 × (3 × 1.4 + 2 × 0.4) = 50 seats: all that there are.
}

#[test]
fn in_zones_the_far_count_less_both_when_seats_are_shared_and_when_they_are_found() {
    // The site is in the middle. 1 in the zone of none, 0.5 in the zone of one block: it is shared by 10 + 2 × 5 = 20,
    // and has one seat for each of them; a neighbour finds half of that.
    let times = grid_times(5, 1, &[(2, 0)]);
    let demand = Weights::new(vec![10.0; 5]).unwrap();
    let zones = Decay::Zones(vec![Zone { limit: 1, weight: 1.0 }, Zone { limit: MINUTE, weight: 0.5 }]);
    let access = two_step(&times, &demand, &[20.0], &zones).unwrap();
    assert_close(&access, &[0.0, 0.5, 1.0, 0.5, 0.0]);
}

#[test]
fn by_an_exponential_of_one_block_a_half_is_left_at_a_block_of_length_ln_two() {
    // With scale 60 s / ln 2, each block halves. Shared by 1 + 1/2 + 1/4 = 7/4 people, 7 seats make 4, 2 and 1.
    let times = grid_times(3, 1, &[(0, 0)]);
    let decay = Decay::Exponential { scale: f64::from(MINUTE) / 2.0_f64.ln(), limit: 2 * MINUTE };
    assert_close(&two_step(&times, &even(3), &[7.0], &decay).unwrap(), &[4.0, 2.0, 1.0]);
}

#[test]
fn at_the_limit_of_a_gaussian_nobody_shares_and_nobody_finds() {
    let times = grid_times(3, 1, &[(0, 0)]);
    let access = two_step(&times, &even(3), &[6.0], &Decay::Gaussian { limit: MINUTE }).unwrap();
    assert_close(&access, &[6.0, 0.0, 0.0]);
}

#[test]
fn a_site_without_anybody_in_reach_is_left_out() {
    // Only the east end counts people; the west end's seats are for nobody, and nobody weightless is given infinitely
    // many.
    let times = grid_times(5, 1, &[(0, 0), (4, 0)]);
    let demand = Weights::new(vec![0.0, 0.0, 0.0, 0.0, 5.0]).unwrap();
    let access = two_step(&times, &demand, &[30.0, 10.0], &Decay::Step { limit: MINUTE }).unwrap();
    assert_close(&access, &[0.0, 0.0, 0.0, 2.0, 2.0]);
}

#[test]
fn what_cannot_be_shared_is_refused_by_its_site_and_value() {
    let times = grid_times(3, 1, &[(0, 0), (2, 0)]);
    let step = Decay::Step { limit: MINUTE };
    let problem = |demand: &Weights, supply: &[f64], decay: &Decay| {
        two_step(&times, demand, supply, decay).unwrap_err().to_string()
    };
    for value in [f64::NAN, -1.0, f64::INFINITY] {
        let expected = format!("the supply of site 1 is {value}; allowed: a number from 0 to 1000000000000");
        assert_eq!(problem(&even(3), &[1.0, value], &step), expected);
    }
    assert_eq!(
        problem(&even(3), &[1.0], &step),
        "there are 1 numbers of supply; there must be one for each of 2 sites"
    );
    assert_eq!(
        problem(&even(2), &[1.0; 2], &step),
        "there are 2 weights; there must be one for each of 3 demand points"
    );
    assert_eq!(
        problem(&even(3), &[1.0; 2], &Decay::Step { limit: 0 }),
        "a limit is 0 tenths of a second; allowed: 1 to 864000"
    );
    let next_to_nobody = Weights::new(vec![1e-300, 0.0, 1.0]).unwrap();
    let refused = two_step(&times, &next_to_nobody, &[1.0; 2], &step);
    assert_eq!(refused, Err(AccessError::Demand { site: 0, demand: 1e-300 }));
}

fn decay() -> impl Strategy<Value = Decay> {
    let limit = || 1..60_000_u32;
    prop_oneof![
        limit().prop_map(|limit| Decay::Step { limit }),
        (3..60_000_u32).prop_map(Decay::zones_to),
        limit().prop_map(|limit| Decay::Gaussian { limit }),
        (limit(), 0.05..10.0).prop_map(|(limit, part)| Decay::Bell { sigma: f64::from(limit) * part, limit }),
        limit().prop_map(Decay::exponential_to),
    ]
}

fn city() -> impl Strategy<Value = (Times, Weights, Vec<f64>, Decay)> {
    table().prop_flat_map(|times| {
        let (demand, sites) = (times.demand(), times.sites());
        (Just(times), weights(demand), prop::collection::vec(0.0..1e4_f64, sites), decay())
    })
}

proptest! {
    #[test]
    fn it_is_the_sum_over_all_pairs_and_hands_out_all_that_somebody_reaches((times, demand, supply, decay) in city()) {
        let access = two_step(&times, &demand, &supply, &decay).unwrap();
        let weight = |point: usize, site: usize| decay.weight(times.column(site)[point]);
        let sharing = |site: usize| -> f64 {
            (0..times.demand()).map(|point| demand.as_slice()[point] * weight(point, site)).sum()
        };
        for (point, access) in access.iter().enumerate() {
            let reached = (0..times.sites()).filter(|&site| sharing(site) > 0.0);
            let expected: f64 = reached.map(|site| supply[site] / sharing(site) * weight(point, site)).sum();
            prop_assert!((access - expected).abs() <= 1e-9 * expected.abs());
        }
        let handed_out: f64 = access.iter().zip(demand.as_slice()).map(|(access, demand)| access * demand).sum();
        let shared: f64 = (0..times.sites()).filter(|&site| sharing(site) > 0.0).map(|site| supply[site]).sum();
        prop_assert!((handed_out - shared).abs() <= 1e-9 * shared);
    }
}
