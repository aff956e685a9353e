//! The fastest way from one place to another, and which streets it takes.

use crate::line::stretch;
use crate::reach::{Seed, along_one_edge, ends};
use crate::{Closed, Deciseconds, Direction, Graph, NEVER, Scratch, Snap};

/// A way from one place to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// How long it takes, what is off the street at both ends included: what [`crate::Reach::time_at`] says.
    pub time: Deciseconds,
    /// How long it is in metres, what is off the street at both ends included.
    pub length_m: f64,
    /// The stretches of edges that it leads along, in the order of travel; none from a place to itself. The first begins where the one
    /// place meets its street, the last ends where the other does, and each begins at the node at which the one before it ends.
    pub stretches: Vec<PathStretch>,
}

/// A stretch of an edge, by shares of its length from its tail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathStretch {
    /// The edge.
    pub edge: u32,
    /// Where the stretch begins.
    pub from_fraction: f64,
    /// Where it ends: before it begins, where one goes from the edge's head to its tail.
    pub to_fraction: f64,
}

/// The fastest way from one place to another that takes no longer than `limit`; `None` where there is none. Of ways that take equally
/// long it is always the same one. The search goes as far as the limit: whoever knows the time gives it, and looks no farther.
pub fn path(
    graph: &Graph,
    from: &Snap,
    to: &Snap,
    limit: Deciseconds,
    closed: &Closed,
    scratch: &mut Scratch,
) -> Option<Path> {
    let is_one_edge = from.edge == to.edge;
    if is_one_edge && from.place == to.place {
        return Some(Path { time: 0, length_m: 0.0, stretches: Vec::new() });
    }
    let starts = ends(graph, from, Direction::From, closed);
    let seeds = starts.map(|(node, time)| Seed { node, time, origin: 0 });
    scratch.search::<false, true>(graph, seeds, limit, Direction::From, closed);
    let goals = ends(graph, to, Direction::Towards, closed);
    let [by_tail, by_head] = goals.map(|(node, time)| scratch.time(node).saturating_add(time));
    let along = if is_one_edge { along_one_edge(graph, from, to, closed) } else { NEVER };
    let time = along.min(by_tail).min(by_head);
    if time > limit.min(NEVER - 1) {
        return None;
    }
    let to_end = |from_fraction| PathStretch { edge: to.edge, from_fraction, to_fraction: to.fraction };
    let stretches = if time == along {
        vec![to_end(from.fraction)]
    } else {
        let (end, last) = if time == by_tail { (goals[0].0, to_end(0.0)) } else { (goals[1].0, to_end(1.0)) };
        through(graph, scratch, (from, &starts), end, last)
    };
    let metres = |&PathStretch { edge, from_fraction, to_fraction }: &PathStretch| {
        f64::from(graph.edges()[edge as usize].length_m) * (to_fraction - from_fraction).abs()
    };
    let on_street_m: f64 = stretches.iter().map(metres).sum();
    Some(Path { time, length_m: on_street_m + from.off_street_m + to.off_street_m, stretches })
}

/// The stretches to a node that the search found, and a last one from there.
fn through(
    graph: &Graph,
    scratch: &Scratch,
    (from, starts): (&Snap, &[(u32, Deciseconds); 2]),
    end: u32,
    last: PathStretch,
) -> Vec<PathStretch> {
    let (mut stretches, mut node) = (vec![last], end);
    while let Some(edge) = scratch.came_by(node) {
        let known = graph.edges()[edge as usize];
        // A loop brings nobody to its node sooner, so that the two ends differ.
        let (before, from_fraction, to_fraction) =
            if known.head == node { (known.tail, 0.0, 1.0) } else { (known.head, 1.0, 0.0) };
        stretches.push(PathStretch { edge, from_fraction, to_fraction });
        node = before;
    }
    let to_fraction = if starts[0] == (node, scratch.time(node)) { 0.0 } else { 1.0 };
    stretches.push(PathStretch { edge: from.edge, from_fraction: from.fraction, to_fraction });
    stretches.reverse();
    stretches
}

impl Path {
    /// Its line on the streets in the order of travel, in 1e-7 degrees `[lon, lat]`: from where the one place meets its street to where
    /// the other does, by every point of the edges between. No point is there twice in succession; empty from a place to itself.
    /// `graph` is the one that it was found in.
    pub fn line(&self, graph: &Graph) -> Vec<[i32; 2]> {
        let mut line = Vec::new();
        for &PathStretch { edge, from_fraction, to_fraction } in &self.stretches {
            let begin = line.len();
            stretch(graph, edge, from_fraction.min(to_fraction), from_fraction.max(to_fraction), |point| {
                line.push(point.map(|units| units.round() as i32));
            });
            if to_fraction < from_fraction {
                line[begin..].reverse();
            }
        }
        line.dedup();
        line
    }
}
