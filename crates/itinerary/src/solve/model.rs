//! The problem as the search reads it: flat tables over stops, and for each group the times at which a visit may start.

use super::spans::{Opening, Spans};
use super::ticks::{NEVER, Time};
use crate::Problem;

/// Of no more stops than this are the shortest ways worked out.
const MOST_SHORTENED: usize = 128;

/// A checked problem, laid out for the search. A *stop* is a point by its number, a group's start, or the end.
pub(super) struct Model<'p> {
    pub(super) problem: &'p Problem,
    pub(super) points: usize,
    pub(super) groups: usize,
    pub(super) back_by: Time,
    /// The most metres on foot, of a group.
    pub(super) most_walk: i64,
    /// The longest time without a toilet.
    pub(super) without_toilet: Option<Time>,
    /// Sets of `one_of`, and the points `before` others, by point.
    pub(super) sets_of: Vec<Vec<u16>>,
    pub(super) ahead_of: Vec<Vec<u16>>,
    pub(super) behind: Vec<Vec<u16>>,
    /// What a visit is worth to a group beside the sets that it fulfils: its score, and [`Self::must`] where it must be visited.
    pub(super) worth: Vec<i64>,
    /// What meeting one thing that must be is worth: more than all scores together.
    pub(super) must: i64,
    /// Whether groups stand in each other's way at a point.
    pub(super) shared: Vec<bool>,
    pub(super) any_shared: bool,
    /// Whether a point that comes into a route changes nothing for others but the route's times, and what must or must not be with it.
    pub(super) apart: bool,
    width: usize,
    travel: Vec<Time>,
    /// The same from column to row: times to a stop lie beside each other.
    travel_back: Vec<Time>,
    /// Times by the shortest way, whatever stops it goes by; empty where there are too many stops for it to be worked out.
    least: Vec<Time>,
    walk: Vec<i64>,
    stay: Vec<Time>,
    spans: Spans,
}

impl<'p> Model<'p> {
    /// Lays out a problem that has passed [`Problem::checked`].
    pub(super) fn new(problem: &'p Problem) -> Self {
        let (points, groups) = (problem.points.len(), problem.groups.len());
        let nodes: Vec<usize> = (problem.points.iter().map(|point| point.node))
            .chain(problem.groups.iter().map(|group| group.start))
            .chain([problem.end])
            .collect();
        let pairs = || nodes.iter().flat_map(|&from| nodes.iter().map(move |&to| (from, to)));
        let longest = problem.max_leg.unwrap_or(u32::MAX);
        let travel = pairs().map(|(from, to)| {
            let time = problem.travel[from][to];
            if time <= longest { time as Time } else { NEVER }
        });
        let walk = match (&problem.max_walk_m, problem.walk_m.is_empty()) {
            (Some(_), false) => pairs().map(|(from, to)| problem.walk_m[from][to].into()).collect(),
            _ => Vec::new(),
        };
        let stay = |people: u32, point: &crate::Point| (point.stay.base + point.stay.per_person * people) as Time;
        let stays =
            problem.groups.iter().flat_map(|group| problem.points.iter().map(|point| stay(group.people, point)));
        let most: i64 = problem.points.iter().map(|point| i64::from(point.score)).sum();
        let must = most * groups as i64 + 1;
        let mut model = Self {
            problem,
            points,
            groups,
            back_by: problem.back_by as Time,
            most_walk: problem.max_walk_m.map_or(i64::MAX, Into::into),
            without_toilet: problem.max_without_toilet.map(|time| time.min(NEVER as u32) as Time),
            sets_of: vec![Vec::new(); points],
            ahead_of: vec![Vec::new(); points],
            behind: vec![Vec::new(); points],
            worth: problem.points.iter().map(|point| i64::from(point.score) + i64::from(point.must) * must).collect(),
            must,
            shared: vec![false; points],
            any_shared: false,
            apart: false,
            width: nodes.len(),
            travel: travel.collect(),
            travel_back: Vec::new(),
            least: Vec::new(),
            walk,
            stay: stays.collect(),
            spans: Spans::default(),
        };
        model.relate();
        model.stay_at_home();
        model.turn();
        model.shorten();
        model.spans = Spans::new(problem, |group, point| model.stay(group, point));
        if groups > 1 {
            for (shared, point) in model.shared.iter_mut().zip(&problem.points) {
                *shared = point.at_once.is_some() || !point.slots.is_empty();
            }
            model.any_shared = model.shared.contains(&true);
        }
        model.apart =
            !model.any_shared && !model.walks() && model.without_toilet.is_none() && problem.before.is_empty();
        model
    }

    /// Who visits nothing and ends where the day began has nowhere to go, whatever the table says of a node and itself.
    fn stay_at_home(&mut self) {
        for (group, about) in self.problem.groups.iter().enumerate() {
            if about.start == self.problem.end {
                let leg = self.start_of(group) * self.width + self.end();
                self.travel[leg] = 0;
                if let Some(walk) = self.walk.get_mut(leg) {
                    *walk = 0;
                }
            }
        }
    }

    /// Enters sets and orders by point.
    fn relate(&mut self) {
        for (number, set) in self.problem.one_of.iter().enumerate() {
            for &point in &set.points {
                if self.sets_of[point].last() != Some(&(number as u16)) {
                    self.sets_of[point].push(number as u16);
                }
            }
        }
        // One visit alone is in order, whatever a pair says of a point and itself.
        for &[first, second] in self.problem.before.iter().filter(|[first, second]| first != second) {
            self.behind[first].push(second as u16);
            self.ahead_of[second].push(first as u16);
        }
    }

    fn turn(&mut self) {
        let width = self.width;
        self.travel_back = (0..width * width).map(|at| self.travel[at % width * width + at / width]).collect();
    }

    /// Works out the shortest ways (R. W. Floyd, "Algorithm 97: shortest path", 1962).
    fn shorten(&mut self) {
        if self.width > MOST_SHORTENED {
            return;
        }
        let width = self.width;
        let mut least = self.travel.clone();
        for by in 0..width {
            let onward = least[by * width..][..width].to_vec();
            for row in least.chunks_exact_mut(width) {
                let there = row[by];
                if there < NEVER {
                    for (time, on) in row.iter_mut().zip(&onward) {
                        *time = (*time).min(there + on);
                    }
                }
            }
        }
        self.least = least;
    }

    /// The stop at which a group sets out.
    pub(super) fn start_of(&self, group: usize) -> usize {
        self.points + group
    }

    /// The stop at which all end.
    pub(super) fn end(&self) -> usize {
        self.points + self.groups
    }

    /// When a group sets out at the earliest.
    pub(super) fn leave_from(&self, group: usize) -> Time {
        self.problem.groups[group].leave_from as Time
    }

    /// Time from stop to stop; [`NEVER`] where nobody goes.
    pub(super) fn travel(&self, from: usize, to: usize) -> Time {
        self.travel[from * self.width + to]
    }

    /// No less time than this is needed from stop to stop, whatever way one takes.
    pub(super) fn least_travel(&self, from: usize, to: usize) -> Time {
        match self.least.get(from * self.width + to) {
            Some(&least) => least,
            None => Some(self.travel(from, to)).filter(|&time| time < NEVER).unwrap_or(0),
        }
    }

    /// Times from a stop to every stop.
    pub(super) fn travel_from(&self, from: usize) -> &[Time] {
        &self.travel[from * self.width..][..self.width]
    }

    /// Times from every stop to a stop.
    pub(super) fn travel_to(&self, to: usize) -> &[Time] {
        &self.travel_back[to * self.width..][..self.width]
    }

    /// Whether metres on foot are limited at all.
    pub(super) fn walks(&self) -> bool {
        !self.walk.is_empty()
    }

    /// Metres on foot from stop to stop, where they are limited.
    pub(super) fn walk(&self, from: usize, to: usize) -> i64 {
        if self.walk.is_empty() { 0 } else { self.walk[from * self.width + to] }
    }

    /// How long a group's visit takes.
    pub(super) fn stay(&self, group: usize, point: usize) -> Time {
        self.stay[group * self.points + point]
    }

    /// When a group's visit may start, other groups aside.
    pub(super) fn opening(&self, group: usize, point: usize) -> &Opening {
        self.spans.opening(group * self.points + point)
    }

    /// The earliest start at `time` or later, other groups aside.
    pub(super) fn earliest(&self, group: usize, point: usize, time: Time) -> Time {
        self.spans.earliest(self.opening(group, point), time)
    }

    /// The latest start at `time` or earlier, other groups aside; negative where there is none.
    pub(super) fn latest(&self, group: usize, point: usize, time: Time) -> Time {
        self.spans.latest(self.opening(group, point), time)
    }

    /// Until when a visit may start that may start at `start`, in the same span, other groups aside.
    pub(super) fn span_end(&self, group: usize, point: usize, start: Time) -> Time {
        self.spans.end_of(self.opening(group, point), start)
    }

    /// Whether a visit may be worth something to somebody.
    pub(super) fn may_pay(&self, point: usize) -> bool {
        self.worth[point] > 0 || self.sets_of[point].iter().any(|&set| self.problem.one_of[usize::from(set)].must)
    }

    /// Whether a point has a toilet.
    pub(super) fn toilet(&self, point: usize) -> bool {
        self.problem.points[point].toilet
    }
}
