//! `/api/v1/places/{id}/days`.

use actix_web::{HttpResponse, web};
use chrono::{Days, NaiveDate};
use yuren_index::Snapshot;

use super::{JSON, REVALIDATE, bytes, json};
use crate::answer::place_days::PlaceDaysAnswer;
use crate::clock;
use crate::params::table::{DAYS, FROM};
use crate::params::{Asked, FromQuery, Query, Use};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// A question about the days of one place.
pub(crate) struct PlaceDaysQuery {
    from: NaiveDate,
    days: usize,
    today: NaiveDate,
}

impl FromQuery for PlaceDaysQuery {
    const DECLARED: &'static [Use] = &[FROM.optional(), DAYS.optional()];

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let today = clock::today(snapshot.city());
        Ok(Self { from: query.get(&FROM)?.unwrap_or(today), days: query.need(&DAYS)?, today })
    }
}

/// A place's days
///
/// When each role of a place is open on some days in a row, from today on or from `from`, with what is special about each day.
#[utoipa::path(
    get, path = "/api/v1/places/{id}/days", operation_id = "placeDays", tag = "places",
    params(("id" = String, Path, description = "The place's id", example = "p-3f2a"), Asked<PlaceDaysQuery>),
    responses(
        (status = 200, description = "The days", body = PlaceDaysAnswer<'static>),
        (status = 404, description = "No place has this id", body = crate::problem::ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn place_days(
    state: web::Data<State>,
    id: web::Path<String>,
    Asked(PlaceDaysQuery { from, days, today }): Asked<PlaceDaysQuery>,
) -> Result<HttpResponse, Problem> {
    let body = state
        .work(move |snapshot| {
            let position = id.parse().ok().and_then(|id| snapshot.position(&id));
            let position = position.ok_or_else(|| Problem::no_such_place("id", &id))?;
            // What lies beyond the end of all dates is left out.
            let dates = (0..days as u64).map_while(move |day| from.checked_add_days(Days::new(day)));
            bytes(&PlaceDaysAnswer::new(snapshot, position, &dates, today))
        })
        .await?;
    Ok(json(JSON, REVALIDATE, body))
}
