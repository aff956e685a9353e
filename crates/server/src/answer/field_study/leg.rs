//! A leg of a day as answers show it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::answer::travel_kind::TravelKind;
use crate::field_study::building::Day;
use crate::field_study::question::FieldStudy;
use crate::field_study::travel::NO_WAY;

/// A leg.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = FieldStudyLeg)]
pub(crate) struct LegAnswer {
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
    pub(crate) fn new(question: &FieldStudy, day: &Day, from: usize, to: usize) -> Self {
        Self {
            minutes: Some(day.problem.travel[from][to]).filter(|&minutes| minutes < NO_WAY),
            distance_m: day.legs.metres.as_ref().map(|metres| metres[from][to]),
            kind: question.kind,
        }
    }
}
