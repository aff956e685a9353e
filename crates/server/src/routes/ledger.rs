//! `/api/v1/ledger`.

use actix_web::{HttpResponse, web};
use yuren_index::Snapshot;
use yuren_store::CorrectionState;

use super::{JSON, REVALIDATE, bytes, json};
use crate::answer::ledger::LedgerAnswer;
use crate::clock;
use crate::params::{Asked, Nothing};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// So many open reports are counted; a queue that long is not being looked through.
const MOST_REPORTS: u32 = 1_000;

/// The ledger
///
/// What the city declares beside what is on the map, by role kind and district: verified, stale, checked by nobody, or an
/// example; and how many are in review. Every number has a list behind it.
#[utoipa::path(
    get, path = "/api/v1/ledger", operation_id = "ledger", tag = "city",
    params(Asked<Nothing>),
    responses((status = 200, description = "The ledger", body = LedgerAnswer<'static>), Refusals)
)]
pub(crate) async fn ledger(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    let open = state.live.store.corrections(CorrectionState::Open, None, MOST_REPORTS).await;
    let reported = open.ok().map(|open| open.into_iter().map(|report| report.place).collect());
    let ledger = move |snapshot: &Snapshot| {
        bytes(&LedgerAnswer::new(snapshot, clock::today(snapshot.city()), reported.as_ref()))
    };
    let body = state.work(ledger).await?;
    Ok(json(JSON, REVALIDATE, body))
}
