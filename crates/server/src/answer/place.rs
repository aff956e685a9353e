//! A place as answers show it: a GeoJSON feature (RFC 7946).

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::Telling;
use yuren_catalog::{Place, Position, Precision, Status};
use yuren_geodesy::DatumName;
use yuren_index::{Filter, Snapshot};

use super::activity::ActivityAnswer;
use super::course::CourseAnswer;
use super::datum::{in_datum, rounded_m};
use super::entry::{EntryAnswer, subject};
use super::feature::{DistanceKind, FeatureType, PointAnswer};
use super::place_offers::PlaceOffers;
use super::provenance::{Colophon, ProvenanceAnswer, Witness};
use super::region::RegionAnswer;
use super::role::RoleAnswer;
use super::travel_kind::TravelKind;
use super::words::{PrecisionWord, StatusWord};
use crate::coming::Coming;

/// A place: one feature, however many roles it bears.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlaceFeature<'a> {
    #[serde(rename = "type")]
    pub(super) kind: FeatureType,
    /// Opaque stable id.
    #[schema(example = "p-3f2a")]
    pub(super) id: &'a str,
    pub(super) geometry: PointAnswer,
    pub(super) properties: PlaceProperties<'a>,
}

/// What is known of a place.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlaceProperties<'a> {
    /// Name in Chinese.
    name: &'a str,
    /// Name in English, where there is one.
    #[schema(required)]
    name_en: Option<&'a str>,
    /// Other names by which people know it.
    aliases: &'a [String],
    /// Postal address.
    #[schema(required)]
    address: Option<&'a str>,
    /// Whether it stands. A withdrawn place is found by its id alone.
    #[schema(value_type = StatusWord)]
    status: Status,
    /// Code of the finest region known to hold it.
    #[schema(example = "321002001")]
    region: &'a str,
    /// The regions around it, outermost first.
    regions: Vec<RegionAnswer<'a>>,
    /// Whether its position or its name is an example.
    synthetic: bool,
    /// How well its position is known, and who says so.
    position: PositionAnswer<'a>,
    /// Who says that it is called so.
    name_source: ProvenanceAnswer<'a>,
    /// Entrances, `[lon, lat]` in degrees of the answer's datum.
    entrances: Vec<[f64; 2]>,
    /// The point in each map's own datum, for links into other maps.
    map_points: MapPoints,
    /// Distance in metres from the point asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_m: Option<f64>,
    /// What that distance measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_kind: Option<DistanceKind>,
    /// Minutes that the way takes, rounded up, where the request says how one travels; absent too where no street leads there.
    #[serde(skip_serializing_if = "Option::is_none")]
    travel_minutes: Option<u32>,
    /// What that time is made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    travel_kind: Option<TravelKind>,
    /// What it is to the programme; those that match the request first.
    roles: Vec<RoleAnswer<'a>>,
    /// The next ten times of its activities within 90 days, by beginning; in the place's own answer alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    activities: Option<Vec<ActivityAnswer<'a>>>,
    /// How many times there are within those days.
    #[serde(skip_serializing_if = "Option::is_none")]
    activities_total: Option<usize>,
    /// Its courses, by subject and title; in the place's own answer alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    courses: Option<Vec<CourseAnswer<'a>>>,
}

/// How far a place is from the point asked about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Distance {
    /// So many metres by the straight line; how long the way takes is estimated from them.
    Straight(f64),
    /// By the straight line so many metres, by streets so many whole minutes.
    ByStreets {
        distance_m: f64,
        /// `None` = no street leads there.
        minutes: Option<u32>,
    },
}

/// How well a position is known.
#[derive(Serialize, ToSchema)]
#[schema(as = Position)]
struct PositionAnswer<'a> {
    #[schema(value_type = PrecisionWord)]
    precision: Precision,
    /// The true spot lies within this many metres of the point.
    radius_m: f64,
    #[serde(flatten)]
    provenance: ProvenanceAnswer<'a>,
}

/// One spot as `[lon, lat]` in degrees of three datums.
#[derive(Serialize, ToSchema)]
struct MapPoints {
    /// For Google (outside the mainland), Apple (outside the mainland), OpenStreetMap.
    wgs84: [f64; 2],
    /// For 高德 and 腾讯.
    gcj02: [f64; 2],
    /// For 百度.
    bd09: [f64; 2],
}

/// A place on its own.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlaceAnswer<'a> {
    #[serde(flatten)]
    place: PlaceFeature<'a>,
    #[serde(flatten)]
    colophon: Colophon<'a>,
}

/// Turns places into features, all in one datum and under one filter.
pub(crate) struct Portrayer<'a> {
    /// Remembers the sources named.
    pub(crate) witness: Witness<'a>,
    snapshot: &'a Snapshot,
    datum: DatumName,
    filter: &'a Filter,
    coming: &'a Coming,
}

impl<'a> Portrayer<'a> {
    /// One that has portrayed nothing yet. Whether one can go in is told for who is `coming`.
    pub(crate) fn new(snapshot: &'a Snapshot, datum: DatumName, filter: &'a Filter, coming: &'a Coming) -> Self {
        Self { witness: Witness::new(snapshot), snapshot, datum, filter, coming }
    }

    /// The datum of its answers.
    pub(crate) fn datum(&self) -> DatumName {
        self.datum
    }

    /// A place in a list; `distance` where the list is about a point.
    pub(crate) fn feature(&self, place: &'a Place, distance: Option<Distance>) -> PlaceFeature<'a> {
        let as_far = distance.map(|distance| match distance {
            Distance::Straight(distance_m) => distance_m,
            // When one arrives is the streets' to say.
            Distance::ByStreets { distance_m, minutes } => {
                minutes.and_then(|minutes| self.coming.as_far_as(minutes)).unwrap_or(distance_m)
            }
        });
        let mut properties = self.properties(place, as_far);
        if let Some(Distance::ByStreets { distance_m, minutes }) = distance {
            properties.distance_m = Some(rounded_m(distance_m));
            (properties.travel_minutes, properties.travel_kind) = (minutes, Some(TravelKind::Network));
        }
        PlaceFeature {
            kind: FeatureType::Feature,
            id: place.id.as_str(),
            geometry: PointAnswer::new(self.datum, place.position.point),
            properties,
        }
    }

    /// A place on its own; `distance` where it was asked about from a point.
    pub(crate) fn alone(&self, place: &'a Place, distance: Option<Distance>) -> PlaceAnswer<'a> {
        let PlaceOffers { activities, activities_total, courses } =
            PlaceOffers::new(&self.witness, self.snapshot, place, self.coming.now);
        // The feature before the colophon: it names the sources.
        let mut place = self.feature(place, distance);
        place.properties.activities = Some(activities);
        place.properties.activities_total = Some(activities_total);
        place.properties.courses = Some(courses);
        PlaceAnswer { place, colophon: self.colophon() }
    }

    /// The end of the answer.
    pub(crate) fn colophon(&self) -> Colophon<'a> {
        self.witness.colophon(self.datum)
    }

    fn properties(&self, place: &'a Place, distance_m: Option<f64>) -> PlaceProperties<'a> {
        let point = place.position.point;
        let name_source = self.witness.provenance(&place.name_provenance);
        let position = self.position(&place.position);
        let travel_minutes = self.coming.visit.pace.zip(distance_m).map(|(pace, distance_m)| pace.minutes(distance_m));
        PlaceProperties {
            name: &place.name,
            name_en: place.name_en.as_deref(),
            aliases: &place.aliases,
            address: place.address.as_deref(),
            status: place.status,
            region: place.region.as_str(),
            regions: RegionAnswer::path(self.snapshot, &place.region),
            synthetic: name_source.synthetic
                || position.provenance.synthetic
                || place.position.precision == Precision::Synthetic,
            position,
            name_source,
            entrances: place.entrances.iter().map(|&entrance| in_datum(self.datum, entrance)).collect(),
            map_points: MapPoints {
                wgs84: in_datum(DatumName::Wgs84, point),
                gcj02: in_datum(DatumName::Gcj02, point),
                bd09: in_datum(DatumName::Bd09, point),
            },
            distance_m: distance_m.map(rounded_m),
            distance_kind: distance_m.map(|_| DistanceKind::Straight),
            travel_minutes,
            travel_kind: travel_minutes.map(|_| TravelKind::Estimate),
            roles: self.roles(place, distance_m),
            activities: None,
            activities_total: None,
            courses: None,
        }
    }

    fn position(&self, position: &'a Position) -> PositionAnswer<'a> {
        PositionAnswer {
            precision: position.precision,
            radius_m: position.radius_m,
            provenance: self.witness.provenance(&position.provenance),
        }
    }

    /// The roles that stand, those that match before the others.
    fn roles(&self, place: &'a Place, distance_m: Option<f64>) -> Vec<RoleAnswer<'a>> {
        let arrival = self.coming.visit.arrival(distance_m);
        let position = self.snapshot.position(&place.id);
        let calendar = self.snapshot.calendar();
        let mut roles: Vec<_> = place
            .roles
            .iter()
            .enumerate()
            .filter(|(_, role)| role.status != Status::Withdrawn)
            .map(|(i, role)| {
                let entry = position.map(|position| {
                    let telling = Telling {
                        today: self.coming.now.date(),
                        day: calendar.day(arrival.date()),
                        subject: subject(role.kind),
                    };
                    EntryAnswer::new(self.snapshot.city(), &telling, self.snapshot.entry(position, i, arrival))
                });
                let lets_in =
                    || position.is_some_and(|at| self.snapshot.role_lets_in(at, i, distance_m, &self.coming.visit));
                let matched = self.filter.matches_role(role) && (!self.coming.must_let_in || lets_in());
                RoleAnswer::new(&self.witness, role, matched, entry)
            })
            .collect();
        roles.sort_by_key(|role| !role.matched);
        roles
    }
}
