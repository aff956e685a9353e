//! The best way through a part of a route: dynamic programming over labels (M. Desrochers, J. Desrosiers and M. Solomon, "A new
//! optimization algorithm for the vehicle routing problem with time windows", 1992; G. Righini and M. Salani, "Decremental state
//! space relaxation strategies and initialization heuristics for solving the orienteering problem with time windows", 2009).
//!
//! A label is a way to a point: when one leaves it, and what was gathered. Of two ways to a point the one that leaves no later with no
//! less is kept, whatever points they went by. Each way visits a point once; but the better way that goes by a point which the best
//! rest would need hides the worse one that does not, so that what comes out is good and not always the best. Among few candidates a
//! way is only dropped for one that leaves open all that it does: then nothing better is hidden.

mod gap;
mod label;

use std::ops::Range;

use super::day::Day;
use super::model::Model;
use super::ticks::Time;
use gap::Gap;
use label::{Label, Step};

/// How many points may be tried at once.
pub(super) const MOST: usize = 64;
/// Of so many candidates nothing is hidden.
pub(super) const FEW: usize = 16;
/// No more labels than this.
const LABELS: usize = 30_000;
const NONE: u32 = u32::MAX;

/// Memory that is used again, and the candidates' tables.
#[derive(Default)]
pub(super) struct Segment {
    labels: Vec<Label>,
    fronts: Vec<Vec<u32>>,
    gains: Vec<i64>,
    closes: Vec<u64>,
    travel: Vec<Time>,
    to_next: Vec<Time>,
    least_to_next: Vec<Time>,
    /// Whether a way must leave open what another does to be no worse.
    strict: bool,
}

impl Segment {
    /// Puts the best of `candidates` into a route in place of `range`, in the best order. The candidates are points that are
    /// not in the rest of the route. False if times went wrong, or there is no way: the day is then of no use.
    pub(super) fn replace(
        &mut self,
        model: &Model<'_>,
        day: &mut Day,
        group: usize,
        range: Range<usize>,
        candidates: &mut Vec<u16>,
    ) -> bool {
        let gap = Gap::new(model, day, group, &range);
        day.replace(model, group, range.clone(), &[]);
        candidates.retain(|&point| {
            let (first, last) = day.range(model, group, point.into());
            first <= range.start && range.start <= last && day.gain(model, group, point.into()).is_some()
        });
        candidates.truncate(MOST);
        self.prepare(model, day, &gap, candidates);
        let Some(best) = self.search(model, day, &gap, candidates) else { return false };
        day.replace(model, group, range.start..range.start, &best);
        day.retime(model, group)
    }

    /// Fills the tables.
    fn prepare(&mut self, model: &Model<'_>, day: &Day, gap: &Gap, candidates: &[u16]) {
        let count = candidates.len();
        self.strict = model.points <= FEW;
        self.gains.clear();
        self.gains.extend(
            candidates.iter().map(|&point| day.gain(model, gap.group, point.into()).expect("a candidate may come")),
        );
        let bits = |points: &[u16]| -> u64 {
            let bit = |(number, point): (usize, &u16)| u64::from(points.contains(point)) << number;
            candidates.iter().enumerate().map(bit).sum()
        };
        let own = |point: usize, number: usize| {
            let sets = model.sets_of[point].iter().map(|&set| &model.problem.one_of[usize::from(set)].points);
            let shared = |(other, candidate): (usize, &u16)| {
                u64::from(sets.clone().any(|set| set.contains(&usize::from(*candidate)))) << other
            };
            let same: u64 =
                if model.sets_of[point].is_empty() { 0 } else { candidates.iter().enumerate().map(shared).sum() };
            same | bits(&model.ahead_of[point]) | 1 << number
        };
        self.closes.clear();
        self.closes.extend(candidates.iter().enumerate().map(|(number, &point)| own(point.into(), number)));
        self.travel.clear();
        self.to_next.clear();
        self.least_to_next.clear();
        for &from in candidates {
            let row = model.travel_from(from.into());
            self.travel.extend(candidates.iter().map(|&to| row[usize::from(to)]));
            self.to_next.push(row[gap.next]);
            self.least_to_next.push(model.least_travel(from.into(), gap.next));
        }
        self.fronts.resize_with(self.fronts.len().max(count), Vec::new);
        self.fronts[..count].iter_mut().for_each(Vec::clear);
        self.labels.clear();
    }

    /// The best way through the gap: most worth, then soonest at what follows.
    fn search(&mut self, model: &Model<'_>, day: &Day, gap: &Gap, candidates: &[u16]) -> Option<Vec<u16>> {
        let origin = Label {
            time: gap.time,
            candidate: NONE,
            from: NONE,
            value: 0,
            closed: 0,
            walk: 0,
            since: gap.since,
            left_by: gap.left_by,
            dominated: false,
        };
        self.labels.push(origin);
        let mut best: Option<(i64, Time, usize)> = None;
        let mut number = 0;
        while number < self.labels.len() {
            let label = self.labels[number];
            if label.dominated {
                number += 1;
                continue;
            }
            if let Some(arrival) = self.arrives(model, gap, &label, candidates)
                && best.is_none_or(|(value, soonest, _)| (label.value, -arrival) > (value, -soonest))
            {
                best = Some((label.value, arrival, number));
            }
            if self.labels.len() < LABELS {
                self.extend(model, day, gap, &label, number as u32, candidates);
            }
            number += 1;
        }
        let (.., mut number) = best?;
        let mut way = Vec::new();
        while self.labels[number].candidate != NONE {
            way.push(candidates[self.labels[number].candidate as usize]);
            number = self.labels[number].from as usize;
        }
        way.reverse();
        Some(way)
    }

    /// When a way is at what follows, if it can go there.
    fn arrives(&self, model: &Model<'_>, gap: &Gap, label: &Label, candidates: &[u16]) -> Option<Time> {
        let (leg, here) = if label.candidate == NONE {
            (model.travel(gap.here, gap.next), gap.here)
        } else {
            (self.to_next[label.candidate as usize], usize::from(candidates[label.candidate as usize]))
        };
        let arrival = label.time + leg;
        if let Some(most) = model.without_toilet
            && (gap.next == model.end() || model.toilet(gap.next))
            && arrival - label.left_by.min(arrival - label.since - leg) > most
        {
            return None;
        }
        (arrival <= gap.latest && (!model.walks() || label.walk + model.walk(here, gap.next) <= gap.walk))
            .then_some(arrival)
    }

    /// Every way that goes one point on.
    fn extend(&mut self, model: &Model<'_>, day: &Day, gap: &Gap, label: &Label, number: u32, candidates: &[u16]) {
        let count = candidates.len();
        let here = if label.candidate == NONE { gap.here } else { candidates[label.candidate as usize].into() };
        for (next, &point) in candidates.iter().enumerate() {
            if label.closed >> next & 1 == 1 {
                continue;
            }
            let point = usize::from(point);
            let leg = if label.candidate == NONE {
                model.travel(here, point)
            } else {
                self.travel[label.candidate as usize * count + next]
            };
            let arrival = label.time + leg;
            if arrival > model.opening(gap.group, point).last {
                continue;
            }
            let walk = if model.walks() { label.walk + model.walk(here, point) } else { 0 };
            if walk > gap.walk {
                continue;
            }
            let stay = model.stay(gap.group, point);
            let mut start = day.earliest(model, gap.group, point, arrival);
            while start + stay + self.least_to_next[next] <= gap.latest {
                let mut way = Label {
                    time: start + stay,
                    candidate: next as u32,
                    from: number,
                    value: label.value + self.gains[next],
                    closed: label.closed | self.closes[next],
                    walk,
                    since: 0,
                    left_by: 0,
                    dominated: false,
                };
                let Some(most) = model.without_toilet else {
                    self.keep(way, next);
                    break;
                };
                let last_start = model.span_end(gap.group, point, start);
                if !way.go_without(label, Step { leg, stay, last_start, toilet: model.toilet(point) }, most) {
                    break;
                }
                self.keep(way, next);
                // Later in may be better: a toilet is then left later.
                start = day.earliest(model, gap.group, point, last_start + 1);
            }
        }
    }

    /// Keeps a way unless another is no worse, and drops those that it is no worse than.
    fn keep(&mut self, way: Label, at: usize) {
        let (labels, strict) = (&mut self.labels, self.strict);
        let no_worse = |a: &Label, b: &Label| {
            (!strict || a.closed & !b.closed == 0)
                && a.time <= b.time
                && a.value >= b.value
                && a.walk <= b.walk
                && a.left_by >= b.left_by
                && a.since <= b.since
        };
        let front = &mut self.fronts[at];
        if front.iter().any(|&other| no_worse(&labels[other as usize], &way)) {
            return;
        }
        front.retain(|&other| {
            let other = &mut labels[other as usize];
            other.dominated = no_worse(&way, other);
            !other.dominated
        });
        front.push(labels.len() as u32);
        labels.push(way);
    }
}
