//! Second reading: where the nodes are that those ways name, and what stands on them.

use std::collections::HashMap;

use osmpbf::PrimitiveBlock;

use super::limits;
use crate::profile::{Tags, passes};

/// A node that the file does not hold, or that lies nowhere on Earth.
pub(crate) const MISSING: u32 = u32::MAX;

/// The place of a node that was not found yet.
const NOWHERE: [i32; 2] = [i32::MAX; 2];

/// Nodes by their number, ascending, with their places.
#[derive(Debug)]
pub(super) struct Places {
    ids: Vec<i64>,
    at: Vec<[i32; 2]>,
    /// Nodes that not everyone gets past, by their place in the list: whether each profile does.
    pub(super) passes: HashMap<u32, [bool; 3]>,
}

impl Places {
    /// Places to be found for these nodes.
    pub(super) fn of(named: &[i64]) -> Self {
        let mut ids = named.to_vec();
        ids.sort_unstable();
        ids.dedup();
        ids.shrink_to_fit();
        Self { at: vec![NOWHERE; ids.len()], ids, passes: HashMap::new() }
    }

    /// Takes the nodes of a block.
    pub(super) fn take(&mut self, block: &PrimitiveBlock) {
        let mut tags = Vec::new();
        for group in block.groups() {
            for node in group.nodes() {
                if let Some(number) = self.place(node.id(), [node.nano_lon(), node.nano_lat()]) {
                    tags.clear();
                    tags.extend(node.tags().take(limits::TAGS));
                    self.stand(number, Tags(&tags));
                }
            }
            for node in group.dense_nodes() {
                if let Some(number) = self.place(node.id(), [node.nano_lon(), node.nano_lat()]) {
                    tags.clear();
                    tags.extend(node.tags().take(limits::TAGS));
                    self.stand(number, Tags(&tags));
                }
            }
        }
    }

    /// Notes where a node is, in 1e-9 degrees, if it is one of those.
    fn place(&mut self, id: i64, [lon, lat]: [i64; 2]) -> Option<u32> {
        let number = self.ids.binary_search(&id).ok()?;
        let is_on_earth = lon.unsigned_abs() <= 180_000_000_000 && lat.unsigned_abs() <= 90_000_000_000;
        if is_on_earth {
            self.at[number] = [(lon / 100) as i32, (lat / 100) as i32];
        }
        is_on_earth.then_some(number as u32)
    }

    /// Notes what stands on a node.
    fn stand(&mut self, number: u32, tags: Tags<'_>) {
        let passes = passes(tags);
        if passes != [true; 3] {
            self.passes.insert(number, passes);
        }
    }

    /// A node's place in the list, or [`MISSING`].
    pub(super) fn number(&self, id: i64) -> u32 {
        let found = self.ids.binary_search(&id).ok().filter(|number| self.at[*number] != NOWHERE);
        found.map_or(MISSING, |number| number as u32)
    }

    /// The places, in the order of the nodes' numbers.
    pub(super) fn into_places(self) -> (Vec<[i32; 2]>, HashMap<u32, [bool; 3]>) {
        (self.at, self.passes)
    }
}
