//! Two proofs that share no code, of the same problems: this crate's own and `HiGHS`'s.

use std::ops::ControlFlow;

use proptest::collection::vec;
use proptest::prelude::*;
use yuren_coverage::{Model, NEVER, Placement, Proof, SitingError, objective, place_quickly, prove, prove_by_highs};

use crate::generated::problem_and_models;
use crate::support::Owned;
use crate::trying;

/// What solvers call equal: their own tolerance on whether a number is whole.
const CLOSE: f64 = 1e-6;
/// A town's side, in tenths of a second of walking straight.
const SIDE: u32 = 9_000;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= CLOSE * a.abs().max(b.abs())
}

/// From nothing at all, so that there is something to find.
fn nothing(owned: &Owned, model: &Model) -> Placement {
    Placement { chosen: Vec::new(), ..place_quickly(&owned.problem(), model).expect("a problem in order") }
}

fn proven(owned: &Owned, model: &Model) -> Placement {
    let start = place_quickly(&owned.problem(), model).expect("a problem in order");
    prove(&owned.problem(), model, start, &mut |_| ControlFlow::Continue(())).expect("a problem in order")
}

/// A square town where everyone walks straight, and a strip of it is an island; some have a site already.
fn town(demand: usize, candidates: usize) -> impl Strategy<Value = Owned> {
    let spots = |count| vec((0..SIDE, 0..SIDE), count);
    let weights = vec(prop_oneof![Just(0.0), (1_u32..900).prop_map(f64::from), 0.001..90.0], demand)
        .prop_filter("somebody", |weights| weights.iter().sum::<f64>() > 0.0);
    (weights, spots(demand), spots(candidates), spots(1), any::<bool>()).prop_map(
        |(weights, points, sites, there, is_there)| {
            let time = |a: (u32, u32), b: (u32, u32)| {
                let is_across = (a.0 < SIDE / 10) != (b.0 < SIDE / 10);
                let straight = f64::from(a.0.abs_diff(b.0)).hypot(f64::from(a.1.abs_diff(b.1)));
                if is_across { NEVER } else { straight as u32 }
            };
            let times = |site| points.iter().map(|point| time(*point, site)).collect::<Vec<_>>();
            let existing = if is_there { times(there[0]) } else { vec![NEVER; points.len()] };
            let columns: Vec<Vec<u32>> = sites.into_iter().map(times).collect();
            Owned::new(&weights, &existing, &columns, 36_000)
        },
    )
}

/// A town of middle size, and a model of each sort for it.
fn town_and_models() -> impl Strategy<Value = (Owned, [Model; 5])> {
    (20_usize..90, 5_usize..30).prop_flat_map(|(demand, candidates)| {
        (town(demand, candidates), 1..6_usize.min(candidates), 1_000_u32..2_500, vec(0_u32..4, candidates)).prop_map(
            |(owned, sites, within, capacities)| {
                let mean = owned.weights.as_slice().iter().sum::<f64>() / capacities.len() as f64;
                let capacities = capacities.into_iter().map(|means| f64::from(means) * mean).collect();
                let models = [
                    Model::MaxCover { sites, within },
                    Model::SetCover { within },
                    Model::PMedian { sites },
                    Model::PCenter { sites },
                    Model::CapacitatedMaxCover { sites, within, capacities },
                ];
                (owned, models)
            },
        )
    })
}

/// Worth what it says, and no better than the best.
fn holds(owned: &Owned, model: &Model, placement: &Placement, best: f64) -> Result<(), TestCaseError> {
    let again = objective(&owned.problem(), model, &placement.chosen).expect("a choice");
    prop_assert!(close(again, placement.objective), "{model:?}: {placement:?}, {again}");
    let sign = if model.is_maximum() { 1.0 } else { -1.0 };
    prop_assert!(sign * (best - placement.objective) >= -CLOSE * best.abs(), "{model:?}: {placement:?}, best {best}");
    prop_assert!(sign * (placement.bound - best) >= -CLOSE * best.abs(), "{model:?}: {placement:?}, best {best}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn highs_finds_the_best_of_all_choices((owned, models) in problem_and_models()) {
        for model in &models {
            let placement = prove_by_highs(&owned.problem(), model, nothing(&owned, model), None).expect("in order");
            let best = trying::best(&owned, model);
            holds(&owned, model, &placement, best)?;
            prop_assert!(close(best, placement.objective), "{model:?}: {placement:?}, best {best}");
            prop_assert_eq!(placement.proof, Proof::Optimal);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn both_proofs_end_with_the_same_objective((owned, models) in town_and_models()) {
        for model in &models {
            let ours = proven(&owned, model);
            let theirs = prove_by_highs(&owned.problem(), model, nothing(&owned, model), None).expect("in order");
            prop_assert_eq!((ours.proof, theirs.proof), (Proof::Optimal, Proof::Optimal));
            prop_assert!(close(ours.objective, theirs.objective), "{model:?}: {ours:?}, HiGHS: {theirs:?}");
            prop_assert_eq!(ours.unreachable, theirs.unreachable);
        }
    }

    #[test]
    fn highs_when_stopped_leaves_a_bound_that_the_best_keeps((owned, models) in town_and_models(), nodes in 0_u32..3) {
        for model in &models {
            let best = proven(&owned, model).objective;
            let start = nothing(&owned, model);
            let placement = prove_by_highs(&owned.problem(), model, start.clone(), Some(nodes)).expect("in order");
            holds(&owned, model, &placement, best)?;
            match placement.proof {
                Proof::Optimal => prop_assert!(close(best, placement.objective), "{model:?}: {placement:?}, {best}"),
                Proof::Gap { percent } => prop_assert!(percent > 0.0, "{placement:?}"),
                Proof::Heuristic => prop_assert!(false, "a bound was looked for: {placement:?}"),
            }
            let again = prove_by_highs(&owned.problem(), model, start, Some(nodes)).expect("in order");
            prop_assert_eq!(again, placement);
        }
    }
}

#[test]
fn a_start_that_is_better_than_what_highs_finds_in_no_node_is_kept() {
    let owned = Owned::road(&[3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0]);
    let model = Model::PMedian { sites: 3 };
    let best = proven(&owned, &model);
    let placement = prove_by_highs(&owned.problem(), &model, best.clone(), Some(0)).expect("a road");
    assert_eq!((placement.chosen, placement.objective), (best.chosen, best.objective));
}

#[test]
fn what_is_no_problem_is_refused_as_by_the_other_proof() {
    let owned = Owned::road(&[1.0, 1.0]);
    let start = place_quickly(&owned.problem(), &Model::PMedian { sites: 1 }).expect("a road");
    let told = prove_by_highs(&owned.problem(), &Model::PMedian { sites: 3 }, start, None).expect_err("a refusal");
    assert_eq!(told.to_string(), SitingError::Sites { found: 3, candidates: 2 }.to_string());
}
