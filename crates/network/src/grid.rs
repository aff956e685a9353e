//! A city whose streets are a grid: ways in it can be worked out by hand.

use crate::{Deciseconds, EdgeKind, Graph, NewEdge};

/// Metres in a degree of latitude, and of longitude on the equator, near enough for an example.
const METRES_A_DEGREE: f64 = 111_319.490_793;

/// A grid of streets by the equator, from the point (0, 0) to the north and the east.
#[derive(Clone, Copy, Debug)]
pub struct GridCity {
    /// Nodes from west to east.
    pub columns: u32,
    /// Nodes from south to north.
    pub rows: u32,
    /// Metres from one node to the next.
    pub block_m: f64,
    /// Time from one node to the next, in either direction.
    pub block_time: Deciseconds,
}

/// The streets of a [`GridCity`]: node `row * columns + column`; the edges to the east first, then those to the north.
pub fn grid_city(city: GridCity) -> Graph {
    let GridCity { columns, rows, block_m, block_time } = city;
    let units = |steps: u32| (f64::from(steps) * block_m / METRES_A_DEGREE * 1e7).round() as i32;
    let nodes = (0..rows).flat_map(|row| (0..columns).map(move |column| [units(column), units(row)])).collect();
    let edge = |tail: u32, head: u32| NewEdge {
        tail,
        head,
        length_m: block_m as f32,
        forward: block_time,
        backward: block_time,
        kind: EdgeKind::Street,
        way: 0,
        shape: Vec::new(),
    };
    let east =
        (0..rows).flat_map(|row| (1..columns).map(move |column| row * columns + column)).map(|to| edge(to - 1, to));
    let north = (columns..rows * columns).map(|to| edge(to - columns, to));
    Graph::new(nodes, east.chain(north)).expect("a grid's edges name its own nodes")
}
