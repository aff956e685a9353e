//! Opening hours (开放时间) in OpenStreetMap's grammar, evaluated for one day at a time.
//!
//! The crate `opening-hours` reads the grammar and knows weekdays, months and weeks. What a day is by the calendars is decided
//! here, before it is asked: an expression is compiled once for each of the four sorts of day (public holiday or not, school
//! holiday or not), and no holiday is left in what that crate evaluates. So `SH Mo-Fr` can mean what the grammar says
//! (Monday to Friday of the school holidays), and a day of which the calendars do not know the sort can be tried as each.
//!
//! A span past midnight belongs to the day on which it begins. Its later part is compiled apart, so that the day before can
//! be another sort of day than the day after.

mod compile;
mod parse;
mod span;

use chrono::NaiveDate;
use opening_hours::OpeningHours;

pub use parse::InvalidHours;
pub use span::Span;
pub(crate) use span::{DAY, union};

/// The sort of a day to an expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sort {
    /// Whether it is a public holiday (`PH`).
    pub(crate) public_holiday: bool,
    /// Whether it is a school holiday (`SH`).
    pub(crate) school_holiday: bool,
}

impl Sort {
    const ALL: [Self; 4] = [Self::of(false, false), Self::of(true, false), Self::of(false, true), Self::of(true, true)];

    pub(crate) const fn of(public_holiday: bool, school_holiday: bool) -> Self {
        Self { public_holiday, school_holiday }
    }

    fn position(self) -> usize {
        usize::from(self.public_holiday) + 2 * usize::from(self.school_holiday)
    }
}

/// Opening hours that were understood.
#[derive(Clone, Debug)]
pub struct Hours {
    /// What of its own spans lies in a day, by the sort of that day.
    own: [OpeningHours; 4],
    /// What of a day's spans lies in the next day, by the sort of the day on which they began; `None` = nothing ever does.
    after_midnight: Option<[OpeningHours; 4]>,
    public_holidays: bool,
    school_holidays: bool,
}

impl Hours {
    /// Reads hours of at most 255 characters.
    ///
    /// Beyond what is no grammar at all, these are refused, since no honest answer can be given on them: times by the sun,
    /// open ends (`18:00+`), repetitions, days counted from a holiday, a fallback beside spans past midnight.
    pub fn parse(text: &str) -> Result<Self, InvalidHours> {
        parse::parse(text)
    }

    /// Whether they say something of public holidays.
    pub fn mention_public_holidays(&self) -> bool {
        self.public_holidays
    }

    /// Whether they say something of school holidays.
    pub fn mention_school_holidays(&self) -> bool {
        self.school_holidays
    }

    /// Whether a span of theirs goes past midnight.
    pub fn run_past_midnight(&self) -> bool {
        self.after_midnight.is_some()
    }

    /// The spans that begin on a day of this sort, up to its midnight.
    pub(crate) fn own(&self, date: NaiveDate, sort: Sort) -> Vec<Span> {
        span::of_schedule(self.own[sort.position()].schedule_at(date))
    }

    /// What of the spans of a day of this sort lies in the next day, in that day's minutes.
    pub(crate) fn after_midnight(&self, date: NaiveDate, sort: Sort) -> Vec<Span> {
        let variants = self.after_midnight.as_ref();
        variants.map(|variants| span::of_schedule(variants[sort.position()].schedule_at(date))).unwrap_or_default()
    }
}
