//! What the search works on: a route a group, with times, and what the groups' visits come to together.

use std::cmp::Reverse;

use super::model::Model;
use super::ticks::{NEVER, Time};
use crate::Visit;

/// No position in a route.
pub(super) const ABSENT: u16 = u16::MAX;

/// A group's route: stops in order, each as early as can be.
#[derive(Default)]
pub(super) struct Line {
    pub(super) stops: Vec<u16>,
    /// When the group is at a stop, and after all stops at the end.
    pub(super) arrive: Vec<Time>,
    /// When a visit starts and ends.
    pub(super) start: Vec<Time>,
    pub(super) end: Vec<Time>,
    /// The latest arrival at a stop, and after all stops at the end, with which the rest still goes well, toilets aside.
    pub(super) latest: Vec<Time>,
    /// When the group is at the end, in all its legs how long on the way, and metres on foot where they are limited.
    pub(super) back: Time,
    pub(super) travel: Time,
    pub(super) walk: i64,
}

/// All groups' routes.
#[derive(Default)]
pub(super) struct Day {
    pub(super) lines: Vec<Line>,
    /// Where in its route a group visits a point, by group and point.
    at: Vec<u16>,
    /// How many groups visit a point.
    pub(super) visitors: Vec<u8>,
    /// How many points of a set a group visits, by group and set.
    in_set: Vec<u8>,
    /// Scores, and what must be, together.
    pub(super) value: i64,
}

/// By what one plan is better than another, the greater the better: value, then less travel, then groups back earlier.
pub(super) type Rank = (i64, Reverse<i64>, Reverse<i64>);

impl Clone for Line {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.clone_from(self);
        copy
    }

    /// Field by field, into what is already there: this runs at every step of the search.
    fn clone_from(&mut self, other: &Self) {
        self.stops.clone_from(&other.stops);
        self.arrive.clone_from(&other.arrive);
        self.start.clone_from(&other.start);
        self.end.clone_from(&other.end);
        self.latest.clone_from(&other.latest);
        (self.back, self.travel, self.walk) = (other.back, other.travel, other.walk);
    }
}

impl Clone for Day {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.clone_from(self);
        copy
    }

    fn clone_from(&mut self, other: &Self) {
        self.lines.clone_from(&other.lines);
        self.at.clone_from(&other.at);
        self.visitors.clone_from(&other.visitors);
        self.in_set.clone_from(&other.in_set);
        self.value = other.value;
    }
}

impl Day {
    /// Nobody visits anything. Times are not worked out yet.
    pub(super) fn empty(model: &Model<'_>) -> Self {
        Self {
            lines: vec![Line::default(); model.groups],
            at: vec![ABSENT; model.groups * model.points],
            visitors: vec![0; model.points],
            in_set: vec![0; model.groups * model.problem.one_of.len()],
            value: 0,
        }
    }

    /// Enters the times of a route's visits as they are said to be, for other groups to see: its stops are in.
    pub(super) fn settle(&mut self, model: &Model<'_>, group: usize, visits: &[Visit]) {
        let line = &mut self.lines[group];
        line.start = visits.iter().map(|visit| visit.start.min(NEVER as u32) as Time).collect();
        let stays = line.stops.iter().map(|&point| model.stay(group, point.into()));
        line.end = line.start.iter().zip(stays).map(|(start, stay)| start + stay).collect();
    }

    /// How good this is.
    pub(super) fn rank(&self) -> Rank {
        let sum = |part: fn(&Line) -> Time| self.lines.iter().map(|line| i64::from(part(line))).sum();
        (self.value, Reverse(sum(|line| line.travel)), Reverse(sum(|line| line.back)))
    }

    /// Where in a group's route a point is visited, or [`ABSENT`].
    pub(super) fn position(&self, model: &Model<'_>, group: usize, point: usize) -> u16 {
        self.at[group * model.points + point]
    }

    /// What it would be worth if a group visited a point; none if it must not, wherever it came.
    pub(super) fn gain(&self, model: &Model<'_>, group: usize, point: usize) -> Option<i64> {
        let taken =
            if model.problem.once { self.visitors[point] > 0 } else { self.position(model, group, point) != ABSENT };
        if taken {
            return None;
        }
        let mut gain = model.worth[point];
        for &set in &model.sets_of[point] {
            if self.in_set[group * model.problem.one_of.len() + usize::from(set)] > 0 {
                return None;
            }
            gain += i64::from(model.problem.one_of[usize::from(set)].must) * model.must;
        }
        Some(gain)
    }

    /// Between which positions a point may come into a route, by what comes before what; both may be taken.
    pub(super) fn range(&self, model: &Model<'_>, group: usize, point: usize) -> (usize, usize) {
        let (mut first, mut last) = (0, self.lines[group].stops.len());
        for &ahead in &model.ahead_of[point] {
            let at = self.position(model, group, ahead.into());
            if at != ABSENT {
                first = first.max(usize::from(at) + 1);
            }
        }
        for &behind in &model.behind[point] {
            last = last.min(self.position(model, group, behind.into()).into());
        }
        (first, last)
    }

    /// Puts a point into a route. The caller then works out the times.
    pub(super) fn insert(&mut self, model: &Model<'_>, group: usize, position: usize, point: usize) {
        self.count(model, group, point, true);
        self.lines[group].stops.insert(position, point as u16);
        self.number(model, group, position);
    }

    /// Takes some stops out of a route and puts others in their place. The caller then works out the times.
    pub(super) fn replace(&mut self, model: &Model<'_>, group: usize, range: std::ops::Range<usize>, by: &[u16]) {
        for position in range.clone() {
            let point = usize::from(self.lines[group].stops[position]);
            self.count(model, group, point, false);
            self.at[group * model.points + point] = ABSENT;
        }
        for &point in by {
            self.count(model, group, point.into(), true);
        }
        let first = range.start;
        self.lines[group].stops.splice(range, by.iter().copied());
        self.number(model, group, first);
    }

    /// Takes those points out of a route that `goes` says. The caller then works out the times.
    pub(super) fn remove(&mut self, model: &Model<'_>, group: usize, goes: impl Fn(usize) -> bool) {
        let mut stops = std::mem::take(&mut self.lines[group].stops);
        let mut position = 0;
        stops.retain(|&point| {
            let gone = goes(position);
            if gone {
                self.count(model, group, point.into(), false);
                self.at[group * model.points + usize::from(point)] = ABSENT;
            }
            position += 1;
            !gone
        });
        self.lines[group].stops = stops;
        self.number(model, group, 0);
    }

    /// Enters the positions of a route from one on.
    fn number(&mut self, model: &Model<'_>, group: usize, from: usize) {
        for (position, &point) in self.lines[group].stops.iter().enumerate().skip(from) {
            self.at[group * model.points + usize::from(point)] = position as u16;
        }
    }

    /// Enters that a group visits a point, or no longer.
    fn count(&mut self, model: &Model<'_>, group: usize, point: usize, comes: bool) {
        let (sign, by) = if comes { (1, 1) } else { (-1, 1u8.wrapping_neg()) };
        self.value += sign * model.worth[point];
        self.visitors[point] = self.visitors[point].wrapping_add(by);
        for &set in &model.sets_of[point] {
            let count = &mut self.in_set[group * model.problem.one_of.len() + usize::from(set)];
            *count = count.wrapping_add(by);
            self.value += sign * i64::from(model.problem.one_of[usize::from(set)].must) * model.must;
        }
    }

    /// The earliest start of a group's visit at `time` or later, beside what other groups visit; [`NEVER`] where there is none.
    #[inline]
    pub(super) fn earliest(&self, model: &Model<'_>, group: usize, point: usize, time: Time) -> Time {
        let mut start = model.earliest(group, point, time);
        if model.shared[point] {
            while start < NEVER
                && let Some(clash) = self.clash(model, group, point, start)
            {
                start = model.earliest(group, point, clash.after);
            }
        }
        start
    }

    /// The latest start of a group's visit at `time` or earlier, beside what other groups visit; negative where there is none.
    pub(super) fn latest(&self, model: &Model<'_>, group: usize, point: usize, time: Time) -> Time {
        let mut start = model.latest(group, point, time);
        if model.shared[point] {
            while start >= 0
                && let Some(clash) = self.clash(model, group, point, start)
            {
                start = model.latest(group, point, clash.before);
            }
        }
        start
    }
}
