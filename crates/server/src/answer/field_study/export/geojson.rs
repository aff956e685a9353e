//! A plan as GeoJSON: stops as points, legs as lines between them.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::ToSchema;

use crate::answer::feature::{CollectionType, FeatureType};
use crate::answer::field_study::leg::{LegAnswer, LegFacts};
use crate::answer::field_study::plan::GroupAnswer;
use crate::answer::field_study::stop::StopAnswer;
use crate::answer::field_study::{FieldStudyAnswer, SchoolAnswer};

/// A plan as GeoJSON; no features where there is none. Where times go by streets, a leg's line is the way; else it is straight, joins
/// stops, and is not the way.
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
    geometry: GeometryAnswer<'a>,
    properties: PropertiesAnswer<'a>,
}

/// A GeoJSON geometry, in WGS-84 degrees.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyGeometry)]
#[serde(tag = "type", content = "coordinates")]
enum GeometryAnswer<'a> {
    Point([f64; 2]),
    LineString(Cow<'a, [[f64; 2]]>),
}

/// What the geometry is.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyFeatureProperties)]
#[serde(tag = "feature", rename_all = "snake_case")]
enum PropertiesAnswer<'a> {
    /// Where the day begins and ends.
    School {
        name: &'a str,
        /// Its English name; null = it has none.
        #[schema(required)]
        name_en: Option<&'a str>,
    },
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
        leg: LegFacts,
        /// Whether the line is only the straight one between its ends.
        straight: bool,
    },
}

fn feature<'a>(geometry: GeometryAnswer<'a>, properties: PropertiesAnswer<'a>) -> FieldStudyFeature<'a> {
    FieldStudyFeature { kind: FeatureType::Feature, geometry, properties }
}

/// A leg between two points, by its own line if it has one.
fn leg(leg: &LegAnswer, ends: [[f64; 2]; 2], group: usize, to: Option<usize>) -> FieldStudyFeature<'_> {
    let line = leg.line.as_deref().map_or_else(|| Cow::Owned(ends.to_vec()), Cow::Borrowed);
    let properties = PropertiesAnswer::Leg { group, to, leg: leg.facts, straight: leg.line.is_none() };
    feature(GeometryAnswer::LineString(line), properties)
}

impl<'a> FieldStudyFeatures<'a> {
    pub(crate) fn new(answer: &'a FieldStudyAnswer<'a>) -> Self {
        let school = answer.school.at();
        let groups = answer.plan.iter().flat_map(|plan| &plan.groups);
        let mut features = Vec::new();
        if answer.plan.is_some() {
            let SchoolAnswer { name, name_en, .. } = answer.school;
            let properties = PropertiesAnswer::School { name, name_en };
            features.push(feature(GeometryAnswer::Point(school), properties));
        }
        for GroupAnswer { group, stops, home, start, .. } in groups {
            let group = *group;
            let mut from = *start;
            for stop in stops {
                let at = [stop.lon, stop.lat];
                features.push(leg(&stop.leg, [from, at], group, Some(stop.n)));
                features.push(feature(GeometryAnswer::Point(at), PropertiesAnswer::Stop { group, stop }));
                from = at;
            }
            features.push(leg(home, [from, school], group, None));
        }
        Self { kind: CollectionType::FeatureCollection, features, answer }
    }
}
