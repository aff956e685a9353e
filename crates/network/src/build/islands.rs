//! Parts that are cut off: from which one cannot come back, or to which one cannot get.

use super::pieces::Pieces;
use crate::{Islands, NEVER};

/// A part of fewer nodes (every node of a way counted) is dropped, unless it is the largest: a fenced yard, a
/// balcony, the rest of a motorway at the extract's edge. Snapping a place to it would cut the place off.
pub(crate) const SMALLEST: usize = 300;

/// Drops small parts, with the pieces between them and others; nodes keep their numbers.
pub(crate) fn drop_islands(pieces: &mut Pieces) -> Islands {
    let components = strong_components(pieces);
    let mut sizes: Vec<usize> = Vec::new();
    for component in &components {
        let component = *component as usize;
        if component >= sizes.len() {
            sizes.resize(component + 1, 0);
        }
        sizes[component] += 1;
    }
    let largest = sizes.iter().copied().max().unwrap_or(0);
    let is_kept = |node: u32| {
        let size = sizes[components[node as usize] as usize];
        size >= SMALLEST || size == largest
    };
    let mut islands = Islands::default();
    let mut groups = Groups((0..pieces.nodes.len() as u32).collect());
    pieces.list.retain(|piece| {
        let keep = piece.ends.iter().all(|end| is_kept(*end));
        if !keep {
            islands.edges += 1;
            islands.km += f64::from(piece.length_m) / 1000.0;
            if let [true, true] = piece.ends.map(|end| !is_kept(end)) {
                groups.join(piece.ends);
            }
        }
        keep
    });
    // Nodes without a piece, if any, are no islands: every node came with one.
    islands.count = (0..pieces.nodes.len() as u32).filter(|node| !is_kept(*node) && groups.of(*node) == *node).count();
    islands
}

/// Nodes in groups that pieces join, whatever their direction: each node's way to the first of its group.
struct Groups(Vec<u32>);

impl Groups {
    /// The first node of a node's group.
    fn of(&mut self, mut node: u32) -> u32 {
        while self.0[node as usize] != node {
            let before = self.0[node as usize];
            self.0[node as usize] = self.0[before as usize];
            node = before;
        }
        node
    }

    fn join(&mut self, ends: [u32; 2]) {
        let [a, b] = ends.map(|end| self.of(end));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

/// The strongly connected component of each node (Tarjan 1972, with a stack of its own in place of recursion).
fn strong_components(pieces: &Pieces) -> Vec<u32> {
    const NEW: u32 = u32::MAX;
    let (first, heads) = rows(pieces);
    let nodes = pieces.nodes.len();
    let (mut index, mut low, mut component) = (vec![NEW; nodes], vec![0_u32; nodes], vec![NEW; nodes]);
    let (mut open, mut path): (Vec<u32>, Vec<(u32, u32)>) = (Vec::new(), Vec::new());
    let (mut next_index, mut next_component) = (0, 0);
    for root in 0..nodes as u32 {
        if index[root as usize] != NEW {
            continue;
        }
        path.push((root, first[root as usize]));
        while let Some((node, arc)) = path.pop() {
            let own = node as usize;
            if index[own] == NEW {
                (index[own], low[own]) = (next_index, next_index);
                next_index += 1;
                open.push(node);
            }
            if arc < first[own + 1] {
                path.push((node, arc + 1));
                let head = heads[arc as usize] as usize;
                if index[head] == NEW {
                    path.push((head as u32, first[head]));
                } else if component[head] == NEW {
                    low[own] = low[own].min(index[head]);
                }
                continue;
            }
            if low[own] == index[own] {
                while let Some(member) = open.pop() {
                    component[member as usize] = next_component;
                    if member == node {
                        break;
                    }
                }
                next_component += 1;
            }
            if let Some((parent, _)) = path.last() {
                let parent = *parent as usize;
                low[parent] = low[parent].min(low[own]);
            }
        }
    }
    component
}

/// The nodes that each node leads to, row by row.
fn rows(pieces: &Pieces) -> (Vec<u32>, Vec<u32>) {
    let arcs = || {
        pieces.list.iter().flat_map(|piece| {
            let [tail, head] = piece.ends;
            let open = piece.times.map(|time| time != NEVER);
            [(open[0], tail, head), (open[1], head, tail)]
                .into_iter()
                .filter(|arc| arc.0)
                .map(|(_, from, to)| (from, to))
        })
    };
    let mut first = vec![0_u32; pieces.nodes.len() + 1];
    arcs().for_each(|(tail, _)| first[tail as usize + 1] += 1);
    for node in 1..first.len() {
        first[node] += first[node - 1];
    }
    let mut next = first.clone();
    let mut heads = vec![0; first.last().map_or(0, |count| *count as usize)];
    for (tail, head) in arcs() {
        let place = &mut next[tail as usize];
        heads[*place as usize] = head;
        *place += 1;
    }
    (first, heads)
}
