//! The parts of a GeoJSON feature (RFC 7946) that places and regions share.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_geodesy::{DatumName, LonLat, Wgs84};

use super::datum::in_datum;

/// `"Feature"`.
#[derive(Serialize, ToSchema)]
pub(crate) enum FeatureType {
    /// The only one.
    Feature,
}

/// `"FeatureCollection"`.
#[derive(Serialize, ToSchema)]
pub(crate) enum CollectionType {
    /// The only one.
    FeatureCollection,
}

/// What a distance measures.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DistanceKind {
    /// The geodesic on the WGS-84 ellipsoid: as the crow flies.
    Straight,
}

/// `"Point"`.
#[derive(Serialize, ToSchema)]
pub(crate) enum PointType {
    /// The only one.
    Point,
}

/// A GeoJSON point.
#[derive(Serialize, ToSchema)]
#[schema(as = Point)]
pub(crate) struct PointAnswer {
    #[serde(rename = "type")]
    kind: PointType,
    /// `[lon, lat]` in degrees of the answer's datum.
    coordinates: [f64; 2],
}

impl PointAnswer {
    /// The point in this datum.
    pub(crate) fn new(datum: DatumName, point: LonLat<Wgs84>) -> Self {
        Self { kind: PointType::Point, coordinates: in_datum(datum, point) }
    }
}
