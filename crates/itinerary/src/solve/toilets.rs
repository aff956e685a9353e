//! Putting a point into a route where nobody may be too long without a toilet.

use super::day::Day;
use super::model::Model;

/// Puts a point into a route if its times are right then; if it takes the group from toilets for too long, with a stop at one more
/// point that has a toilet. False, and the day as before, if neither can be.
pub(super) fn insert(model: &Model<'_>, day: &mut Day, group: usize, point: usize, position: usize) -> bool {
    let before = day.clone();
    day.insert(model, group, position, point);
    if day.retime(model, group) {
        return true;
    }
    for toilet in (0..model.points).filter(|&other| model.toilet(other)) {
        day.clone_from(&before);
        day.insert(model, group, position, point);
        if day.gain(model, group, toilet).is_none() {
            continue;
        }
        let (first, last) = day.range(model, group, toilet);
        let with_point = day.clone();
        for at in first..=last {
            day.clone_from(&with_point);
            day.insert(model, group, at, toilet);
            if day.retime(model, group) {
                return true;
            }
        }
    }
    day.clone_from(&before);
    false
}

/// Takes out visits that are worth nothing and that the rest can do without.
pub(super) fn drop_idle(model: &Model<'_>, day: &mut Day, group: usize) {
    let mut position = 0;
    while position < day.lines[group].stops.len() {
        if model.worth[usize::from(day.lines[group].stops[position])] > 0 {
            position += 1;
            continue;
        }
        let before = day.clone();
        day.remove(model, group, |at| at == position);
        if day.value < before.value || !day.retime(model, group) || day.rank() < before.rank() {
            day.clone_from(&before);
            position += 1;
        }
    }
}
