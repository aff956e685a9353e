//! From a batch of places to all goals at once.
//!
//! As in PHAST (D. Delling et al., 2011) and its restriction to some goals: up the order from each place of the batch, then once
//! down through all that lies above any goal, a lane for each place of the batch.

use super::hierarchy::{Hierarchy, Metric};
use crate::{Deciseconds, NEVER};

/// How many places a batch holds: their times fill a line of the processor's cache.
pub(super) const LANES: usize = 16;

/// No way, or one too long: twice this is still a number.
pub(super) const FAR: i32 = (1 << 30) - 1;

/// A place's ends of its edge, each with the time between it and the place.
pub(super) type Ends = [(u32, Deciseconds); 2];

/// Goals, and all that lies above them in the order, from the top down.
pub(super) struct Sweep<'a> {
    hierarchy: &'a Hierarchy,
    metric: &'a Metric,
    /// Where each node stands in `times`, by its rank; or [`Self::ABSENT`].
    place_of: Vec<u32>,
    /// Where the arcs of each place begin in `arcs`, and where the last ones end.
    first: Vec<u32>,
    /// The arcs down to each place: the place above, which comes before it, and the time from there.
    arcs: Vec<(u32, i32)>,
    /// The ends of each goal's edge as places, with the time from there to the goal.
    goals: Vec<[(u32, i32); 2]>,
    /// The times from each place of the batch.
    times: Vec<[i32; LANES]>,
    /// The times on the way up, by rank; [`FAR`] but during a climb.
    climbed: Vec<i32>,
}

impl<'a> Sweep<'a> {
    const ABSENT: u32 = u32::MAX;

    pub(super) fn new(hierarchy: &'a Hierarchy, metric: &'a Metric, goals: Vec<Ends>) -> Self {
        let nodes = hierarchy.cch.node_count();
        let mut place_of = vec![Self::ABSENT; nodes];
        let mut needed = Vec::new();
        for ends in &goals {
            for rank in hierarchy.and_ancestors(lower(hierarchy, ends)) {
                if place_of[rank as usize] != Self::ABSENT {
                    break;
                }
                place_of[rank as usize] = 0;
                needed.push(rank);
            }
        }
        needed.sort_unstable_by(|a, b| b.cmp(a));
        let (mut first, mut arcs) = (vec![0], Vec::new());
        for (place, &rank) in (0..).zip(&needed) {
            place_of[rank as usize] = place;
            for arc in hierarchy.up(rank) {
                let (above, time) = (hierarchy.cch.up_head[arc], shorten(metric.backward[arc]));
                if time < FAR {
                    arcs.push((place_of[above as usize], time));
                }
            }
            first.push(arcs.len() as u32);
        }
        let at_place = |(node, time): (u32, Deciseconds)| (place_of[hierarchy.rank(node) as usize], shorten(time));
        let goals = goals.into_iter().map(|ends| ends.map(at_place)).collect();
        let times = vec![[FAR; LANES]; needed.len()];
        Self { hierarchy, metric, place_of, first, arcs, goals, times, climbed: vec![FAR; nodes] }
    }

    /// Appends a row for each place of a batch of at most [`LANES`]: the times to every goal.
    pub(super) fn run(&mut self, batch: &[Ends], rows: &mut Vec<Deciseconds>) {
        self.times.fill([FAR; LANES]);
        for (lane, ends) in batch.iter().enumerate() {
            self.climb(lane, ends);
        }
        self.descend();
        for lane in 0..batch.len() {
            rows.extend(self.goals.iter().map(|goal| {
                let [a, b] = goal.map(|(place, time)| self.times[place as usize][lane] + time);
                if a.min(b) < FAR { a.min(b) as Deciseconds } else { NEVER }
            }));
        }
    }

    /// Times to all that lies above a place, as far as goals lie below it.
    fn climb(&mut self, lane: usize, ends: &Ends) {
        for &(node, time) in ends {
            let known = &mut self.climbed[self.hierarchy.rank(node) as usize];
            *known = (*known).min(shorten(time));
        }
        for rank in self.hierarchy.and_ancestors(lower(self.hierarchy, ends)) {
            let now = std::mem::replace(&mut self.climbed[rank as usize], FAR);
            if now == FAR {
                continue;
            }
            if let Some(times) = self.times.get_mut(self.place_of[rank as usize] as usize) {
                times[lane] = now;
            }
            let up = self.hierarchy.up(rank);
            for (&above, &time) in self.hierarchy.cch.up_head[up.clone()].iter().zip(&self.metric.forward[up]) {
                let known = &mut self.climbed[above as usize];
                *known = (*known).min(now + shorten(time));
            }
        }
    }

    /// The best times of all places from what lies above each.
    fn descend(&mut self) {
        for place in 0..self.times.len() {
            let (above, here) = self.times.split_at_mut(place);
            let best = &mut here[0];
            for &(place, time) in &self.arcs[self.first[place] as usize..self.first[place + 1] as usize] {
                for (best, from) in best.iter_mut().zip(&above[place as usize]) {
                    *best = (*best).min(from + time);
                }
            }
        }
    }
}

/// The end of an edge that comes first in the order: the other lies above it.
fn lower(hierarchy: &Hierarchy, ends: &Ends) -> u32 {
    hierarchy.rank(ends[0].0).min(hierarchy.rank(ends[1].0))
}

/// A time as lanes hold it.
fn shorten(time: Deciseconds) -> i32 {
    time.min(FAR as Deciseconds).cast_signed()
}
