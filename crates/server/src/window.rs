//! The stretch of time that a question about activities is about, by the city's clocks.

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use yuren_index::Snapshot;

use crate::clock;
use crate::params::table::{WINDOW_FROM, WINDOW_TO};
use crate::params::{Edge, Moment, Query, Use};
use crate::problem::Problem;

/// Days that a question is about where it does not say.
const USUAL_DAYS: u64 = 14;
/// Days that a question is about at most.
const LONGEST_DAYS: i64 = 366;

/// The parameters that [`Window::of`] reads.
pub(crate) const WINDOW: [Use; 2] = [WINDOW_FROM.optional(), WINDOW_TO.optional()];

/// From a time up to another, that one left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// Its beginning.
    pub(crate) from: NaiveDateTime,
    /// Its end.
    pub(crate) to: NaiveDateTime,
}

impl Window {
    /// What a query says: from now on for two weeks, where it does not.
    pub(crate) fn of(query: &Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let city = snapshot.city();
        let now = clock::city_time(city, clock::now());
        let in_city = |moment: Moment| moment.in_city(city, now);
        let from = match query.get(&WINDOW_FROM)? {
            None => now,
            Some(Edge::Day(day)) => day.and_time(NaiveTime::MIN),
            Some(Edge::Moment(moment)) => in_city(moment),
        };
        let to = match query.get(&WINDOW_TO)? {
            None => from.checked_add_days(Days::new(USUAL_DAYS)).unwrap_or(NaiveDateTime::MAX),
            // The last day is all of it.
            Some(Edge::Day(day)) => day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN),
            Some(Edge::Moment(moment)) => in_city(moment),
        };
        let window = Self { from, to };
        if to <= from {
            let from = clock::written(city, from);
            return Err(WINDOW_TO.invalid(&clock::written(city, to), &format!("is not after the beginning, {from}")));
        }
        if to.signed_duration_since(from) > TimeDelta::days(LONGEST_DAYS) {
            let reason =
                format!("is more than {LONGEST_DAYS} days after the beginning, {}", clock::written(city, from));
            return Err(WINDOW_TO.invalid(&clock::written(city, to), &reason));
        }
        Ok(window)
    }
}
