//! Problems made at random.

use proptest::collection::vec;
use proptest::prelude::*;
use yuren_coverage::{Model, NEVER};

use crate::support::Owned;

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
pub(crate) fn problem_and_models() -> impl Strategy<Value = (Owned, [Model; 5])> {
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
