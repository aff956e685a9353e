//! Lists of places: GeoJSON feature collections.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_geodesy::{BBox, LonLat, Wgs84};
use yuren_index::Snapshot;

use super::feature::CollectionType;
use super::found::Found;
use super::place::PlaceFeature;
use super::provenance::Colophon;

/// The places nearest to a point, nearest first; of places at the same millimetre the lesser id first.
#[derive(Serialize, ToSchema)]
pub(crate) struct NearestAnswer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: CollectionType,
    pub(crate) features: Vec<PlaceFeature<'a>>,
    /// How many features there are.
    #[serde(rename = "numberReturned")]
    pub(crate) number_returned: usize,
    /// What the asker should know about the answer.
    pub(crate) notes: Vec<Note>,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

/// A page of places: by distance if the query has a centre, else by id.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlacesAnswer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: CollectionType,
    pub(crate) features: Vec<PlaceFeature<'a>>,
    /// How many places match, on all pages together.
    #[serde(rename = "numberMatched")]
    pub(crate) number_matched: usize,
    /// How many features this page has.
    #[serde(rename = "numberReturned")]
    pub(crate) number_returned: usize,
    /// The address of the next page; null = this is the last.
    #[schema(required)]
    pub(crate) next: Option<String>,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

/// What a search found, best first.
#[derive(Serialize, ToSchema)]
pub(crate) struct SearchAnswer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: CollectionType,
    pub(crate) features: Vec<Found<'a>>,
    /// How many features there are.
    #[serde(rename = "numberReturned")]
    pub(crate) number_returned: usize,
    /// What the asker should know about the answer.
    pub(crate) notes: Vec<Note>,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

/// Something that the asker should know about an answer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Note {
    code: NoteCode,
    /// For people, in English.
    message: String,
    /// For people, in Chinese.
    message_zh: String,
}

/// The name of a note, as programs read it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum NoteCode {
    /// The point asked about lies outside the city's bounding box.
    OutsideCity,
}

/// What there is to say about an answer to a question about `at`.
pub(crate) fn notes(snapshot: &Snapshot, at: Option<LonLat<Wgs84>>) -> Vec<Note> {
    let city = snapshot.city();
    let [west, south, east, north] = city.bbox;
    let outside = match (at, BBox::new(west, south, east, north)) {
        (Some(at), Ok(bbox)) => !bbox.contains(at),
        _ => false,
    };
    outside
        .then(|| Note {
            code: NoteCode::OutsideCity,
            message: format!("The point lies outside {}; this map holds that city alone.", city.name_en),
            message_zh: format!("这个点不在{}范围内，本图只收录{}的场所。", city.name, city.name),
        })
        .into_iter()
        .collect()
}
