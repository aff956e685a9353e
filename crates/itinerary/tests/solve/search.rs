//! What holds of every search.

use std::ops::ControlFlow;

use proptest::prelude::*;
use yuren_itinerary::{Group, Plan, Problem, solve};

use crate::draw::{self, Draw};
use crate::exact::{right, solved};
use crate::oracle::of_plan;

/// A problem of up to four groups and more points than every sequence could be tried of.
fn large(seed: u64) -> Problem {
    let draw = &mut Draw::new(seed);
    let mut problem = draw::problem(seed, 10 + draw.index(30));
    let first = problem.groups[0];
    for _ in 0..draw.up_to(3) {
        problem.groups.push(Group { people: 10 + draw.up_to(10), start: draw.index(6), ..first });
    }
    for point in &mut problem.points {
        point.must = point.must && draw.once_in(4);
    }
    problem
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_is_right_but_for_what_is_said_to_be_missing(seed in any::<u64>(), iterations in 0..400u64) {
        let problem = large(seed);
        right(&problem, &solved(&problem, None, seed, iterations));
    }

    #[test]
    fn from_a_plan_comes_none_that_is_worse(seed in any::<u64>(), other in any::<u64>(), iterations in 0..200u64) {
        let problem = large(seed);
        if let Some(plan) = right(&problem, &solved(&problem, None, seed, iterations)) {
            let again = right(&problem, &solved(&problem, Some(&plan), other, 50)).expect("a plan");
            prop_assert!(of_plan(&problem, &again) >= of_plan(&problem, &plan), "{again:?} after {plan:?}");
        }
    }

    #[test]
    fn any_plan_at_all_may_be_started_from(seed in any::<u64>(), other in any::<u64>()) {
        // A plan of another problem: with points that are none here, closed, or in a wrong order.
        let foreign = right(&large(other), &solved(&large(other), None, other, 20)).unwrap_or_default();
        let problem = large(seed);
        right(&problem, &solved(&problem, Some(&foreign), seed, 20));
    }

    #[test]
    fn the_same_seed_and_iterations_give_the_same_plan(seed in any::<u64>()) {
        let problem = large(seed);
        prop_assert_eq!(solved(&problem, None, seed, 100), solved(&problem, None, seed, 100));
    }

    #[test]
    fn better_plans_are_told_once_each_and_the_last_is_the_answer(seed in any::<u64>()) {
        let problem = large(seed);
        let mut told: Vec<Plan> = Vec::new();
        let outcome = solve(&problem, None, seed, &mut |progress| {
            told.extend(progress.better.cloned());
            if progress.iterations < 200 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        if let Some(plan) = right(&problem, &outcome.expect("a problem")) {
            prop_assert_eq!(told.last(), Some(&plan));
            let better = |pair: &[Plan]| of_plan(&problem, &pair[1]) > of_plan(&problem, &pair[0]);
            prop_assert!(told.windows(2).all(better));
        }
    }

    #[test]
    fn nobody_waits_where_the_day_begins(seed in any::<u64>()) {
        let problem = large(seed);
        let plan = right(&problem, &solved(&problem, None, seed, 50)).unwrap_or_default();
        for route in &plan.routes {
            prop_assert!(route.visits.first().is_none_or(|first| first.arrive == first.start));
        }
    }
}
