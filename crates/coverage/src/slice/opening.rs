//! Whether a site counts as open in a slice.

use yuren_calendar::{Timeline, Timing, entry_windows};

use super::Window;

/// One must be let in for so many minutes of a window, or the day does not count.
pub const USEFUL_MINUTES: u16 = 30;

/// Whether one can go into a site for at least [`USEFUL_MINUTES`] of a sample day's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOpening {
    /// One can.
    Open,
    /// One cannot.
    Closed,
    /// Nobody can say.
    Unknown,
}

/// Whether a site counts as open in a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SliceOpening {
    /// On at least half of the sample days one can go in for half an hour of the window.
    Yes,
    /// On more than half of them one cannot.
    No,
    /// Days that nobody knows decide.
    Unknown,
}

/// What a role's calendar says of a window. A booking is no hindrance: a planner's question is whether there is a place
/// to go.
pub fn day_opening(timing: &Timing, timeline: &impl Timeline, window: &Window) -> DayOpening {
    let minutes = |(from, to): (u16, u16)| to.min(window.to_minute).saturating_sub(from.max(window.from_minute));
    let schedule = timeline.day(window.date);
    let known: u16 = if schedule.is_doubtful() {
        0
    } else {
        entry_windows(timing, timeline, window.date).into_iter().map(minutes).sum()
    };
    let uncertain = schedule.spans.iter().filter(|span| !span.certain).map(|span| minutes((span.from, span.to)));
    if known >= USEFUL_MINUTES {
        DayOpening::Open
    } else if schedule.is_doubtful() || known + uncertain.sum::<u16>() >= USEFUL_MINUTES {
        DayOpening::Unknown
    } else {
        DayOpening::Closed
    }
}

/// The rule: a site counts as open in a slice if on at least half of the sample days one can go in for at least
/// [`USEFUL_MINUTES`] of the window. No sample day = hours do not matter, and it counts as open.
pub fn slice_opening(days: &[DayOpening]) -> SliceOpening {
    let count = |wanted: DayOpening| days.iter().filter(|day| **day == wanted).count();
    let (open, unknown) = (count(DayOpening::Open), count(DayOpening::Unknown));
    if 2 * open >= days.len() {
        SliceOpening::Yes
    } else if 2 * (open + unknown) >= days.len() {
        SliceOpening::Unknown
    } else {
        SliceOpening::No
    }
}
