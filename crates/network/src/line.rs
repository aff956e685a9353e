//! Places along an edge's line: a share of its length is a point, and back.

use std::cmp::Ordering;

use crate::Graph;
use crate::flat::{Flat, between, exact, length};

/// The share of an edge's length, from its tail, that lies before the point at `share` of its segment number `segment`.
pub(crate) fn fraction_at(graph: &Graph, edge: u32, segment: usize, share: f64) -> f64 {
    let (mut before, mut whole) = (0.0, 0.0);
    for (number, Segment { metres, .. }) in segments(graph, edge).enumerate() {
        before += match number.cmp(&segment) {
            Ordering::Less => metres,
            Ordering::Equal => metres * share,
            Ordering::Greater => 0.0,
        };
        whole += metres;
    }
    if whole > 0.0 { (before / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// Visits the points of the stretch of an edge between two shares of its length, in 1e-7 degrees: where it begins, the
/// line's own points, where it ends.
pub(crate) fn stretch(graph: &Graph, edge: u32, from: f64, to: f64, mut visit: impl FnMut([f64; 2])) {
    if from <= 0.0 && to >= 1.0 {
        graph.line(edge).for_each(|point| visit(exact(point)));
        return;
    }
    let whole: f64 = segments(graph, edge).map(|segment| segment.metres).sum();
    let (begin, end) = (from * whole, to * whole);
    let (mut along, mut begun) = (0.0, false);
    let mut last = [0.0; 2];
    for Segment { a, b, metres } in segments(graph, edge) {
        let at = |goal: f64| between(a, b, if metres > 0.0 { ((goal - along) / metres).clamp(0.0, 1.0) } else { 0.0 });
        if !begun && begin <= along + metres {
            visit(at(begin));
            begun = true;
        }
        if begun && end <= along + metres {
            visit(at(end));
            return;
        }
        if begun {
            visit(b);
        }
        (along, last) = (along + metres, b);
    }
    // The whole is the sum of the same numbers, so only a share over 1 gets here.
    visit(last);
}

/// A straight piece of an edge's line: its ends in 1e-7 degrees, and its length.
struct Segment {
    a: [f64; 2],
    b: [f64; 2],
    metres: f64,
}

/// The pieces of an edge's line from its tail on, measured on the flat map about its tail.
fn segments(graph: &Graph, edge: u32) -> impl Iterator<Item = Segment> {
    let flat = Flat::about(exact(graph.nodes()[graph.edges()[edge as usize].tail as usize]));
    let pairs = graph.line(edge).zip(graph.line(edge).skip(1));
    pairs.map(move |(a, b)| {
        let [a, b] = [a, b].map(exact);
        Segment { a, b, metres: length(flat.metres(a), flat.metres(b)) }
    })
}
