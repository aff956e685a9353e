//! Somebody who sets out from a point and goes by streets: when they are where, and whether they get in there.
//!
//! How near a place is stays the straight line's to say; how long the way takes, and so when one arrives, is the streets'.

use yuren_catalog::{Place, TravelMode};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::{Filter, PlaceIx, Snapshot};
use yuren_network::NEVER;

use crate::coming::Coming;
use crate::planning::Planner;
use crate::planning::streets::{Closing, StreetMap};

/// Tenths of a second in a minute.
const A_MINUTE: u32 = 600;

/// From where somebody sets out, and how they go by streets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Journey<'a> {
    streets: &'a StreetMap,
    mode: TravelMode,
    at: LonLat<Wgs84>,
}

impl<'a> Journey<'a> {
    /// Of who is `coming` from a point; none where they do not say how they travel, or the server has no streets.
    pub(crate) fn of(planner: &'a Planner, coming: &Coming, at: LonLat<Wgs84>) -> Option<Self> {
        planner.streets().zip(coming.mode).map(|(streets, mode)| Self { streets, mode, at })
    }

    /// From where.
    pub(crate) fn at(&self) -> LonLat<Wgs84> {
        self.at
    }

    /// The straight metres that nobody gets beyond in the minutes of who is `coming`: no street is faster than the fastest.
    pub(crate) fn reach_m(&self, coming: &Coming) -> Option<f64> {
        coming.max_minutes.map(|minutes| minutes * self.streets.fastest_m_a_minute(self.mode))
    }

    /// Whole minutes to the door of each place, rounded up; `None` = no street leads there.
    pub(crate) fn minutes(&self, snapshot: &Snapshot, places: impl Iterator<Item = PlaceIx>) -> Vec<Option<u32>> {
        let door = |place: PlaceIx| {
            let Place { entrances, position, .. } = &snapshot.places()[place as usize];
            self.streets.door(self.mode, entrances, position.point)
        };
        let times =
            self.streets.times(self.mode, &[self.at], &places.map(door).collect::<Vec<_>>(), &Closing::default());
        times.into_iter().map(|time| (time != NEVER).then(|| time.div_ceil(A_MINUTE))).collect()
    }
}

/// Whether a place that is so many minutes away by streets is one of those that who is `coming` wants: no farther than they would
/// travel, and, where that is a wish, with a role that matches and lets them in when they arrive.
pub(crate) fn is_wanted(
    snapshot: &Snapshot,
    (place, minutes): (PlaceIx, Option<u32>),
    filter: &Filter,
    coming: &Coming,
) -> bool {
    let in_time = coming.max_minutes.is_none_or(|max| minutes.is_some_and(|minutes| f64::from(minutes) <= max));
    in_time && (!coming.must_let_in || lets_in(snapshot, (place, minutes), filter, coming))
}

fn lets_in(snapshot: &Snapshot, (place, minutes): (PlaceIx, Option<u32>), filter: &Filter, coming: &Coming) -> bool {
    let Some(minutes) = minutes else { return false };
    let roles = snapshot.places()[place as usize].roles.iter().enumerate();
    let as_far = coming.as_far_as(minutes);
    let mut matching = roles.filter(|(_, role)| filter.matches_role(role));
    matching.any(|(role, _)| snapshot.role_lets_in(place, role, as_far, &coming.visit))
}
