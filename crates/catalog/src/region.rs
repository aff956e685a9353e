//! The tree of regions: city, district or county, town, village.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use crate::{Position, SourceKey};

/// Level of a region (行政层级).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionLevel {
    /// A city (地级市): code `321000`.
    City,
    /// A district, county or county-level city (区、县、县级市): six digits.
    District,
    /// A town, township or subdistrict (镇、乡、街道): nine digits.
    Town,
    /// A village or community (村、社区): twelve digits.
    Village,
}

/// A statistical region code (统计用区划代码) cut to its level: 6, 9 or 12 digits. A code starts with its parent's, but for
/// the district, whose parent is the city (`321002` in `321000`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RegionCode(Box<str>);

/// The text is no region code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a region code; allowed: 6, 9 or 12 digits")]
pub struct InvalidRegionCode(pub String);

impl RegionCode {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The level that the code's length and ending say.
    pub fn level(&self) -> RegionLevel {
        match self.0.len() {
            12 => RegionLevel::Village,
            9 => RegionLevel::Town,
            _ if self.0.ends_with("00") => RegionLevel::City,
            _ => RegionLevel::District,
        }
    }

    /// The code of the region around this one; `None` for a city.
    pub fn parent(&self) -> Option<Self> {
        match self.level() {
            RegionLevel::City => None,
            RegionLevel::District => Some(Self(format!("{}00", &self.0[..4]).into())),
            RegionLevel::Town => Some(Self(self.0[..6].into())),
            RegionLevel::Village => Some(Self(self.0[..9].into())),
        }
    }

    /// This code and those around it, outwards.
    pub fn and_ancestors(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self.clone()), Self::parent)
    }
}

impl FromStr for RegionCode {
    type Err = InvalidRegionCode;

    fn from_str(text: &str) -> Result<Self, InvalidRegionCode> {
        if matches!(text.len(), 6 | 9 | 12) && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidRegionCode(text.chars().take(80).collect()))
        }
    }
}

impl<'de> Deserialize<'de> for RegionCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A region (行政区划).
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its code, which also says its level and parent.
    pub code: RegionCode,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English; `None` = it has none, or none is known.
    pub name_en: Option<String>,
    /// Where its label stands and a list without addresses would be placed; `None` = not known.
    pub position: Option<Position>,
    /// Outer and inner rings in WGS-84 `[lon, lat]` degrees, one list of rings a polygon; empty = no polygon known.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
    /// Where its code, name and polygons come from; the position says so itself. Empty for the city, whose facts are
    /// `city.toml`'s.
    pub sources: Vec<SourceKey>,
}

/// All regions of a city, by code. Every region's parent is in the tree, the city's aside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionTree {
    regions: Vec<Region>,
    by_code: HashMap<RegionCode, usize>,
}

impl RegionTree {
    /// A tree of these regions, sorted by code. Of regions with one code the first is kept.
    pub fn new(mut regions: Vec<Region>) -> Self {
        regions.sort_by(|a, b| a.code.cmp(&b.code));
        regions.dedup_by(|later, first| later.code == first.code);
        let by_code = regions.iter().enumerate().map(|(i, r)| (r.code.clone(), i)).collect();
        Self { regions, by_code }
    }

    /// The region with this code.
    pub fn get(&self, code: &RegionCode) -> Option<&Region> {
        self.by_code.get(code).map(|&i| &self.regions[i])
    }

    /// Position in [`RegionTree::iter`] of the region with this code.
    pub fn position(&self, code: &RegionCode) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// All regions, by code.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Region> {
        self.regions.iter()
    }

    /// The named region and those around it, outermost first, as far as they are in the tree.
    pub fn path(&self, code: &RegionCode) -> Vec<&Region> {
        let mut path: Vec<_> = code.and_ancestors().filter_map(|code| self.get(&code)).collect();
        path.reverse();
        path
    }
}
