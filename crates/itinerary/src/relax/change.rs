//! What may be asked less of a day.

use std::cmp::Ordering;

use crate::{Group, LONGEST_TIME, MOST_GROUPS, Problem};

/// One thing that is asked less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Every group may set out earlier, by so many ticks.
    LeaveEarlier(u32),
    /// Every group may be back later, by so many ticks.
    ComeBackLater(u32),
    /// `max_leg` is longer by so many ticks.
    LongerLeg(u32),
    /// `max_walk_m` is longer by so many metres.
    MoreOnFoot(u32),
    /// `max_without_toilet` is longer by so many ticks.
    LongerWithoutToilet(u32),
    /// Each group goes in so many parts, as even as can be, each for itself.
    Split(u32),
    /// A set of which one must be visited, by its number, is one of which one may be: a day without lunch.
    WithoutChoice(usize),
    /// These points need not be visited.
    DropMust(Vec<usize>),
}

impl Change {
    /// The problem in which that is asked less. None where it cannot be: times before 0 or after [`LONGEST_TIME`], no such limit,
    /// set or point, parts of nobody, or more groups than [`MOST_GROUPS`].
    pub fn applied(&self, problem: &Problem) -> Option<Problem> {
        let mut problem = problem.clone();
        match self {
            Self::LeaveEarlier(by) => {
                for group in &mut problem.groups {
                    group.leave_from = group.leave_from.checked_sub(*by)?;
                }
            }
            Self::ComeBackLater(by) => problem.back_by = later(problem.back_by, *by)?,
            Self::LongerLeg(by) => problem.max_leg = Some(later(problem.max_leg?, *by)?),
            Self::MoreOnFoot(by) => problem.max_walk_m = Some(problem.max_walk_m?.checked_add(*by)?),
            Self::LongerWithoutToilet(by) => {
                problem.max_without_toilet = Some(later(problem.max_without_toilet?, *by)?);
            }
            Self::Split(parts) => problem.groups = split(&problem.groups, *parts)?,
            Self::WithoutChoice(set) => problem.one_of.get_mut(*set).filter(|set| set.must)?.must = false,
            Self::DropMust(points) => {
                for &point in points {
                    problem.points.get_mut(point).filter(|point| point.must)?.must = false;
                }
            }
        }
        Some(problem)
    }

    /// How much there can be of it at most; 0 for what is no amount, and where there is no such limit.
    pub(super) fn room(&self, problem: &Problem) -> u32 {
        let until = |limit: Option<u32>, last: u32| limit.map_or(0, |limit| last.saturating_sub(limit));
        match self {
            Self::LeaveEarlier(_) => problem.groups.iter().map(|group| group.leave_from).min().unwrap_or(0),
            Self::ComeBackLater(_) => until(Some(problem.back_by), LONGEST_TIME),
            Self::LongerLeg(_) => until(problem.max_leg, LONGEST_TIME),
            Self::MoreOnFoot(_) => until(problem.max_walk_m, u32::MAX),
            Self::LongerWithoutToilet(_) => until(problem.max_without_toilet, LONGEST_TIME),
            Self::Split(_) | Self::WithoutChoice(_) | Self::DropMust(_) => 0,
        }
    }

    /// From what is given up most easily to what is least: hours, then how one gets about, then who goes together, then what is
    /// seen. Of one sort the smaller comes first; of points, fewer, and those of less score.
    pub(super) fn compare(&self, other: &Self, problem: &Problem) -> Ordering {
        self.size(problem).cmp(&other.size(problem))
    }

    /// The place of its sort, how much of it there is, and what tells equals apart.
    fn size(&self, problem: &Problem) -> (u8, u64, u64) {
        match self {
            // As many ticks earlier or later are the same sacrifice.
            Self::LeaveEarlier(by) => (0, (*by).into(), 0),
            Self::ComeBackLater(by) => (0, (*by).into(), 1),
            Self::LongerLeg(by) => (1, (*by).into(), 0),
            Self::MoreOnFoot(by) => (2, (*by).into(), 0),
            Self::LongerWithoutToilet(by) => (3, (*by).into(), 0),
            Self::Split(parts) => (4, (*parts).into(), 0),
            Self::WithoutChoice(set) => (5, *set as u64, 0),
            Self::DropMust(points) => {
                let score = points.iter().map(|&point| u64::from(problem.points[point].score)).sum();
                (6, points.len() as u64, score)
            }
        }
    }
}

fn later(time: u32, by: u32) -> Option<u32> {
    time.checked_add(by).filter(|&time| time <= LONGEST_TIME)
}

/// Each group in so many parts; of 7 in 3 parts the first has 3 and the others 2.
fn split(groups: &[Group], parts: u32) -> Option<Vec<Group>> {
    let most = MOST_GROUPS / groups.len().max(1);
    if parts == 0 || parts as usize > most || groups.iter().any(|group| group.people < parts) {
        return None;
    }
    let even = |group: &Group| {
        let (each, over) = (group.people / parts, group.people % parts);
        let group = *group;
        (0..parts).map(move |part| Group { people: each + u32::from(part < over), ..group })
    };
    Some(groups.iter().flat_map(even).collect())
}
