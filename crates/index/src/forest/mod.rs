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
use std::rc::Rc;

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

/// The regions that have entries, while a forest is being made.
#[derive(Default)]
struct Regions {
    codes: Vec<RegionCode>,
    /// By region, then by role kind and fee.
    entries: Vec<HashMap<(RoleKind, Fee), Vec<Entry>>>,
    number_of: HashMap<RegionCode, usize>,
    /// By the region that a place names: the numbers of that one and all around it.
    around: HashMap<RegionCode, Rc<[usize]>>,
}

impl Regions {
    fn around(&mut self, region: &RegionCode) -> Rc<[usize]> {
        if let Some(around) = self.around.get(region) {
            return Rc::clone(around);
        }
        let around: Rc<[usize]> = region.and_ancestors().map(|code| self.number(code)).collect();
        self.around.insert(region.clone(), Rc::clone(&around));
        around
    }

    fn number(&mut self, code: RegionCode) -> usize {
        *self.number_of.entry(code).or_insert_with_key(|code| {
            self.codes.push(code.clone());
            self.entries.push(HashMap::new());
            self.codes.len() - 1
        })
    }
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
        let mut regions = Regions::default();
        for (ix, place) in (0..).zip(places).filter(|(_, place)| place.status != Status::Withdrawn) {
            let entry = Entry { at: Ecef::from(place.position.point), place: ix };
            let around = regions.around(&place.region);
            for role in place.roles.iter().filter(|role| role.status != Status::Withdrawn) {
                for &region in &*around {
                    let alike = regions.entries[region].entry((role.kind, role.fee())).or_default();
                    // A place may bear two roles of one kind and fee.
                    if alike.last().is_none_or(|last| last.place != ix) {
                        alike.push(entry);
                    }
                }
            }
        }
        let plant = |((kind, fee), entries)| Tree { kind, fee, entries: RTree::bulk_load(entries) };
        let trees = regions.entries.into_iter().map(|alike| alike.into_iter().map(plant).collect());
        let outermost = regions.codes.iter().filter(|code| code.level() == RegionLevel::City).cloned().collect();
        Self {
            points: places.iter().map(|place| place.position.point).collect(),
            by_region: regions.codes.into_iter().zip(trees).collect(),
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
