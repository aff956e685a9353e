//! Times from many places to many.
//!
//! A customizable contraction hierarchy (J. Dibbelt, B. Strasser, D. Wagner, 2016; the crate `cch` builds and customizes it) puts
//! the nodes in an order and adds shortcuts, so that a shortest way goes up the order and then down. The two ends of an edge
//! lie on one line of ancestors; a place on that edge is therefore asked about at the cost of a node.

mod hierarchy;
mod sweep;

use std::collections::HashMap;
use std::sync::Arc;

use thiserror::Error;

use self::hierarchy::{Hierarchy, Metric};
use self::sweep::{LANES, Sweep};
use crate::reach::{along_one_edge, ends};
use crate::{Closed, Deciseconds, Direction, Graph, Snap};

/// Why numbers are no contraction order of a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OrderError {
    /// Too few or too many.
    #[error("a contraction order of {found} nodes; the graph has {nodes}")]
    Length {
        /// How many there are.
        found: usize,
        /// How many nodes the graph has.
        nodes: usize,
    },
    /// A node that there is not, or that was there already.
    #[error("place {place} of a contraction order holds node {node}; allowed: each node below {nodes} once")]
    Node {
        /// The place in the order.
        place: usize,
        /// What it holds.
        node: u32,
        /// How many nodes the graph has.
        nodes: usize,
    },
}

/// Answers times from many places to many on one graph, with some streets closed or none.
///
/// A way of [`Matrix::LONGEST`] or more counts as none.
#[derive(Clone, Debug)]
pub struct Matrix {
    hierarchy: Arc<Hierarchy>,
    metric: Metric,
    closed: Closed,
}

impl Matrix {
    /// From this time on, 3.4 years, a way counts as none.
    pub const LONGEST: Deciseconds = sweep::FAR as Deciseconds;

    /// A matrix of a graph whose nodes are contracted in this order: any order is right, a good one is fast.
    pub fn new(graph: &Graph, order: &[u32]) -> Result<Self, OrderError> {
        check(order, graph.node_count())?;
        let hierarchy = Hierarchy::new(graph, order);
        let closed = Closed::default();
        let metric = hierarchy.metric(graph, &closed);
        Ok(Self { hierarchy: Arc::new(hierarchy), metric, closed })
    }

    /// The same graph's with other edges closed. The order's shortcuts are kept; only their times are worked out anew.
    #[must_use]
    pub fn with_closed(&self, graph: &Graph, closed: Closed) -> Self {
        let metric = self.hierarchy.metric(graph, &closed);
        Self { hierarchy: Arc::clone(&self.hierarchy), metric, closed }
    }

    /// The time from each of some places to each of others, what is off the street included: row by row, a row for each of
    /// `from`. [`crate::NEVER`] where there is no way. `graph` is the one that the matrix was made for.
    pub fn times(&self, graph: &Graph, from: &[Snap], to: &[Snap]) -> Vec<Deciseconds> {
        let mut times = Vec::with_capacity(from.len() * to.len());
        if to.is_empty() {
            return times;
        }
        let goals: Vec<_> = to.iter().map(|snap| ends(graph, snap, Direction::Towards, &self.closed)).collect();
        let mut sweep = Sweep::new(&self.hierarchy, &self.metric, goals);
        let mut on_edge: HashMap<u32, Vec<usize>> = HashMap::new();
        for (number, snap) in to.iter().enumerate() {
            on_edge.entry(snap.edge).or_default().push(number);
        }
        for sources in from.chunks(LANES) {
            let starts: Vec<_> = sources.iter().map(|snap| ends(graph, snap, Direction::From, &self.closed)).collect();
            sweep.run(&starts, &mut times);
            let begin = times.len() - sources.len() * to.len();
            for (source, row) in sources.iter().zip(times[begin..].chunks_exact_mut(to.len())) {
                for &number in on_edge.get(&source.edge).into_iter().flatten() {
                    row[number] = row[number].min(along_one_edge(graph, source, &to[number], &self.closed));
                }
            }
        }
        times
    }
}

/// Each node once.
fn check(order: &[u32], nodes: usize) -> Result<(), OrderError> {
    if order.len() != nodes {
        return Err(OrderError::Length { found: order.len(), nodes });
    }
    let mut seen = vec![false; nodes];
    for (place, &node) in order.iter().enumerate() {
        match seen.get_mut(node as usize) {
            Some(seen) if !*seen => *seen = true,
            _ => return Err(OrderError::Node { place, node, nodes }),
        }
    }
    Ok(())
}
