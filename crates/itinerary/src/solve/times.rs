//! A route's times: forward as early as can be, backward as late as may be.
//!
//! A visit pushed past the end of a window goes on to the next one. Later in is never earlier out, so the latest arrival at a stop
//! with which the rest goes well says all that an insertion before it has to know: it is forward slack (M. W. P. Savelsbergh,
//! "The vehicle routing problem with time windows: minimizing route duration", 1992) stated as a time, for windows of any number.

use super::day::{Day, Line};
use super::model::Model;
use super::ticks::{NEVER, Time};

impl Day {
    /// Works out a group's times after its stops have changed, and how long other groups may now take. False if there are none:
    /// the day is then of no use.
    pub(super) fn retime(&mut self, model: &Model<'_>, group: usize) -> bool {
        if !self.forward(model, group) {
            return false;
        }
        self.backward(model, group);
        if model.any_shared {
            for other in (0..model.groups).filter(|&other| other != group) {
                self.backward(model, other);
            }
        }
        true
    }

    /// Times as early as can be. With a longest time without a toilet, what follows one may have to follow sooner: then the visit
    /// with the toilet starts later, by just so much, and so on until nothing is amiss. Starts only ever rise, and each is the least
    /// that all the others allow, so that what comes out is the earliest of all that is right.
    fn forward(&mut self, model: &Model<'_>, group: usize) -> bool {
        let mut line = std::mem::take(&mut self.lines[group]);
        let fits = match model.without_toilet {
            None => self.pass(model, group, &mut line),
            Some(most) => self.pass_with_toilets(model, group, &mut line, most),
        };
        let fits = fits && line.back <= model.back_by && line.walk <= model.most_walk;
        self.lines[group] = line;
        fits
    }

    fn pass(&self, model: &Model<'_>, group: usize, line: &mut Line) -> bool {
        let (mut here, mut time) = (model.start_of(group), model.leave_from(group));
        line.arrive.clear();
        line.start.clear();
        line.end.clear();
        (line.travel, line.walk) = (0, 0);
        for &point in &line.stops {
            let point = usize::from(point);
            let leg = model.travel(here, point);
            let start = self.earliest(model, group, point, time + leg);
            if start == NEVER {
                return false;
            }
            line.travel += leg;
            line.walk += model.walk(here, point);
            line.arrive.push(time + leg);
            time = start + model.stay(group, point);
            line.start.push(start);
            line.end.push(time);
            here = point;
        }
        let leg = model.travel(here, model.end());
        line.travel = line.travel.saturating_add(leg);
        line.walk += model.walk(here, model.end());
        line.back = time + leg;
        line.arrive.push(line.back);
        true
    }

    /// The same, with a longest time without a toilet.
    fn pass_with_toilets(&self, model: &Model<'_>, group: usize, line: &mut Line, most: Time) -> bool {
        let legs = || {
            let stops = line.stops.iter().map(|&point| usize::from(point));
            std::iter::once(model.start_of(group)).chain(stops.clone()).zip(stops.chain([model.end()]))
        };
        line.travel = legs().fold(0, |sum: Time, (from, to)| sum.saturating_add(model.travel(from, to)));
        line.walk = legs().map(|(from, to)| model.walk(from, to)).sum();
        // No start before these: the group's leaving first, then its visits'.
        let mut floor = vec![0; line.stops.len() + 1];
        floor[0] = model.leave_from(group);
        // The last stop with a toilet, counted as in `floor`; when it was left; how long it has been at least, waiting aside.
        let (mut last, mut left, mut least) = (0, floor[0], 0);
        let (mut here, mut time) = (model.start_of(group), floor[0]);
        let count = line.stops.len();
        line.arrive.resize(count + 1, 0);
        line.start.resize(count, 0);
        line.end.resize(count, 0);
        let mut next = 0;
        while next <= count {
            let stop = if next < count { usize::from(line.stops[next]) } else { model.end() };
            let leg = model.travel(here, stop);
            let arrival = time + leg;
            if arrival >= NEVER {
                return false;
            }
            least += leg;
            line.arrive[next] = arrival;
            if (next == count || model.toilet(stop)) && arrival - left > most {
                if least > most {
                    return false;
                }
                // Again from the toilet that was left too soon.
                let stay = if last == 0 { 0 } else { line.end[last - 1] - line.start[last - 1] };
                floor[last] = arrival - most - stay;
                least = 0;
                if last == 0 {
                    (here, time, next) = (model.start_of(group), floor[0], 0);
                } else {
                    here = usize::from(line.stops[last - 1]);
                    let start = self.earliest(model, group, here, line.start[last - 1].max(floor[last]));
                    if start == NEVER {
                        return false;
                    }
                    (line.start[last - 1], line.end[last - 1]) = (start, start + stay);
                    (time, next) = (start + stay, last);
                }
                left = time;
                continue;
            }
            if next == count {
                line.back = arrival;
                break;
            }
            let start = self.earliest(model, group, stop, arrival.max(floor[next + 1]));
            if start == NEVER {
                return false;
            }
            let stay = model.stay(group, stop);
            (line.start[next], line.end[next]) = (start, start + stay);
            time = start + stay;
            least += stay;
            if model.toilet(stop) {
                (last, left, least) = (next + 1, time, 0);
            }
            here = stop;
            next += 1;
        }
        true
    }

    /// Works out how late one may come to each stop of a route, toilets aside.
    fn backward(&mut self, model: &Model<'_>, group: usize) {
        let mut latest = std::mem::take(&mut self.lines[group].latest);
        let count = self.lines[group].stops.len();
        latest.resize(count + 1, 0);
        latest[count] = model.back_by;
        let mut next = model.end();
        for position in (0..count).rev() {
            let point = usize::from(self.lines[group].stops[position]);
            let leave_by = latest[position + 1] - model.travel(point, next);
            latest[position] = self.latest(model, group, point, leave_by - model.stay(group, point));
            next = point;
        }
        self.lines[group].latest = latest;
    }
}
