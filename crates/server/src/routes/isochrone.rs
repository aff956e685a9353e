//! `/api/v1/isochrone`.

use actix_web::{HttpResponse, web};
use yuren_catalog::TravelMode;
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::Snapshot;

use super::{GEO_JSON, PRIVATE, bytes, json};
use crate::answer::datum::to_wgs84;
use crate::answer::isochrone::IsochroneAnswer;
use crate::answer::travel_kind::TravelKind;
use crate::params::table::{CLOSE, CONTOURS, KIND, MODE, SpotWord};
use crate::params::{Asked, FromQuery, Point, Query, Use};
use crate::planning::Planner;
use crate::planning::isochrone::{by_streets, estimated};
use crate::planning::refusal::nothing_to_close;
use crate::planning::streets::StreetMap;
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// A question for how far one gets.
pub(crate) struct IsochroneQuery {
    point: Point,
    mode: TravelMode,
    /// In rising order.
    minutes: Vec<f64>,
    /// As asked.
    kind: Option<TravelKind>,
    /// Spots on the streets that are closed.
    closed: Vec<LonLat<Wgs84>>,
}

impl FromQuery for IsochroneQuery {
    const DECLARED: &'static [Use] = {
        let [lon, lat, datum] = Point::REQUIRED;
        &[lon, lat, MODE.required(), CONTOURS.required(), KIND.optional(), CLOSE.optional(), datum]
    };

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        let mut minutes: Vec<f64> = query.need(&CONTOURS)?.into_iter().map(|minutes| minutes.0).collect();
        minutes.sort_by(f64::total_cmp);
        let point = Point::required(&query)?;
        let spot = |SpotWord([lon, lat])| to_wgs84(point.datum, lon, lat).map_err(|error| Problem::internal(&error));
        let closed = query.get(&CLOSE)?.unwrap_or_default().into_iter().map(spot).collect::<Result<_, _>>()?;
        Ok(Self { mode: query.need(&MODE)?, minutes, kind: query.get(&KIND)?, closed, point })
    }
}

impl IsochroneQuery {
    /// The streets to go by; `None` = an estimate.
    fn streets<'a>(&self, planner: &'a Planner) -> Result<Option<&'a StreetMap>, Problem> {
        let streets = planner.streets();
        match self.kind {
            Some(TravelKind::Network) if streets.is_none() => {
                Err(KIND.invalid(TravelKind::Network.as_str(), "needs streets, which this server has none of"))
            }
            Some(TravelKind::Estimate) => Ok(None),
            _ => Ok(streets),
        }
    }
}

/// How far one gets
///
/// The areas within some minutes of a point. By streets where the server has them: every street reached lies inside, and everything
/// farther than twice `tolerance_m` from all of them outside. Else, and with `kind=estimate`, a circle, estimated from the straight
/// line.
///
/// `curl 'http://127.0.0.1:8080/api/v1/isochrone?lon=119.4382&lat=32.4012&mode=walk&minutes=5,10,15'`
#[utoipa::path(
    get, path = "/api/v1/isochrone", operation_id = "isochrone", tag = "planning",
    params(Asked<IsochroneQuery>),
    responses((status = 200, description = "The areas", body = IsochroneAnswer, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn isochrone(state: web::Data<State>, asked: Asked<IsochroneQuery>) -> Result<HttpResponse, Problem> {
    let Asked(query) = asked;
    let planner = state.planner.clone();
    let answer = state.work(move |snapshot| {
        let IsochroneQuery { point: Point { at, datum }, mode, ref minutes, ref closed, .. } = query;
        let (kind, areas, attribution) = match query.streets(&planner)? {
            Some(streets) => {
                let closing = streets.closing(mode, |_| CLOSE.declaration.name.to_owned(), closed)?;
                let areas = by_streets(streets, mode, at, minutes, &closing)?;
                (TravelKind::Network, areas, Some(streets.streets().about().attribution()))
            }
            None if !closed.is_empty() => return Err(nothing_to_close(CLOSE.declaration.name)),
            None => (TravelKind::Estimate, estimated(&snapshot.city().travel, mode, at, minutes), None),
        };
        bytes(&IsochroneAnswer::new(mode, datum, kind, areas, attribution))
    });
    Ok(json(GEO_JSON, PRIVATE, answer.await?))
}
