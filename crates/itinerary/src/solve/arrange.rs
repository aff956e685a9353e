//! Times for sequences that somebody gave: a teacher moved a stop, and sees at once what comes of it.

use super::day::Day;
use super::finish::plan_of;
use super::interleave::interleaved;
use super::model::Model;
use super::ticks::{NEVER, Time};
use crate::{Defect, MOST_POINTS, Plan, Problem, Route, Violation, Visit, check};

/// Up to how many groups every order of precedence is tried.
const ALL_ORDERS: usize = 4;

/// Sequences with times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// Just these visits in this order, as early as can be.
    pub plan: Plan,
    /// All that is wrong with it, as [`check`] tells it.
    pub faults: Vec<Violation>,
}

/// Works out times for a sequence of points a group: nothing is left out, moved or added. A visit starts as soon as it may; where it
/// may not at all any more, when one is there. Where groups stand in each other's way, several orders of precedence are tried, then
/// that one group makes way here and the other there, and what has the fewest faults is taken.
pub fn arrange(problem: &Problem, sequences: &[Vec<usize>]) -> Result<Arranged, Defect> {
    problem.checked()?;
    bounded(problem, sequences)?;
    let model = Model::new(problem);
    let problem_json = serde_json::to_vec(problem).expect("a problem is JSON");
    let by_precedence = orders(&model).into_iter().map(|order| in_order(&model, sequences, &order));
    let by_visit = std::iter::once_with(|| by_visit(&model, sequences)).flatten();
    let mut best: Option<Arranged> = None;
    for plan in by_precedence.chain(by_visit) {
        let plan_json = serde_json::to_vec(&plan).expect("a plan is JSON");
        let faults = check(&problem_json, &plan_json).expect("a checked problem is readable").violations;
        let done = faults.is_empty();
        if best.as_ref().is_none_or(|best| faults.len() < best.faults.len()) {
            best = Some(Arranged { plan, faults });
        }
        if done {
            break;
        }
    }
    Ok(best.expect("there is an order"))
}

/// Holds sequences against the problem's bounds.
fn bounded(problem: &Problem, sequences: &[Vec<usize>]) -> Result<(), Defect> {
    let length = |list: String, length: usize, allowed: String| Err(Defect::Length { list, length, allowed });
    let (groups, points) = (problem.groups.len(), problem.points.len());
    if sequences.len() != groups {
        return length("sequences".into(), sequences.len(), groups.to_string());
    }
    for (group, sequence) in sequences.iter().enumerate() {
        if sequence.len() > MOST_POINTS {
            return length(format!("sequences/{group}"), sequence.len(), format!("0 to {MOST_POINTS}"));
        }
        if let Some(at) = sequence.iter().position(|&point| point >= points) {
            let allowed = format!("the number of one of {points} points, from 0");
            return Err(Defect::Value {
                field: format!("sequences/{group}/{at}"),
                value: sequence[at] as u64,
                allowed,
            });
        }
    }
    Ok(())
}

/// Orders in which groups take precedence: all of a few groups; of more, each group first once, the rest as they come.
fn orders(model: &Model<'_>) -> Vec<Vec<usize>> {
    let groups: Vec<usize> = (0..model.groups).collect();
    if !model.any_shared {
        return vec![groups];
    }
    if model.groups > ALL_ORDERS {
        let mut orders: Vec<Vec<usize>> = groups
            .iter()
            .map(|&first| {
                std::iter::once(first).chain(groups.iter().copied().filter(|&group| group != first)).collect()
            })
            .collect();
        orders.push(groups.into_iter().rev().collect());
        return orders;
    }
    let mut orders = vec![Vec::new()];
    for _ in &groups {
        let longer = |order: &Vec<usize>| {
            let left = groups.iter().filter(|group| !order.contains(group));
            left.map(|&group| [&order[..], &[group]].concat()).collect::<Vec<_>>()
        };
        orders = orders.iter().flat_map(longer).collect();
    }
    orders
}

/// The plan if groups take precedence in this order.
fn in_order(model: &Model<'_>, sequences: &[Vec<usize>], order: &[usize]) -> Plan {
    let mut day = Day::empty(model);
    let mut wrong: Vec<(usize, Route)> = Vec::new();
    for &group in order {
        for (position, &point) in sequences[group].iter().enumerate() {
            day.insert(model, group, position, point);
        }
        if !sound(model, &sequences[group]) || !day.retime(model, group) {
            // Its times are its own from here on: groups after it see it where it is.
            let route = as_it_comes(model, &day, group, &sequences[group]);
            day.settle(model, group, &route.visits);
            wrong.push((group, route));
        }
    }
    let mut plan = plan_of(model, &day);
    for (group, route) in wrong {
        plan.routes[group] = route;
    }
    plan.score = score(model.problem, sequences);
    plan
}

/// The plan if groups make way for each other visit by visit; none where that is not asked for, or leads to none.
fn by_visit(model: &Model<'_>, sequences: &[Vec<usize>]) -> Option<Plan> {
    if !model.any_shared || !sequences.iter().all(|sequence| sound(model, sequence)) {
        return None;
    }
    let mut plan = plan_of(model, &interleaved(model, sequences)?);
    plan.score = score(model.problem, sequences);
    Some(plan)
}

/// What visits are worth: a group's second visit of a point is worth nothing, nor another group's where points count once.
fn score(problem: &Problem, sequences: &[Vec<usize>]) -> u64 {
    let mut visited: Vec<(usize, usize)> = (sequences.iter().enumerate())
        .flat_map(|(group, sequence)| sequence.iter().map(move |&point| (if problem.once { 0 } else { group }, point)))
        .collect();
    visited.sort_unstable();
    visited.dedup();
    visited.iter().map(|&(_, point)| u64::from(problem.points[point].score)).sum()
}

/// Whether no point comes twice, so that times can be worked out by the search's rules.
fn sound(model: &Model<'_>, sequence: &[usize]) -> bool {
    let mut seen = vec![false; model.points];
    sequence.iter().all(|&point| !std::mem::replace(&mut seen[point], true))
}

/// A route that cannot be right: each visit as soon as it may, or else when the group is there.
fn as_it_comes(model: &Model<'_>, day: &Day, group: usize, sequence: &[usize]) -> Route {
    let (problem, who) = (model.problem, &model.problem.groups[group]);
    let mut route = Route { leave: who.leave_from, ..Route::default() };
    let (mut node, mut time) = (who.start, who.leave_from);
    for &point in sequence {
        let to = problem.points[point].node;
        let arrive = route.go(problem, node, to, time);
        let at = if arrive < NEVER as u32 { arrive as Time } else { NEVER };
        let first = [day.earliest(model, group, point, at), model.earliest(group, point, at)];
        let start = first.into_iter().find(|&start| start < NEVER).map_or(arrive, |start| start as u32);
        if route.visits.is_empty() {
            route.leave = route.leave.max(start.saturating_sub(problem.travel[node][to]));
        }
        let arrive =
            if route.visits.is_empty() { route.leave.saturating_add(problem.travel[node][to]) } else { arrive };
        time = start.saturating_add(model.stay(group, point) as u32);
        node = to;
        route.visits.push(Visit { point, arrive, start, end: time });
    }
    route.back =
        if sequence.is_empty() && node == problem.end { time } else { route.go(problem, node, problem.end, time) };
    route
}

impl Route {
    /// Goes a leg: when one is there, with the way added up.
    fn go(&mut self, problem: &Problem, from: usize, to: usize, time: u32) -> u32 {
        let leg = problem.travel[from][to];
        self.travel = self.travel.saturating_add(leg);
        self.walk_m = self.walk_m.saturating_add(problem.walk_m.get(from).map_or(0, |row| row[to]));
        time.saturating_add(leg)
    }
}
