//! A list of places in an order that pages can be cut from.

use std::collections::HashSet;

use yuren_catalog::Role;
use yuren_geodesy::{BBox, DatumName, LonLat, Wgs84};
use yuren_index::{Filter, Hit, PlaceIx, SearchSubject, Snapshot};

use crate::answer::cursor::SortKey;
use crate::answer::datum::exactly_in_datum;
use crate::coming::Coming;
use crate::journey::{Journey, is_wanted};

/// A box of another datum lies within this many degrees of the same numbers in WGS-84: GCJ-02 is less than 0.01° off, BD-09
/// less than 0.02°.
const DATUM_MARGIN: f64 = 0.03;

/// Where the places of a list lie.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Area {
    /// Between `[west, south, east, north]` degrees of a datum, edges included.
    Box { edges: [f64; 4], datum: DatumName },
    /// Within so many metres of a point.
    Circle { at: LonLat<Wgs84>, radius_m: f64 },
    /// Wherever the filter's regions are.
    Regions,
}

/// A place in a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// Which place.
    pub(crate) place: PlaceIx,
    /// Its distance, where the list is about a point.
    pub(crate) distance_m: Option<f64>,
}

/// A list in order: by distance in whole millimetres, then by id.
pub(crate) struct Listing<'a> {
    snapshot: &'a Snapshot,
    places: Vec<Listed>,
}

impl<'a> Listing<'a> {
    /// The matching places of the area, where that is a wish those that let in who is `coming`, by an estimate of the way. By streets
    /// they are all that a `journey` may get to: see [`Self::keep_wanted`].
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        area: &Area,
        filter: &Filter,
        coming: &Coming,
        journey: Option<&Journey<'_>>,
    ) -> Self {
        let by_id = |places: Vec<PlaceIx>| places.into_iter().map(|place| Listed { place, distance_m: None }).collect();
        let Coming { visit, must_let_in, .. } = coming;
        let mut places: Vec<Listed> = match *area {
            Area::Circle { at, radius_m } => {
                let reach_m = journey.map_or_else(|| coming.reach_m(), |journey| journey.reach_m(coming));
                let radius_m = reach_m.map_or(radius_m, |reach_m| radius_m.min(reach_m));
                let hits = if *must_let_in && journey.is_none() {
                    snapshot.within_radius_open(at, radius_m, filter, visit)
                } else {
                    snapshot.within_radius(at, radius_m, filter)
                };
                let listed = |Hit { place, distance_m }| Listed { place, distance_m: Some(distance_m) };
                hits.into_iter().map(listed).collect()
            }
            Area::Box { edges, datum } => by_id(within_box(snapshot, edges, datum, filter)),
            Area::Regions => by_id(snapshot.matching(filter)),
        };
        if *must_let_in && !matches!(area, Area::Circle { .. }) {
            let mut lets_in = snapshot.lets_in(filter, visit);
            places.retain(|listed| lets_in(listed.place, None));
        }
        Self { snapshot, places }
    }

    /// Keeps the places with a role that matches the filter and is also as `wanted` says.
    pub(crate) fn keep_checked(&mut self, filter: &Filter, wanted: impl Fn(&Role) -> bool) {
        let places = self.snapshot.places();
        self.places.retain(|listed| {
            let roles = &places[listed.place as usize].roles;
            roles.iter().any(|role| filter.matches_role(role) && wanted(role))
        });
    }

    /// Keeps the places that a search for `name` finds.
    pub(crate) fn keep_named(&mut self, name: &str) {
        let all = self.snapshot.places().len() + self.snapshot.regions().iter().len();
        let hits = self.snapshot.search(name, None, all).into_iter();
        let named: HashSet<PlaceIx> = hits
            .filter_map(|hit| match hit.subject {
                SearchSubject::Place(place) => Some(place),
                SearchSubject::Region(_) => None,
            })
            .collect();
        self.places.retain(|listed| named.contains(&listed.place));
    }

    /// Keeps the places to which the journey leads as who is `coming` wishes.
    pub(crate) fn keep_wanted(&mut self, journey: &Journey<'_>, filter: &Filter, coming: &Coming) {
        let minutes = journey.minutes(self.snapshot, self.places.iter().map(|listed| listed.place));
        let mut minutes = minutes.into_iter();
        self.places.retain(|listed| is_wanted(self.snapshot, (listed.place, minutes.next().flatten()), filter, coming));
    }

    /// How many places are in it.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// At most `limit` places behind a key, and the key behind which the next page begins if there is one.
    pub(crate) fn page(&self, after: Option<&SortKey>, limit: usize) -> (&[Listed], Option<SortKey>) {
        let begin = after.map_or(0, |after| self.places.partition_point(|listed| self.key(listed) <= *after));
        let end = self.places.len().min(begin + limit);
        let page = &self.places[begin..end];
        let last = page.last().filter(|_| end < self.places.len());
        (page, last.map(|last| self.key(last)))
    }

    fn key(&self, listed: &Listed) -> SortKey {
        SortKey {
            distance_mm: listed.distance_m.map_or(0, |distance_m| (distance_m * 1000.0).round() as u64),
            id: self.snapshot.places()[listed.place as usize].id.clone(),
        }
    }
}

/// The matching places in a box of any datum, by id.
fn within_box(snapshot: &Snapshot, edges: [f64; 4], datum: DatumName, filter: &Filter) -> Vec<PlaceIx> {
    let [west, south, east, north] = edges;
    let margin = if datum == DatumName::Wgs84 { 0.0 } else { DATUM_MARGIN };
    let (west_of, south_of) = ((west - margin).max(-180.0), (south - margin).max(-90.0));
    let (east_of, north_of) = ((east + margin).min(180.0), (north + margin).min(90.0));
    // The edges are a box already, and a wider one is one too.
    let Ok(wide) = BBox::new(west_of, south_of, east_of, north_of) else { return Vec::new() };
    let mut places = snapshot.within_bbox(&wide, filter);
    if datum != DatumName::Wgs84 {
        places.retain(|&place| {
            let [lon, lat] = exactly_in_datum(datum, snapshot.places()[place as usize].position.point);
            (west..=east).contains(&lon) && (south..=north).contains(&lat)
        });
    }
    places
}
