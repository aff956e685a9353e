//! What a phrase means, and whether two meanings are one: by the days on which one gets in, not by how it is written.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use compact_calendar::CompactCalendar;
use opening_hours::{Context, ContextHolidays, OpeningHours};
use serde::Deserialize;
use yuren_calendar::{Admission, Follows, HolidayReading, MakeupWorkdays};
use yuren_catalog::{Audience, Booking};
use yuren_ingest::HoursText;

/// From this age on nobody is a child.
const OF_AGE: u8 = 18;

/// What a phrase means.
#[derive(Clone, Debug)]
pub(crate) struct Meaning {
    hours: String,
    facts: Facts,
}

/// What there is beside the hours.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Facts {
    admission: Admission,
    booking: Option<Booking>,
    audience: Option<Audience>,
}

impl Meaning {
    /// As a table writes it: hours in OpenStreetMap's grammar, the rest in JSON.
    pub(crate) fn written(hours: &str, facts: &str) -> Result<Self, String> {
        hours.parse::<OpeningHours>().map_err(|error| format!("{hours}: {error}"))?;
        let facts: Facts = serde_json::from_str(facts).map_err(|error| format!("{facts}: {error}"))?;
        Ok(Self { hours: hours.to_owned(), facts: facts.plain() })
    }

    /// As it was read.
    pub(crate) fn of(read: HoursText) -> Self {
        let HoursText { opening_hours, admission, booking, audience } = read;
        let facts = Facts { admission: admission.unwrap_or_default(), booking, audience };
        Self { hours: opening_hours, facts: facts.plain() }
    }
}

impl Facts {
    /// The facts in the one form that things with two have.
    fn plain(mut self) -> Self {
        let admission = &mut self.admission;
        // What the days say that the hours follow need not be said again.
        match (admission.follows, admission.makeup_workdays) {
            (Some(Follows::Workdays), Some(MakeupWorkdays::AsWorkday))
            | (Some(Follows::Weekends), Some(MakeupWorkdays::Closed)) => admission.makeup_workdays = None,
            _ => {}
        }
        admission.holidays = admission.holidays.filter(|&reading| reading != HolidayReading::default());
        if let Some(booking) = &mut self.booking {
            booking.walk_in |= !booking.required;
        }
        // Every child with an adult, and nobody under 18 alone, are one rule.
        if let Some(audience) = &mut self.audience
            && audience.alone_from_age.is_some_and(|age| age >= OF_AGE)
        {
            audience.alone_from_age = None;
            audience.adult_required = true;
        }
        self
    }

    /// Whether it is closed on a day whatever the hours say.
    fn are_closed(&self, is_holiday: bool, is_break: bool) -> bool {
        match self.admission.follows {
            Some(Follows::Workdays) => is_holiday,
            Some(Follows::SchoolDays) => is_holiday || is_break,
            Some(Follows::Weekends) | None => false,
        }
    }
}

/// How two meanings differ; `None` = they are one.
pub(crate) fn difference(read: &Meaning, wanted: &Meaning) -> Option<String> {
    if read.facts != wanted.facts {
        return Some(format!("{:?} is not {:?}", read.facts, wanted.facts));
    }
    let [read_hours, wanted_hours] = [read, wanted].map(|meaning| hours(&meaning.hours));
    let day = days().find(|&day| {
        let is_closed = read.facts.are_closed(is_holiday(day), is_break(day));
        !is_closed && read_hours.schedule_at(day) != wanted_hours.schedule_at(day)
    })?;
    let kind = [is_holiday(day).then_some(", a holiday"), is_break(day).then_some(", in a break")];
    let kind: String = kind.into_iter().flatten().collect();
    Some(format!("{} is not {} on {}, {day}{kind}", read.hours, wanted.hours, day.weekday()))
}

/// Hours that know which days are holidays and breaks.
pub(crate) fn hours(text: &str) -> OpeningHours {
    let calendar = |is_one: fn(NaiveDate) -> bool| {
        let mut calendar = CompactCalendar::default();
        days().filter(|&day| is_one(day)).for_each(|day| {
            calendar.insert(day);
        });
        Arc::new(calendar)
    };
    let holidays = ContextHolidays::new(calendar(is_holiday), calendar(is_break));
    let hours: OpeningHours = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    hours.with_context(Context::default().with_holidays(holidays))
}

/// Two years.
pub(crate) fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a date");
    first.iter_days().take(365 * 2)
}

/// Holidays of these years: every eleventh day, so that each weekday of each season has some, in breaks and out of them.
pub(crate) fn is_holiday(day: NaiveDate) -> bool {
    day.num_days_from_ce() % 11 == 0
}

/// Breaks of these years: from the 20th of January for a month, July and August.
pub(crate) fn is_break(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1, 20..) | (2, ..=20) | (7 | 8, _))
}

#[test]
fn meanings_are_one_by_their_days_and_not_by_how_they_are_written() {
    let meaning = |hours: &str, facts: &str| Meaning::written(hours, facts).expect("a meaning");
    let same = [
        (("Tu-Su 09:00-17:00; PH 09:00-17:00", "{}"), ("Tu-Su,PH 09:00-17:00", "{}")),
        (("Mo-Su 00:00-24:00", "{}"), ("24/7", "{}")),
        (
            ("Sa,Su 09:00-17:00", r#"{"booking":{"required":false}}"#),
            ("Sa-Su 09:00-17:00", r#"{"booking":{"required":false,"walk_in":true}}"#),
        ),
        (
            ("Mo-Fr 09:00-17:00; PH off", r#"{"admission":{"follows":"workdays"}}"#),
            ("Mo-Fr 09:00-17:00", r#"{"admission":{"follows":"workdays","makeup_workdays":"as_workday"}}"#),
        ),
        (
            ("09:00-17:00", r#"{"audience":{"alone_from_age":18}}"#),
            ("Mo-Su 09:00-17:00", r#"{"audience":{"adult_required":true}}"#),
        ),
    ];
    for (a, b) in same {
        assert_eq!(difference(&meaning(a.0, a.1), &meaning(b.0, b.1)), None, "{a:?} {b:?}");
    }
    let others = [
        (("Tu-Su 09:00-17:00; PH 09:00-17:00", "{}"), ("Tu-Su 09:00-17:00", "{}")),
        (("Mo-Fr 09:00-17:00; PH off", "{}"), ("Mo-Fr 09:00-17:00", "{}")),
        (("Mo-Fr 09:00-17:00; SH off", "{}"), ("Mo-Fr 09:00-17:00", "{}")),
        (("May-Sep 09:00-17:00", "{}"), ("May-Oct 09:00-17:00", "{}")),
        (("09:00-17:00", "{}"), ("09:00-17:01", "{}")),
        (("Sa[2] 09:00-11:00", "{}"), ("Sa[3] 09:00-11:00", "{}")),
        (("18:00-02:00", "{}"), ("18:00-24:00", "{}")),
        (("09:00-17:00", r#"{"admission":{"last_admission_minutes":30}}"#), ("09:00-17:00", "{}")),
        (
            ("09:00-17:00", r#"{"booking":{"required":true,"lead_days":3}}"#),
            ("09:00-17:00", r#"{"booking":{"required":true,"days_ahead":3}}"#),
        ),
    ];
    for (a, b) in others {
        assert!(difference(&meaning(a.0, a.1), &meaning(b.0, b.1)).is_some(), "{a:?} {b:?}");
    }
}
