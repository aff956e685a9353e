//! The order of nodes: in the graph, so that neighbours lie close in memory, and for contraction.

use super::contract::Contracted;
use crate::{Graph, NewEdge};

/// The graph of contracted edges: nodes along a Z-order curve (Morton 1966), edges by their lower node.
pub(crate) fn graph(contracted: Contracted, places: &[[i32; 2]]) -> Graph {
    let Contracted { kept, mut edges, .. } = contracted;
    let place = |node: &u32| places[kept[*node as usize] as usize];
    let mut along: Vec<u32> = (0..kept.len() as u32).collect();
    along.sort_by_key(|node| (z_order(place(node)), *node));
    let mut rank = vec![0; kept.len()];
    for (position, node) in along.iter().enumerate() {
        rank[*node as usize] = position as u32;
    }
    for edge in &mut edges {
        (edge.tail, edge.head) = (rank[edge.tail as usize], rank[edge.head as usize]);
    }
    edges.sort_by_key(|NewEdge { tail, head, .. }| (*tail.min(head), *tail.max(head)));
    Graph::new(along.iter().map(place).collect(), edges).expect("lengths are sums of lengths, ends are ranks of nodes")
}

/// The bits of longitude and latitude by turns.
fn z_order(place: [i32; 2]) -> u64 {
    let [x, y] = place.map(|units| spread((units as u32) ^ 0x8000_0000));
    x | y << 1
}

/// A number's bits, each followed by a zero.
fn spread(bits: u32) -> u64 {
    let masks = [
        (16, 0x0000_ffff_0000_ffff_u64),
        (8, 0x00ff_00ff_00ff_00ff),
        (4, 0x0f0f_0f0f_0f0f_0f0f),
        (2, 0x3333_3333_3333_3333),
        (1, 0x5555_5555_5555_5555),
    ];
    masks.into_iter().fold(u64::from(bits), |spread, (shift, mask)| (spread | spread << shift) & mask)
}

/// The order in which a customizable contraction hierarchy contracts the nodes: nested dissection by inertial flow.
pub(crate) fn contraction_order(graph: &Graph) -> Vec<u32> {
    // `cch` does not cut a graph without nodes: streets for walkers alone have none for cars.
    if graph.node_count() == 0 {
        return Vec::new();
    }
    let edges = graph.edges();
    let (tails, heads): (Vec<u32>, Vec<u32>) = edges.iter().map(|edge| (edge.tail, edge.head)).unzip();
    let degrees =
        |axis: usize| graph.nodes().iter().map(|node| (f64::from(node[axis]) / 1e7) as f32).collect::<Vec<_>>();
    cch::inertial_order(graph.node_count() as u32, &tails, &heads, &degrees(1), &degrees(0))
}
