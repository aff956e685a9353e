//! A tile as a square of the world.

use yuren_geodesy::{BBox, LonLat, TileCoord, Wgs84, world_xy};

/// Units along a tile's edge.
pub(crate) const EXTENT: i32 = 4096;

/// By how many degrees a search box is widened: far more than the rounding of a tile's edge to degrees and back (1e-13),
/// far less than anything on the map (0.1 mm).
const SEARCH_MARGIN_DEG: f64 = 1e-9;

/// A tile and the way into its units: (0, 0) is its north-western corner, (4096, 4096) its south-eastern one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    tile: TileCoord,
    /// Tiles along an edge of the world.
    tiles: f64,
}

impl Frame {
    pub(crate) fn new(tile: TileCoord) -> Self {
        Self { tile, tiles: f64::from(tile.z()).exp2() }
    }

    pub(crate) fn zoom(&self) -> u8 {
        self.tile.z()
    }

    /// Length of the world's edge in this tile's units.
    pub(crate) fn units_per_world(&self) -> f64 {
        self.tiles * f64::from(EXTENT)
    }

    /// A point of the world, given as [`world_xy`] has it, in this tile's units, unrounded.
    pub(crate) fn local(&self, world: [f64; 2]) -> [f64; 2] {
        let corner = [f64::from(self.tile.x()), f64::from(self.tile.y())];
        [0, 1].map(|axis| (world[axis] * self.tiles - corner[axis]) * f64::from(EXTENT))
    }

    /// Whether this tile, of all at its zoom, is the one that holds the point: tiles have their western and northern
    /// edges, and the last ones the world's eastern and southern edge too.
    pub(crate) fn holds(&self, world: [f64; 2]) -> bool {
        let last = self.tiles - 1.0;
        world.map(|along| (along * self.tiles).min(last) as u32) == [self.tile.x(), self.tile.y()]
    }

    /// Whole units of a point that this tile [`Frame::holds`], each in 0..4096. They are rounded down: a map drops a
    /// symbol that stands on 4096, taking it for the next tile's.
    pub(crate) fn cell(&self, world: [f64; 2]) -> [i32; 2] {
        self.local(world).map(|along| (along.floor() as i32).clamp(0, EXTENT - 1))
    }

    /// A box that has every point of this tile, and a hair's breadth around it. Outermost tiles reach the poles, because
    /// [`world_xy`] draws what lies beyond the map's edge at that edge.
    pub(crate) fn search_box(&self) -> BBox {
        let bounds = self.tile.bounds();
        let last = self.tiles as u32 - 1;
        let north = if self.tile.y() == 0 { 90.0 } else { bounds.north() + SEARCH_MARGIN_DEG };
        let south = if self.tile.y() == last { -90.0 } else { bounds.south() - SEARCH_MARGIN_DEG };
        let west = (bounds.west() - SEARCH_MARGIN_DEG).max(-180.0);
        let east = (bounds.east() + SEARCH_MARGIN_DEG).min(180.0);
        BBox::new(west, south, east, north).expect("a tile's bounds are a box inside the world")
    }
}

/// Where a position of a ring stands in the world; `None` for numbers that are no coordinate.
pub(crate) fn project(position: [f64; 2]) -> Option<[f64; 2]> {
    LonLat::<Wgs84>::new(position[0], position[1]).ok().map(world_xy)
}
