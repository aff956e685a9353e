//! What a part of a route leaves to be filled.

use std::ops::Range;

use crate::solve::day::Day;
use crate::solve::model::Model;
use crate::solve::ticks::{NEVER, Time};

/// What lies about the part: where one comes from and when, where one goes to and how late one may be there.
pub(super) struct Gap {
    pub(super) group: usize,
    pub(super) here: usize,
    pub(super) time: Time,
    pub(super) next: usize,
    pub(super) latest: Time,
    /// Metres on foot that are left for it.
    pub(super) walk: i64,
    /// Since the last toilet, as in a label.
    pub(super) since: Time,
    pub(super) left_by: Time,
}

impl Gap {
    pub(super) fn new(model: &Model<'_>, day: &Day, group: usize, range: &Range<usize>) -> Self {
        let line = &day.lines[group];
        let stop = |position: usize| line.stops.get(position).map_or(model.end(), |&point| usize::from(point));
        let (here, time) = match range.start.checked_sub(1) {
            None => (model.start_of(group), model.leave_from(group)),
            Some(before) => (stop(before), line.end[before]),
        };
        let next = stop(range.end);
        let legs = std::iter::once(here).chain(range.clone().map(stop)).zip(range.clone().map(stop).chain([next]));
        let freed: i64 = if model.walks() { legs.map(|(from, to)| model.walk(from, to)).sum() } else { 0 };
        let latest = line.latest.get(range.end).copied().unwrap_or(model.back_by);
        let mut gap = Self {
            group,
            here,
            time,
            next,
            latest,
            walk: model.most_walk - (line.walk - freed),
            since: 0,
            left_by: NEVER,
        };
        if model.without_toilet.is_some() {
            // How long it has been, taken as it is now: what the rest needs is seen when times are worked out.
            let toilet = (0..range.start).rev().find(|&position| model.toilet(stop(position)));
            let left = toilet.map_or(model.leave_from(group), |position| line.end[position]);
            if toilet.is_some() || range.start > 0 {
                gap.left_by = left;
                gap.since = time - left;
            }
        }
        gap
    }
}
