//! A day is put to the solver: the first plan is told as soon as it is there, better ones while time lasts, and at the end the whole
//! answer. Each plan is held against the checker before anybody is told of it.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use yuren_geodesy::DatumName;
use yuren_index::Snapshot;
use yuren_itinerary::Plan;

use super::alternatives::alternatives;
use super::arranging::{Sequenced, arranged, begin_with};
use super::building::Day;
use super::changing::changes;
use super::checking::Checker;
use super::limits::LEFT_OUT;
use super::lines::LegLines;
use super::question::FieldStudy;
use super::searching::{Asks, Wish, left_out_of, search};
use crate::answer::field_study::left_out::withdrawn;
use crate::answer::field_study::plan::PlanAnswer;
use crate::answer::field_study::{FieldStudyAnswer, FieldStudyEvent, OutcomeWord};
use crate::answer::provenance::Witness;
use crate::planning::Planner;
use crate::problem::Problem;

/// Better plans are told this often at most; the first is told at once.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// Where plans go.
pub(crate) type Tell<'t> = &'t mut dyn FnMut(&FieldStudyEvent<'_>);

/// Plans a day and tells what is found, until the time is over or somebody wishes otherwise.
pub(crate) fn plan_day(
    question: &FieldStudy,
    snapshot: &Snapshot,
    planner: &Planner,
    asks: Asks<'_>,
    tell: Tell<'_>,
) -> Result<(), Problem> {
    let begun = Instant::now();
    let day = Day::new(question, snapshot, planner);
    let lines = LegLines::new(question, planner, &day.legs);
    let witness = Witness::new(snapshot);
    let mut answer = FieldStudyAnswer::new(question, snapshot);
    let checker = Checker::new(&day.problem, planner)?;
    let attempt = if question.order.as_ref().is_some_and(|order| !order.improve) {
        let Sequenced { plan, faults, is_accepted } = arranged(question, snapshot, &day)?;
        if is_accepted {
            checker.accept(&plan)?;
        }
        (answer.outcome, answer.checked, answer.faults) = (OutcomeWord::Arranged, is_accepted, faults);
        answer.plan = Some(PlanAnswer::new(question, snapshot, (&day, &lines), &plan, &witness));
        plan
    } else {
        let from = begin_with(question, &day)?;
        let (mut last, mut waiting): (Option<Instant>, Option<Plan>) = (None, None);
        let mut better = |found: Option<&Plan>| {
            if found.is_some() {
                waiting = found.cloned();
            }
            let is_time = last.is_none_or(|last| last.elapsed() >= TOLD_EVERY);
            if let Some(plan) = waiting.take_if(|_| is_time).filter(|plan| checker.accepts(plan)) {
                last = Some(Instant::now());
                tell(&FieldStudyEvent::Better(PlanAnswer::new(question, snapshot, (&day, &lines), &plan, &witness)));
            }
            ControlFlow::Continue(())
        };
        let until = begun + question.time;
        let go_on = || Instant::now() < until && asks() == Wish::GoOn;
        let found = search(question, &day, &day.problem, from.as_ref(), &go_on, &mut better)?;
        if asks() == Wish::Leave {
            return Ok(());
        }
        answer.iterations = found.iterations;
        if let Some(plan) = found.plan {
            checker.accept(&plan)?;
            (answer.outcome, answer.checked) = (OutcomeWord::Plan, true);
            answer.plan = Some(PlanAnswer::new(question, snapshot, (&day, &lines), &plan, &witness));
            plan
        } else {
            answer.changes = changes(question, snapshot, planner, &day, asks)?;
            found.attempt
        }
    };
    answer.left_out = withdrawn(question, snapshot);
    // Beside a sequence with faults there is no saying what of the rest would fit.
    if answer.outcome != OutcomeWord::Arranged || answer.faults.is_empty() {
        let most = LEFT_OUT.saturating_sub(answer.left_out.len());
        let (left_out, more) = left_out_of(question, snapshot, &day, &attempt, most);
        answer.left_out.extend(left_out);
        answer.left_out_more = more;
    }
    answer.alternatives = alternatives(question, snapshot, planner, &witness, asks)?;
    answer.synthetic = answer.plan.as_ref().is_some_and(PlanAnswer::is_synthetic);
    answer.colophon = witness.colophon(DatumName::Wgs84);
    tell(&FieldStudyEvent::Done(Box::new(answer)));
    Ok(())
}
