//! A first day: from nothing, or from a plan.

use super::day::Day;
use super::exhaustive::{self, FEW};
use super::insert::Fit;
use super::model::Model;
use super::random::Random;
use super::repair::{Power, Rule, fill};
use super::segment::{MOST, Segment};
use crate::Plan;

/// A first day; or the groups that cannot even go from their start to the end.
pub(super) fn first_day(model: &Model<'_>) -> Result<Day, Vec<usize>> {
    let mut day = shortest_day(model)?;
    let mut segment = Segment::default();
    let (random, fits) = (&mut Random::new(0), &mut Vec::<Fit>::new());
    let rule = Rule { power: Power::Two, noise: 0.0 };
    for group in 0..model.groups {
        if let Some(points) = few(model, group) {
            day = exhaustive::best_route(model, &day, group, &points).unwrap_or(day);
            continue;
        }
        let mut trial = day.clone();
        let mut candidates = first_candidates(model, &day, group);
        candidates.extend(&day.lines[group].stops);
        let stops = 0..day.lines[group].stops.len();
        if segment.replace(model, &mut trial, group, stops, &mut candidates) && trial.rank() > day.rank() {
            day.clone_from(&trial);
        }
        trial.clone_from(&day);
        if fill(model, &mut trial, &[group], rule, random, fits) {
            day.clone_from(&trial);
        }
    }
    Ok(day)
}

/// A day on which everybody only gets from their start to the end; or the groups that cannot.
fn shortest_day(model: &Model<'_>) -> Result<Day, Vec<usize>> {
    let mut order: Vec<usize> = (0..model.groups).collect();
    let mut stuck = Vec::new();
    for _ in 0..model.groups {
        let mut day = Day::empty(model);
        stuck = order.iter().copied().filter(|&group| !gets_there(model, &mut day, group)).collect();
        if stuck.is_empty() {
            return Ok(day);
        }
        // Others may have taken their only way.
        order.sort_by_key(|group| !stuck.contains(group));
    }
    stuck.sort_unstable();
    Err(stuck)
}

/// Gives a group the shortest route from its start to the end. False if there is none beside the others'.
fn gets_there(model: &Model<'_>, day: &mut Day, group: usize) -> bool {
    if day.retime(model, group) {
        return true;
    }
    // Perhaps by way of some points.
    let by_way = if let Some(points) = few(model, group) {
        exhaustive::soonest_route(model, day, group, &points)
    } else {
        let mut candidates = first_candidates(model, day, group);
        let mut by_way = day.clone();
        Segment::default().replace(model, &mut by_way, group, 0..0, &mut candidates).then_some(by_way)
    };
    by_way.map(|by_way| *day = by_way).is_some()
}

/// The points that are worth most, as many as can be tried at once.
fn first_candidates(model: &Model<'_>, day: &Day, group: usize) -> Vec<u16> {
    let may = |&point: &usize| model.opening(group, point).last >= 0 && day.gain(model, group, point).is_some();
    let mut points: Vec<usize> = (0..model.points).filter(may).collect();
    let cost = |point: usize| {
        let (start, end) = (model.start_of(group), model.end());
        f64::from((model.travel(start, point) + model.stay(group, point) + model.travel(point, end)).max(1))
    };
    let merit = |point: usize| day.gain(model, group, point).map_or(0.0, |gain| (gain + 1) as f64 / cost(point));
    points.sort_by(|&a, &b| merit(b).total_cmp(&merit(a)));
    points.truncate(MOST);
    points.into_iter().map(|point| point as u16).collect()
}

/// The points that a group could visit, if they are few.
fn few(model: &Model<'_>, group: usize) -> Option<Vec<usize>> {
    let points: Vec<usize> = (0..model.points).filter(|&point| model.opening(group, point).last >= 0).collect();
    (points.len() <= FEW).then_some(points)
}

/// The day of a plan if it is right, each group then as early as the others' times let it be; if it is not, as many of its visits
/// as go in, in their order. None if there is nothing to begin from.
pub(super) fn day_of(model: &Model<'_>, plan: &Plan) -> Option<Day> {
    as_it_is(model, plan).or_else(|| as_far_as_it_goes(model, plan))
}

fn as_it_is(model: &Model<'_>, plan: &Plan) -> Option<Day> {
    if plan.routes.len() != model.groups {
        return None;
    }
    let mut day = Day::empty(model);
    for (group, route) in plan.routes.iter().enumerate() {
        for (position, visit) in route.visits.iter().enumerate() {
            may_come_last(model, &day, group, visit.point).then_some(())?;
            day.insert(model, group, position, visit.point);
        }
        day.settle(model, group, &route.visits);
    }
    (0..model.groups).all(|group| day.retime(model, group)).then_some(day)
}

fn as_far_as_it_goes(model: &Model<'_>, plan: &Plan) -> Option<Day> {
    let mut day = Day::empty(model);
    (0..model.groups).all(|group| day.retime(model, group)).then_some(())?;
    for (group, route) in plan.routes.iter().enumerate().take(model.groups) {
        for visit in &route.visits {
            if may_come_last(model, &day, group, visit.point) {
                let before = day.clone();
                day.insert(model, group, day.lines[group].stops.len(), visit.point);
                if !day.retime(model, group) {
                    day.clone_from(&before);
                }
            }
        }
    }
    Some(day)
}

/// Whether rules other than times let a point come after all that a group visits.
fn may_come_last(model: &Model<'_>, day: &Day, group: usize, point: usize) -> bool {
    point < model.points
        && day.gain(model, group, point).is_some()
        && day.range(model, group, point).1 == day.lines[group].stops.len()
}
