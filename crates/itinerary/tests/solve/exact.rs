//! Small days equal the best there is.

use std::ops::ControlFlow;

use proptest::prelude::*;
use yuren_itinerary::{Outcome, Plan, Problem, Violation, solve};

use crate::checked::violations;
use crate::{draw, oracle};

/// What the solver gives after so many iterations.
pub(crate) fn solved(problem: &Problem, from: Option<&Plan>, seed: u64, iterations: u64) -> Outcome {
    let watch = &mut |progress: &yuren_itinerary::Progress<'_>| {
        if progress.iterations < iterations { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    solve(problem, from, seed, watch).expect("a problem")
}

/// The plan in an outcome, which the checker accepts but for what it says is missing.
pub(crate) fn right(problem: &Problem, outcome: &Outcome) -> Option<Plan> {
    let (plan, lacks) = match outcome {
        Outcome::Planned(plan) => (plan, 0),
        Outcome::Lacking { plan, missing } => (plan, missing.len()),
        Outcome::Stuck { .. } => return None,
    };
    let told = violations(problem, plan);
    let is_missing = |violation: &&Violation| {
        matches!(
            violation,
            Violation::MustMissing { .. } | Violation::MustMissingFromAll { .. } | Violation::ChoiceMissing { .. }
        )
    };
    assert_eq!(told.iter().filter(is_missing).count(), told.len(), "{told:?} in {plan:?}");
    assert_eq!(told.len(), lacks, "{told:?} beside {outcome:?}");
    Some(plan.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_day_of_up_to_eight_points_is_the_best_there_is(seed in any::<u64>(), points in 0..=8usize) {
        let problem = draw::problem(seed, points.max(1));
        let plan = right(&problem, &solved(&problem, None, seed, 0));
        prop_assert_eq!(plan.map(|plan| oracle::of_plan(&problem, &plan)), oracle::best(&problem));
    }

    #[test]
    fn a_day_of_ten_points_that_is_searched_for_is_worth_as_much_as_the_best_there_is(seed in any::<u64>()) {
        let problem = draw::problem(seed, 10);
        let plan = right(&problem, &solved(&problem, None, seed, 1_000));
        let worth = |(missing, score, ..): oracle::Goodness| (missing, score);
        let found = plan.map(|plan| worth(oracle::of_plan(&problem, &plan)));
        prop_assert_eq!(found, oracle::best(&problem).map(worth));
    }
}
