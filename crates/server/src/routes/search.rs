//! `/api/v1/search`.

use actix_web::{HttpResponse, web};
use yuren_geodesy::{DatumName, LonLat, Wgs84, geodesic_m};
use yuren_index::{Filter, SearchHit, SearchSubject, Snapshot};

use super::{GEO_JSON, PRIVATE, bytes, json};
use crate::answer::feature::CollectionType;
use crate::answer::found::{Found, FoundPlace, FoundRegion, MatchAnswer};
use crate::answer::list::{SearchAnswer, notes};
use crate::answer::place::{Distance, Portrayer};
use crate::coming::Coming;
use crate::journey::Journey;
use crate::params::table::{DATUM, MODE, Q, SEARCH_LIMIT};
use crate::params::{Asked, FromQuery, Point, Query, Use};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// A search by name.
pub(crate) struct SearchQuery {
    q: String,
    near: Option<Point>,
    coming: Coming,
    datum: DatumName,
    limit: usize,
}

impl FromQuery for SearchQuery {
    const DECLARED: &'static [Use] = {
        let [lon, lat, datum] = Point::OPTIONAL;
        &[Q.required(), lon, lat, MODE.optional(), datum, SEARCH_LIMIT.optional()]
    };

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let (near, coming) = (Point::optional(&query)?, Coming::of(&query, snapshot)?);
        if near.is_none() {
            coming.needs_a_point()?;
        }
        Ok(Self { q: query.need(&Q)?, near, coming, datum: query.need(&DATUM)?, limit: query.need(&SEARCH_LIMIT)? })
    }
}

/// Search
///
/// Places and regions by name: names of places and of their roles, aliases, addresses; by characters, pinyin and initials
/// (`sxh` finds 瘦西湖). With `lon` and `lat`, of matches that are equally good the nearer comes first. With
/// `mode` too, the way to each place is told as in a list of places.
#[utoipa::path(
    get, path = "/api/v1/search", operation_id = "search", tag = "places",
    params(Asked<SearchQuery>),
    responses((status = 200, description = "What was found, best first", body = SearchAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn search(state: web::Data<State>, asked: Asked<SearchQuery>) -> Result<HttpResponse, Problem> {
    let Asked(SearchQuery { q, near, coming, datum, limit }) = asked;
    let planner = state.planner.clone();
    let body = state
        .work(move |snapshot| {
            let at = near.map(|near| near.at);
            let hits = snapshot.search(&q, at, limit);
            let everything = Filter::default();
            let portrayer = Portrayer::new(snapshot, datum, &everything, &coming);
            let journey = at.and_then(|at| Journey::of(&planner, &coming, at));
            let distances = distances(snapshot, &hits, at, journey.as_ref());
            let features = hits.iter().zip(distances);
            let features = features.filter_map(|(hit, distance)| found(&portrayer, snapshot, hit, distance));
            let features: Vec<Found<'_>> = features.collect();
            bytes(&SearchAnswer {
                kind: CollectionType::FeatureCollection,
                number_returned: features.len(),
                features,
                notes: notes(snapshot, at),
                colophon: portrayer.colophon(),
            })
        })
        .await?;
    Ok(json(GEO_JSON, PRIVATE, body))
}

/// How far the place of each hit is; none of a region, or where the search is near no point.
fn distances(
    snapshot: &Snapshot,
    hits: &[SearchHit],
    at: Option<LonLat<Wgs84>>,
    journey: Option<&Journey<'_>>,
) -> Vec<Option<Distance>> {
    let place_of = |hit: &SearchHit| match hit.subject {
        SearchSubject::Place(place) => Some(place),
        SearchSubject::Region(_) => None,
    };
    let minutes = journey.map(|journey| journey.minutes(snapshot, hits.iter().filter_map(place_of)));
    let mut minutes = minutes.map(Vec::into_iter);
    let distance = |hit: &SearchHit| {
        let place = snapshot.places().get(place_of(hit)? as usize)?;
        let distance_m = geodesic_m(at?, place.position.point);
        Some(match &mut minutes {
            Some(minutes) => Distance::ByStreets { distance_m, minutes: minutes.next().flatten() },
            None => Distance::Straight(distance_m),
        })
    };
    hits.iter().map(distance).collect()
}

/// A hit as an answer shows it.
fn found<'a>(
    portrayer: &Portrayer<'a>,
    snapshot: &'a Snapshot,
    hit: &'a SearchHit,
    distance: Option<Distance>,
) -> Option<Found<'a>> {
    let matched = MatchAnswer { matched_name: &hit.matched, matched_field: hit.field.as_str() };
    match &hit.subject {
        SearchSubject::Place(place) => {
            let place = snapshot.places().get(*place as usize)?;
            Some(Found::Place(Box::new(FoundPlace::new(portrayer, place, distance, matched))))
        }
        SearchSubject::Region(code) => {
            let region = snapshot.regions().get(code)?;
            Some(Found::Region(Box::new(FoundRegion::new(portrayer, snapshot, region, matched))))
        }
    }
}
