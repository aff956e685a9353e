//! `/api/v1/search`.

use actix_web::{HttpResponse, web};
use yuren_geodesy::{DatumName, LonLat, Wgs84, geodesic_m};
use yuren_index::{Filter, SearchHit, SearchSubject, Snapshot};

use super::{GEO_JSON, PRIVATE, bytes, json};
use crate::answer::feature::CollectionType;
use crate::answer::found::{Found, FoundPlace, FoundRegion, MatchAnswer};
use crate::answer::list::{SearchAnswer, notes};
use crate::answer::place::Portrayer;
use crate::coming::Coming;
use crate::params::table::{DATUM, Q, SEARCH_LIMIT};
use crate::params::{Asked, FromQuery, Point, Query, Use};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// A search by name.
pub(crate) struct SearchQuery {
    q: String,
    near: Option<Point>,
    datum: DatumName,
    limit: usize,
}

impl FromQuery for SearchQuery {
    const DECLARED: &'static [Use] = {
        let [lon, lat, datum] = Point::OPTIONAL;
        &[Q.required(), lon, lat, datum, SEARCH_LIMIT.optional()]
    };

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        Ok(Self {
            q: query.need(&Q)?,
            near: Point::optional(&query)?,
            datum: query.need(&DATUM)?,
            limit: query.need(&SEARCH_LIMIT)?,
        })
    }
}

/// Search
///
/// Places and regions by name: names of places and of their roles, aliases, addresses; by characters, pinyin and initials
/// (`sxh` finds 瘦西湖). With `lon` and `lat`, of matches that are equally good the nearer comes first.
#[utoipa::path(
    get, path = "/api/v1/search", operation_id = "search", tag = "places",
    params(Asked<SearchQuery>),
    responses((status = 200, description = "What was found, best first", body = SearchAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn search(state: web::Data<State>, asked: Asked<SearchQuery>) -> Result<HttpResponse, Problem> {
    let Asked(SearchQuery { q, near, datum, limit }) = asked;
    let body = state
        .work(move |snapshot| {
            let at = near.map(|near| near.at);
            let hits = snapshot.search(&q, at, limit);
            let (everything, coming) = (Filter::default(), Coming::now(snapshot.city()));
            let portrayer = Portrayer::new(snapshot, datum, &everything, &coming);
            let features: Vec<Found<'_>> = hits.iter().filter_map(|hit| found(&portrayer, snapshot, at, hit)).collect();
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

/// A hit as an answer shows it.
fn found<'a>(
    portrayer: &Portrayer<'a>,
    snapshot: &'a Snapshot,
    at: Option<LonLat<Wgs84>>,
    hit: &'a SearchHit,
) -> Option<Found<'a>> {
    let matched = MatchAnswer { matched_name: &hit.matched, matched_field: hit.field.as_str() };
    match &hit.subject {
        SearchSubject::Place(place) => {
            let place = snapshot.places().get(*place as usize)?;
            let distance_m = at.map(|at| geodesic_m(at, place.position.point));
            Some(Found::Place(Box::new(FoundPlace::new(portrayer, place, distance_m, matched))))
        }
        SearchSubject::Region(code) => {
            let region = snapshot.regions().get(code)?;
            Some(Found::Region(Box::new(FoundRegion::new(portrayer, snapshot, region, matched))))
        }
    }
}
