//! From a place to its street.

mod barrier;
mod search;
mod segment;

use rstar::RTree;
use yuren_geodesy::{LonLat, Wgs84};

use self::barrier::BarrierTree;
use self::segment::Segment;
use crate::{Barriers, Deciseconds, EdgeKind, Graph, NEVER};

/// How fast one walks from a place to its street, whatever one travels by from there, in km/h.
pub const OFF_STREET_KM_H: f64 = 4.5;

/// How many points of streets are tried, the nearest first, before a place is said to have none: a bound on work. A place is
/// given up only if barriers lie between it and so many segments.
pub const MOST_TRIED: usize = 1_000;

/// Where a place meets the streets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snap {
    /// The edge met.
    pub edge: u32,
    /// Where on it: the share of its length that lies before the point, 0 at its tail, 1 at its head.
    pub fraction: f64,
    /// The straight way from the place to that point, in metres.
    pub off_street_m: f64,
    /// How long that takes at [`OFF_STREET_KM_H`]; part of every time from and to this place.
    pub off_street: Deciseconds,
    /// The point met.
    pub point: LonLat<Wgs84>,
    /// The place itself. Between two snaps of one place on one edge no time passes, though the street be far.
    pub place: LonLat<Wgs84>,
}

/// Finds the street of a place, for one graph.
#[derive(Clone, Debug)]
pub struct Snapper {
    streets: RTree<Segment<OnEdge>>,
    barriers: BarrierTree,
}

/// Which piece of which edge a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OnEdge {
    edge: u32,
    segment: u32,
}

impl Snapper {
    /// A snapper to the streets of a graph: edges of kind [`EdgeKind::Street`] that one may travel along in some direction.
    pub fn new(graph: &Graph, barriers: &Barriers) -> Self {
        let mut streets = Vec::new();
        for (edge, known) in (0..).zip(graph.edges()) {
            if known.kind == EdgeKind::Street && (known.forward != NEVER || known.backward != NEVER) {
                let pairs = graph.line(edge).zip(graph.line(edge).skip(1));
                let segments = (0..).zip(pairs);
                streets
                    .extend(segments.map(|(segment, (a, b))| Segment { ends: [a, b], of: OnEdge { edge, segment } }));
            }
        }
        Self { streets: RTree::bulk_load(streets), barriers: BarrierTree::new(barriers) }
    }

    /// The nearest street point, at most `within_m` metres away, to which one can walk straight without crossing a barrier.
    /// Of each segment of a street its point nearest to the place is looked at. `None` if there is none. `graph` is the one
    /// that the snapper was made for.
    pub fn snap(&self, graph: &Graph, at: LonLat<Wgs84>, within_m: f64) -> Option<Snap> {
        self.snap_where(graph, at, within_m, |_| true)
    }
}
