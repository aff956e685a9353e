//! `/api/v1/planning`.

use actix_web::{HttpResponse, web};

use super::{JSON, REVALIDATE, bytes, json};
use crate::answer::planning::PlanningAnswer;
use crate::params::{Asked, Nothing};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// What a planner can choose among
///
/// Demand points, candidates, streets, thresholds, time slices, and what a question may ask for at most.
#[utoipa::path(
    get, path = "/api/v1/planning", operation_id = "planning", tag = "planning",
    params(Asked<Nothing>),
    responses((status = 200, description = "The choices", body = PlanningAnswer<'static>), Refusals)
)]
pub(crate) async fn planning(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    let planner = state.planner.clone();
    let body = state.work(move |snapshot| bytes(&PlanningAnswer::new(snapshot, &planner))).await?;
    Ok(json(JSON, REVALIDATE, body))
}
