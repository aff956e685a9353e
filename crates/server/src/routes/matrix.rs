//! `/api/v1/matrix`.

use actix_web::{HttpRequest, HttpResponse, web};

use super::encoded::Encoded;
use super::{JSON, bytes};
use crate::answer::matrix::MatrixAnswer;
use crate::content;
use crate::planning::body::MatrixBody;
use crate::planning::limits::LARGEST_BODY;
use crate::planning::matrix::MatrixQuestion;
use crate::problem::{Problem, ProblemDocument, Refusals};
use crate::state::State;

/// Times from many points to many
///
/// By streets where the server has them, else estimated from the straight line; at most 2,500 by 2,500 points and 4,000,000 pairs.
#[utoipa::path(
    post, path = "/api/v1/matrix", operation_id = "matrix", tag = "planning",
    request_body = MatrixBody,
    responses(
        (status = 200, description = "The times", body = MatrixAnswer),
        (status = 413, description = "The body is too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn matrix(
    request: HttpRequest,
    state: web::Data<State>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let body = content::json_bytes(&request, payload.into_inner(), LARGEST_BODY).await?;
    let body: MatrixBody = content::parse(&body)?;
    let encoding = Encoded::wanted(&request, JSON);
    let _turn = state.planner.turns.acquire().await.map_err(|error| Problem::internal(&error))?;
    let planner = state.planner.clone();
    let answer = state.work(move |snapshot| {
        let question = MatrixQuestion::of_body(&body, snapshot, &planner)?;
        let answer = MatrixAnswer::new(question.mode, question.kind, &question.times(snapshot, &planner));
        Encoded::new(bytes(&answer)?, encoding)
    });
    Ok(answer.await?.answer(JSON, "Accept-Encoding"))
}
