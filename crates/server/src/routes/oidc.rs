//! `/api/v1/session/oidc`: to the sign-in provider and back. Browsers go there by themselves, so refusals are pages, too.

use std::sync::Arc;

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::{JSON, REVALIDATE, bytes, json, no_such_resource};
use crate::aside::aside;
use crate::clock;
use crate::params::{Asked, Nothing};
use crate::people::oidc::{Handshake, MINUTES, Provider, Refusal};
use crate::people::{person, sign_in};
use crate::problem::{Problem, ProblemDocument, Refusals};
use crate::state::State;

/// The cookie of a sign-in under way.
const COOKIE: &str = "yuren_oidc";
/// The addresses that are told it.
const PATH: &str = "/api/v1/session/oidc";
/// Where a sign-in sets out.
const START: &str = "/api/v1/session/oidc/start";
/// The page to which everybody comes back.
const PAGE: &str = "/edit.html";

/// By whom one may sign in beside the password.
#[derive(Serialize, ToSchema)]
#[schema(as = SignInProviders)]
pub(crate) struct Providers {
    /// None, or one.
    providers: Vec<ProviderAnswer>,
}

/// A sign-in provider.
#[derive(Serialize, ToSchema)]
#[schema(as = SignInProvider)]
struct ProviderAnswer {
    /// What a button calls it.
    #[schema(example = "教育云")]
    name: String,
    /// Where a browser goes to sign in by it.
    #[schema(example = "/api/v1/session/oidc/start")]
    start: &'static str,
}

/// By whom one may sign in beside the password
#[utoipa::path(
    get, path = "/api/v1/session/providers", operation_id = "signInProviders", tag = "editing",
    responses((status = 200, description = "The providers", body = Providers), Refusals)
)]
pub(crate) async fn providers(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    let named = |provider: &Arc<Provider>| ProviderAnswer { name: provider.name().to_owned(), start: START };
    Ok(json(JSON, REVALIDATE, bytes(&Providers { providers: state.provider.iter().map(named).collect() })?))
}

/// Sign in by the provider
///
/// For browsers: leads to the provider, which leads back. Without a provider there is nothing here.
#[utoipa::path(
    get, path = "/api/v1/session/oidc/start", operation_id = "signInByProvider", tag = "editing",
    responses(
        (status = 303, description = "To the provider; or to the page, `#problem=` saying why not"),
        (status = 404, description = "There is no provider", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn start(
    request: HttpRequest,
    state: web::Data<State>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let provider = provider(&request, &state)?;
    let handshake = Handshake::begin();
    let sealed = provider.sealed(&handshake, clock::now());
    let cookie = cookie(sealed, Duration::minutes(MINUTES), state.is_https());
    Ok(match ask(provider, move |provider| provider.begin(&handshake)).await? {
        Ok(url) => see(&url, &[cookie]),
        Err(refusal) => refused(refusal, &state),
    })
}

/// Come back from the provider
///
/// For browsers, once and within ten minutes of setting out. Parameters that are not named here are left to the provider.
#[utoipa::path(
    get, path = "/api/v1/session/oidc/return", operation_id = "returnFromProvider", tag = "editing",
    params(
        ("state" = String, Query, description = "As the provider was handed it"),
        ("code" = Option<String>, Query, description = "The provider's code; absent if it refuses")
    ),
    responses(
        (status = 303, description = "To the page, signed in; or not, `#problem=` saying why: `no_account`, `provider_away`, \
            `not_confirmed`, `sign_in_over`, `too_many_attempts`, `store_unavailable`"),
        (status = 404, description = "There is no provider", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn come_back(request: HttpRequest, state: web::Data<State>) -> Result<HttpResponse, Problem> {
    let provider = provider(&request, &state)?;
    Ok(match signed_in(&request, &state, provider).await? {
        Ok(session) => see(
            PAGE,
            &[person::cookie(session, state.is_https()), cookie(String::new(), Duration::ZERO, state.is_https())],
        ),
        Err(refusal) => refused(refusal, &state),
    })
}

/// The secret of the session that who comes back begins.
async fn signed_in(
    request: &HttpRequest,
    state: &State,
    provider: Arc<Provider>,
) -> Result<Result<String, Refusal>, Problem> {
    let given = |name| form_urlencoded::parse(request.query_string().as_bytes()).find(|(key, _)| key == name);
    let (taken, given_state) = (request.cookie(COOKIE), given("state"));
    let (Some(taken), Some((_, given_state))) = (taken, given_state) else { return Ok(Err(Refusal::Over)) };
    let handshake = match provider.opened(taken.value(), &given_state, clock::now()) {
        Ok(handshake) => handshake,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // Without a code the provider says no, or somebody has thought better of it there.
    let Some((_, code)) = given("code") else { return Ok(Err(Refusal::NotConfirmed)) };
    let code = code.into_owned();
    match ask(provider, move |provider| provider.identify(&handshake, code)).await? {
        Ok(name) => Ok(sign_in::sign_in_as(state, &name)
            .await
            .map_or(Err(Refusal::StoreAway), |session| session.ok_or(Refusal::NoAccount))),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The provider; without one there is nothing here.
fn provider(request: &HttpRequest, state: &State) -> Result<Arc<Provider>, Problem> {
    state.provider.clone().ok_or_else(|| no_such_resource(request))
}

/// Asks the provider aside, if not too many do.
async fn ask<T: Send + 'static>(
    provider: Arc<Provider>,
    question: impl FnOnce(&Provider) -> Result<T, Refusal> + Send + 'static,
) -> Result<Result<T, Refusal>, Problem> {
    let asked = provider.clone();
    let Ok(_turn) = provider.turns.try_acquire() else { return Ok(Err(Refusal::Busy)) };
    Ok(aside(move || question(&asked)).await?)
}

/// The cookie of a sign-in under way. A browser must bring it from the provider's page, so it is `Lax`.
fn cookie(value: String, age: Duration, is_https: bool) -> Cookie<'static> {
    let cookie = Cookie::build(COOKIE, value).path(PATH).http_only(true).same_site(SameSite::Lax);
    cookie.secure(is_https).max_age(age).finish()
}

/// Back to the page, not signed in; whatever was under way is over.
fn refused(refusal: Refusal, state: &State) -> HttpResponse {
    let over = cookie(String::new(), Duration::ZERO, state.is_https());
    see(&format!("{PAGE}#problem={}", refusal.as_str()), &[over])
}

fn see(address: &str, cookies: &[Cookie<'static>]) -> HttpResponse {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((LOCATION, address)).insert_header((CACHE_CONTROL, "no-store"));
    for cookie in cookies {
        answer.cookie(cookie.clone());
    }
    answer.finish()
}
