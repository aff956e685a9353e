//! Where one point more goes into a route, tested in constant time a position.

use super::day::Day;
use super::model::Model;
use super::ticks::{NEVER, Time};

/// A way to put a point into a route.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    pub(super) group: usize,
    pub(super) point: usize,
    pub(super) position: usize,
    /// How much later the group then is at the next stop: the way round, the wait and the stay.
    pub(super) shift: Time,
    /// What it is worth.
    pub(super) gain: i64,
}

impl Day {
    /// Where a point goes into a group's route with the least shift, the first of equals, if it goes in at all.
    pub(super) fn best_fit(&self, model: &Model<'_>, group: usize, point: usize) -> Option<Fit> {
        let gain = self.gain(model, group, point)?;
        let (first, last) = self.range(model, group, point);
        let line = &self.lines[group];
        let opening = model.opening(group, point);
        let stay = model.stay(group, point);
        let room = model.most_walk - line.walk;
        let (there, on) = (model.travel_to(point), model.travel_from(point));
        let count = line.stops.len();
        // Whoever must be further on before the point opens, has no time for it.
        let first = first.max(line.latest.partition_point(|&latest| latest < opening.from() + stay));
        let mut best: Option<Fit> = None;
        for position in first..=last {
            let (here, time) = match position.checked_sub(1) {
                None => (model.start_of(group), model.leave_from(group)),
                Some(before) => (usize::from(line.stops[before]), line.end[before]),
            };
            if time > opening.last {
                break;
            }
            let next = if position < count { usize::from(line.stops[position]) } else { model.end() };
            let start = self.earliest(model, group, point, time + there[here]);
            let arrival = start + stay + on[next];
            if start == NEVER || arrival > line.latest[position] {
                continue;
            }
            let shift = arrival - line.arrive[position];
            if best.is_none_or(|fit| shift < fit.shift)
                && (!model.walks()
                    || model.walk(here, point) + model.walk(point, next) - model.walk(here, next) <= room)
            {
                best = Some(Fit { group, point, position, shift, gain });
            }
        }
        best
    }
}
