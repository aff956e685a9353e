//! The `places` tiles: places by themselves where there is room for them, clusters where there is not.

use std::sync::Arc;

use fast_mvt::MvtValueRef;
use yuren_catalog::{Place, Precision, Provenance, Role, RoleKind, RoleKindSet};
use yuren_geodesy::world_xy;
use yuren_index::{Filter, PlaceIx, Snapshot};

use crate::frame::{EXTENT, Frame};
use crate::mvt::{LayerWriter, Tag, first_that_fits, label, optional_label};

/// From this zoom on, a tile of few places shows each of them.
const SINGLE_FROM_ZOOM: u8 = 14;

/// What "few" is.
const FEW: usize = 200;

/// The part of a cell, on each side, in which no cluster stands: discs of neighbouring cells are at least 0.6 cells apart.
const CELL_MARGIN: f64 = 0.3;

/// What every tile asks of every place in it, side by side in memory: reading it from the places themselves, all over
/// the heap, takes three times as long as all the rest.
#[derive(Clone, Copy, Debug)]
struct Spot {
    /// Where the place stands in the world's square.
    world: [f64; 2],
    /// Kinds of its roles, withdrawn ones aside.
    kinds: RoleKindSet,
}

/// A city's places as its map shows them.
#[derive(Debug)]
pub(crate) struct Places {
    snapshot: Arc<Snapshot>,
    /// By [`PlaceIx`].
    spots: Vec<Spot>,
}

/// One tile being made.
struct Tile<'a> {
    places: &'a Places,
    frame: &'a Frame,
    filter: &'a Filter,
    /// The places that it holds, by id.
    members: Vec<PlaceIx>,
}

/// What stands in one cell of a tile's grid.
#[derive(Clone)]
struct Cell {
    count: usize,
    /// Sum of the members' positions, in tile units.
    sum: [f64; 2],
    /// Members with a matching role of each kind.
    by_kind: [usize; RoleKind::ALL.len()],
    /// The first member, by id.
    first: PlaceIx,
}

impl Places {
    pub(crate) fn new(snapshot: Arc<Snapshot>) -> Self {
        let spot = |place: &Place| Spot {
            world: world_xy(place.position.point),
            kinds: matching_kinds(place, &Filter::default()),
        };
        let spots = snapshot.places().iter().map(spot).collect();
        Self { snapshot, spots }
    }

    /// Encodes the places that match. Each is in exactly one tile of a zoom, by itself or counted in one cluster.
    ///
    /// A tile of too many bytes is made again on a grid of half as many cells to a side; one cell always fits.
    pub(crate) fn encode(&self, frame: &Frame, filter: &Filter) -> Vec<u8> {
        let mut members = self.snapshot.within_bbox(&frame.search_box(), filter);
        members.retain(|&ix| frame.holds(self.spots[ix as usize].world));
        if members.is_empty() {
            return Vec::new();
        }
        // Cells to a side; none = every place by itself.
        let grids: &[Option<i32>] = match (frame.zoom() >= SINGLE_FROM_ZOOM, members.len() <= FEW) {
            (true, true) => &[None, Some(16), Some(8), Some(4), Some(2), Some(1)],
            (true, false) => &[Some(16), Some(8), Some(4), Some(2), Some(1)],
            (false, _) => &[Some(8), Some(4), Some(2), Some(1)],
        };
        let tile = Tile { places: self, frame, filter, members };
        first_that_fits(grids, |grid| {
            let layer = LayerWriter::new("places");
            match *grid {
                None => tile.members.iter().fold(layer, |layer, &ix| tile.single(layer, ix)),
                Some(side) => tile.gridded(layer, side),
            }
            .encode()
        })
    }
}

impl Tile<'_> {
    /// One feature for each cell with places: the place itself, or a cluster.
    fn gridded(&self, mut layer: LayerWriter, side: i32) -> LayerWriter {
        let units = EXTENT / side;
        for (cell, index) in self.cells(side).iter().zip(0..) {
            let corner = [index % side * units, index / side * units];
            layer = match cell.count {
                0 => layer,
                1 => self.single(layer, cell.first),
                _ => cluster(layer, cell, corner, units),
            };
        }
        layer
    }

    /// The cells of a grid, row by row from the north-west.
    fn cells(&self, side: i32) -> Vec<Cell> {
        let units = EXTENT / side;
        let empty = Cell { count: 0, sum: [0.0; 2], by_kind: [0; RoleKind::ALL.len()], first: 0 };
        let mut cells = vec![empty; (side * side) as usize];
        let any_role = self.filter.roles.is_empty() && self.filter.fees.is_empty();
        for &ix in &self.members {
            let spot = self.places.spots[ix as usize];
            let [column, row] = self.frame.cell(spot.world).map(|along| along / units);
            let cell = &mut cells[(row * side + column) as usize];
            if cell.count == 0 {
                cell.first = ix;
            }
            cell.count += 1;
            let local = self.frame.local(spot.world);
            cell.sum = [cell.sum[0] + local[0], cell.sum[1] + local[1]];
            let kinds = if any_role { spot.kinds } else { matching_kinds(self.place(ix), self.filter) };
            for kind in kinds.iter() {
                cell.by_kind[kind as usize] += 1;
            }
        }
        cells
    }

    fn place(&self, ix: PlaceIx) -> &Place {
        &self.places.snapshot.places()[ix as usize]
    }

    fn single(&self, layer: LayerWriter, ix: PlaceIx) -> LayerWriter {
        let place = self.place(ix);
        let spot = self.places.spots[ix as usize];
        // The index found the place by a matching role; without one there would be nothing to draw it as.
        let Some(role) = place.roles.iter().find(|role| self.filter.matches_role(role)) else { return layer };
        let kinds = spot.kinds.iter().map(RoleKind::as_str).collect::<Vec<_>>().join(",");
        let tags = [
            ("id", MvtValueRef::String(place.id.as_str())),
            ("name", label(&place.name)),
            ("name_en", optional_label(place.name_en.as_deref())),
            ("kind", MvtValueRef::String(role.kind.as_str())),
            ("kinds", MvtValueRef::String(&kinds)),
            ("fee", MvtValueRef::String(role.fee().as_str())),
            ("synthetic", MvtValueRef::Bool(self.is_example(place, role))),
            ("precision", MvtValueRef::String(precision_name(place.position.precision))),
        ];
        layer.point(self.frame.cell(spot.world), &tags)
    }

    /// Whether the place's position is made up, or that it has this role.
    fn is_example(&self, place: &Place, role: &Role) -> bool {
        let sources = self.places.snapshot.sources();
        let made_up = |provenance: &Provenance| sources.get(&provenance.source).is_some_and(|source| source.synthetic);
        let position = &place.position;
        position.precision == Precision::Synthetic || made_up(&position.provenance) || made_up(&role.claim)
    }
}

fn cluster(layer: LayerWriter, cell: &Cell, corner: [i32; 2], units: i32) -> LayerWriter {
    let at = [0, 1].map(|axis| {
        let low = f64::from(corner[axis]) + f64::from(units) * CELL_MARGIN;
        let high = f64::from(corner[axis]) + f64::from(units) * (1.0 - CELL_MARGIN);
        (cell.sum[axis] / cell.count as f64).clamp(low, high) as i32
    });
    let keys = RoleKind::ALL.map(|kind| format!("n_{kind}"));
    let mut tags: Vec<Tag<'_>> =
        vec![("cluster", MvtValueRef::Bool(true)), ("count", MvtValueRef::UInt(cell.count as u64))];
    let present = keys.iter().zip(cell.by_kind).filter(|(_, count)| *count > 0);
    tags.extend(present.map(|(key, count)| (key.as_str(), MvtValueRef::UInt(count as u64))));
    layer.point(at, &tags)
}

/// Kinds of the roles by which the place matches.
fn matching_kinds(place: &Place, filter: &Filter) -> RoleKindSet {
    place.roles.iter().filter(|role| filter.matches_role(role)).map(|role| role.kind).collect()
}

fn precision_name(precision: Precision) -> &'static str {
    match precision {
        Precision::Surveyed => "surveyed",
        Precision::Osm => "osm",
        Precision::Approximate => "approximate",
        Precision::Synthetic => "synthetic",
    }
}
