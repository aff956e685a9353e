//! Why each point that a plan leaves out is left out (未排入的原因).

mod alone;
mod insert;
mod reason;
mod schedule;
mod starts;

use crate::{Plan, Problem};

pub use reason::{Obstacle, Reason};

/// A point that some group could visit and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub point: usize,
    /// Who does not visit it; with `once`, all groups, for where one is there nothing is left out.
    pub groups: Vec<usize>,
    /// Why: of these groups, the reason of the one that is nearest to visiting it.
    pub reason: Reason,
}

/// Says why points are left out by a plan that [`check`](crate::check) accepts, of a problem that is [`Problem::checked`]. Visits of
/// points that there are not are passed over.
pub fn left_out(problem: &Problem, plan: &Plan) -> Vec<LeftOut> {
    let points = problem.points.len();
    let routes: Vec<Vec<usize>> = (0..problem.groups.len())
        .map(|group| {
            let visits = plan.routes.get(group).map_or(&[][..], |route| &route.visits);
            visits.iter().map(|visit| visit.point).filter(|&point| point < points).collect()
        })
        .collect();
    let days: Vec<_> =
        routes.iter().enumerate().map(|(group, route)| insert::Question::new(problem, plan, group, route)).collect();
    (0..points)
        .filter_map(|point| {
            let groups: Vec<usize> = (0..routes.len()).filter(|&group| !routes[group].contains(&point)).collect();
            let somebody_is_there = groups.len() < routes.len();
            if problem.once && somebody_is_there {
                return None;
            }
            let reasons = groups.iter().map(|&group| days[group].why(point));
            // Of equals the first.
            let reason = reasons.reduce(|best, next| if nearer(&next, &best) { next } else { best })?;
            Some(LeftOut { point, groups, reason })
        })
        .collect()
}

/// Whether one reason is further along than another or, where both are that something has no room, does less harm.
fn nearer(one: &Reason, other: &Reason) -> bool {
    match (one, other) {
        (Reason::NoRoom { obstacle, .. }, Reason::NoRoom { obstacle: least, .. }) => obstacle < least,
        (Reason::WouldFit { back, .. }, Reason::WouldFit { back: earliest, .. }) => back < earliest,
        _ => one.reach() > other.reach(),
    }
}
