//! `/healthz`, `/readyz`, `/metrics`: for those who run the server.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::{JSON, bytes, json};
use crate::params::{Asked, Nothing};
use crate::problem::Problem;
use crate::state::State;

const NEVER_KEPT: &str = "no-store";

/// Whether the process answers.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok`.
    status: &'static str,
}

/// Whether questions about the city are answered.
#[derive(Serialize, ToSchema)]
pub(crate) struct Readiness {
    /// `ready`; `degraded` while the store cannot be reached: reading goes on, edits are refused.
    status: &'static str,
    /// The number of the last edit that is being served.
    revision: u64,
    /// How many places are being served, withdrawn ones included.
    places: usize,
}

/// Health
///
/// Answers as long as the process does.
#[utoipa::path(get, path = "/healthz", operation_id = "health", tag = "operations",
    responses((status = 200, description = "The process answers", body = Health)))]
pub(crate) async fn health(_: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    Ok(json(JSON, NEVER_KEPT, bytes(&Health { status: "ok" })?))
}

/// Readiness
///
/// Answers once the whole city is served; the server never serves part of one.
#[utoipa::path(get, path = "/readyz", operation_id = "readiness", tag = "operations",
    responses((status = 200, description = "The city is served", body = Readiness)))]
pub(crate) async fn readiness(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    let edition = state.edition();
    let snapshot = &edition.snapshot;
    let (revision, places) = (snapshot.revision(), snapshot.places().len());
    let status = if state.live.is_reachable() { "ready" } else { "degraded" };
    Ok(json(JSON, NEVER_KEPT, bytes(&Readiness { status, revision, places })?))
}

/// Metrics
///
/// In the text form of `OpenMetrics`. No query, point or search text is in them.
#[utoipa::path(get, path = "/metrics", operation_id = "metrics", tag = "operations",
    responses((status = 200, description = "The numbers", body = String, content_type = "application/openmetrics-text")))]
pub(crate) async fn metrics(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    state.metrics.note(&state.edition().snapshot, state.live.is_reachable());
    let text = state.metrics.to_text().map_err(|error| Problem::internal(&error))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8"))
        .insert_header((CACHE_CONTROL, NEVER_KEPT))
        .body(text))
}
