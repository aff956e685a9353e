//! What would be done instead (备选方案): if it rains, if there is no coach, in one group more.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use yuren_index::Snapshot;

use super::body::{AlternativeBody, ModeBody};
use super::building::Day;
use super::candidate::has_roof;
use super::checking::Checker;
use super::fields::{USUAL_WALK_M, usual_leg};
use super::limits::{ADULTS, GROUPS};
use super::lines::LegLines;
use super::question::FieldStudy;
use super::searching::{Asks, Wish, left_out_of, search};
use crate::answer::field_study::plan::PlanAnswer;
use crate::answer::field_study::{AlternativeAnswer, OutcomeWord};
use crate::answer::provenance::Witness;
use crate::planning::Planner;
use crate::problem::Problem;

/// For so long each is looked for, unless the day itself is looked for shorter.
const TIME: Duration = Duration::from_millis(500);
/// What each leaves out is told up to so many.
const LEFT_OUT: usize = 10;

/// The alternatives that a question asks for and that there can be.
pub(crate) fn alternatives<'a>(
    question: &FieldStudy,
    snapshot: &'a Snapshot,
    planner: &Planner,
    witness: &Witness<'a>,
    asks: Asks<'_>,
) -> Result<Vec<AlternativeAnswer<'a>>, Problem> {
    let mut told = Vec::new();
    for &kind in &question.alternatives {
        let Some(other) = changed(question, snapshot, kind) else { continue };
        let day = Day::new(&other, snapshot, planner);
        let lines = LegLines::new(&other, planner, &day.legs);
        let until = Instant::now() + TIME.min(other.time);
        let go_on = || Instant::now() < until && asks() == Wish::GoOn;
        let found = search(&other, &day, &day.problem, None, &go_on, &mut |_| ControlFlow::Continue(()))?;
        if let Some(plan) = &found.plan {
            Checker::new(&day.problem, planner)?.accept(plan)?;
        }
        let plan = found.plan.as_ref();
        told.push(AlternativeAnswer {
            alternative: kind,
            outcome: if plan.is_some() { OutcomeWord::Plan } else { OutcomeWord::None },
            plan: plan.map(|plan| PlanAnswer::new(&other, snapshot, (&day, &lines), plan, witness)),
            left_out: left_out_of(&other, snapshot, &day, plan.unwrap_or(&found.attempt), LEFT_OUT).0,
        });
    }
    Ok(told)
}

/// The question as it would be; `None` = it cannot be so, or is so already.
fn changed(question: &FieldStudy, snapshot: &Snapshot, kind: AlternativeBody) -> Option<FieldStudy> {
    let mut other = FieldStudy { order: None, ..question.clone() };
    match kind {
        AlternativeBody::Rain => {
            if question.roofed {
                return None;
            }
            other.roofed = true;
            // What of the route has no roof, others stand in for.
            other.only_named = false;
            other.must.retain(|&place| has_roof(snapshot, place));
        }
        AlternativeBody::NoCoach => {
            if question.mode != ModeBody::Coach {
                return None;
            }
            other.mode = ModeBody::Walk;
            other.max_leg = question.max_leg.min(usual_leg(ModeBody::Walk));
            other.max_walk_m = Some(USUAL_WALK_M);
        }
        AlternativeBody::Split => {
            other.groups += 1;
            // Whoever splits finds one adult more, where an adult went with each.
            other.adults = other.adults.max(other.groups as u32);
            let is_possible = other.groups <= GROUPS && other.groups as u32 <= other.pupils && other.adults <= ADULTS;
            if !is_possible || question.from_now.is_some() {
                return None;
            }
        }
    }
    Some(other)
}
