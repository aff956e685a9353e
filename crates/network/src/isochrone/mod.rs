//! The area within a time of a place (等时圈), as polygons.

mod lattice;
mod marks;
mod trace;

use self::lattice::Lattice;
use self::marks::Marks;
use self::trace::trace;
use crate::line::stretch;
use crate::{Deciseconds, Graph, Reach};

/// The least and the greatest tolerance in metres; others are taken as these.
const TOLERANCE_M: [f64; 2] = [1.0, 10_000.0];

/// The area around all that is reached.
///
/// Every reached stretch of street lies inside. Every point farther than `2 × tolerance_m` from all of them lies outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Isochrone {
    /// Polygons: the outer ring counter-clockwise, then the holes clockwise. Rings of WGS-84 degrees `[lon, lat]` with at most
    /// seven decimals; the last point is the first again. No ring crosses or touches itself or another one.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
    /// The tolerance kept: the one asked for, or more where the area is so large that it would take too much memory.
    pub tolerance_m: f64,
}

/// The area of a reach.
pub fn isochrone(graph: &Graph, reach: &Reach<'_>, tolerance_m: f64) -> Isochrone {
    let mut all = isochrones(graph, reach, &[reach.limit()], tolerance_m);
    all.pop().expect("a limit, an area")
}

/// The areas within several times of the same place, from one reach that looked at least so far. The area of a shorter time
/// lies in that of a longer one.
pub fn isochrones(graph: &Graph, reach: &Reach<'_>, limits: &[Deciseconds], tolerance_m: f64) -> Vec<Isochrone> {
    let stretches = limits.iter().map(|&limit| Stretches::of(graph, &reach.within(limit)));
    let stretches: Vec<_> = stretches.collect();
    let [least_m, most_m] = TOLERANCE_M;
    let tolerance_m = if tolerance_m > least_m { tolerance_m.min(most_m) } else { least_m };
    // One lattice for all, so that what is marked for a shorter time is marked for a longer one.
    let Some(lattice) = Lattice::over(stretches.iter().flat_map(|stretches| &stretches.points), tolerance_m) else {
        return vec![Isochrone { polygons: Vec::new(), tolerance_m }; limits.len()];
    };
    let area = |stretches: &Stretches| {
        let mut squares = Marks::new(&lattice);
        for line in stretches.lines() {
            squares.mark_line(&lattice, line);
        }
        Isochrone { polygons: trace(&lattice, &squares.corners()), tolerance_m: lattice.tolerance_m }
    };
    stretches.iter().map(area).collect()
}

/// Reached stretches as lines of points in 1e-7 degrees.
#[derive(Default)]
struct Stretches {
    points: Vec<[f64; 2]>,
    /// Where each line ends in `points`.
    ends: Vec<usize>,
}

impl Stretches {
    fn of(graph: &Graph, reach: &Reach<'_>) -> Self {
        let mut all = Self::default();
        for reached in reach.edges(graph) {
            let visit = |point| all.points.push(point);
            stretch(graph, reached.edge, reached.from_fraction, reached.to_fraction, visit);
            all.ends.push(all.points.len());
        }
        all
    }

    fn lines(&self) -> impl Iterator<Item = &[[f64; 2]]> {
        let begins = std::iter::once(&0).chain(&self.ends);
        begins.zip(&self.ends).map(|(&begin, &end)| &self.points[begin..end])
    }
}
