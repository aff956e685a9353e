//! What time it is: the only place that asks.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use yuren_catalog::City;

/// The instant now.
pub(crate) fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The day that it is in the city now.
pub fn today(city: &City) -> NaiveDate {
    day(city, now())
}

/// The day that it is in the city at an instant. A time zone that is none, which the pack's rules refuse, counts as UTC.
pub(crate) fn day(city: &City, at: DateTime<Utc>) -> NaiveDate {
    let zone: Tz = city.time_zone.parse().unwrap_or(Tz::UTC);
    at.with_timezone(&zone).date_naive()
}
