//! The nearest street point by one best-first search of the tree.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use rstar::{ParentNode, RTreeNode};
use yuren_geodesy::{LonLat, Wgs84};

use super::segment::{Envelope, Segment};
use super::{MOST_TRIED, OFF_STREET_KM_H, OnEdge, Snap, Snapper};
use crate::flat::{Flat, between, exact, share_nearest};
use crate::graph::{UNITS_A_DEGREE, exact_point};
use crate::line::fraction_at;
use crate::{Deciseconds, Graph};

/// Something still to be looked into, and the squared distance in metres that it is away or cannot be nearer than.
struct Candidate<'a> {
    bound_m2: f64,
    what: What<'a>,
}

enum What<'a> {
    Node(&'a ParentNode<Segment<OnEdge>>),
    /// A segment, and the share of it that lies before its point nearest to the place.
    Segment(&'a Segment<OnEdge>, f64),
}

impl Candidate<'_> {
    /// Nearest first; of equally near ones all nodes, then the least edge, so that what is found does not depend on the tree.
    fn order(&self) -> (f64, Option<OnEdge>) {
        match self.what {
            What::Node(_) => (self.bound_m2, None),
            What::Segment(segment, _) => (self.bound_m2, Some(segment.of)),
        }
    }
}
impl Ord for Candidate<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((a, a_of), (b, b_of)) = (self.order(), other.order());
        a.total_cmp(&b).then(a_of.cmp(&b_of))
    }
}
impl PartialOrd for Candidate<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Candidate<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Candidate<'_> {}

impl Snapper {
    /// As [`Snapper::snap`], among the edges that `may_be_met` allows: those that are not closed, say.
    pub fn snap_where(
        &self,
        graph: &Graph,
        at: LonLat<Wgs84>,
        within_m: f64,
        mut may_be_met: impl FnMut(u32) -> bool,
    ) -> Option<Snap> {
        let from = [at.lon(), at.lat()].map(|degrees| degrees * UNITS_A_DEGREE);
        let flat = Flat::about(from);
        // A limit that is no number excludes everything.
        let is_near = |bound_m2: f64| bound_m2 <= within_m * within_m && within_m >= 0.0;
        let root = self.streets.root();
        let mut heap = BinaryHeap::from([Reverse(Candidate { bound_m2: 0.0, what: What::Node(root) })]);
        let mut tried = 0;
        while let Some(Reverse(Candidate { bound_m2, what })) = heap.pop() {
            match what {
                What::Node(node) => {
                    let candidates = node.children().iter().map(|child| match child {
                        RTreeNode::Parent(node) => {
                            Candidate { bound_m2: box_m2(&flat, from, &node.envelope()), what: What::Node(node) }
                        }
                        RTreeNode::Leaf(segment) => {
                            let (bound_m2, share) = nearest_on(&flat, segment);
                            Candidate { bound_m2, what: What::Segment(segment, share) }
                        }
                    });
                    heap.extend(candidates.filter(|candidate| is_near(candidate.bound_m2)).map(Reverse));
                }
                What::Segment(segment, share) => {
                    let OnEdge { edge, segment: number } = segment.of;
                    if !may_be_met(edge) {
                        continue;
                    }
                    let [a, b] = segment.ends.map(exact);
                    let met = between(a, b, share);
                    if !self.barriers.lies_across(&flat, from, met) {
                        let off_street_m = bound_m2.sqrt();
                        return Some(Snap {
                            edge,
                            fraction: fraction_at(graph, edge, number as usize, share),
                            off_street_m,
                            off_street: off_street(off_street_m),
                            point: exact_point(met),
                            place: at,
                        });
                    }
                    tried += 1;
                    if tried == MOST_TRIED {
                        return None;
                    }
                }
            }
        }
        None
    }
}

/// How long one walks so many metres off the streets.
fn off_street(metres: f64) -> Deciseconds {
    (metres * 36.0 / OFF_STREET_KM_H + 0.5).floor() as Deciseconds
}

/// The squared distance in metres from the map's origin to a box.
fn box_m2(flat: &Flat, from: [f64; 2], envelope: &Envelope) -> f64 {
    let [east_m, north_m] = flat.metres(envelope.min_point(&from));
    east_m * east_m + north_m * north_m
}

/// The squared distance in metres from the map's origin to a segment, and the share of it that lies before its nearest point.
fn nearest_on(flat: &Flat, segment: &Segment<OnEdge>) -> (f64, f64) {
    let [a, b] = segment.ends.map(|end| flat.metres(exact(end)));
    let share = share_nearest([0.0, 0.0], a, b);
    let [east_m, north_m] = between(a, b, share);
    (east_m * east_m + north_m * north_m, share)
}
