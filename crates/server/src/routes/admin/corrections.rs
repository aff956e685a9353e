//! `/api/v1/admin/corrections`: the reviewers' queue.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_index::Snapshot;
use yuren_store::{AccountRole, Closing, Correction, CorrectionState, StoreError, Verdict};

use crate::clock;
use crate::content::Content;
use crate::params::table::{ENTRY_LIMIT, REPORT_STATE};
use crate::params::{Asked, FromQuery, Query, Use};
use crate::people::Person;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::routes::corrections::{no_such_report, state_of};
use crate::state::State;

/// Which reports are asked for.
pub(crate) struct QueueQuery {
    state: CorrectionState,
    limit: usize,
}

impl FromQuery for QueueQuery {
    const DECLARED: &'static [Use] = &[REPORT_STATE.optional(), ENTRY_LIMIT.optional()];

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        Ok(Self { state: query.need(&REPORT_STATE)?.0, limit: query.need(&ENTRY_LIMIT)? })
    }
}

/// Reports, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Queue {
    reports: Vec<QueuedReport>,
}

/// A report as reviewers see it.
#[derive(Serialize, ToSchema)]
struct QueuedReport {
    id: String,
    /// Id of the place.
    place: String,
    /// Name of the place as it is now.
    #[schema(required)]
    place_name: Option<String>,
    /// What is wrong.
    kind: &'static str,
    /// In the reporter's words.
    text: String,
    /// How to ask back; erased when the report is closed.
    #[schema(required)]
    contact: Option<String>,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    at: DateTime<Utc>,
    /// `open`, `accepted` or `rejected`.
    state: &'static str,
    /// What the reporter may read.
    #[schema(required)]
    reply: Option<String>,
    /// The account that closed it.
    #[schema(required)]
    closed_by: Option<String>,
}

/// How a report is closed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Close {
    /// `accepted` or `rejected`.
    state: String,
    /// What the reporter may read.
    #[serde(default)]
    reply: String,
}

/// The reviewers' queue
#[utoipa::path(
    get, path = "/api/v1/admin/corrections", operation_id = "corrections", tag = "editing",
    params(Asked<QueueQuery>),
    responses((status = 200, description = "The reports", body = Queue), Refusals)
)]
pub(crate) async fn queue(
    state: web::Data<State>,
    person: Person,
    Asked(asked): Asked<QueueQuery>,
) -> Result<HttpResponse, Problem> {
    // Contacts are for reviewers only.
    person.need(AccountRole::Reviewer)?;
    let corrections = state.live.store.corrections(asked.state, None, asked.limit as u32).await?;
    let edition = state.edition();
    let show = |correction: Correction| {
        let name = edition.snapshot.place(&correction.place).map(|place| place.name.clone());
        QueuedReport {
            state: state_of(correction.closing.as_ref()).as_str(),
            closed_by: correction.closing.as_ref().map(|closing| closing.by.to_string()),
            reply: correction.closing.map(|closing| closing.reply),
            id: correction.id.to_string(),
            place: correction.place.to_string(),
            place_name: name,
            kind: correction.kind.as_str(),
            text: correction.text,
            contact: correction.contact,
            at: correction.at,
        }
    };
    let reports = corrections.into_iter().map(show).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(Queue { reports }))
}

/// Close a report
///
/// Its contact is erased.
#[utoipa::path(
    post, path = "/api/v1/admin/corrections/{report}/close", operation_id = "closeCorrection", tag = "editing",
    params(
        ("report" = String, Path, description = "The report's id"),
        ("X-CSRF-Token" = String, Header, description = "The session's second token"),
    ),
    request_body = Close,
    responses(
        (status = 204, description = "It is closed"),
        (status = 404, description = "No open report has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn close(
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(Close { state: verdict, reply }): Content<Close>,
) -> Result<HttpResponse, Problem> {
    person.need(AccountRole::Reviewer)?;
    let verdict = match verdict.as_str() {
        "accepted" => Verdict::Accepted,
        "rejected" => Verdict::Rejected,
        other => {
            let problem = Problem::new(Code::InvalidContent, "A report is closed by one of two states.");
            return Err(problem.parameter("state").value(other).allowed("accepted, rejected"));
        }
    };
    let report = id.parse().map_err(|_| no_such_report(&id))?;
    let closing = Closing { verdict, reply, by: person.account.name.clone(), at: clock::now() };
    state.live.store.close_correction(&report, &closing).await.map_err(|error| match error {
        StoreError::Missing(_) => no_such_report(&id),
        error => error.into(),
    })?;
    Ok(HttpResponse::NoContent().finish())
}
