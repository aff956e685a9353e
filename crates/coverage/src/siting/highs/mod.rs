//! The proof by another solver: each model stated as a mixed-integer linear programme and handed to `HiGHS` (feature `highs`).
//!
//! The statements (`milp.rs`, `ladder.rs`) are made from the times themselves and share nothing with the search in `exact/`, so
//! that each can be held against the other.

mod ladder;
mod milp;

use highs::{HighsModelStatus, HighsSolutionStatus, HighsStatus, Sense, SolvedModel};
use thiserror::Error;

use super::exact::usable;
use super::objective::{objective_of, trivial_bound};
use super::placement::{Placement, Proof};
use super::{Model, SitingError, SitingProblem, objective};
use milp::Milp;

/// What `HiGHS` calls equal, as a share of the objective: its own tolerance on whether a number is whole.
const CLOSE: f64 = 1e-6;

/// Why `HiGHS` proves nothing.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum HighsError {
    /// The problem cannot be worked on.
    #[error(transparent)]
    Siting(#[from] SitingError),
    /// `HiGHS` does not take the programme, or breaks off. Every programme here has a solution, so that is a fault of one of both.
    #[error("HiGHS ended with {status} instead of a placement or a bound")]
    Solver {
        /// What `HiGHS` calls it.
        status: String,
    },
}

impl From<HighsStatus> for HighsError {
    fn from(status: HighsStatus) -> Self {
        Self::Solver { status: format!("{status:?}") }
    }
}

/// As [`prove`](super::prove), by `HiGHS` (Q. Huangfu and J. Hall, "Parallelizing the dual revised simplex method", 2018): a better
/// placement than `start` and a bound, after at most so many `nodes` of its search tree, or, without a number, once nothing better
/// can be.
///
/// One thread; the same problem and the same `nodes` give the same placement. Nothing asks whether to go on: of large problems
/// the first node alone may take minutes. Objectives within 10⁻⁶ of each other are the same to `HiGHS`.
pub fn prove_by_highs(
    problem: &SitingProblem<'_>,
    model: &Model,
    start: Placement,
    nodes: Option<u32>,
) -> Result<Placement, HighsError> {
    objective(problem, model, &start.chosen)?;
    let start = usable(problem, model, start)?;
    let plain = Placement::known(problem, model, start, trivial_bound(problem, model));
    if plain.proof == Proof::Optimal {
        return Ok(plain);
    }
    let Milp { rows, sites, base } = Milp::new(problem, model);
    let sense = if model.is_maximum() { Sense::Maximise } else { Sense::Minimise };
    let mut solver = rows.try_optimise(sense)?;
    solver.make_quiet();
    solver.set_option("parallel", "off");
    solver.set_option("threads", 1);
    solver.set_option("mip_rel_gap", 0.0);
    if let Some(nodes) = nodes {
        solver.set_option("mip_max_nodes", i32::try_from(nodes).unwrap_or(i32::MAX));
    }
    let solved = solver.try_solve()?;
    let bound = base + bound(&solved)?;
    let chosen = match solved.primal_solution_status() {
        HighsSolutionStatus::Feasible => {
            let values = solved.get_solution();
            let is_chosen = |candidate: &usize| values.columns()[sites[*candidate].index()] > 0.5;
            (0..sites.len()).filter(is_chosen).map(|candidate| candidate as u32).collect()
        }
        // Stopped before it had found any.
        _ => plain.chosen.clone(),
    };
    Ok(known(problem, model, (plain, chosen), bound))
}

/// What no placement is better than, as `HiGHS` has it.
fn bound(solved: &SolvedModel) -> Result<f64, HighsError> {
    match solved.status() {
        // Stopped by the number of nodes.
        HighsModelStatus::Optimal | HighsModelStatus::ReachedSolutionLimit => {
            Ok(solved.double_info_value(c"mip_dual_bound")?)
        }
        status => Err(HighsError::Solver { status: format!("{status:?}") }),
    }
}

/// The better of the placement to begin with and of the one found, and what is known of it.
fn known(problem: &SitingProblem<'_>, model: &Model, (plain, chosen): (Placement, Vec<u32>), bound: f64) -> Placement {
    let sign = if model.is_maximum() { 1.0 } else { -1.0 };
    let found = objective_of(problem, model, &chosen);
    let is_better = sign * (found - plain.objective) > 0.0;
    let (chosen, objective) = if is_better { (chosen, found) } else { (plain.chosen, plain.objective) };
    let slack = CLOSE * objective.abs();
    // What is plain to see may say more than a search that was stopped early.
    let tighter = if sign > 0.0 { (bound + slack).min(plain.bound) } else { (bound - slack).max(plain.bound) };
    let bound = if sign * (tighter - objective) <= 2.0 * slack { objective } else { tighter };
    Placement::known(problem, model, chosen, bound)
}
