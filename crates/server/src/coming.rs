//! When somebody comes, and how: the questions `open_at`, `mode` and those beside them, read one way for every list.

use chrono::NaiveDateTime;
use yuren_catalog::{City, TravelMode};
use yuren_index::{Pace, Snapshot, Visit};

use crate::clock;
use crate::params::table::{BOOKING, MAX_MINUTES, MODE, OPEN_AT, OPEN_UNTIL};
use crate::params::{Moment, Query, Use, WouldBook};
use crate::problem::{Code, Problem};

/// The parameters that [`Coming::of`] reads.
pub(crate) const COMING: [Use; 5] =
    [OPEN_AT.optional(), OPEN_UNTIL.optional(), BOOKING.optional(), MODE.optional(), MAX_MINUTES.optional()];

/// When somebody comes, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coming {
    /// When they leave, how they travel, and until when any moment will do.
    pub(crate) visit: Visit,
    /// How they travel.
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
        let in_city = |moment: Moment| moment.in_city(city, here.now);
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
        if self.visit.pace.is_none() {
            return Ok(());
        }
        let detail = "`mode` needs a point to start from: `lon` and `lat`, or `near` with `radius_m`.";
        Err(Problem::new(Code::MissingParameter, detail).parameter("mode").allowed("a point beside mode"))
    }

    /// The straight metres that would take so many minutes as an estimate: by them an arrival by streets is told to the index, which
    /// knows no streets.
    pub(crate) fn as_far_as(&self, minutes: u32) -> Option<f64> {
        // In the middle of the last minute, so that no rounding makes it another.
        Some(self.visit.pace?.reach_m((f64::from(minutes) - 0.5).max(0.0)))
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
