//! Problems to place sites for.

use std::sync::Arc;

use yuren_coverage::{SitingProblem, Times, Weights};

/// A problem and all that it borrows from.
#[derive(Clone, Debug)]
pub(crate) struct Owned {
    pub(crate) weights: Weights,
    pub(crate) existing: Vec<u32>,
    pub(crate) candidates: Times,
    pub(crate) horizon: u32,
}

impl Owned {
    /// Columns are the candidates' times.
    pub(crate) fn new(weights: &[f64], existing: &[u32], columns: &[Vec<u32>], horizon: u32) -> Self {
        let columns = columns.iter().map(|column| Arc::from(column.as_slice())).collect();
        Self {
            weights: Weights::new(weights.to_vec()).expect("weights"),
            existing: existing.to_vec(),
            candidates: Times::new(weights.len(), columns).expect("columns as long as the weights"),
            horizon,
        }
    }

    /// Villages along one road, a minute from each to the next, a candidate in each of them, nothing there yet, and one looks as
    /// far as two hours.
    pub(crate) fn road(weights: &[f64]) -> Self {
        let count = weights.len() as u32;
        let columns: Vec<Vec<u32>> =
            (0..count).map(|site| (0..count).map(|village| 600 * site.abs_diff(village)).collect()).collect();
        Self::new(weights, &vec![yuren_coverage::NEVER; weights.len()], &columns, 72_000)
    }

    pub(crate) fn problem(&self) -> SitingProblem<'_> {
        let Self { weights, existing, candidates, horizon } = self;
        SitingProblem { weights, existing, candidates, horizon: *horizon }
    }
}
