//! What it would cost to put a point into a group's route.

use std::ops::RangeInclusive;

use super::alone;
use super::reason::Reason;
use super::schedule::Day;
use super::starts::{Guest, guests_beside};
use crate::{Plan, Problem};

/// What is asked about one group's route.
pub(super) struct Question<'a> {
    problem: &'a Problem,
    group: usize,
    route: &'a [usize],
    /// For each point, the visits of the other groups.
    guests: Vec<Vec<Guest>>,
    day: Day<'a>,
}

impl<'a> Question<'a> {
    pub(super) fn new(problem: &'a Problem, plan: &Plan, group: usize, route: &'a [usize]) -> Self {
        let guests = guests_beside(problem, plan, group);
        let day = Day::of(problem, group, &guests);
        Self { problem, group, route, guests, day }
    }

    /// Why the group does not visit this point, which is not in its route.
    pub(super) fn why(&self, point: usize) -> Reason {
        if let Some(reason) = alone::shut(self.problem, self.group, point) {
            return reason;
        }
        let places = match self.choice_taken(point) {
            Some(reason) => Err(reason),
            None => places(self.problem, self.group, self.route, point),
        };
        match places.map(|places| self.best(point, places)) {
            // It may take less to go there by way of another point than directly: what fits is not told to be too far.
            Ok(fits @ Reason::WouldFit { .. }) => fits,
            Ok(reason) | Err(reason) => {
                alone::outing(self.problem, self.group, point, &self.guests[point]).unwrap_or(reason)
            }
        }
    }

    fn choice_taken(&self, point: usize) -> Option<Reason> {
        let sets = self.problem.one_of.iter().enumerate().filter(|(_, set)| set.points.contains(&point));
        let mut taken = sets.filter_map(|(number, set)| {
            let by = self.route.iter().find(|visited| set.points.contains(visited))?;
            Some(Reason::ChoiceTaken { group: self.group, set: number, by: *by })
        });
        taken.next()
    }

    /// Where it fits so that the group is back soonest, or where it does least harm.
    fn best(&self, point: usize, places: RangeInclusive<usize>) -> Reason {
        let group = self.group;
        let tried = places.map(|position| {
            let mut route = self.route.to_vec();
            route.insert(position, point);
            (self.day.back(&route), position)
        });
        // `Ok` sorts before `Err`.
        match tried.min() {
            Some((Ok(back), position)) => Reason::WouldFit { group, position, back },
            Some((Err(obstacle), position)) => {
                Reason::NoRoom { group, position, obstacle, instead_of: self.instead_of(point) }
            }
            None => unreachable!("a route has a place before its first visit"),
        }
    }

    /// The visited point of least score that can be left out and in whose place the point would fit.
    fn instead_of(&self, point: usize) -> Option<usize> {
        let fits = self.route.iter().enumerate().filter(|&(position, &visited)| {
            let mut route = self.route.to_vec();
            route.remove(position);
            let Ok(places) = places(self.problem, self.group, &route, point) else { return false };
            route.insert(position, point);
            !self.needed(visited) && places.contains(&position) && self.day.back(&route).is_ok()
        });
        fits.map(|(_, &visited)| visited).min_by_key(|&visited| self.problem.points[visited].score)
    }

    /// Whether the group, or somebody, has to visit a point that the group visits.
    fn needed(&self, visited: usize) -> bool {
        let chosen = self.problem.one_of.iter().any(|set| set.must && set.points.contains(&visited));
        chosen || self.problem.points[visited].must
    }
}

/// The places in a route, by the position that the point would have, that `before` leaves to it.
fn places(problem: &Problem, group: usize, route: &[usize], point: usize) -> Result<RangeInclusive<usize>, Reason> {
    let at = |other: usize| route.iter().position(|&visited| visited == other);
    let firsts = problem.before.iter().filter(|pair| pair[1] == point).filter_map(|pair| Some((at(pair[0])?, pair[0])));
    let seconds =
        problem.before.iter().filter(|pair| pair[0] == point).filter_map(|pair| Some((at(pair[1])?, pair[1])));
    let (after, before) = (firsts.max(), seconds.min());
    if let (Some((later, after)), Some((sooner, before))) = (after, before)
        && later >= sooner
    {
        return Err(Reason::NoPlaceInOrder { group, after, before });
    }
    Ok(after.map_or(0, |(position, _)| position + 1)..=before.map_or(route.len(), |(position, _)| position))
}
