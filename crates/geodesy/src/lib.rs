//! Coordinates of different datums that cannot be mixed, and the distance ruler.
//!
//! A [`LonLat`] carries its datum in its type: a GCJ-02 point does not fit where a WGS-84 point is asked for, and the
//! only way across is an explicit conversion. Everything Yuren Map stores is [`Wgs84`].
//!
//! Distances come in three strengths:
//!
//! | call | error | use |
//! | --- | --- | --- |
//! | [`Ecef::chord_m`] | never above the geodesic | lower bound while searching |
//! | [`ruler_m`] | 0.01 % of the geodesic within 200 km | estimates over many pairs |
//! | [`geodesic_m`] | nanometres (Karney 2013) | ranking, and every distance shown |
#![forbid(unsafe_code)]

mod bbox;
mod bd09;
mod degree;
mod ecef;
mod ellipsoid;
mod gcj02;
mod geodesic;
mod lonlat;
pub mod mainland;
mod ruler;
mod tile;

pub use bbox::{BBox, BBoxError};
pub use degree::metres_a_degree;
pub use ecef::Ecef;
pub use geodesic::geodesic_m;
pub use lonlat::{Bd09, CoordinateError, Datum, DatumName, Gcj02, LonLat, UnknownDatum, Wgs84};
pub use ruler::ruler_m;
pub use tile::{MERCATOR_MAX_LAT, TileCoord, TileError, world_xy};
