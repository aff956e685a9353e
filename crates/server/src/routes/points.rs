//! `/api/v1/planning/points`.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};
use tokio::time::timeout;
use utoipa::ToSchema;

use super::{JSON, bytes, json};
use crate::answer::points::PointsAnswer;
use crate::planning::limits::LARGEST_FILE;
use crate::planning::points::PointsOptions;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;
use crate::upload::{self, Upload};

/// For so long a file waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);
/// For so long a file may take to arrive once it is its turn: anybody may send one, and others wait.
const LONGEST_UPLOAD: Duration = Duration::from_mins(1);

/// A form of two parts.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes a body that is read part by part")]
pub(crate) struct PointsUpload {
    /// The points: xlsx, csv or GeoJSON, at most 16 MiB, with its filename.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// What is said of it, as JSON.
    options: PointsOptions,
}

/// Points from a file
///
/// Demand points with their weights, or candidates, out of a table or GeoJSON, ready to be put into a question for coverage or siting.
/// A polygon counts by a point inside it. Rows that cannot be used are left out and named. Nothing is kept.
///
/// `curl http://127.0.0.1:8080/api/v1/planning/points -F file=@population.csv -F 'options={"use":"demand","datum":"wgs84"}'`
#[utoipa::path(
    post, path = "/api/v1/planning/points", operation_id = "planningPoints", tag = "planning",
    request_body(content = PointsUpload, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The points, and what was found row by row", body = PointsAnswer<'static>),
        (status = 413, description = "The file or its options are too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 422, description = "The file as a whole cannot be used, or has too many points", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 429, description = "Too many are being read", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn points(
    request: HttpRequest,
    state: web::Data<State>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    // Nothing of the body is read before its turn, so that those who wait take no memory.
    let turn = timeout(PATIENCE, state.planner.files.acquire()).await.map_err(|_| too_many())?;
    let _turn = turn.map_err(|error| Problem::internal(&error))?;
    let upload = timeout(LONGEST_UPLOAD, upload::read(&request, payload.into_inner(), LARGEST_FILE));
    let upload: Upload<PointsOptions> = upload.await.map_err(|_| too_slow())??;
    let body = state.work(move |snapshot| {
        let Upload { file_name, bytes: sent, options } = upload;
        let reading = options.read(&sent, &file_name, snapshot);
        drop(sent);
        if let Some(answer) = PointsAnswer::new(&file_name, &options, &reading) {
            return bytes(&answer);
        }
        let problem = Problem::unfit_file("The file as a whole cannot be used.", &reading.findings);
        Err(problem.headers(reading.headers))
    });
    Ok(json(JSON, "no-store", body.await?))
}

fn too_many() -> Problem {
    let detail = "Others are sending files of points; the server reads few at once.";
    Problem::new(Code::TooManyAttempts, detail).retry_after_s(PATIENCE.as_secs())
}

fn too_slow() -> Problem {
    let seconds = LONGEST_UPLOAD.as_secs();
    let problem = Problem::new(Code::InvalidContent, format!("The file did not arrive within {seconds} s."));
    problem.parameter("file").allowed(format!("a file that arrives within {seconds} s"))
}
