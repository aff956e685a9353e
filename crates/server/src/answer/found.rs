//! What a search found: places and regions, each with the text that matched.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Place, Precision, Region};
use yuren_index::Snapshot;

use super::feature::{FeatureType, PointAnswer};
use super::place::{Distance, PlaceFeature, PlaceProperties, Portrayer};
use super::region::RegionAnswer;
use super::words::PrecisionWord;

/// A result of a search: a place or a region.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Found<'a> {
    /// A place.
    Place(Box<FoundPlace<'a>>),
    /// A region.
    Region(Box<FoundRegion<'a>>),
}

/// A place that a search found.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundPlace<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// Opaque stable id.
    id: &'a str,
    geometry: PointAnswer,
    properties: FoundPlaceProperties<'a>,
}

/// What a search says of a place.
#[derive(Serialize, ToSchema)]
struct FoundPlaceProperties<'a> {
    #[serde(flatten)]
    place: PlaceProperties<'a>,
    result: PlaceResult,
    #[serde(flatten)]
    matched: MatchAnswer<'a>,
}

/// `"place"`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PlaceResult {
    /// The only one.
    Place,
}

/// Which text a search matched.
#[derive(Serialize, ToSchema)]
pub(crate) struct MatchAnswer<'a> {
    /// The text that matched, as it stands in the data.
    pub(crate) matched_name: &'a str,
    /// What that text is: `name`, `role_name`, `alias`, `address` or `region`.
    pub(crate) matched_field: &'static str,
}

impl<'a> FoundPlace<'a> {
    /// A place among a search's results; `distance` where the search is near a point.
    pub(crate) fn new(
        portrayer: &Portrayer<'a>,
        place: &'a Place,
        distance: Option<Distance>,
        matched: MatchAnswer<'a>,
    ) -> Self {
        let PlaceFeature { kind, id, geometry, properties } = portrayer.feature(place, distance);
        Self {
            kind,
            id,
            geometry,
            properties: FoundPlaceProperties { place: properties, result: PlaceResult::Place, matched },
        }
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
