//! Columns of times: from every demand point to one site, remembered, so that a site that is dragged costs one column and a
//! threshold that is dragged none.

use std::sync::Arc;
use std::thread;

use moka::sync::Cache;
use yuren_catalog::{Travel, TravelMode};
use yuren_coverage::NEVER;
use yuren_geodesy::{LonLat, Wgs84};

use super::demand::Demand;
use super::estimate::Estimate;
use super::streets::ByStreets;
use super::water::Water;

/// Memory for columns.
const REMEMBERED_BYTES: u64 = 256 << 20;
/// From so many times on, another thread is worth its start.
const WORTH_A_THREAD: usize = 100_000;
/// Threads that make columns for one question.
const MOST_THREADS: usize = 4;

/// The times from every demand point to one site, in tenths of a second.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// As the way is.
    pub(crate) times: Arc<[u32]>,
    /// The same, but `NEVER` where water lies between the two.
    pub(crate) dry: Arc<[u32]>,
}

/// What a column depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    demand: u64,
    /// The bits of the site's degrees.
    at: [u64; 2],
    mode: TravelMode,
    /// Nothing is looked at beyond this time.
    horizon: u32,
    by: By,
}

/// What times are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum By {
    StraightLine,
    /// Streets, of which these are closed: their edges' fingerprint.
    Streets(u64),
}

/// Columns that were made.
#[derive(Debug)]
pub(crate) struct Columns(Cache<Key, Column>);

impl Default for Columns {
    fn default() -> Self {
        let weight = |_: &Key, column: &Column| {
            // Both lists are one where no water lies between.
            let lists = if Arc::ptr_eq(&column.times, &column.dry) { 1 } else { 2 };
            u32::try_from(column.times.len() * 4 * lists + 100).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().max_capacity(REMEMBERED_BYTES).weigher(weight).build())
    }
}

/// How the straight line becomes a time, and what stops it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Straight<'a> {
    pub(crate) travel: &'a Travel,
    pub(crate) mode: TravelMode,
    pub(crate) water: &'a Water,
    /// Beyond this time nothing is looked at: such times are `NEVER`.
    pub(crate) horizon: u32,
}

impl Columns {
    /// The column of each of the spots.
    pub(crate) fn straight(&self, demand: &Demand, spots: &[LonLat<Wgs84>], how: Straight<'_>) -> Vec<Column> {
        let (mode, horizon) = (how.mode, how.horizon);
        let key = |at| Key { demand: demand.fingerprint, at, mode, horizon, by: By::StraightLine };
        let make = |missing: &[LonLat<Wgs84>]| in_parallel(missing, demand.points.len(), |at| how.column(demand, at));
        self.remembered(spots, key, make)
    }

    /// The column of each of the spots by streets; one that no street is near is reached by nobody.
    pub(crate) fn by_streets(&self, demand: &Demand, spots: &[LonLat<Wgs84>], how: &ByStreets<'_>) -> Vec<Column> {
        let (mode, horizon, by) = (how.mode, how.horizon, By::Streets(how.closing.fingerprint()));
        let key = |at| Key { demand: demand.fingerprint, at, mode, horizon, by };
        let make = |missing: &[LonLat<Wgs84>]| {
            let columns = how.streets.columns(demand, missing, how);
            columns.into_iter().map(|times| Column { dry: Arc::clone(&times), times }).collect()
        };
        self.remembered(spots, key, make)
    }

    fn remembered(
        &self,
        spots: &[LonLat<Wgs84>],
        key: impl Fn([u64; 2]) -> Key,
        make: impl FnOnce(&[LonLat<Wgs84>]) -> Vec<Column>,
    ) -> Vec<Column> {
        let key = |at: LonLat<Wgs84>| key([at.lon().to_bits(), at.lat().to_bits()]);
        let known: Vec<Option<Column>> = spots.iter().map(|&at| self.0.get(&key(at))).collect();
        let missing: Vec<_> =
            spots.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|(&at, _)| at).collect();
        let mut made = make(&missing).into_iter();
        let column = |(known, &at): (Option<Column>, &LonLat<Wgs84>)| {
            known.unwrap_or_else(|| {
                let column = made.next().expect("a column was made for each that was missing");
                self.0.insert(key(at), column.clone());
                column
            })
        };
        known.into_iter().zip(spots).map(column).collect()
    }
}

impl Straight<'_> {
    fn column(self, demand: &Demand, site: LonLat<Wgs84>) -> Column {
        let estimate = Estimate::new(self.travel, self.mode);
        let times = demand.points.iter().map(|point| {
            let time = estimate.between(point.at, site);
            if time <= self.horizon { time } else { NEVER }
        });
        let times: Arc<[u32]> = times.collect();
        // Who walks must go around water; who rides finds the bridge on a way that is longer anyway.
        if self.mode != TravelMode::Walk || self.water.is_empty() {
            return Column { dry: Arc::clone(&times), times };
        }
        let wet = |(&time, point): (&u32, &super::demand::DemandPoint)| {
            time != NEVER && self.water.lies_between(point.at, site)
        };
        let wet: Vec<bool> = times.iter().zip(&demand.points).map(wet).collect();
        let dry = if wet.contains(&true) {
            times.iter().zip(&wet).map(|(&time, &wet)| if wet { NEVER } else { time }).collect()
        } else {
            Arc::clone(&times)
        };
        Column { times, dry }
    }
}

/// What `make` makes of each, in order; on several threads, if that is worth it.
pub(crate) fn in_parallel<T: Copy + Sync, R: Send>(items: &[T], cost: usize, make: impl Fn(T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    if threads == 1 || items.len() * cost < WORTH_A_THREAD {
        return items.iter().map(|&item| make(item)).collect();
    }
    let share = items.len().div_ceil(threads);
    let work = |share: &[T]| share.iter().map(|&item| make(item)).collect::<Vec<R>>();
    let work = &work;
    thread::scope(|scope| {
        let running: Vec<_> = items.chunks(share).map(|share| scope.spawn(move || work(share))).collect();
        // A thread of ours breaks off only where this one would have.
        running.into_iter().flat_map(|thread| thread.join().expect("the work does not break off")).collect()
    })
}
