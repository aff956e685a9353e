//! A museum closed on Mondays except on holidays, on every Monday of three years.

use chrono::{Datelike, NaiveDate, Weekday};
use yuren_calendar::{Admission, HolidayReading};

use crate::support::{Place, calendar};

/// The Mondays of 2024 to 2026 that are days off by a notice: the statutory ones, and the others.
const STATUTORY: [&str; 5] = ["2024-01-01", "2024-02-12", "2024-06-10", "2025-10-06", "2026-02-16"];
const OTHERS: [&str; 9] = [
    "2024-09-16",
    "2024-10-07",
    "2025-02-03",
    "2025-05-05",
    "2025-06-02",
    "2026-02-23",
    "2026-04-06",
    "2026-05-04",
    "2026-10-05",
];

/// The Mondays on which the museum is open.
fn open_mondays(reading: Option<HolidayReading>) -> Vec<String> {
    let museum =
        Place::open("Tu-Su 09:00-17:00; PH 09:00-17:00").with(Admission { holidays: reading, ..Admission::default() });
    let calendar = calendar();
    let mondays: Vec<NaiveDate> = NaiveDate::from_ymd_opt(2024, 1, 1)
        .unwrap()
        .iter_days()
        .take_while(|day| day.year() < 2027)
        .filter(|day| day.weekday() == Weekday::Mon)
        .collect();
    assert_eq!(mondays.len(), 157);
    let mondays = mondays.into_iter().map(|day| day.to_string());
    mondays
        .filter(|monday| match museum.spans(&calendar, monday).as_str() {
            "09:00-17:00" => true,
            "" => false,
            other => panic!("{monday}: {other}"),
        })
        .collect()
}

#[test]
fn where_any_day_off_is_excepted_it_is_open_on_fourteen_mondays() {
    let mut all: Vec<_> = STATUTORY.into_iter().chain(OTHERS).collect();
    all.sort_unstable();
    assert_eq!(open_mondays(None), all);
    assert_eq!(open_mondays(Some(HolidayReading::OffDay)), all);
}

#[test]
fn where_only_statutory_days_are_excepted_it_is_open_on_five() {
    assert_eq!(open_mondays(Some(HolidayReading::Statutory)), STATUTORY);
}
