//! The nearest places of those that streets lead to in time.

use yuren_index::{Filter, Hit, Snapshot};

use crate::coming::Coming;
use crate::journey::{Journey, is_wanted};

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

/// The `k` places nearest by the straight line to where the `journey` begins that match, lie within `max_m` metres of it, take no
/// longer by streets than who is `coming` would travel, and let them in when they arrive, where that is a wish.
pub(crate) fn nearest_by_streets(
    snapshot: &Snapshot,
    journey: &Journey<'_>,
    k: usize,
    max_m: Option<f64>,
    filter: &Filter,
    coming: &Coming,
) -> Vec<Found> {
    let max_m = [max_m, journey.reach_m(coming)].into_iter().flatten().reduce(f64::min);
    let mut looked_at = k.saturating_mul(MORE);
    loop {
        let hits = snapshot.nearest(journey.at(), looked_at, max_m, filter).hits;
        let minutes = journey.minutes(snapshot, hits.iter().map(|hit| hit.place));
        let found = hits.iter().zip(minutes).map(|(&hit, minutes)| Found { hit, minutes });
        let is_wanted = |found: &Found| is_wanted(snapshot, (found.hit.place, found.minutes), filter, coming);
        let found: Vec<_> = found.filter(is_wanted).take(k).collect();
        if found.len() >= k || hits.len() < looked_at {
            return found;
        }
        looked_at = looked_at.saturating_mul(MORE);
    }
}
