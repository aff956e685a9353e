//! What kind of day it is (日子), and whether one may go in (能不能进).
//!
//! A day in China is decided by three calendars: the State Council's off days and make-up workdays ([`PublicCalendar`]), the
//! school year ([`SchoolYear`]), and what a venue itself announces ([`Notice`]). All times here are the city's own clock
//! times; this crate knows no time zone, no clock and no file.
#![forbid(unsafe_code)]

mod admission;
mod calendar_file;
mod clock_time;
mod date;
mod day;
mod entry;
mod hours;
mod notice;
mod notice_check;
mod public;
mod reason;
mod recurrence;
mod schedule;
mod school;
mod school_check;
mod telling;
mod timing;
mod words;

pub use admission::{Admission, Follows, HolidayReading, MakeupWorkdays, Notice};
pub use calendar_file::CalendarError;
pub use clock_time::{ClockTime, InvalidClockTime};
pub use date::{InvalidDate, parse_date};
pub use day::{Calendar, Day};
pub use entry::{Entry, EntryState, Timeline, entry_windows};
pub use hours::{Hours, InvalidHours, Span};
pub use notice::{Holiday, YearNotice};
pub use public::{Coverage, DayKind, OffReason, PublicCalendar, PublicDay};
pub use reason::Reason;
pub use recurrence::{
    InvalidRecurrence, LONGEST_REPETITION_DAYS, Occurrence, Recurrence, RecurrenceEnd, RecurrenceSet,
};
pub use schedule::DaySchedule;
pub use school::{Dismissal, SchoolDay, SchoolStage, SchoolYear, Term};
pub use telling::Telling;
pub use timing::{Terms, Timing};
pub use words::Words;
