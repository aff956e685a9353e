//! When no plan meets what is asked: the smallest changes with which one does (放宽条件).

mod change;

use crate::{MOST_GROUPS, Plan, Problem};

pub use change::Change;

/// How many of the points that must be visited are tried in pairs, the first of them.
const MOST_PAIRED: usize = 40;

/// In which steps, and how far at most, a limit is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    /// One step; what is found is a multiple of it.
    pub step: u32,
    /// The furthest.
    pub most: u32,
}

/// How far limits may be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Hours and durations, in ticks.
    pub time: Steps,
    /// The way on foot, in metres.
    pub walk_m: Steps,
}

/// A change with which there is a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// What is asked less.
    pub change: Change,
    /// A plan of [`Change::applied`].
    pub plan: Plan,
}

/// Finds single changes of a problem without a plan, each with the plan that shows it, those first that are given up most easily:
/// hours (equal ones: leaving earlier first), the longest leg, the way on foot, the time without a toilet, more groups, a set of
/// which none is visited, points that need not be (one, or where none suffices two). Of each limit it is the smallest number of steps
/// (halved down to: where `try_solve` misses plans, the smallest that it found), of splitting the fewest parts; of sets and points
/// each that suffices.
///
/// `try_solve` gives a plan that meets all that the problem asks, or none where it finds none. It is asked up to 2,500 times for the
/// largest problems, so it keeps its own time, and answers none at once when that is over.
pub fn relaxations(
    problem: &Problem,
    reach: Reach,
    try_solve: &mut dyn FnMut(&Problem) -> Option<Plan>,
) -> Vec<Relaxation> {
    let mut attempt = |change: Change| {
        let plan = try_solve(&change.applied(problem)?)?;
        Some(Relaxation { change, plan })
    };
    let mut found = Vec::new();
    for (change, steps) in [
        (Change::LeaveEarlier as fn(u32) -> Change, reach.time),
        (Change::ComeBackLater, reach.time),
        (Change::LongerLeg, reach.time),
        (Change::MoreOnFoot, reach.walk_m),
        (Change::LongerWithoutToilet, reach.time),
    ] {
        let most = change(0).room(problem).min(steps.most);
        found.extend(least(Steps { most, ..steps }, change, &mut attempt));
    }
    found.extend((2..=MOST_GROUPS as u32).find_map(|parts| attempt(Change::Split(parts))));
    let sets = (0..problem.one_of.len()).filter(|&set| problem.one_of[set].must);
    found.extend(sets.filter_map(|set| attempt(Change::WithoutChoice(set))));
    found.extend(fewer_musts(problem, &mut attempt));
    found.sort_by(|one, other| one.change.compare(&other.change, problem));
    found
}

/// The smallest number of steps that suffices, if the furthest does.
fn least(
    steps: Steps,
    change: fn(u32) -> Change,
    attempt: &mut dyn FnMut(Change) -> Option<Relaxation>,
) -> Option<Relaxation> {
    let step = steps.step.max(1);
    // Too few and enough, in steps.
    let (mut few, mut enough) = (0, steps.most / step);
    if enough == 0 {
        return None;
    }
    let mut found = attempt(change(enough * step))?;
    while enough - few > 1 {
        let middle = few.midpoint(enough);
        match attempt(change(middle * step)) {
            Some(sooner) => (enough, found) = (middle, sooner),
            None => few = middle,
        }
    }
    Some(found)
}

/// Each point that need not be visited for a plan to be found, or where no single one suffices each pair.
fn fewer_musts(problem: &Problem, attempt: &mut dyn FnMut(Change) -> Option<Relaxation>) -> Vec<Relaxation> {
    let musts: Vec<usize> = (0..problem.points.len()).filter(|&point| problem.points[point].must).collect();
    let singles: Vec<_> = musts.iter().filter_map(|&point| attempt(Change::DropMust(vec![point]))).collect();
    if !singles.is_empty() {
        return singles;
    }
    let paired = &musts[..musts.len().min(MOST_PAIRED)];
    let pairs = paired.iter().enumerate().flat_map(|(k, &one)| paired[k + 1..].iter().map(move |&other| [one, other]));
    pairs.filter_map(|pair| attempt(Change::DropMust(pair.to_vec()))).collect()
}
