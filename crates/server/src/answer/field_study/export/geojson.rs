//! A plan as GeoJSON: stops as points, legs as straight lines between them.

use serde::Serialize;
use utoipa::ToSchema;

use crate::answer::feature::{CollectionType, FeatureType};
use crate::answer::field_study::FieldStudyAnswer;
use crate::answer::field_study::leg::LegAnswer;
use crate::answer::field_study::plan::GroupAnswer;
use crate::answer::field_study::stop::StopAnswer;

/// A plan as GeoJSON; no features where there is none. Lines are straight: they join stops, and are not the way.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldStudyFeatures<'a> {
    #[serde(rename = "type")]
    kind: CollectionType,
    features: Vec<FieldStudyFeature<'a>>,
    /// The whole answer beside them.
    answer: &'a FieldStudyAnswer<'a>,
}

/// A stop or a leg.
#[derive(Serialize, ToSchema)]
struct FieldStudyFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    geometry: GeometryAnswer,
    properties: PropertiesAnswer<'a>,
}

/// A GeoJSON geometry, in WGS-84 degrees.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyGeometry)]
#[serde(tag = "type", content = "coordinates")]
enum GeometryAnswer {
    Point([f64; 2]),
    LineString([[f64; 2]; 2]),
}

/// What the geometry is.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyFeatureProperties)]
#[serde(tag = "feature", rename_all = "snake_case")]
enum PropertiesAnswer<'a> {
    /// Where the day begins and ends.
    School { name: &'a str },
    Stop {
        group: usize,
        #[serde(flatten)]
        stop: &'a StopAnswer<'a>,
    },
    Leg {
        group: usize,
        /// The stop that it leads to; null = back.
        #[schema(required)]
        to: Option<usize>,
        #[serde(flatten)]
        leg: LegAnswer,
        /// Whether the line is only the straight one between its ends; it always is.
        straight: bool,
    },
}

impl<'a> FieldStudyFeatures<'a> {
    pub(crate) fn new(answer: &'a FieldStudyAnswer<'a>) -> Self {
        let (name, school) = answer.school();
        let groups = answer.plan.iter().flat_map(|plan| &plan.groups);
        let feature = |geometry, properties| FieldStudyFeature { kind: FeatureType::Feature, geometry, properties };
        let mut features = Vec::new();
        if answer.plan.is_some() {
            features.push(feature(GeometryAnswer::Point(school), PropertiesAnswer::School { name }));
        }
        for GroupAnswer { group, stops, home, start, .. } in groups {
            let group = *group;
            let mut from = *start;
            for stop in stops {
                let at = [stop.lon, stop.lat];
                let leg = PropertiesAnswer::Leg { group, to: Some(stop.n), leg: stop.leg, straight: true };
                features.push(feature(GeometryAnswer::LineString([from, at]), leg));
                features.push(feature(GeometryAnswer::Point(at), PropertiesAnswer::Stop { group, stop }));
                from = at;
            }
            let leg = PropertiesAnswer::Leg { group, to: None, leg: *home, straight: true };
            features.push(feature(GeometryAnswer::LineString([from, school]), leg));
        }
        Self { kind: CollectionType::FeatureCollection, features, answer }
    }
}
