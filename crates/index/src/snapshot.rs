//! A whole city in memory, as of one revision.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use yuren_catalog::calendar::{Calendar, DaySchedule, Entry, Timing};
use yuren_catalog::{
    City, CityPack, Layers, Place, PlaceId, RegionTree, Revision, RoleKind, Source, SourceKey, Status, StudyRoute,
    StudyRouteId,
};
use yuren_geodesy::{BBox, LonLat, Wgs84, ruler_m};

use crate::forest::Forest;
use crate::offers::Offers;
use crate::search::SearchIndex;
use crate::timetable::{Timetable, Visit};
use crate::{Filter, SearchHit};

/// A place's position in [`Snapshot::places`]. It orders as the places' ids do, and holds for one snapshot only.
pub type PlaceIx = u32;

/// A place and how far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Which place.
    pub place: PlaceIx,
    /// Geodesic distance in metres.
    pub distance_m: f64,
}

/// What [`Snapshot::nearest`] found.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// The places, nearest first; of places at the same whole millimetre the lesser id first.
    pub hits: Vec<Hit>,
    /// How many tree nodes and entries were looked at to find them.
    pub visited: usize,
}

/// How far off [`ruler_m`] is at most, as a part of the distance, up to [`RULER_REACH_M`] metres.
const RULER_ERROR: f64 = 0.0001;
const RULER_REACH_M: f64 = 200_000.0;

/// What no edit changes: the city under its places.
#[derive(Debug)]
struct Ground {
    city: City,
    regions: RegionTree,
    layers: Layers,
    calendar: Calendar,
}

/// A city as of one revision: immutable, shared by all who read it.
#[derive(Debug)]
pub struct Snapshot {
    revision: Revision,
    ground: Arc<Ground>,
    sources: BTreeMap<SourceKey, Source>,
    places: Vec<Place>,
    study_routes: BTreeMap<StudyRouteId, StudyRoute>,
    counts: [usize; RoleKind::ALL.len()],
    forest: Forest,
    search: SearchIndex,
    timetable: Timetable,
    offers: Offers,
}

impl Snapshot {
    /// Indexes a city. `revision` is 1 for a pack as read.
    pub fn new(pack: CityPack, revision: Revision) -> Self {
        let CityPack { city, sources, regions, places, study_routes, layers, calendar } = pack;
        Self::on(Arc::new(Ground { city, regions, layers, calendar }), sources, places, revision)
            .with_study_routes(study_routes)
    }

    /// The snapshot after an edit: `places`, each once, as they are now, whether they were there before or not, and sources that came
    /// with them. Everything else is as in this one.
    ///
    /// All indexes are made anew: about 20 ms at 2,000 places.
    #[must_use]
    pub fn edited(&self, places: Vec<Place>, sources: BTreeMap<SourceKey, Source>, revision: Revision) -> Self {
        let edited: BTreeSet<PlaceId> = places.iter().map(|place| place.id.clone()).collect();
        let untouched = self.places.iter().filter(|place| !edited.contains(&place.id)).cloned();
        let all = untouched.chain(places).collect();
        let sources = self.sources.clone().into_iter().chain(sources).collect();
        let after = Self::on(Arc::clone(&self.ground), sources, all, revision);
        Self { study_routes: self.study_routes.clone(), ..after }
    }

    /// The same snapshot with these study routes beside its own, or instead of those of the same ids.
    #[must_use]
    pub fn with_study_routes(mut self, routes: Vec<StudyRoute>) -> Self {
        self.study_routes.extend(routes.into_iter().map(|route| (route.id.clone(), route)));
        self
    }

    /// The same city with these places and no others, with no study routes, and with these sources beside its own.
    #[must_use]
    pub fn restocked(&self, places: Vec<Place>, sources: BTreeMap<SourceKey, Source>, revision: Revision) -> Self {
        let sources = self.sources.clone().into_iter().chain(sources).collect();
        Self::on(Arc::clone(&self.ground), sources, places, revision)
    }

    fn on(
        ground: Arc<Ground>,
        sources: BTreeMap<SourceKey, Source>,
        mut places: Vec<Place>,
        revision: Revision,
    ) -> Self {
        places.sort_by(|a, b| a.id.cmp(&b.id));
        let mut counts = [0; RoleKind::ALL.len()];
        let standing = places.iter().filter(|place| place.status != Status::Withdrawn);
        for role in standing.flat_map(|place| &place.roles).filter(|role| role.status != Status::Withdrawn) {
            counts[role.kind as usize] += 1;
        }
        let forest = Forest::new(&places);
        let search = SearchIndex::new(&places, &ground.regions);
        let timetable = Timetable::new(&places);
        let offers = Offers::new(&places);
        let study_routes = BTreeMap::new();
        Self { revision, ground, sources, places, study_routes, counts, forest, search, timetable, offers }
    }

    /// The number of the edit that this snapshot is as of.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The city's own facts.
    pub fn city(&self) -> &City {
        &self.ground.city
    }

    /// Where facts come from, by key.
    pub fn sources(&self) -> &BTreeMap<SourceKey, Source> {
        &self.sources
    }

    /// The city's regions.
    pub fn regions(&self) -> &RegionTree {
        &self.ground.regions
    }

    /// What is drawn under the places.
    pub fn layers(&self) -> &Layers {
        &self.ground.layers
    }

    /// What kind of day a date is there.
    pub fn calendar(&self) -> &Calendar {
        &self.ground.calendar
    }

    /// All places by id, withdrawn ones too. A [`PlaceIx`] is a position in it.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place with this id, withdrawn or not.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.binary_search_by(|place| place.id.cmp(id)).ok().map(|i| &self.places[i])
    }

    /// The position of the place with this id, withdrawn or not.
    pub fn position(&self, id: &PlaceId) -> Option<PlaceIx> {
        self.places.binary_search_by(|place| place.id.cmp(id)).ok().map(|ix| ix as PlaceIx)
    }

    /// All study routes by id, withdrawn ones too.
    pub fn study_routes(&self) -> impl ExactSizeIterator<Item = &StudyRoute> {
        self.study_routes.values()
    }

    /// The study route with this id, withdrawn or not.
    pub fn study_route(&self, id: &StudyRouteId) -> Option<&StudyRoute> {
        self.study_routes.get(id)
    }

    /// Where activities and courses stand.
    pub(crate) fn offers(&self) -> &Offers {
        &self.offers
    }

    /// How many roles of this kind stand, suspended ones included, at places that stand.
    pub fn count(&self, kind: RoleKind) -> usize {
        self.counts[kind as usize]
    }

    /// The `k` places nearest to `at` that match, none farther than `max_m` metres. Exact anywhere on Earth.
    pub fn nearest(&self, at: LonLat<Wgs84>, k: usize, max_m: Option<f64>, filter: &Filter) -> Nearest {
        self.forest.nearest(at, k, max_m.unwrap_or(f64::INFINITY), filter, |_, _| true)
    }

    /// The same, of the places that let in who leaves `at` for this visit: with a role that matches and lets them in.
    pub fn nearest_open(
        &self,
        at: LonLat<Wgs84>,
        k: usize,
        max_m: Option<f64>,
        filter: &Filter,
        visit: &Visit,
    ) -> Nearest {
        let mut lets_in = self.lets_in(filter, visit);
        let keep = |place, distance_m| lets_in(place, Some(distance_m));
        self.forest.nearest(at, k, max_m.unwrap_or(f64::INFINITY), filter, keep)
    }

    /// Whether a place, so many metres away where that is known, has a role that matches and lets in who comes for this
    /// visit. What is not known to be open does not.
    pub fn lets_in<'a>(
        &'a self,
        filter: &'a Filter,
        visit: &'a Visit,
    ) -> impl FnMut(PlaceIx, Option<f64>) -> bool + 'a {
        let mut doorkeeper = self.timetable.doorkeeper(&self.ground.calendar);
        move |place, distance_m| doorkeeper.lets_in(place, filter, &visit.wish(distance_m))
    }

    /// Whether one role of a place, by its position in the place's roles, lets in who comes for this visit.
    pub fn role_lets_in(&self, place: PlaceIx, role: usize, distance_m: Option<f64>, visit: &Visit) -> bool {
        self.timetable.doorkeeper(&self.ground.calendar).role_lets_in(place, role, &visit.wish(distance_m))
    }

    /// Whether one can go in to a role, by its position in its place's roles, at an instant in the city's own time.
    pub fn entry(&self, place: PlaceIx, role: usize, at: NaiveDateTime) -> Entry {
        self.timetable.entry(&self.ground.calendar, place, role, at)
    }

    /// What is known of when a role, by its position in its place's roles, can be entered.
    pub fn role_timing(&self, place: PlaceIx, role: usize) -> &Timing {
        self.timetable.role_timing(place, role)
    }

    /// When a role is open on a day.
    pub fn role_day(&self, place: PlaceIx, role: usize, date: NaiveDate) -> Arc<DaySchedule> {
        self.timetable.role_day(&self.ground.calendar, place, role, date)
    }

    /// The minutes of a day, from and to, in which a role lets anybody in.
    pub fn role_windows(&self, place: PlaceIx, role: usize, date: NaiveDate) -> Vec<(u16, u16)> {
        self.timetable.role_windows(&self.ground.calendar, place, role, date)
    }

    /// The matching places at most `radius_m` metres from `at`, in the order of [`Snapshot::nearest`].
    pub fn within_radius(&self, at: LonLat<Wgs84>, radius_m: f64, filter: &Filter) -> Vec<Hit> {
        self.forest.within_radius(at, radius_m, filter, |_, _| true)
    }

    /// The same, of the places that let in who leaves `at` for this visit.
    pub fn within_radius_open(&self, at: LonLat<Wgs84>, radius_m: f64, filter: &Filter, visit: &Visit) -> Vec<Hit> {
        let mut lets_in = self.lets_in(filter, visit);
        // Measuring takes longer than anything else here. Where the ruler leaves no doubt about the minute of arrival, nothing that
        // is closed then needs to be measured.
        let may_be_open = |place, point| {
            let [least_m, most_m] = [1.0 - RULER_ERROR, 1.0 + RULER_ERROR].map(|factor| ruler_m(at, point) * factor);
            most_m > RULER_REACH_M
                || visit.arrival(Some(least_m)) != visit.arrival(Some(most_m))
                || lets_in(place, Some(most_m))
        };
        let mut hits = self.forest.within_radius(at, radius_m, filter, may_be_open);
        let mut lets_in = self.lets_in(filter, visit);
        hits.retain(|hit| lets_in(hit.place, Some(hit.distance_m)));
        hits
    }

    /// The matching places inside the box or on its edge, by id.
    pub fn within_bbox(&self, bbox: &BBox, filter: &Filter) -> Vec<PlaceIx> {
        self.forest.within_bbox(bbox, filter)
    }

    /// The matching places inside the polygon or on its edge, by id. Rings are as in [`yuren_catalog::rings`].
    pub fn within_polygon(&self, rings: &[Vec<[f64; 2]>], filter: &Filter) -> Vec<PlaceIx> {
        self.forest.within_polygon(rings, filter)
    }

    /// All matching places, by id.
    pub fn matching(&self, filter: &Filter) -> Vec<PlaceIx> {
        self.forest.matching(filter)
    }

    /// Places and regions by their names, best first, at most `limit`; each once, with the best of its names that match.
    ///
    /// A whole name comes before its beginning, a word's beginning, and anything else; characters before pinyin before
    /// initials; a name before a role's name, an alias and an address; a town before the places named after it; a shorter
    /// name before a longer one; then what is nearer to `near`, then the lesser id. Only the first 64 characters of the
    /// query count. Work is bounded: at most 20,000 names are looked at for a query, and as many for each of its words.
    pub fn search(&self, query: &str, near: Option<LonLat<Wgs84>>, limit: usize) -> Vec<SearchHit> {
        self.search.search(&self.places, &self.ground.regions, query, near, limit)
    }
}
