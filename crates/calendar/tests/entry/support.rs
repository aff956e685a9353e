//! The repository's notices, two school years, and ways to ask.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use yuren_calendar::{
    Admission, Calendar, DaySchedule, Entry, EntryState, Notice, PublicCalendar, SchoolYear, Telling, Terms, Timing,
    YearNotice,
};

/// A school year of two terms, 1 September 2025 to 31 August 2026.
const SCHOOL_YEAR: &str = r#"
title = "2025—2026"
title_en = "2025–2026"
issuer = "示例"
example = true
from = "2025-09-01"
to = "2026-08-31"
free_days = ["2025-10-31"]

[[term]]
name = "第一学期"
from = "2025-09-01"
to = "2026-01-30"

[[term]]
name = "第二学期"
from = "2026-02-28"
to = "2026-07-03"
"#;

/// The notices of 2024 to 2026, and one school year.
pub(crate) fn calendar() -> Calendar {
    let files = [
        include_bytes!("../../../../data/calendar/cn-2024.toml").as_slice(),
        include_bytes!("../../../../data/calendar/cn-2025.toml"),
        include_bytes!("../../../../data/calendar/cn-2026.toml"),
    ];
    let notices = files.map(|file| YearNotice::from_toml(file).unwrap()).into();
    let school_years = vec![SchoolYear::from_toml(SCHOOL_YEAR.as_bytes()).unwrap()];
    Calendar { public: PublicCalendar::new(notices).unwrap(), school_years }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `2026-10-10 17:30`.
pub(crate) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// A role of a test.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    pub(crate) hours: Option<String>,
    pub(crate) admission: Admission,
    pub(crate) notices: Vec<Notice>,
    pub(crate) booking_only: bool,
    pub(crate) suspended: bool,
}

impl Place {
    pub(crate) fn open(hours: &str) -> Self {
        Self { hours: Some(hours.to_owned()), ..Self::default() }
    }

    pub(crate) fn with(self, admission: Admission) -> Self {
        Self { admission, ..self }
    }

    pub(crate) fn announcing(mut self, from: &str, to: Option<&str>, issued_on: &str, hours: &str) -> Self {
        let (from, to, issued_on) = (day(from), to.map(day), day(issued_on));
        self.notices.push(Notice { from, to, issued_on, hours: hours.to_owned(), text: None });
        self
    }

    pub(crate) fn timing(&self) -> Timing {
        let terms = Terms {
            hours: self.hours.as_deref(),
            admission: self.admission,
            booking_only: self.booking_only,
            suspended: self.suspended,
        };
        Timing::new(terms, &self.notices)
    }

    pub(crate) fn entry(&self, calendar: &Calendar, at: NaiveDateTime) -> Entry {
        let timing = self.timing();
        Entry::new(&timing, &|date| Arc::new(DaySchedule::new(&timing, calendar, date)), at)
    }

    pub(crate) fn schedule(&self, calendar: &Calendar, date: &str) -> DaySchedule {
        DaySchedule::new(&self.timing(), calendar, day(date))
    }

    /// The spans of a day as `09:00-17:00`, or the doubt.
    pub(crate) fn spans(&self, calendar: &Calendar, date: &str) -> String {
        let schedule = self.schedule(calendar, date);
        if schedule.is_doubtful() {
            return format!("{:?}", schedule.reasons);
        }
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let spans: Vec<_> =
            schedule.spans.iter().map(|span| format!("{}-{}", clock(span.from), clock(span.to))).collect();
        spans.join(",")
    }

    /// The answer in Chinese, read on the day that it is about.
    pub(crate) fn says(&self, at_text: &str) -> String {
        self.says_as("示例馆", at_text)
    }

    pub(crate) fn says_as(&self, subject: &str, at_text: &str) -> String {
        let calendar = calendar();
        let entry = self.entry(&calendar, at(at_text));
        let date = at(at_text).date();
        Telling { today: date, day: calendar.day(date), subject: [subject, "It"] }.sentence(&entry).zh
    }

    pub(crate) fn state(&self, at_text: &str) -> EntryState {
        self.entry(&calendar(), at(at_text)).state
    }
}
