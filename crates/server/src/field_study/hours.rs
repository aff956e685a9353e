//! When a role can be visited on a day, as windows for the solver: its hours by all calendars, without what is too late to be let in.

use chrono::NaiveDate;
use yuren_catalog::calendar::{Reason, Span};
use yuren_index::{PlaceIx, Snapshot};
use yuren_itinerary::Window;

use super::body::UnknownHoursBody;

/// Where nobody knows the hours and whoever plans asks first, these are assumed: 9:00 to 16:30.
const ASSUMED: Window = Window { open: 9 * 60, last_entry: 16 * 60 + 30, close: 16 * 60 + 30 };

/// When a role is open on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hours {
    pub(crate) state: State,
    /// When a visit can be: in minutes after midnight, ordered, without overlap.
    pub(crate) windows: Vec<Window>,
    /// From when on nobody is let in any more, on the last of the windows, where that is before it closes.
    pub(crate) last_entry: Option<u32>,
    /// Why the day is as it is.
    pub(crate) reasons: Vec<Reason>,
}

/// What is known of the hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is open in the windows.
    Open,
    /// It is not open on that day.
    Closed,
    /// Nobody knows, and so there are no windows.
    Unknown,
    /// Nobody knows, and the windows are assumed.
    Assumed,
}

impl Hours {
    /// The hours of a role of a place on a day.
    pub(crate) fn of(
        snapshot: &Snapshot,
        place: PlaceIx,
        role: usize,
        date: NaiveDate,
        unknown: UnknownHoursBody,
    ) -> Self {
        let schedule = snapshot.role_day(place, role, date);
        let reasons = schedule.reasons.clone();
        let certain = || schedule.spans.iter().filter(|span| span.certain);
        if schedule.is_doubtful() || (certain().next().is_none() && !schedule.spans.is_empty()) {
            return match unknown {
                UnknownHoursBody::LeaveOut => Self::without_windows(State::Unknown, reasons),
                UnknownHoursBody::AskFirst => {
                    Self { state: State::Assumed, windows: vec![ASSUMED], last_entry: None, reasons }
                }
            };
        }
        let admitted = snapshot.role_windows(place, role, date);
        let (mut windows, mut last_entry) = (Vec::new(), None);
        for span in certain() {
            let Some(&(_, last)) = admitted.iter().find(|&&(from, _)| from == span.from) else { continue };
            let window = window(span, last);
            // Hours that lie in each other are one.
            if windows.last().is_none_or(|before: &Window| before.close <= window.open) {
                last_entry = (last < span.to).then_some(u32::from(last));
                windows.push(window);
            }
        }
        if windows.is_empty() {
            return Self::without_windows(State::Closed, reasons);
        }
        Self { state: State::Open, windows, last_entry, reasons }
    }

    fn without_windows(state: State, reasons: Vec<Reason>) -> Self {
        Self { state, windows: Vec::new(), last_entry: None, reasons }
    }
}

/// The window of a span into which one is let until before the minute `last`.
fn window(span: &Span, last: u16) -> Window {
    let (open, close) = (u32::from(span.from), u32::from(span.to));
    // Who comes in the very minute in which it ends is not let in any more, as wherever else it is asked.
    let last_entry = if last < span.to { u32::from(last).saturating_sub(1).max(open) } else { close };
    Window { open, last_entry, close }
}
