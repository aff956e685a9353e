//! A day is put to the solver: the first plan is told as soon as it is there, better ones while time lasts, and at the end the whole
//! answer. Each plan is held against the checker before anybody is told of it.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use yuren_geodesy::DatumName;
use yuren_index::Snapshot;
use yuren_itinerary::{Outcome, Plan, Problem as Numbers, Progress, Route, solve};

use super::alternatives::alternatives;
use super::arranging::{Sequenced, arranged, begin_with};
use super::building::Day;
use super::changing::changes;
use super::checking::Checker;
use super::limits::LEFT_OUT;
use super::question::FieldStudy;
use crate::answer::field_study::left_out::{self, LeftOutAnswer};
use crate::answer::field_study::plan::PlanAnswer;
use crate::answer::field_study::{FieldStudyAnswer, FieldStudyEvent, OutcomeWord};
use crate::answer::provenance::Witness;
use crate::planning::Planner;
use crate::problem::Problem;

/// Better plans are told this often at most; the first is told at once.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// Where plans go.
pub(crate) type Tell<'t> = &'t mut dyn FnMut(&FieldStudyEvent<'_>);
/// Who is asked, again and again, whether to go on.
pub(crate) type Asks<'t> = &'t dyn Fn() -> Wish;

/// What whoever waits for a plan wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// A better one, while time lasts.
    GoOn,
    /// The best so far.
    Finish,
    /// None: nobody waits any more.
    Leave,
}

/// What a search came to.
pub(crate) struct Found {
    /// A plan that meets everything asked.
    pub(crate) plan: Option<Plan>,
    /// The best there was, where there is none: what of the rest it leaves no room for.
    pub(crate) attempt: Plan,
    pub(crate) iterations: u64,
}

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
    let witness = Witness::new(snapshot);
    let mut answer = FieldStudyAnswer::new(question, snapshot);
    let checker = Checker::new(&day.problem, planner)?;
    let attempt = if question.order.as_ref().is_some_and(|order| !order.improve) {
        let Sequenced { plan, faults, is_accepted } = arranged(question, snapshot, &day)?;
        if is_accepted {
            checker.accept(&plan)?;
        }
        (answer.outcome, answer.checked, answer.faults) = (OutcomeWord::Arranged, is_accepted, faults);
        answer.plan = Some(PlanAnswer::new(question, snapshot, &day, &plan, &witness));
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
                tell(&FieldStudyEvent::Better(PlanAnswer::new(question, snapshot, &day, &plan, &witness)));
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
            answer.plan = Some(PlanAnswer::new(question, snapshot, &day, &plan, &witness));
            plan
        } else {
            answer.changes = changes(question, snapshot, planner, &day, asks)?;
            found.attempt
        }
    };
    // Whoever gives a sequence has left out the rest by will.
    if answer.outcome != OutcomeWord::Arranged {
        let (left_out, more) = left_out_of(question, snapshot, &day, &attempt, LEFT_OUT);
        (answer.left_out, answer.left_out_more) = (left_out, more);
    }
    answer.alternatives = alternatives(question, snapshot, planner, &witness, asks)?;
    answer.synthetic = answer.plan.as_ref().is_some_and(PlanAnswer::is_synthetic);
    answer.colophon = witness.colophon(DatumName::Wgs84);
    tell(&FieldStudyEvent::Done(Box::new(answer)));
    Ok(())
}

/// What a plan leaves out, at most so many, and how many more there are.
pub(crate) fn left_out_of<'a>(
    question: &FieldStudy,
    snapshot: &'a Snapshot,
    day: &Day,
    plan: &Plan,
    most: usize,
) -> (Vec<LeftOutAnswer<'a>>, usize) {
    let reasons = yuren_itinerary::left_out(&day.problem, plan);
    let mut told = left_out::all(question, snapshot, day, &reasons);
    let more = told.len().saturating_sub(most);
    told.truncate(most);
    (told, more)
}

/// Searches while `go_on` says so, or until `better` breaks off: it is asked at every step, and sees each better plan that meets
/// everything.
pub(crate) fn search(
    question: &FieldStudy,
    day: &Day,
    problem: &Numbers,
    from: Option<&Plan>,
    go_on: &dyn Fn() -> bool,
    better: &mut dyn FnMut(Option<&Plan>) -> ControlFlow<()>,
) -> Result<Found, Problem> {
    let mut iterations = 0;
    let mut watch = |progress: &Progress<'_>| {
        iterations = progress.iterations;
        better(progress.better.filter(|plan| is_whole(question, day, problem, plan)))?;
        if go_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let outcome = solve(problem, from, question.seed, &mut watch).map_err(|defect| Problem::internal(&defect))?;
    let nothing = || Plan { score: 0, routes: vec![Route::default(); problem.groups.len()] };
    let (plan, attempt) = match outcome {
        Outcome::Planned(plan) if is_whole(question, day, problem, &plan) => (Some(plan), Plan::default()),
        Outcome::Planned(plan) | Outcome::Lacking { plan, .. } => (None, plan),
        Outcome::Stuck { .. } => (None, nothing()),
    };
    Ok(Found { plan, attempt, iterations })
}

/// Whether a plan of the solver's meets all that must be, and is a day out: every group visits something. Who is under way may go
/// straight home.
fn is_whole(question: &FieldStudy, day: &Day, problem: &Numbers, plan: &Plan) -> bool {
    let musts: Vec<usize> = (0..problem.points.len()).filter(|&point| problem.points[point].must).collect();
    let needed = || problem.one_of.iter().filter(|set| set.must);
    let is_out = |route: &Route| route.visits.iter().any(|visit| day.is_visit(visit.point));
    plan.routes.iter().all(|route| {
        let visits = |point: usize| route.visits.iter().any(|visit| visit.point == point);
        (question.from_now.is_some() || is_out(route))
            && musts.iter().all(|&point| visits(point))
            && needed().all(|set| set.points.iter().any(|&point| visits(point)))
    })
}
