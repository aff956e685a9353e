//! OpenStreetMap extracts (`.osm.pbf`): the streets, where their nodes are, and what may not be crossed.
//!
//! The file is read twice, so that only what matters is kept: first for ways, then for the nodes that these name. Every
//! list has a bound; damage is an error that names the blob.

mod blobs;
mod limits;
mod nodes;
mod ways;
mod weigh;

use std::collections::HashMap;

use osmpbf::HeaderBlock;

use self::blobs::{Content, Frame, frames};
pub(crate) use self::nodes::MISSING;
use self::nodes::Places;
pub(crate) use self::ways::Road;
use self::ways::{Found, is_date};
use crate::stage::{Watch, tell};
use crate::{Barriers, BuildError, BuildStage, WaysRead};

/// Features of the format that are read.
const FEATURES: [&str; 2] = ["OsmSchema-V0.6", "DenseNodes"];

/// What an extract holds of streets.
#[derive(Debug)]
pub(crate) struct Extract {
    /// Streets, paths and ferries.
    pub(crate) roads: Vec<Road>,
    /// The nodes of roads, one after another, as places in `places`, or [`MISSING`].
    pub(crate) nodes: Vec<u32>,
    /// Where nodes are, in 1e-7 degrees `[lon, lat]`.
    pub(crate) places: Vec<[i32; 2]>,
    /// Nodes that not everyone gets past: whether each profile does.
    pub(crate) passes: HashMap<u32, [bool; 3]>,
    /// What may not be crossed.
    pub(crate) barriers: Barriers,
    /// What became of the ways.
    pub(crate) counts: WaysRead,
    /// When the data was taken from OpenStreetMap, in seconds since 1970.
    pub(crate) time: Option<i64>,
}

/// What a blob holds that is read again.
#[derive(Clone, Copy, Debug, Default)]
struct Holds {
    nodes: bool,
    ways: bool,
}

/// Reads an extract.
pub(crate) fn read(bytes: &[u8], watch: Watch<'_>) -> Result<Extract, BuildError> {
    let frames = frames(bytes)?;
    let (mut found, mut holds, mut time) = (Found::default(), vec![Holds::default(); frames.len()], None);
    let mut unpacked = 0;
    for (frame, holds) in frames.iter().zip(&mut holds) {
        tell(watch, BuildStage::Ways { done: frame.byte, of: bytes.len() })?;
        frame.open(&mut unpacked, |content| match content {
            Content::Header(header) => {
                time = time.or(header.osmosis_replication_timestamp().filter(|time| is_date(*time)));
                features(&header)
            }
            Content::Elements(block) => {
                for group in block.groups() {
                    holds.ways |= group.ways().len() > 0;
                    holds.nodes |= group.nodes().len() + group.dense_nodes().len() > 0;
                }
                found.take(&block)
            }
            Content::Other => Ok(()),
        })?;
    }
    let mut again = |wanted: fn(&Holds) -> bool,
                     take: &mut dyn FnMut(&Frame<'_>, &mut usize) -> Result<(), BuildError>| {
        let mut unpacked = 0;
        frames.iter().zip(&holds).filter(|(_, holds)| wanted(holds)).try_for_each(|(frame, _)| {
            tell(watch, BuildStage::Nodes { done: frame.byte, of: bytes.len() })?;
            take(frame, &mut unpacked)
        })
    };
    if !found.outlines.is_empty() {
        again(|holds| holds.ways, &mut |frame, unpacked| {
            frame.open(unpacked, |content| match content {
                Content::Elements(block) => found.take_outlines(&block),
                _ => Ok(()),
            })
        })?;
    }
    let mut places = Places::of(&found.named);
    again(|holds| holds.nodes, &mut |frame, unpacked| {
        frame.open(unpacked, |content| {
            if let Content::Elements(block) = content {
                places.take(&block);
            }
            Ok(())
        })
    })?;
    Ok(extract(found, places, time))
}

/// Refuses a file that needs what is not read here: it would be misunderstood.
fn features(header: &HeaderBlock) -> Result<(), BuildError> {
    match header.required_features().iter().find(|feature| !FEATURES.contains(&feature.as_str())) {
        Some(feature) => Err(BuildError::Feature { feature: feature.chars().take(64).collect() }),
        None => Ok(()),
    }
}

/// Puts both readings together.
fn extract(found: Found, places: Places, time: Option<i64>) -> Extract {
    let Found { roads, lines, named, mut counts, newest, .. } = found;
    let nodes: Vec<u32> = named.into_iter().map(|id| places.number(id)).collect();
    counts.nodes_missing =
        roads.iter().flat_map(|road| &nodes[road.nodes.clone()]).filter(|at| **at == MISSING).count();
    let (places, passes) = places.into_places();
    // A line that leaves the extract is two lines, or none.
    let pieces = lines.into_iter().flat_map(|line| nodes[line].split(|node| *node == MISSING));
    let drawn = pieces.filter(|piece| piece.len() > 1);
    let lines = drawn.map(|piece| piece.iter().map(|node| places[*node as usize]).collect()).collect();
    Extract { roads, nodes, places, passes, barriers: Barriers { lines }, counts, time: time.or(newest) }
}
