//! Times by streets (按道路): a snapper and a matrix for each way of travelling, made when they are first needed.

use std::hash::Hasher;
use std::sync::{Arc, OnceLock};

use moka::sync::Cache;
use siphasher::sip::SipHasher13;
use yuren_catalog::TravelMode;
use yuren_geodesy::{LonLat, Wgs84};
use yuren_network::{
    Closed, Edge, Graph, Matrix, NEVER, OFF_STREET_KM_H, OrderError, Profile, Scratch, Snap, Snapper, Streets,
    UNITS_A_DEGREE, times_to,
};

use super::demand::Demand;
use super::estimate::A_MINUTE;
use super::limits::OFF_STREET_M;
use super::refusal::invalid;
use crate::problem::Problem;

/// Demand sets whose streets are remembered.
const REMEMBERED_SETS: u64 = 16;
/// Up to so many columns are searched for one by one; more are worked out all at once.
const ONE_BY_ONE: usize = 12;

/// The streets, ready to be asked.
#[derive(Debug)]
pub(crate) struct StreetMap {
    streets: Arc<Streets>,
    /// In the order of [`Profile::ALL`].
    own: [OnceLock<Own>; 3],
    /// Where demand points meet the streets, by their fingerprint and way of travelling.
    met: Cache<(u64, TravelMode), Arc<[Option<Snap>]>>,
}

/// What belongs to one way of travelling.
#[derive(Debug)]
struct Own {
    snapper: Snapper,
    /// No edge is travelled faster than this, nor any way off the streets.
    fastest_m_a_minute: f64,
    matrix: OnceLock<Result<Matrix, OrderError>>,
}

/// Streets that a scenario closes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Closing(pub(super) Closed);

/// A stretch of street (路段) between two of its graph's nodes: mostly from one crossing to the next.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stretch {
    /// The point of it that is nearest to the spot that was asked for.
    pub(crate) at: LonLat<Wgs84>,
    /// Its points in WGS-84 degrees `[lon, lat]`, in the order of travel or against it.
    pub(crate) line: Vec<[f64; 2]>,
    /// Metres along its points.
    pub(crate) length_m: f64,
}

/// How columns by streets are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ByStreets<'a> {
    pub(crate) streets: &'a StreetMap,
    pub(crate) mode: TravelMode,
    /// Beyond this time nothing is looked at: such times are `NEVER`.
    pub(crate) horizon: u32,
    pub(crate) closing: &'a Closing,
}

impl Closing {
    /// Another for other streets.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hasher = SipHasher13::new();
        self.0.edges().iter().for_each(|&edge| hasher.write_u32(edge));
        hasher.finish()
    }
}

/// The profile for a way of travelling.
pub(crate) fn profile(mode: TravelMode) -> Profile {
    match mode {
        TravelMode::Walk => Profile::Walk,
        TravelMode::Cycle => Profile::Cycle,
        TravelMode::Drive => Profile::Drive,
    }
}

/// The highest speed of any edge, in metres a minute; of times that were rounded to 0, what half a tenth of a second gives.
fn fastest(graph: &Graph) -> f64 {
    let speed = |edge: &Edge| {
        // The time before it was rounded may have been so much shorter.
        let time = (f64::from(edge.forward.min(edge.backward)) - 0.5).max(0.5);
        f64::from(edge.length_m) / time * A_MINUTE
    };
    graph.edges().iter().map(speed).fold(OFF_STREET_KM_H * 1000.0 / 60.0, f64::max)
}

impl StreetMap {
    pub(crate) fn new(streets: Arc<Streets>) -> Self {
        Self { streets, own: Default::default(), met: Cache::new(REMEMBERED_SETS) }
    }

    /// The streets themselves.
    pub(crate) fn streets(&self) -> &Streets {
        &self.streets
    }

    /// The graph for a way of travelling.
    pub(crate) fn graph(&self, mode: TravelMode) -> &Graph {
        self.streets.graph(profile(mode))
    }

    fn own(&self, mode: TravelMode) -> &Own {
        let make = || Own {
            snapper: Snapper::new(self.graph(mode), self.streets.barriers()),
            fastest_m_a_minute: fastest(self.graph(mode)),
            matrix: OnceLock::new(),
        };
        self.own[profile(mode) as usize].get_or_init(make)
    }

    /// No way is faster than this many metres a minute.
    pub(crate) fn fastest_m_a_minute(&self, mode: TravelMode) -> f64 {
        self.own(mode).fastest_m_a_minute
    }

    /// Where a point meets the streets.
    pub(crate) fn snap(&self, mode: TravelMode, at: LonLat<Wgs84>) -> Option<Snap> {
        self.own(mode).snapper.snap(self.graph(mode), at, OFF_STREET_M)
    }

    /// Where one enters a place: by the first of its entrances that a street is near. A place without one is entered where it
    /// stands.
    pub(crate) fn door(&self, mode: TravelMode, entrances: &[LonLat<Wgs84>], at: LonLat<Wgs84>) -> LonLat<Wgs84> {
        entrances.iter().copied().find(|&door| self.snap(mode, door).is_some()).unwrap_or(at)
    }

    /// Where a point meets the streets, where some are closed.
    pub(super) fn snap_beside(&self, mode: TravelMode, at: LonLat<Wgs84>, closing: &Closing) -> Option<Snap> {
        let is_open = |edge| !closing.0.contains(edge);
        self.own(mode).snapper.snap_where(self.graph(mode), at, OFF_STREET_M, is_open)
    }

    /// The matrix, where some streets are closed.
    fn matrix(&self, mode: TravelMode, closing: &Closing) -> Option<Matrix> {
        let make = || Matrix::new(self.graph(mode), self.streets.order(profile(mode)));
        // Streets are only read with an order that fits them.
        let open = self.own(mode).matrix.get_or_init(make).as_ref().ok()?;
        let is_open = closing.0.edges().is_empty();
        Some(if is_open { open.clone() } else { open.with_closed(self.graph(mode), closing.0.clone()) })
    }

    /// Where each of some spots meets the street that is to be closed there; `pointer` says where in the question each stands.
    fn closed_at(
        &self,
        mode: TravelMode,
        pointer: impl Fn(usize) -> String,
        spots: &[LonLat<Wgs84>],
    ) -> Result<Vec<Snap>, Problem> {
        let snap = |(i, &at): (usize, &LonLat<Wgs84>)| {
            self.snap(mode, at).ok_or_else(|| {
                let spot = format!("{},{}", at.lon(), at.lat());
                let allowed = format!("a spot within {OFF_STREET_M} m of a street");
                invalid(&pointer(i), spot, "has no street near it", allowed)
            })
        };
        spots.iter().enumerate().map(snap).collect()
    }

    /// The stretches of street nearest to the spots, closed.
    pub(crate) fn closing(
        &self,
        mode: TravelMode,
        pointer: impl Fn(usize) -> String,
        spots: &[LonLat<Wgs84>],
    ) -> Result<Closing, Problem> {
        let snaps = self.closed_at(mode, pointer, spots)?;
        Ok(Closing(snaps.into_iter().map(|snap| snap.edge).collect()))
    }

    /// The same stretches, one a spot, to be shown.
    pub(crate) fn stretches(
        &self,
        mode: TravelMode,
        pointer: impl Fn(usize) -> String,
        spots: &[LonLat<Wgs84>],
    ) -> Result<Vec<Stretch>, Problem> {
        let graph = self.graph(mode);
        let degrees = |point: [i32; 2]| point.map(|units| f64::from(units) / UNITS_A_DEGREE);
        let stretch = |snap: Snap| Stretch {
            at: snap.point,
            line: graph.line(snap.edge).map(degrees).collect(),
            length_m: f64::from(graph.edges()[snap.edge as usize].length_m),
        };
        Ok(self.closed_at(mode, pointer, spots)?.into_iter().map(stretch).collect())
    }

    /// Where each demand point meets the streets.
    pub(crate) fn met(&self, mode: TravelMode, demand: &Demand) -> Arc<[Option<Snap>]> {
        let snap = || demand.points.iter().map(|point| self.snap(mode, point.at)).collect();
        self.met.get_with((demand.fingerprint, mode), snap)
    }

    /// The times from every demand point to each of the spots.
    pub(super) fn columns(&self, demand: &Demand, spots: &[LonLat<Wgs84>], how: &ByStreets<'_>) -> Vec<Arc<[u32]>> {
        let ByStreets { mode, horizon, closing, .. } = *how;
        let graph = self.graph(mode);
        let beside = |at| self.snap_beside(mode, at, closing);
        let from: Arc<[Option<Snap>]> = if closing.0.edges().is_empty() {
            self.met(mode, demand)
        } else {
            demand.points.iter().map(|point| beside(point.at)).collect()
        };
        let to: Vec<Option<Snap>> = spots.iter().map(|&at| beside(at)).collect();
        if spots.len() <= ONE_BY_ONE {
            let mut scratch = Scratch::new();
            let mut column = |site: &Option<Snap>| match site {
                Some(site) => times_to(graph, site, &from, horizon, &closing.0, &mut scratch).into(),
                None => vec![NEVER; from.len()].into(),
            };
            return to.iter().map(&mut column).collect();
        }
        self.all_at_once(&from, &to, how)
    }

    fn all_at_once(&self, from: &[Option<Snap>], to: &[Option<Snap>], how: &ByStreets<'_>) -> Vec<Arc<[u32]>> {
        let ByStreets { mode, horizon, closing, .. } = *how;
        let rows: Vec<usize> = (0..from.len()).filter(|&row| from[row].is_some()).collect();
        let known = |snaps: &[Option<Snap>]| snaps.iter().flatten().copied().collect::<Vec<Snap>>();
        let (starts, goals) = (known(from), known(to));
        let times = match self.matrix(mode, closing) {
            Some(matrix) => matrix.times(self.graph(mode), &starts, &goals),
            None => vec![NEVER; starts.len() * goals.len()],
        };
        let mut goal = 0;
        let mut column = |to: &Option<Snap>| {
            let mut column = vec![NEVER; from.len()];
            if to.is_some() {
                for (row, times) in rows.iter().zip(times.chunks_exact(goals.len())) {
                    column[*row] = if times[goal] <= horizon { times[goal] } else { NEVER };
                }
                goal += 1;
            }
            column.into()
        };
        to.iter().map(&mut column).collect()
    }

    /// The times from each of some points to each of others, row by row; `NEVER` from or to one without a street.
    pub(crate) fn times(
        &self,
        mode: TravelMode,
        from: &[LonLat<Wgs84>],
        to: &[LonLat<Wgs84>],
        closing: &Closing,
    ) -> Vec<u32> {
        let beside = |&at: &LonLat<Wgs84>| self.snap_beside(mode, at, closing);
        let snaps = |points: &[LonLat<Wgs84>]| points.iter().map(beside).collect::<Vec<_>>();
        let how = ByStreets { streets: self, mode, horizon: NEVER - 1, closing };
        let columns = self.all_at_once(&snaps(from), &snaps(to), &how);
        (0..from.len()).flat_map(|row| columns.iter().map(move |column| column[row])).collect()
    }
}
