//! `/api/v1/confirmations`: a place's staff, by their link, say what of it is still right.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_catalog::Revision;

use crate::answer::confirmation::ConfirmationAnswer;
use crate::clock;
use crate::confirming::{self, Confirmed};
use crate::content::Content;
use crate::problem::{Problem, ProblemDocument, Refusals};
use crate::state::State;

/// What a link carries.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkToken {
    /// What stands after `#t=` in the link.
    token: String,
}

/// What is still right.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// What stands after `#t=` in the link.
    token: String,
    /// The facts, by their names: `name`, `r-7c1d/hours`; 1 to 500.
    facts: Vec<String>,
}

/// That facts are confirmed.
#[derive(Serialize, ToSchema)]
#[schema(as = Confirmed)]
pub(crate) struct ConfirmedAnswer {
    /// The commit that last changed the place; this server serves it already.
    revision: Revision,
    /// The day as of which the facts are checked now.
    #[schema(value_type = String, format = Date)]
    checked_on: NaiveDate,
}

/// What a link opens
///
/// The place as its staff see it, with each fact that is known. It changes nothing, however often it is asked: a program that
/// follows links in letters confirms nothing. The token is sent in the body, so that it stands in no address.
#[utoipa::path(
    post, path = "/api/v1/confirmations/read", operation_id = "openConfirmation", tag = "confirming",
    request_body = LinkToken,
    responses(
        (status = 200, description = "The place", body = ConfirmationAnswer<'static>),
        (status = 403, description = "Not a link of ours", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 410, description = "The link, or the place, is over", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn read(
    state: web::Data<State>,
    Content(LinkToken { token }): Content<LinkToken>,
) -> Result<HttpResponse, Problem> {
    let (link, revised) = confirming::open(&state, &token).await?;
    let edition = state.edition();
    let snapshot = &edition.snapshot;
    let answer = ConfirmationAnswer::new(snapshot, &link, &revised.place, clock::today(snapshot.city()));
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(answer))
}

/// Still right
///
/// The facts named were checked today, by the link's office. No value changes: what is wrong is reported by
/// `POST /api/v1/corrections`. To say it twice on one day does nothing more. Examples cannot be confirmed.
#[utoipa::path(
    post, path = "/api/v1/confirmations", operation_id = "confirm", tag = "confirming",
    request_body = Confirmation,
    responses(
        (status = 200, description = "They are confirmed", body = ConfirmedAnswer),
        (status = 403, description = "Not a link of ours", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 410, description = "The link, or the place, is over", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 412, description = "The place is being changed just now", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn confirm(
    state: web::Data<State>,
    Content(Confirmation { token, facts }): Content<Confirmation>,
) -> Result<HttpResponse, Problem> {
    let Confirmed { revision, checked_on } = confirming::confirm(&state, &token, &facts).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(ConfirmedAnswer { revision, checked_on }))
}
