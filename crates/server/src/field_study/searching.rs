//! A search for a plan with the solver, and what a plan leaves out: of a day as it was asked for, changed, or otherwise.

use std::ops::ControlFlow;

use yuren_index::Snapshot;
use yuren_itinerary::{Outcome, Plan, Problem as Numbers, Progress, Route, solve};

use super::building::Day;
use super::question::FieldStudy;
use crate::answer::field_study::left_out::{self, LeftOutAnswer};
use crate::problem::Problem;

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
