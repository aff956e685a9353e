//! The longest time made short.

use super::cover_all::{cover_all, cover_from, covered};
use super::{greedy, interchange};
use crate::siting::SitingProblem;
use crate::siting::gains::Gains;
use crate::siting::objective::longest_time;

/// At most `sites` candidates that leave no time long: the shortest threshold, by halving, within which so many were found to
/// cover everyone whom something reaches within the horizon.
pub(crate) fn center(problem: &SitingProblem<'_>, sites: usize) -> Vec<u32> {
    let Some(weights) = problem.reachable_weights() else { return Vec::new() };
    let problem = &SitingProblem { weights: &weights, ..*problem };
    // Where even the horizon cannot be met, as many as can are at least within it.
    let reach = Gains::of_cover(problem, problem.horizon - 1);
    let mut chosen = interchange(&reach, greedy(&reach, sites));
    let (mut short, mut long) = (0, longest_time(problem, &chosen));
    while short < long {
        let middle = short + (long - short) / 2;
        match within(problem, middle, sites) {
            Some(better) => {
                long = longest_time(problem, &better);
                chosen = better;
            }
            None => short = middle + 1,
        }
    }
    chosen
}

/// At most `sites` candidates that, with the existing sites, leave nobody farther than a time, if some are found.
fn within(problem: &SitingProblem<'_>, time: u32, sites: usize) -> Option<Vec<u32>> {
    let gains = Gains::of_full_cover(problem, time);
    if gains.rows() < problem.wanting(time).count() {
        return None;
    }
    let chosen = interchange(&gains, greedy(&gains, sites));
    if covered(&gains, &chosen) == gains.rows() {
        return Some(chosen);
    }
    Some(cover_all(&gains, cover_from(&gains, &[]))).filter(|chosen| chosen.len() <= sites)
}
