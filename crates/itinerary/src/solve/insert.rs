//! Where one point more goes into a route, tested in constant time a position.

use std::ops::RangeInclusive;

use super::day::Day;
use super::model::Model;
use super::ticks::{NEVER, Time};

/// A way to put a point into a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) group: usize,
    pub(super) point: usize,
    pub(super) position: usize,
    /// How much later the group then is at the next stop: the way round, the wait and the stay.
    pub(super) shift: Time,
    /// What it is worth.
    pub(super) gain: i64,
}

/// What putting one point in changed of a route's times.
#[derive(Clone, Debug)]
pub(super) struct Shifted {
    group: usize,
    /// Where the point came in.
    from: usize,
    /// Up to this position a fit may have another shift; from the next one on all is as it was, one position on.
    to: usize,
}

impl Shifted {
    /// After a point came in at `from`; `ends` are the visits' ends from there on, as they were before.
    pub(super) fn after(day: &Day, group: usize, from: usize, ends: &[Time]) -> Self {
        let line = &day.lines[group];
        let same = line.end[from + 1..].iter().zip(ends).position(|(now, before)| now == before);
        Self { group, from, to: same.map_or(line.stops.len(), |stop| from + 1 + stop) }
    }
}

impl Day {
    /// Where a point goes into a group's route with the least shift, the first of equals, if it goes in at all.
    pub(super) fn best_fit(&self, model: &Model<'_>, group: usize, point: usize) -> Option<Fit> {
        let gain = self.gain(model, group, point)?;
        let (first, last) = self.range(model, group, point);
        self.best_fit_between(model, group, point, first..=last).map(|(shift, position)| Fit {
            group,
            point,
            position,
            shift,
            gain,
        })
    }

    /// The same as [`Self::best_fit`] after another point came in, from what it was before: only what may have changed is looked at
    /// anew. Where groups stand in each other's way, or ways on foot, toilets or orders of points are limited, more may change, and
    /// all is. Where a way round is shorter than the way itself, a position that was none before may be missed.
    pub(super) fn refit(&self, model: &Model<'_>, fit: &Fit, shifted: &Shifted) -> Option<Fit> {
        let &Fit { group, point, .. } = fit;
        if !model.apart {
            return self.best_fit(model, group, point);
        }
        let gain = self.gain(model, group, point)?;
        if group != shifted.group {
            return Some(Fit { gain, ..*fit });
        }
        let line = &self.lines[group];
        let is_before = fit.position < shifted.from;
        let position = if is_before { fit.position } else { fit.position + 1 };
        let still_fits = if is_before {
            // What follows has less time to spare than before.
            line.arrive[position] + fit.shift <= line.latest[position]
        } else {
            position > shifted.to
        };
        if !still_fits {
            return self.best_fit(model, group, point);
        }
        let same = (fit.shift, position);
        let changed = self.best_fit_between(model, group, point, shifted.from..=shifted.to);
        let (shift, position) = changed.map_or(same, |changed| changed.min(same));
        Some(Fit { position, shift, gain, ..*fit })
    }

    /// The least shift of a point and its position, the first of equals, among some positions.
    fn best_fit_between(
        &self,
        model: &Model<'_>,
        group: usize,
        point: usize,
        positions: RangeInclusive<usize>,
    ) -> Option<(Time, usize)> {
        let line = &self.lines[group];
        let opening = model.opening(group, point);
        let stay = model.stay(group, point);
        let room = model.most_walk - line.walk;
        let (there, on) = (model.travel_to(point), model.travel_from(point));
        let count = line.stops.len();
        // Whoever must be further on before the point opens, has no time for it.
        let first = (*positions.start()).max(line.latest.partition_point(|&latest| latest < opening.from() + stay));
        let mut best: Option<(Time, usize)> = None;
        for position in first..=*positions.end() {
            let (here, time) = match position.checked_sub(1) {
                None => (model.start_of(group), model.leave_from(group)),
                Some(before) => (usize::from(line.stops[before]), line.end[before]),
            };
            if time > opening.last {
                break;
            }
            let next = if position < count { usize::from(line.stops[position]) } else { model.end() };
            let (arrive, latest) = (line.arrive[position], line.latest[position]);
            // Before the point's windows are looked at: it is no sooner than if it were always open.
            let soonest = (time + there[here] + stay).saturating_add(on[next]);
            if soonest > latest || best.is_some_and(|(least, _)| soonest - arrive >= least) {
                continue;
            }
            let start = self.earliest(model, group, point, time + there[here]);
            let arrival = start + stay + on[next];
            if start == NEVER || arrival > latest {
                continue;
            }
            let shift = arrival - arrive;
            if best.is_none_or(|(least, _)| shift < least)
                && (!model.walks()
                    || model.walk(here, point) + model.walk(point, next) - model.walk(here, next) <= room)
            {
                best = Some((shift, position));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::random::Random;
    use crate::{Group, Point, Problem, Stay, Window};

    /// Points of a square of 50 by 50, each open for some while of a day of 400, some twice.
    fn problem(random: &mut Random, points: usize) -> Problem {
        let at: Vec<[u32; 2]> = (0..=points).map(|_| [random.below(50) as u32, random.below(50) as u32]).collect();
        let leg = |a: &[u32; 2], b: &[u32; 2]| a[0].abs_diff(b[0]) + a[1].abs_diff(b[1]);
        let mut window = |from: u32| {
            let open = from + random.below(100) as u32;
            let last_entry = open + random.below(100) as u32;
            Window { open, last_entry, close: last_entry + 10 }
        };
        let points = (1..=points)
            .map(|node| Point {
                node,
                score: 1 + node as u32,
                stay: Stay { base: 10, per_person: 0 },
                windows: if node % 3 == 0 {
                    vec![window(0), window(220)]
                } else {
                    vec![window(20 * (node as u32 % 9))]
                },
                group_min: None,
                group_max: None,
                at_once: None,
                slots: Vec::new(),
                must: false,
                toilet: false,
            })
            .collect();
        Problem {
            groups: vec![Group { people: 20, start: 0, leave_from: 0 }],
            end: 0,
            back_by: 400,
            points,
            travel: at.iter().map(|a| at.iter().map(|b| leg(a, b)).collect()).collect(),
            walk_m: Vec::new(),
            once: false,
            before: Vec::new(),
            one_of: Vec::new(),
            max_leg: None,
            max_walk_m: None,
            max_without_toilet: None,
        }
    }

    #[test]
    fn what_is_looked_at_anew_after_an_insertion_gives_what_all_positions_would() {
        let random = &mut Random::new(1);
        let (mut known, mut moved, mut gone) = (0, 0, 0);
        for _ in 0..300 {
            let problem = problem(random, 30);
            let model = Model::new(&problem);
            let mut day = Day::empty(&model);
            assert!(model.apart && day.retime(&model, 0));
            let mut fits: Vec<Fit> = (0..model.points).filter_map(|point| day.best_fit(&model, 0, point)).collect();
            while !fits.is_empty() {
                let Fit { point, position, .. } = fits.swap_remove(random.below(fits.len()));
                let ends = day.lines[0].end[position..].to_vec();
                day.insert(&model, 0, position, point);
                assert!(day.retime(&model, 0));
                let shifted = Shifted::after(&day, 0, position, &ends);
                fits.retain_mut(|fit| {
                    let again = day.refit(&model, fit, &shifted);
                    assert_eq!(again, day.best_fit(&model, 0, fit.point), "{fit:?} after {shifted:?}");
                    match again {
                        Some(again) if again.position == fit.position => known += 1,
                        Some(_) => moved += 1,
                        None => gone += 1,
                    }
                    again.is_some_and(|again| {
                        *fit = again;
                        true
                    })
                });
            }
        }
        assert!([known, moved, gone].iter().all(|&times| times > 1000), "{known} {moved} {gone}");
    }
}
