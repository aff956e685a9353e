//! The best day there is, by trying every sequence and every tick: slow, and with nothing from the crate but what a problem says.

use std::cmp::Reverse;

use yuren_itinerary::{Plan, Problem, Visit};

/// How good a day is, the greater the better: less of what must be is missing, score, less travel, back earlier.
pub(crate) type Goodness = (Reverse<usize>, u64, Reverse<u32>, Reverse<u32>);

/// How good a plan is, by its numbers.
pub(crate) fn of_plan(problem: &Problem, plan: &Plan) -> Goodness {
    let sequences: Vec<Vec<usize>> =
        plan.routes.iter().map(|route| route.visits.iter().map(|visit| visit.point).collect()).collect();
    let sum = |part: fn(&yuren_itinerary::Route) -> u32| Reverse(plan.routes.iter().map(part).sum());
    (Reverse(missing(problem, &sequences)), plan.score, sum(|route| route.travel), sum(|route| route.back))
}

/// How many things that must be are missing from some groups' sequences.
pub(crate) fn missing(problem: &Problem, sequences: &[Vec<usize>]) -> usize {
    let musts = (0..problem.points.len()).filter(|&point| problem.points[point].must);
    let without = |point: usize| sequences.iter().filter(|sequence| !sequence.contains(&point)).count();
    let points =
        musts.map(|point| if problem.once { usize::from(without(point) == sequences.len()) } else { without(point) });
    let sets = problem.one_of.iter().filter(|set| set.must).map(|set| {
        sequences.iter().filter(|sequence| !set.points.iter().any(|point| sequence.contains(point))).count()
    });
    points.sum::<usize>() + sets.sum::<usize>()
}

/// One group's search: `others` are the visits of other groups, with how many people there are on each.
pub(crate) struct Oracle<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) group: usize,
    pub(crate) others: &'a [(u32, Visit)],
}

/// A way to be somewhere: when it is left, and when a toilet was left last.
type Way = (u32, u32);

impl Oracle<'_> {
    /// Calls `found` with every sequence that can be, its travel and when the group is back at the earliest.
    pub(crate) fn every(&self, found: &mut dyn FnMut(&[usize], u32, u32)) {
        let who = self.problem.groups[self.group];
        let leaving: Vec<Way> = (who.leave_from..=self.problem.back_by).map(|leave| (leave, leave)).collect();
        self.go_on(&mut Vec::new(), who.start, &leaving, [0, 0], found);
    }

    fn go_on(
        &self,
        sequence: &mut Vec<usize>,
        node: usize,
        ways: &[Way],
        sums: [u32; 2],
        found: &mut dyn FnMut(&[usize], u32, u32),
    ) {
        let (end, stays) = (self.problem.end, sequence.is_empty() && node == self.problem.end);
        if let Some(([travel, walk], leg)) = if stays { Some((sums, 0)) } else { self.leg(node, end, sums) } {
            let home =
                ways.iter().filter(|(time, left)| time + leg <= self.problem.back_by && self.bears(time + leg - left));
            if let Some(back) = home.map(|(time, _)| time + leg).min()
                && self.problem.max_walk_m.is_none_or(|most| walk <= most)
            {
                found(sequence, travel, back);
            }
        }
        for point in 0..self.problem.points.len() {
            if sequence.contains(&point) || !self.may_follow(sequence, point) {
                continue;
            }
            let at = &self.problem.points[point];
            let Some((sums, leg)) = self.leg(node, at.node, sums) else { continue };
            let stay = at.stay.base + at.stay.per_person * self.problem.groups[self.group].people;
            let mut further: Vec<Way> = Vec::new();
            for &(time, left) in ways {
                let arrive = time + leg;
                if at.toilet && !self.bears(arrive - left) {
                    continue;
                }
                let starts = (arrive..=self.problem.back_by).filter(|&start| self.may_start(point, start, stay));
                further.extend(starts.map(|start| (start + stay, if at.toilet { start + stay } else { left })));
            }
            further.sort_unstable();
            further.dedup();
            if self.problem.max_without_toilet.is_none() {
                further.truncate(1);
            }
            if !further.is_empty() {
                sequence.push(point);
                self.go_on(sequence, at.node, &further, sums, found);
                sequence.pop();
            }
        }
    }

    fn leg(&self, from: usize, to: usize, [travel, walk]: [u32; 2]) -> Option<([u32; 2], u32)> {
        let leg = self.problem.travel[from][to];
        let walk = walk + self.problem.walk_m.get(from).map_or(0, |row| row[to]);
        self.problem.max_leg.is_none_or(|most| leg <= most).then_some(([travel + leg, walk], leg))
    }

    fn bears(&self, without: u32) -> bool {
        self.problem.max_without_toilet.is_none_or(|most| without <= most)
    }

    /// Whether orders and sets let a point follow a sequence.
    fn may_follow(&self, sequence: &[usize], point: usize) -> bool {
        let before = self
            .problem
            .before
            .iter()
            .all(|&[first, second]| first != point || !sequence.contains(&second) || second == point);
        let alone = |set: &yuren_itinerary::OneOf| {
            !set.points.contains(&point) || !set.points.iter().any(|other| sequence.contains(other))
        };
        before && self.problem.one_of.iter().all(alone)
    }

    fn may_start(&self, point: usize, start: u32, stay: u32) -> bool {
        let (at, people) = (&self.problem.points[point], self.problem.groups[self.group].people);
        let open = at
            .windows
            .iter()
            .any(|window| window.open <= start && start <= window.last_entry && start + stay <= window.close);
        let size = at.group_min.is_none_or(|least| least <= people) && at.group_max.is_none_or(|most| people <= most);
        let here = || self.others.iter().filter(move |(_, visit)| visit.point == point);
        let slot = at.slots.iter().find(|slot| slot.from <= start && start < slot.to);
        let admitted = match slot {
            None => at.slots.is_empty(),
            Some(slot) => {
                let taken = here().filter(|(_, visit)| slot.from <= visit.start && visit.start < slot.to);
                taken.map(|(people, _)| people).sum::<u32>() + people <= slot.people
            }
        };
        let fits = |tick: u32| {
            let inside = here().filter(|(_, visit)| visit.start <= tick && tick < visit.end);
            at.at_once.is_none_or(|most| inside.map(|(people, _)| people).sum::<u32>() + people <= most)
        };
        open && size && admitted && (start..start + stay).all(fits)
    }
}

/// The best day of a problem with one group; none if there is none at all.
pub(crate) fn best(problem: &Problem) -> Option<Goodness> {
    let oracle = Oracle { problem, group: 0, others: &[] };
    let mut best = None;
    oracle.every(&mut |sequence, travel, back| {
        let score = sequence.iter().map(|&point| u64::from(problem.points[point].score)).sum();
        let missing = missing(problem, &[sequence.to_vec()]);
        best = best.max(Some((Reverse(missing), score, Reverse(travel), Reverse(back))));
    });
    best
}
