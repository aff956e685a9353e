//! Times for sequences of groups that each have to make way for another somewhere.
//!
//! The serial schedule generation scheme: visits are placed one after another, each as early as those placed before it allow. In the
//! order in which the visits of a plan start, it comes to a plan that is nowhere later: a visit that starts sooner is over sooner, and
//! takes no room from one that starts after it. So where there is a plan, some order of the visits leads to it; orders are tried depth
//! first, the soonest start first (R. Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", 1996).

use super::day::Day;
use super::model::Model;
use super::ticks::{NEVER, Time};

/// So many visits are placed before it is given up.
const MOST_PLACED: usize = 5_000;

/// A day with times for sequences in none of which a point comes twice, if one is found.
pub(super) fn interleaved(model: &Model<'_>, sequences: &[Vec<usize>]) -> Option<Day> {
    let mut search = Interleaving { model, sequences, day: Day::empty(model), left: MOST_PLACED };
    search.go_on()
}

struct Interleaving<'s> {
    model: &'s Model<'s>,
    sequences: &'s [Vec<usize>],
    day: Day,
    left: usize,
}

/// A visit that may be placed next.
struct Next {
    start: Time,
    group: usize,
    point: usize,
}

impl Interleaving<'_> {
    /// Places the rest; what is placed is taken back where that cannot be done.
    fn go_on(&mut self) -> Option<Day> {
        let mut next: Vec<Next> = (0..self.model.groups).filter_map(|group| self.next_of(group)).collect();
        if next.is_empty() {
            let mut day = self.day.clone();
            return (0..self.model.groups).all(|group| day.retime(self.model, group)).then_some(day);
        }
        // Whoever has to wait for others now has to wait no less later.
        if next.iter().any(|next| next.start == NEVER) {
            return None;
        }
        // In what nobody shares nobody is in the way: there is nothing to choose.
        if let Some(alone) = next.iter().position(|next| !self.model.shared[next.point]) {
            next = vec![next.swap_remove(alone)];
        }
        next.sort_by_key(|next| next.start);
        next.iter().find_map(|next| {
            self.left = self.left.checked_sub(1)?;
            self.place(next);
            let found = self.go_on();
            self.take_back(next.group);
            found
        })
    }

    /// A group's next visit, as early as it may start beside what is placed.
    fn next_of(&self, group: usize) -> Option<Next> {
        let line = &self.day.lines[group];
        let &point = self.sequences[group].get(line.stops.len())?;
        let (here, time) = match line.stops.last() {
            Some(&last) => (usize::from(last), line.end[line.end.len() - 1]),
            None => (self.model.start_of(group), self.model.leave_from(group)),
        };
        let start = self.day.earliest(self.model, group, point, time + self.model.travel(here, point));
        Some(Next { start, group, point })
    }

    fn place(&mut self, &Next { start, group, point }: &Next) {
        let position = self.day.lines[group].stops.len();
        self.day.insert(self.model, group, position, point);
        let line = &mut self.day.lines[group];
        line.start.push(start);
        line.end.push(start + self.model.stay(group, point));
    }

    fn take_back(&mut self, group: usize) {
        let last = self.day.lines[group].stops.len() - 1;
        self.day.replace(self.model, group, last..last + 1, &[]);
        let line = &mut self.day.lines[group];
        line.start.pop();
        line.end.pop();
    }
}
