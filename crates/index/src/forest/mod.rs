//! The spatial index: one R-tree for every combination of region, role kind and fee that occurs.
//!
//! A filter names a set of these trees, and a question looks into no other: what does not match is never visited, however
//! few places match. A role's entry stands in the trees of its place's region and of every region around that, so a region
//! of any level is one set of trees.
//!
//! Trees hold points in space (ECEF metres) instead of longitudes and latitudes: straight lines there bound the way along
//! the ground from below everywhere, with no seam at 180° and no trouble at the poles.

mod bound;
mod nearest;
mod within;

use std::collections::HashMap;

use rstar::{AABB, RTree, RTreeObject};
use yuren_catalog::{Fee, Place, RegionCode, RegionLevel, RoleKind, Status};
use yuren_geodesy::{Ecef, LonLat, Wgs84};

use crate::{Filter, PlaceIx};

/// A box in space, in ECEF metres.
type Envelope = AABB<[f64; 3]>;

/// A place as it stands in a tree.
#[derive(Clone, Copy, Debug)]
struct Entry {
    at: Ecef,
    place: PlaceIx,
}

impl RTreeObject for Entry {
    type Envelope = Envelope;

    fn envelope(&self) -> Envelope {
        AABB::from_point(self.at.xyz)
    }
}

/// The entries of one region, role kind and fee: each place once.
#[derive(Debug)]
struct Tree {
    kind: RoleKind,
    fee: Fee,
    entries: RTree<Entry>,
}

/// All trees of a list of places, and the places' points. It knows nothing else of them.
#[derive(Debug)]
pub(crate) struct Forest {
    points: Vec<LonLat<Wgs84>>,
    by_region: HashMap<RegionCode, Vec<Tree>>,
    /// The regions that lie in no other: together they hold every entry.
    outermost: Vec<RegionCode>,
}

impl Forest {
    /// The forest of these places. A [`PlaceIx`] is a position in `places`. Withdrawn places and roles get no entry.
    pub(crate) fn new(places: &[Place]) -> Self {
        let mut regions: HashMap<&RegionCode, usize> = HashMap::new();
        let mut entries: Vec<HashMap<(RoleKind, Fee), Vec<Entry>>> = Vec::new();
        let mut codes: Vec<RegionCode> = Vec::new();
        let mut number_of: HashMap<RegionCode, usize> = HashMap::new();
        let mut paths: Vec<Vec<usize>> = Vec::new();
        for (ix, place) in (0..).zip(places).filter(|(_, place)| place.status != Status::Withdrawn) {
            let path = *regions.entry(&place.region).or_insert_with(|| {
                let mut number = |code: RegionCode| {
                    *number_of.entry(code).or_insert_with_key(|code| {
                        codes.push(code.clone());
                        entries.push(HashMap::new());
                        codes.len() - 1
                    })
                };
                paths.push(place.region.and_ancestors().map(&mut number).collect());
                paths.len() - 1
            });
            let entry = Entry { at: Ecef::from(place.position.point), place: ix };
            for role in place.roles.iter().filter(|role| role.status != Status::Withdrawn) {
                for &region in &paths[path] {
                    let of_kind = entries[region].entry((role.kind, role.fee())).or_default();
                    if of_kind.last().is_none_or(|last| last.place != ix) {
                        of_kind.push(entry);
                    }
                }
            }
        }
        let plant = |((kind, fee), entries)| Tree { kind, fee, entries: RTree::bulk_load(entries) };
        let outermost = codes.iter().filter(|code| code.level() == RegionLevel::City).cloned().collect();
        let trees = entries.into_iter().map(|kinds| kinds.into_iter().map(plant).collect());
        Self {
            points: places.iter().map(|place| place.position.point).collect(),
            by_region: codes.into_iter().zip(trees).collect(),
            outermost,
        }
    }

    /// The trees that hold just the entries that match, some places perhaps in several of them.
    fn trees<'a>(&'a self, filter: &'a Filter) -> impl Iterator<Item = &'a RTree<Entry>> {
        let regions = if filter.regions.is_empty() { self.outermost.clone() } else { outermost_of(&filter.regions) };
        regions.into_iter().filter_map(|code| self.by_region.get(&code)).flatten().filter_map(|tree| {
            let kind_fits = filter.roles.is_empty() || filter.roles.contains(tree.kind);
            let fee_fits = filter.fees.is_empty() || filter.fees.contains(tree.fee);
            (kind_fits && fee_fits).then_some(&tree.entries)
        })
    }

    /// All matching places, in order.
    pub(crate) fn matching(&self, filter: &Filter) -> Vec<PlaceIx> {
        in_order(self.trees(filter).flatten().map(|entry| entry.place).collect())
    }

    fn point(&self, place: PlaceIx) -> LonLat<Wgs84> {
        self.points[place as usize]
    }
}

/// Each place once, in order.
fn in_order(mut places: Vec<PlaceIx>) -> Vec<PlaceIx> {
    places.sort_unstable();
    places.dedup();
    places
}

/// The regions without repetitions and without those that lie in another of them.
fn outermost_of(regions: &[RegionCode]) -> Vec<RegionCode> {
    let mut kept: Vec<RegionCode> = Vec::new();
    for (i, region) in regions.iter().enumerate() {
        let inside_another = region.and_ancestors().skip(1).any(|around| regions.contains(&around));
        if !inside_another && !regions[..i].contains(region) {
            kept.push(region.clone());
        }
    }
    kept
}
