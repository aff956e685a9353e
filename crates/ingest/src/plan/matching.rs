//! Which place of the city a row is.

use std::collections::HashMap;

use yuren_catalog::{Place, PlaceId, Precision, Status, stable};
use yuren_geodesy::ruler_m;

use crate::anchors::folded;
use crate::gazetteer::is_inside;
use crate::same_place::SAME_PLACE_M;
use crate::{Draft, Import};

/// What a row is among the places of the city.
pub(super) enum Match<'a> {
    /// None of them.
    None,
    /// This one, by key.
    Certain(&'a Place),
    /// Perhaps this one, by name and place.
    SameName { place: &'a Place, distance_m: f64 },
}

/// Places of the city by key and by name.
pub(super) struct Matching<'a> {
    import: &'a Import<'a>,
    by_key: HashMap<&'a str, &'a Place>,
    by_name: HashMap<String, Vec<&'a Place>>,
}

impl<'a> Matching<'a> {
    pub(super) fn new(import: &'a Import<'a>) -> Self {
        let source = import.source_key.as_str();
        let places = import.snapshot.places();
        let by_key = places.iter().filter_map(|place| Some((place.source_keys.get(source)?.as_str(), place))).collect();
        let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
        // A place that a row of this list made already is no candidate for another row.
        let foreign = |place: &&Place| place.status != Status::Withdrawn && !place.source_keys.contains_key(source);
        for place in places.iter().filter(foreign) {
            by_name.entry(folded(&place.name)).or_default().push(place);
        }
        Self { import, by_key, by_name }
    }

    pub(super) fn of(&self, draft: &Draft) -> Match<'a> {
        if let Some(own) = &draft.place {
            return self.import.snapshot.place(&own.id).map_or(Match::None, Match::Certain);
        }
        let known = self.by_key.get(draft.key.as_str()).copied();
        if let Some(place) = known.or_else(|| self.import.snapshot.place(&self.new_id(draft))) {
            return Match::Certain(place);
        }
        let namesakes = self.by_name.get(&folded(&draft.name)).into_iter().flatten();
        let near = namesakes.filter_map(|&place| Some((place, apart_m(draft, place)?)));
        let nearest = near.min_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.id.cmp(&b.0.id)));
        nearest.map_or(Match::None, |(place, distance_m)| Match::SameName { place, distance_m })
    }

    /// The id of the place that a row would make.
    pub(super) fn new_id(&self, draft: &Draft) -> PlaceId {
        match &draft.place {
            Some(own) => own.id.clone(),
            None => stable::place_id(&place_key(self.import, draft)),
        }
    }

    /// The places that came from this list, with their keys in it, by id.
    pub(super) fn of_this_source(&self) -> impl Iterator<Item = (&'a str, &'a Place)> {
        let source = self.import.source_key.as_str();
        let places = self.import.snapshot.places().iter();
        places.filter_map(move |place| Some((place.source_keys.get(source)?.as_str(), place)))
    }
}

/// The key from which the ids of a row's place and roles follow.
pub(super) fn place_key(import: &Import<'_>, draft: &Draft) -> String {
    format!("{}:{}", import.source_key.as_str(), draft.key)
}

/// How far a row is from a place of its name, if near enough to be it. A row without coordinates, or a place at the centre
/// of a region, is compared by region instead.
fn apart_m(draft: &Draft, place: &Place) -> Option<f64> {
    let position = draft.position.as_ref()?;
    let distance_m = ruler_m(position.point, place.position.point);
    let is_vague = |precision| matches!(precision, Precision::Approximate | Precision::Synthetic);
    let is_near = distance_m <= SAME_PLACE_M;
    let by_region = is_vague(position.precision) || is_vague(place.position.precision);
    let same_region =
        draft.region.as_ref().is_some_and(|code| is_inside(&place.region, code) || is_inside(code, &place.region));
    (is_near || by_region && same_region).then_some(distance_m)
}
