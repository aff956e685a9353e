//! Which state a change is of, by entity tags; and what came of it.

use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderName, IF_MATCH, IF_NONE_MATCH};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Expected, Revision};

use crate::editing::Committed;
use crate::problem::{Code, FindingDocument, Problem};

/// What came of a change.
#[derive(Serialize, ToSchema)]
#[schema(as = Committed)]
pub(crate) struct CommittedAnswer {
    /// The commit; this server serves it already.
    revision: Revision,
    /// What is worth a look.
    warnings: Vec<FindingDocument>,
}

/// The answer to a change that was committed.
pub(super) fn answer(Committed { revision, warnings }: Committed) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((ETAG, tag(revision)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(CommittedAnswer { revision, warnings })
}

/// The entity tag of what a commit left.
pub(super) fn tag(revision: Revision) -> String {
    format!("\"r{revision}\"")
}

/// What the change is a change of, by its preconditions (RFC 9110, section 13.1).
pub(super) fn expected(request: &HttpRequest) -> Result<Expected, Problem> {
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let refused = |name: &str, value: &str, allowed: &str| {
        let detail = format!("The header {name} names no state here.");
        Problem::new(Code::PreconditionRequired, detail).parameter(name).value(value).allowed(allowed)
    };
    match (header(IF_MATCH), header(IF_NONE_MATCH)) {
        (Some(tag), None) => {
            let revision = tag.strip_prefix("\"r").and_then(|tag| tag.strip_suffix('"'));
            let revision = revision.and_then(|revision| revision.parse().ok());
            revision.map(Expected::AsOf).ok_or_else(|| refused("If-Match", tag, "the entity tag of what was read"))
        }
        (None, Some("*")) => Ok(Expected::Absent),
        (None, Some(tag)) => Err(refused("If-None-Match", tag, "*")),
        (Some(tag), Some(_)) => Err(refused("If-Match", tag, "one of If-Match and If-None-Match")),
        (None, None) => {
            let detail = "It is not said which state this is a change of.";
            Err(Problem::new(Code::PreconditionRequired, detail).allowed("If-Match, or If-None-Match: *"))
        }
    }
}
