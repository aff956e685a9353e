//! Whether a straight way crosses a barrier.

use rstar::{AABB, RTree};

use super::segment::Segment;
use crate::Barriers;
use crate::flat::{Flat, exact, length};

/// A barrier so near an end of a way, in metres, lies at that end and is not crossed: a path along the shore is reached
/// from the land. It is the precision of stored coordinates, twice.
const AT_AN_END_M: f64 = 0.02;

/// All barriers' segments.
#[derive(Clone, Debug)]
pub(super) struct BarrierTree(RTree<Segment<()>>);

impl BarrierTree {
    pub(super) fn new(barriers: &Barriers) -> Self {
        let segments = barriers.lines.iter().flat_map(|line| line.windows(2));
        Self(RTree::bulk_load(segments.map(|pair| Segment { ends: [pair[0], pair[1]], of: () }).collect()))
    }

    /// Whether a barrier lies across the straight way from the origin of the flat map to a point, both in 1e-7 degrees.
    pub(super) fn lies_across(&self, flat: &Flat, from: [f64; 2], to: [f64; 2]) -> bool {
        let goal = flat.metres(to);
        let whole = length([0.0, 0.0], goal);
        self.0.locate_in_envelope_intersecting(AABB::from_corners(from, to)).any(|segment| {
            let [a, b] = segment.ends.map(|end| flat.metres(exact(end)));
            meets(goal, a, b).is_some_and(|share| {
                let metres = share * whole;
                AT_AN_END_M < metres && metres < whole - AT_AN_END_M
            })
        })
    }
}

/// The share of the way from the origin to `goal` at which it meets the segment from `a` to `b`, ends included; `None` if it
/// does not, or runs along it.
fn meets(goal: [f64; 2], a: [f64; 2], b: [f64; 2]) -> Option<f64> {
    let cross = |p: [f64; 2], q: [f64; 2]| p[0] * q[1] - p[1] * q[0];
    let along = [b[0] - a[0], b[1] - a[1]];
    let turn = cross(goal, along);
    if turn == 0.0 {
        return None;
    }
    let (share, on_barrier) = (cross(a, along) / turn, cross(a, goal) / turn);
    ((0.0..=1.0).contains(&share) && (0.0..=1.0).contains(&on_barrier)).then_some(share)
}
