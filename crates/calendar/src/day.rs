//! Both calendars together.

use chrono::NaiveDate;

use crate::{PublicCalendar, PublicDay, SchoolDay, SchoolYear};

/// The calendars of a city.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The State Council's.
    pub public: PublicCalendar,
    /// The city's school years, in order.
    pub school_years: Vec<SchoolYear>,
}

/// A date by all calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day<'a> {
    /// Which date.
    pub date: NaiveDate,
    /// As the notices have it.
    pub public: PublicDay<'a>,
    /// As the school years have it; `None` where none covers it.
    pub school: Option<SchoolDay>,
}

impl Calendar {
    /// The date by all calendars.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        Day { date, public: self.public.day(date), school: None }
    }
}
