//! The shortest time within which so many sites reach everyone.

use super::full_cover::{Answer, FullCover};
use super::meter::Meter;
use crate::siting::SitingProblem;
use crate::siting::gains::Gains;
use crate::siting::objective::longest_time;

/// A choice of at most `sites` candidates whose longest time is as short as can be, and a bound on that time: halving, each time
/// asking whether so many can cover everyone (E. Minieka, "The m-center problem", 1970).
pub(super) fn shortest(
    problem: &SitingProblem<'_>,
    sites: usize,
    mut chosen: Vec<u32>,
    mut meter: Meter<'_>,
) -> (Vec<u32>, f64) {
    let Some(weights) = problem.reachable_weights() else { return (Vec::new(), 0.0) };
    let problem = &SitingProblem { weights: &weights, ..*problem };
    let (mut short, mut long) = (meter.progress().bound as u32, longest_time(problem, &chosen));
    while short < long {
        let middle = short + (long - short) / 2;
        let gains = Gains::of_full_cover(problem, middle);
        let is_possible = gains.rows() == problem.wanting(middle).count();
        let answer = if is_possible {
            FullCover::new(&gains, &mut meter).map_or(Answer::Unknown, |cover| cover.with(sites, &mut meter))
        } else {
            Answer::No
        };
        match answer {
            Answer::Yes(better) => {
                chosen = better;
                long = longest_time(problem, &chosen);
            }
            Answer::No => short = next_time(problem, middle).min(long),
            Answer::Unknown => break,
        }
        meter.put(f64::from(long), f64::from(short));
    }
    (chosen, f64::from(short))
}

/// The shortest time after this one that somebody needs to somewhere: nothing changes before it. At most the horizon.
fn next_time(problem: &SitingProblem<'_>, time: u32) -> u32 {
    let candidates = (0..problem.candidates.sites()).flat_map(|candidate| problem.candidates.column(candidate));
    let later = problem.existing.iter().chain(candidates).copied().filter(|other| *other > time);
    problem.clip(later.min().unwrap_or(problem.horizon))
}
