//! A question as numbers for the solver, and what each of its points stands for.

use std::collections::{BTreeMap, BTreeSet};

use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::{PlaceIx, Snapshot};
use yuren_itinerary::{Group, MOST_POINTS, OneOf, Point, Problem, Stay, Window};

use super::assumed::UNKNOWN_CAPACITY;
use super::body::{LunchAtBody, ModeBody};
use super::booking::slots;
use super::candidate::{Candidate, candidates};
use super::limits::CANDIDATES;
use super::lunch::Lunch;
use super::order::Stop;
use super::question::FieldStudy;
use super::travel::Legs;
use crate::planning::Planner;

/// The node of the school.
pub(crate) const SCHOOL: usize = 0;

/// What a point of the problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A visit to a candidate.
    Visit(usize),
    /// Lunch by it, or in it.
    Lunch(usize),
}

impl Meaning {
    /// The candidate's position.
    pub(crate) fn candidate(self) -> usize {
        match self {
            Self::Visit(candidate) | Self::Lunch(candidate) => candidate,
        }
    }
}

/// A day as numbers.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    pub(crate) problem: Problem,
    /// What each point is; lunches after visits.
    pub(crate) meanings: Vec<Meaning>,
    /// What may be visited, by place, barred ones too.
    pub(crate) candidates: Vec<Candidate>,
    /// Positions of those that went to the solver.
    pub(crate) chosen: Vec<usize>,
    /// The legs among the nodes: the school, the chosen candidates, and where the day goes on.
    pub(crate) legs: Legs,
    /// Pupils and adults of each group whose day is planned.
    pub(crate) shares: Vec<(u32, u32)>,
}

impl Day {
    pub(crate) fn new(question: &FieldStudy, snapshot: &Snapshot, planner: &Planner) -> Self {
        let candidates = candidates(question, snapshot);
        let chosen = chosen(question, &candidates);
        let mut nodes: Vec<(LonLat<Wgs84>, &[LonLat<Wgs84>])> = vec![node(snapshot, &question.school)];
        let places = chosen.iter().map(|&one| candidates[one].place_of(snapshot));
        nodes.extend(places.map(|place| (place.position.point, place.entrances.as_slice())));
        nodes.extend(question.from_now.as_ref().map(|now| node(snapshot, &now.from)));
        let legs = Legs::of(question, snapshot, planner, &nodes);
        let all = question.shares();
        let shares: Vec<(u32, u32)> = question.planned_groups().iter().map(|&group| all[group]).collect();
        let start = if question.from_now.is_some() { nodes.len() - 1 } else { SCHOOL };
        let leave_from = question.from_now.as_ref().map_or(question.leave_from, |now| now.at);
        let group = |&(pupils, adults): &(u32, u32)| Group { people: pupils + adults, start, leave_from };
        let visits = (0..chosen.len()).map(|n| visit(question, snapshot, &candidates[chosen[n]], n + 1));
        let mut points: Vec<Point> = visits.collect();
        let mut meanings: Vec<Meaning> = chosen.iter().map(|&one| Meaning::Visit(one)).collect();
        let mut one_of = Vec::new();
        if let Some(lunch) = &question.lunch {
            // Of very many places the first ones: what is named stands before what is best by score.
            for n in 0..chosen.len().min(MOST_POINTS - chosen.len()) {
                if let Some(point) = lunch_at(lunch, &points[n]) {
                    meanings.push(Meaning::Lunch(chosen[n]));
                    points.push(point);
                }
            }
            one_of.extend(
                (points.len() > chosen.len())
                    .then(|| OneOf { points: (chosen.len()..points.len()).collect(), must: true }),
            );
        }
        let problem = Problem {
            groups: shares.iter().map(group).collect(),
            end: SCHOOL,
            back_by: question.back_by,
            points,
            travel: legs.minutes.clone(),
            walk_m: legs.metres.clone().filter(|_| question.mode == ModeBody::Walk).unwrap_or_default(),
            once: false,
            before: before(question, &candidates, &chosen),
            one_of,
            max_leg: Some(question.max_leg),
            max_walk_m: question.max_walk_m,
            max_without_toilet: question.max_without_toilet,
        };
        Self { problem, meanings, candidates, chosen, legs, shares }
    }

    /// The point of a visit to a place.
    pub(crate) fn visit_of(&self, place: PlaceIx) -> Option<usize> {
        self.chosen.iter().position(|&one| self.candidates[one].place == place)
    }

    /// The point of lunch by the place of a visit's point.
    pub(crate) fn lunch_by(&self, visit: usize) -> Option<usize> {
        self.meanings.iter().position(|&meaning| meaning == Meaning::Lunch(self.chosen[visit]))
    }

    /// Whether a point is a visit, and no lunch.
    pub(crate) fn is_visit(&self, point: usize) -> bool {
        matches!(self.meanings[point], Meaning::Visit(_))
    }
}

fn node<'a>(snapshot: &'a Snapshot, spot: &super::reading::Spot) -> (LonLat<Wgs84>, &'a [LonLat<Wgs84>]) {
    let entrances = spot.place.map(|place| snapshot.places()[place as usize].entrances.as_slice());
    (spot.at, entrances.unwrap_or_default())
}

/// The candidates that go to the solver: what must be visited or stands in a sequence, and the best of what is not barred.
fn chosen(question: &FieldStudy, candidates: &[Candidate]) -> Vec<usize> {
    let ordered: BTreeSet<PlaceIx> = question.order.iter().flat_map(super::order::Given::named).collect();
    let is_fixed =
        |candidate: &Candidate| question.must.contains(&candidate.place) || ordered.contains(&candidate.place);
    let mut chosen: Vec<usize> =
        (0..candidates.len()).filter(|&one| is_fixed(&candidates[one]) || candidates[one].barred.is_none()).collect();
    chosen.sort_by_key(|&one| (!is_fixed(&candidates[one]), std::cmp::Reverse(candidates[one].worth.score), one));
    // What is fixed is never cut off: the question may list so many at most.
    let fixed = chosen.iter().take_while(|&&one| is_fixed(&candidates[one])).count();
    chosen.truncate(CANDIDATES.max(fixed));
    chosen
}

fn visit(question: &FieldStudy, snapshot: &Snapshot, candidate: &Candidate, node: usize) -> Point {
    let (group_min, known_max) = candidate.group_sizes(snapshot);
    let booking = candidate.role_of(snapshot).booking.as_ref().map(|booking| &booking.value);
    let capacity = candidate.capacity(snapshot);
    let is_ordered = question.order.iter().any(|order| order.places().any(|place| place == candidate.place));
    let is_improved = is_ordered && question.order.as_ref().is_some_and(|order| order.improve);
    let must = question.must.contains(&candidate.place);
    // Whoever names a place has asked there, or will.
    let assumed = (known_max.is_none() && !must && !is_ordered).then_some(UNKNOWN_CAPACITY);
    Point {
        node,
        score: candidate.worth.score,
        stay: Stay { base: candidate.stay, per_person: 0 },
        windows: candidate.hours.windows.clone(),
        group_min,
        group_max: known_max.or(assumed),
        at_once: capacity.or(assumed),
        slots: slots(booking, capacity),
        must: must || is_improved,
        toilet: candidate.has_toilet(snapshot),
    }
}

/// Lunch by a place, if there is time for it there.
fn lunch_at(lunch: &Lunch, visit: &Point) -> Option<Point> {
    let (from, to, minutes) = (lunch.from, lunch.to, lunch.minutes);
    let within = |window: &Window| {
        let (open, close) = (window.open.max(from), window.close.min(to));
        (open + minutes <= close).then(|| Window { open, last_entry: close - minutes, close })
    };
    let windows: Vec<Window> = match lunch.at {
        LunchAtBody::Anywhere => vec![Window { open: from, last_entry: to - minutes, close: to }],
        LunchAtBody::Stops => visit.windows.iter().filter_map(within).collect(),
    };
    let is_inside = lunch.at == LunchAtBody::Stops;
    (!windows.is_empty()).then(|| Point {
        node: visit.node,
        score: 0,
        stay: Stay { base: minutes, per_person: 0 },
        windows,
        group_min: None,
        group_max: visit.group_max.filter(|_| is_inside),
        at_once: visit.at_once.filter(|_| is_inside),
        slots: Vec::new(),
        must: false,
        toilet: visit.toilet,
    })
}

/// The pairs among the chosen that are asked for, or pinned.
fn before(question: &FieldStudy, candidates: &[Candidate], chosen: &[usize]) -> Vec<[usize; 2]> {
    let point: BTreeMap<PlaceIx, usize> =
        chosen.iter().enumerate().map(|(point, &one)| (candidates[one].place, point)).collect();
    let pinned = question.order.iter().filter(|order| order.improve).flat_map(super::order::Given::pinned_pairs);
    let pairs: BTreeSet<[PlaceIx; 2]> = question.before.iter().copied().chain(pinned).collect();
    pairs.iter().filter_map(|[first, second]| Some([*point.get(first)?, *point.get(second)?])).collect()
}

/// A stop of a sequence as a point; lunch goes by the place that it names, or else that comes before it, or else after it.
pub(crate) fn sequence(day: &Day, stops: &[Stop]) -> Vec<usize> {
    let visits: Vec<Option<usize>> = stops
        .iter()
        .map(|stop| match stop {
            Stop::Place(place) => day.visit_of(*place),
            Stop::Lunch(_) => None,
        })
        .collect();
    let by = |i: usize| visits[..i].iter().rev().chain(&visits[i..]).flatten().next().copied();
    let point = |(i, stop): (usize, &Stop)| match stop {
        Stop::Place(_) => visits[i],
        Stop::Lunch(place) => {
            place.map_or_else(|| by(i), |place| day.visit_of(place)).and_then(|visit| day.lunch_by(visit))
        }
    };
    stops.iter().enumerate().filter_map(point).collect()
}
