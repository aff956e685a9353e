//! `/api/v1/admin/places/…` and `/api/v1/admin/changes`: a place as its editors see it, its history, and changes of it.

use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderName, IF_MATCH, IF_NONE_MATCH};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;
use yuren_catalog::{ChangeSet, Expected, Place, PlaceChange, PlaceId, Revision};
use yuren_store::{AuditRow, Revised};

use crate::content::Content;
use crate::editing::{self, Committed};
use crate::params::table::ENTRY_LIMIT;
use crate::params::{Asked, FromQuery, Nothing, Query, Use};
use crate::people::Person;
use crate::problem::{Code, FindingDocument, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// Most places changed at once here; more is an import.
const MOST_CHANGES: usize = 500;

/// A place as a line of a city pack, and the commit that last changed it.
#[derive(Serialize, ToSchema)]
pub(crate) struct EditablePlace<'a> {
    /// The commit that last changed it; the entity tag says the same.
    revision: Revision,
    /// A GeoJSON feature as in a pack's `places/<district>.geojson`.
    #[schema(value_type = Object)]
    place: &'a RawValue,
}

/// A place as it shall be, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceEdit {
    /// The whole place, a GeoJSON feature as in a pack's `places/<district>.geojson`.
    #[schema(value_type = Object)]
    place: Box<RawValue>,
    /// Why it is changed; kept in its history.
    why: String,
}

/// Places as they shall be, all or none, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ManyEdits {
    /// At most 500, each place once.
    changes: Vec<OneOfMany>,
    /// Why they are changed; kept in the history of each.
    why: String,
}

/// One of many changes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OneOfMany {
    /// The revision that the editor saw; null = there is no such place yet.
    expected: Option<Revision>,
    /// The whole place.
    #[schema(value_type = Object)]
    place: Box<RawValue>,
}

/// Which change to take back, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Undo {
    /// The commit to take back.
    revision: Revision,
    /// Why.
    why: String,
}

/// What came of a change.
#[derive(Serialize, ToSchema)]
#[schema(as = Committed)]
pub(crate) struct CommittedAnswer {
    /// The commit; this server serves it already.
    revision: Revision,
    /// What is worth a look.
    warnings: Vec<FindingDocument>,
}

/// What was done to a place, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct History<'a> {
    entries: Vec<HistoryEntry<'a>>,
}

/// One change of a place.
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
    /// The place before; null = there was none.
    #[schema(required, value_type = Option<Object>)]
    before: Option<&'a RawValue>,
    /// The place after.
    #[schema(value_type = Object)]
    after: &'a RawValue,
}

/// How much of a history is asked for.
pub(crate) struct HistoryQuery {
    limit: usize,
}

impl FromQuery for HistoryQuery {
    const DECLARED: &'static [Use] = &[ENTRY_LIMIT.optional()];

    fn from_query(query: Query, _: &yuren_index::Snapshot) -> Result<Self, Problem> {
        Ok(Self { limit: query.need(&ENTRY_LIMIT)? })
    }
}

/// A place to edit
///
/// As it stands in the store, with the entity tag that a change of it sends back.
#[utoipa::path(
    get, path = "/api/v1/admin/places/{id}", operation_id = "editablePlace", tag = "editing",
    params(("id" = String, Path, description = "The place's id")),
    responses(
        (status = 200, description = "The place", body = EditablePlace<'static>),
        (status = 404, description = "No place has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn place(
    state: web::Data<State>,
    _: Person,
    id: web::Path<String>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let Revised { place, revision } = stored(&state, &id).await?;
    let text = raw(&place.to_feature_json())?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, tag(revision)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(EditablePlace { revision, place: &text }))
}

/// A place's history
#[utoipa::path(
    get, path = "/api/v1/admin/places/{id}/history", operation_id = "placeHistory", tag = "editing",
    params(("id" = String, Path, description = "The place's id"), Asked<HistoryQuery>),
    responses((status = 200, description = "Its changes, newest first", body = History<'static>), Refusals)
)]
pub(crate) async fn history(
    state: web::Data<State>,
    _: Person,
    id: web::Path<String>,
    Asked(HistoryQuery { limit }): Asked<HistoryQuery>,
) -> Result<HttpResponse, Problem> {
    let rows = state.live.store.history(&place_id(&id)?, None, limit as u32).await?;
    let read = |AuditRow { before, after, .. }: &AuditRow| Ok((before.as_deref().map(raw).transpose()?, raw(after)?));
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

/// Change a place
///
/// Sends the whole place as it shall be. `If-Match` carries the entity tag of the place that was read, `If-None-Match: *`
/// says that it is a new one; a change of anything newer is refused, and nothing is lost. A place is never deleted: its
/// `status` becomes `withdrawn`. Answers once this server serves the change.
#[utoipa::path(
    put, path = "/api/v1/admin/places/{id}", operation_id = "changePlace", tag = "editing",
    params(
        ("id" = String, Path, description = "The place's id"),
        ("If-Match" = Option<String>, Header, description = "The entity tag of the place that was read"),
        ("If-None-Match" = Option<String>, Header, description = "`*` for a new place"),
        ("X-CSRF-Token" = String, Header, description = "The session's second token"),
    ),
    request_body = PlaceEdit,
    responses(
        (status = 200, description = "It is changed", body = CommittedAnswer),
        (status = 412, description = "Somebody else changed it", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 422, description = "The place breaks a rule", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn change(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(PlaceEdit { place, why }): Content<PlaceEdit>,
) -> Result<HttpResponse, Problem> {
    let expected = expected(&request)?;
    let place = read(&place)?;
    if place.id.as_str() != id.as_str() {
        let detail = "The place in the body has another id than the address.";
        let problem = Problem::new(Code::InvalidContent, detail).parameter("place.id").value(place.id.as_str());
        return Err(problem.allowed(id.into_inner()));
    }
    let changes = vec![PlaceChange { place, expected }];
    let committed = editing::commit(&state, &person, ChangeSet { changes, why, ..ChangeSet::default() }).await?;
    Ok(answer(committed))
}

/// Change many places
///
/// All or none: one that somebody else changed, or that breaks a rule, and none is changed.
#[utoipa::path(
    post, path = "/api/v1/admin/changes", operation_id = "changePlaces", tag = "editing",
    params(("X-CSRF-Token" = String, Header, description = "The session's second token")),
    request_body = ManyEdits,
    responses(
        (status = 200, description = "They are changed", body = CommittedAnswer),
        (status = 412, description = "Somebody else changed one", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 422, description = "A place breaks a rule", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn change_many(
    state: web::Data<State>,
    person: Person,
    Content(ManyEdits { changes, why }): Content<ManyEdits>,
) -> Result<HttpResponse, Problem> {
    if !(1..=MOST_CHANGES).contains(&changes.len()) {
        let detail = format!("There are {} changes.", changes.len());
        let problem = Problem::new(Code::InvalidContent, detail).parameter("changes");
        return Err(problem.allowed(format!("1 to {MOST_CHANGES} changes")));
    }
    let change = |OneOfMany { expected, place }: OneOfMany| {
        let expected = expected.map_or(Expected::Absent, Expected::AsOf);
        Ok(PlaceChange { place: read(&place)?, expected })
    };
    let changes = changes.into_iter().map(change).collect::<Result<Vec<_>, Problem>>()?;
    let mut ids: Vec<&PlaceId> = changes.iter().map(|change| &change.place.id).collect();
    ids.sort();
    if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        let detail = "A place is changed twice.";
        return Err(Problem::new(Code::InvalidContent, detail).parameter("changes").value(twice[0].as_str()));
    }
    let committed = editing::commit(&state, &person, ChangeSet { changes, why, ..ChangeSet::default() }).await?;
    Ok(answer(committed))
}

/// Take a change back
///
/// By a new change: the place becomes what it was before that commit. Nothing is taken out of its history. If it has been
/// changed since `If-Match`, nothing happens. The change that made the place can be taken back too: the place is withdrawn.
#[utoipa::path(
    post, path = "/api/v1/admin/places/{id}/undo", operation_id = "undoChange", tag = "editing",
    params(
        ("id" = String, Path, description = "The place's id"),
        ("If-Match" = String, Header, description = "The entity tag of the place that was read"),
        ("X-CSRF-Token" = String, Header, description = "The session's second token"),
    ),
    request_body = Undo,
    responses(
        (status = 200, description = "It is as it was", body = CommittedAnswer),
        (status = 404, description = "No such change of this place", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 412, description = "Somebody else changed it", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn undo(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(Undo { revision, why }): Content<Undo>,
) -> Result<HttpResponse, Problem> {
    let expected = expected(&request)?;
    let id = place_id(&id)?;
    let rows = state.live.store.history(&id, Some(revision.saturating_add(1)), 1).await?;
    let row = rows.into_iter().find(|row| row.revision == revision).ok_or_else(|| {
        let detail = format!("Commit {revision} did not change the place {id}.");
        Problem::new(Code::NoSuchChange, detail).parameter("revision").value(&revision.to_string())
    })?;
    let text = |text: &str| Place::from_feature_json(text).map_err(|finding| Problem::internal(&finding.problem));
    let place = match &row.before {
        Some(before) => text(before)?,
        None => Place { status: yuren_catalog::Status::Withdrawn, ..text(&row.after)? },
    };
    let changes = vec![PlaceChange { place, expected }];
    let committed = editing::commit(&state, &person, ChangeSet { changes, why, ..ChangeSet::default() }).await?;
    Ok(answer(committed))
}

fn answer(Committed { revision, warnings }: Committed) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((ETAG, tag(revision)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(CommittedAnswer { revision, warnings })
}

/// The entity tag of a place that a commit left.
fn tag(revision: Revision) -> String {
    format!("\"r{revision}\"")
}

/// What the change is a change of, by its preconditions (RFC 9110, section 13.1).
fn expected(request: &HttpRequest) -> Result<Expected, Problem> {
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let refused = |name: &str, value: &str, allowed: &str| {
        let detail = format!("The header {name} says nothing of a place here.");
        Problem::new(Code::PreconditionRequired, detail).parameter(name).value(value).allowed(allowed)
    };
    match (header(IF_MATCH), header(IF_NONE_MATCH)) {
        (Some(tag), None) => {
            let revision = tag.strip_prefix("\"r").and_then(|tag| tag.strip_suffix('"'));
            let revision = revision.and_then(|revision| revision.parse().ok());
            revision.map(Expected::AsOf).ok_or_else(|| refused("If-Match", tag, "the entity tag of the place"))
        }
        (None, Some("*")) => Ok(Expected::Absent),
        (None, Some(tag)) => Err(refused("If-None-Match", tag, "*")),
        (Some(tag), Some(_)) => Err(refused("If-Match", tag, "one of If-Match and If-None-Match")),
        (None, None) => {
            let detail = "It is not said which state of the place this is a change of.";
            Err(Problem::new(Code::PreconditionRequired, detail).allowed("If-Match, or If-None-Match: *"))
        }
    }
}

/// A place as it stands in the store.
pub(super) async fn stored(state: &State, id: &str) -> Result<Revised, Problem> {
    let found = state.live.store.place(&place_id(id)?).await?;
    found.ok_or_else(|| Problem::no_such_place("id", id))
}

fn place_id(id: &str) -> Result<PlaceId, Problem> {
    id.parse().map_err(|_| Problem::no_such_place("id", id))
}

/// A place sent by an editor.
fn read(text: &RawValue) -> Result<Place, Problem> {
    Place::from_feature_json(text.get()).map_err(|finding| {
        let field = finding.field.as_deref().map_or_else(|| "place".to_owned(), |field| format!("place.{field}"));
        Problem::new(Code::InvalidContent, finding.problem).parameter(&field).allowed(finding.mend)
    })
}

/// JSON text that the store gave.
fn raw(text: &str) -> Result<Box<RawValue>, Problem> {
    RawValue::from_string(text.to_owned()).map_err(|error| Problem::internal(&error))
}
