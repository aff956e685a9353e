//! Streets made of a small extract, asked by its nodes' numbers.

use std::ops::ControlFlow;

use yuren_geodesy::BBox;
use yuren_network::{BuildError, BuildReport, Deciseconds, EdgeKind, Graph, NEVER, Profile, Streets, build};

use crate::extract::Extract;

/// A box around everything that the tests draw.
pub(crate) fn everywhere() -> BBox {
    BBox::new(-180.0, -90.0, 180.0, 90.0).expect("the world is a box")
}

/// What an extract becomes, whoever it is for.
pub(crate) fn made(bytes: &[u8]) -> Result<(Streets, BuildReport), BuildError> {
    build(bytes, everywhere(), &mut |_| ControlFlow::Continue(()))
}

/// Streets, and the extract that they were made of.
pub(crate) struct Made {
    pub(crate) streets: Streets,
    pub(crate) report: BuildReport,
    extract: Extract,
}

impl Made {
    pub(crate) fn of(extract: Extract) -> Self {
        let (streets, report) = made(&extract.bytes()).expect("the extract holds streets");
        Self { streets, report, extract }
    }

    /// Where a node of the extract is.
    fn place(&self, id: i64) -> [i32; 2] {
        let node = self.extract.nodes.iter().find(|node| node.0 == id).expect("the extract holds the node");
        node.1.map(|units| i32::try_from(units).expect("a coordinate"))
    }

    /// The nodes of a profile's graph at the place of a node of the extract: two where a barrier parts them.
    pub(crate) fn at(&self, profile: Profile, id: i64) -> Vec<u32> {
        let (place, nodes) = (self.place(id), self.streets.graph(profile).nodes());
        (0..).zip(nodes).filter(|(_, at)| **at == place).map(|(node, _)| node).collect()
    }

    /// The time from one node of the extract to another; [`NEVER`] if there is no way, or if either is not in the
    /// graph.
    pub(crate) fn time(&self, profile: Profile, from: i64, to: i64) -> Deciseconds {
        let (from, to) = (self.at(profile, from), self.at(profile, to));
        let graph = self.streets.graph(profile);
        let times = from.iter().flat_map(|from| to.iter().map(|to| times_from(graph, *from)[*to as usize]));
        times.min().unwrap_or(NEVER)
    }

    /// The edges of a profile: way, kind and points between their ends.
    pub(crate) fn edges(&self, profile: Profile) -> Vec<(i64, EdgeKind, usize)> {
        let graph = self.streets.graph(profile);
        let mut edges: Vec<_> =
            (0..).zip(graph.edges()).map(|(n, edge)| (edge.way, edge.kind, graph.shape(n).len())).collect();
        edges.sort_by_key(|edge| edge.0);
        edges
    }
}

/// Times from a node to every other, by relaxing every arc until nothing changes.
fn times_from(graph: &Graph, from: u32) -> Vec<Deciseconds> {
    let mut times = vec![NEVER; graph.node_count()];
    times[from as usize] = 0;
    for _ in 0..graph.node_count() {
        for tail in 0..graph.node_count() as u32 {
            let begun = times[tail as usize];
            for arc in graph.arcs(tail).iter().filter(|_| begun != NEVER) {
                times[arc.head as usize] = times[arc.head as usize].min(begun + arc.time);
            }
        }
    }
    times
}
