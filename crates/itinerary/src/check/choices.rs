//! Which points are visited: those that must be, sets of which one is, in which order; and what they are worth.

use super::read::{Answer, Asked};
use super::{Violation, Visited};

/// What is asked of each group.
pub(super) fn of_group(asked: &Asked, group: usize, first_at: &[Option<usize>], found: &mut Vec<Violation>) {
    if !asked.once {
        for (point, venue) in asked.points.iter().enumerate() {
            if venue.must && first_at[point].is_none() {
                found.push(Violation::MustMissing { group, point });
            }
        }
    }
    for (set, choice) in asked.one_of.iter().enumerate() {
        let mut chosen = choice.points.iter().copied().filter(|&point| first_at[point].is_some());
        match chosen.next() {
            None if choice.must => found.push(Violation::ChoiceMissing { group, set }),
            None => {}
            Some(first) => {
                // A set that names a point twice means it once.
                if let Some(second) = chosen.find(|&second| second != first) {
                    found.push(Violation::ChoiceTwice { group, set, first, second });
                }
            }
        }
    }
    for &(first, second) in asked.before.iter() {
        // A point and itself are in no order.
        if let (Some(one), Some(other)) = (first_at[first], first_at[second])
            && one > other
        {
            found.push(Violation::OutOfOrder { group, first, second });
        }
    }
}

/// What is asked of all groups together.
pub(super) fn of_all(asked: &Asked, answer: &Answer, visited: &Visited, found: &mut Vec<Violation>) {
    let groups = |point: usize| visited.0.iter().filter(|first_at| first_at[point].is_some()).count() as u64;
    let mut is = 0;
    for (point, venue) in asked.points.iter().enumerate() {
        let visits = groups(point);
        if asked.once && venue.must && visits == 0 {
            found.push(Violation::MustMissingFromAll { point });
        }
        is += u64::from(venue.score) * if asked.once { visits.min(1) } else { visits };
    }
    let known = |point: u64| point < asked.points.len() as u64;
    let judged = answer.routes.iter().all(|day| day.visits.iter().all(|call| known(call.point)));
    if judged && answer.score != is {
        found.push(Violation::ScoreFalse { score: answer.score, is });
    }
}
