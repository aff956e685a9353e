//! Courses as answers show them.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Course, Place, Status, Subject};
use yuren_geodesy::DatumName;

use super::feature::{CollectionType, FeatureType, PointAnswer};
use super::offer::{OfferPlace, OfferRole};
use super::provenance::{Colophon, ProvenanceAnswer, Witness};
use super::words::{StatusWord, SubjectWord};

/// A teaching resource of a place.
#[derive(Serialize, ToSchema)]
#[schema(as = Course)]
pub(crate) struct CourseAnswer<'a> {
    /// Opaque stable id.
    #[schema(example = "c-9p1d")]
    id: &'a str,
    /// What it is called, in Chinese.
    title: &'a str,
    /// What it is called, in English.
    #[schema(required)]
    title_en: Option<&'a str>,
    #[schema(value_type = SubjectWord)]
    subject: Subject,
    /// For which school years, 1 to 12; empty = nobody said.
    grades: Vec<u8>,
    /// How long it takes, in minutes; null = unknown.
    #[schema(required)]
    minutes: Option<u16>,
    /// What is in it.
    #[schema(required)]
    summary: Option<&'a str>,
    /// Its web page.
    #[schema(required)]
    url: Option<&'a str>,
    /// Whether it stands.
    #[schema(value_type = StatusWord)]
    status: Status,
    /// The role of the place that offers it; null = the place itself.
    #[schema(required)]
    role: Option<OfferRole<'a>>,
    /// Whether it is an example.
    synthetic: bool,
    /// Who says so.
    provenance: ProvenanceAnswer<'a>,
}

/// A course with its place.
#[derive(Serialize, ToSchema)]
pub(crate) struct CourseFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// Opaque stable id.
    #[schema(example = "c-9p1d")]
    id: &'a str,
    /// Where the place is.
    geometry: PointAnswer,
    properties: CourseProperties<'a>,
}

/// What is known of a course.
#[derive(Serialize, ToSchema)]
struct CourseProperties<'a> {
    #[serde(flatten)]
    course: CourseAnswer<'a>,
    place: OfferPlace<'a>,
}

/// Courses by subject, then by their first grade, title and id.
#[derive(Serialize, ToSchema)]
pub(crate) struct CoursesAnswer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: CollectionType,
    pub(crate) features: Vec<CourseFeature<'a>>,
    /// How many courses match.
    #[serde(rename = "numberMatched")]
    pub(crate) number_matched: usize,
    /// How many features this answer has.
    #[serde(rename = "numberReturned")]
    pub(crate) number_returned: usize,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

impl<'a> CourseAnswer<'a> {
    /// A course of the place.
    pub(crate) fn new(witness: &Witness<'a>, place: &'a Place, course: &'a Course) -> Self {
        let provenance = witness.provenance(&course.provenance);
        Self {
            id: course.id.as_str(),
            title: &course.title,
            title_en: course.title_en.as_deref(),
            subject: course.subject,
            grades: course.grades.iter().collect(),
            minutes: course.minutes,
            summary: course.summary.as_deref(),
            url: course.url.as_deref(),
            status: course.status,
            role: OfferRole::new(place, course.role.as_ref()),
            synthetic: provenance.synthetic,
            provenance,
        }
    }
}

impl<'a> CourseFeature<'a> {
    /// A course of the place.
    pub(crate) fn new(witness: &Witness<'a>, datum: DatumName, place: &'a Place, course: &'a Course) -> Self {
        Self {
            kind: FeatureType::Feature,
            id: course.id.as_str(),
            geometry: PointAnswer::new(datum, place.position.point),
            properties: CourseProperties {
                course: CourseAnswer::new(witness, place, course),
                place: OfferPlace::new(witness, place),
            },
        }
    }
}
