//! The notices in `data/calendar`, and dates.

use std::path::Path;

use chrono::NaiveDate;
use yuren_calendar::{PublicCalendar, YearNotice, parse_date};

pub(crate) fn date(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

/// The bytes of a file of the repository.
pub(crate) fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

pub(crate) fn notice(year: i32) -> YearNotice {
    YearNotice::from_toml(&file(&format!("data/calendar/cn-{year}.toml"))).unwrap()
}

/// The calendar of 2024 to 2026.
pub(crate) fn public() -> PublicCalendar {
    PublicCalendar::new(vec![notice(2026), notice(2024), notice(2025)]).unwrap()
}

/// All days from the first to the last.
pub(crate) fn days(from: &str, to: &str) -> impl Iterator<Item = NaiveDate> {
    let to = date(to);
    date(from).iter_days().take_while(move |day| *day <= to)
}
