//! Small street nets: drawn at random, and by hand.

use proptest::collection::vec;
use proptest::prelude::*;
use yuren_geodesy::{LonLat, Wgs84, metres_a_degree, ruler_m};
use yuren_network::{Deciseconds, Edge, EdgeKind, Graph, NEVER, NewEdge, Snap};

/// A point in 1e-7 degrees as a coordinate.
pub(crate) fn at([lon, lat]: [i32; 2]) -> LonLat<Wgs84> {
    LonLat::new(f64::from(lon) / 1e7, f64::from(lat) / 1e7).unwrap()
}

/// An edge without a bend; its length is that of no map.
pub(crate) fn edge(tail: u32, head: u32, forward: Deciseconds, backward: Deciseconds) -> NewEdge {
    NewEdge { tail, head, length_m: 100.0, forward, backward, kind: EdgeKind::Street, way: 0, shape: Vec::new() }
}

/// A place that meets its street so far along an edge, after so long a walk. Each call makes another place.
pub(crate) fn snap(edge: u32, fraction: f64, off_street: Deciseconds, number: u16) -> Snap {
    let place = at([i32::from(number), 0]);
    Snap { edge, fraction, off_street_m: f64::from(off_street) / 8.0, off_street, point: place, place }
}

/// A time of an edge: often none, nothing or short.
fn some_time() -> impl Strategy<Value = Deciseconds> {
    prop_oneof![2 => Just(NEVER), 1 => Just(0), 6 => 1_u32..40, 2 => 1_u32..20_000]
}

fn some_point() -> impl Strategy<Value = [i32; 2]> {
    // About 2 km across, near Yangzhou.
    (0..200_000, 0..200_000).prop_map(|(lon, lat)| [1_194_000_000 + lon, 324_000_000 + lat])
}

/// A graph of up to a dozen nodes and two dozen edges: one-way streets, loops, parallel edges, islands, times of nothing.
pub(crate) fn some_graph() -> impl Strategy<Value = Graph> {
    let kind = prop::sample::select(&[EdgeKind::Street, EdgeKind::Street, EdgeKind::Passage, EdgeKind::Ferry]);
    (2_u32..12).prop_flat_map(move |nodes| {
        let edge = (0..nodes, 0..nodes, some_time(), some_time(), kind.clone(), vec(some_point(), 0..3)).prop_map(
            |(tail, head, forward, backward, kind, shape)| NewEdge {
                tail,
                head,
                length_m: 100.0,
                forward,
                backward,
                kind,
                way: 0,
                shape,
            },
        );
        (vec(some_point(), nodes as usize), vec(edge, 1..24))
            .prop_map(|(nodes, edges)| Graph::new(nodes, edges).unwrap())
    })
}

/// Places on a graph with so many edges; several may be the same, or on the same spot.
pub(crate) fn some_snaps(edges: usize, most: usize) -> impl Strategy<Value = Vec<Snap>> {
    let fraction = prop_oneof![prop::sample::select(&[0.0, 0.5, 1.0]), 0.0_f64..=1.0];
    vec((0..edges as u32, fraction, 0_u32..50), 1..most).prop_map(|drawn| {
        let mut snaps: Vec<Snap> =
            (0..).zip(drawn).map(|(number, (edge, fraction, off))| snap(edge, fraction, off, number)).collect();
        // The first place is there twice.
        snaps.extend(snaps.first().copied());
        snaps
    })
}

/// The point at a share of an edge's length, in degrees.
pub(crate) fn point_along(graph: &Graph, edge: u32, fraction: f64) -> [f64; 2] {
    let points: Vec<[f64; 2]> =
        graph.line(edge).map(|[lon, lat]| [f64::from(lon) / 1e7, f64::from(lat) / 1e7]).collect();
    let lengths: Vec<f64> = points.windows(2).map(|pair| ruler_m(degrees(pair[0]), degrees(pair[1]))).collect();
    let mut left = fraction * lengths.iter().sum::<f64>();
    for (pair, length) in points.windows(2).zip(lengths) {
        if left <= length && length > 0.0 {
            return [0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * left / length);
        }
        left -= length;
    }
    points[points.len() - 1]
}

/// Metres between two points in degrees that are near each other.
pub(crate) fn distance_m(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [east_m, north_m] = metres_a_degree(f64::midpoint(a[1], b[1]));
    ((a[0] - b[0]) * east_m).hypot((a[1] - b[1]) * north_m)
}

fn degrees([lon, lat]: [f64; 2]) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).unwrap()
}

/// A good contraction order of a graph.
pub(crate) fn inertial_order(graph: &Graph) -> Vec<u32> {
    let [tails, heads] =
        [|edge: &Edge| edge.tail, |edge: &Edge| edge.head].map(|end| graph.edges().iter().map(end).collect::<Vec<_>>());
    let along =
        |axis: usize| graph.nodes().iter().map(move |node| (f64::from(node[axis]) / 1e7) as f32).collect::<Vec<_>>();
    cch::inertial_order(graph.node_count() as u32, &tails, &heads, &along(1), &along(0))
}
