//! `/api/v1/activities`: what takes place when and where.

use actix_web::{HttpResponse, web};
use yuren_catalog::calendar::Occurrence;
use yuren_catalog::{Activity, ActivityKind, City, Place};
use yuren_geodesy::{DatumName, geodesic_m};
use yuren_index::Snapshot;

use super::{GEO_JSON, PRIVATE, REVALIDATE, bytes, json};
use crate::answer::activity::{ActivitiesAnswer, ActivityFeature};
use crate::answer::feature::CollectionType;
use crate::answer::provenance::Witness;
use crate::clock;
use crate::offering::{OFFERING, Offering};
use crate::params::table::{ACTIVITY_KIND, DATUM, NEAR, OFFER_LIMIT, RADIUS_M, WINDOW_TO};
use crate::params::{Asked, FromQuery, Point, Query, Use};
use crate::problem::{Problem, Refusals};
use crate::state::State;
use crate::window::{WINDOW, Window};

/// Times that one question may be about: beyond, its asker is told to ask for less.
const MOST_TIMES: usize = 50_000;

/// A question for activities.
pub(crate) struct ActivitiesQuery {
    window: Window,
    around: Option<(Point, f64)>,
    offering: Offering,
    kinds: Vec<ActivityKind>,
    limit: usize,
    datum: DatumName,
}

impl FromQuery for ActivitiesQuery {
    const DECLARED: &'static [Use] = {
        let [from, to] = WINDOW;
        let [place, role, region] = OFFERING;
        &[
            from,
            to,
            NEAR.optional(),
            RADIUS_M.optional(),
            place,
            role,
            region,
            ACTIVITY_KIND.optional(),
            OFFER_LIMIT.optional(),
            DATUM.optional(),
        ]
    };

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let datum = query.need(&DATUM)?;
        let around = if query.has(&NEAR) || query.has(&RADIUS_M) {
            query.need(&NEAR)?;
            let radius_m = query.need(&RADIUS_M)?;
            Point::pair(&query, &NEAR, datum)?.map(|point| (point, radius_m))
        } else {
            None
        };
        Ok(Self {
            window: Window::of(&query, snapshot)?,
            around,
            offering: Offering::of(&query, snapshot)?,
            kinds: query.get(&ACTIVITY_KIND)?.unwrap_or_default(),
            limit: query.need(&OFFER_LIMIT)?,
            datum,
        })
    }
}

/// An activity at one of its times.
struct Taking<'a> {
    place: &'a Place,
    activity: &'a Activity,
    time: Occurrence,
    distance_m: Option<f64>,
}

impl<'a> Taking<'a> {
    fn feature(&self, witness: &Witness<'a>, city: &City, datum: DatumName) -> ActivityFeature<'a> {
        let &Self { place, activity, time, distance_m } = self;
        ActivityFeature::new((witness, city, datum), (place, activity), time, distance_m)
    }
}

impl ActivitiesQuery {
    /// What it asks for, in order: by beginning, then by distance in whole millimetres, then by id.
    fn answer<'a>(&self, snapshot: &'a Snapshot) -> Result<Vec<Taking<'a>>, Problem> {
        let mut found = Vec::new();
        for (place, activity) in snapshot.activities() {
            let is_wanted = self.kinds.is_empty() || self.kinds.contains(&activity.kind);
            if !is_wanted || !self.offering.takes(place, activity.role.as_ref()) {
                continue;
            }
            let distance_m = self.around.map(|(point, _)| geodesic_m(point.at, place.position.point));
            if let (Some((_, radius_m)), Some(distance_m)) = (self.around, distance_m)
                && distance_m > radius_m
            {
                continue;
            }
            let Window { from, to } = self.window;
            let times = activity.occurrences(from, to, MOST_TIMES + 1 - found.len());
            found.extend(times.into_iter().map(|time| Taking { place, activity, time, distance_m }));
            if found.len() > MOST_TIMES {
                let reason =
                    format!("holds more than {MOST_TIMES} times of activities since the beginning; ask for less");
                return Err(WINDOW_TO.invalid(&clock::written(snapshot.city(), to), &reason));
            }
        }
        found.sort_by_key(|it| {
            let millimetres = it.distance_m.map_or(0, |metres| (metres * 1000.0).round() as u64);
            (it.time.starts, millimetres, &it.activity.id)
        });
        Ok(found)
    }
}

/// Activities
///
/// What takes place in a stretch of time, each time of a repeated activity an entry of its own: by beginning, then by distance.
/// Without `from` and `to` it is the two weeks from now on; at most 366 days. A day given as `to` is in it to its end.
///
/// `curl 'http://127.0.0.1:8080/api/v1/activities?from=2026-12-05&to=2026-12-06&near=119.4382,32.4012&radius_m=5000'`
#[utoipa::path(
    get, path = "/api/v1/activities", operation_id = "activities", tag = "activities",
    params(Asked<ActivitiesQuery>),
    responses((status = 200, description = "The activities", body = ActivitiesAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn activities(
    state: web::Data<State>,
    Asked(asked): Asked<ActivitiesQuery>,
) -> Result<HttpResponse, Problem> {
    let cache_control = if asked.around.is_some() { PRIVATE } else { REVALIDATE };
    let body = state
        .work(move |snapshot| {
            let found = asked.answer(snapshot)?;
            let (witness, city) = (Witness::new(snapshot), snapshot.city());
            let told = &found[..found.len().min(asked.limit)];
            bytes(&ActivitiesAnswer {
                kind: CollectionType::FeatureCollection,
                features: told.iter().map(|it| it.feature(&witness, city, asked.datum)).collect(),
                from: clock::written(city, asked.window.from),
                to: clock::written(city, asked.window.to),
                number_matched: found.len(),
                number_returned: told.len(),
                colophon: witness.colophon(asked.datum),
            })
        })
        .await?;
    Ok(json(GEO_JSON, cache_control, body))
}
