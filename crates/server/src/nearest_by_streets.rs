//! The nearest places of those that streets lead to in time.
//!
//! Near is still the straight line; how long the way takes, and so when one arrives, is the streets' to say.

use yuren_catalog::{Place, TravelMode};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::{Filter, Hit, Snapshot};
use yuren_network::NEVER;

use crate::coming::Coming;
use crate::planning::streets::{Closing, StreetMap};

/// Tenths of a second in a minute.
const A_MINUTE: u32 = 600;
/// So many times as many places as are wanted are looked at first, and then so many times as many again.
const MORE: usize = 4;

/// A place that was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// Which place, and its straight distance.
    pub(crate) hit: Hit,
    /// Whole minutes by streets, rounded up; `None` = no street leads there.
    pub(crate) minutes: Option<u32>,
}

/// The `k` places nearest to `at` by the straight line that match, lie within `max_m` metres of it, take no longer by streets than who
/// is `coming` would travel, and let them in when they arrive, where that is a wish.
pub(crate) fn nearest_by_streets(
    snapshot: &Snapshot,
    (streets, mode): (&StreetMap, TravelMode),
    at: LonLat<Wgs84>,
    k: usize,
    max_m: Option<f64>,
    filter: &Filter,
    coming: &Coming,
) -> Vec<Found> {
    // No street is faster than the fastest.
    let reach_m = coming.max_minutes.map(|minutes| minutes * streets.fastest_m_a_minute(mode));
    let max_m = [max_m, reach_m].into_iter().flatten().reduce(f64::min);
    let mut looked_at = k.saturating_mul(MORE);
    loop {
        let hits = snapshot.nearest(at, looked_at, max_m, filter).hits;
        let door = |hit: &Hit| {
            let Place { entrances, position, .. } = &snapshot.places()[hit.place as usize];
            streets.door(mode, entrances, position.point)
        };
        let times = streets.times(mode, &[at], &hits.iter().map(door).collect::<Vec<_>>(), &Closing::default());
        let found = hits.iter().zip(times).map(|(&hit, time)| {
            let minutes = (time != NEVER).then(|| time.div_ceil(A_MINUTE));
            Found { hit, minutes }
        });
        let is_wanted = |found: &Found| {
            let in_time = coming.max_minutes.is_none_or(|max| found.minutes.is_some_and(|it| f64::from(it) <= max));
            in_time && (!coming.must_let_in || lets_in(snapshot, found, filter, coming))
        };
        let found: Vec<_> = found.filter(is_wanted).take(k).collect();
        if found.len() >= k || hits.len() < looked_at {
            return found;
        }
        looked_at = looked_at.saturating_mul(MORE);
    }
}

/// Whether a role that matches lets them in when they arrive by streets.
fn lets_in(snapshot: &Snapshot, found: &Found, filter: &Filter, coming: &Coming) -> bool {
    let Some(minutes) = found.minutes else { return false };
    let place = found.hit.place;
    let roles = snapshot.places()[place as usize].roles.iter().enumerate();
    let as_far = coming.as_far_as(minutes);
    let mut matching = roles.filter(|(_, role)| filter.matches_role(role));
    matching.any(|(role, _)| snapshot.role_lets_in(place, role, as_far, &coming.visit))
}
