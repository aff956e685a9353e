//! `/api/v1/isochrone`.

use actix_web::{HttpResponse, web};
use yuren_catalog::TravelMode;
use yuren_index::Snapshot;

use super::{GEO_JSON, PRIVATE, bytes, json};
use crate::answer::isochrone::IsochroneAnswer;
use crate::answer::place::TravelKind;
use crate::params::table::{CONTOURS, MODE};
use crate::params::{Asked, FromQuery, Point, Query, Use};
use crate::planning::isochrone::{by_streets, estimated};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// A question for how far one gets.
pub(crate) struct IsochroneQuery {
    point: Point,
    mode: TravelMode,
    /// In rising order.
    minutes: Vec<f64>,
}

impl FromQuery for IsochroneQuery {
    const DECLARED: &'static [Use] = {
        let [lon, lat, datum] = Point::REQUIRED;
        &[lon, lat, MODE.required(), CONTOURS.required(), datum]
    };

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        let mut minutes: Vec<f64> = query.need(&CONTOURS)?.into_iter().map(|minutes| minutes.0).collect();
        minutes.sort_by(f64::total_cmp);
        Ok(Self { point: Point::required(&query)?, mode: query.need(&MODE)?, minutes })
    }
}

/// How far one gets
///
/// The areas within some minutes of a point. By streets where the server has them: every street reached lies inside, and everything
/// farther than twice `tolerance_m` from all of them outside. Else a circle, estimated from the straight line.
///
/// `curl 'http://127.0.0.1:8080/api/v1/isochrone?lon=119.4382&lat=32.4012&mode=walk&minutes=5,10,15'`
#[utoipa::path(
    get, path = "/api/v1/isochrone", operation_id = "isochrone", tag = "planning",
    params(Asked<IsochroneQuery>),
    responses((status = 200, description = "The areas", body = IsochroneAnswer, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn isochrone(state: web::Data<State>, asked: Asked<IsochroneQuery>) -> Result<HttpResponse, Problem> {
    let Asked(IsochroneQuery { point: Point { at, datum }, mode, minutes }) = asked;
    let planner = state.planner.clone();
    let answer = state.work(move |snapshot| {
        let (kind, areas, attribution) = match planner.streets() {
            Some(streets) => {
                let areas = by_streets(streets, mode, at, &minutes)?;
                (TravelKind::Network, areas, Some(streets.streets().about().attribution()))
            }
            None => (TravelKind::Estimate, estimated(&snapshot.city().travel, mode, at, &minutes), None),
        };
        bytes(&IsochroneAnswer::new(mode, datum, kind, areas, attribution))
    });
    Ok(json(GEO_JSON, PRIVATE, answer.await?))
}
