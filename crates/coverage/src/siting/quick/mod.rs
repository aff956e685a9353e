//! A good placement at once: greedy, then one site exchanged for another as long as that helps.

mod capacity;
mod center;
mod cover_all;
mod greedy;
mod interchange;

use super::gains::Gains;
use super::objective::trivial_bound;
use super::placement::{Placement, Proof};
use super::{Model, SitingError, SitingProblem};

pub(crate) use capacity::{capacity_greedy, capacity_interchange};
pub(crate) use cover_all::{cover_all, cover_from, covered};
pub(crate) use greedy::greedy;
pub(crate) use interchange::interchange;

/// A good placement, while the planner drags: no bound is looked for, so all that is known of it is [`Proof::Heuristic`],
/// unless it leaves nothing to wish for.
///
/// The same problem gives the same placement. Work is bounded: exchanging ends after some 10⁸ looks at a pair.
pub fn place_quickly(problem: &SitingProblem<'_>, model: &Model) -> Result<Placement, SitingError> {
    problem.check(model)?;
    let chosen = match model {
        Model::MaxCover { sites, within } => best_gains(&Gains::of_cover(problem, *within), *sites),
        Model::PMedian { sites } => best_gains(&Gains::of_times(problem), *sites),
        Model::SetCover { within } => {
            let gains = Gains::of_full_cover(problem, *within);
            cover_all(&gains, cover_from(&gains, &[]))
        }

        Model::PCenter { sites } => center::center(problem, *sites),
        Model::CapacitatedMaxCover { sites, within, capacities } => {
            let gains = Gains::of_cover(problem, *within);
            let chosen = capacity_greedy(&gains, capacities, *sites);
            capacity_interchange(&gains, capacities, chosen)
        }
    };
    let placement = Placement::known(problem, model, chosen, trivial_bound(problem, model));
    Ok(match placement.proof {
        Proof::Optimal => placement,
        Proof::Gap { .. } | Proof::Heuristic => Placement { proof: Proof::Heuristic, ..placement },
    })
}

fn best_gains(gains: &Gains, sites: usize) -> Vec<u32> {
    interchange(gains, greedy(gains, sites))
}
