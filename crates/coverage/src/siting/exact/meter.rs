//! How far a proof has come, and whether to go on.

use std::ops::ControlFlow;

/// While a proof is prepared, so many looks at a pair are taken between two questions to the watcher, and the pairs of one demand
/// point or one candidate.
const LOOKS_BETWEEN: u64 = 1 << 20;

/// How far a proof has come. Counts, not seconds: there is no clock here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Looks at a pair of a demand point and a candidate that were taken in making the problem smaller and sorting it.
    pub looks: u64,
    /// Parts of the problem that were looked at (nodes of the search tree).
    pub nodes: u64,
    /// Bounds that were worked out.
    pub iterations: u64,
    /// The objective of the best placement so far.
    pub objective: f64,
    /// No placement has an objective better than this one, as far as is known.
    pub bound: f64,
}

/// Counts the work, and asks the watcher whether to go on.
pub(super) struct Meter<'w> {
    watch: &'w mut dyn FnMut(&Progress) -> ControlFlow<()>,
    progress: Progress,
    /// What to tell of a worth: `objective = base + sign × worth`; nothing where a search only answers yes or no.
    scale: Option<(f64, f64)>,
    /// Looks at the last question while preparing.
    asked_at: u64,
    is_stopped: bool,
}

impl<'w> Meter<'w> {
    pub(super) fn new(
        watch: &'w mut dyn FnMut(&Progress) -> ControlFlow<()>,
        (objective, bound): (f64, f64),
        scale: Option<(f64, f64)>,
    ) -> Self {
        let progress = Progress { looks: 0, nodes: 0, iterations: 0, objective, bound };
        Self { watch, progress, scale, asked_at: 0, is_stopped: false }
    }

    /// Counts looks at pairs while preparing; whether to go on. The watcher is asked every so many looks.
    pub(super) fn look(&mut self, pairs: usize) -> bool {
        self.progress.looks += pairs as u64;
        if self.progress.looks - self.asked_at >= LOOKS_BETWEEN {
            self.asked_at = self.progress.looks;
            self.ask();
        }
        !self.is_stopped
    }

    /// Counts a bound; whether to go on.
    pub(super) fn step(&mut self) -> bool {
        self.progress.iterations += 1;
        self.ask();
        !self.is_stopped
    }

    fn ask(&mut self) {
        self.is_stopped |= (self.watch)(&self.progress).is_break();
    }

    /// Counts a node.
    pub(super) fn node(&mut self) {
        self.progress.nodes += 1;
    }

    /// Whether the watcher has stopped the work.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Keeps what a search says of the best worth and of what no worth exceeds.
    pub(super) fn tell(&mut self, worth: f64, bound: f64) {
        if let Some((base, sign)) = self.scale {
            self.progress.objective = base + sign * worth;
            let told = base + sign * bound;
            // The first bounds of a search may be weaker than what was plain to see.
            self.progress.bound =
                if sign > 0.0 { self.progress.bound.min(told) } else { self.progress.bound.max(told) };
        }
    }

    /// Keeps an objective and a bound as they are.
    pub(super) fn put(&mut self, objective: f64, bound: f64) {
        self.progress.objective = objective;
        self.progress.bound = bound;
    }

    /// What is known by now.
    pub(super) fn progress(&self) -> &Progress {
        &self.progress
    }
}
