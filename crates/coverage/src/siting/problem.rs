//! What a placement is made from, and what must hold of it.

use thiserror::Error;

use super::Model;
use crate::{NEVER, Times, Weights};

/// The most candidates that one problem may have.
pub const MOST_CANDIDATES: usize = 5_000;
/// The most demand points that one problem may have.
pub const MOST_DEMAND: usize = 20_000;
/// The most pairs of a demand point and a candidate that one problem may have.
pub const MOST_PAIRS: usize = 20_000_000;

/// Where sites may go, whom they would serve, and what is there already.
#[derive(Clone, Copy, Debug)]
pub struct SitingProblem<'a> {
    /// How much each demand point counts.
    pub weights: &'a Weights,
    /// The time from each demand point to the nearest existing site, in tenths of a second, or [`NEVER`].
    pub existing: &'a [u32],
    /// The times from each demand point to each candidate.
    pub candidates: &'a Times,
    /// Where looking for ways ended, in tenths of a second: a longer time, and [`NEVER`], count as this one.
    pub horizon: u32,
}

/// Why nothing can be placed.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum SitingError {
    /// Nothing to choose from.
    #[error("there are no candidates; at least 1 is needed")]
    NoCandidates,
    /// Too much to choose from.
    #[error("there are {found} candidates; at most {MOST_CANDIDATES} are allowed")]
    TooManyCandidates {
        /// How many there are.
        found: usize,
    },
    /// Too many to serve.
    #[error("there are {found} demand points; at most {MOST_DEMAND} are allowed")]
    TooMuchDemand {
        /// How many there are.
        found: usize,
    },
    /// Both together are too much.
    #[error("{demand} demand points and {candidates} candidates make more than {MOST_PAIRS} pairs")]
    TooManyPairs {
        /// How many demand points there are.
        demand: usize,
        /// How many candidates there are.
        candidates: usize,
    },
    /// The candidates' times are those of other demand points.
    #[error("the candidates have times for {found} demand points; there are {demand} weights")]
    CandidatesOfOthers {
        /// How many demand points they have times for.
        found: usize,
        /// How many there are.
        demand: usize,
    },
    /// The existing sites' times are those of other demand points.
    #[error("the existing sites have times for {found} demand points; there are {demand} weights")]
    ExistingOfOthers {
        /// How many demand points they have times for.
        found: usize,
        /// How many there are.
        demand: usize,
    },
    /// The horizon is no time.
    #[error("the horizon is {found} tenths of a second; it must be more than 0 and less than {NEVER}")]
    Horizon {
        /// What it is.
        found: u32,
    },
    /// Nothing is to be placed, or more than there is.
    #[error("{found} sites are to be placed; 1 to {candidates} can be, as many as there are candidates")]
    Sites {
        /// How many are to be placed.
        found: usize,
        /// How many candidates there are.
        candidates: usize,
    },
    /// The threshold is no time, or lies beyond what was looked at.
    #[error("the threshold is {found} tenths of a second; it must be more than 0 and at most the horizon, {horizon}")]
    Threshold {
        /// What it is.
        found: u32,
        /// The horizon.
        horizon: u32,
    },
    /// There are not as many capacities as candidates.
    #[error("there are {found} capacities; there are {candidates} candidates")]
    CapacitiesOfOthers {
        /// How many capacities there are.
        found: usize,
        /// How many candidates there are.
        candidates: usize,
    },
    /// A capacity is negative, infinite or not a number.
    #[error("the capacity of candidate {candidate} is {value}; a capacity is a finite number of 0 or more")]
    Capacity {
        /// Which candidate, from 0.
        candidate: usize,
        /// What its capacity is.
        value: f64,
    },
    /// What was chosen is no choice among the candidates.
    #[error("candidate {candidate} is chosen twice or does not exist; there are {candidates}, counted from 0")]
    Chosen {
        /// Which candidate.
        candidate: u32,
        /// How many there are.
        candidates: usize,
    },
}

impl SitingProblem<'_> {
    /// Whether the problem and the model can be worked on. Cheap: looks at no pair.
    pub fn check(&self, model: &Model) -> Result<(), SitingError> {
        let (demand, candidates) = (self.weights.as_slice().len(), self.candidates.sites());
        if candidates == 0 {
            return Err(SitingError::NoCandidates);
        }
        if candidates > MOST_CANDIDATES {
            return Err(SitingError::TooManyCandidates { found: candidates });
        }
        if demand > MOST_DEMAND {
            return Err(SitingError::TooMuchDemand { found: demand });
        }
        if demand * candidates > MOST_PAIRS {
            return Err(SitingError::TooManyPairs { demand, candidates });
        }
        if self.candidates.demand() != demand {
            return Err(SitingError::CandidatesOfOthers { found: self.candidates.demand(), demand });
        }
        if self.existing.len() != demand {
            return Err(SitingError::ExistingOfOthers { found: self.existing.len(), demand });
        }
        if self.horizon == 0 || self.horizon == NEVER {
            return Err(SitingError::Horizon { found: self.horizon });
        }
        self.check_model(model)
    }

    fn check_model(&self, model: &Model) -> Result<(), SitingError> {
        let candidates = self.candidates.sites();
        if let Some(found) = model.sites().filter(|sites| !(1..=candidates).contains(sites)) {
            return Err(SitingError::Sites { found, candidates });
        }
        let horizon = self.horizon;
        if let Some(found) = model.within().filter(|within| !(1..=horizon).contains(within)) {
            return Err(SitingError::Threshold { found, horizon });
        }
        if let Model::CapacitatedMaxCover { capacities, .. } = model {
            if capacities.len() != candidates {
                return Err(SitingError::CapacitiesOfOthers { found: capacities.len(), candidates });
            }
            if let Some(candidate) = capacities.iter().position(|value| !(value.is_finite() && *value >= 0.0)) {
                return Err(SitingError::Capacity { candidate, value: capacities[candidate] });
            }
        }
        Ok(())
    }

    /// Demand points that count, with their weights.
    pub(crate) fn counting(&self) -> impl Iterator<Item = (usize, f64)> {
        self.weights.as_slice().iter().copied().enumerate().filter(|(_, weight)| *weight > 0.0)
    }

    /// What a time counts as.
    pub(crate) fn clip(&self, time: u32) -> u32 {
        time.min(self.horizon)
    }

    /// Demand points that count and that no existing site serves within a time.
    pub(crate) fn wanting(&self, within: u32) -> impl Iterator<Item = (usize, f64)> {
        self.counting().filter(move |(point, _)| self.existing[*point] > within)
    }

    /// Demand points that count and that nothing, existing or candidate, serves within a time, in rising order.
    pub(crate) fn unreachable(&self, within: u32) -> Vec<u32> {
        let mut served: Vec<bool> = self.existing.iter().map(|time| *time <= within).collect();
        for candidate in 0..self.candidates.sites() {
            for (served, time) in served.iter_mut().zip(self.candidates.column(candidate)) {
                *served |= *time <= within;
            }
        }
        self.counting().filter(|(point, _)| !served[*point]).map(|(point, _)| point as u32).collect()
    }

    /// This problem without the demand points that nothing reaches within the horizon: the weights of the others.
    pub(crate) fn reachable_weights(&self) -> Option<Weights> {
        let mut weights = self.weights.as_slice().to_vec();
        for point in self.unreachable(self.horizon - 1) {
            weights[point as usize] = 0.0;
        }
        Weights::new(weights).ok()
    }
}
