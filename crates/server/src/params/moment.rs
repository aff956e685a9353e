//! Moments, days and readiness to book, as requests say them.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use yuren_catalog::City;
use yuren_catalog::calendar::parse_date;

use crate::clock;

/// A moment as a request says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Moment {
    /// `now`.
    Now,
    /// With its own offset from UTC.
    Instant(DateTime<chrono::FixedOffset>),
    /// Without: the city's own time.
    CityTime(NaiveDateTime),
}

impl Moment {
    /// What the city's clocks say then; `now` is what they say now.
    pub(crate) fn in_city(self, city: &City, now: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Now => now,
            Self::Instant(instant) => clock::city_time(city, instant.to_utc()),
            Self::CityTime(time) => time,
        }
    }
}

impl FromStr for Moment {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "now" {
            return Ok(Self::Now);
        }
        // A plus sign in an address is a space once it is read.
        let text = match text.len().checked_sub(6).and_then(|at| text.split_at_checked(at)) {
            Some((time, offset)) if offset.starts_with(' ') => format!("{time}+{}", &offset[1..]),
            _ => text.to_owned(),
        };
        let is_plain = |time: &NaiveDateTime| (1900..=9999).contains(&chrono::Datelike::year(time));
        if let Ok(instant) = DateTime::parse_from_rfc3339(&text) {
            return Some(Self::Instant(instant)).filter(|_| is_plain(&instant.naive_utc())).ok_or(());
        }
        let time = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok());
        time.filter(is_plain).map(Self::CityTime).ok_or(())
    }
}

/// An end of a window as a request says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Edge {
    /// A day, all of it in the window.
    Day(NaiveDate),
    /// A moment.
    Moment(Moment),
}

impl FromStr for Edge {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        parse_date(text).map(Self::Day).or_else(|_| text.parse().map(Self::Moment))
    }
}

/// Whether places that nobody enters without a booking are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WouldBook {
    Include,
    Exclude,
}

impl WouldBook {
    /// The words.
    pub(crate) const ALL: [&'static str; 2] = ["include", "exclude"];
}

impl FromStr for WouldBook {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "include" => Ok(Self::Include),
            "exclude" => Ok(Self::Exclude),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_a_zone_of_its_own_or_is_the_citys_time() {
        let city_time = |text: &str| Moment::CityTime(text.parse().unwrap());
        assert_eq!("now".parse(), Ok(Moment::Now));
        assert_eq!("2026-10-10T15:20".parse(), Ok(city_time("2026-10-10T15:20:00")));
        assert_eq!("2026-10-10T15:20:30".parse(), Ok(city_time("2026-10-10T15:20:30")));
        let with_offset = Moment::Instant(DateTime::parse_from_rfc3339("2026-10-10T15:20:00+08:00").unwrap());
        for text in ["2026-10-10T15:20:00+08:00", "2026-10-10T15:20:00 08:00", "2026-10-10T07:20:00Z"] {
            assert_eq!(text.parse(), Ok(with_offset), "{text}");
        }
        let nonsense = [
            "",
            "tomorrow",
            "2026-10-10",
            "2026-02-30T10:00",
            "2026-10-10T24:00",
            "1899-12-31T23:59",
            "10000-01-01T00:00",
            "2026-10-10T15:20:00+99:00",
            "明天",
        ];
        for text in nonsense {
            assert_eq!(text.parse::<Moment>(), Err(()), "{text}");
        }
    }
}
