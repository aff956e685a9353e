//! Whether there is room for one group more where others are.

use super::day::{ABSENT, Day};
use super::model::Model;
use super::ticks::Time;

/// There is no room at a time, nor before the one and after the other.
pub(super) struct Clash {
    /// The latest earlier start at which there may be room.
    pub(super) before: Time,
    /// The earliest later start at which there may be room.
    pub(super) after: Time,
}

impl Day {
    /// Whether a group cannot start a visit at a time for other groups' visits, as they are now.
    pub(super) fn clash(&self, model: &Model<'_>, group: usize, point: usize, start: Time) -> Option<Clash> {
        let about = &model.problem.points[point];
        let others = || {
            (0..model.groups).filter(move |&other| other != group).filter_map(move |other| {
                let at = self.position(model, other, point);
                (at != ABSENT).then(|| {
                    let line = &self.lines[other];
                    let start = line.start[usize::from(at)];
                    (start, line.end[usize::from(at)], model.problem.groups[other].people)
                })
            })
        };
        let people = model.problem.groups[group].people;
        let slot = about.slots.iter().find(|slot| (slot.from as Time..slot.to as Time).contains(&start));
        if let Some(slot) = slot {
            let (from, to) = (slot.from as Time, slot.to as Time);
            let taken: u32 = others().filter(|(start, ..)| (from..to).contains(start)).map(|(.., people)| people).sum();
            if taken + people > slot.people {
                return Some(Clash { before: from - 1, after: to });
            }
        }
        let most = about.at_once?;
        let stay = model.stay(group, point);
        if stay == 0 {
            // Whoever stays no time is never inside.
            return None;
        }
        let during = || others().filter(move |&(from, to, _)| from < start + stay && to > start);
        // The most are there when one of them comes, or at the beginning.
        let at = |time: Time| -> u32 {
            during().filter(|&(from, to, _)| from <= time && time < to).map(|(.., people)| people).sum()
        };
        let peak = during().map(|(from, ..)| at(from.max(start))).max()?;
        if peak + people <= most {
            return None;
        }
        let before = during().map(|(from, ..)| from - stay).max()?;
        let after = during().map(|(_, to, _)| to).min()?;
        Some(Clash { before, after })
    }
}
