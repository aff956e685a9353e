//! Study routes as answers show them.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Place, Status, StudyRoute, StudyStop, Subject, Theme};
use yuren_geodesy::{DatumName, geodesic_m};
use yuren_index::Snapshot;

use super::datum::{in_datum, rounded_m};
use super::feature::{CollectionType, FeatureType};
use super::offer::is_example;
use super::provenance::{Colophon, ProvenanceAnswer, Witness};
use super::words::{StatusWord, SubjectWord, ThemeWord};

/// A route of field study (研学线路).
#[derive(Serialize, ToSchema)]
pub(crate) struct StudyRouteFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    /// Opaque stable id.
    #[schema(example = "s-y315t2g2q5hs")]
    id: &'a str,
    /// Its stops that still stand, in their order; null = none does.
    #[schema(required)]
    geometry: Option<MultiPointAnswer>,
    properties: StudyRouteProperties<'a>,
}

/// `"MultiPoint"`.
#[derive(Serialize, ToSchema)]
enum MultiPointType {
    /// The only one.
    MultiPoint,
}

/// GeoJSON points.
#[derive(Serialize, ToSchema)]
#[schema(as = MultiPoint)]
struct MultiPointAnswer {
    #[serde(rename = "type")]
    kind: MultiPointType,
    /// `[lon, lat]` in degrees of the answer's datum, each.
    coordinates: Vec<[f64; 2]>,
}

/// What is known of a study route.
#[derive(Serialize, ToSchema)]
#[schema(as = StudyRouteProperties)]
struct StudyRouteProperties<'a> {
    /// What it is called, in Chinese.
    title: &'a str,
    /// What it is called, in English.
    #[schema(required)]
    title_en: Option<&'a str>,
    #[schema(value_type = ThemeWord)]
    theme: Theme,
    /// The school's subjects that it serves; empty = nobody said.
    #[schema(value_type = Vec<SubjectWord>)]
    subjects: &'a [Subject],
    /// For which school years, 1 to 12; empty = nobody said.
    grades: Vec<u8>,
    /// What pupils shall know or be able to do afterwards.
    #[schema(required)]
    aim: Option<&'a str>,
    /// Whether it stands.
    #[schema(value_type = StatusWord)]
    status: Status,
    /// Whether it is an example.
    synthetic: bool,
    /// How long one stays at its stops, all together, as far as that is told; null = of none is.
    #[schema(required)]
    minutes: Option<u32>,
    /// Metres in straight lines from each stop that still stands to the next.
    metres: f64,
    stops: Vec<StudyStopAnswer<'a>>,
    /// Who says so.
    provenance: ProvenanceAnswer<'a>,
}

/// A stop of a study route.
#[derive(Serialize, ToSchema)]
#[schema(as = StudyStop)]
struct StudyStopAnswer<'a> {
    /// Id of its place.
    #[schema(example = "p-3f2a")]
    place: &'a str,
    /// The place's name in Chinese.
    name: &'a str,
    /// The place's name in English, where there is one.
    #[schema(required)]
    name_en: Option<&'a str>,
    /// Whether the place stands; who follows the route leaves out a stop that was withdrawn.
    #[schema(value_type = StatusWord)]
    status: Status,
    /// Whether the place's position or name is an example.
    synthetic: bool,
    /// Longitude in degrees of the answer's datum.
    lon: f64,
    /// Latitude in degrees of the answer's datum.
    lat: f64,
    /// How long one stays; null = nobody said.
    #[schema(required)]
    minutes: Option<u16>,
    /// What pupils look for and do there.
    #[schema(required)]
    task: Option<&'a str>,
}

/// Study routes by theme, then by title and id.
#[derive(Serialize, ToSchema)]
#[schema(as = StudyRouteCollection)]
pub(crate) struct StudyRoutesAnswer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: CollectionType,
    pub(crate) features: Vec<StudyRouteFeature<'a>>,
    /// How many match.
    #[serde(rename = "numberMatched")]
    pub(crate) number_matched: usize,
    /// How many features there are.
    #[serde(rename = "numberReturned")]
    pub(crate) number_returned: usize,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

/// One study route, with what stands under it.
#[derive(Serialize, ToSchema)]
pub(crate) struct StudyRouteAnswer<'a> {
    #[serde(flatten)]
    pub(crate) feature: StudyRouteFeature<'a>,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

impl<'a> StudyRouteFeature<'a> {
    /// The route, with its places as the snapshot has them.
    pub(crate) fn new(snapshot: &'a Snapshot, witness: &Witness<'a>, datum: DatumName, route: &'a StudyRoute) -> Self {
        let stops: Vec<(&StudyStop, &Place)> = placed(snapshot, route).collect();
        let points: Vec<_> = stops
            .iter()
            .filter(|(_, place)| place.status != Status::Withdrawn)
            .map(|(_, place)| place.position.point)
            .collect();
        let told = route.stops.iter().filter_map(|stop| stop.minutes);
        let provenance = witness.provenance(&route.provenance);
        Self {
            kind: FeatureType::Feature,
            id: route.id.as_str(),
            geometry: (!points.is_empty()).then(|| MultiPointAnswer {
                kind: MultiPointType::MultiPoint,
                coordinates: points.iter().map(|&point| in_datum(datum, point)).collect(),
            }),
            properties: StudyRouteProperties {
                title: &route.title,
                title_en: route.title_en.as_deref(),
                theme: route.theme,
                subjects: &route.subjects,
                grades: route.grades.iter().collect(),
                aim: route.aim.as_deref(),
                status: route.status,
                synthetic: provenance.synthetic,
                minutes: told.map(u32::from).reduce(|sum, minutes| sum + minutes),
                metres: rounded_m(points.windows(2).map(|pair| geodesic_m(pair[0], pair[1])).sum()),
                stops: stops.iter().map(|(stop, place)| StudyStopAnswer::new(witness, datum, stop, place)).collect(),
                provenance,
            },
        }
    }
}

impl<'a> StudyStopAnswer<'a> {
    fn new(witness: &Witness<'a>, datum: DatumName, stop: &'a StudyStop, place: &'a Place) -> Self {
        let [lon, lat] = in_datum(datum, place.position.point);
        Self {
            place: place.id.as_str(),
            name: &place.name,
            name_en: place.name_en.as_deref(),
            status: place.status,
            synthetic: is_example(witness, place),
            lon,
            lat,
            minutes: stop.minutes,
            task: stop.task.as_deref(),
        }
    }
}

/// A route's stops with their places. All of them have one: no place is ever deleted, and none is a stop that there is not.
pub(crate) fn placed<'a>(
    snapshot: &'a Snapshot,
    route: &'a StudyRoute,
) -> impl Iterator<Item = (&'a StudyStop, &'a Place)> {
    route.stops.iter().filter_map(|stop| Some((stop, snapshot.place(&stop.place)?)))
}
