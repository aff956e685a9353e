//! What a notice states, one statement after another, in whatever order.

use yuren_calendar::MakeupWorkdays;

use super::days::{Days, DaysSaid};
use super::season::Season;
use super::span::Span;

/// Something stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// Open on these days at these times.
    Opens(Opening),
    /// Open on these days, the times of which stand elsewhere.
    OpenDays(Days, Times),
    /// Closed on these days.
    Closed(DaysSaid),
    /// But not on these days.
    Excepted(Days, Around),
    /// Open on holidays, at times that stand elsewhere.
    OpenOn(Days, How),
    /// Never closed on any day.
    NeverClosed,
    /// Opens at a minute of the day.
    From(u16),
    /// Closes at a minute of the day.
    Until(u16),
    /// Nobody is let in any more from these minutes of the day on.
    LastAdmissionAt(Vec<u16>),
    /// Nobody is let in any more for so many minutes before closing.
    LastAdmissionBefore(u16),
    /// What a make-up workday counts as.
    Makeup(Makeup),
    /// How one books.
    Books(Books),
    /// Whom it is for.
    Admits(Admits),
}

/// Times of opening, with what stands right beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) season: Option<Season>,
    pub(super) days: Option<DaysSaid>,
    pub(super) spans: Vec<Span>,
}

/// Where the times of days stand that have none beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Times {
    /// Right before, and the days in a bracket behind them.
    Before,
    /// Anywhere.
    Anywhere,
}

/// Which statement an exception is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// The next: 除法定节假日外,周一闭馆.
    Next,
    /// The last: 周一闭馆,法定节假日除外.
    Last,
}

/// In which words holidays are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// 开放
    Open,
    /// 照常开放
    AsUsual,
    /// (含节假日)
    Included,
}

/// What is said of make-up workdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Makeup {
    /// 照常开放
    AsUsual,
    /// By words: as a workday, as a weekend, closed.
    Counts(MakeupWorkdays),
}

/// One thing said of booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Books {
    Required,
    NotRequired,
    /// At least, and at most, so many days before.
    Days {
        lead: Option<u16>,
        ahead: Option<u16>,
    },
    GroupNotice(u16),
    Release(u16),
    Slots(Vec<Span>),
}

/// One thing said of whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admits {
    AloneFrom(u8),
    WithAdult,
    Ages { min: Option<u8>, max: Option<u8> },
}

/// A statement, and the tokens that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) statement: Statement,
    pub(super) from: usize,
    pub(super) to: usize,
}
