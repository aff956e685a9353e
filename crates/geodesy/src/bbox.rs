//! A box of longitudes and latitudes.

use thiserror::Error;

use crate::{CoordinateError, LonLat, Wgs84};

/// A box in WGS-84 degrees, edges included: `west <= east`, `south <= north`. It never crosses 180°.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BBox {
    south_west: LonLat<Wgs84>,
    north_east: LonLat<Wgs84>,
}

/// Why four numbers are not a box.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum BBoxError {
    /// A corner is not a coordinate.
    #[error(transparent)]
    Corner(#[from] CoordinateError),
    /// West is greater than east: a box across 180°, which is not supported, or corners swapped.
    #[error("west {west} is greater than east {east}; a box must not cross 180°")]
    WestOfEast {
        /// The first number given.
        west: f64,
        /// The third number given.
        east: f64,
    },
    /// South is greater than north.
    #[error("south {south} is greater than north {north}")]
    SouthOfNorth {
        /// The second number given.
        south: f64,
        /// The fourth number given.
        north: f64,
    },
}

impl BBox {
    /// A box from its edges in degrees, in the order of GeoJSON (RFC 7946, section 5).
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Result<Self, BBoxError> {
        let south_west = LonLat::new(west, south)?;
        let north_east = LonLat::new(east, north)?;
        if west > east {
            return Err(BBoxError::WestOfEast { west, east });
        }
        if south > north {
            return Err(BBoxError::SouthOfNorth { south, north });
        }
        Ok(Self { south_west, north_east })
    }

    /// Western edge in degrees.
    pub fn west(&self) -> f64 {
        self.south_west.lon()
    }

    /// Southern edge in degrees.
    pub fn south(&self) -> f64 {
        self.south_west.lat()
    }

    /// Eastern edge in degrees.
    pub fn east(&self) -> f64 {
        self.north_east.lon()
    }

    /// Northern edge in degrees.
    pub fn north(&self) -> f64 {
        self.north_east.lat()
    }

    /// `[west, south, east, north]`.
    pub fn to_array(&self) -> [f64; 4] {
        [self.west(), self.south(), self.east(), self.north()]
    }

    /// Whether the point lies inside or on an edge.
    pub fn contains(&self, point: LonLat<Wgs84>) -> bool {
        (self.west()..=self.east()).contains(&point.lon()) && (self.south()..=self.north()).contains(&point.lat())
    }
}
