//! When a group's visit may start: windows, slots and the sizes that are let in, as spans of time.

use super::ticks::{NEVER, Time};
use crate::{Point, Problem};

/// The spans in which a visit may start. The first and the whole lie here, for most have one alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    /// The first span; one that nothing fits in where there is none.
    first: Span,
    /// The last time of all; negative where there is none.
    pub(super) last: Time,
    /// Where the spans after the first lie, and how many they are.
    more: u32,
    count: u32,
}

/// From the one time to the other, both of it.
#[derive(Clone, Copy, Debug)]
struct Span {
    from: Time,
    to: Time,
}

/// Of every group and point.
#[derive(Default)]
pub(super) struct Spans {
    openings: Vec<Opening>,
    more: Vec<Span>,
}

impl Opening {
    /// The first time of all; [`NEVER`] where there is none.
    pub(super) fn from(&self) -> Time {
        self.first.from
    }
}

impl Spans {
    pub(super) fn new(problem: &Problem, stay: impl Fn(usize, usize) -> Time) -> Self {
        let mut all = Self::default();
        for (number, group) in problem.groups.iter().enumerate() {
            for (point, about) in problem.points.iter().enumerate() {
                all.push(&of_point(about, group.people, stay(number, point)));
            }
        }
        all
    }

    fn push(&mut self, spans: &[Span]) {
        let none = Span { from: NEVER, to: -1 };
        let (first, rest) = spans.split_first().map_or((none, &[][..]), |(first, rest)| (*first, rest));
        let last = spans.last().map_or(-1, |span| span.to);
        self.openings.push(Opening { first, last, more: self.more.len() as u32, count: rest.len() as u32 });
        self.more.extend_from_slice(rest);
    }

    pub(super) fn opening(&self, number: usize) -> &Opening {
        &self.openings[number]
    }

    fn rest(&self, opening: &Opening) -> &[Span] {
        &self.more[opening.more as usize..][..opening.count as usize]
    }

    /// The earliest start at `time` or later; [`NEVER`] where there is none.
    #[inline]
    pub(super) fn earliest(&self, opening: &Opening, time: Time) -> Time {
        if time <= opening.first.to {
            return time.max(opening.first.from);
        }
        if time > opening.last {
            return NEVER;
        }
        let rest = self.rest(opening);
        let next = rest.partition_point(|span| span.to < time);
        time.max(rest[next].from)
    }

    /// The end of the span that `start` lies in.
    pub(super) fn end_of(&self, opening: &Opening, start: Time) -> Time {
        let later = || self.rest(opening).iter().find(|span| start <= span.to);
        if start <= opening.first.to { opening.first.to } else { later().map_or(start, |span| span.to) }
    }

    /// The latest start at `time` or earlier; negative where there is none.
    pub(super) fn latest(&self, opening: &Opening, time: Time) -> Time {
        let rest = self.rest(opening);
        match rest.partition_point(|span| span.from <= time) {
            0 if opening.first.from <= time => time.min(opening.first.to),
            0 => -1,
            after => time.min(rest[after - 1].to),
        }
    }
}

/// The spans in which a group of so many may start a visit that takes so long, ordered and apart.
fn of_point(point: &Point, people: u32, stay: Time) -> Vec<Span> {
    let let_in = point.group_min.is_none_or(|least| people >= least)
        && point.group_max.is_none_or(|most| people <= most)
        && (stay == 0 || point.at_once.is_none_or(|most| people <= most));
    if !let_in {
        return Vec::new();
    }
    let windows = point.windows.iter().map(|window| Span {
        from: window.open as Time,
        to: (window.last_entry as Time).min(window.close as Time - stay),
    });
    let slots: Vec<Span> = (point.slots.iter().filter(|slot| slot.people >= people))
        .map(|slot| Span { from: slot.from as Time, to: slot.to as Time - 1 })
        .collect();
    let mut spans: Vec<Span> = if point.slots.is_empty() {
        windows.collect()
    } else {
        let cut = |window: Span| {
            slots.iter().map(move |slot| Span { from: window.from.max(slot.from), to: window.to.min(slot.to) })
        };
        windows.flat_map(cut).collect()
    };
    spans.retain(|span| span.from <= span.to);
    spans
}
