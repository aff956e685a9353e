//! How places, regions and water stand in a pack's GeoJSON files: one type a feature, for reading and writing alike.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yuren_geodesy::{LonLat, Wgs84};

use super::coordinate::{self, Coordinate};
use crate::{
    Activity, Course, Place, PlaceId, Position, Precision, Provenance, Region, RegionCode, Role, SourceKey, Status,
    WaterBody,
};

/// The `type` of every feature.
#[derive(Serialize, Deserialize)]
enum FeatureTag {
    Feature,
}

/// A GeoJSON `Point`. Members that are foreign to it are refused: a `crs` or a datum that is not read would put it elsewhere.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates", expecting = "a Point", deny_unknown_fields)]
enum PointGeometry {
    Point(Coordinate),
}

type Rings = Vec<Vec<Coordinate>>;

/// A GeoJSON `Polygon` or `MultiPolygon`.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates", expecting = "a Polygon or a MultiPolygon")]
enum AreaGeometry {
    Polygon(Rings),
    MultiPolygon(Vec<Rings>),
}

impl AreaGeometry {
    /// `None` for no polygon.
    fn of(polygons: &[Vec<Vec<[f64; 2]>>]) -> Option<Self> {
        match polygons {
            [] => None,
            [rings] => Some(Self::Polygon(coordinate::rings_to_file(rings))),
            many => Some(Self::MultiPolygon(many.iter().map(|rings| coordinate::rings_to_file(rings)).collect())),
        }
    }

    fn into_polygons(self) -> Vec<Vec<Vec<[f64; 2]>>> {
        let polygons = match self {
            Self::Polygon(rings) => vec![rings],
            Self::MultiPolygon(polygons) => polygons,
        };
        polygons.into_iter().map(coordinate::rings_from_file).collect()
    }
}

/// A [`Position`] without its point, which is the feature's geometry.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PositionFields {
    precision: Precision,
    radius_m: f64,
    source: SourceKey,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked_by: Option<String>,
}

impl PositionFields {
    fn of(position: &Position) -> Self {
        let Provenance { source, checked_on, checked_by } = position.provenance.clone();
        Self { precision: position.precision, radius_m: position.radius_m, source, checked_on, checked_by }
    }

    fn at(self, point: LonLat<Wgs84>) -> Position {
        let Self { precision, radius_m, source, checked_on, checked_by } = self;
        Position { point, precision, radius_m, provenance: Provenance { source, checked_on, checked_by } }
    }
}

/// A feature of `places/*.geojson`. Foreign members are refused, though GeoJSON allows them: a `status` beside the properties
/// would be taken for said, and never be read.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceFeature {
    #[serde(rename = "type")]
    tag: FeatureTag,
    id: PlaceId,
    geometry: PointGeometry,
    properties: PlaceProperties,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceProperties {
    name: String,
    name_source: Provenance,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    position: PositionFields,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    entrances: Vec<Coordinate>,
    region: RegionCode,
    #[serde(default, skip_serializing_if = "Status::is_active")]
    status: Status,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    source_keys: BTreeMap<String, String>,
    roles: Vec<Role>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    activities: Vec<Activity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    courses: Vec<Course>,
}

impl From<&Place> for PlaceFeature {
    fn from(place: &Place) -> Self {
        Self {
            tag: FeatureTag::Feature,
            id: place.id.clone(),
            geometry: PointGeometry::Point(place.position.point.into()),
            properties: PlaceProperties {
                name: place.name.clone(),
                name_source: place.name_provenance.clone(),
                name_en: place.name_en.clone(),
                aliases: place.aliases.clone(),
                address: place.address.clone(),
                position: PositionFields::of(&place.position),
                entrances: place.entrances.iter().map(|&entrance| entrance.into()).collect(),
                region: place.region.clone(),
                status: place.status,
                source_keys: place.source_keys.clone(),
                roles: place.roles.clone(),
                activities: place.activities.clone(),
                courses: place.courses.clone(),
            },
        }
    }
}

impl From<PlaceFeature> for Place {
    fn from(PlaceFeature { id, geometry: PointGeometry::Point(point), properties, .. }: PlaceFeature) -> Self {
        Self {
            id,
            name: properties.name,
            name_provenance: properties.name_source,
            name_en: properties.name_en,
            aliases: properties.aliases,
            address: properties.address,
            position: properties.position.at(point.into()),
            entrances: properties.entrances.into_iter().map(Into::into).collect(),
            region: properties.region,
            status: properties.status,
            source_keys: properties.source_keys,
            roles: properties.roles,
            activities: properties.activities,
            courses: properties.courses,
        }
    }
}

/// A feature of `boundaries.geojson`.
#[derive(Serialize, Deserialize)]
pub(super) struct DistrictFeature {
    #[serde(rename = "type")]
    tag: FeatureTag,
    id: RegionCode,
    geometry: Option<AreaGeometry>,
    properties: DistrictProperties,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DistrictProperties {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    sources: Vec<SourceKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<LabelPosition>,
}

/// A district's [`Position`]: its geometry is its outline, so that the point is here.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelPosition {
    point: Coordinate,
    precision: Precision,
    radius_m: f64,
    source: SourceKey,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked_by: Option<String>,
}

impl LabelPosition {
    fn of(position: &Position) -> Self {
        let PositionFields { precision, radius_m, source, checked_on, checked_by } = PositionFields::of(position);
        Self { point: position.point.into(), precision, radius_m, source, checked_on, checked_by }
    }

    fn into_position(self) -> Position {
        let Self { point, precision, radius_m, source, checked_on, checked_by } = self;
        PositionFields { precision, radius_m, source, checked_on, checked_by }.at(point.into())
    }
}

impl From<&Region> for DistrictFeature {
    fn from(district: &Region) -> Self {
        Self {
            tag: FeatureTag::Feature,
            id: district.code.clone(),
            geometry: AreaGeometry::of(&district.polygons),
            properties: DistrictProperties {
                name: district.name.clone(),
                name_en: district.name_en.clone(),
                sources: district.sources.clone(),
                position: district.position.as_ref().map(LabelPosition::of),
            },
        }
    }
}

impl From<DistrictFeature> for Region {
    fn from(DistrictFeature { id, geometry, properties, .. }: DistrictFeature) -> Self {
        Self {
            code: id,
            name: properties.name,
            name_en: properties.name_en,
            position: properties.position.map(LabelPosition::into_position),
            polygons: geometry.map_or_else(Vec::new, AreaGeometry::into_polygons),
            sources: properties.sources,
        }
    }
}

/// A feature of `towns.geojson` or `villages.geojson`.
#[derive(Serialize, Deserialize)]
pub(super) struct LocalityFeature {
    #[serde(rename = "type")]
    tag: FeatureTag,
    id: RegionCode,
    geometry: Option<PointGeometry>,
    properties: LocalityProperties,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LocalityProperties {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    sources: Vec<SourceKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<PositionFields>,
}

impl From<&Region> for LocalityFeature {
    fn from(locality: &Region) -> Self {
        Self {
            tag: FeatureTag::Feature,
            id: locality.code.clone(),
            geometry: locality.position.as_ref().map(|position| PointGeometry::Point(position.point.into())),
            properties: LocalityProperties {
                name: locality.name.clone(),
                name_en: locality.name_en.clone(),
                sources: locality.sources.clone(),
                position: locality.position.as_ref().map(PositionFields::of),
            },
        }
    }
}

/// A locality has a point and no word on whence, or the other way round.
pub(super) struct HalfAPosition {
    /// Which of the two is missing.
    pub(super) missing: &'static str,
}

impl TryFrom<LocalityFeature> for Region {
    type Error = HalfAPosition;

    fn try_from(LocalityFeature { id, geometry, properties, .. }: LocalityFeature) -> Result<Self, HalfAPosition> {
        let position = match (geometry, properties.position) {
            (Some(PointGeometry::Point(point)), Some(position)) => Some(position.at(point.into())),
            (None, None) => None,
            (Some(_), None) => return Err(HalfAPosition { missing: "position" }),
            (None, Some(_)) => return Err(HalfAPosition { missing: "geometry" }),
        };
        let LocalityProperties { name, name_en, sources, .. } = properties;
        Ok(Self { code: id, name, name_en, position, polygons: Vec::new(), sources })
    }
}

/// A feature of `water.geojson`.
#[derive(Serialize, Deserialize)]
pub(super) struct WaterFeature {
    #[serde(rename = "type")]
    tag: FeatureTag,
    geometry: AreaGeometry,
    properties: WaterProperties,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WaterProperties {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    source: SourceKey,
}

impl From<&WaterBody> for WaterFeature {
    fn from(water: &WaterBody) -> Self {
        Self {
            tag: FeatureTag::Feature,
            geometry: AreaGeometry::Polygon(coordinate::rings_to_file(&water.rings)),
            properties: WaterProperties {
                name: water.name.clone(),
                name_en: water.name_en.clone(),
                source: water.source.clone(),
            },
        }
    }
}

impl WaterFeature {
    /// One body a polygon.
    pub(super) fn into_bodies(self) -> Vec<WaterBody> {
        let Self { geometry, properties, .. } = self;
        let body = |rings| {
            let WaterProperties { name, name_en, source } = properties.clone();
            WaterBody { name, name_en, rings, source }
        };
        geometry.into_polygons().into_iter().map(body).collect()
    }
}

/// `study-routes.toml`, with routes read as an `R` each.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StudyRoutesFile<R> {
    /// The tables `[[route]]`.
    #[serde(default = "Vec::new")]
    pub(super) route: Vec<R>,
}
