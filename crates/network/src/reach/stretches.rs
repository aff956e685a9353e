//! Which stretches of which edges are reached.

use super::Reach;
use crate::{Deciseconds, Direction, Graph, NEVER};

/// Stretches that overlap by no more than this share of their edge only meet; the rest is a rounding error.
const MEETING: f64 = 1e-12;

/// A stretch of an edge, by shares of its length from its tail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReachedEdge {
    /// The edge.
    pub edge: u32,
    /// Where the stretch begins.
    pub from_fraction: f64,
    /// Where it ends; not before it begins.
    pub to_fraction: f64,
}

impl Reach<'_> {
    /// Every stretch of an edge within the limit, up to where [`Reach::time_at`] rounds to more. An edge that is reached whole
    /// is told once, but the place's own and one that ends where it begins perhaps again; stretches of one edge may overlap.
    pub fn edges<'a>(&'a self, graph: &'a Graph) -> impl Iterator<Item = ReachedEdge> + 'a {
        let nodes = self.scratch.touched().iter().copied().filter(|&node| self.scratch.time(node) <= self.limit);
        let along_arcs = nodes.flat_map(move |node| {
            let arcs = match self.direction {
                Direction::From => graph.arcs(node),
                Direction::Towards => graph.arcs_into(node),
            };
            arcs.iter().flat_map(move |arc| self.told_by(graph, node, arc.edge)).flatten()
        });
        self.own_edge(graph).into_iter().chain(along_arcs)
    }

    /// The times at which an edge is passed over from its tail and from its head, in the direction that this reach looks.
    fn passing_times(&self, graph: &Graph, edge: u32) -> [Deciseconds; 2] {
        let known = &graph.edges()[edge as usize];
        match self.direction {
            _ if self.closed.contains(edge) => [NEVER, NEVER],
            Direction::From => [known.forward, known.backward],
            Direction::Towards => [known.backward, known.forward],
        }
    }

    /// The stretches of an edge that are reached from its ends, if this end is the one to tell: the tail where it leads along
    /// the edge, else the head.
    fn told_by(&self, graph: &Graph, node: u32, edge: u32) -> [Option<ReachedEdge>; 2] {
        let known = &graph.edges()[edge as usize];
        let [from_tail, from_head] = self.passing_times(graph, edge);
        let share = |node: u32, time: Deciseconds| {
            self.limit.checked_sub(self.scratch.time(node)).map_or(0.0, |left| share_within(left, time))
        };
        let (after_tail, before_head) = (share(known.tail, from_tail), share(known.head, from_head));
        let teller = if after_tail > 0.0 { known.tail } else { known.head };
        let stretch = |from_fraction, to_fraction| Some(ReachedEdge { edge, from_fraction, to_fraction });
        if node != teller {
            [None, None]
        } else if after_tail >= 1.0 || before_head >= 1.0 || after_tail + before_head > 1.0 + MEETING {
            // Where they only meet, the time to just that spot rounds to more from either side.
            [stretch(0.0, 1.0), None]
        } else {
            [
                stretch(0.0, after_tail).filter(|_| after_tail > 0.0),
                stretch(1.0 - before_head, 1.0).filter(|_| before_head > 0.0),
            ]
        }
    }

    /// The stretch of the place's own edge that is reached without leaving it; `None` if even its street is too far.
    fn own_edge(&self, graph: &Graph) -> Option<ReachedEdge> {
        let left = self.limit.checked_sub(self.from.off_street)?;
        let (edge, fraction) = (self.from.edge, self.from.fraction);
        let [to_head, to_tail] = self.passing_times(graph, edge).map(|time| share_within(left, time));
        let (from_fraction, to_fraction) = ((fraction - to_tail).max(0.0), (fraction + to_head).min(1.0));
        Some(ReachedEdge { edge, from_fraction, to_fraction })
    }
}

/// How much of an edge is passed over in a time, when the whole takes `whole`: shares up to which the time rounds to no more.
fn share_within(left: Deciseconds, whole: Deciseconds) -> f64 {
    match whole {
        NEVER => 0.0,
        _ if left >= whole => 1.0,
        _ => (f64::from(left) + 0.5) / f64::from(whole),
    }
}
