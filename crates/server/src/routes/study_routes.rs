//! `/api/v1/study-routes`: the library of study routes.

use actix_web::{HttpResponse, web};
use yuren_catalog::{PlaceId, Status, StudyRoute, Subject, Theme};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use super::{GEO_JSON, REVALIDATE, bytes, json};
use crate::answer::feature::CollectionType;
use crate::answer::provenance::Witness;
use crate::answer::study_route::{StudyRouteAnswer, StudyRouteFeature, StudyRoutesAnswer, placed};
use crate::offering::known_places;
use crate::params::table::{DATUM, GRADE, OFFER_LIMIT, PLACE, ROUTE_TEXT, ROUTE_THEME, SUBJECT};
use crate::params::{Asked, FromQuery, Query, Use};
use crate::problem::{Problem, ProblemDocument, Refusals};
use crate::state::State;

/// A question for study routes.
pub(crate) struct StudyRoutesQuery {
    themes: Vec<Theme>,
    subjects: Vec<Subject>,
    grade: Option<usize>,
    /// Of these a route stops at one at least; empty = at any.
    places: Vec<PlaceId>,
    text: Option<String>,
    limit: usize,
    datum: DatumName,
}

impl FromQuery for StudyRoutesQuery {
    const DECLARED: &'static [Use] = &[
        ROUTE_THEME.optional(),
        SUBJECT.optional(),
        GRADE.optional(),
        PLACE.optional(),
        ROUTE_TEXT.optional(),
        OFFER_LIMIT.optional(),
        DATUM.optional(),
    ];

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        Ok(Self {
            themes: query.get(&ROUTE_THEME)?.unwrap_or_default(),
            subjects: query.get(&SUBJECT)?.unwrap_or_default(),
            grade: query.get(&GRADE)?,
            places: known_places(&query, snapshot)?,
            text: query.get(&ROUTE_TEXT)?.map(|text| text.to_lowercase()),
            limit: query.need(&OFFER_LIMIT)?,
            datum: query.need(&DATUM)?,
        })
    }
}

impl StudyRoutesQuery {
    fn takes(&self, snapshot: &Snapshot, route: &StudyRoute) -> bool {
        let says = |text: &str| {
            let own = [Some(route.title.as_str()), route.title_en.as_deref(), route.aim.as_deref()];
            let stops = placed(snapshot, route).map(|(_, place)| place.name.as_str());
            own.into_iter().flatten().chain(stops).any(|said| said.to_lowercase().contains(text))
        };
        route.status == Status::Active
            && (self.themes.is_empty() || self.themes.contains(&route.theme))
            && (self.subjects.is_empty() || self.subjects.iter().any(|subject| route.subjects.contains(subject)))
            && self.grade.is_none_or(|grade| route.grades.contains(grade as u8))
            && (self.places.is_empty() || route.stops.iter().any(|stop| self.places.contains(&stop.place)))
            && self.text.as_deref().is_none_or(says)
    }
}

/// Study routes
///
/// Those that editors put together for teachers and that stand, by theme, then by title. A route whose grades or subjects nobody said
/// is found without `grade` and `subject` only.
///
/// `curl 'http://127.0.0.1:8080/api/v1/study-routes?theme=canal&grade=5'`
#[utoipa::path(
    get, path = "/api/v1/study-routes", operation_id = "studyRoutes", tag = "field study",
    params(Asked<StudyRoutesQuery>),
    responses((status = 200, description = "The routes", body = StudyRoutesAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn study_routes(
    state: web::Data<State>,
    Asked(asked): Asked<StudyRoutesQuery>,
) -> Result<HttpResponse, Problem> {
    let body = state
        .work(move |snapshot| {
            let mut found: Vec<_> = snapshot.study_routes().filter(|route| asked.takes(snapshot, route)).collect();
            found.sort_by_key(|route| (route.theme, &route.title, &route.id));
            let witness = Witness::new(snapshot);
            let told = &found[..found.len().min(asked.limit)];
            let feature = |&route| StudyRouteFeature::new(snapshot, &witness, asked.datum, route);
            bytes(&StudyRoutesAnswer {
                kind: CollectionType::FeatureCollection,
                features: told.iter().map(feature).collect(),
                number_matched: found.len(),
                number_returned: told.len(),
                colophon: witness.colophon(asked.datum),
            })
        })
        .await?;
    Ok(json(GEO_JSON, REVALIDATE, body))
}

/// The datum of an answer about one route.
pub(crate) struct StudyRouteQuery(DatumName);

impl FromQuery for StudyRouteQuery {
    const DECLARED: &'static [Use] = &[DATUM.optional()];

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        query.need(&DATUM).map(Self)
    }
}

/// One study route
///
/// A suspended or withdrawn route is found here and nowhere else; its status says so.
#[utoipa::path(
    get, path = "/api/v1/study-routes/{id}", operation_id = "studyRoute", tag = "field study",
    params(("id" = String, Path, description = "The route's id", example = "s-y315t2g2q5hs"), Asked<StudyRouteQuery>),
    responses(
        (status = 200, description = "The route", body = StudyRouteAnswer<'static>, content_type = "application/geo+json"),
        (status = 404, description = "No study route has this id", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn study_route(
    state: web::Data<State>,
    id: web::Path<String>,
    Asked(StudyRouteQuery(datum)): Asked<StudyRouteQuery>,
) -> Result<HttpResponse, Problem> {
    let body = state
        .work(move |snapshot| {
            let route = id.parse().ok().and_then(|id| snapshot.study_route(&id));
            let route = route.ok_or_else(|| Problem::no_such_study_route("id", &id))?;
            let witness = Witness::new(snapshot);
            let feature = StudyRouteFeature::new(snapshot, &witness, datum, route);
            bytes(&StudyRouteAnswer { feature, colophon: witness.colophon(datum) })
        })
        .await?;
    Ok(json(GEO_JSON, REVALIDATE, body))
}
