//! Nodes, edges with their shape, and the arcs that leave each node (compressed sparse rows, CSR).

use thiserror::Error;
use yuren_geodesy::{LonLat, Wgs84};

use crate::rows::Rows;

/// A time in whole tenths of a second.
pub type Deciseconds = u32;

/// The time of a way that does not exist.
pub const NEVER: Deciseconds = u32::MAX;

/// Units of a stored coordinate in a degree: OpenStreetMap's own precision, about a centimetre.
pub const UNITS_A_DEGREE: f64 = 1e7;

/// What an edge is, as far as it matters for who may step onto it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum EdgeKind {
    /// A street or path: a place can lie on it.
    #[default]
    Street = 0,
    /// Passed through, but no place lies on it: a motorway, a bridge, a tunnel.
    Passage = 1,
    /// A ferry: no place lies on it.
    Ferry = 2,
}

/// An edge as whoever builds a graph knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEdge {
    /// The node at its beginning.
    pub tail: u32,
    /// The node at its end.
    pub head: u32,
    /// Its length in metres, along its shape.
    pub length_m: f32,
    /// Time from tail to head; [`NEVER`] if that is not allowed.
    pub forward: Deciseconds,
    /// Time from head to tail; [`NEVER`] if that is not allowed.
    pub backward: Deciseconds,
    /// What it is.
    pub kind: EdgeKind,
    /// Its OpenStreetMap way: the first of them, where a chain of ways was contracted; 0 for none.
    pub way: i64,
    /// Points between tail and head, in 1e-7 degrees `[lon, lat]`.
    pub shape: Vec<[i32; 2]>,
}

/// An edge of a [`Graph`]; its shape is [`Graph::shape`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// See [`NewEdge`].
    pub tail: u32,
    /// See [`NewEdge`].
    pub head: u32,
    /// Metres along its shape.
    pub length_m: f32,
    /// Time from tail to head, or [`NEVER`].
    pub forward: Deciseconds,
    /// Time from head to tail, or [`NEVER`].
    pub backward: Deciseconds,
    /// What it is.
    pub kind: EdgeKind,
    /// Its OpenStreetMap way, or 0.
    pub way: i64,
}

/// One direction of an edge, as it leaves a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The node that it leads to.
    pub head: u32,
    /// How long that takes.
    pub time: Deciseconds,
    /// The edge that it is a direction of.
    pub edge: u32,
}

/// Why edges make no graph.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum GraphError {
    /// An edge names a node that there is not.
    #[error("edge {edge} names node {node}; there are {nodes} nodes")]
    NoSuchNode {
        /// The edge's place in the list.
        edge: usize,
        /// The node named.
        node: u32,
        /// How many there are.
        nodes: usize,
    },
    /// A length that is none.
    #[error("edge {edge} is {length_m} m long; allowed: a finite length of 0 or more")]
    Length {
        /// The edge's place in the list.
        edge: usize,
        /// The length given.
        length_m: f32,
    },
}

/// The streets as one profile may use them.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    nodes: Vec<[i32; 2]>,
    edges: Vec<Edge>,
    /// Where the shape of each edge begins in `shapes`, and where the last one ends.
    first_shape: Vec<u32>,
    shapes: Vec<[i32; 2]>,
    out: Rows,
    /// The arcs that enter each node; `None` where every edge takes equally long both ways, so that they are those of `out`.
    into: Option<Rows>,
}

impl Graph {
    /// The graph of these nodes (1e-7 degrees, `[lon, lat]`) and edges.
    pub fn new(nodes: Vec<[i32; 2]>, new_edges: impl IntoIterator<Item = NewEdge>) -> Result<Self, GraphError> {
        let (mut edges, mut first_shape, mut shapes) = (Vec::new(), vec![0], Vec::new());
        for NewEdge { tail, head, length_m, forward, backward, kind, way, shape } in new_edges {
            edges.push(Edge { tail, head, length_m, forward, backward, kind, way });
            shapes.extend(shape);
            first_shape.push(shapes.len() as u32);
        }
        Self::from_parts(nodes, edges, first_shape, shapes)
    }

    /// The graph of these nodes and edges, whose shapes stand one after another: `first_shape` says where each
    /// begins, and where the last one ends.
    pub(crate) fn from_parts(
        nodes: Vec<[i32; 2]>,
        edges: Vec<Edge>,
        first_shape: Vec<u32>,
        shapes: Vec<[i32; 2]>,
    ) -> Result<Self, GraphError> {
        for (number, Edge { tail, head, length_m, .. }) in edges.iter().enumerate() {
            for node in [*tail, *head] {
                if node as usize >= nodes.len() {
                    return Err(GraphError::NoSuchNode { edge: number, node, nodes: nodes.len() });
                }
            }
            if !(length_m.is_finite() && *length_m >= 0.0) {
                return Err(GraphError::Length { edge: number, length_m: *length_m });
            }
        }
        let out = Rows::new(nodes.len(), &edges, [|edge| edge.forward, |edge| edge.backward]);
        let alike = edges.iter().all(|edge| edge.forward == edge.backward);
        let into = (!alike).then(|| Rows::new(nodes.len(), &edges, [|edge| edge.backward, |edge| edge.forward]));
        Ok(Self { nodes, edges, first_shape, shapes, out, into })
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Every edge.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Every node, in 1e-7 degrees `[lon, lat]`.
    pub fn nodes(&self) -> &[[i32; 2]] {
        &self.nodes
    }

    /// The points of an edge between its ends, from tail to head, in 1e-7 degrees.
    pub fn shape(&self, edge: u32) -> &[[i32; 2]] {
        let edge = edge as usize;
        &self.shapes[self.first_shape[edge] as usize..self.first_shape[edge + 1] as usize]
    }

    /// All points of an edge, its ends among them, from tail to head, in 1e-7 degrees.
    pub fn line(&self, edge: u32) -> impl Iterator<Item = [i32; 2]> {
        let Edge { tail, head, .. } = self.edges[edge as usize];
        let ends = |node: u32| std::iter::once(self.nodes[node as usize]);
        ends(tail).chain(self.shape(edge).iter().copied()).chain(ends(head))
    }

    /// What leaves a node.
    pub fn arcs(&self, node: u32) -> &[Arc] {
        self.out.of(node)
    }

    /// What enters a node: an arc's `head` is here the node that it comes from.
    pub fn arcs_into(&self, node: u32) -> &[Arc] {
        self.into.as_ref().unwrap_or(&self.out).of(node)
    }

    /// Where a node is.
    pub fn position(&self, node: u32) -> LonLat<Wgs84> {
        point(self.nodes[node as usize])
    }
}

/// A stored coordinate as a point.
pub(crate) fn point([lon, lat]: [i32; 2]) -> LonLat<Wgs84> {
    exact_point([f64::from(lon), f64::from(lat)])
}

/// A point between stored coordinates, in 1e-7 degrees.
pub(crate) fn exact_point([lon, lat]: [f64; 2]) -> LonLat<Wgs84> {
    // Rounding may carry a point between two on the rim of the range over it.
    LonLat::new((lon / UNITS_A_DEGREE).clamp(-180.0, 180.0), (lat / UNITS_A_DEGREE).clamp(-90.0, 90.0))
        .expect("stored coordinates are finite")
}
