//! Many times at once.

use yuren_catalog::TravelMode;
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::Snapshot;

use super::Planner;
use super::body::MatrixBody;
use super::columns::in_parallel;
use super::estimate::Estimate;
use super::limits::{MATRIX_PAIRS, MATRIX_SIDE, SCENARIO_CHANGES};
use super::question::kind;
use super::refusal::{invalid, length, nothing_to_close};
use super::spot::spot;
use super::streets::Closing;
use crate::answer::travel_kind::TravelKind;
use crate::problem::Problem;

/// A question for many times, held against the city.
pub(crate) struct MatrixQuestion {
    pub(crate) mode: TravelMode,
    pub(crate) kind: TravelKind,
    from: Vec<LonLat<Wgs84>>,
    to: Vec<LonLat<Wgs84>>,
    /// Streets that are closed; none where times are estimates.
    closing: Closing,
}

impl MatrixQuestion {
    pub(crate) fn of_body(body: &MatrixBody, snapshot: &Snapshot, planner: &Planner) -> Result<Self, Problem> {
        let MatrixBody { mode, kind: asked, from, to, close } = body;
        for (pointer, side) in [("/from", from), ("/to", to)] {
            if !(1..=MATRIX_SIDE).contains(&side.len()) {
                return Err(length(pointer, side.len(), format!("1 to {MATRIX_SIDE}")));
            }
        }
        if from.len() * to.len() > MATRIX_PAIRS {
            let pairs = from.len() * to.len();
            return Err(invalid("/to", pairs, "is too many pairs", format!("at most {MATRIX_PAIRS} pairs")));
        }
        let points = |pointer: &str, side: &[[f64; 2]]| {
            let spot = |(i, &[lon, lat]): (usize, &[f64; 2])| spot(snapshot, &format!("{pointer}/{i}"), lon, lat);
            side.iter().enumerate().map(spot).collect::<Result<Vec<_>, _>>()
        };
        let kind = kind(*asked, false, planner)?;
        let streets = planner.streets().filter(|_| kind == TravelKind::Network);
        if close.len() > SCENARIO_CHANGES {
            return Err(length("/close", close.len(), format!("at most {SCENARIO_CHANGES}")));
        }
        let closed = points("/close", &close.iter().map(|spot| [spot.lon, spot.lat]).collect::<Vec<_>>())?;
        let closing = match streets {
            Some(streets) => streets.closing(*mode, |i| format!("/close/{i}"), &closed)?,
            None if closed.is_empty() => Closing::default(),
            None => return Err(nothing_to_close("/close")),
        };
        Ok(Self { mode: *mode, kind, from: points("/from", from)?, to: points("/to", to)?, closing })
    }

    /// The times, a row for each beginning.
    pub(crate) fn times(&self, snapshot: &Snapshot, planner: &Planner) -> Vec<Vec<u32>> {
        let streets = planner.streets().filter(|_| self.kind == TravelKind::Network);
        if let Some(streets) = streets {
            let times = streets.times(self.mode, &self.from, &self.to, &self.closing);
            return times.chunks_exact(self.to.len()).map(<[u32]>::to_vec).collect();
        }
        let estimate = Estimate::new(&snapshot.city().travel, self.mode);
        in_parallel(&self.from, self.to.len(), |from| self.to.iter().map(|&to| estimate.between(from, to)).collect())
    }
}
