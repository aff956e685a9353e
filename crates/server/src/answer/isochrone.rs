//! How far one gets (等时圈), as `GET /api/v1/isochrone` tells it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::TravelMode;
use yuren_geodesy::{DatumName, LonLat, Wgs84};

use super::datum::in_datum;
use super::feature::{CollectionType, FeatureType};
use super::travel_kind::TravelKind;
use super::words::TravelModeWord;

/// The areas within some times of a point, the longest time first, so that a map draws the shorter ones above.
#[derive(Serialize, ToSchema)]
#[schema(as = Isochrones)]
pub(crate) struct IsochroneAnswer {
    #[serde(rename = "type")]
    kind: CollectionType,
    features: Vec<IsochroneFeature>,
    /// What the times are made from.
    travel_kind: TravelKind,
    /// What to know about it, in English.
    note: &'static str,
    /// The same in Chinese.
    note_zh: &'static str,
    /// Who made the streets, to be shown; null = there are none.
    #[schema(required)]
    attribution: Option<&'static str>,
}

/// The area within one time.
#[derive(Serialize, ToSchema)]
struct IsochroneFeature {
    #[serde(rename = "type")]
    kind: FeatureType,
    geometry: AreaAnswer,
    properties: IsochroneProperties,
}

/// `"MultiPolygon"`.
#[derive(Serialize, ToSchema)]
enum AreaType {
    /// The only one.
    MultiPolygon,
}

/// A GeoJSON multipolygon.
#[derive(Serialize, ToSchema)]
#[schema(as = MultiPolygon)]
struct AreaAnswer {
    #[serde(rename = "type")]
    kind: AreaType,
    /// Polygons of rings of `[lon, lat]` in degrees of the answer's datum; outer rings counter-clockwise.
    coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}

/// What the area is.
#[derive(Serialize, ToSchema)]
struct IsochroneProperties {
    /// The time.
    minutes: f64,
    #[schema(value_type = TravelModeWord)]
    mode: TravelMode,
    /// What times are made from.
    travel_kind: TravelKind,
    /// By streets: every street reached lies inside, and everything farther than twice this from all of them outside. As an estimate: the
    /// ring lies so close to the circle.
    tolerance_m: f64,
    /// As an estimate: water does not stop it.
    #[serde(skip_serializing_if = "Option::is_none")]
    across_water_ignored: Option<bool>,
}

/// The area within one time, before it is told.
pub(crate) struct Area {
    pub(crate) minutes: f64,
    pub(crate) polygons: Vec<Vec<Vec<[f64; 2]>>>,
    pub(crate) tolerance_m: f64,
}

impl IsochroneAnswer {
    pub(crate) fn new(
        mode: TravelMode,
        datum: DatumName,
        travel_kind: TravelKind,
        areas: Vec<Area>,
        attribution: Option<&'static str>,
    ) -> Self {
        let (note, note_zh) = match travel_kind {
            TravelKind::Estimate => (
                "An estimate from the straight line: no streets are followed, and water does not stop it.",
                "按直线距离估算：不走道路，也没有考虑水域阻隔。",
            ),
            TravelKind::Network => {
                ("By streets, in the direction away from the point.", "按道路计算，方向为从该点出发。")
            }
        };
        let feature = |area: Area| IsochroneFeature {
            kind: FeatureType::Feature,
            geometry: AreaAnswer { kind: AreaType::MultiPolygon, coordinates: told(datum, area.polygons) },
            properties: IsochroneProperties {
                minutes: area.minutes,
                mode,
                travel_kind,
                tolerance_m: area.tolerance_m,
                across_water_ignored: (travel_kind == TravelKind::Estimate).then_some(true),
            },
        };
        let features = areas.into_iter().rev().map(feature).collect();
        Self { kind: CollectionType::FeatureCollection, features, travel_kind, note, note_zh, attribution }
    }
}

/// Polygons in a datum.
fn told(datum: DatumName, mut polygons: Vec<Vec<Vec<[f64; 2]>>>) -> Vec<Vec<Vec<[f64; 2]>>> {
    if datum != DatumName::Wgs84 {
        for point in polygons.iter_mut().flatten().flatten() {
            if let Ok(at) = LonLat::<Wgs84>::new(point[0], point[1]) {
                *point = in_datum(datum, at);
            }
        }
    }
    polygons
}
