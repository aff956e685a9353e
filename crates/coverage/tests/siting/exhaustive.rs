//! Small problems of all sorts, each choice tried.

use std::ops::ControlFlow;

use proptest::collection::vec;
use proptest::prelude::*;
use yuren_coverage::{Model, NEVER, Placement, Proof, objective, place_quickly, prove};

use crate::support::Owned;
use crate::trying;

/// Few different times, so that ties and duplicate candidates are common, and some ways that do not exist.
fn times(count: usize) -> impl Strategy<Value = Vec<u32>> {
    vec(prop_oneof![6 => (1_u32..8).prop_map(|minutes| minutes * 600), 1 => Just(NEVER), 1 => 1_u32..5000], count)
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 3 => (1_u32..4).prop_map(f64::from), 2 => 0.001..900.0]
}

fn problem() -> impl Strategy<Value = Owned> {
    (1_usize..11, 1_usize..9).prop_flat_map(|(demand, candidates)| {
        let weights = vec(weight(), demand).prop_filter("somebody", |weights| weights.iter().sum::<f64>() > 0.0);
        let existing = prop_oneof![Just(vec![NEVER; demand]), times(demand)];
        (weights, existing, vec(times(demand), candidates), 3000_u32..6000)
            .prop_map(|(weights, existing, columns, horizon)| Owned::new(&weights, &existing, &columns, horizon))
    })
}

/// A problem and a model of each sort for it.
fn problem_and_models() -> impl Strategy<Value = (Owned, [Model; 5])> {
    problem().prop_flat_map(|owned| {
        let candidates = owned.candidates.sites();
        let capacities = vec(prop_oneof![Just(0.0), (1_u32..6).prop_map(f64::from), 0.5..1500.0], candidates);
        (Just(owned), 1..=candidates, 1_u32..=3000, capacities).prop_map(|(owned, sites, within, capacities)| {
            let models = [
                Model::MaxCover { sites, within },
                Model::SetCover { within },
                Model::PMedian { sites },
                Model::PCenter { sites },
                Model::CapacitatedMaxCover { sites, within, capacities },
            ];
            (owned, models)
        })
    })
}

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
