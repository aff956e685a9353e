//! When somebody comes, and how: the questions `open_at`, `mode` and those beside them, read one way for every list.

use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime};
use yuren_catalog::{City, TravelMode};
use yuren_index::{Pace, Snapshot, Visit};

use crate::clock;
use crate::params::table::{BOOKING, MAX_MINUTES, MODE, OPEN_AT, OPEN_UNTIL};
use crate::params::{Query, Use};
use crate::problem::{Code, Problem};

/// The parameters that [`Coming::of`] reads.
pub(crate) const COMING: [Use; 5] =
    [OPEN_AT.optional(), OPEN_UNTIL.optional(), BOOKING.optional(), MODE.optional(), MAX_MINUTES.optional()];

/// When somebody comes, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coming {
    /// When they leave, how they travel, and until when any moment will do.
    pub(crate) visit: Visit,
    /// How they travel, by name.
    pub(crate) mode: Option<TravelMode>,
    /// Whether only places that let them in are wanted.
    pub(crate) must_let_in: bool,
    /// For how many minutes they would travel at most.
    pub(crate) max_minutes: Option<f64>,
    /// What time it is now in the city.
    pub(crate) now: NaiveDateTime,
}

impl Coming {
    /// Somebody who is there now and has no wishes.
    pub(crate) fn now(city: &City) -> Self {
        let now = clock::city_time(city, clock::now());
        let visit = Visit { leaves: now, pace: None, until: None, would_book: true };
        Self { visit, mode: None, must_let_in: false, max_minutes: None, now }
    }

    /// What a query says.
    pub(crate) fn of(query: &Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let city = snapshot.city();
        let here = Self::now(city);
        let in_city = |moment: Moment| match moment {
            Moment::Now => here.now,
            Moment::Instant(instant) => clock::city_time(city, instant.to_utc()),
            Moment::CityTime(time) => time,
        };
        let (from, until) = (query.get(&OPEN_AT)?.map(in_city), query.get(&OPEN_UNTIL)?.map(in_city));
        if until.is_some() {
            query.need(&OPEN_AT)?;
        }
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            let (from, until) = (clock::written(city, from), clock::written(city, until));
            return Err(OPEN_UNTIL.invalid(&until, &format!("is before open_at, {from}")));
        }
        let (mode, max_minutes) = (query.get(&MODE)?, query.get(&MAX_MINUTES)?);
        if max_minutes.is_some() {
            query.need(&MODE)?;
        }
        if query.has(&BOOKING) {
            query.need(&OPEN_AT)?;
        }
        let visit = Visit {
            leaves: from.unwrap_or(here.now),
            pace: mode.map(|mode| pace(city, mode)),
            until,
            would_book: query.need(&BOOKING)? == WouldBook::Include,
        };
        Ok(Self { visit, mode, must_let_in: from.is_some(), max_minutes, now: here.now })
    }

    /// Refuses a way of travelling where no point says from where.
    pub(crate) fn needs_a_point(&self) -> Result<(), Problem> {
        if self.mode.is_none() {
            return Ok(());
        }
        let detail = "`mode` needs a point to start from: `lon` and `lat`, or `near` with `radius_m`.";
        Err(Problem::new(Code::MissingParameter, detail).parameter("mode").allowed("a point beside mode"))
    }

    /// The straight metres that they would travel at most.
    pub(crate) fn reach_m(&self) -> Option<f64> {
        Some(self.visit.pace?.reach_m(self.max_minutes?))
    }
}

/// How fast one gets on in this city.
fn pace(city: &City, mode: TravelMode) -> Pace {
    Pace { metres_a_minute: city.travel.km_h(mode) * 1000.0 / 60.0, detour: city.travel.detour }
}

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
