//! What a map draws under its places.

use crate::SourceKey;

/// Background layers of a city. District polygons are in the region tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layers {
    /// Lakes and rivers.
    pub water: Vec<WaterBody>,
}

/// A lake or a stretch of river as one polygon.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterBody {
    /// Its name in Chinese, where known.
    pub name: Option<String>,
    /// Its name in English, where known.
    pub name_en: Option<String>,
    /// Outer ring, then inner rings, in WGS-84 `[lon, lat]` degrees.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// Where it comes from.
    pub source: SourceKey,
}
