//! Times along parts of edges: from a snap to its edge's ends, and between two snaps of one edge.

use crate::{Closed, Deciseconds, Direction, Graph, NEVER, Snap};

/// The time along a share of an edge: `floor(time × share + 0.5)`. Every part of an edge is timed by this rule.
pub(crate) fn part(time: Deciseconds, share: f64) -> Deciseconds {
    if time == NEVER { NEVER } else { (f64::from(time) * share + 0.5).floor() as Deciseconds }
}

/// The ends of a snap's edge, each with the time between it and the place: from the place, or towards it. An end that cannot
/// be got to is at [`NEVER`].
pub(crate) fn ends(graph: &Graph, snap: &Snap, direction: Direction, closed: &Closed) -> [(u32, Deciseconds); 2] {
    let edge = graph.edges()[snap.edge as usize];
    let (before, after) = (snap.fraction, 1.0 - snap.fraction);
    let [tail, head] = match direction {
        _ if closed.contains(snap.edge) => [NEVER, NEVER],
        Direction::From => [part(edge.backward, before), part(edge.forward, after)],
        Direction::Towards => [part(edge.forward, before), part(edge.backward, after)],
    };
    [(edge.tail, tail.saturating_add(snap.off_street)), (edge.head, head.saturating_add(snap.off_street))]
}

/// The time from one snap to another of the same edge without leaving that edge, what is off the street included.
pub(crate) fn along_one_edge(graph: &Graph, from: &Snap, to: &Snap, closed: &Closed) -> Deciseconds {
    if from.place == to.place {
        return 0;
    }
    let edge = graph.edges()[from.edge as usize];
    let forward = if from.fraction <= to.fraction { part(edge.forward, to.fraction - from.fraction) } else { NEVER };
    let backward = if to.fraction <= from.fraction { part(edge.backward, from.fraction - to.fraction) } else { NEVER };
    let on_street = if closed.contains(from.edge) { NEVER } else { forward.min(backward) };
    on_street.saturating_add(from.off_street).saturating_add(to.off_street)
}
