//! What must hold of a problem before anybody works on it.

use thiserror::Error;

use super::{LONGEST_TIME, MOST_GROUPS, MOST_NODES, MOST_PEOPLE, MOST_POINTS, MOST_SCORE, MOST_SPANS, Point, Problem};

/// What is wrong with a problem.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Defect {
    /// A list is too short or too long.
    #[error("{list} has {length} entries; {allowed} are allowed")]
    Length {
        /// Which, as a path.
        list: String,
        /// How long it is.
        length: usize,
        /// How long it may be.
        allowed: String,
    },
    /// A number is out of bounds.
    #[error("{field} is {value}; it may be {allowed}")]
    Value {
        /// Which, as a path.
        field: String,
        /// What it is.
        value: u64,
        /// What it may be.
        allowed: String,
    },
    /// Spans of time that are no spans, or lie in each other.
    #[error("{field} is no span after the one before it")]
    Span {
        /// Which, as a path.
        field: String,
    },
}

/// Whether `value` is what it may be.
fn within(field: impl FnOnce() -> String, value: u64, most: u64) -> Result<(), Defect> {
    if value <= most {
        return Ok(());
    }
    Err(Defect::Value { field: field(), value, allowed: format!("0 to {most}") })
}

/// Whether a list is as long as it may be.
fn long(list: impl FnOnce() -> String, length: usize, least: usize, most: usize) -> Result<(), Defect> {
    if (least..=most).contains(&length) {
        return Ok(());
    }
    let allowed = if least == most { least.to_string() } else { format!("{least} to {most}") };
    Err(Defect::Length { list: list(), length, allowed })
}

impl Problem {
    /// Holds the problem against its bounds: every index names something, every list is as long as it says, times and spans are
    /// in order. Nobody works on a problem that does not pass.
    pub fn checked(&self) -> Result<(), Defect> {
        let nodes = self.travel.len();
        long(|| "travel".into(), nodes, 1, MOST_NODES)?;
        long(|| "groups".into(), self.groups.len(), 1, MOST_GROUPS)?;
        long(|| "points".into(), self.points.len(), 0, MOST_POINTS)?;
        long(|| "before".into(), self.before.len(), 0, MOST_SPANS)?;
        long(|| "one_of".into(), self.one_of.len(), 0, MOST_SPANS)?;
        square("travel", &self.travel, nodes)?;
        if !self.walk_m.is_empty() {
            square("walk_m", &self.walk_m, nodes)?;
        }
        let last_node = nodes as u64 - 1;
        within(|| "end".into(), self.end as u64, last_node)?;
        time(|| "back_by".into(), self.back_by)?;
        for (i, group) in self.groups.iter().enumerate() {
            if !(1..=MOST_PEOPLE).contains(&group.people) {
                let field = format!("groups/{i}/people");
                return Err(Defect::Value {
                    field,
                    value: group.people.into(),
                    allowed: format!("1 to {MOST_PEOPLE}"),
                });
            }
            within(|| format!("groups/{i}/start"), group.start as u64, last_node)?;
            time(|| format!("groups/{i}/leave_from"), group.leave_from)?;
        }
        for (i, point) in self.points.iter().enumerate() {
            check_point(i, point, last_node)?;
        }
        let points = self.points.len();
        let named = |field: String, point: usize| {
            if point < points {
                return Ok(());
            }
            let allowed = format!("the number of one of {points} points, from 0");
            Err(Defect::Value { field, value: point as u64, allowed })
        };
        for (i, pair) in self.before.iter().enumerate() {
            for (side, &point) in pair.iter().enumerate() {
                named(format!("before/{i}/{side}"), point)?;
            }
        }
        for (i, set) in self.one_of.iter().enumerate() {
            long(|| format!("one_of/{i}/points"), set.points.len(), 1, MOST_POINTS)?;
            for (k, &point) in set.points.iter().enumerate() {
                named(format!("one_of/{i}/points/{k}"), point)?;
            }
        }
        Ok(())
    }
}

fn time(field: impl FnOnce() -> String, value: u32) -> Result<(), Defect> {
    within(field, value.into(), LONGEST_TIME.into())
}

fn square(name: &str, table: &[Vec<u32>], nodes: usize) -> Result<(), Defect> {
    long(|| name.to_owned(), table.len(), nodes, nodes)?;
    for (i, row) in table.iter().enumerate() {
        long(|| format!("{name}/{i}"), row.len(), nodes, nodes)?;
        for (k, &value) in row.iter().enumerate() {
            time(|| format!("{name}/{i}/{k}"), value)?;
        }
    }
    Ok(())
}

fn check_point(i: usize, point: &Point, last_node: u64) -> Result<(), Defect> {
    within(|| format!("points/{i}/node"), point.node as u64, last_node)?;
    within(|| format!("points/{i}/score"), point.score.into(), MOST_SCORE.into())?;
    time(|| format!("points/{i}/stay/base"), point.stay.base)?;
    within(
        || format!("points/{i}/stay/per_person"),
        point.stay.per_person.into(),
        u64::from(LONGEST_TIME / MOST_PEOPLE),
    )?;
    long(|| format!("points/{i}/windows"), point.windows.len(), 0, MOST_SPANS)?;
    long(|| format!("points/{i}/slots"), point.slots.len(), 0, MOST_SPANS)?;
    let mut ended = 0;
    for (k, window) in point.windows.iter().enumerate() {
        time(|| format!("points/{i}/windows/{k}/close"), window.close)?;
        if window.open < ended || window.last_entry < window.open || window.close < window.last_entry {
            return Err(Defect::Span { field: format!("points/{i}/windows/{k}") });
        }
        ended = window.close;
    }
    let mut ended = 0;
    for (k, slot) in point.slots.iter().enumerate() {
        time(|| format!("points/{i}/slots/{k}/to"), slot.to)?;
        if slot.from < ended || slot.to <= slot.from {
            return Err(Defect::Span { field: format!("points/{i}/slots/{k}") });
        }
        ended = slot.to;
    }
    Ok(())
}
