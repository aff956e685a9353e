//! From a day of the search to a plan.

use super::Missing;
use super::day::{ABSENT, Day};
use super::model::Model;
use crate::{Plan, Route, Visit};

/// The plan of a day: each group leaves as late as it can and still begins its first visit when it does.
pub(super) fn plan_of(model: &Model<'_>, day: &Day) -> Plan {
    let mut plan = Plan::default();
    for (group, line) in day.lines.iter().enumerate() {
        let mut here = model.start_of(group);
        let mut time = match line.stops.first() {
            Some(&first) => line.start[0] - model.travel(here, first.into()),
            None => model.leave_from(group),
        };
        let mut route = Route { leave: time as u32, ..Route::default() };
        for (position, &point) in line.stops.iter().enumerate() {
            let point = usize::from(point);
            let arrive = (time + model.travel(here, point)) as u32;
            route.visits.push(Visit {
                point,
                arrive,
                start: line.start[position] as u32,
                end: line.end[position] as u32,
            });
            route.walk_m = route.walk_m.saturating_add(walk(model, here, point));
            plan.score += u64::from(model.problem.points[point].score);
            (here, time) = (point, line.end[position]);
        }
        route.walk_m = route.walk_m.saturating_add(walk(model, here, model.end()));
        (route.back, route.travel) = (line.back as u32, line.travel as u32);
        plan.routes.push(route);
    }
    plan
}

/// What must be and is not.
pub(super) fn missing(model: &Model<'_>, day: &Day) -> Vec<Missing> {
    let problem = model.problem;
    let visits = |group: usize, point: usize| day.position(model, group, point) != ABSENT;
    let mut missing = Vec::new();
    for (point, _) in problem.points.iter().enumerate().filter(|(_, about)| about.must) {
        if problem.once {
            if day.visitors[point] == 0 {
                missing.push(Missing::Point { group: None, point });
            }
            continue;
        }
        let without = (0..model.groups).filter(|&group| !visits(group, point));
        missing.extend(without.map(|group| Missing::Point { group: Some(group), point }));
    }
    for (set, about) in problem.one_of.iter().enumerate().filter(|(_, set)| set.must) {
        let without = (0..model.groups).filter(|&group| !about.points.iter().any(|&point| visits(group, point)));
        missing.extend(without.map(|group| Missing::OneOf { group, set }));
    }
    missing
}

/// Metres on foot from stop to stop, whether they are limited or not.
fn walk(model: &Model<'_>, from: usize, to: usize) -> u32 {
    let node = |stop: usize| match stop.checked_sub(model.points) {
        None => model.problem.points[stop].node,
        Some(group) => model.problem.groups.get(group).map_or(model.problem.end, |group| group.start),
    };
    let stays_at_home = from >= model.points && node(from) == node(to) && to == model.end();
    if stays_at_home { 0 } else { model.problem.walk_m.get(node(from)).map_or(0, |row| row[node(to)]) }
}
