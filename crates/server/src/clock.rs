//! What time it is: the only place that asks.

use std::sync::OnceLock;
use std::time::Instant;

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use yuren_catalog::City;

/// Where the clock was put, and when that was.
static PUT: OnceLock<(DateTime<Utc>, Instant)> = OnceLock::new();

/// Puts this process's clock to an instant, from which it goes on: to see a day that is not today. It can be put once.
pub fn put_clock(to: DateTime<Utc>) {
    // Of two who put it the first is heeded.
    let _ = PUT.set((to, Instant::now()));
}

/// The instant now.
pub fn now() -> DateTime<Utc> {
    match PUT.get() {
        Some((to, put)) => *to + put.elapsed(),
        None => Utc::now(),
    }
}

/// The day that it is in the city now.
pub fn today(city: &City) -> NaiveDate {
    day(city, now())
}

/// The day that it is in the city at an instant.
pub(crate) fn day(city: &City, at: DateTime<Utc>) -> NaiveDate {
    city_time(city, at).date()
}

/// What the city's clocks say at an instant.
pub(crate) fn city_time(city: &City, at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&zone(city)).naive_local()
}

/// A time on the city's clocks as RFC 3339 has it, with the offset from UTC that it has there. Of a time that the clocks show
/// twice it is the first; one that they skip is taken as if they had not.
pub(crate) fn written(city: &City, at: NaiveDateTime) -> String {
    let zone = zone(city);
    match zone.from_local_datetime(&at).earliest() {
        Some(instant) => instant.to_rfc3339_opts(SecondsFormat::Secs, false),
        None => zone.from_utc_datetime(&at).with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false),
    }
}

/// A time zone that is none, which the pack's rules refuse, counts as UTC.
fn zone(city: &City) -> Tz {
    city.time_zone.parse().unwrap_or(Tz::UTC)
}
