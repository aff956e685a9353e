//! `/api/v1/itineraries`.

use std::cell::Cell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::http::header::{CONTENT_DISPOSITION, ContentEncoding, HeaderValue, VARY};
use actix_web::{HttpRequest, HttpResponse, web};
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use tokio::time::timeout;
use yuren_index::Snapshot;
use yuren_tiles::Lang;

use super::encoded::Encoded;
use super::lines::{Lines, in_lines};
use crate::accept::preferred;
use crate::answer::field_study::export::FieldStudyFeatures;
use crate::answer::field_study::{FieldStudyAnswer, FieldStudyEvent};
use crate::content;
use crate::edition::Edition;
use crate::field_study::DayFormat;
use crate::field_study::body::FieldStudyBody;
use crate::field_study::limits::LARGEST_BODY;
use crate::field_study::question::FieldStudy;
use crate::field_study::searching::Wish;
use crate::field_study::solving::plan_day;
use crate::params::table::{DAY_FORMAT, LANG};
use crate::params::{Asked, FromQuery, Query, Use};
use crate::planning::Planner;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// A sign of life goes out this often; whether anybody listens is found out by writing alone.
const SIGN_EVERY: Duration = Duration::from_millis(500);
/// For so long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// What an answer is wanted as, and in which language a calendar and routes are.
pub(crate) struct FormQuery(Option<DayFormat>, Lang);

impl FromQuery for FormQuery {
    const DECLARED: &'static [Use] = &[DAY_FORMAT.optional(), LANG.optional()];

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        Ok(Self(query.get(&DAY_FORMAT)?, query.need(&LANG)?))
    }
}

/// A day of field study
///
/// Which places a school's groups visit on a day, in which order and when, so that they are let in everywhere and back in time; and of
/// whatever is left out, why. Every plan was accepted by a checker that shares nothing with the solver. Where there is none, the smallest
/// changes with which there is one. A calendar (`ics`) and routes (`gpx`) name things in one language, `lang`; the rest has every
/// name. `format=ndjson` tells each better plan as it is found; whoever closes the connection stops the search.
///
/// `curl http://127.0.0.1:8080/api/v1/itineraries -H 'Content-Type: application/json' -d
/// '{"school":{"lon":119.44,"lat":32.39},"date":"2026-12-03","pupils":60,"grade":5,"themes":["canal"]}'`
#[utoipa::path(
    post, path = "/api/v1/itineraries", operation_id = "fieldStudyDay", tag = "field study",
    params(Asked<FormQuery>),
    request_body = FieldStudyBody,
    responses(
        (status = 200, description = "The day", content(
            (FieldStudyAnswer<'static> = "application/json"),
            (FieldStudyEvent<'static> = "application/x-ndjson"),
            (FieldStudyFeatures<'static> = "application/geo+json"),
            (String = "text/calendar"),
            (String = "application/gpx+xml"),
        )),
        (status = 413, description = "The body is too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 429, description = "Too many are being worked on", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn itineraries(
    request: HttpRequest,
    state: web::Data<State>,
    Asked(FormQuery(format, lang)): Asked<FormQuery>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let body = content::json_bytes(&request, payload.into_inner(), LARGEST_BODY).await?;
    let body: FieldStudyBody = content::parse(&body)?;
    let offers = DayFormat::ALL.map(|format| (format.media_type(), format));
    let format = format.or_else(|| preferred(&request, &offers)).unwrap_or(DayFormat::Json);
    let turn = timeout(PATIENCE, Arc::clone(&state.planner.days).acquire_owned());
    let turn = turn.await.map_err(|_| too_many())?.map_err(|error| Problem::internal(&error))?;
    let asked = Arc::clone(&state.planner);
    let edition = state.edition();
    let held = Arc::clone(&edition);
    let question = crate::aside::aside(move || FieldStudy::of_body(&body, &held.snapshot, &asked)).await??;
    let work = Work { question, edition, planner: Arc::clone(&state.planner), _turn: turn };
    let encoding = Encoded::wanted(&request, format.media_type());
    if format == DayFormat::Lines { Ok(lines(work)) } else { whole(work, (format, lang), encoding).await }
}

fn too_many() -> Problem {
    let detail = "Others are planning their days; the server works on few at once.";
    Problem::new(Code::TooManyAttempts, detail).retry_after_s(PATIENCE.as_secs())
}

/// A question that has its turn.
struct Work {
    question: FieldStudy,
    edition: Arc<Edition>,
    planner: Arc<Planner>,
    _turn: OwnedSemaphorePermit,
}

/// The answer line by line, as it comes.
fn lines(work: Work) -> HttpResponse {
    let mut response = in_lines(move |lines| send(&work, lines));
    response.headers_mut().insert(VARY, HeaderValue::from_static("Accept"));
    response
}

/// Plans the day, and sends an event a line.
fn send(work: &Work, lines: &Lines) {
    let mut tell = |event: &FieldStudyEvent<'_>| {
        // That nobody listens any more is seen when it is next asked whether to go on.
        let _ = lines.send(event);
    };
    let last = Cell::new(Instant::now());
    let asks = || {
        if last.get().elapsed() >= SIGN_EVERY {
            last.set(Instant::now());
            lines.send_in_passing(&FieldStudyEvent::Searching {});
        }
        if lines.is_closed() { Wish::Leave } else { Wish::GoOn }
    };
    if let Err(problem) = plan_day(&work.question, &work.edition.snapshot, &work.planner, &asks, &mut tell) {
        tell(&FieldStudyEvent::Failed { problem: problem.to_json() });
    }
}

/// The answer once it is whole.
async fn whole(
    work: Work,
    (format, lang): (DayFormat, Lang),
    encoding: ContentEncoding,
) -> Result<HttpResponse, Problem> {
    let date = work.question.date;
    let (told, waited_for) = oneshot::channel();
    let plan = move || {
        let mut bytes = None;
        let snapshot = &work.edition.snapshot;
        let mut tell = |event: &FieldStudyEvent<'_>| {
            if let FieldStudyEvent::Done(answer) = event {
                bytes = Some(format.bytes(snapshot, answer, lang));
            }
        };
        let asks = || if told.is_closed() { Wish::Leave } else { Wish::GoOn };
        let done = plan_day(&work.question, snapshot, &work.planner, &asks, &mut tell);
        let bytes = done.and_then(|()| bytes.unwrap_or_else(|| Err(Problem::internal(&"nobody waits for the day"))));
        // Whoever has left is told nothing.
        let _ = told.send(bytes.and_then(|bytes| Encoded::new(bytes, encoding)));
    };
    drop(tokio::task::spawn_blocking(plan));
    let encoded = waited_for.await.map_err(|error| Problem::internal(&error))??;
    let content_type = match format {
        DayFormat::Ics => "text/calendar; charset=utf-8",
        _ => format.media_type(),
    };
    let mut response = encoded.answer(content_type, "Accept, Accept-Encoding");
    let headers = response.headers_mut();
    if !matches!(format, DayFormat::Json | DayFormat::Lines) {
        let disposition = format!("attachment; filename=\"field-study-{date}.{}\"", format.as_str());
        let disposition = HeaderValue::from_str(&disposition).map_err(|error| Problem::internal(&error))?;
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}
