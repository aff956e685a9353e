//! Whether one can go in at an instant, until when, and when next.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use serde::Serialize;

use crate::hours::DAY;
use crate::{ClockTime, DaySchedule, Reason, Span, Timing};

/// For so many days ahead it is looked when one can next go in: longer than any school break.
const HORIZON_DAYS: u64 = 100;
/// Something open for so many days on end is taken never to close.
const NEVER_CLOSES_DAYS: u64 = 8;

/// Whether one can go in at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// It is open, and one is let in.
    Open,
    /// It is open, and one is let in with a booking only.
    BookingOnly,
    /// It is open, and nobody is let in any more.
    ClosesBeforeEntry,
    /// It is closed, and opens later on the same day.
    OpensLater,
    /// It is closed, and opens no more on the same day.
    Closed,
    /// Nobody can say.
    Unknown,
}

/// The answer for one role and one instant, in the city's own time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The instant, to the minute.
    pub at: NaiveDateTime,
    /// Whether one can go in then.
    pub state: EntryState,
    /// When it closes, if it is open; `None` also where that is not known, or never.
    pub until: Option<NaiveDateTime>,
    /// From when on nobody is let in any more, if it is open and that is earlier than its closing.
    pub last_entry: Option<NaiveDateTime>,
    /// The next time that one can go in, if one cannot now, as far as that is known within 100 days.
    pub next: Option<NaiveDateTime>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// When something that is open closes.
enum Closing {
    At(NaiveDateTime),
    Never,
    /// The day after is in doubt.
    NotKnown,
}

/// A role's days, one schedule each; whoever asks may remember them.
pub trait Timeline {
    /// The schedule of this day.
    fn day(&self, date: NaiveDate) -> Arc<DaySchedule>;
}

impl<F: Fn(NaiveDate) -> Arc<DaySchedule>> Timeline for F {
    fn day(&self, date: NaiveDate) -> Arc<DaySchedule> {
        self(date)
    }
}

fn instant(date: NaiveDate, minute: u16) -> Option<NaiveDateTime> {
    date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(i64::from(minute)))
}

impl Entry {
    /// Whether one can go in at this instant.
    pub fn new(timing: &Timing, timeline: &impl Timeline, at: NaiveDateTime) -> Self {
        let at = at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at);
        let (date, now) = (at.date(), ClockTime::of(at).minutes());
        let today = timeline.day(date);
        let mut entry = Self {
            at,
            state: EntryState::Closed,
            until: None,
            last_entry: None,
            next: None,
            reasons: today.reasons.clone(),
        };
        match today.spans.iter().find(|span| span.holds(now)) {
            _ if today.is_doubtful() => entry.state = EntryState::Unknown,
            Some(span) if span.certain => entry.inside(timing, timeline, date, span.to),
            Some(_) => entry.state = EntryState::Unknown,
            None => {}
        }
        if !matches!(entry.state, EntryState::Open | EntryState::BookingOnly) {
            entry.next = next(timing, timeline, at);
            if entry.state == EntryState::Closed && entry.next.is_some_and(|next| next.date() == date) {
                entry.state = EntryState::OpensLater;
            }
        }
        if timing.booking_only && entry.state != EntryState::Unknown {
            entry.reasons.push(Reason::BookingOnly);
        }
        entry
    }

    fn inside(&mut self, timing: &Timing, timeline: &impl Timeline, date: NaiveDate, to: u16) {
        self.state = if timing.booking_only { EntryState::BookingOnly } else { EntryState::Open };
        match closing(timeline, date, to) {
            Closing::At(closing) => {
                self.until = Some(closing);
                let last = closing - TimeDelta::minutes(last_admission(timing));
                if last <= self.at {
                    self.state = EntryState::ClosesBeforeEntry;
                    self.reasons.push(Reason::LastAdmission);
                }
                self.last_entry = Some(last).filter(|&last| last < closing);
            }
            Closing::Never => self.reasons.push(Reason::Always),
            Closing::NotKnown => {}
        }
    }
}

fn last_admission(timing: &Timing) -> i64 {
    i64::from(timing.admission.last_admission_minutes.unwrap_or_default())
}

/// When a span that ends on this day at this minute really ends: at midnight it may go on.
fn closing(timeline: &impl Timeline, mut date: NaiveDate, mut to: u16) -> Closing {
    for _ in 0..NEVER_CLOSES_DAYS {
        if to < DAY {
            return instant(date, to).map_or(Closing::NotKnown, Closing::At);
        }
        let Some(tomorrow) = date.succ_opt() else { return Closing::NotKnown };
        let schedule = timeline.day(tomorrow);
        match schedule.spans.first().filter(|span| span.from == 0) {
            Some(span) if span.certain => (date, to) = (tomorrow, span.to),
            Some(_) => return Closing::NotKnown,
            None if schedule.is_doubtful() => return Closing::NotKnown,
            None => return instant(date, to).map_or(Closing::NotKnown, Closing::At),
        }
    }
    Closing::Never
}

/// The minutes of a day, from and to, in which one is let in.
pub fn entry_windows(timing: &Timing, timeline: &impl Timeline, date: NaiveDate) -> Vec<(u16, u16)> {
    let today = timeline.day(date);
    let window = |span: &Span| {
        let to = match closing(timeline, date, span.to) {
            Closing::At(closing) => {
                let last = closing - TimeDelta::minutes(last_admission(timing));
                let minutes = (last - date.and_time(NaiveTime::MIN)).num_minutes().clamp(0, i64::from(span.to));
                // At most the span's own end.
                minutes as u16
            }
            Closing::Never | Closing::NotKnown => span.to,
        };
        (span.from < to).then_some((span.from, to))
    };
    today.spans.iter().filter(|span| span.certain).filter_map(window).collect()
}

/// The first minute from this instant on in which one is let in.
fn next(timing: &Timing, timeline: &impl Timeline, at: NaiveDateTime) -> Option<NaiveDateTime> {
    if timing.suspended {
        return None;
    }
    let mut from = ClockTime::of(at).minutes();
    for days in 0..=HORIZON_DAYS {
        let date = at.date().checked_add_days(Days::new(days))?;
        let windows = entry_windows(timing, timeline, date);
        if let Some((opens, _)) = windows.into_iter().find(|&(_, to)| to > from) {
            return instant(date, opens.max(from));
        }
        from = 0;
    }
    None
}
