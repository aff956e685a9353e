//! The search: room is made and filled up again, or a part is replaced by the best way through it; what helped is done more often.

use std::ops::Range;

use super::accept::Spell;
use super::day::Day;
use super::destroy::{WAYS, make_room};
use super::exhaustive;
use super::insert::Fit;
use super::model::Model;
use super::random::Random;
use super::repair::{Power, Rule, fill};
use super::segment::{FEW, Segment};
use super::ticks::NEVER;
use super::toilets::drop_idle;

/// Ways to make room, and the part that is replaced.
const MOVES: usize = WAYS.len() + 1;
/// How often weights are worked out anew, and what a move is worth that led to the best so far; to a better day; to another day.
const RECKONING: u64 = 200;
const REWARDS: [f64; 3] = [20.0, 6.0, 1.0];

/// A search that goes on as long as one likes.
pub(super) struct Search<'m, 'p> {
    model: &'m Model<'p>,
    random: Random,
    current: Day,
    trial: Day,
    pub(super) best: Day,
    spell: Spell,
    iterations: u64,
    weights: [f64; MOVES],
    rewards: [(f64, f64); MOVES],
    segment: Segment,
    fits: Vec<Fit>,
    candidates: Vec<u16>,
    keyed: Vec<(f64, u16)>,
}

impl<'m, 'p> Search<'m, 'p> {
    pub(super) fn new(model: &'m Model<'p>, start: Day, seed: u64) -> Self {
        let mut search = Self {
            model,
            random: Random::new(seed),
            current: start.clone(),
            trial: Day::default(),
            best: start,
            spell: Spell::new(),
            iterations: 0,
            weights: [1.0; MOVES],
            rewards: [(0.0, 0.0); MOVES],
            segment: Segment::default(),
            fits: Vec::new(),
            candidates: Vec::new(),
            keyed: Vec::new(),
        };
        let (scores, visits) = search.worth();
        search.spell.begin(scores, visits);
        search
    }

    /// Tries one more day. True if it is the best so far.
    pub(super) fn iterate(&mut self) -> bool {
        self.iterations += 1;
        let kind = self.choose();
        self.trial.clone_from(&self.current);
        let useful = self.change(kind) && self.close_up();
        let mut reward = 0.0;
        let mut better = false;
        if useful {
            if self.trial.rank() > self.best.rank() {
                better = true;
                self.best.clone_from(&self.trial);
                reward = REWARDS[0];
            } else if self.trial.value > self.current.value {
                reward = REWARDS[1];
            }
            if self.spell.takes(&self.trial, &self.current, &mut self.random) {
                if reward == 0.0 && self.trial.rank() != self.current.rank() {
                    reward = REWARDS[2];
                }
                std::mem::swap(&mut self.trial, &mut self.current);
            }
        }
        self.rewards[kind].0 += reward;
        self.rewards[kind].1 += 1.0;
        if self.iterations.is_multiple_of(RECKONING) {
            self.reckon();
        }
        let (scores, visits) = self.worth();
        if self.spell.step(scores, visits) {
            self.current.clone_from(&self.best);
        }
        better
    }

    /// Scores of the best day, and visits.
    fn worth(&self) -> (i64, usize) {
        let points = self.best.lines.iter().flat_map(|line| &line.stops);
        let score = |&point: &u16| i64::from(self.model.problem.points[usize::from(point)].score);
        (points.clone().map(score).sum(), points.count())
    }

    /// Where one group made room, others may be earlier. False if times went wrong.
    fn close_up(&mut self) -> bool {
        !self.model.any_shared || (0..self.model.groups).all(|group| self.trial.retime(self.model, group))
    }

    /// A move, the likelier the more it has helped.
    fn choose(&mut self) -> usize {
        let mut left = self.random.unit() * self.weights.iter().sum::<f64>();
        for (kind, weight) in self.weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return kind;
            }
        }
        0
    }

    /// Works out the weights anew, half from what they were.
    fn reckon(&mut self) {
        for (weight, (reward, times)) in self.weights.iter_mut().zip(&mut self.rewards) {
            if *times > 0.0 {
                *weight = (0.5 * *weight + 0.5 * *reward / *times).max(0.1);
            }
            (*reward, *times) = (0.0, 0.0);
        }
    }

    /// Changes the trial. False if nothing came of it: it is then of no use.
    fn change(&mut self, kind: usize) -> bool {
        let (model, random) = (self.model, &mut self.random);
        let first = random.below(model.groups);
        let mut groups = vec![first];
        if model.groups > 1 && random.below(2) == 0 {
            groups.push((first + 1 + random.below(model.groups - 1)) % model.groups);
        }
        for &group in &groups {
            let count = self.trial.lines[group].stops.len();
            let done = if let Some(&way) = WAYS.get(kind) {
                let most = (count / 3).clamp(2, 8);
                let stops = 1 + random.below(most);
                make_room(model, &mut self.trial, group, way, stops, random)
            } else if model.points <= exhaustive::VERY_FEW {
                // What is best for the others as they are, in everything that days are compared by.
                let points: Vec<usize> = (0..model.points).collect();
                let best = exhaustive::best_route(model, &self.trial, group, &points);
                best.is_some_and(|day| {
                    self.trial = day;
                    true
                })
            } else {
                let few = model.points <= FEW;
                let stops = if few { count } else { random.below(count.min(8) + 1) };
                let start = random.below(count - stops + 1);
                candidates(
                    model,
                    &self.trial,
                    group,
                    start..start + stops,
                    random,
                    &mut self.keyed,
                    &mut self.candidates,
                );
                self.segment.replace(model, &mut self.trial, group, start..start + stops, &mut self.candidates)
            };
            if !done {
                return false;
            }
        }
        let power = [Power::One, Power::Two, Power::Two, Power::Three][random.below(4)];
        let rule = Rule { power, noise: [0.0, 0.2, 0.5, 0.9][random.below(4)] };
        let filled = fill(model, &mut self.trial, &groups, rule, random, &mut self.fits);
        if filled {
            for group in groups {
                drop_idle(model, &mut self.trial, group);
            }
        }
        filled
    }
}

/// The stops of a part of a route, and points that may do better there.
fn candidates(
    model: &Model<'_>,
    day: &Day,
    group: usize,
    range: Range<usize>,
    random: &mut Random,
    keyed: &mut Vec<(f64, u16)>,
    chosen: &mut Vec<u16>,
) {
    let line = &day.lines[group];
    let (here, time) = match range.start.checked_sub(1) {
        None => (model.start_of(group), model.leave_from(group)),
        Some(before) => (line.stops[before].into(), line.end[before]),
    };
    let next = line.stops.get(range.end).map_or(model.end(), |&point| point.into());
    chosen.clear();
    chosen.extend(&line.stops[range.clone()]);
    keyed.clear();
    for point in 0..model.points {
        let useful =
            model.may_pay(point) || model.points <= FEW || model.without_toilet.is_some() && model.toilet(point);
        if !useful || time > model.opening(group, point).last {
            continue;
        }
        let Some(gain) = day.gain(model, group, point) else { continue };
        let (there, on) = (model.least_travel(here, point), model.least_travel(point, next));
        let start = model.earliest(group, point, time + there);
        let stay = model.stay(group, point);
        if start == NEVER || start + stay + on > line.latest[range.end] {
            continue;
        }
        let cost = (there + stay + on).max(1);
        keyed.push(((gain + 1) as f64 / f64::from(cost) * (0.2 + random.unit()), point as u16));
    }
    keyed.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    chosen.extend(keyed.iter().take(8).map(|&(_, point)| point));
}
