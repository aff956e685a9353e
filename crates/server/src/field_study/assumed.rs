//! What a question leaves out and is filled in: each is told, with why it is so.

use std::fmt::Display;

use serde::Serialize;
use utoipa::ToSchema;

use super::clock_text;

/// Minutes of a leg to get on and off a coach.
pub(crate) const BOARDING_MINUTES: u32 = 5;
/// Where nobody knows how many a place takes, so many at once are assumed, unless the question names it.
pub(crate) const UNKNOWN_CAPACITY: u32 = 200;

/// Something that was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyAssumed)]
pub(crate) struct Assumed {
    /// Which field of the question, or what beside them.
    #[schema(example = "back_by")]
    what: &'static str,
    /// With what.
    #[schema(example = "16:00")]
    value: String,
    why: Why,
}

/// Why it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyWhy)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Why {
    /// School is out then, by the calendar.
    SchoolOut,
    /// So it is mostly done.
    Usual,
    /// Some rule may say otherwise: whoever plans checks it.
    ToBeChecked,
}

impl Assumed {
    pub(crate) fn new(what: &'static str, value: impl Display, why: Why) -> Self {
        Self { what, value: value.to_string(), why }
    }

    /// Notes a time of day, and gives it back.
    pub(crate) fn time(assumed: &mut Vec<Self>, what: &'static str, minutes: u32, why: Why) -> u32 {
        assumed.push(Self::new(what, clock_text(minutes), why));
        minutes
    }
}
