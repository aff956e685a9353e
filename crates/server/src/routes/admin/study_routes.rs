//! `/api/v1/admin/study-routes/…`: study routes as their editors see them, their history, and changes of them.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderValue, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use yuren_catalog::{
    ChangeSet, Expected, PlaceId, Revision, Status, StudyRoute, StudyRouteChange, StudyRouteId, stable,
};
use yuren_index::Snapshot;
use yuren_store::RevisedStudyRoute;

use super::history::{History, HistoryQuery, history_of};
use super::revisions::{CommittedAnswer, answer, expected, tag};
use crate::content::{Content, of_value};
use crate::editing::{self, Committed};
use crate::params::{Asked, Nothing};
use crate::people::{Person, token};
use crate::problem::{Code, FindingDocument, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// A study route as a table of a city pack, and the commit that last changed it.
#[derive(Serialize, ToSchema)]
pub(crate) struct EditableStudyRoute {
    /// The commit that last changed it; the entity tag says the same.
    revision: Revision,
    /// As a `[[route]]` of a pack's `study-routes.toml`.
    #[schema(value_type = Object)]
    route: StudyRoute,
    /// Places at which it stops and nobody can go: they were withdrawn, or there are none of these ids.
    #[schema(value_type = Vec<String>)]
    stops_gone: Vec<PlaceId>,
}

/// All study routes, by id.
#[derive(Serialize, ToSchema)]
pub(crate) struct EditableStudyRoutes {
    /// Suspended and withdrawn ones too.
    routes: Vec<EditableStudyRoute>,
}

/// A study route as it shall be, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StudyRouteEdit {
    /// The whole route, as a `[[route]]` of a pack's `study-routes.toml`.
    #[schema(value_type = Object)]
    route: StudyRoute,
    /// Why it is changed; kept in its history.
    why: String,
}

/// A study route to be made, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewStudyRoute {
    /// The whole route without an id, as a `[[route]]` of a pack's `study-routes.toml`.
    route: Map<String, Value>,
    /// Why it is made; kept in its history.
    why: String,
}

/// What came of making a study route.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeStudyRoute<'a> {
    /// Its id.
    #[schema(example = "s-y315t2g2q5hs")]
    id: &'a str,
    /// The commit; this server serves it already.
    revision: Revision,
    /// What is worth a look.
    warnings: Vec<FindingDocument>,
}

/// Study routes to edit
///
/// All of them, suspended and withdrawn ones too, as they stand in the store.
#[utoipa::path(
    get, path = "/api/v1/admin/study-routes", operation_id = "editableStudyRoutes", tag = "editing",
    responses((status = 200, description = "The routes", body = EditableStudyRoutes), Refusals)
)]
pub(crate) async fn study_routes(
    state: web::Data<State>,
    _: Person,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let edition = state.live.edition();
    let editable = |route| EditableStudyRoute::new(&edition.snapshot, route);
    let routes = state.live.store.study_routes().await?.into_iter().map(editable).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(EditableStudyRoutes { routes }))
}

/// A study route to edit
///
/// As it stands in the store, with the entity tag that a change of it sends back.
#[utoipa::path(
    get, path = "/api/v1/admin/study-routes/{id}", operation_id = "editableStudyRoute", tag = "editing",
    params(("id" = String, Path, description = "The route's id")),
    responses(
        (status = 200, description = "The route", body = EditableStudyRoute),
        (status = 404, description = "No study route has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn study_route(
    state: web::Data<State>,
    _: Person,
    id: web::Path<String>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let found = state.live.store.study_route(&route_id(&id)?).await?;
    let found = found.ok_or_else(|| Problem::no_such_study_route("id", &id))?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, tag(found.revision)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(EditableStudyRoute::new(&state.live.edition().snapshot, found)))
}

/// A study route's history
#[utoipa::path(
    get, path = "/api/v1/admin/study-routes/{id}/history", operation_id = "studyRouteHistory", tag = "editing",
    params(("id" = String, Path, description = "The route's id"), Asked<HistoryQuery>),
    responses((status = 200, description = "Its changes, newest first", body = History<'static>), Refusals)
)]
pub(crate) async fn history(
    state: web::Data<State>,
    _: Person,
    id: web::Path<String>,
    Asked(HistoryQuery { limit }): Asked<HistoryQuery>,
) -> Result<HttpResponse, Problem> {
    history_of(&state.live.store.study_route_history(&route_id(&id)?, None, limit as u32).await?)
}

/// Change a study route
///
/// Sends the whole route as it shall be; `If-Match` carries the entity tag of the route that was read, and a change of anything newer is
/// refused. A route is never deleted: its `status` becomes `withdrawn`. An account that is limited to districts or kinds changes routes
/// of which each stop lies in these districts and bears a role of these kinds. Answers once this server serves the change.
#[utoipa::path(
    put, path = "/api/v1/admin/study-routes/{id}", operation_id = "changeStudyRoute", tag = "editing",
    params(
        ("id" = String, Path, description = "The route's id"),
        ("If-Match" = Option<String>, Header, description = "The entity tag of the route that was read"),
        ("If-None-Match" = Option<String>, Header, description = "`*` for a new route whose id the sender gives"),
        ("X-CSRF-Token" = String, Header, description = "The session's second token"),
    ),
    request_body = StudyRouteEdit,
    responses(
        (status = 200, description = "It is changed", body = CommittedAnswer),
        (status = 412, description = "Somebody else changed it", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 422, description = "The route breaks a rule", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn change(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(StudyRouteEdit { route, why }): Content<StudyRouteEdit>,
) -> Result<HttpResponse, Problem> {
    let expected = expected(&request)?;
    if route.id.as_str() != id.as_str() {
        let detail = "The route in the body has another id than the address.";
        let problem = Problem::new(Code::InvalidContent, detail).parameter("route.id").value(route.id.as_str());
        return Err(problem.allowed(id.into_inner()));
    }
    Ok(answer(commit(&state, &person, route, expected, why).await?))
}

/// Make a study route
///
/// The server gives it its id.
#[utoipa::path(
    post, path = "/api/v1/admin/study-routes", operation_id = "makeStudyRoute", tag = "editing",
    params(("X-CSRF-Token" = String, Header, description = "The session's second token")),
    request_body = NewStudyRoute,
    responses(
        (status = 201, description = "It is made; `Location` is where it is edited", body = MadeStudyRoute<'static>),
        (status = 422, description = "The route breaks a rule", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn make(
    state: web::Data<State>,
    person: Person,
    Content(NewStudyRoute { mut route, why }): Content<NewStudyRoute>,
) -> Result<HttpResponse, Problem> {
    if let Some(id) = route.get("id") {
        let problem = Problem::new(Code::InvalidContent, "A new study route has an id already.");
        return Err(problem.parameter("route.id").value(&id.to_string()).allowed("no id: the server gives one"));
    }
    let id = stable::study_route_id(&token::fresh_id());
    route.insert("id".to_owned(), id.as_str().into());
    let StudyRouteEdit { route, why } = of_value(serde_json::json!({ "route": route, "why": why }))?;
    let Committed { revision, warnings } = commit(&state, &person, route, Expected::Absent, why).await?;
    let location = HeaderValue::from_str(&format!("/api/v1/admin/study-routes/{id}"));
    Ok(HttpResponse::build(StatusCode::CREATED)
        .insert_header((LOCATION, location.map_err(|error| Problem::internal(&error))?))
        .insert_header((ETAG, tag(revision)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(MadeStudyRoute { id: id.as_str(), revision, warnings }))
}

async fn commit(
    state: &State,
    person: &Person,
    route: StudyRoute,
    expected: Expected,
    why: String,
) -> Result<Committed, Problem> {
    let study_routes = vec![StudyRouteChange { route, expected }];
    editing::commit(state, person, ChangeSet { study_routes, why, ..ChangeSet::default() }).await
}

impl EditableStudyRoute {
    fn new(snapshot: &Snapshot, RevisedStudyRoute { route, revision }: RevisedStudyRoute) -> Self {
        let stands = |id: &PlaceId| snapshot.place(id).is_some_and(|place| place.status != Status::Withdrawn);
        let stops_gone = route.stops.iter().map(|stop| &stop.place).filter(|id| !stands(id)).cloned().collect();
        Self { revision, route, stops_gone }
    }
}

/// A study route's id in an address.
pub(super) fn route_id(id: &str) -> Result<StudyRouteId, Problem> {
    id.parse().map_err(|_| Problem::no_such_study_route("id", id))
}
