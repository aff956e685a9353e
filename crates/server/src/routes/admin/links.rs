//! `/api/v1/admin/places/{id}/confirmation-link`: a link for the staff of a place.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_catalog::{InvalidOffice, Office};
use yuren_store::AccountRole;

use super::places::stored;
use crate::clock;
use crate::content::Content;
use crate::links::{self, DAYS, Made, NotMade, Wanted};
use crate::people::Person;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::state::State;

/// For whom a link is, and for how long.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkOrder {
    /// Who confirms: an office, never a private person; 2 to 60 characters.
    office: String,
    /// For how many days the link holds, 1 to 400.
    days: u16,
}

/// A link that was made. It is shown this once: the store does not keep it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkAnswer {
    /// The address to send to the staff; what stands after `#` reaches no server's log.
    url: String,
    /// The day on which it ends to hold.
    #[schema(value_type = String, format = Date)]
    expires_on: NaiveDate,
}

/// A link for a place's staff
///
/// Whoever has it can say that what is known of the place is still right, and nothing else. It ends to hold before its day if
/// the account that made it may no longer edit the place.
#[utoipa::path(
    post, path = "/api/v1/admin/places/{id}/confirmation-link", operation_id = "makeConfirmationLink", tag = "editing",
    params(
        ("id" = String, Path, description = "The place's id"),
        ("X-CSRF-Token" = String, Header, description = "The session's second token"),
    ),
    request_body = LinkOrder,
    responses(
        (status = 200, description = "The link", body = LinkAnswer),
        (status = 404, description = "No place has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 410, description = "The place is withdrawn", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn make(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    id: web::Path<String>,
    Content(LinkOrder { office, days }): Content<LinkOrder>,
) -> Result<HttpResponse, Problem> {
    person.need(AccountRole::Editor)?;
    let office: Office = office.parse().map_err(|error: InvalidOffice| {
        let problem = Problem::new(Code::InvalidContent, format!("{error}.")).parameter("office").value(&office);
        problem.allowed("2 to 60 characters that can be seen, on one line")
    })?;
    let place = stored(&state, &id).await?.place;
    // Whoever has the link confirms any fact of it, so all of it must be the editor's.
    person.need_scope(None, &place)?;
    let edition = state.edition();
    let wanted = Wanted { office, days, by: person.author() };
    let made = links::make(&*state.live.store, edition.snapshot.city(), &place, wanted, clock::now()).await;
    let Made { path, expires_on } = made.map_err(|not_made| match not_made {
        NotMade::Withdrawn(_) => Problem::new(Code::WithdrawnPlace, format!("{not_made}.")),
        NotMade::Days(days) => Problem::new(Code::InvalidContent, format!("{not_made}."))
            .parameter("days")
            .value(&days.to_string())
            .allowed(format!("{} to {}", DAYS.start(), DAYS.end())),
        NotMade::Store(error) => error.into(),
    })?;
    let answer = LinkAnswer { url: format!("{}{path}", state.base_url(&request)), expires_on };
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(answer))
}
