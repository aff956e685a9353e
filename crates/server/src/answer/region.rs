//! A region as answers show it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Precision, Region, RegionCode, RegionLevel};
use yuren_index::Snapshot;

use super::place::{FeatureType, MatchAnswer, PointAnswer, Portrayer};
use super::words::{LevelWord, PrecisionWord};

/// A region by name.
#[derive(Serialize, ToSchema)]
#[schema(as = Region)]
pub(crate) struct RegionAnswer<'a> {
    /// Statistical code of 6, 9 or 12 digits.
    #[schema(example = "321002")]
    code: &'a str,
    /// Name in Chinese.
    #[schema(example = "广陵区")]
    name: &'a str,
    #[schema(value_type = LevelWord)]
    level: RegionLevel,
}

impl<'a> RegionAnswer<'a> {
    /// The region and those around it, outermost first.
    pub(crate) fn path(snapshot: &'a Snapshot, code: &RegionCode) -> Vec<Self> {
        snapshot.regions().path(code).into_iter().map(Self::from).collect()
    }
}

impl<'a> From<&'a Region> for RegionAnswer<'a> {
    fn from(region: &'a Region) -> Self {
        Self { code: region.code.as_str(), name: &region.name, level: region.code.level() }
    }
}

/// A region that a search found.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundRegion<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// The region's code.
    id: &'a str,
    /// Where its label stands; null = not known.
    #[schema(required)]
    geometry: Option<PointAnswer>,
    properties: FoundRegionProperties<'a>,
}

/// What a search says of a region.
#[derive(Serialize, ToSchema)]
struct FoundRegionProperties<'a> {
    result: RegionResult,
    #[serde(flatten)]
    region: RegionAnswer<'a>,
    /// The region and those around it, outermost first.
    regions: Vec<RegionAnswer<'a>>,
    /// How well the point is known; null = no point.
    #[schema(required, value_type = Option<PrecisionWord>)]
    precision: Option<Precision>,
    /// Whether the point is an example.
    synthetic: bool,
    #[serde(flatten)]
    matched: MatchAnswer<'a>,
}

/// `"region"`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum RegionResult {
    /// The only one.
    Region,
}

impl<'a> FoundRegion<'a> {
    /// A region among a search's results.
    pub(crate) fn new(
        portrayer: &Portrayer<'a>,
        snapshot: &'a Snapshot,
        region: &'a Region,
        matched: MatchAnswer<'a>,
    ) -> Self {
        let witness = &portrayer.witness;
        let position = region.position.as_ref();
        region.sources.iter().for_each(|key| witness.name(key));
        let from_generator = position.is_some_and(|position| witness.provenance(&position.provenance).synthetic);
        let precision = position.map(|position| position.precision);
        Self {
            kind: FeatureType::Feature,
            id: region.code.as_str(),
            geometry: position.map(|position| PointAnswer::new(portrayer.datum(), position.point)),
            properties: FoundRegionProperties {
                result: RegionResult::Region,
                region: region.into(),
                regions: RegionAnswer::path(snapshot, &region.code),
                precision,
                synthetic: from_generator || precision == Some(Precision::Synthetic),
                matched,
            },
        }
    }
}
