//! When a visit may start.

use crate::{Plan, Point, Problem, Visit};

/// The spans in which a group's visit of one point may start, both ends included, the earliest first.
pub(super) struct Starts(Vec<(u64, u64)>);

/// A visit of a point by another group.
pub(super) struct Guest {
    pub(super) group: usize,
    people: u32,
    visit: Visit,
}

impl Starts {
    /// What windows and slots leave to a group of `people`, with `guests` there already.
    pub(super) fn of(point: &Point, people: u32, guests: &[Guest]) -> Self {
        let length = stay(point, people);
        let mut spans: Vec<(u64, u64)> = (point.windows.iter())
            .filter_map(|window| {
                let latest = u64::from(window.close).checked_sub(length)?.min(window.last_entry.into());
                Some((window.open.into(), latest))
            })
            .collect();
        if !point.slots.is_empty() {
            let slots = point.slots.iter().filter(|slot| {
                let of_slot = guests.iter().filter(|guest| (slot.from..slot.to).contains(&guest.visit.start));
                let taken: u64 = of_slot.map(|guest| u64::from(guest.people)).sum();
                taken + u64::from(people) <= slot.people.into()
            });
            let slots: Vec<_> = slots.map(|slot| (u64::from(slot.from), u64::from(slot.to) - 1)).collect();
            spans = spans
                .iter()
                .flat_map(|&(from, to)| slots.iter().map(move |&(first, last)| (from.max(first), to.min(last))))
                .collect();
        }
        spans.retain(|(from, to)| from <= to);
        // A visit that takes no time is nobody's inside.
        if let Some(most) = point.at_once.filter(|_| length > 0) {
            for (from, to) in full(guests, most, people) {
                // Whoever starts after `from - length` and before `to` is there in between.
                let (first, last) = ((from + 1).saturating_sub(length), to - 1);
                spans = spans.iter().flat_map(|&span| without(span, first, last)).collect();
            }
        }
        Self(spans)
    }

    /// The earliest start at `arrive` or later.
    pub(super) fn from(&self, arrive: u64) -> Option<u64> {
        self.0.iter().find(|(_, to)| *to >= arrive).map(|&(from, _)| from.max(arrive))
    }

    /// The latest start of all.
    pub(super) fn last(&self) -> Option<u64> {
        self.0.last().map(|&(_, to)| to)
    }
}

/// What a visit takes a group of `people`, in ticks.
pub(super) fn stay(point: &Point, people: u32) -> u64 {
    u64::from(point.stay.base) + u64::from(point.stay.per_person) * u64::from(people)
}

/// What is left of a span without what lies from `first` to `last`.
fn without((from, to): (u64, u64), first: u64, last: u64) -> impl Iterator<Item = (u64, u64)> {
    let before = first.checked_sub(1).map(|end| (from, to.min(end)));
    before.into_iter().chain([(from.max(last + 1), to)]).filter(|(from, to)| from <= to)
}

/// When `people` more would be too many: spans of time, the end not included, in order.
fn full(guests: &[Guest], most: u32, people: u32) -> Vec<(u64, u64)> {
    let mut times: Vec<u32> = guests.iter().flat_map(|guest| [guest.visit.start, guest.visit.end]).collect();
    times.sort_unstable();
    times.dedup();
    let inside = |time: u32| -> u64 {
        let there = guests.iter().filter(|guest| (guest.visit.start..guest.visit.end).contains(&time));
        there.map(|guest| u64::from(guest.people)).sum()
    };
    let full = times.windows(2).filter(|span| inside(span[0]) + u64::from(people) > most.into());
    full.map(|span| (span[0].into(), span[1].into())).collect()
}

/// For each point, who of the other groups is there.
pub(super) fn guests_beside(problem: &Problem, plan: &Plan, group: usize) -> Vec<Vec<Guest>> {
    let mut guests: Vec<Vec<Guest>> = problem.points.iter().map(|_| Vec::new()).collect();
    for (other, (who, route)) in problem.groups.iter().zip(&plan.routes).enumerate() {
        for visit in route.visits.iter().filter(|_| other != group) {
            if let Some(guests) = guests.get_mut(visit.point) {
                guests.push(Guest { group: other, people: who.people, visit: *visit });
            }
        }
    }
    guests
}
