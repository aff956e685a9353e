//! The demand points as GeoJSON.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_geodesy::{DatumName, LonLat, Wgs84};

use crate::answer::coverage::points::StatusAnswer;
use crate::answer::coverage::{CoverageAnswer, MethodAnswer, SummaryAnswer};
use crate::answer::feature::{CollectionType, FeatureType, PointAnswer};

/// The demand points as GeoJSON, with how it was worked out beside them.
#[derive(Serialize, ToSchema)]
pub(crate) struct CoverageFeatures<'a> {
    #[serde(rename = "type")]
    kind: CollectionType,
    features: Vec<CoverageFeature<'a>>,
    method: &'a MethodAnswer<'a>,
    summary: &'a SummaryAnswer,
}

/// A demand point.
#[derive(Serialize, ToSchema)]
struct CoverageFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: &'a str,
    geometry: PointAnswer,
    properties: CoverageProperties<'a>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
struct CoverageProperties<'a> {
    name: &'a str,
    weight: f64,
    /// Code of the district; null = not known.
    #[schema(required)]
    district: Option<&'a str>,
    /// Code of the town; null = not known.
    #[schema(required)]
    town: Option<&'a str>,
    /// As in `points` of the JSON answer.
    #[schema(required)]
    minutes: Option<f64>,
    /// As in `points` of the JSON answer.
    #[schema(required)]
    perhaps_minutes: Option<f64>,
    status: StatusAnswer,
    /// Id of the nearest site; null = none.
    #[schema(required)]
    nearest: Option<&'a str>,
}

impl<'a> CoverageFeatures<'a> {
    pub(crate) fn new(answer: &'a CoverageAnswer<'a>) -> Self {
        let points = &answer.points;
        let feature = |i: usize| {
            // It was a point when it was read.
            let at = LonLat::<Wgs84>::new(points.lon[i], points.lat[i]).ok()?;
            Some(CoverageFeature {
                kind: FeatureType::Feature,
                id: points.id[i],
                geometry: PointAnswer::new(DatumName::Wgs84, at),
                properties: CoverageProperties {
                    name: points.name[i],
                    weight: points.weight[i],
                    district: points.district[i].as_deref(),
                    town: points.town[i].as_deref(),
                    minutes: points.minutes[i],
                    perhaps_minutes: points.perhaps_minutes[i],
                    status: points.status[i],
                    nearest: usize::try_from(points.nearest[i]).ok().map(|site| answer.sites[site].id),
                },
            })
        };
        Self {
            kind: CollectionType::FeatureCollection,
            features: (0..points.id.len()).filter_map(feature).collect(),
            method: &answer.method,
            summary: &answer.summary,
        }
    }
}
