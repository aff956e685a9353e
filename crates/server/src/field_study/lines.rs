//! The lines of a day's legs along the streets (沿路走法), each worked out when it is first told: of the thousands of legs between the
//! places that may be visited a plan has about ten.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use yuren_geodesy::{LonLat, Wgs84};
use yuren_network::{Closed, Scratch, UNITS_A_DEGREE, path, simplified};

use super::question::FieldStudy;
use super::travel::Legs;
use crate::planning::Planner;
use crate::planning::streets::StreetMap;

/// A line leaves out what bends by less, in metres: about the width of a street's carriageway, and less than the stroke on any map.
const TOLERANCE_M: f64 = 3.0;
/// Bends are told to so many decimals of a degree, a decimetre: finer than the tolerance.
const DECIMALS: f64 = 1e6;

/// A leg's line in WGS-84 degrees `[lon, lat]`; `None` where there is none to tell.
type Line = Option<Rc<[[f64; 2]]>>;

/// The lines of one day's legs.
pub(crate) struct LegLines<'a> {
    streets: Option<&'a StreetMap>,
    question: &'a FieldStudy,
    legs: &'a Legs,
    /// Those that were told, by the legs' two nodes: a better plan has most of its legs from the one before.
    known: RefCell<HashMap<(usize, usize), Line>>,
    scratch: RefCell<Scratch>,
}

impl<'a> LegLines<'a> {
    /// The lines of legs that were worked out for a question, by the streets that they go by.
    pub(crate) fn new(question: &'a FieldStudy, planner: &'a Planner, legs: &'a Legs) -> Self {
        let scratch = RefCell::new(Scratch::new());
        Self { streets: planner.streets(), question, legs, known: RefCell::default(), scratch }
    }

    /// The line from one node to another; `None` where times are estimates, where there is no way, and where one stays.
    pub(crate) fn of(&self, from: usize, to: usize) -> Line {
        let known = self.known.borrow().get(&(from, to)).cloned();
        known.unwrap_or_else(|| {
            let found: Line = self.found(from, to).map(Rc::from);
            self.known.borrow_mut().insert((from, to), found.clone());
            found
        })
    }

    fn found(&self, from: usize, to: usize) -> Option<Vec<[f64; 2]>> {
        let (streets, by_streets) = (self.streets?, self.legs.by_streets.as_ref()?);
        if from == to {
            return None;
        }
        let mode = self.question.travel_mode();
        let graph = streets.graph(mode);
        let [begin, end] = [from, to].map(|node| &by_streets.ends[node]);
        let [start, goal] = [streets.snap(mode, begin.door)?, streets.snap(mode, end.door)?];
        // Whoever knows how long it takes needs to look no farther.
        let time = by_streets.times[from][to];
        let found = path(graph, &start, &goal, time, &Closed::default(), &mut self.scratch.borrow_mut())?;
        let mut line = vec![units(begin.at), units(begin.door)];
        line.extend(found.line(graph));
        line.extend([units(end.door), units(end.at)]);
        line.dedup();
        let line = simplified(&line, TOLERANCE_M);
        let [_, bends @ .., _] = line.as_slice() else { return None };
        let bends = bends
            .iter()
            .map(|point| point.map(|unit| (f64::from(unit) / UNITS_A_DEGREE * DECIMALS).round() / DECIMALS));
        // The ends are the places as they stand in the answer, to the last digit.
        Some([degrees(begin.at)].into_iter().chain(bends).chain([degrees(end.at)]).collect())
    }
}

fn degrees(at: LonLat<Wgs84>) -> [f64; 2] {
    [at.lon(), at.lat()]
}

fn units(at: LonLat<Wgs84>) -> [i32; 2] {
    degrees(at).map(|degrees| (degrees * UNITS_A_DEGREE).round() as i32)
}
