//! What was chosen, and what is known of how good it is.

use super::gains::Gains;
use super::needed::{needed, needed_capacity};
use super::objective::objective_of;
use super::{Model, SitingProblem};

/// What is known of how good a placement is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Proof {
    /// None is better (最优). Sums of weights are compared to one part in 10⁹.
    Optimal,
    /// None is better by more than this share of the objective, in percent (差距).
    Gap {
        /// From 0, not included; [`f64::INFINITY`] where the objective is 0 and a better one is not ruled out.
        percent: f64,
    },
    /// Nothing is known but what is plain to see: no bound was looked for.
    Heuristic,
}

/// Sites chosen among the candidates.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The candidates chosen, in rising order.
    pub chosen: Vec<u32>,
    /// What the model wants large or small, with these sites and the existing ones.
    pub objective: f64,
    /// No placement has an objective better than this one.
    pub bound: f64,
    /// Demand points that count and that neither an existing site nor any candidate serves (within the model's time, or else
    /// within the horizon), in rising order.
    pub unreachable: Vec<u32>,
    /// What is known of how good it is.
    pub proof: Proof,
}

impl Placement {
    /// Of a choice and a bound on the objective: those chosen for nothing are left out.
    pub(crate) fn known(problem: &SitingProblem<'_>, model: &Model, mut chosen: Vec<u32>, bound: f64) -> Self {
        chosen.sort_unstable();
        let chosen = match model {
            Model::MaxCover { within, .. } => needed(&Gains::of_cover(problem, *within), &chosen),
            Model::SetCover { within } => needed(&Gains::of_full_cover(problem, *within), &chosen),
            Model::PMedian { .. } => needed(&Gains::of_times(problem), &chosen),
            Model::PCenter { .. } => {
                let longest = objective_of(problem, model, &chosen) as u32;
                needed(&Gains::of_full_cover(problem, longest.min(problem.horizon - 1)), &chosen)
            }
            Model::CapacitatedMaxCover { within, capacities, .. } => {
                needed_capacity(&Gains::of_cover(problem, *within), capacities, &chosen)
            }
        };
        let objective = objective_of(problem, model, &chosen);
        let unreachable = problem.unreachable(model.within().unwrap_or(problem.horizon - 1));
        // How much better than this one another could be.
        let gap = if model.is_maximum() { bound - objective } else { objective - bound };
        let exact = 1e-9 * objective.abs();
        let (bound, proof) = if gap <= exact {
            (objective, Proof::Optimal)
        } else {
            (bound, Proof::Gap { percent: 100.0 * gap / objective.abs() })
        };
        Self { chosen, objective, bound, unreachable, proof }
    }
}
