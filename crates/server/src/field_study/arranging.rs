//! Sequences that were given: their times, and all that is wrong with them.

use yuren_index::Snapshot;
use yuren_itinerary::{Arranged, Plan, arrange};

use super::building::{Day, sequence};
use super::order::Stop;
use super::question::FieldStudy;
use crate::answer::field_study::faults::FaultAnswer;
use crate::problem::Problem;

/// A day as its sequences make it.
pub(crate) struct Sequenced<'a> {
    pub(crate) plan: Plan,
    pub(crate) faults: Vec<FaultAnswer<'a>>,
    /// Whether the checker accepts the plan; who is let in and until when one books, it does not know.
    pub(crate) is_accepted: bool,
}

/// The day of the sequences that were given, with lunch where it does least harm.
pub(crate) fn arranged<'a>(question: &FieldStudy, snapshot: &'a Snapshot, day: &Day) -> Result<Sequenced<'a>, Problem> {
    let mut sequences = sequences(question, day);
    if question.lunch.is_some() {
        for (i, group) in question.planned_groups().into_iter().enumerate() {
            if question.order.as_ref().is_none_or(|order| !order.names_lunch(group)) {
                sequences[i] = with_lunch(day, &sequences, i)?;
            }
        }
    }
    let Arranged { plan, faults } = times(day, &sequences)?;
    let of_plan = faults.iter().filter_map(|fault| FaultAnswer::new(question, snapshot, day, fault));
    let stops = sequences.iter().enumerate();
    let stops = stops.flat_map(|(group, points)| points.iter().map(move |&point| (group, point)));
    let of_stops = stops.filter_map(|(group, point)| FaultAnswer::of_stop(question, snapshot, day, group, point));
    Ok(Sequenced { faults: of_plan.chain(of_stops).collect(), plan, is_accepted: faults.is_empty() })
}

/// The plan from which a search for better begins, where sequences were given.
pub(crate) fn begin_with(question: &FieldStudy, day: &Day) -> Result<Option<Plan>, Problem> {
    if question.order.is_none() {
        return Ok(None);
    }
    Ok(Some(times(day, &sequences(question, day))?.plan))
}

/// The points of each planned group's sequence.
fn sequences(question: &FieldStudy, day: &Day) -> Vec<Vec<usize>> {
    let given = |group: usize| question.order.as_ref().map_or(&[][..], |order| order.sequences[group].as_slice());
    let done = |stop: &&Stop| match (stop, &question.from_now) {
        (Stop::Place(place), Some(now)) => now.done.contains(place),
        _ => false,
    };
    let left = |group: usize| given(group).iter().filter(|stop| !done(stop)).copied().collect::<Vec<Stop>>();
    question.planned_groups().into_iter().map(|group| sequence(day, &left(group))).collect()
}

/// A group's sequence with lunch where the fewest faults come of it: by the stop before or after its place in the sequence, or where it
/// has none there, anywhere; of equals that from which all are back the earliest, the first of them.
fn with_lunch(day: &Day, sequences: &[Vec<usize>], group: usize) -> Result<Vec<usize>, Problem> {
    let given = &sequences[group];
    let visits: Vec<usize> = given.iter().copied().filter(|&point| day.is_visit(point)).collect();
    let at = given.iter().position(|&point| !day.is_visit(point));
    let mut best: Option<((usize, u64), Vec<usize>)> = None;
    for position in at.map_or(0..=visits.len(), |at| at..=at) {
        let beside = [position.checked_sub(1), Some(position)].into_iter().flatten();
        for lunch in beside.filter_map(|i| day.lunch_by(*visits.get(i)?)) {
            let mut tried = sequences.to_vec();
            tried[group].clone_from(&visits);
            tried[group].insert(position, lunch);
            let Arranged { plan, faults } = times(day, &tried)?;
            let harm = (faults.len(), plan.routes.iter().map(|route| u64::from(route.back)).sum());
            if best.as_ref().is_none_or(|(least, _)| harm < *least) {
                best = Some((harm, tried.swap_remove(group)));
            }
        }
    }
    Ok(best.map_or_else(|| given.clone(), |(_, sequence)| sequence))
}

fn times(day: &Day, sequences: &[Vec<usize>]) -> Result<Arranged, Problem> {
    arrange(&day.problem, sequences).map_err(|defect| Problem::internal(&defect))
}
