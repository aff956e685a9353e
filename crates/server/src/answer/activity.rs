//! Activities as answers show them: each of their times is one entry.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::Occurrence;
use yuren_catalog::{Activity, ActivityKind, City, Fee, Place, Status};
use yuren_geodesy::DatumName;

use super::datum::rounded_m;
use super::feature::{CollectionType, DistanceKind, FeatureType, PointAnswer};
use super::offer::{OfferPlace, OfferRole};
use super::provenance::{Colophon, ProvenanceAnswer, Witness};
use super::role::{AudienceAnswer, BookingAnswer};
use super::words::{ActivityKindWord, FeeWord, StatusWord};
use crate::clock;

/// An activity at one of its times.
#[derive(Serialize, ToSchema)]
#[schema(as = Activity)]
pub(crate) struct ActivityAnswer<'a> {
    /// Opaque stable id, the same at every time of one activity.
    #[schema(example = "a-5k2c")]
    id: &'a str,
    #[schema(value_type = ActivityKindWord)]
    kind: ActivityKind,
    /// The series that it is one of.
    #[schema(required)]
    series: Option<&'a str>,
    /// What it is called, in Chinese.
    title: &'a str,
    /// What it is called, in English.
    #[schema(required)]
    title_en: Option<&'a str>,
    /// When it begins, by the city's clocks.
    #[schema(example = "2026-12-05T14:00:00+08:00")]
    starts: String,
    /// When it ends.
    #[schema(example = "2026-12-05T15:30:00+08:00")]
    ends: String,
    /// Whether one comes during the place's opening hours, any day from beginning to end.
    during_hours: bool,
    /// The rule by which it comes again, a value of iCalendar's `RRULE`; null = it takes place once.
    #[schema(required, example = "FREQ=WEEKLY;COUNT=8;BYDAY=SA")]
    repeats: Option<String>,
    /// Days on which it does not take place, whatever the rule says.
    #[schema(value_type = Vec<String>)]
    except: &'a [NaiveDate],
    /// Whether it stands; `suspended` = called off for now.
    #[schema(value_type = StatusWord)]
    status: Status,
    /// The role of the place that holds it; null = the place itself.
    #[schema(required)]
    role: Option<OfferRole<'a>>,
    /// Whom it is for; null = unknown.
    #[schema(required)]
    audience: Option<AudienceAnswer>,
    /// How one books; null = unknown.
    #[schema(required)]
    booking: Option<BookingAnswer>,
    /// What it costs.
    #[schema(value_type = FeeWord)]
    fee: Fee,
    /// How many persons may come; null = unknown.
    #[schema(required)]
    capacity: Option<u32>,
    /// What it is about.
    #[schema(required)]
    summary: Option<&'a str>,
    /// Its web page.
    #[schema(required)]
    url: Option<&'a str>,
    /// Whether it is an example.
    synthetic: bool,
    /// Who says so.
    provenance: ProvenanceAnswer<'a>,
}

/// An activity at one of its times, with its place.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActivityFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// The activity's id, `/`, and the day on which it begins this time.
    #[schema(example = "a-5k2c/2026-12-05")]
    id: String,
    /// Where the place is.
    geometry: PointAnswer,
    properties: ActivityProperties<'a>,
}

/// What is known of an activity at one of its times.
#[derive(Serialize, ToSchema)]
struct ActivityProperties<'a> {
    #[serde(flatten)]
    activity: ActivityAnswer<'a>,
    place: OfferPlace<'a>,
    /// Distance in metres from the point asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_m: Option<f64>,
    /// What that distance measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_kind: Option<DistanceKind>,
}

/// Activities by the beginning of each of their times, then by distance, then by id.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActivitiesAnswer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: CollectionType,
    pub(crate) features: Vec<ActivityFeature<'a>>,
    /// Beginning of the time asked about.
    #[schema(example = "2026-12-05T00:00:00+08:00")]
    pub(crate) from: String,
    /// Its end.
    #[schema(example = "2026-12-07T00:00:00+08:00")]
    pub(crate) to: String,
    /// How many times there are, over all activities.
    #[serde(rename = "numberMatched")]
    pub(crate) number_matched: usize,
    /// How many features this answer has.
    #[serde(rename = "numberReturned")]
    pub(crate) number_returned: usize,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

impl<'a> ActivityAnswer<'a> {
    /// An activity of the place, at this time.
    pub(crate) fn new(
        witness: &Witness<'a>,
        city: &City,
        place: &'a Place,
        activity: &'a Activity,
        time: Occurrence,
    ) -> Self {
        let provenance = witness.provenance(&activity.provenance);
        Self {
            id: activity.id.as_str(),
            kind: activity.kind,
            series: activity.series.as_deref(),
            title: &activity.title,
            title_en: activity.title_en.as_deref(),
            starts: clock::written(city, time.starts),
            ends: clock::written(city, time.ends),
            during_hours: activity.during_hours,
            repeats: activity.repeats.as_ref().map(ToString::to_string),
            except: &activity.except,
            status: activity.status,
            role: OfferRole::new(place, activity.role.as_ref()),
            audience: activity.audience.as_ref().map(AudienceAnswer::from),
            booking: activity.booking.as_ref().map(BookingAnswer::from),
            fee: activity.fee,
            capacity: activity.capacity,
            summary: activity.summary.as_deref(),
            url: activity.url.as_deref(),
            synthetic: provenance.synthetic,
            provenance,
        }
    }
}

impl<'a> ActivityFeature<'a> {
    /// An activity of the place, at this time; `distance_m` where the question is about a point.
    pub(crate) fn new(
        (witness, city, datum): (&Witness<'a>, &City, DatumName),
        (place, activity): (&'a Place, &'a Activity),
        time: Occurrence,
        distance_m: Option<f64>,
    ) -> Self {
        Self {
            kind: FeatureType::Feature,
            id: format!("{}/{}", activity.id, time.starts.date()),
            geometry: PointAnswer::new(datum, place.position.point),
            properties: ActivityProperties {
                activity: ActivityAnswer::new(witness, city, place, activity, time),
                place: OfferPlace::new(witness, place),
                distance_m: distance_m.map(rounded_m),
                distance_kind: distance_m.map(|_| DistanceKind::Straight),
            },
        }
    }
}
