//! Which days the search goes on from: worse ones too, at first, and then less and less, again and again (threshold accepting:
//! G. Dueck and T. Scheuer, 1990). Nobody knows how long the search may take, so that the spells grow.

use super::day::Day;
use super::random::Random;

/// Iterations of the first spell, and by how much each is longer than the one before, in hundredths.
const FIRST: u64 = 400;
const GROWTH: u64 = 140;
const LONGEST: u64 = 200_000;
/// How much less is let pass at the beginning of a spell: this share of what a visit is worth on the average.
const LOOSEST: f64 = 0.6;

/// A spell: from loose to strict.
pub(super) struct Spell {
    step: u64,
    length: u64,
    /// What may be lost at the beginning.
    loosest: f64,
}

impl Spell {
    pub(super) fn new() -> Self {
        Self { step: 0, length: FIRST, loosest: 0.0 }
    }

    /// One step on; true if a new spell begins, from the best day so far.
    pub(super) fn step(&mut self, scores: i64, visits: usize) -> bool {
        self.step += 1;
        if self.step < self.length {
            return false;
        }
        self.begin(scores, visits);
        self.length = (self.length * GROWTH / 100).min(LONGEST);
        true
    }

    /// Sets how loose the spell is, by what the best day is worth.
    pub(super) fn begin(&mut self, scores: i64, visits: usize) {
        self.step = 0;
        self.loosest = LOOSEST * scores as f64 / visits.max(1) as f64;
    }

    /// Whether the search goes on from `trial`.
    pub(super) fn takes(&self, trial: &Day, current: &Day, random: &mut Random) -> bool {
        let lost = (current.value - trial.value) as f64;
        if lost < 0.0 {
            return true;
        }
        let left = 1.0 - self.step as f64 / self.length as f64;
        lost <= self.loosest * left * random.unit()
    }
}
