//! Making room: what is taken out of a route before it is filled up again (large neighbourhoods: P. Shaw, "Using constraint
//! programming and local search methods to solve vehicle routing problems", 1998; S. Ropke and D. Pisinger, "An adaptive large
//! neighborhood search heuristic for the pickup and delivery problem with time windows", 2006).

use super::day::Day;
use super::model::Model;
use super::random::Random;
use super::ticks::{NEVER, Time};

/// A way to make room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Stops that follow each other.
    Run,
    /// Stops at random.
    Any,
    /// Stops that are worth little for the way and the stay they cost.
    Poor,
    /// A stop and those near it.
    Near,
    /// Whatever stands in the way of a point that is not visited, which then is.
    Force,
}

pub(super) const WAYS: [Way; 5] = [Way::Run, Way::Any, Way::Poor, Way::Near, Way::Force];

/// Makes room in a group's route, about so many stops. False if nothing was done, or times went wrong: the day is then of no use.
pub(super) fn make_room(
    model: &Model<'_>,
    day: &mut Day,
    group: usize,
    way: Way,
    stops: usize,
    random: &mut Random,
) -> bool {
    let count = day.lines[group].stops.len();
    if way == Way::Force {
        return force(model, day, group, random);
    }
    if count == 0 {
        return true;
    }
    let stops = stops.min(count);
    if way == Way::Run {
        let first = random.below(count - stops + 1);
        day.replace(model, group, first..first + stops, &[]);
        return day.retime(model, group);
    }
    let line = &day.lines[group];
    let seed = usize::from(line.stops[random.below(count)]);
    let legs = |position: usize| {
        let point = usize::from(line.stops[position]);
        let before = position.checked_sub(1).map_or(model.start_of(group), |before| line.stops[before].into());
        let after = line.stops.get(position + 1).map_or(model.end(), |&after| after.into());
        (before, point, after)
    };
    let mut order: Vec<(f64, usize)> = (0..count)
        .map(|position| {
            let (before, point, after) = legs(position);
            let by = match way {
                Way::Poor => {
                    let way_round =
                        model.travel(before, point) + model.travel(point, after) - model.travel(before, after);
                    let cost = (way_round + model.stay(group, point)).max(1);
                    (model.worth[point] + 1) as f64 / f64::from(cost)
                }
                Way::Near => f64::from(model.travel(seed, point).min(model.travel(point, seed))),
                _ => 1.0,
            };
            ((by + 0.001) * (0.2 + random.unit()), position)
        })
        .collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let gone = &order[..stops];
    day.remove(model, group, |position| gone.iter().any(|&(_, goes)| goes == position));
    day.retime(model, group)
}

/// Puts a point in that is not visited, where what has to go for it is worth least.
fn force(model: &Model<'_>, day: &mut Day, group: usize, random: &mut Random) -> bool {
    for _ in 0..8 {
        let point = random.below(model.points);
        let Some(gain) = day.gain(model, group, point) else { continue };
        if gain == 0 || model.opening(group, point).last < 0 {
            continue;
        }
        let (first, last) = day.range(model, group, point);
        let mut best: Option<(f64, usize, usize)> = None;
        for position in first..=last {
            let Some((until, lost)) = blocked(model, day, group, point, position) else { continue };
            let cost = (lost as f64 + 1.0) * (0.5 + random.unit());
            if until <= last && best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, position, until));
            }
        }
        if let Some((_, position, until)) = best {
            day.replace(model, group, position..until, &[point as u16]);
            return day.retime(model, group);
        }
    }
    false
}

/// Up to where stops have to go if a point comes in at a position, and what they are worth.
fn blocked(model: &Model<'_>, day: &Day, group: usize, point: usize, position: usize) -> Option<(usize, i64)> {
    let line = &day.lines[group];
    let (here, time) = match position.checked_sub(1) {
        None => (model.start_of(group), model.leave_from(group)),
        Some(before) => (line.stops[before].into(), line.end[before]),
    };
    let start: Time = day.earliest(model, group, point, time + model.travel(here, point));
    if start == NEVER {
        return None;
    }
    let leave = start + model.stay(group, point);
    let mut lost = 0;
    for until in position..=line.stops.len() {
        let next = line.stops.get(until).map_or(model.end(), |&next| next.into());
        if leave + model.travel(point, next) <= line.latest[until] {
            return Some((until, lost));
        }
        lost += line.stops.get(until).map_or(0, |&gone| model.worth[usize::from(gone)]);
    }
    None
}
