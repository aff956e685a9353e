//! One site after another, each the one that gains most beside those chosen before.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::siting::gains::Gains;

/// What a candidate gained when it was last looked at.
#[derive(PartialEq)]
struct Looked {
    gain: f64,
    candidate: usize,
    /// How many were chosen then.
    beside: usize,
}

impl Eq for Looked {}

impl Ord for Looked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.gain.total_cmp(&other.gain).then(other.candidate.cmp(&self.candidate))
    }
}

impl PartialOrd for Looked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// At most `sites` candidates; fewer when another one would gain nothing.
///
/// What a candidate gains only shrinks as others are chosen, so one whose last known gain is not the largest is not looked at
/// (M. Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", 1978).
pub(crate) fn greedy(gains: &Gains, sites: usize) -> Vec<u32> {
    greedy_from(gains, &[], sites)
}

/// As [`greedy`], beside some that are chosen already.
pub(crate) fn greedy_from(gains: &Gains, already: &[u32], sites: usize) -> Vec<u32> {
    let mut best = vec![0_u32; gains.rows()];
    for (row, units) in already.iter().flat_map(|candidate| gains.column(*candidate as usize)) {
        best[row] = best[row].max(units);
    }
    let gain_of = |candidate: usize, best: &[u32]| -> f64 {
        gains.column(candidate).map(|(row, units)| gains.weight(row) * f64::from(units.saturating_sub(best[row]))).sum()
    };
    let look = |candidate, beside, best: &[u32]| Looked { gain: gain_of(candidate, best), candidate, beside };
    let mut heap: BinaryHeap<Looked> =
        (0..gains.candidates()).map(|candidate| look(candidate, already.len(), &best)).collect();
    let mut chosen = already.to_vec();
    while let Some(top) = heap.pop() {
        if top.gain <= 0.0 || chosen.len() == sites {
            break;
        }
        if top.beside == chosen.len() {
            chosen.push(top.candidate as u32);
            for (row, units) in gains.column(top.candidate) {
                best[row] = best[row].max(units);
            }
        } else {
            heap.push(look(top.candidate, chosen.len(), &best));
        }
    }
    chosen
}
