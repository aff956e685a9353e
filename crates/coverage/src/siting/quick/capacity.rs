//! Greedy and exchange where sites have capacities.

use crate::siting::assignment::{Assignment, assign};
use crate::siting::gains::Gains;

/// The most assignments that choosing, and then exchanging, may work out.
const MOST_ASSIGNMENTS: usize = 20_000;

/// At most `sites` candidates, one after another, each the one that lets most be served; fewer when another one would not let
/// more be.
pub(crate) fn capacity_greedy(gains: &Gains, capacities: &[f64], sites: usize) -> Vec<u32> {
    let mut chosen = Vec::new();
    let mut left = MOST_ASSIGNMENTS;
    while chosen.len() < sites {
        let now = assign(gains, capacities, &chosen);
        let Some((next, _)) = best_beside(gains, capacities, &mut chosen, &now, now.served, &mut left) else { break };
        chosen.push(next);
    }
    chosen
}

/// One chosen site exchanged for one that is not, as long as that lets more be served.
pub(crate) fn capacity_interchange(gains: &Gains, capacities: &[f64], mut chosen: Vec<u32>) -> Vec<u32> {
    let mut left = MOST_ASSIGNMENTS;
    let mut best = assign(gains, capacities, &chosen).served;
    let (mut position, mut without_change) = (0, 0);
    while without_change < chosen.len() && left > 0 {
        let out = chosen.remove(position);
        let now = assign(gains, capacities, &chosen);
        left = left.saturating_sub(1);
        let mut into = out;
        without_change += 1;
        if let Some((better, served)) = best_beside(gains, capacities, &mut chosen, &now, best, &mut left) {
            (into, best, without_change) = (better, served, 0);
        }
        chosen.insert(position, into);
        position = (position + 1) % chosen.len();
    }
    chosen
}

/// The candidate beside the chosen ones that lets most be served, and how much that is, if it is more than `best`.
///
/// The cut of `now` bounds what each would add, so only the first of them are worked out in full.
fn best_beside(
    gains: &Gains,
    capacities: &[f64],
    chosen: &mut Vec<u32>,
    now: &Assignment,
    best: f64,
    left: &mut usize,
) -> Option<(u32, f64)> {
    let mut bounds: Vec<(f64, u32)> = (0..gains.candidates() as u32)
        .filter(|candidate| !chosen.contains(candidate))
        .map(|candidate| {
            let wanting: f64 = gains
                .column(candidate as usize)
                .filter(|(row, _)| !now.satisfied[*row])
                .map(|(row, _)| gains.weight(row))
                .sum();
            (now.served + wanting.min(capacities[candidate as usize]), candidate)
        })
        .collect();
    bounds.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    // Sums differ in their last digits by their order: a difference of that size lets nobody be served.
    let (mut most, mut found) = (best * (1.0 + 1e-12), None);
    for (bound, candidate) in bounds {
        if bound <= most || *left == 0 {
            break;
        }
        *left -= 1;
        chosen.push(candidate);
        let served = assign(gains, capacities, chosen).served;
        chosen.pop();
        if served > most {
            (most, found) = (served, Some((candidate, served)));
        }
    }
    found
}
