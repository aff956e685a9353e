//! Why a group could not visit a point even on a day with nothing else in it.

use super::reason::Reason;
use super::schedule::walk_m;
use super::starts::{Guest, Starts, stay};
use crate::{Point, Problem};

/// What keeps the group out whenever it comes.
pub(super) fn shut(problem: &Problem, group: usize, point: usize) -> Option<Reason> {
    let (at, people) = (&problem.points[point], problem.groups[group].people);
    if at.windows.is_empty() {
        return Some(Reason::Closed);
    }
    size(at, group, people).or_else(|| length(at, group, people))
}

/// What keeps it from going there directly and on to the end; `guests` are the other groups' visits of the point.
pub(super) fn outing(problem: &Problem, group: usize, point: usize, guests: &[Guest]) -> Option<Reason> {
    let at = &problem.points[point];
    time(problem, group, at, &[]).or_else(|| way(problem, group, point)).or_else(|| {
        time(problem, group, at, guests)?;
        Some(Reason::Taken { group, by: guests.iter().map(|guest| guest.group).collect() })
    })
}

/// Whether a group of that size is let in at all.
fn size(at: &Point, group: usize, people: u32) -> Option<Reason> {
    let least = at.group_min.unwrap_or(0);
    if people < least {
        return Some(Reason::GroupTooSmall { group, people, least });
    }
    let inside = at.at_once.filter(|_| stay(at, people) > 0);
    let slot = at.slots.iter().map(|slot| slot.people).max();
    let most = [at.group_max, inside, slot].into_iter().flatten().min().filter(|&most| people > most)?;
    let parts = (most > 0).then(|| people.div_ceil(most)).filter(|parts| people / parts >= least);
    Some(Reason::GroupTooLarge { group, people, most, parts })
}

/// Whether a window, and a slot in it, are long enough.
fn length(at: &Point, group: usize, people: u32) -> Option<Reason> {
    let stay = stay(at, people);
    let longest = at.windows.iter().map(|window| u64::from(window.close - window.open)).max()?;
    if stay > longest {
        return Some(Reason::StayTooLong { group, stay, longest });
    }
    Starts::of(at, people, &[]).last().is_none().then_some(Reason::SlotsOutsideWindows)
}

/// Whether the group can go there and be back in time.
fn time(problem: &Problem, group: usize, at: &Point, guests: &[Guest]) -> Option<Reason> {
    let who = problem.groups[group];
    let starts = Starts::of(at, who.people, guests);
    let arrive = u64::from(who.leave_from) + u64::from(problem.travel[who.start][at.node]);
    let Some(start) = starts.from(arrive) else {
        return Some(Reason::TooLateThere { group, arrive, last: starts.last().unwrap_or(0) });
    };
    let back = start + stay(at, who.people) + u64::from(problem.travel[at.node][problem.end]);
    (back > problem.back_by.into()).then_some(Reason::TooLateBack { group, back, back_by: problem.back_by })
}

/// Whether the point is in reach of the longest leg, from anywhere, and of the longest way on foot.
fn way(problem: &Problem, group: usize, point: usize) -> Option<Reason> {
    let node = problem.points[point].node;
    let start = problem.groups[group].start;
    // What stands at the same node is as far away as the point is.
    let elsewhere = || problem.points.iter().map(|other| other.node).filter(|&other| other != node);
    let there = elsewhere().chain([start]).map(|from| problem.travel[from][node]).min();
    let onward = elsewhere().chain([problem.end]).map(|to| problem.travel[node][to]).min();
    if let (Some(most), Some(travel)) = (problem.max_leg, there.max(onward))
        && travel > most
    {
        return Some(Reason::TooFarForOneLeg { group, travel, most });
    }
    let (walk_m, most) = (walk_m(problem, &[start, node, problem.end]), problem.max_walk_m?);
    (walk_m > most.into()).then_some(Reason::TooFarOnFoot { group, walk_m, most })
}
