//! `/api/v1/coverage`.

use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use yuren_index::Snapshot;

use super::encoded::Encoded;
use super::{GEO_JSON, JSON, XLSX, bytes};
use crate::accept::preferred;
use crate::answer::coverage::export::{CoverageFeatures, csv, xlsx};
use crate::answer::coverage::{CoverageAnswer, OtherKind};
use crate::answer::travel_kind::TravelKind;
use crate::content;
use crate::planning::Planner;
use crate::planning::body::CoverageBody;
use crate::planning::coverage::Coverage;
use crate::planning::limits::LARGEST_BODY;
use crate::planning::question::Question;
use crate::problem::{Problem, ProblemDocument, Refusals};
use crate::state::State;

/// What an answer on coverage comes as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    GeoJson,
    Csv,
    Xlsx,
}

impl Form {
    /// By media type; JSON for who asks for nothing in particular.
    const OFFERS: [(&str, Self); 4] =
        [(JSON, Self::Json), (GEO_JSON, Self::GeoJson), ("text/csv", Self::Csv), (XLSX, Self::Xlsx)];

    fn bytes(self, answer: &CoverageAnswer<'_>) -> Result<Vec<u8>, Problem> {
        match self {
            Self::Json => bytes(answer),
            Self::GeoJson => bytes(&CoverageFeatures::new(answer)),
            Self::Csv => csv(answer),
            Self::Xlsx => xlsx(answer),
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Json => JSON,
            Self::GeoJson => GEO_JSON,
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => XLSX,
        }
    }

    fn answer(self, encoded: Encoded) -> HttpResponse {
        let disposition = match self {
            Self::Json => "inline",
            Self::GeoJson => "attachment; filename=\"coverage.geojson\"",
            Self::Csv => "attachment; filename=\"coverage.csv\"",
            Self::Xlsx => "attachment; filename=\"coverage.xlsx\"",
        };
        let mut response = encoded.answer(self.media_type(), "Accept, Accept-Encoding");
        response.headers_mut().insert(CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
        response
    }
}

/// Who is served
///
/// For needs, a way of travelling, a threshold and a time slice: the share of the demand points' weight that is served, in total, by
/// district and by town; the time of each point; how the times are spread. A scenario adds, moves and removes sites. Times come from
/// streets where the server has them; else they are estimated from the straight line, and say so.
///
/// `curl http://127.0.0.1:8080/api/v1/coverage -H 'Content-Type: application/json' -d '{"needs":[["venue"]],"max_minutes":15}'`
#[utoipa::path(
    post, path = "/api/v1/coverage", operation_id = "coverage", tag = "planning",
    request_body = CoverageBody,
    responses(
        (status = 200, description = "Who is served; the files state how it was worked out, the day of the data, and what was estimated", content(
            (CoverageAnswer<'static> = "application/json"),
            (CoverageFeatures<'static> = "application/geo+json"),
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 413, description = "The body is too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn coverage(
    request: HttpRequest,
    state: web::Data<State>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let body = content::json_bytes(&request, payload.into_inner(), LARGEST_BODY).await?;
    let body: CoverageBody = content::parse(&body)?;
    let form = preferred(&request, &Form::OFFERS).unwrap_or(Form::Json);
    let encoding = Encoded::wanted(&request, form.media_type());
    let _turn = state.planner.turns.acquire().await.map_err(|error| Problem::internal(&error))?;
    let planner = state.planner.clone();
    let written = move |answer: &CoverageAnswer<'_>| Encoded::new(form.bytes(answer)?, encoding);
    let body = state.work(move |snapshot| answer(&body, snapshot, &planner, written));
    Ok(form.answer(body.await?))
}

/// The answer to a question, as `written` writes it.
pub(crate) fn answer<T>(
    body: &CoverageBody,
    snapshot: &Snapshot,
    planner: &Planner,
    written: impl FnOnce(&CoverageAnswer<'_>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let question = Question::of_body(body, snapshot, planner)?;
    let coverage = Coverage::of(&question, snapshot, planner)?;
    let other = other_kind(&question, snapshot, planner)?;
    written(&CoverageAnswer::new(&question, snapshot, &coverage, other)?)
}

/// The same question by the other kind of times.
fn other_kind(question: &Question, snapshot: &Snapshot, planner: &Planner) -> Result<Option<OtherKind>, Problem> {
    if !planner.has_streets() || question.threshold.metres.is_some() {
        return Ok(None);
    }
    let kind = match question.kind {
        TravelKind::Estimate => TravelKind::Network,
        TravelKind::Network => TravelKind::Estimate,
    };
    let coverage = Coverage::of(&Question { kind, ..question.clone() }, snapshot, planner)?;
    OtherKind::new(kind, &coverage).map(Some)
}
