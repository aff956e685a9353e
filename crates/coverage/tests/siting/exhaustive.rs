//! Small problems of all sorts, each choice tried.

use std::ops::ControlFlow;

use proptest::prelude::*;
use yuren_coverage::{Model, Placement, Proof, objective, place_quickly, prove};

use crate::generated::problem_and_models;
use crate::support::Owned;
use crate::trying;

/// Equal but for the order in which numbers were added up.
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn worth_what_it_says(owned: &Owned, model: &Model, placement: &Placement) -> Result<(), TestCaseError> {
    let chosen: Vec<usize> = placement.chosen.iter().map(|candidate| *candidate as usize).collect();
    prop_assert!(chosen.is_sorted_by(|a, b| a < b), "{chosen:?}");
    let worth = trying::value(owned, model, &chosen);
    prop_assert!(worth.is_some_and(|worth| close(worth, placement.objective)), "{model:?}: {placement:?}, {worth:?}");
    let again = objective(&owned.problem(), model, &placement.chosen).expect("a choice");
    prop_assert!(close(again, placement.objective), "{model:?}: {placement:?}, {again}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_quick_placement_is_worth_what_it_says_and_its_bound_is_one((owned, models) in problem_and_models()) {
        for model in &models {
            let placement = place_quickly(&owned.problem(), model).expect("a problem in order");
            worth_what_it_says(&owned, model, &placement)?;
            let best = trying::best(&owned, model);
            let sign = if model.is_maximum() { 1.0 } else { -1.0 };
            let slack = 1e-9 * best.abs();
            prop_assert!(sign * (placement.bound - best) >= -slack, "{model:?}: {placement:?}, best {best}");
            prop_assert!(sign * (best - placement.objective) >= -slack, "{model:?}: {placement:?}, best {best}");
            if placement.proof == Proof::Optimal {
                prop_assert!(close(best, placement.objective), "{model:?}: {placement:?}, best {best}");
            }
        }
    }

    #[test]
    fn a_proven_placement_is_as_good_as_the_best_of_all_choices((owned, models) in problem_and_models()) {
        for model in &models {
            let start = place_quickly(&owned.problem(), model).expect("a problem in order");
            let unreachable = start.unreachable.clone();
            let placement = prove(&owned.problem(), model, start, &mut |_| ControlFlow::Continue(())).expect("in order");
            worth_what_it_says(&owned, model, &placement)?;
            let best = trying::best(&owned, model);
            prop_assert!(close(best, placement.objective), "{model:?}: {placement:?}, best {best}");
            prop_assert_eq!((placement.proof, placement.bound), (Proof::Optimal, placement.objective));
            prop_assert_eq!(placement.unreachable, unreachable);
        }
    }

    #[test]
    fn a_proof_that_is_stopped_says_no_more_than_it_knows((owned, models) in problem_and_models(), steps in 0_u64..20) {
        for model in &models {
            // From nothing at all: the proof has something to find.
            let start = Placement { chosen: Vec::new(), ..place_quickly(&owned.problem(), model).expect("in order") };
            let mut told = Vec::new();
            let placement = prove(&owned.problem(), model, start, &mut |progress| {
                told.push(*progress);
                if progress.iterations > steps { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            }).expect("in order");
            worth_what_it_says(&owned, model, &placement)?;
            let best = trying::best(&owned, model);
            let sign = if model.is_maximum() { 1.0 } else { -1.0 };
            let slack = 1e-9 * best.abs();
            prop_assert!(told.len() as u64 <= steps + 1);
            for bound in told.iter().map(|progress| progress.bound).chain([placement.bound]) {
                prop_assert!(sign * (bound - best) >= -slack, "{model:?}: {placement:?}, {bound}, best {best}");
            }
            match placement.proof {
                Proof::Optimal => prop_assert!(close(best, placement.objective), "{model:?}: {placement:?}, {best}"),
                Proof::Gap { percent } => prop_assert!(percent > 0.0, "{placement:?}"),
                Proof::Heuristic => prop_assert!(false, "a bound was looked for: {placement:?}"),
            }
        }
    }
}
