//! A way to a point.

use crate::solve::ticks::Time;

/// A way to a point: when one leaves it, and what was gathered.
#[derive(Clone, Copy)]
pub(super) struct Label {
    /// When the point is left.
    pub(super) time: Time,
    /// The point, by its number among the candidates, and the label before this one.
    pub(super) candidate: u32,
    pub(super) from: u32,
    pub(super) value: i64,
    /// The candidates that are out of question: visited, to come before one of these, or of a set of which one is visited.
    pub(super) closed: u64,
    pub(super) walk: i64,
    /// Since the last toilet: the least time it could have taken, and the latest time one could have left it.
    pub(super) since: Time,
    pub(super) left_by: Time,
    pub(super) dominated: bool,
}

/// A leg and a visit, as toilets see them.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) leg: Time,
    pub(super) stay: Time,
    /// When the visit may start at the latest, in the span in which it does.
    pub(super) last_start: Time,
    pub(super) toilet: bool,
}

impl Label {
    /// Works out how long one is without a toilet on a way that goes one step on from another. False if that is too long.
    pub(super) fn go_without(&mut self, from: &Label, step: Step, most: Time) -> bool {
        let since = from.since + step.leg;
        if step.toilet {
            (self.since, self.left_by) = (0, step.last_start + step.stay);
            let arrival = from.time + step.leg;
            since <= most && arrival - from.left_by.min(arrival - since) <= most
        } else {
            self.since = since + step.stay;
            self.left_by = from.left_by.min(step.last_start - since);
            self.since <= most
        }
    }
}
