//! What was chosen, and what is known of how good it is.

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
