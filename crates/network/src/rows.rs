//! The arcs at each node, row by row.

use crate::{Arc, Deciseconds, Edge, NEVER};

/// Arcs node by node (compressed sparse rows).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rows {
    /// Where the arcs of each node begin in `arcs`, and where the last ones end.
    first: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Rows {
    /// The arcs that leave each node, given the time from an edge's tail to its head and that back.
    pub(crate) fn new(nodes: usize, edges: &[Edge], [there, back]: [fn(&Edge) -> Deciseconds; 2]) -> Self {
        let directions = |(number, edge): (usize, &Edge)| {
            let there = (edge.tail, Arc { head: edge.head, time: there(edge), edge: number as u32 });
            let back = (edge.head, Arc { head: edge.tail, time: back(edge), edge: number as u32 });
            [there, back].into_iter().filter(|(_, arc)| arc.time != NEVER)
        };
        let mut first = vec![0_u32; nodes + 1];
        for (tail, _) in edges.iter().enumerate().flat_map(directions) {
            first[tail as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut arcs = vec![Arc { head: 0, time: 0, edge: 0 }; first[nodes] as usize];
        for (tail, arc) in edges.iter().enumerate().flat_map(directions) {
            let place = &mut next[tail as usize];
            arcs[*place as usize] = arc;
            *place += 1;
        }
        Self { first, arcs }
    }

    pub(crate) fn of(&self, node: u32) -> &[Arc] {
        let node = node as usize;
        &self.arcs[self.first[node] as usize..self.first[node + 1] as usize]
    }
}
