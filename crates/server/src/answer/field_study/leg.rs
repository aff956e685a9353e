//! A leg of a day as answers show it.

use std::rc::Rc;

use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::answer::travel_kind::TravelKind;
use crate::field_study::building::Day;
use crate::field_study::lines::LegLines;
use crate::field_study::question::FieldStudy;
use crate::field_study::travel::NO_WAY;

/// A leg.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyLeg)]
pub(crate) struct LegAnswer {
    #[serde(flatten)]
    pub(crate) facts: LegFacts,
    /// The way along the streets, `[lon, lat]` in WGS-84 degrees to 6 decimals, from the place that it begins at to that it ends at: the
    /// way from a place to its street and back is straight, by its entrance where that is known. Simplified to 3 m: no bend that is
    /// left out is farther from it. Null = there is no more than the straight line between the ends: the time is an estimate, there is no way,
    /// or one stays at the place.
    #[schema(required, value_type = Option<Vec<[f64; 2]>>)]
    #[serde(serialize_with = "points")]
    pub(crate) line: Option<Rc<[[f64; 2]]>>,
}

/// What is known of a leg but for its line.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = FieldStudyLegFacts)]
pub(crate) struct LegFacts {
    /// Whole minutes, rounded up, with getting on and off a coach; null = there is no way, which only a sequence that was given can
    /// ask for.
    #[schema(required)]
    pub(crate) minutes: Option<u32>,
    /// Metres of the way, as estimated; null = not known.
    #[schema(required)]
    distance_m: Option<u32>,
    /// What the time is made from.
    pub(crate) kind: TravelKind,
}

impl LegAnswer {
    /// The leg between two nodes.
    pub(crate) fn new(question: &FieldStudy, day: &Day, lines: &LegLines<'_>, from: usize, to: usize) -> Self {
        let minutes = Some(day.problem.travel[from][to]).filter(|&minutes| minutes < NO_WAY);
        let distance_m = day.legs.metres.as_ref().map(|metres| metres[from][to]);
        let line = minutes.and_then(|_| lines.of(from, to));
        Self { facts: LegFacts { minutes, distance_m, kind: question.kind }, line }
    }
}

/// A line's points, if there is one.
#[expect(clippy::ref_option, reason = "it is what serde hands over")]
fn points<S: Serializer>(line: &Option<Rc<[[f64; 2]]>>, serializer: S) -> Result<S::Ok, S::Error> {
    line.as_deref().serialize(serializer)
}
