//! `/api/v1/places/nearest` and `/api/v1/places`: lists of places.

use actix_web::{HttpRequest, HttpResponse, web};
use yuren_geodesy::BBox;
use yuren_index::{Filter, Hit, Snapshot};

use super::{GEO_JSON, PRIVATE, bytes, json};
use crate::answer::cursor::{self, SortKey};
use crate::answer::feature::CollectionType;
use crate::answer::list::{NearestAnswer, PlacesAnswer, notes};
use crate::answer::place::{Distance, Portrayer};
use crate::clock;
use crate::coming::{COMING, Coming};
use crate::journey::Journey;
use crate::listing::{Area, Listed, Listing};
use crate::nearest_by_streets::{Found, nearest_by_streets};
use crate::params::table::{BBOX, CHECK, CURSOR, DATUM, K, LIMIT, MAX_M, NEAR, Q, RADIUS_M, REGION};
use crate::params::{Asked, FILTER, FromQuery, Point, Query, Use, filter};
use crate::planning::Planner;
use crate::problem::{Code, Problem, Refusals};
use crate::standing::Standing;
use crate::state::State;

/// Of more places than these it is not asked which streets lead to them in time: that is estimated then, and said so.
const MOST_BY_STREETS: usize = 10_000;

/// A question for what is nearest.
pub(crate) struct NearestQuery {
    point: Point,
    k: usize,
    max_m: Option<f64>,
    filter: Filter,
    coming: Coming,
}

impl FromQuery for NearestQuery {
    const DECLARED: &'static [Use] = {
        let [lon, lat, datum] = Point::REQUIRED;
        let [role, fee, region] = FILTER;
        let [open_at, open_until, booking, mode, max_minutes] = COMING;
        &[
            lon,
            lat,
            K.optional(),
            role,
            fee,
            region,
            MAX_M.optional(),
            open_at,
            open_until,
            booking,
            mode,
            max_minutes,
            datum,
        ]
    };

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        Ok(Self {
            point: Point::required(&query)?,
            k: query.need(&K)?,
            max_m: query.get(&MAX_M)?,
            filter: filter(&query, snapshot)?,
            coming: Coming::of(&query, snapshot)?,
        })
    }
}

/// Nearest places
///
/// The `k` places nearest to a point, nearest first, by the geodesic on the WGS-84 ellipsoid; exact anywhere on Earth. The
/// filters must all hold on one role of a place. A point outside the city is answered, with a note. Each role says whether one
/// can go in (`open`): now, or at `open_at`, or with `mode` when one arrives who leaves then: by streets, where the server has them
/// (`travel_kind`), else by an estimate.
///
/// `curl 'http://127.0.0.1:8080/api/v1/places/nearest?lon=119.4382&lat=32.4012&k=3&role=venue&fee=free'`
#[utoipa::path(
    get, path = "/api/v1/places/nearest", operation_id = "nearest", tag = "places",
    params(Asked<NearestQuery>),
    responses((status = 200, description = "The places", body = NearestAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn nearest(state: web::Data<State>, asked: Asked<NearestQuery>) -> Result<HttpResponse, Problem> {
    let Asked(NearestQuery { point: Point { at, datum }, k, max_m, filter, coming }) = asked;
    let planner = state.planner.clone();
    let body = state
        .work(move |snapshot| {
            let portrayer = Portrayer::new(snapshot, datum, &filter, &coming);
            let places = snapshot.places();
            if let Some(journey) = Journey::of(&planner, &coming, at) {
                let found = nearest_by_streets(snapshot, &journey, k, max_m, &filter, &coming);
                let feature = |found: &Found| {
                    let Found { hit: Hit { place, distance_m }, minutes } = *found;
                    portrayer.feature(&places[place as usize], Some(Distance::ByStreets { distance_m, minutes }))
                };
                return bytes(&NearestAnswer {
                    kind: CollectionType::FeatureCollection,
                    number_returned: found.len(),
                    features: found.iter().map(feature).collect(),
                    notes: notes(snapshot, Some(at)),
                    colophon: portrayer.colophon(),
                });
            }
            let max_m = [max_m, coming.reach_m()].into_iter().flatten().reduce(f64::min);
            let nearest = if coming.must_let_in {
                snapshot.nearest_open(at, k, max_m, &filter, &coming.visit)
            } else {
                snapshot.nearest(at, k, max_m, &filter)
            };
            let hits = nearest.hits;
            let feature =
                |hit: &Hit| portrayer.feature(&places[hit.place as usize], Some(Distance::Straight(hit.distance_m)));
            bytes(&NearestAnswer {
                kind: CollectionType::FeatureCollection,
                number_returned: hits.len(),
                features: hits.iter().map(feature).collect(),
                notes: notes(snapshot, Some(at)),
                colophon: portrayer.colophon(),
            })
        })
        .await?;
    Ok(json(GEO_JSON, PRIVATE, body))
}

/// A question for a list, a page at a time.
pub(crate) struct PlacesQuery {
    area: Area,
    filter: Filter,
    check: Vec<Standing>,
    coming: Coming,
    name: Option<String>,
    datum: yuren_geodesy::DatumName,
    limit: usize,
    after: Option<SortKey>,
    fingerprint: u64,
    query: Query,
}

impl FromQuery for PlacesQuery {
    const DECLARED: &'static [Use] = {
        let [role, fee, region] = FILTER;
        let [open_at, open_until, booking, mode, max_minutes] = COMING;
        &[
            BBOX.optional(),
            NEAR.optional(),
            RADIUS_M.optional(),
            region,
            role,
            fee,
            CHECK.optional(),
            open_at,
            open_until,
            booking,
            mode,
            max_minutes,
            Q.optional(),
            LIMIT.optional(),
            CURSOR.optional(),
            DATUM.optional(),
        ]
    };

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let area = area(&query)?;
        let coming = Coming::of(&query, snapshot)?;
        if !matches!(area, Area::Circle { .. }) {
            coming.needs_a_point()?;
        }
        // A page's size may change on the way; nothing else may.
        let fingerprint = query.fingerprint(&[CURSOR.declaration.name, LIMIT.declaration.name]);
        let read = |text: String| {
            cursor::read(fingerprint, &text).ok_or_else(|| {
                let detail = "The cursor is broken, or belongs to another query.";
                let allowed = CURSOR.declaration.shape.allowed();
                Problem::new(Code::BrokenCursor, detail).parameter("cursor").value(&text).allowed(allowed)
            })
        };
        Ok(Self {
            area,
            filter: filter(&query, snapshot)?,
            check: query.get(&CHECK)?.unwrap_or_default(),
            coming,
            name: query.get(&Q)?,
            datum: query.need(&DATUM)?,
            limit: query.need(&LIMIT)?,
            after: query.get(&CURSOR)?.map(read).transpose()?,
            fingerprint,
            query,
        })
    }
}

/// Where the list's places lie: in a box, in a circle, or in the filter's regions.
fn area(query: &Query) -> Result<Area, Problem> {
    let datum = query.need(&DATUM)?;
    let circle = query.has(&NEAR) || query.has(&RADIUS_M);
    if circle && query.has(&BBOX) {
        let detail = "`bbox` and `near` are two areas; give one of them.";
        let problem = Problem::new(Code::ConflictingParameters, detail).parameter("bbox");
        return Err(problem.allowed("one of bbox and near"));
    }
    if circle {
        query.need(&NEAR)?;
        let radius_m = query.need(&RADIUS_M)?;
        return match Point::pair(query, &NEAR, datum)? {
            Some(Point { at, .. }) => Ok(Area::Circle { at, radius_m }),
            None => Err(Problem::internal(&"a parameter that was there is gone")),
        };
    }
    if let Some([west, south, east, north]) = query.get(&BBOX)? {
        let bbox = BBox::new(west, south, east, north)
            .map_err(|error| BBOX.invalid(&format!("{west},{south},{east},{north}"), &format!("is no box: {error}")))?;
        return Ok(Area::Box { edges: bbox.to_array(), datum });
    }
    if query.has(&REGION) {
        return Ok(Area::Regions);
    }
    let detail = "A list needs an area: `bbox`, `near` with `radius_m`, or `region`.";
    Err(Problem::new(Code::MissingParameter, detail)
        .parameter("bbox")
        .allowed("one of bbox, near with radius_m, region"))
}

/// Places
///
/// The places in a box, in a circle or in regions, a page at a time: by distance in a circle, else by id. Follow `next`
/// until it is null. With `mode`, the way from the circle's middle is told by streets, where the server has them (`travel_kind`); so are
/// `max_minutes` and whether one is let in on arrival, of 10,000 places at most: of more all that is estimated.
///
/// `curl 'http://127.0.0.1:8080/api/v1/places?near=119.4382,32.4012&radius_m=2000&role=parent_school,waiting_station'`
#[utoipa::path(
    get, path = "/api/v1/places", operation_id = "places", tag = "places",
    params(Asked<PlacesQuery>),
    responses((status = 200, description = "A page of places", body = PlacesAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn places(
    request: HttpRequest,
    state: web::Data<State>,
    Asked(asked): Asked<PlacesQuery>,
) -> Result<HttpResponse, Problem> {
    let address = format!("{}{}", state.base_url(&request), request.path());
    let planner = state.planner.clone();
    let body = state
        .work(move |snapshot| {
            let (listing, journey) = listing(snapshot, &planner, &asked);
            let PlacesQuery { filter, coming, datum, limit, after, fingerprint, query, .. } = asked;
            let (page, last) = listing.page(after.as_ref(), limit);
            let portrayer = Portrayer::new(snapshot, datum, &filter, &coming);
            let places = snapshot.places();
            let distances = distances(snapshot, page, journey.as_ref()).into_iter();
            let features = page.iter().zip(distances);
            let features =
                features.map(|(listed, distance)| portrayer.feature(&places[listed.place as usize], distance));
            let next = last.map(|key| {
                let cursor = cursor::write(fingerprint, &key);
                format!("{address}?{}", query.with(CURSOR.declaration.name, &cursor))
            });
            bytes(&PlacesAnswer {
                kind: CollectionType::FeatureCollection,
                number_matched: listing.len(),
                number_returned: page.len(),
                features: features.collect(),
                next,
                colophon: portrayer.colophon(),
            })
        })
        .await?;
    Ok(json(GEO_JSON, PRIVATE, body))
}

/// The list that was asked for, and the journey by which the ways to its places are told; none where they are estimated.
fn listing<'a, 'p>(
    snapshot: &'a Snapshot,
    planner: &'p Planner,
    asked: &PlacesQuery,
) -> (Listing<'a>, Option<Journey<'p>>) {
    let PlacesQuery { area, filter, check, coming, name, .. } = asked;
    let today = clock::today(snapshot.city());
    let listing = |journey: Option<&Journey<'_>>| {
        let mut listing = Listing::new(snapshot, area, filter, coming, journey);
        if !check.is_empty() {
            listing.keep_checked(filter, |role| check.contains(&Standing::of(snapshot, role, today)));
        }
        if let Some(name) = name {
            listing.keep_named(name);
        }
        listing
    };
    let journey = match area {
        Area::Circle { at, .. } => Journey::of(planner, coming, *at),
        Area::Box { .. } | Area::Regions => None,
    };
    let mut places = listing(journey.as_ref());
    if let Some(journey) = &journey
        && (coming.max_minutes.is_some() || coming.must_let_in)
    {
        if places.len() > MOST_BY_STREETS {
            return (listing(None), None);
        }
        places.keep_wanted(journey, filter, coming);
    }
    (places, journey)
}

/// How far each place of a page is, where the list is about a point.
fn distances(snapshot: &Snapshot, page: &[Listed], journey: Option<&Journey<'_>>) -> Vec<Option<Distance>> {
    let Some(journey) = journey else {
        return page.iter().map(|listed| listed.distance_m.map(Distance::Straight)).collect();
    };
    let minutes = journey.minutes(snapshot, page.iter().map(|listed| listed.place));
    let distance = |(listed, minutes): (&Listed, Option<u32>)| {
        listed.distance_m.map(|distance_m| Distance::ByStreets { distance_m, minutes })
    };
    page.iter().zip(minutes).map(distance).collect()
}
