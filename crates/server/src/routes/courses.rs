//! `/api/v1/courses`: what is taught where.

use actix_web::{HttpResponse, web};
use yuren_catalog::{Course, Place, Subject};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use super::{GEO_JSON, REVALIDATE, bytes, json};
use crate::answer::course::{CourseFeature, CoursesAnswer};
use crate::answer::feature::CollectionType;
use crate::answer::provenance::Witness;
use crate::offering::{OFFERING, Offering};
use crate::params::table::{COURSE_TEXT, DATUM, GRADE, OFFER_LIMIT, SUBJECT};
use crate::params::{Asked, FromQuery, Query, Use};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// A question for courses.
pub(crate) struct CoursesQuery {
    subjects: Vec<Subject>,
    grade: Option<usize>,
    offering: Offering,
    text: Option<String>,
    limit: usize,
    datum: DatumName,
}

impl FromQuery for CoursesQuery {
    const DECLARED: &'static [Use] = {
        let [place, role, region] = OFFERING;
        &[
            SUBJECT.optional(),
            GRADE.optional(),
            place,
            role,
            region,
            COURSE_TEXT.optional(),
            OFFER_LIMIT.optional(),
            DATUM.optional(),
        ]
    };

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        Ok(Self {
            subjects: query.get(&SUBJECT)?.unwrap_or_default(),
            grade: query.get(&GRADE)?,
            offering: Offering::of(&query, snapshot)?,
            text: query.get(&COURSE_TEXT)?.map(|text| text.to_lowercase()),
            limit: query.need(&OFFER_LIMIT)?,
            datum: query.need(&DATUM)?,
        })
    }
}

impl CoursesQuery {
    fn takes(&self, place: &Place, course: &Course) -> bool {
        let says = |text: &str| {
            let told = [Some(course.title.as_str()), course.title_en.as_deref(), course.summary.as_deref()];
            told.into_iter().flatten().any(|said| said.to_lowercase().contains(text))
        };
        (self.subjects.is_empty() || self.subjects.contains(&course.subject))
            && self.grade.is_none_or(|grade| course.grades.contains(grade as u8))
            && self.offering.takes(place, course.role.as_ref())
            && self.text.as_deref().is_none_or(says)
    }
}

/// Courses
///
/// Teaching resources of places, by subject, then by their first grade and title. A course whose grades nobody said is found
/// without `grade` only.
///
/// `curl 'http://127.0.0.1:8080/api/v1/courses?subject=science&grade=4'`
#[utoipa::path(
    get, path = "/api/v1/courses", operation_id = "courses", tag = "activities",
    params(Asked<CoursesQuery>),
    responses((status = 200, description = "The courses", body = CoursesAnswer<'static>, content_type = "application/geo+json"), Refusals)
)]
pub(crate) async fn courses(
    state: web::Data<State>,
    Asked(asked): Asked<CoursesQuery>,
) -> Result<HttpResponse, Problem> {
    let body = state
        .work(move |snapshot| {
            let mut found: Vec<_> = snapshot.courses().filter(|(place, course)| asked.takes(place, course)).collect();
            found.sort_by_key(|(_, course)| (course.subject, course.grades.iter().next(), &course.title, &course.id));
            let witness = Witness::new(snapshot);
            let told = &found[..found.len().min(asked.limit)];
            let feature = |&(place, course)| CourseFeature::new(&witness, asked.datum, place, course);
            bytes(&CoursesAnswer {
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
