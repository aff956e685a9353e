//! `/api/v1/session`: signing in and out.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_store::Account;

use crate::content::Content;
use crate::params::{Asked, Nothing};
use crate::people::{Person, person, sign_in, token};
use crate::problem::{Problem, ProblemDocument, Refusals};
use crate::state::State;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// The account's name.
    name: String,
    /// Its password.
    password: String,
}

/// Who is signed in, and what they may do.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub(crate) struct SessionAnswer {
    /// The account's name.
    name: String,
    /// `viewer`, `editor`, `reviewer` or `admin`; each may do what those before it may.
    role: &'static str,
    /// Codes of the districts in which; empty = everywhere.
    districts: Vec<String>,
    /// Role kinds to which; empty = all.
    kinds: Vec<&'static str>,
    /// What a request that changes something must carry in the header `X-CSRF-Token`.
    csrf_token: String,
}

impl SessionAnswer {
    fn new(account: &Account, session: &str) -> Self {
        let access = &account.access;
        Self {
            name: account.name.to_string(),
            role: access.role.as_str(),
            districts: access.districts.iter().map(ToString::to_string).collect(),
            kinds: access.kinds.iter().map(yuren_catalog::RoleKind::as_str).collect(),
            csrf_token: token::csrf_of(session),
        }
    }
}

/// Who is signed in
#[utoipa::path(
    get, path = "/api/v1/session", operation_id = "session", tag = "editing",
    responses(
        (status = 200, description = "The session", body = SessionAnswer),
        (status = 401, description = "Nobody is", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn session(person: Person, _: Asked<Nothing>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(SessionAnswer::new(&person.account, &person.session))
}

/// Sign in
///
/// For editors; families never sign in. The session is in a cookie for 12 hours. Five wrong passwords in a row lock the
/// account, at first for 30 seconds.
#[utoipa::path(
    post, path = "/api/v1/session", operation_id = "signIn", tag = "editing",
    request_body = Credentials,
    responses(
        (status = 200, description = "The session", body = SessionAnswer),
        (status = 401, description = "Wrong name or password", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 429, description = "Too many attempts", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn sign_in_by_password(
    state: web::Data<State>,
    Content(Credentials { name, password }): Content<Credentials>,
) -> Result<HttpResponse, Problem> {
    let (session, account) = sign_in::sign_in(&state, &name, password).await?;
    let answer = SessionAnswer::new(&account, &session);
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .cookie(person::cookie(session, state.is_https()))
        .json(answer))
}

/// Sign out
#[utoipa::path(
    delete, path = "/api/v1/session", operation_id = "signOut", tag = "editing",
    params(("X-CSRF-Token" = String, Header, description = "The session's second token")),
    responses((status = 204, description = "Signed out"), Refusals)
)]
pub(crate) async fn sign_out(state: web::Data<State>, person: Person) -> Result<HttpResponse, Problem> {
    state.live.store.end_session(&token::hashed(&person.session)).await?;
    Ok(HttpResponse::NoContent().cookie(person::no_cookie()).finish())
}
