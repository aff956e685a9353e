//! Planners' questions put by a program and not over HTTP: the same bodies, the same answers.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;

use serde_json::Value;
use yuren_index::Snapshot;
use yuren_ingest::Findings;
use yuren_network::Streets;
use yuren_tiles::Lang;

use super::Planner;
use super::points::PointsOptions;
use super::question::Question;
use super::siting::{SitingQuestion, parts};
use crate::answer::field_study::FieldStudyEvent;
use crate::answer::points::PointsAnswer;
use crate::field_study::DayFormat;
use crate::field_study::question::FieldStudy;
use crate::field_study::searching::Wish;
use crate::field_study::solving::plan_day;
use crate::problem::Problem;
use crate::routes::coverage::answer;

/// A city, ready for planners' questions.
pub struct Desk {
    snapshot: Snapshot,
    planner: Planner,
}

impl Desk {
    /// The desk of a city as it is now, with its streets where it has any.
    pub fn new(snapshot: Snapshot, streets: Option<Arc<Streets>>) -> Self {
        Self { snapshot, planner: Planner::new(streets) }
    }

    /// What `POST /api/v1/coverage` answers to this body; the error is a problem's sentence.
    pub fn coverage(&self, body: &Value) -> Result<Value, String> {
        let answered = answer(&of_value(body)?, &self.snapshot, &self.planner, |answer| {
            serde_json::to_value(answer).map_err(|error| Problem::internal(&error))
        });
        answered.map_err(said)
    }

    /// What `POST /api/v1/planning/points` answers to a file of this name and these options, and all that was found in it; null in place
    /// of an answer where the file as a whole cannot be used.
    pub fn points(&self, file_name: &str, bytes: &[u8], options: &Value) -> Result<(Value, Findings), String> {
        let options: PointsOptions = of_value(options)?;
        let reading = options.read(bytes, file_name, &self.snapshot);
        let answer = PointsAnswer::new(file_name, &options, &reading).map(|answer| serde_json::to_value(&answer));
        let answer = answer.transpose().map_err(|error| format!("no answer: {error}"))?;
        Ok((answer.unwrap_or_default(), reading.findings))
    }

    /// The events that `POST /api/v1/siting` answers this body with, one by one; `tell` stops it.
    pub fn siting(&self, body: &Value, tell: &mut dyn FnMut(Value) -> ControlFlow<()>) -> Result<(), String> {
        let (coverage, part) = parts(body.clone()).map_err(said)?;
        let question = Question::of_body(&coverage, &self.snapshot, &self.planner).map_err(said)?;
        let question = SitingQuestion::of_body(&part, question, &self.snapshot, &self.planner).map_err(said)?;
        let mut tell = |event: &_| serde_json::to_value(event).map_or(ControlFlow::Break(()), &mut *tell);
        question.place(&self.snapshot, &self.planner, &mut tell).map_err(said)
    }

    /// What `POST /api/v1/itineraries` answers to this body in this format and language. Each better plan is told as it is found;
    /// once `is_enough`, the best so far is the answer.
    pub fn field_study(
        &self,
        body: &Value,
        (format, lang): (DayFormat, Lang),
        is_enough: &dyn Fn() -> bool,
        better: &mut dyn FnMut(Value),
    ) -> Result<Vec<u8>, String> {
        let body = of_value(body)?;
        let question = FieldStudy::of_body(&body, &self.snapshot, &self.planner).map_err(said)?;
        let mut answer = Err(Problem::internal(&"the day was not told"));
        let mut tell = |event: &FieldStudyEvent<'_>| match event {
            FieldStudyEvent::Better(plan) => better(serde_json::to_value(plan).unwrap_or_default()),
            FieldStudyEvent::Done(done) => answer = format.bytes(&self.snapshot, done, lang),
            FieldStudyEvent::Searching {} | FieldStudyEvent::Failed { .. } => {}
        };
        let asks = || if is_enough() { Wish::Finish } else { Wish::GoOn };
        plan_day(&question, &self.snapshot, &self.planner, &asks, &mut tell).map_err(said)?;
        answer.map_err(said)
    }
}

fn of_value<T: serde::de::DeserializeOwned>(body: &Value) -> Result<T, String> {
    crate::content::of_value(body.clone()).map_err(said)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn said(problem: Problem) -> String {
    problem.to_string()
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("city", &self.snapshot.city().name).finish_non_exhaustive()
    }
}
