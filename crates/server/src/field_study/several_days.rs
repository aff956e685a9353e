//! A day that is too much for one: the same day several times over, a part of the pupils on each.

use yuren_itinerary::{Group, Plan, Problem as Numbers};

use super::limits::GROUPS;
use super::question::FieldStudy;

/// Over so many days they are spread at most.
const MOST_DAYS: u32 = 20;

/// One of several days on which a part of the pupils goes.
pub(crate) struct SeveralDays {
    pub(crate) days: u32,
    /// How many go on the first of them; on the others as many, or one fewer.
    pub(crate) pupils: u32,
    pub(crate) adults: u32,
    pub(crate) groups: usize,
    /// The numbers of the first of them, and its plan.
    pub(crate) problem: Numbers,
    pub(crate) plan: Plan,
}

/// The fewest days on which all of them can go, a part each day, in as many groups as there can be.
pub(crate) fn several_days(
    question: &FieldStudy,
    problem: &Numbers,
    attempt: &mut dyn FnMut(&Numbers) -> Option<Plan>,
) -> Option<SeveralDays> {
    if question.from_now.is_some() {
        return None;
    }
    (2..=MOST_DAYS).find_map(|days| {
        let (pupils, adults) = (question.pupils.div_ceil(days), question.adults.div_ceil(days));
        let groups = GROUPS.min(pupils as usize).min(adults as usize);
        let part = FieldStudy { pupils, adults, groups, ..question.clone() };
        let like = problem.groups.first()?;
        let shares = part.shares();
        let sized = shares.iter().map(|(pupils, adults)| Group { people: pupils + adults, ..*like });
        let problem = Numbers { groups: sized.collect(), ..problem.clone() };
        let plan = attempt(&problem)?;
        Some(SeveralDays { days, pupils, adults, groups, problem, plan })
    })
}
