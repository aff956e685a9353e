//! An extract becomes a street graph for each profile.

mod contract;
mod islands;
mod order;
mod pieces;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use yuren_geodesy::BBox;

use self::contract::contract;
use self::islands::drop_islands;
use self::order::{contraction_order, graph};
pub(crate) use self::pieces::LONGEST_TIME;
use self::pieces::pieces;
use crate::graph::point;
use crate::osm::{self, Extract, MISSING};
use crate::stage::{Watch, tell};
use crate::streets::Own;
use crate::{BuildError, BuildReport, BuildStage, GraphReport, Profile, Streets, StreetsAbout};

/// The streets of an OpenStreetMap extract (`.osm.pbf`) that meets the box `wanted`; `watch` is told of every stage and
/// stops it by [`ControlFlow::Break`].
pub fn build(
    pbf: &[u8],
    wanted: BBox,
    watch: &mut dyn FnMut(BuildStage) -> ControlFlow<()>,
) -> Result<(Streets, BuildReport), BuildError> {
    let extract = osm::read(pbf, watch)?;
    let extent = extent(&extract)
        .ok_or(BuildError::NoStreets { ways: extract.counts.read, missing: extract.counts.nodes_missing })?;
    if !meet(extent, wanted) {
        return Err(BuildError::Elsewhere { extract: extent, wanted });
    }
    let mut report =
        BuildReport { ways: extract.counts, barriers: extract.barriers.lines.len(), graphs: Default::default() };
    let mut own = |profile| {
        let (own, counts) = own(&extract, profile, watch)?;
        report.graphs[profile as usize] = counts;
        Ok(own)
    };
    let own = [own(Profile::Walk)?, own(Profile::Cycle)?, own(Profile::Drive)?];
    let about = StreetsAbout { time: extract.time, extent, graphs: report.graphs };
    Ok((Streets::new(about, extract.barriers, own), report))
}

/// The graph of one profile.
fn own(extract: &Extract, profile: Profile, watch: Watch<'_>) -> Result<(Own, GraphReport), BuildError> {
    tell(watch, BuildStage::Joining(profile))?;
    let mut pieces = pieces(extract, profile);
    let (nodes_before, edges_before) = (pieces.nodes.len(), pieces.list.len());
    let islands = drop_islands(&mut pieces);
    let contracted = contract(&pieces);
    let too_long = pieces.too_long + contracted.too_long;
    let graph = graph(contracted, &pieces.nodes);
    tell(watch, BuildStage::Ordering(profile))?;
    let order = contraction_order(&graph);
    let (nodes, edges) = (graph.node_count(), graph.edges().len());
    let counts = GraphReport { nodes_before, edges_before, nodes, edges, too_long, islands };
    Ok((Own { graph, order }, counts))
}

/// The box of all streets; [`None`] if none has two nodes in the file.
fn extent(extract: &Extract) -> Option<BBox> {
    let is_there = |pair: &&[u32]| !pair.contains(&MISSING);
    let pairs = extract.roads.iter().flat_map(|road| extract.nodes[road.nodes.clone()].windows(2).filter(is_there));
    let places = pairs.flatten().map(|node| point(extract.places[*node as usize]));
    let boxed = places.fold(None, |extent: Option<[f64; 4]>, at| {
        let [west, south, east, north] = extent.unwrap_or([at.lon(), at.lat(), at.lon(), at.lat()]);
        Some([west.min(at.lon()), south.min(at.lat()), east.max(at.lon()), north.max(at.lat())])
    });
    boxed.map(|[west, south, east, north]| BBox::new(west, south, east, north).expect("a box of places is one"))
}

/// Whether two boxes have a point in common.
fn meet(a: BBox, b: BBox) -> bool {
    a.west() <= b.east() && b.west() <= a.east() && a.south() <= b.north() && b.south() <= a.north()
}
