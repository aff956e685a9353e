//! Web Mercator tiles: the square pyramid that web maps are cut into.

use std::f64::consts::PI;

use thiserror::Error;

use crate::{BBox, LonLat, Wgs84};

/// The latitude in degrees at which Web Mercator's square ends: `atan(sinh(π))`.
pub const MERCATOR_MAX_LAT: f64 = 85.051_128_779_806_59;

/// A tile's address: column `x` from the west and row `y` from the north, each below `2^z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TileCoord {
    z: u8,
    x: u32,
    y: u32,
}

/// The numbers are no tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TileError {
    /// Deeper than [`TileCoord::MAX_ZOOM`].
    #[error("zoom {0} is greater than 30")]
    Zoom(u8),
    /// Column or row outside the zoom's square.
    #[error("{axis} {value} is outside zoom {zoom}; allowed: 0 to {}", (1u32 << zoom) - 1)]
    Outside {
        /// `x` or `y`.
        axis: char,
        /// The number given.
        value: u32,
        /// The tile's zoom.
        zoom: u8,
    },
}

impl TileCoord {
    /// The deepest zoom: tiles of about four centimetres.
    pub const MAX_ZOOM: u8 = 30;

    /// The tile at zoom `z`, column `x` and row `y`.
    pub fn new(z: u8, x: u32, y: u32) -> Result<Self, TileError> {
        if z > Self::MAX_ZOOM {
            return Err(TileError::Zoom(z));
        }
        for (axis, value) in [('x', x), ('y', y)] {
            if value >> z != 0 {
                return Err(TileError::Outside { axis, value, zoom: z });
            }
        }
        Ok(Self { z, x, y })
    }

    /// The tile in which the point lies at zoom `z`, a deeper one than [`TileCoord::MAX_ZOOM`] taken for that. A point on
    /// a meridian between two tiles is in the eastern one; on a parallel between two, rounding decides.
    pub fn containing(point: LonLat<Wgs84>, z: u8) -> Self {
        let z = z.min(Self::MAX_ZOOM);
        let side = f64::from(1u32 << z);
        let [x, y] = world_xy(point).map(|w| (w * side).min(side - 1.0) as u32);
        Self { z, x, y }
    }

    /// Zoom.
    pub fn z(self) -> u8 {
        self.z
    }

    /// Column, from the west.
    pub fn x(self) -> u32 {
        self.x
    }

    /// Row, from the north.
    pub fn y(self) -> u32 {
        self.y
    }

    /// The tile's edges in WGS-84 degrees.
    pub fn bounds(self) -> BBox {
        let side = f64::from(1u32 << self.z);
        let lon = |x: u32| f64::from(x) / side * 360.0 - 180.0;
        let lat = |y: u32| (PI * (1.0 - 2.0 * f64::from(y) / side)).sinh().atan().to_degrees();
        BBox::new(lon(self.x), lat(self.y + 1), lon(self.x + 1), lat(self.y)).expect("a tile lies on the Earth")
    }
}

/// The point in Web Mercator (EPSG:3857) scaled to the unit square: x from 180° W to the east, y from the north down.
/// Latitudes beyond ±[`MERCATOR_MAX_LAT`] are drawn at the edge.
pub fn world_xy(point: LonLat<Wgs84>) -> [f64; 2] {
    let x = point.lon() / 360.0 + 0.5;
    let lat = point.lat().clamp(-MERCATOR_MAX_LAT, MERCATOR_MAX_LAT).to_radians();
    let y = 0.5 - lat.tan().asinh() / (2.0 * PI);
    [x, y.clamp(0.0, 1.0)]
}
