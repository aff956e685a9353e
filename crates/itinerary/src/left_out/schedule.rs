//! Times for a sequence of points: each visit starts as soon as it can, and later only where otherwise a group would be without a
//! toilet for too long.

use super::reason::Obstacle;
use super::starts::{Guest, Starts, stay};
use crate::Problem;

/// How often times are moved for the sake of toilets before that is given up. Each time, some stop goes to a later window; days have
/// few of them, and a problem made to have many is not to take all day.
const MOST_PASSES: usize = 256;

/// A group's day, with what the other groups leave it.
pub(super) struct Day<'a> {
    problem: &'a Problem,
    group: usize,
    /// When a visit of each point may start.
    starts: Vec<Starts>,
}

/// When the group is at a stop and when it leaves there. The stops are the start, the points in order, and the end.
#[derive(Clone, Copy)]
struct At {
    arrive: u64,
    leave: u64,
}

impl<'a> Day<'a> {
    pub(super) fn of(problem: &'a Problem, group: usize, guests: &[Vec<Guest>]) -> Self {
        let people = problem.groups[group].people;
        let starts = problem.points.iter().zip(guests).map(|(point, guests)| Starts::of(point, people, guests));
        Self { problem, group, starts: starts.collect() }
    }

    /// When the group is back from visiting these points, of which there is one at least, or the first thing that fails: a leg, a stop, the time back, the way on
    /// foot, the toilets.
    pub(super) fn back(&self, sequence: &[usize]) -> Result<u64, Obstacle> {
        let nodes = self.nodes(sequence);
        self.legs_fit(&nodes)?;
        let mut times = self.times(sequence, &nodes, &vec![0; sequence.len() + 1])?;
        self.in_time(&times)?;
        self.walk_fits(&nodes)?;
        if let Some(most) = self.problem.max_without_toilet {
            times = self.with_toilets(sequence, &nodes, times, most.into())?;
        }
        Ok(times.last().map_or(0, |end| end.arrive))
    }

    /// The nodes from start to end.
    fn nodes(&self, sequence: &[usize]) -> Vec<usize> {
        let points = sequence.iter().map(|&point| self.problem.points[point].node);
        std::iter::once(self.problem.groups[self.group].start).chain(points).chain([self.problem.end]).collect()
    }

    fn legs_fit(&self, nodes: &[usize]) -> Result<(), Obstacle> {
        let Some(most) = self.problem.max_leg else { return Ok(()) };
        let longest = nodes.windows(2).map(|leg| self.problem.travel[leg[0]][leg[1]]).max();
        match longest.filter(|&travel| travel > most) {
            Some(travel) => Err(Obstacle::LegTooLong { over: (travel - most).into(), travel: travel.into() }),
            None => Ok(()),
        }
    }

    fn walk_fits(&self, nodes: &[usize]) -> Result<(), Obstacle> {
        let Some(most) = self.problem.max_walk_m.map(u64::from) else { return Ok(()) };
        let walk_m = walk_m(self.problem, nodes);
        if walk_m > most { Err(Obstacle::TooFarOnFoot { over: walk_m - most, walk_m }) } else { Ok(()) }
    }

    fn in_time(&self, times: &[At]) -> Result<(), Obstacle> {
        let (back, back_by) = (times.last().map_or(0, |end| end.arrive), u64::from(self.problem.back_by));
        if back > back_by { Err(Obstacle::BackLate { late: back - back_by, back }) } else { Ok(()) }
    }

    /// The earliest times with nobody off, and no visit begun, before its `floor`.
    fn times(&self, sequence: &[usize], nodes: &[usize], floors: &[u64]) -> Result<Vec<At>, Obstacle> {
        let group = self.problem.groups[self.group];
        let mut now = u64::from(group.leave_from).max(floors[0]);
        let mut times = vec![At { arrive: now, leave: now }];
        for (k, &point) in sequence.iter().enumerate() {
            let arrive = now + u64::from(self.problem.travel[nodes[k]][nodes[k + 1]]);
            let earliest = arrive.max(floors[k + 1]);
            let Some(start) = self.starts[point].from(earliest) else {
                let late = earliest - self.starts[point].last().unwrap_or(0);
                return Err(Obstacle::Misses { late, point, arrive: earliest });
            };
            now = start + stay(&self.problem.points[point], group.people);
            times.push(At { arrive, leave: now });
        }
        now += u64::from(self.problem.travel[nodes[sequence.len()]][self.problem.end]);
        times.push(At { arrive: now, leave: now });
        Ok(times)
    }

    /// Moves what a stretch without a toilet begins with to a later time, by just what the stretch is too long, until none is: times
    /// only ever rise to what they have to be, so these are the earliest that keep to `most`.
    fn with_toilets(
        &self,
        sequence: &[usize],
        nodes: &[usize],
        mut times: Vec<At>,
        most: u64,
    ) -> Result<Vec<At>, Obstacle> {
        let mut floors = vec![0; sequence.len() + 1];
        let Some((from, to)) = self.too_long(sequence, &times, most) else { return Ok(times) };
        let time = times[to].arrive - times[from].leave;
        let obstacle = Obstacle::NoToilet { over: time - most, time };
        for _ in 0..MOST_PASSES {
            let Some((from, to)) = self.too_long(sequence, &times, most) else { return Ok(times) };
            let on_the_way: u64 = (from..to).map(|k| u64::from(self.problem.travel[nodes[k]][nodes[k + 1]])).sum();
            let people = self.problem.groups[self.group].people;
            let inside = |k: usize| stay(&self.problem.points[sequence[k - 1]], people);
            let least = on_the_way + (from + 1..to).map(inside).sum::<u64>();
            if least > most {
                return Err(obstacle);
            }
            floors[from] = times[to].arrive - most - if from == 0 { 0 } else { inside(from) };
            times = self.times(sequence, nodes, &floors).map_err(|_| obstacle)?;
            self.in_time(&times).map_err(|_| obstacle)?;
        }
        Err(obstacle)
    }

    /// The first stretch without a toilet that is over `most`: the stops at which it begins and ends.
    fn too_long(&self, sequence: &[usize], times: &[At], most: u64) -> Option<(usize, usize)> {
        let toilet = |k: usize| k == times.len() - 1 || self.problem.points[sequence[k - 1]].toilet;
        let mut from = 0;
        for to in (1..times.len()).filter(|&k| toilet(k)) {
            if times[to].arrive - times[from].leave > most {
                return Some((from, to));
            }
            from = to;
        }
        None
    }
}

/// Metres on foot along these nodes.
pub(super) fn walk_m(problem: &Problem, nodes: &[usize]) -> u64 {
    if problem.walk_m.is_empty() {
        return 0;
    }
    nodes.windows(2).map(|leg| u64::from(problem.walk_m[leg[0]][leg[1]])).sum()
}
