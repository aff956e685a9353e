//! What is wrong with a sequence that was given, as answers show it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A fault of a sequence.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyFault)]
pub(crate) struct FaultAnswer<'a> {
    /// Whose, from 0.
    pub(crate) group: usize,
    /// Id of the place; null = of the day as a whole.
    #[schema(required)]
    pub(crate) place: Option<&'a str>,
    pub(crate) fault: FaultWord,
    /// What the fault is made of: minutes, metres, people, times of day, by their names.
    #[schema(value_type = BTreeMap<String, Object>)]
    pub(crate) numbers: BTreeMap<&'static str, Value>,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyFaultKind)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FaultWord {
    /// It is not open that day.
    ClosedToday,
}
