//! How far a search for the best sites has come, a line an event.

use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_coverage::{Placement, Progress, Proof};
use yuren_geodesy::{DatumName, LonLat, Wgs84};

use super::datum::in_datum;
use crate::planning::body::ModelBody;
use crate::planning::estimate::A_MINUTE;

/// A line of the answer. `times` first; then `fast`, an answer that is good and not proven; `bound` now and then; and `done` at the end,
/// or `failed`.
#[derive(Serialize, ToSchema)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub(crate) enum SitingEvent {
    /// Times are worked out.
    Times {
        /// How far, from 0 to 1.
        done: f64,
    },
    /// What greed and exchanges found.
    Fast(PlacementAnswer),
    /// How far the proof has come.
    Bound(BoundAnswer),
    /// The best that was found.
    Done(PlacementAnswer),
    /// It could not be worked out.
    Failed {
        /// A problem document, as an answer with an error status has it.
        #[schema(value_type = Object)]
        problem: serde_json::Value,
    },
}

/// Sites chosen.
#[derive(Serialize, ToSchema)]
#[schema(as = SitingPlacement)]
pub(crate) struct PlacementAnswer {
    /// The one that brings the most first.
    chosen: Vec<ChosenAnswer>,
    /// What the model wants large or small, with these sites: weight served; sites placed (`set_cover`); minutes times weight
    /// (`p_median`); the longest time in minutes (`p_center`).
    objective: f64,
    /// The same without them.
    objective_before: f64,
    /// No choice is better than this.
    bound: f64,
    /// By how many percent of the objective another choice might be better; null = not bounded.
    #[schema(required)]
    gap_percent: Option<f64>,
    proof: ProofWord,
    /// What is known of how good it is, in Chinese.
    #[schema(example = "已证明最优")]
    words_zh: String,
    /// The same in English.
    #[schema(example = "Proven optimal")]
    words_en: String,
    /// How many demand points no candidate reaches at all, existing sites neither.
    unreachable_points: usize,
}

/// A candidate that was chosen.
#[derive(Serialize, ToSchema)]
#[schema(as = SitingChosen)]
pub(crate) struct ChosenAnswer {
    id: String,
    name: String,
    /// WGS-84 degrees.
    lon: f64,
    /// WGS-84 degrees.
    lat: f64,
    /// The weight within the threshold of it and of none before it in the list, existing sites among those before. With
    /// `capacitated_max_cover`: the weight that is served with it, less what is served by those before it.
    gain_weight: f64,
}

/// What is known of how good a choice is.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = SitingProof)]
#[serde(rename_all = "snake_case")]
enum ProofWord {
    /// None is better.
    Optimal,
    /// None is better by more than `gap_percent`.
    Within,
    /// Nothing was proven.
    Stopped,
}

/// How far a proof has come.
#[derive(Serialize, ToSchema)]
#[schema(as = SitingBound)]
pub(crate) struct BoundAnswer {
    /// The best objective so far.
    objective: f64,
    /// No choice is better than this.
    bound: f64,
    /// By how many percent of the objective another choice might be better; null = not bounded.
    #[schema(required)]
    gap_percent: Option<f64>,
    /// Since the question was put.
    elapsed_ms: u64,
}

impl ChosenAnswer {
    pub(crate) fn new(id: &str, name: &str, at: LonLat<Wgs84>, gain_weight: f64) -> Self {
        let [lon, lat] = in_datum(DatumName::Wgs84, at);
        Self { id: id.to_owned(), name: name.to_owned(), lon, lat, gain_weight }
    }
}

impl PlacementAnswer {
    pub(crate) fn new(model: ModelBody, placement: &Placement, chosen: Vec<ChosenAnswer>, before: f64) -> Self {
        let (proof, gap_percent, words_zh, words_en) = match placement.proof {
            Proof::Optimal => (ProofWord::Optimal, Some(0.0), "已证明最优".to_owned(), "Proven optimal".to_owned()),
            Proof::Gap { percent } if percent.is_finite() => {
                let shown = shown_percent(percent);
                let words = (format!("与最优相差不超过 {shown} %"), format!("Within {shown} % of the optimum"));
                (ProofWord::Within, Some(percent), words.0, words.1)
            }
            Proof::Gap { .. } | Proof::Heuristic => {
                (ProofWord::Stopped, None, "快速解，尚未证明".to_owned(), "A quick answer, not proven".to_owned())
            }
        };
        Self {
            chosen,
            objective: told(model, placement.objective),
            objective_before: told(model, before),
            bound: told(model, placement.bound),
            gap_percent,
            proof,
            words_zh,
            words_en,
            unreachable_points: placement.unreachable.len(),
        }
    }
}

impl BoundAnswer {
    pub(crate) fn new(model: ModelBody, progress: &Progress, elapsed: Duration) -> Self {
        let Progress { objective, bound, .. } = *progress;
        let gap = (objective - bound).abs() / objective.abs() * 100.0;
        Self {
            objective: told(model, objective),
            bound: told(model, bound),
            gap_percent: gap.is_finite().then_some(gap),
            elapsed_ms: elapsed.as_millis() as u64,
        }
    }
}

/// An objective in the unit of answers: tenths of a second as minutes.
fn told(model: ModelBody, objective: f64) -> f64 {
    // An empty sum of floating-point numbers is -0, which is nothing to tell.
    let objective = objective + 0.0;
    match model {
        ModelBody::PMedian | ModelBody::PCenter => objective / A_MINUTE,
        ModelBody::MaxCover | ModelBody::SetCover | ModelBody::CapacitatedMaxCover => objective,
    }
}

/// A gap with one decimal, rounded up: nothing is said to be better than it is.
fn shown_percent(percent: f64) -> f64 {
    (percent * 10.0).ceil() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_told_in_words_and_never_smaller_than_it_is() {
        let placement = |proof| Placement { chosen: vec![3], objective: 9.0, bound: 10.0, unreachable: vec![], proof };
        let of = |proof| PlacementAnswer::new(ModelBody::MaxCover, &placement(proof), Vec::new(), 0.0);
        let within = of(Proof::Gap { percent: 0.71 });
        assert_eq!((within.words_zh.as_str(), within.gap_percent), ("与最优相差不超过 0.8 %", Some(0.71)));
        assert_eq!(within.words_en, "Within 0.8 % of the optimum");
        assert_eq!(of(Proof::Optimal).words_zh, "已证明最优");
        assert_eq!(of(Proof::Gap { percent: f64::INFINITY }).gap_percent, None);
    }
}
