//! Both calendars together.

use chrono::{Datelike, NaiveDate};

use crate::{ClockTime, PublicCalendar, PublicDay, SchoolDay, SchoolStage, SchoolYear};

/// The calendars of a city.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The State Council's.
    pub public: PublicCalendar,
    /// The city's school years, in order, no date in two of them.
    pub school_years: Vec<SchoolYear>,
}

/// A date by all calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day<'a> {
    /// Which date.
    pub date: NaiveDate,
    /// As the notices have it.
    pub public: PublicDay<'a>,
    /// As the school year has it; `None` where no school year covers it, or where a term meets a day that no notice covers.
    pub school: Option<SchoolDay>,
    /// The school year that covers it.
    pub school_year: Option<&'a SchoolYear>,
}

impl Calendar {
    /// The date by all calendars.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        let public = self.public.day(date);
        let school_year = self.school_years.iter().find(|year| year.contains(date));
        Day { date, public, school: school_year.and_then(|year| year.day(date, &public)), school_year }
    }

    /// When school is out on the date for the stage; `None` where there is no school, or nobody knows.
    pub fn dismissal(&self, date: NaiveDate, stage: SchoolStage) -> Option<ClockTime> {
        self.day(date).dismissal(stage)
    }
}

impl Day<'_> {
    /// Whether school is held; `None` = not known.
    pub fn is_school_day(&self) -> Option<bool> {
        self.school.map(|day| day == SchoolDay::School)
    }

    /// When school is out for the stage; `None` where there is no school, or nobody knows.
    pub fn dismissal(&self, stage: SchoolStage) -> Option<ClockTime> {
        let year = self.school_year.filter(|_| self.school == Some(SchoolDay::School))?;
        year.dismissal(self.date.weekday(), stage)
    }
}
