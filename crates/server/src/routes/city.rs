//! `/api/v1/city`.

use actix_web::{HttpResponse, web};

use super::{JSON, REVALIDATE, bytes, json};
use crate::answer::city::CityAnswer;
use crate::clock;
use crate::params::{Asked, Nothing};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// The city
///
/// What the map is of: name, bounding box, districts, and for each role kind how many the city declares, how many are on
/// the map, and how many of these somebody has checked.
#[utoipa::path(
    get, path = "/api/v1/city", operation_id = "city", tag = "city",
    params(Asked<Nothing>),
    responses((status = 200, description = "The city", body = CityAnswer<'static>), Refusals)
)]
pub(crate) async fn city(state: web::Data<State>, _: Asked<Nothing>) -> Result<HttpResponse, Problem> {
    let body = state.work(|snapshot| bytes(&CityAnswer::new(snapshot, clock::today(snapshot.city())))).await?;
    Ok(json(JSON, REVALIDATE, body))
}
