//! How times are spread, as answers tell it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_coverage::{Distribution, Lorenz};

use super::rounded;
use crate::planning::estimate::A_MINUTE;
use crate::planning::question::{Question, minutes};
use crate::problem::Problem;

/// Quantiles that are told.
const QUANTILES: [f64; 9] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/// Widths of a histogram's bars, in minutes.
const WIDTHS: [u32; 6] = [1, 2, 5, 10, 15, 30];
/// More bars than this are not read.
const MOST_BARS: u32 = 36;
/// A histogram goes so many minutes far at least.
const SHORTEST: f64 = 60.0;
/// A Lorenz curve is told at each of so many equal shares.
const LORENZ_STEPS: u32 = 100;

/// How the times of demand points are spread, by weight.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageDistribution)]
pub(crate) struct DistributionAnswer {
    histogram: HistogramAnswer,
    /// The times within which 0.1 to 0.9 of the weight reach what they need.
    quantiles: Vec<Quantile>,
    /// From `[0, 0]` to `[1, 1]`: the share of the weight, those with the shortest times first, and its share of all time. Among those
    /// that reach what they need; empty = nobody does.
    lorenz: Vec<[f64; 2]>,
    /// As in `summary`.
    #[schema(required)]
    gini: Option<f64>,
}

/// Weight by time.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageHistogram)]
pub(crate) struct HistogramAnswer {
    /// The bars' edges, from 0 on. A time on an edge counts in the bar below it.
    edges_minutes: Vec<u32>,
    /// The weight in each bar, one fewer than edges.
    weights: Vec<f64>,
    /// The weight beyond the last edge, with those that reach nothing.
    beyond_weight: f64,
}

/// The time within which a share reaches what it needs.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageQuantile)]
pub(crate) struct Quantile {
    /// The share, from 0 to 1.
    q: f64,
    /// null = it does not.
    #[schema(required)]
    minutes: Option<f64>,
}

impl DistributionAnswer {
    pub(super) fn new(question: &Question, spread: &Distribution, lorenz: Option<&Lorenz>) -> Result<Self, Problem> {
        let edges_minutes = edges(question.threshold.minutes);
        let edges: Vec<u32> = edges_minutes.iter().map(|edge| edge * A_MINUTE as u32).collect();
        let histogram = spread.histogram(&edges).map_err(|error| Problem::internal(&error))?;
        let curve = |lorenz: &Lorenz| {
            let shares = (0..=LORENZ_STEPS).map(|step| f64::from(step) / f64::from(LORENZ_STEPS));
            shares.map(|share| [share, rounded(lorenz.at(share))]).collect()
        };
        Ok(Self {
            // A sum of nothing is −0, which nobody wants to read.
            histogram: HistogramAnswer {
                edges_minutes,
                weights: histogram.weights,
                beyond_weight: histogram.beyond + 0.0,
            },
            quantiles: QUANTILES.map(|q| Quantile { q, minutes: spread.quantile(q).and_then(minutes) }).into(),
            lorenz: lorenz.map(curve).unwrap_or_default(),
            gini: lorenz.map(|lorenz| rounded(lorenz.gini())),
        })
    }
}

/// A histogram's edges for a threshold: to three times of it and an hour at least, in bars of a round width.
fn edges(threshold_minutes: f64) -> Vec<u32> {
    let reach = (3.0 * threshold_minutes).max(SHORTEST).ceil() as u32;
    let width = WIDTHS.into_iter().find(|width| reach.div_ceil(*width) <= MOST_BARS).unwrap_or(WIDTHS[5]);
    (0..=reach.div_ceil(width)).map(|bar| bar * width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_has_bars_that_can_be_read_at_every_threshold() {
        assert_eq!(edges(15.0), (0..=30).map(|bar| bar * 2).collect::<Vec<_>>());
        assert_eq!(edges(60.0), (0..=36).map(|bar| bar * 5).collect::<Vec<_>>());
        assert_eq!(edges(240.0), (0..=24).map(|bar| bar * 30).collect::<Vec<_>>());
        assert_eq!(edges(0.1).last(), Some(&60));
    }
}
