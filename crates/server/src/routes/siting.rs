//! `/api/v1/siting`.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream::unfold;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::answer::siting::SitingEvent;
use crate::content;
use crate::edition::Edition;
use crate::planning::Planner;
use crate::planning::body::SitingBody;
use crate::planning::limits::LARGEST_BODY;
use crate::planning::question::Question;
use crate::planning::siting::{SitingQuestion, parts};
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// Lines of JSON (ndjson.org).
const LINES: &str = "application/x-ndjson";
/// So many events may wait for a slow reader; the search waits with them.
const WAITING: usize = 16;
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
    let (events, received) = mpsc::channel(WAITING);
    let search = move || {
        let _turn = turn;
        search(&question, &edition, &planner, &events);
    };
    // It ends by itself: when it is done, when its time is over, or when nobody listens any more.
    drop(tokio::task::spawn_blocking(search));
    let lines = unfold(received, |mut received: mpsc::Receiver<Bytes>| async move {
        received.recv().await.map(|line| (Ok::<_, actix_web::Error>(line), received))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, LINES))
        .insert_header((CACHE_CONTROL, "no-store"))
        // Proxies such as nginx hold answers back otherwise.
        .insert_header((HeaderName::from_static("x-accel-buffering"), "no"))
        .streaming(lines))
}

fn too_many() -> Problem {
    let detail = "Others are searching for sites; the server works on few searches at once.";
    Problem::new(Code::TooManyAttempts, detail).retry_after_s(PATIENCE.as_secs())
}

/// Searches, and sends an event a line.
fn search(question: &SitingQuestion, edition: &Edition, planner: &Planner, events: &mpsc::Sender<Bytes>) {
    let mut tell = |event: &SitingEvent| {
        let Ok(mut line) = serde_json::to_vec(event) else { return ControlFlow::Break(()) };
        line.push(b'\n');
        match events.blocking_send(line.into()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    };
    if let Err(problem) = question.place(&edition.snapshot, planner, &mut tell) {
        // Nobody may listen any more.
        let _ = tell(&SitingEvent::Failed { problem: problem.to_json() });
    }
}
