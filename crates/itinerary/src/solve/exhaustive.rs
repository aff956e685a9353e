//! Every sequence of few points: what is best then is the best there is.

use std::cmp::Reverse;

use super::day::{Day, Rank};
use super::model::Model;
use super::ticks::{NEVER, Time};

/// So many points that a group could visit are few: there are 109,601 sequences of eight.
pub(super) const FEW: usize = 8;
/// Of so many they are tried again and again, once for each way in which the other groups go: there are 326 sequences of five.
pub(super) const VERY_FEW: usize = 5;

/// The way so far: the last stop, when it is left, and the way on foot.
#[derive(Clone, Copy)]
struct Reached {
    here: usize,
    time: Time,
    walk: i64,
}

struct Every<'m, 'p> {
    model: &'m Model<'p>,
    group: usize,
    points: &'m [usize],
    /// The day with the sequence that is being tried; its times are not worked out.
    day: Day,
    best: Option<(Rank, Day)>,
    /// How good a day is.
    rank: fn(&Day, usize) -> Rank,
}

/// The best day in which one group's route is another, each other group's as it is; none if that group has no route at all.
pub(super) fn best_route(model: &Model<'_>, day: &Day, group: usize, points: &[usize]) -> Option<Day> {
    route(model, day, group, points, |day, _| day.rank())
}

/// The same with the route on which that group is back the soonest: it leaves the most room for others.
pub(super) fn soonest_route(model: &Model<'_>, day: &Day, group: usize, points: &[usize]) -> Option<Day> {
    let soonness = |day: &Day, group: usize| {
        let line = &day.lines[group];
        (0, Reverse(line.back.into()), Reverse(line.travel.into()))
    };
    route(model, day, group, points, soonness)
}

fn route(model: &Model<'_>, day: &Day, group: usize, points: &[usize], rank: fn(&Day, usize) -> Rank) -> Option<Day> {
    let mut day = day.clone();
    day.remove(model, group, |_| true);
    let reached = Reached { here: model.start_of(group), time: model.leave_from(group), walk: 0 };
    let mut every = Every { model, group, points, day, best: None, rank };
    every.go_on(reached);
    every.best.map(|(_, day)| day)
}

impl Every<'_, '_> {
    /// Tries the sequence so far, and every one that begins with it.
    fn go_on(&mut self, reached: Reached) {
        let (model, group) = (self.model, self.group);
        if reached.time + model.travel(reached.here, model.end()) <= model.back_by {
            self.try_now();
        }
        for &point in self.points {
            if self.day.gain(model, group, point).is_none() {
                continue;
            }
            let position = self.day.lines[group].stops.len();
            if self.day.range(model, group, point).1 < position {
                continue;
            }
            let start = self.day.earliest(model, group, point, reached.time + model.travel(reached.here, point));
            let walk = reached.walk + model.walk(reached.here, point);
            if start == NEVER || start + model.stay(group, point) > model.back_by || walk > model.most_walk {
                continue;
            }
            self.day.insert(model, group, position, point);
            self.go_on(Reached { here: point, time: start + model.stay(group, point), walk });
            self.day.replace(model, group, position..position + 1, &[]);
        }
    }

    /// Takes the sequence so far if its times are right and it is the best.
    fn try_now(&mut self) {
        if self.best.as_ref().is_some_and(|(best, _)| self.day.value < best.0) {
            return;
        }
        let mut day = self.day.clone();
        if day.retime(self.model, self.group) {
            let rank = (self.rank)(&day, self.group);
            if self.best.as_ref().is_none_or(|(best, _)| rank > *best) {
                self.best = Some((rank, day));
            }
        }
    }
}
