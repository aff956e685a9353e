//! Sequences that were given.

use yuren_index::Snapshot;
use yuren_itinerary::Plan;

use super::building::Day;
use super::question::FieldStudy;
use crate::answer::field_study::faults::FaultAnswer;
use crate::problem::Problem;

pub(crate) fn arranged<'a>(_: &FieldStudy, _: &'a Snapshot, _: &Day) -> Result<(Plan, Vec<FaultAnswer<'a>>), Problem> {
    Err(Problem::internal(&"not yet"))
}

pub(crate) fn begin_with(_: &FieldStudy, _: &Day) -> Result<Option<Plan>, Problem> {
    Ok(None)
}
