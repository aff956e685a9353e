//! `/api/v1/ledger`.

use actix_web::{HttpResponse, web};

use super::{JSON, REVALIDATE, bytes, json};
use crate::answer::ledger::LedgerAnswer;
use crate::clock;
use crate::params::{Asked, Nothing};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// The ledger
///
/// What the city declares beside what is on the map, by role kind and district: verified, stale, checked by nobody, or an
/// example. Every number has a list behind it.
#[utoipa::path(
    get, path = "/api/v1/ledger", operation_id = "ledger", tag = "city",
    params(Asked<Nothing>),
    responses((status = 200, description = "The ledger", body = LedgerAnswer<'static>), Refusals)
)]
pub(crate) async fn ledger(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    let body = state.work(|snapshot| bytes(&LedgerAnswer::new(snapshot, clock::today(snapshot.city())))).await?;
    Ok(json(JSON, REVALIDATE, body))
}
