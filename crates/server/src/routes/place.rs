//! `/api/v1/places/{id}`.

use actix_web::http::header::{HeaderValue, VARY};
use actix_web::{HttpRequest, HttpResponse, web};
use yuren_catalog::Place;
use yuren_geodesy::{DatumName, LonLat, Wgs84, geodesic_m};
use yuren_index::{Filter, Snapshot};

use super::{GEO_JSON, PRIVATE, REVALIDATE, bytes, json};
use crate::accept::preferred;
use crate::answer::json_ld::JsonLd;
use crate::answer::place::{Distance, PlaceAnswer, Portrayer};
use crate::coming::Coming;
use crate::journey::Journey;
use crate::params::table::{DATUM, MODE, OPEN_AT};
use crate::params::{Asked, FromQuery, Point, Query, Use};
use crate::problem::{Problem, Refusals};
use crate::state::State;

const JSON_LD: &str = "application/ld+json";

/// A question about one place.
pub(crate) struct PlaceQuery {
    from: Option<Point>,
    coming: Coming,
    datum: DatumName,
}

impl FromQuery for PlaceQuery {
    const DECLARED: &'static [Use] = {
        let [lon, lat, datum] = Point::OPTIONAL;
        &[lon, lat, OPEN_AT.optional(), MODE.optional(), datum]
    };

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let (from, coming) = (Point::optional(&query)?, Coming::of(&query, snapshot)?);
        if from.is_none() {
            coming.needs_a_point()?;
        }
        // The place was asked for by name: whether it lets one in is told, and nothing is left out for it.
        let coming = Coming { must_let_in: false, ..coming };
        Ok(Self { from, coming, datum: query.need(&DATUM)? })
    }
}

/// One place
///
/// As GeoJSON, or as schema.org's JSON-LD for `Accept: application/ld+json` (there always in WGS-84). With `lon` and `lat`
/// the GeoJSON says how far it is from there. Each role says whether one can go in: now, or at `open_at`, or with `mode` when one
/// arrives who leaves then: by streets, where the server has them (`travel_kind`), else by an estimate. A withdrawn place is found here and nowhere else.
#[utoipa::path(
    get, path = "/api/v1/places/{id}", operation_id = "place", tag = "places",
    params(("id" = String, Path, description = "The place's id", example = "p-3f2a"), Asked<PlaceQuery>),
    responses(
        (status = 200, description = "The place", content(
            (PlaceAnswer<'static> = "application/geo+json"),
            (JsonLd<'static> = "application/ld+json"),
        )),
        (status = 404, description = "No place has this id", body = crate::problem::ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn place(
    request: HttpRequest,
    state: web::Data<State>,
    id: web::Path<String>,
    Asked(PlaceQuery { from, coming, datum }): Asked<PlaceQuery>,
) -> Result<HttpResponse, Problem> {
    let address = format!("{}{}", state.base_url(&request), request.path());
    let as_json_ld = prefers_json_ld(&request);
    let planner = state.planner.clone();
    let is_private = from.is_some();
    let (content_type, body) = state
        .work(move |snapshot| {
            let place = id.parse().ok().and_then(|id| snapshot.place(&id));
            let place = place.ok_or_else(|| Problem::no_such_place("id", &id))?;
            if as_json_ld {
                return Ok((JSON_LD, bytes(&JsonLd::new(snapshot, place, address))?));
            }
            let distance = from.map(|from| distance(snapshot, place, Journey::of(&planner, &coming, from.at), from.at));
            let everything = Filter::default();
            let portrayer = Portrayer::new(snapshot, datum, &everything, &coming);
            Ok((GEO_JSON, bytes(&portrayer.alone(place, distance))?))
        })
        .await?;
    let cache_control = if is_private { PRIVATE } else { REVALIDATE };
    let mut response = json(content_type, cache_control, body);
    response.headers_mut().insert(VARY, HeaderValue::from_static("Accept"));
    Ok(response)
}

/// How far a place is from a point.
fn distance(snapshot: &Snapshot, place: &Place, journey: Option<Journey<'_>>, from: LonLat<Wgs84>) -> Distance {
    let distance_m = geodesic_m(from, place.position.point);
    match journey.zip(snapshot.position(&place.id)) {
        Some((journey, position)) => {
            let minutes = journey.minutes(snapshot, std::iter::once(position)).into_iter().next().flatten();
            Distance::ByStreets { distance_m, minutes }
        }
        None => Distance::Straight(distance_m),
    }
}

/// Whether the client likes JSON-LD better than GeoJSON: by the weights it gives, GeoJSON where they are equal.
fn prefers_json_ld(request: &HttpRequest) -> bool {
    let offers = [("application/geo+json", false), ("application/json", false), ("application/ld+json", true)];
    preferred(request, &offers).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn json_ld_goes_to_those_who_like_it_better() {
        let prefers = |accept: &str| {
            prefers_json_ld(
                &TestRequest::default().insert_header((actix_web::http::header::ACCEPT, accept)).to_http_request(),
            )
        };
        assert!(prefers("application/ld+json"));
        assert!(prefers("application/ld+json, */*;q=0.5"));
        assert!(prefers("application/geo+json;q=0.1, application/ld+json"));
        assert!(!prefers("*/*"));
        assert!(!prefers("application/json"));
        assert!(!prefers("application/ld+json;q=0.5, application/geo+json"));
        assert!(!prefers("text/html"));
        assert!(!prefers("application/ld+json, application/json"));
    }
}
