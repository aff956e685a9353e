//! What a search needs to remember, kept from one search to the next.

use super::queue::Queue;
use crate::{Closed, Deciseconds, Direction, Graph, NEVER};

/// Memory of a search, to be used again and again: a search clears only what the one before it touched.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// The least time known of each node.
    times: Vec<Deciseconds>,
    /// The nodes that have a time, each once.
    touched: Vec<u32>,
    /// Which seed each node's time comes from, in searches that ask.
    origins: Vec<u32>,
    /// By which edge each node was come to, in searches that ask; [`SEED`] where it begins there.
    came_by: Vec<u32>,
    queue: Queue,
}

/// Stands for the edge by which a seed was come to.
const SEED: u32 = u32::MAX;

/// Where a search begins: a node, the time there, and a number to remember it by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seed {
    pub(crate) node: u32,
    pub(crate) time: Deciseconds,
    pub(crate) origin: u32,
}

impl Scratch {
    /// An empty one; it grows with the graphs that it is used for.
    pub fn new() -> Self {
        Self::default()
    }

    /// The time of a node that the last search found, or [`NEVER`].
    pub(crate) fn time(&self, node: u32) -> Deciseconds {
        self.times[node as usize]
    }

    /// Which seed that time comes from; of several equally near ones, the least.
    pub(crate) fn origin(&self, node: u32) -> u32 {
        self.origins[node as usize]
    }

    /// The edge by which one comes to a node that the last search found, from the edge's other end; `None` where it begins there.
    pub(crate) fn came_by(&self, node: u32) -> Option<u32> {
        Some(self.came_by[node as usize]).filter(|&edge| edge != SEED)
    }

    /// The nodes that the last search found.
    pub(crate) fn touched(&self) -> &[u32] {
        &self.touched
    }

    /// Times of all nodes within `limit` of the nearest seed, by Dijkstra's algorithm. With `ORIGINS`, remembers the seeds;
    /// with `WAYS`, the edges.
    pub(crate) fn search<const ORIGINS: bool, const WAYS: bool>(
        &mut self,
        graph: &Graph,
        seeds: impl IntoIterator<Item = Seed>,
        limit: Deciseconds,
        direction: Direction,
        closed: &Closed,
    ) {
        self.clear(graph.node_count(), ORIGINS, WAYS);
        let limit = limit.min(NEVER - 1);
        let mut first = limit;
        for Seed { node, time, origin } in seeds {
            if time <= limit {
                if self.offer::<ORIGINS>(node, time, origin) && WAYS {
                    self.came_by[node as usize] = SEED;
                }
                first = first.min(time);
            }
        }
        self.queue.begin(first);
        for &node in &self.touched {
            self.queue.push(self.times[node as usize], node);
        }
        while let Some((now, node)) = self.queue.pop() {
            if now != self.times[node as usize] {
                continue;
            }
            let origin = if ORIGINS { self.origins[node as usize] } else { 0 };
            let arcs = match direction {
                Direction::From => graph.arcs(node),
                Direction::Towards => graph.arcs_into(node),
            };
            for arc in arcs {
                let time = now.saturating_add(arc.time);
                if time <= limit && !closed.contains(arc.edge) && self.offer::<ORIGINS>(arc.head, time, origin) {
                    self.queue.push(time, arc.head);
                    if WAYS {
                        self.came_by[arc.head as usize] = arc.edge;
                    }
                }
            }
        }
    }

    /// Whether this is better than what is known of the node; it is then known.
    fn offer<const ORIGINS: bool>(&mut self, node: u32, time: Deciseconds, origin: u32) -> bool {
        let known = &mut self.times[node as usize];
        if ORIGINS {
            let known_origin = &mut self.origins[node as usize];
            if (time, origin) >= (*known, *known_origin) {
                return false;
            }
            *known_origin = origin;
        } else if time >= *known {
            return false;
        }
        if *known == NEVER {
            self.touched.push(node);
        }
        *known = time;
        true
    }

    fn clear(&mut self, nodes: usize, origins: bool, ways: bool) {
        for node in self.touched.drain(..) {
            self.times[node as usize] = NEVER;
        }
        self.times.resize(nodes, NEVER);
        if origins {
            // An origin is looked at only where there is a time.
            self.origins.resize(nodes, 0);
        }
        if ways {
            self.came_by.resize(nodes, SEED);
        }
    }
}
