//! What was done to a place, or to a study route, as its editors see it.

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use yuren_catalog::Revision;
use yuren_store::AuditRow;

use crate::params::table::ENTRY_LIMIT;
use crate::params::{FromQuery, Query, Use};
use crate::problem::Problem;

/// What was done to a place, or to a study route, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct History<'a> {
    entries: Vec<HistoryEntry<'a>>,
}

/// One change of it.
#[derive(Serialize, ToSchema)]
struct HistoryEntry<'a> {
    /// The commit.
    revision: Revision,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: DateTime<Utc>,
    /// The account, or `[operator]` for whoever runs the program, `[link]` and an office for a place's staff, `[city pack]`.
    by: String,
    /// Why, in their words.
    why: &'a str,
    /// It before; null = there was none.
    #[schema(required, value_type = Option<Object>)]
    before: Option<&'a RawValue>,
    /// It after.
    #[schema(value_type = Object)]
    after: &'a RawValue,
}

/// How much of a history is asked for.
pub(crate) struct HistoryQuery {
    /// So many entries at most.
    pub(super) limit: usize,
}

impl FromQuery for HistoryQuery {
    const DECLARED: &'static [Use] = &[ENTRY_LIMIT.optional()];

    fn from_query(query: Query, _: &yuren_index::Snapshot) -> Result<Self, Problem> {
        Ok(Self { limit: query.need(&ENTRY_LIMIT)? })
    }
}

/// The answer that tells these rows.
pub(super) fn history_of<I>(rows: &[AuditRow<I>]) -> Result<HttpResponse, Problem> {
    let read = |row: &AuditRow<I>| Ok((row.before.as_deref().map(raw).transpose()?, raw(&row.after)?));
    let texts = rows.iter().map(read).collect::<Result<Vec<_>, Problem>>()?;
    let entries = rows.iter().zip(&texts).map(|(row, (before, after))| HistoryEntry {
        revision: row.revision,
        at: row.at,
        by: row.by.to_string(),
        why: &row.why,
        before: before.as_deref(),
        after,
    });
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(History { entries: entries.collect() }))
}

/// JSON text that the store gave.
pub(super) fn raw(text: &str) -> Result<Box<RawValue>, Problem> {
    RawValue::from_string(text.to_owned()).map_err(|error| Problem::internal(&error))
}
