//! Everything that this server refuses, in one table.
//!
//! A refusal is a [`Problem`]: an RFC 9457 document whose `code` is one of [`Code`]. Which code to use where:
//!
//! - a query parameter: [`Code::UnknownParameter`], [`Code::RepeatedParameter`], [`Code::EmptyParameter`],
//!   [`Code::MissingParameter`] and [`Code::InvalidParameter`] come from [`crate::params`] by themselves; a route only ever
//!   adds [`Code::ConflictingParameters`];
//! - a value that is well formed but stands for nothing here: its own code ([`Code::UnknownRegion`],
//!   [`Code::BrokenCursor`], [`Code::TileOutOfRange`]);
//! - a body: [`Code::InvalidContent`] for its shape ([`crate::content`] makes it), [`Code::UnfitPlace`] and
//!   [`Code::UnfitStudyRoute`] for a place or a study route that breaks a rule, [`Code::UnfitFile`] for a list that cannot be used at all, [`Code::ContentTooLarge`] for its size;
//! - who asks: [`Code::NotSignedIn`], [`Code::WrongNameOrPassword`], [`Code::TooManyAttempts`], [`Code::ForgedRequest`],
//!   [`Code::NotAllowed`];
//! - a link for a place's staff: [`Code::InvalidLink`], [`Code::ExpiredLink`], [`Code::RevokedLink`],
//!   [`Code::WithdrawnPlace`];
//! - an edit: [`Code::PreconditionRequired`], [`Code::ChangedMeanwhile`];
//! - the store: [`Problem::from`] a `StoreError`;
//! - an address that leads nowhere: [`Code::NoSuchPlace`], [`Code::NoSuchStudyRoute`] for an id, [`Code::NoSuchResource`] for anything else;
//! - a request that is wrong as a whole: [`Code::MethodNotAllowed`], [`Code::ContentNotAllowed`], [`Code::AddressTooLong`];
//! - our own fault: [`Problem::internal`], which logs the cause and tells the client nothing about it.
//!
//! A new code is a variant, its row in [`Code::row`] and its entry in [`Code::ALL`].

use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::{IntoResponses, ToSchema};
use yuren_ingest::{Findings, Severity};
use yuren_store::{Changed, StoreError};

/// Longest piece of a client's text that a problem repeats, in characters.
const REPEATED_CHARS: usize = 80;

/// So many findings say why a file is refused.
const MOST_REASONS: usize = 20;

/// The name of a problem, as programs read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ProblemCode)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Code {
    UnknownParameter,
    RepeatedParameter,
    EmptyParameter,
    MissingParameter,
    InvalidParameter,
    ConflictingParameters,
    UnknownRegion,
    BrokenCursor,
    TileOutOfRange,
    NoSuchPlace,
    NoSuchStudyRoute,
    NoSuchChange,
    NoSuchReport,
    NoSuchResource,
    MethodNotAllowed,
    ContentNotAllowed,
    AddressTooLong,
    ContentTooLarge,
    InvalidContent,
    UnfitPlace,
    UnfitStudyRoute,
    UnfitFile,
    NotSignedIn,
    WrongNameOrPassword,
    TooManyAttempts,
    ForgedRequest,
    NotAllowed,
    InvalidLink,
    ExpiredLink,
    RevokedLink,
    WithdrawnPlace,
    PreconditionRequired,
    ChangedMeanwhile,
    StoreUnavailable,
    StoreFull,
    Internal,
}

/// What the table says of a code.
pub(crate) struct Row {
    /// As in answers.
    pub(crate) code: &'static str,
    /// HTTP status.
    pub(crate) status: StatusCode,
    /// What happened, in a few words that never change.
    pub(crate) title: &'static str,
    /// What the caller can do about it.
    pub(crate) remedy: &'static str,
}

impl Code {
    /// Every code, in the order of the table.
    pub(crate) const ALL: [Self; 36] = [
        Self::UnknownParameter,
        Self::RepeatedParameter,
        Self::EmptyParameter,
        Self::MissingParameter,
        Self::InvalidParameter,
        Self::ConflictingParameters,
        Self::UnknownRegion,
        Self::BrokenCursor,
        Self::TileOutOfRange,
        Self::NoSuchPlace,
        Self::NoSuchStudyRoute,
        Self::NoSuchChange,
        Self::NoSuchReport,
        Self::NoSuchResource,
        Self::MethodNotAllowed,
        Self::ContentNotAllowed,
        Self::AddressTooLong,
        Self::ContentTooLarge,
        Self::InvalidContent,
        Self::UnfitPlace,
        Self::UnfitStudyRoute,
        Self::UnfitFile,
        Self::NotSignedIn,
        Self::WrongNameOrPassword,
        Self::TooManyAttempts,
        Self::ForgedRequest,
        Self::NotAllowed,
        Self::InvalidLink,
        Self::ExpiredLink,
        Self::RevokedLink,
        Self::WithdrawnPlace,
        Self::PreconditionRequired,
        Self::ChangedMeanwhile,
        Self::StoreUnavailable,
        Self::StoreFull,
        Self::Internal,
    ];

    /// This code's row of the table.
    #[expect(clippy::too_many_lines, reason = "it is a table, a row a code")]
    pub(crate) fn row(self) -> Row {
        let (code, status, title, remedy) = match self {
            Self::UnknownParameter => (
                "unknown_parameter",
                StatusCode::BAD_REQUEST,
                "Unknown parameter",
                "Leave it out, or write it as one of those in `allowed`.",
            ),
            Self::RepeatedParameter => (
                "repeated_parameter",
                StatusCode::BAD_REQUEST,
                "Repeated parameter",
                "Give it once; a list is separated by commas.",
            ),
            Self::EmptyParameter => (
                "empty_parameter",
                StatusCode::BAD_REQUEST,
                "Empty parameter",
                "Leave it out, or give it a value as `allowed` says.",
            ),
            Self::MissingParameter => (
                "missing_parameter",
                StatusCode::BAD_REQUEST,
                "Missing parameter",
                "Add the parameter that `parameter` names.",
            ),
            Self::InvalidParameter => {
                ("invalid_parameter", StatusCode::BAD_REQUEST, "Invalid parameter", "Give a value as `allowed` says.")
            }
            Self::ConflictingParameters => (
                "conflicting_parameters",
                StatusCode::BAD_REQUEST,
                "Conflicting parameters",
                "Leave out one of the parameters that `detail` names.",
            ),
            Self::UnknownRegion => (
                "unknown_region",
                StatusCode::BAD_REQUEST,
                "Region not in this city",
                "Take a code from `/api/v1/city` or from a place's `regions`.",
            ),
            Self::BrokenCursor => (
                "broken_cursor",
                StatusCode::BAD_REQUEST,
                "Broken cursor",
                "Follow `next` as it was given, or start again without `cursor`.",
            ),
            Self::TileOutOfRange => (
                "tile_out_of_range",
                StatusCode::BAD_REQUEST,
                "No such tile",
                "Keep within the zooms of the TileJSON document, and x and y below 2 to the power of z.",
            ),
            Self::NoSuchPlace => (
                "no_such_place",
                StatusCode::NOT_FOUND,
                "No place with this id",
                "Take an id from a search or a list; ids are not guessable and never change.",
            ),
            Self::NoSuchStudyRoute => (
                "no_such_study_route",
                StatusCode::NOT_FOUND,
                "No study route with this id",
                "Take an id from `/api/v1/study-routes`.",
            ),
            Self::NoSuchChange => (
                "no_such_change",
                StatusCode::NOT_FOUND,
                "No such change of this place or study route",
                "Take a revision from its history.",
            ),
            Self::NoSuchReport => (
                "no_such_report",
                StatusCode::NOT_FOUND,
                "No such report",
                "Use the id that the report was answered with; only an open one can be closed.",
            ),
            Self::NoSuchResource => {
                ("no_such_resource", StatusCode::NOT_FOUND, "Nothing at this address", "See `/docs` for what there is.")
            }
            Self::MethodNotAllowed => (
                "method_not_allowed",
                StatusCode::METHOD_NOT_ALLOWED,
                "Method not allowed here",
                "Use one of the methods in the `Allow` header.",
            ),
            Self::ContentNotAllowed => (
                "content_not_allowed",
                StatusCode::PAYLOAD_TOO_LARGE,
                "Request with content",
                "Send no body: everything asked here stands in the address.",
            ),
            Self::AddressTooLong => (
                "address_too_long",
                StatusCode::URI_TOO_LONG,
                "Address too long",
                "Keep path and query together under 8,000 bytes.",
            ),
            Self::ContentTooLarge => (
                "content_too_large",
                StatusCode::PAYLOAD_TOO_LARGE,
                "Body too large",
                "Send less at once, as `allowed` says.",
            ),
            Self::InvalidContent => (
                "invalid_content",
                StatusCode::BAD_REQUEST,
                "Body of another shape",
                "Correct the field that `parameter` names.",
            ),
            Self::UnfitPlace => (
                "unfit_place",
                StatusCode::UNPROCESSABLE_ENTITY,
                "The place breaks a rule",
                "Mend what `findings` lists; nothing was changed.",
            ),
            Self::UnfitStudyRoute => (
                "unfit_study_route",
                StatusCode::UNPROCESSABLE_ENTITY,
                "The study route breaks a rule",
                "Mend what `findings` lists; nothing was changed.",
            ),
            Self::UnfitFile => (
                "unfit_file",
                StatusCode::UNPROCESSABLE_ENTITY,
                "The file cannot be used",
                "Mend what `findings` lists, and send the file again; nothing was imported.",
            ),
            Self::NotSignedIn => {
                ("not_signed_in", StatusCode::UNAUTHORIZED, "Not signed in", "Sign in by `POST /api/v1/session`.")
            }
            Self::WrongNameOrPassword => (
                "wrong_name_or_password",
                StatusCode::UNAUTHORIZED,
                "Wrong name or password",
                "Try again; an admin can set a new password by `yuren user password`.",
            ),
            Self::TooManyAttempts => (
                "too_many_attempts",
                StatusCode::TOO_MANY_REQUESTS,
                "Too many attempts",
                "Wait as many seconds as `Retry-After` says.",
            ),
            Self::ForgedRequest => (
                "forged_request",
                StatusCode::FORBIDDEN,
                "Not sent by our page",
                "Send the session's `csrf_token` in the header `X-CSRF-Token`.",
            ),
            Self::NotAllowed => (
                "not_allowed",
                StatusCode::FORBIDDEN,
                "Not yours to do",
                "Ask an admin for the role, district or kind that `detail` names.",
            ),
            Self::InvalidLink => (
                "invalid_link",
                StatusCode::FORBIDDEN,
                "Not a link of ours",
                "Open the whole link as it was sent, or ask its office for another.",
            ),
            Self::ExpiredLink => (
                "expired_link",
                StatusCode::GONE,
                "The link's time is over",
                "Ask the office that sent it for another.",
            ),
            Self::RevokedLink => (
                "revoked_link",
                StatusCode::GONE,
                "The link was taken back",
                "Ask the office that sent it for another: the account that made it may no longer do so.",
            ),
            Self::WithdrawnPlace => (
                "withdrawn_place",
                StatusCode::GONE,
                "The place is no longer on the map",
                "Tell the office that keeps the map if that is a mistake.",
            ),
            Self::PreconditionRequired => (
                "precondition_required",
                StatusCode::PRECONDITION_REQUIRED,
                "Which state is this a change of?",
                "Send the entity tag of what was read in `If-Match`, or `If-None-Match: *` for a new place.",
            ),
            Self::ChangedMeanwhile => (
                "changed_meanwhile",
                StatusCode::PRECONDITION_FAILED,
                "Somebody else changed it",
                "Read it again and make the change anew; nothing was changed.",
            ),
            Self::StoreUnavailable => (
                "store_unavailable",
                StatusCode::SERVICE_UNAVAILABLE,
                "Edits are not possible now",
                "Try again after the seconds in `Retry-After`; reading goes on meanwhile.",
            ),
            Self::StoreFull => (
                "store_full",
                StatusCode::INSUFFICIENT_STORAGE,
                "The disk is full",
                "Tell the operator; reading goes on meanwhile.",
            ),
            Self::Internal => (
                "internal",
                StatusCode::INTERNAL_SERVER_ERROR,
                "The server failed",
                "Try again; if it stays, tell the operator the time of the request.",
            ),
        };
        Row { code, status, title, remedy }
    }
}

/// A problem document (RFC 9457, `application/problem+json`).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDocument<'a> {
    /// Where the code is explained.
    #[serde(rename = "type")]
    #[schema(example = "/docs/problems#invalid_parameter")]
    uri: String,
    /// What happened, in a few words; the same for every problem of this code.
    title: &'static str,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// The name by which programs tell problems apart.
    code: Code,
    /// What happened this time, for people.
    detail: &'a str,
    /// The parameter at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'a str>,
    /// The value found, shortened if long.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    /// What would have been right.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<&'a str>,
    /// What is wrong with a place, each with the field and what would mend it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    findings: &'a [FindingDocument],
    /// The names in the header of a file that cannot be used, where it has one: which column is what may be said by them.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    headers: &'a [String],
}

/// One thing wrong with a place, or with a study route.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = PlaceFinding)]
pub(crate) struct FindingDocument {
    /// Id of the place; null = it is about the one thing that was sent.
    #[schema(required)]
    pub(crate) place: Option<String>,
    /// The field, such as `roles[0].fee.source`.
    #[schema(required)]
    pub(crate) field: Option<String>,
    /// What is wrong, with the value found.
    pub(crate) problem: String,
    /// What would mend it.
    pub(crate) mend: String,
}

/// What any question may be refused with.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "its variants describe answers; the answers themselves are `Problem`s")]
pub(crate) enum Refusals {
    /// The question is wrong: `parameter`, `value` and `allowed` say where and how.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(ProblemDocument<'static>),
    /// The server failed.
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(ProblemDocument<'static>),
}

/// A refusal on its way to the client.
#[derive(Debug)]
pub(crate) struct Problem {
    code: Code,
    said: Box<Said>,
}

/// What a refusal says beside its code.
#[derive(Debug, Default)]
struct Said {
    detail: String,
    parameter: Option<String>,
    value: Option<String>,
    allowed: Option<String>,
    findings: Vec<FindingDocument>,
    headers: Vec<String>,
    /// Seconds after which it is worth another try.
    retry_after_s: Option<u64>,
}

impl Problem {
    /// A problem of this code; `detail` is a sentence for people.
    pub(crate) fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, said: Box::new(Said { detail: detail.into(), ..Said::default() }) }
    }

    /// Names the parameter at fault.
    #[must_use]
    pub(crate) fn parameter(mut self, name: &str) -> Self {
        self.said.parameter = Some(shortened(name));
        self
    }

    /// Repeats the value found.
    #[must_use]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.said.value = Some(shortened(value));
        self
    }

    /// Says what would have been right.
    #[must_use]
    pub(crate) fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.said.allowed = Some(allowed.into());
        self
    }

    /// Lists what is wrong with places.
    #[must_use]
    pub(crate) fn findings(mut self, findings: Vec<FindingDocument>) -> Self {
        self.said.findings = findings;
        self
    }

    /// Lists the names in a file's header.
    #[must_use]
    pub(crate) fn headers(mut self, headers: Vec<String>) -> Self {
        self.said.headers = headers;
        self
    }

    /// Says when it is worth another try.
    #[must_use]
    pub(crate) fn retry_after_s(mut self, seconds: u64) -> Self {
        self.said.retry_after_s = Some(seconds);
        self
    }

    /// No place has the id that `parameter` carries.
    pub(crate) fn no_such_place(parameter: &str, id: &str) -> Self {
        let detail = format!("There is no place with the id {:?}.", shortened(id));
        Self::new(Code::NoSuchPlace, detail).parameter(parameter).value(id)
    }

    /// No study route has the id that `parameter` carries.
    pub(crate) fn no_such_study_route(parameter: &str, id: &str) -> Self {
        let detail = format!("There is no study route with the id {:?}.", shortened(id));
        Self::new(Code::NoSuchStudyRoute, detail).parameter(parameter).value(id)
    }

    /// A file cannot be used as a whole, for the errors among what was found.
    pub(crate) fn unfit_file(detail: &str, findings: &Findings) -> Self {
        let errors = findings.told().iter().filter(|finding| finding.severity == Severity::Error);
        let reason = |finding: &yuren_ingest::Finding| FindingDocument {
            place: None,
            field: Some(finding.rule.to_string()),
            problem: finding.meaning_en.clone(),
            mend: finding.mend_en.clone(),
        };
        Self::new(Code::UnfitFile, detail).findings(errors.take(MOST_REASONS).map(reason).collect())
    }

    /// Our own fault: `cause` goes to the log and not to the client. It must hold nothing from the request.
    pub(crate) fn internal(cause: &dyn fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self::new(Code::Internal, "The server could not answer this request.")
    }

    /// Its document, where it comes after an answer has begun.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        serde_json::to_value(self.document()).unwrap_or_default()
    }

    fn document(&self) -> ProblemDocument<'_> {
        let Row { code, status, title, .. } = self.code.row();
        let said = &self.said;
        ProblemDocument {
            uri: format!("/docs/problems#{code}"),
            title,
            status: status.as_u16(),
            code: self.code,
            detail: &said.detail,
            parameter: said.parameter.as_deref(),
            value: said.value.as_deref(),
            allowed: said.allowed.as_deref(),
            findings: &said.findings,
            headers: &said.headers,
        }
    }

    /// Which problem it is.
    #[cfg(test)]
    pub(crate) fn code(&self) -> Code {
        self.code
    }
}

/// At most [`REPEATED_CHARS`] of a client's text.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(REPEATED_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        /// Seconds after which a store that could not be reached is worth another try.
        const PAUSE_S: u64 = 2;
        match &error {
            StoreError::Conflict { changed, .. } => {
                let what = match changed {
                    Changed::Place(_) => "place",
                    Changed::StudyRoute(_) => "study route",
                };
                let detail = format!("The {what} {changed} has been changed since it was read.");
                Self::new(Code::ChangedMeanwhile, detail).value(&changed.to_string())
            }
            StoreError::Unavailable(_) => {
                tracing::warn!(%error, "the store cannot be reached");
                Self::new(Code::StoreUnavailable, "The store cannot be reached; nothing was changed.")
                    .retry_after_s(PAUSE_S)
            }
            StoreError::Uncertain(_) => {
                tracing::warn!(%error, "the store did not say whether it committed");
                let detail = "The store did not say whether it took the change: read again before you repeat it.";
                Self::new(Code::StoreUnavailable, detail).retry_after_s(PAUSE_S)
            }
            StoreError::Full => {
                tracing::error!(%error, "a change was refused");
                Self::new(Code::StoreFull, "There is no room for the change; nothing was changed.")
            }
            StoreError::OutOfBounds(detail) => Self::new(Code::InvalidContent, detail.clone()),
            _ => Self::internal(&error),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.code.row().status
    }

    fn error_response(&self) -> HttpResponse {
        let (status, said, document) = (self.status_code(), &self.said, self.document());
        let mut response = HttpResponse::build(status);
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        if self.code == Code::MethodNotAllowed {
            response.insert_header((header::ALLOW, said.allowed.as_deref().unwrap_or("GET, HEAD")));
        }
        if let Some(seconds) = said.retry_after_s {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        response
            .insert_header((header::CONTENT_TYPE, "application/problem+json"))
            .body(serde_json::to_string(&document).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_in_the_table_under_the_name_that_answers_carry() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.row().code);
            assert!(code.row().remedy.ends_with('.'));
        }
    }

    #[test]
    fn every_code_is_in_the_readme_with_its_status() {
        for Row { code, status, .. } in Code::ALL.map(Code::row) {
            assert!(include_str!("../README.md").contains(&format!("| `{code}` | {} |", status.as_u16())), "{code}");
        }
    }

    #[test]
    fn a_long_value_is_cut_at_a_character() {
        let problem = Problem::new(Code::InvalidParameter, "x").value(&"育".repeat(200));
        assert_eq!(problem.said.value.unwrap(), format!("{}…", "育".repeat(80)));
    }

    #[test]
    fn an_internal_problem_tells_nothing_of_its_cause() {
        let problem = Problem::internal(&"disk /dev/sda1 on fire");
        assert!(!problem.to_string().contains("sda1"));
    }
}
