//! `/api/v1/admin/places/…` and `/api/v1/admin/changes`: a place as its editors see it, its history, and changes of it.

use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;
use yuren_catalog::{ChangeSet, Expected, Place, PlaceChange, PlaceId, Revision};
use yuren_store::Revised;

use super::history::{History, HistoryQuery, history_of, raw};
use super::revisions::{CommittedAnswer, answer, expected, tag};
use crate::content::Content;
use crate::editing;
use crate::params::{Asked, Nothing};
use crate::people::Person;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
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
    history_of(&state.live.store.history(&place_id(&id)?, None, limit as u32).await?)
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

/// A place as it stands in the store.
pub(super) async fn stored(state: &State, id: &str) -> Result<Revised, Problem> {
    let found = state.live.store.place(&place_id(id)?).await?;
    found.ok_or_else(|| Problem::no_such_place("id", id))
}

/// A place's id in an address.
pub(super) fn place_id(id: &str) -> Result<PlaceId, Problem> {
    id.parse().map_err(|_| Problem::no_such_place("id", id))
}

/// A place sent by an editor.
fn read(text: &RawValue) -> Result<Place, Problem> {
    Place::from_feature_json(text.get()).map_err(|finding| {
        let field = finding.field.as_deref().map_or_else(|| "place".to_owned(), |field| format!("place.{field}"));
        Problem::new(Code::InvalidContent, finding.problem).parameter(&field).allowed(finding.mend)
    })
}
