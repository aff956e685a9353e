//! Times for sequences that were given.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use yuren_itinerary::{Arranged, Group, Plan, Problem, Violation, arrange};

use crate::checked::violations;
use crate::draw::{self, Draw};
use crate::exact::{right, solved};

fn sequences(plan: &Plan) -> Vec<Vec<usize>> {
    plan.routes.iter().map(|route| route.visits.iter().map(|visit| visit.point).collect()).collect()
}

/// A problem of two groups that share a start.
fn pair(seed: u64) -> Problem {
    let draw = &mut Draw::new(seed);
    let mut problem = draw::problem(seed, 1 + draw.index(12));
    let first = problem.groups[0];
    problem.groups.push(Group { people: 10 + draw.up_to(10), ..first });
    problem
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_sequences_get_times_and_every_fault_is_told(seed in any::<u64>()) {
        let (problem, draw) = (pair(seed), &mut Draw::new(!seed));
        // Points may come twice, or closed, or in any order.
        let given: Vec<Vec<usize>> = (0..2)
            .map(|_| (0..draw.up_to(6)).map(|_| draw.index(problem.points.len())).collect())
            .collect();
        let Arranged { plan, faults } = arrange(&problem, &given).expect("sequences of its points");
        prop_assert_eq!(sequences(&plan), given);
        prop_assert_eq!(&violations(&problem, &plan), &faults);
        let sums_are_false = |fault: &Violation| {
            matches!(
                fault,
                Violation::ArrivalFalse { .. }
                    | Violation::StartsBeforeArrival { .. }
                    | Violation::StayFalse { .. }
                    | Violation::BackFalse { .. }
                    | Violation::TravelFalse { .. }
                    | Violation::WalkFalse { .. }
                    | Violation::ScoreFalse { .. }
                    | Violation::LeavesEarly { .. }
                    | Violation::RouteCount { .. }
            )
        };
        prop_assert!(!faults.iter().any(sums_are_false), "{faults:?}");
    }

    #[test]
    fn a_plan_of_one_group_is_arranged_as_it_was(seed in any::<u64>()) {
        let problem = draw::problem(seed, 10);
        let Some(plan) = right(&problem, &solved(&problem, None, seed, 50)) else { return Ok(()) };
        let again = arrange(&problem, &sequences(&plan)).expect("sequences of its points");
        prop_assert_eq!(again.plan, plan);
    }

    #[test]
    fn a_plan_of_two_groups_is_arranged_with_no_more_faults(seed in any::<u64>()) {
        is_arranged_without_fault(seed)?;
    }
}

fn is_arranged_without_fault(seed: u64) -> TestCaseResult {
    let problem = pair(seed);
    let Some(plan) = right(&problem, &solved(&problem, None, seed, 50)) else { return Ok(()) };
    let again = arrange(&problem, &sequences(&plan)).expect("sequences of its points");
    prop_assert_eq!(again.faults, violations(&problem, &plan));
    Ok(())
}

#[test]
fn two_groups_that_make_way_for_each_other_are_arranged_without_a_fault() {
    // In this plan each waits for the other once: neither comes through if the other goes first everywhere.
    is_arranged_without_fault(16_699_651_442_655_033_236).expect("no fault");
}

#[test]
fn what_is_asked_too_much_is_refused_by_name() {
    let problem = draw::problem(1, 4);
    let refused = |sequences: &[Vec<usize>]| arrange(&problem, sequences).expect_err("too much").to_string();
    assert_eq!(refused(&[]), "sequences has 0 entries; 1 are allowed");
    assert_eq!(refused(&[vec![0, 4]]), "sequences/0/1 is 4; it may be the number of one of 4 points, from 0");
    assert_eq!(refused(&[vec![0; 401]]), "sequences/0 has 401 entries; 0 to 400 are allowed");
}
