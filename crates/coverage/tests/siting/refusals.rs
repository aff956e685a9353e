//! What is no problem, and what it is told.

use std::sync::Arc;

use yuren_coverage::{
    MOST_CANDIDATES, MOST_DEMAND, Model, NEVER, SitingProblem, Times, Weights, objective, place_quickly,
};

use crate::support::Owned;

fn refusal(owned: &Owned, model: &Model) -> String {
    place_quickly(&owned.problem(), model).expect_err("a refusal").to_string()
}

#[test]
fn nothing_to_place_and_more_than_there_is_are_refused() {
    let owned = Owned::road(&[1.0, 1.0, 1.0]);
    let told = |found: usize| format!("{found} sites are to be placed; 1 to 3 can be, as many as there are candidates");
    for found in [0, 4] {
        assert_eq!(refusal(&owned, &Model::PMedian { sites: found }), told(found));
        assert_eq!(refusal(&owned, &Model::PCenter { sites: found }), told(found));
        assert_eq!(refusal(&owned, &Model::MaxCover { sites: found, within: 600 }), told(found));
    }
}

#[test]
fn a_threshold_of_nothing_or_beyond_what_was_looked_at_is_refused() {
    let owned = Owned::road(&[1.0, 1.0]);
    for found in [0, 1_000_000_000] {
        let told = format!(
            "the threshold is {found} tenths of a second; it must be more than 0 and at most the horizon, 72000"
        );
        assert_eq!(refusal(&owned, &Model::SetCover { within: found }), told);
        assert_eq!(refusal(&owned, &Model::MaxCover { sites: 1, within: found }), told);
    }
}

#[test]
fn a_horizon_of_nothing_or_never_is_refused() {
    for found in [0, NEVER] {
        let owned = Owned { horizon: found, ..Owned::road(&[1.0]) };
        let told =
            format!("the horizon is {found} tenths of a second; it must be more than 0 and less than 4294967295");
        assert_eq!(refusal(&owned, &Model::PMedian { sites: 1 }), told);
    }
}

#[test]
fn a_capacity_that_is_no_amount_is_refused_by_its_number() {
    let owned = Owned::road(&[1.0, 1.0]);
    for (value, written) in [(f64::NAN, "NaN"), (-1.0, "-1"), (f64::INFINITY, "inf")] {
        let model = Model::CapacitatedMaxCover { sites: 1, within: 600, capacities: vec![1.0, value] };
        let told = format!("the capacity of candidate 1 is {written}; a capacity is a finite number of 0 or more");
        assert_eq!(refusal(&owned, &model), told);
    }
    let model = Model::CapacitatedMaxCover { sites: 1, within: 600, capacities: vec![1.0] };
    assert_eq!(refusal(&owned, &model), "there are 1 capacities; there are 2 candidates");
}

#[test]
fn more_than_can_be_worked_on_is_refused_before_any_work() {
    let told = |demand: usize, candidates: usize| {
        let weights = Weights::new(vec![1.0; demand]).expect("weights");
        let column: Arc<[u32]> = vec![1; demand].into();
        let times = Times::new(demand, vec![column; candidates]).expect("times");
        let existing = vec![NEVER; demand];
        let problem = SitingProblem { weights: &weights, existing: &existing, candidates: &times, horizon: 10 };
        place_quickly(&problem, &Model::PCenter { sites: 1 }).expect_err("a refusal").to_string()
    };
    assert_eq!(told(1, 0), "there are no candidates; at least 1 is needed");
    assert_eq!(told(1, MOST_CANDIDATES + 1), "there are 5001 candidates; at most 5000 are allowed");
    assert_eq!(told(MOST_DEMAND + 1, 1), "there are 20001 demand points; at most 20000 are allowed");
    assert_eq!(told(MOST_DEMAND, 1001), "20000 demand points and 1001 candidates make more than 20000000 pairs");
}

#[test]
fn times_of_other_demand_points_are_refused() {
    let owned = Owned::road(&[1.0, 1.0]);
    let weights = Weights::new(vec![1.0; 3]).expect("weights");
    let model = Model::PMedian { sites: 1 };
    let others = SitingProblem { weights: &weights, ..owned.problem() };
    let told = place_quickly(&others, &model).expect_err("a refusal").to_string();
    assert_eq!(told, "the candidates have times for 2 demand points; there are 3 weights");
    let others = SitingProblem { existing: &[1], ..owned.problem() };
    let told = place_quickly(&others, &model).expect_err("a refusal").to_string();
    assert_eq!(told, "the existing sites have times for 1 demand points; there are 2 weights");
}

#[test]
fn the_objective_of_a_choice_that_is_none_is_refused() {
    let owned = Owned::road(&[1.0, 1.0]);
    for (chosen, named) in [(&[2][..], 2), (&[0, 0], 0)] {
        let told = objective(&owned.problem(), &Model::PMedian { sites: 1 }, chosen).expect_err("a refusal");
        let expected = format!("candidate {named} is chosen twice or does not exist; there are 2, counted from 0");
        assert_eq!(told.to_string(), expected);
    }
}
