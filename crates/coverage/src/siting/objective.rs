//! How good a choice of candidates is, worked out from the times themselves.

use super::assignment::assign;
use super::gains::Gains;
use super::{Model, SitingError, SitingProblem};

/// The objective of a choice of candidates beside the existing sites; of none, what is there before anything is placed.
///
/// For [`Model::SetCover`] that is how many are chosen, whether or not they cover everyone.
pub fn objective(problem: &SitingProblem<'_>, model: &Model, chosen: &[u32]) -> Result<f64, SitingError> {
    problem.check(model)?;
    let candidates = problem.candidates.sites();
    let mut is_chosen = vec![false; candidates];
    for candidate in chosen {
        match is_chosen.get_mut(*candidate as usize) {
            Some(seen) if !*seen => *seen = true,
            _ => return Err(SitingError::Chosen { candidate: *candidate, candidates }),
        }
    }
    Ok(objective_of(problem, model, chosen))
}

/// As [`objective`], of what is known to be in order.
pub(crate) fn objective_of(problem: &SitingProblem<'_>, model: &Model, chosen: &[u32]) -> f64 {
    match model {
        Model::MaxCover { within, .. } => {
            let times = times(problem, chosen);
            problem.counting().filter(|(point, _)| times[*point] <= *within).map(|(_, weight)| weight).sum()
        }
        Model::SetCover { .. } => chosen.len() as f64,
        Model::PMedian { .. } => {
            let times = times(problem, chosen);
            problem.counting().map(|(point, weight)| weight * f64::from(problem.clip(times[point]))).sum()
        }
        Model::PCenter { .. } => match problem.reachable_weights() {
            Some(weights) => f64::from(longest_time(&SitingProblem { weights: &weights, ..*problem }, chosen)),
            None => 0.0,
        },
        Model::CapacitatedMaxCover { within, capacities, .. } => {
            let gains = Gains::of_cover(problem, *within);
            served_before(problem, *within) + assign(&gains, capacities, chosen).served
        }
    }
}

/// What no choice can be better than, as far as is plain to see.
pub(crate) fn trivial_bound(problem: &SitingProblem<'_>, model: &Model) -> f64 {
    let all: Vec<u32> = (0..problem.candidates.sites() as u32).collect();
    match model {
        Model::MaxCover { within, .. } | Model::CapacitatedMaxCover { within, .. } => {
            let times = times(problem, &all);
            problem.counting().filter(|(point, _)| times[*point] <= *within).map(|(_, weight)| weight).sum()
        }
        Model::SetCover { within } => {
            f64::from(u8::from(problem.unreachable(*within).len() < problem.wanting(*within).count()))
        }
        Model::PMedian { .. } | Model::PCenter { .. } => objective_of(problem, model, &all),
    }
}

/// The weight that existing sites serve within a time.
pub(crate) fn served_before(problem: &SitingProblem<'_>, within: u32) -> f64 {
    problem.counting().filter(|(point, _)| problem.existing[*point] <= within).map(|(_, weight)| weight).sum()
}

/// The longest time to the nearest site, at most the horizon.
pub(crate) fn longest_time(problem: &SitingProblem<'_>, chosen: &[u32]) -> u32 {
    let times = times(problem, chosen);
    problem.counting().map(|(point, _)| problem.clip(times[point])).max().unwrap_or(0)
}

/// The time from each demand point to the nearest site, existing or chosen.
fn times(problem: &SitingProblem<'_>, chosen: &[u32]) -> Vec<u32> {
    let mut nearest = problem.existing.to_vec();
    for candidate in chosen {
        for (nearest, time) in nearest.iter_mut().zip(problem.candidates.column(*candidate as usize)) {
            *nearest = (*nearest).min(*time);
        }
    }
    nearest
}
