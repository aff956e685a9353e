//! The order's shortcuts, and their times.

use cch::{Cch, INF_WEIGHT};

use crate::{Closed, Deciseconds, Graph};

/// What follows from a graph's edges and the order alone.
#[derive(Clone, Debug)]
pub(super) struct Hierarchy {
    pub(super) cch: Cch,
    /// The edge of each arc that the hierarchy was made of, and whether it is its way from tail to head.
    arcs: Vec<(u32, bool)>,
}

/// The time of each shortcut, up the order and down.
pub(super) type Metric = cch::Metric;

impl Hierarchy {
    pub(super) fn new(graph: &Graph, order: &[u32]) -> Self {
        // Both directions of every edge, also where one is forbidden: the ends of a place's edge must be an arc apart.
        let mut arcs: Vec<(u32, bool)> =
            (0..graph.edges().len() as u32).flat_map(|edge| [(edge, true), (edge, false)]).collect();
        let ends = |&(edge, there): &(u32, bool)| {
            let edge = &graph.edges()[edge as usize];
            if there { (edge.tail, edge.head) } else { (edge.head, edge.tail) }
        };
        arcs.sort_by_key(|arc| ends(arc).0);
        let mut first_out = vec![0; graph.node_count() + 1];
        for arc in &arcs {
            first_out[ends(arc).0 as usize + 1] += 1;
        }
        for node in 0..graph.node_count() {
            first_out[node + 1] += first_out[node];
        }
        let head: Vec<u32> = arcs.iter().map(|arc| ends(arc).1).collect();
        let weight = vec![0; head.len()];
        Self { cch: Cch::build(&cch::graph::Graph { first_out, head, weight }, order), arcs }
    }

    /// The times with some edges closed.
    pub(super) fn metric(&self, graph: &Graph, closed: &Closed) -> Metric {
        let time = |&(edge, there): &(u32, bool)| {
            let known = &graph.edges()[edge as usize];
            let time = if there { known.forward } else { known.backward };
            if closed.contains(edge) { INF_WEIGHT } else { time.min(INF_WEIGHT) }
        };
        self.cch.customize(&self.arcs.iter().map(time).collect::<Vec<Deciseconds>>())
    }

    /// A node's place in the order; the hierarchy knows nodes by these.
    pub(super) fn rank(&self, node: u32) -> u32 {
        self.cch.rank[node as usize]
    }

    /// A node and all that lie above it, from the lowest to the highest: all ends of arcs that go up from any of them.
    pub(super) fn and_ancestors(&self, rank: u32) -> impl Iterator<Item = u32> {
        let parent = |&rank: &u32| {
            let parent = self.cch.elimination_tree_parent[rank as usize];
            (parent != cch::bundle::INVALID_ID).then_some(parent)
        };
        std::iter::successors(Some(rank), parent)
    }

    /// The arcs that go up from a node, as places in lists of arcs.
    pub(super) fn up(&self, rank: u32) -> std::ops::Range<usize> {
        self.cch.up_first_out[rank as usize] as usize..self.cch.up_first_out[rank as usize + 1] as usize
    }
}
