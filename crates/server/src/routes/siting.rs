//! `/api/v1/siting`.

use std::sync::Arc;
use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};
use tokio::time::timeout;

use super::lines::in_lines;
use crate::answer::siting::SitingEvent;
use crate::content;
use crate::planning::body::SitingBody;
use crate::planning::limits::LARGEST_BODY;
use crate::planning::question::Question;
use crate::planning::siting::{SitingQuestion, parts};
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// For so long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the next sites would go
///
/// Of the candidates, those that serve best beside the sites that are there. A new site is taken to meet every need. The answer is lines of JSON, an
/// event each: a good choice comes at once; then it is proven the best, or how far it may be from that is told. Whoever closes the
/// connection stops the search.
#[utoipa::path(
    post, path = "/api/v1/siting", operation_id = "siting", tag = "planning",
    request_body = SitingBody,
    responses(
        (status = 200, description = "Events, a line each", body = SitingEvent, content_type = "application/x-ndjson"),
        (status = 413, description = "The body is too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 429, description = "Too many are being worked on", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn siting(
    request: HttpRequest,
    state: web::Data<State>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let body = content::json_bytes(&request, payload.into_inner(), LARGEST_BODY).await?;
    let (coverage, part) = parts(content::parse(&body)?)?;
    let turn = timeout(PATIENCE, Arc::clone(&state.planner.searches).acquire_owned());
    let turn = turn.await.map_err(|_| too_many())?.map_err(|error| Problem::internal(&error))?;
    let (edition, planner) = (state.edition(), Arc::clone(&state.planner));
    let asked = Arc::clone(&planner);
    let question = state.work(move |snapshot| {
        let question = Question::of_body(&coverage, snapshot, &asked)?;
        SitingQuestion::of_body(&part, question, snapshot, &asked)
    });
    let question = question.await?;
    Ok(in_lines(move |lines| {
        let _turn = turn;
        let mut tell = |event: &SitingEvent| lines.send(event);
        if let Err(problem) = question.place(&edition.snapshot, &planner, &mut tell) {
            // Nobody may listen any more.
            let _ = lines.send(&SitingEvent::Failed { problem: problem.to_json() });
        }
    }))
}

fn too_many() -> Problem {
    let detail = "Others are searching for sites; the server works on few searches at once.";
    Problem::new(Code::TooManyAttempts, detail).retry_after_s(PATIENCE.as_secs())
}
