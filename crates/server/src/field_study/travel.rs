//! Times from each node of a day to each: the school, where a day goes on, and the places.

use yuren_geodesy::{LonLat, Wgs84, ruler_m};
use yuren_index::Snapshot;
use yuren_network::OFF_STREET_KM_H;

use super::assumed::BOARDING_MINUTES;
use super::body::ModeBody;
use super::question::FieldStudy;
use crate::answer::travel_kind::TravelKind;
use crate::planning::Planner;
use crate::planning::columns::in_parallel;
use crate::planning::estimate::Estimate;
use crate::planning::streets::Closing;

/// What stands in the table where there is no way: longer than any leg may be, and than any day.
pub(crate) const NO_WAY: u32 = 10_000;
/// Tenths of a second in a minute.
const A_MINUTE: u32 = 600;

/// No way is longer, in metres.
const FARTHEST_M: f64 = 40_000_000.0;

/// The legs of a day.
#[derive(Clone, Debug)]
pub(crate) struct Legs {
    /// In whole minutes, rounded up, row by row; over every limit where there is no way.
    pub(crate) minutes: Vec<Vec<u32>>,
    /// Metres of the way, where they are known: an estimate's straight line with its detour, and a walk's time at its pace.
    pub(crate) metres: Option<Vec<Vec<u32>>>,
    /// What the streets said; `None` = they are estimates.
    pub(crate) by_streets: Option<ByStreets>,
}

/// Times between nodes by streets.
#[derive(Clone, Debug)]
pub(crate) struct ByStreets {
    /// Where each node is.
    pub(crate) ends: Vec<LegEnd>,
    /// In tenths of a second, row by row; `NEVER` where there is no way.
    pub(crate) times: Vec<Vec<u32>>,
}

/// Where legs begin and end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LegEnd {
    /// The place.
    pub(crate) at: LonLat<Wgs84>,
    /// Where one enters it from the streets.
    pub(crate) door: LonLat<Wgs84>,
}

impl Legs {
    /// The legs between nodes, each with its entrances.
    pub(crate) fn of(
        question: &FieldStudy,
        snapshot: &Snapshot,
        planner: &Planner,
        nodes: &[(LonLat<Wgs84>, &[LonLat<Wgs84>])],
    ) -> Self {
        let mode = question.travel_mode();
        let travel = &snapshot.city().travel;
        let boarding = if question.mode == ModeBody::Coach { BOARDING_MINUTES } else { 0 };
        let leg = |time: u32| match time {
            0 => 0,
            time if time / A_MINUTE >= NO_WAY - BOARDING_MINUTES => NO_WAY,
            time => time.div_ceil(A_MINUTE) + boarding,
        };
        if let Some(streets) = planner.streets().filter(|_| question.kind == TravelKind::Network) {
            let end = |(at, entrances): &(_, &[_])| LegEnd { at: *at, door: streets.door(mode, entrances, *at) };
            let ends: Vec<LegEnd> = nodes.iter().map(end).collect();
            let doors: Vec<_> = ends.iter().map(|end| end.door).collect();
            let times = streets.times(mode, &doors, &doors, &Closing::default());
            let times: Vec<Vec<u32>> = times.chunks_exact(doors.len().max(1)).map(<[u32]>::to_vec).collect();
            let of_row = |row: usize, times: &[u32], of: &dyn Fn(u32) -> u32| -> Vec<u32> {
                times.iter().enumerate().map(|(to, &time)| if row == to { 0 } else { of(time) }).collect()
            };
            let table =
                |of: &dyn Fn(u32) -> u32| times.iter().enumerate().map(|(row, times)| of_row(row, times, of)).collect();
            let metres = |time: u32| (f64::from(time) * OFF_STREET_KM_H / 36.0).min(FARTHEST_M) as u32;
            return Self {
                minutes: table(&leg),
                metres: (question.mode == ModeBody::Walk).then(|| table(&metres)),
                by_streets: Some(ByStreets { ends, times }),
            };
        }
        let estimate = Estimate::new(travel, mode);
        let points: Vec<LonLat<Wgs84>> = nodes.iter().map(|(at, _)| *at).collect();
        let water = (question.mode == ModeBody::Walk).then(|| planner.water(snapshot));
        let between = |from, to| {
            let minutes = leg(estimate.between(from, to));
            // Who walks must go around water, and how long that takes nobody knows without streets.
            let is_wet = minutes <= question.max_leg && water.is_some_and(|water| water.lies_between(from, to));
            if is_wet { NO_WAY } else { minutes }
        };
        let minutes = |from| points.iter().map(|&to| between(from, to)).collect();
        let metres = |from| points.iter().map(|&to| (ruler_m(from, to) * travel.detour).ceil() as u32).collect();
        Self {
            minutes: in_parallel(&points, points.len(), minutes),
            metres: Some(in_parallel(&points, points.len(), metres)),
            by_streets: None,
        }
    }
}
