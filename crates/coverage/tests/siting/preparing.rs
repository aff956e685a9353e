//! Large problems are sorted and made smaller before the first bound, and may be left there, too.

use std::ops::ControlFlow;

use yuren_coverage::{Model, NEVER, Placement, Progress, Proof, prove};

use crate::support::Owned;

/// Looks at a pair that may lie between two questions, and a point's or two candidates' pairs on top.
const BETWEEN: u64 = (1 << 20) + 2 * DEMAND as u64;
const DEMAND: usize = 1_500;
const CANDIDATES: usize = 1_000;

/// Everyone reaches every candidate, in times that follow no order.
fn large() -> Owned {
    let mut state = 7_u64;
    let mut time = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        600 + (state >> 48) as u32 % 30_000
    };
    let columns: Vec<Vec<u32>> = (0..CANDIDATES).map(|_| (0..DEMAND).map(|_| time()).collect()).collect();
    Owned::new(&[1.0; DEMAND], &[NEVER; DEMAND], &columns, 36_000)
}

/// Proves from one chosen candidate; what the watcher was told, and what came of it.
fn watched(model: &Model, mut is_enough: impl FnMut(&Progress) -> bool) -> (Vec<Progress>, Placement) {
    let owned = large();
    let start =
        Placement { chosen: vec![3], objective: 0.0, bound: 0.0, unreachable: Vec::new(), proof: Proof::Heuristic };
    let mut told = Vec::new();
    let placement = prove(&owned.problem(), model, start, &mut |progress| {
        told.push(*progress);
        if is_enough(progress) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    (told, placement.expect("a problem in order"))
}

#[test]
fn who_stops_at_the_first_question_is_asked_before_any_bound_and_keeps_what_there_was() {
    let (told, placement) = watched(&Model::PMedian { sites: 5 }, |_| true);
    assert_eq!((told.len(), told[0].iterations), (1, 0));
    assert!(told[0].looks <= BETWEEN, "{told:?}");
    assert_eq!(placement.chosen, [3]);
    assert!(matches!(placement.proof, Proof::Gap { percent } if percent > 0.0), "{placement:?}");
}

#[test]
fn while_a_proof_is_prepared_the_watcher_is_asked_again_and_again() {
    for model in [Model::PMedian { sites: 5 }, Model::PCenter { sites: 5 }] {
        let (told, _) = watched(&model, |progress| progress.iterations > 0);
        let preparing = &told[..told.len() - 1];
        assert!(preparing.len() >= 2 && preparing.iter().all(|progress| progress.iterations == 0), "{told:?}");
        let looks = std::iter::once(0).chain(told.iter().map(|progress| progress.looks)).collect::<Vec<_>>();
        assert!(looks.windows(2).all(|pair| pair[1] - pair[0] <= BETWEEN), "{looks:?}");
    }
}
