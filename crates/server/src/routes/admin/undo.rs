//! `/api/v1/admin/{places,study-routes}/{id}/undo`: a change is taken back by a new one.

use std::fmt;

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use utoipa::ToSchema;
use yuren_catalog::{ChangeSet, Place, PlaceChange, Revision, Status, StudyRoute, StudyRouteChange};
use yuren_store::AuditRow;

use super::places::place_id;
use super::revisions::{CommittedAnswer, answer, expected};
use super::study_routes::route_id;
use crate::content::Content;
use crate::editing;
use crate::people::Person;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// Which change to take back, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Undo {
    /// The commit to take back.
    revision: Revision,
    /// Why.
    why: String,
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
pub(crate) async fn place(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(Undo { revision, why }): Content<Undo>,
) -> Result<HttpResponse, Problem> {
    let expected = expected(&request)?;
    let id = place_id(&id)?;
    let rows = state.live.store.history(&id, Some(revision.saturating_add(1)), 1).await?;
    let read = |text: &str| Place::from_feature_json(text).map_err(|finding| Problem::internal(&finding.problem));
    let place = match before(rows, revision, &id, read)? {
        Before::Was(place) => place,
        Before::Made(place) => Place { status: Status::Withdrawn, ..place },
    };
    let changes = vec![PlaceChange { place, expected }];
    let committed = editing::commit(&state, &person, ChangeSet { changes, why, ..ChangeSet::default() }).await?;
    Ok(answer(committed))
}

/// Take a change of a study route back
///
/// By a new change: the route becomes what it was before that commit. Nothing is taken out of its history. If it has been
/// changed since `If-Match`, nothing happens. The change that made the route can be taken back too: the route is withdrawn.
#[utoipa::path(
    post, path = "/api/v1/admin/study-routes/{id}/undo", operation_id = "undoStudyRouteChange", tag = "editing",
    params(
        ("id" = String, Path, description = "The route's id"),
        ("If-Match" = String, Header, description = "The entity tag of the route that was read"),
        ("X-CSRF-Token" = String, Header, description = "The session's second token"),
    ),
    request_body = Undo,
    responses(
        (status = 200, description = "It is as it was", body = CommittedAnswer),
        (status = 404, description = "No such change of this route", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 412, description = "Somebody else changed it", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 422, description = "The route as it was breaks a rule", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn study_route(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(Undo { revision, why }): Content<Undo>,
) -> Result<HttpResponse, Problem> {
    let expected = expected(&request)?;
    let id = route_id(&id)?;
    let rows = state.live.store.study_route_history(&id, Some(revision.saturating_add(1)), 1).await?;
    let read = |text: &str| serde_json::from_str(text).map_err(|error| Problem::internal(&error));
    let route = match before(rows, revision, &id, read)? {
        Before::Was(route) => route,
        Before::Made(route) => StudyRoute { status: Status::Withdrawn, ..route },
    };
    let study_routes = vec![StudyRouteChange { route, expected }];
    let committed = editing::commit(&state, &person, ChangeSet { study_routes, why, ..ChangeSet::default() }).await?;
    Ok(answer(committed))
}

/// What a commit found of it.
enum Before<T> {
    /// It was so.
    Was(T),
    /// There was none; so it was made.
    Made(T),
}

/// What the commit found, by the newest of its history's rows up to that commit.
fn before<I: fmt::Display, T>(
    rows: Vec<AuditRow<I>>,
    revision: Revision,
    of: &I,
    read: impl Fn(&str) -> Result<T, Problem>,
) -> Result<Before<T>, Problem> {
    let row = rows.into_iter().find(|row| row.revision == revision).ok_or_else(|| {
        let detail = format!("Commit {revision} did not change {of}.");
        Problem::new(Code::NoSuchChange, detail).parameter("revision").value(&revision.to_string())
    })?;
    match row.before {
        Some(text) => read(&text).map(Before::Was),
        None => read(&row.after).map(Before::Made),
    }
}
