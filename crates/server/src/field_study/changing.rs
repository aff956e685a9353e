//! Where there is no plan: the smallest changes of the question with which there is one.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use yuren_index::Snapshot;
use yuren_itinerary::{Group, Plan, Point, Problem as Numbers, Reach, Relaxation, Steps, relaxations};

use super::body::UnknownHoursBody;
use super::building::Day;
use super::candidate::Barred;
use super::checking::Checker;
use super::question::FieldStudy;
use super::searching::{Asks, Wish, search};
use super::several_days::several_days;
use crate::answer::field_study::changes::ChangeAnswer;
use crate::planning::Planner;
use crate::problem::Problem;

/// For so long changes are tried out, all together.
const ALL: Duration = Duration::from_secs(3);
/// For so long one is.
const ONE: Duration = Duration::from_millis(40);
/// So many are told.
const MOST: usize = 12;
/// Minutes and metres, and how far they are moved.
const REACH: Reach = Reach { time: Steps { step: 5, most: 120 }, walk_m: Steps { step: 500, most: 6_000 } };

/// The changes with which there is a plan, those given up most easily first.
pub(crate) fn changes<'a>(
    question: &FieldStudy,
    snapshot: &'a Snapshot,
    planner: &Planner,
    day: &Day,
    asks: Asks<'_>,
) -> Result<Vec<ChangeAnswer<'a>>, Problem> {
    let asking = ask_first(question, snapshot, planner, day)?;
    if day.chosen.is_empty() {
        return Ok(asking.into_iter().collect());
    }
    let over = Instant::now() + ALL;
    let mut failed = None;
    let mut attempt = |problem: &Numbers| {
        let now = Instant::now();
        if now >= over || failed.is_some() || asks() != Wish::GoOn || is_hopeless(question, day, problem) {
            return None;
        }
        let mut first = |found: Option<&Plan>| match found {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        };
        let go_on = || Instant::now() < (now + ONE).min(over);
        match search(question, day, problem, None, &go_on, &mut first) {
            Ok(found) => found.plan,
            Err(problem) => {
                failed = Some(problem);
                None
            }
        }
    };
    let found = relaxations(&day.problem, REACH, &mut attempt);
    let days = if found.is_empty() { several_days(question, &day.problem, &mut attempt) } else { None };
    if let Some(problem) = failed {
        return Err(problem);
    }
    let accepts = |problem: &Numbers, plan: &Plan| Checker::new(problem, planner).is_ok_and(|it| it.accepts(plan));
    let is_right =
        |found: &&Relaxation| found.change.applied(&day.problem).is_some_and(|changed| accepts(&changed, &found.plan));
    let told = found.iter().filter(is_right).filter_map(|found| ChangeAnswer::new(question, snapshot, day, found));
    let told = asking
        .into_iter()
        .chain(told)
        .take(MOST)
        .chain(days.filter(|days| accepts(&days.problem, &days.plan)).map(ChangeAnswer::several_days));
    Ok(told.collect())
}

/// The change to asking the places whose hours nobody knows, if there is a plan with it.
fn ask_first<'a>(
    question: &FieldStudy,
    snapshot: &'a Snapshot,
    planner: &Planner,
    day: &Day,
) -> Result<Option<ChangeAnswer<'a>>, Problem> {
    if day.candidates.iter().all(|candidate| candidate.barred != Some(Barred::HoursUnknown)) {
        return Ok(None);
    }
    let other = FieldStudy { unknown_hours: UnknownHoursBody::AskFirst, ..question.clone() };
    let asked = Day::new(&other, snapshot, planner);
    if is_hopeless(&other, &asked, &asked.problem) {
        return Ok(None);
    }
    let until = Instant::now() + ONE;
    let mut first = |found: Option<&Plan>| match found {
        Some(_) => ControlFlow::Break(()),
        None => ControlFlow::Continue(()),
    };
    let found = search(&other, &asked, &asked.problem, None, &|| Instant::now() < until, &mut first)?;
    let checker = Checker::new(&asked.problem, planner)?;
    let plan = found.plan.filter(|plan| checker.accepts(plan));
    Ok(plan.map(|plan| ChangeAnswer::ask_first(question, snapshot, day, plan.score)))
}

/// Whether one sees without a search that there is no plan: a place that must be visited lets a group in at no time, or there is a group
/// that none lets in.
fn is_hopeless(question: &FieldStudy, day: &Day, problem: &Numbers) -> bool {
    let lets_in = |point: &Point, group: &Group| {
        let most = [point.group_max, point.at_once].into_iter().flatten().min();
        !point.windows.is_empty()
            && point.group_min.is_none_or(|least| group.people >= least)
            && most.is_none_or(|most| group.people <= most)
    };
    let visits = || problem.points.iter().enumerate().filter(|(point, _)| day.is_visit(*point)).map(|(_, point)| point);
    problem.groups.iter().any(|group| {
        visits().any(|point| point.must && !lets_in(point, group))
            || (question.from_now.is_none() && !visits().any(|point| lets_in(point, group)))
    })
}
