//! `/api/v1/corrections`: anybody may say that something is wrong with a place.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_catalog::PlaceId;
use yuren_store::{Closing, Correction, CorrectionKind, CorrectionState, NewCorrection, StoreError};

use crate::clock;
use crate::content::Content;
use crate::params::{Asked, Nothing};
use crate::people::token;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// So many reports an hour from one address.
const MOST_AN_HOUR: u64 = 5;
/// Longest text, in characters.
const LONGEST_TEXT: usize = 500;
/// Longest contact, in characters.
const LONGEST_CONTACT: usize = 100;

/// What is wrong with a place. It has no geometry: where something is, the reviewer finds out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Report {
    /// Id of the place.
    place: String,
    /// `closed`, `moved`, `hours`, `not_free`, `name`, `unsafe` or `other`.
    kind: String,
    /// What is wrong, in at most 500 characters; needed for `other`.
    #[serde(default)]
    text: String,
    /// How to ask back, in at most 100 characters. Only reviewers see it, and it is erased when the report is closed.
    #[serde(default)]
    contact: Option<String>,
}

/// That a report has come in.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReportTaken {
    /// Its id: whoever has it can ask what came of the report.
    id: String,
}

/// What came of a report.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReportState {
    /// Id of the place.
    place: String,
    /// What is wrong.
    kind: &'static str,
    /// `open`, `accepted` or `rejected`.
    state: &'static str,
    /// What the reviewer answers; null while it is open.
    #[schema(required)]
    reply: Option<String>,
}

/// Report something wrong
///
/// Anybody may, without signing in; at most five an hour from one address. The address is not kept: only a hash of it, with
/// a secret that changes each day.
#[utoipa::path(
    post, path = "/api/v1/corrections", operation_id = "reportCorrection", tag = "places",
    request_body = Report,
    responses(
        (status = 202, description = "It is in the reviewers' queue", body = ReportTaken),
        (status = 404, description = "No place has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 429, description = "Too many reports", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn report(
    request: HttpRequest,
    state: web::Data<State>,
    Content(Report { place, kind, text, contact }): Content<Report>,
) -> Result<HttpResponse, Problem> {
    let kind: CorrectionKind = kind.parse().map_err(|_| {
        let kinds = CorrectionKind::ALL.map(CorrectionKind::as_str).join(", ");
        Problem::new(Code::InvalidContent, "There is no such kind of report.")
            .parameter("kind")
            .value(&kind)
            .allowed(kinds)
    })?;
    let text = bounded("text", &text, LONGEST_TEXT)?;
    let contact = contact.map(|contact| bounded("contact", &contact, LONGEST_CONTACT)).transpose()?;
    if text.is_empty() && kind == CorrectionKind::Other {
        let problem = Problem::new(Code::InvalidContent, "It is not said what is wrong.").parameter("text");
        return Err(problem.allowed(format!("1 to {LONGEST_TEXT} characters")));
    }
    let id: PlaceId = place.parse().map_err(|_| Problem::no_such_place("place", &place))?;
    let (now, store) = (clock::now(), &state.live.store);
    let today = clock::today(state.edition().snapshot.city());
    let reporter = state.reporters.hash(address(&request, &state), today).await;
    if store.reports_of(&reporter, now - TimeDelta::hours(1)).await? >= MOST_AN_HOUR {
        let detail = format!("There have been {MOST_AN_HOUR} reports from here within an hour.");
        return Err(Problem::new(Code::TooManyAttempts, detail).retry_after_s(600));
    }
    let correction = NewCorrection {
        id: token::fresh_id().parse().map_err(|error| Problem::internal(&error))?,
        place: id,
        kind,
        text,
        contact: contact.filter(|contact| !contact.is_empty()),
        reporter,
    };
    store.report(&correction, now).await.map_err(|error| match error {
        StoreError::Missing(_) => Problem::no_such_place("place", &place),
        error => error.into(),
    })?;
    let taken = ReportTaken { id: correction.id.to_string() };
    Ok(HttpResponse::Accepted().insert_header((CACHE_CONTROL, "no-store")).json(taken))
}

/// What came of a report
#[utoipa::path(
    get, path = "/api/v1/corrections/{report}", operation_id = "correctionState", tag = "places",
    params(("report" = String, Path, description = "The report's id")),
    responses(
        (status = 200, description = "Its state", body = ReportState),
        (status = 404, description = "No report has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn report_state(
    state: web::Data<State>,
    id: web::Path<String>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let found = match id.parse() {
        Ok(id) => state.live.store.correction(&id).await?,
        Err(_) => None,
    };
    let Correction { place, kind, closing, .. } = found.ok_or_else(|| no_such_report(&id))?;
    let answer = ReportState {
        place: place.to_string(),
        kind: kind.as_str(),
        state: state_of(closing.as_ref()).as_str(),
        reply: closing.map(|closing| closing.reply),
    };
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(answer))
}

/// The state of a report that was closed so, if it was.
pub(crate) fn state_of(closing: Option<&Closing>) -> CorrectionState {
    closing.map_or(CorrectionState::Open, |closing| CorrectionState::Closed(closing.verdict))
}

/// Nobody has made a report with this id.
pub(crate) fn no_such_report(id: &str) -> Problem {
    Problem::new(Code::NoSuchReport, "There is no report with this id.").parameter("report").value(id)
}

fn bounded(field: &str, text: &str, longest: usize) -> Result<String, Problem> {
    let text = text.trim();
    let length = text.chars().count();
    if length <= longest {
        return Ok(text.to_owned());
    }
    let problem = Problem::new(Code::InvalidContent, format!("It has {length} characters.")).parameter(field);
    Err(problem.allowed(format!("at most {longest} characters")))
}

/// Where the request comes from. Behind a proxy, which is what a public address means, it is what the proxy added last.
fn address(request: &HttpRequest, state: &State) -> IpAddr {
    let forwarded = || {
        let header = request.headers().get_all("x-forwarded-for").last()?;
        header.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
    if state.is_behind_proxy() { forwarded().unwrap_or(peer) } else { peer }
}
