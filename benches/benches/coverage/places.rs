//! Places on streets, drawn from a seed.

use yuren_benches::Random;
use yuren_geodesy::LonLat;
use yuren_network::{Graph, Snap, Snapper};

/// No street farther off than this, in metres.
const WITHIN_M: f64 = 300.0;

/// Places drawn evenly in a box (`[west, south, east, north]`), of which those count that have a street near.
pub(crate) fn places(graph: &Graph, snapper: &Snapper, extent: [f64; 4], count: usize, seed: u64) -> Vec<Snap> {
    let [west, south, east, north] = extent;
    let random = &mut Random::new(seed);
    let draw = || {
        let (lon, lat) = (west + random.unit() * (east - west), south + random.unit() * (north - south));
        snapper.snap(graph, LonLat::new(lon, lat).expect("a point of the box"), WITHIN_M)
    };
    std::iter::repeat_with(draw).flatten().take(count).collect()
}

/// Nodes drawn from a seed, each as a place at an end of an edge: what a peer that knows nodes alone can be asked too.
pub(crate) fn nodes(graph: &Graph, count: usize, seed: u64) -> Vec<(u32, Snap)> {
    let random = &mut Random::new(seed);
    let draw = || {
        let edge = random.below(graph.edges().len() as u64) as u32;
        let node = graph.edges()[edge as usize].tail;
        let point = graph.position(node);
        (node, Snap { edge, fraction: 0.0, off_street_m: 0.0, off_street: 0, point, place: point })
    };
    std::iter::repeat_with(draw).take(count).collect()
}
